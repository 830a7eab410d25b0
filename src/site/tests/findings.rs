//! Findings of rendering.

use super::*;

#[test]
fn what_wants_the_same_place_is_reported() {
    for (sample, expected) in [
        (rich().with("r8", 2026, ""), "path-clash content/r8.md"),
        (rich().with("r8/A", 2026, ""), "path-clash content/r8/a.md"),
        (
            Sample::new().with("r8/a", 2026, "[様式](/assets/style.css)").asset("assets/style.css"),
            "path-clash content/assets/style.css",
        ),
    ] {
        let (_, found) = site(sample);
        assert_eq!(found, [expected]);
    }
}

#[test]
fn a_mistake_in_a_template_is_reported_once_with_its_place_and_a_page() {
    let template = "{% extends \"base.html\" %}\n{% block main %}日本語{{ document.titel }}{% endblock main %}";
    let (artifacts, found) =
        render(&rich().corpus(), &theme(&[("templates/document.html", template)]), &BTreeMap::new());
    let lines: Vec<String> =
        found.iter().map(|one| format!("{} {} {}", one.code.id, one.place.shown(), one.text.get(Lang::En))).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].starts_with(
            "template-render themes/default/templates/document.html:2:32 the template failed while making the page \
             \"r7/b/index.html\": Field `titel` is not defined."
        ),
        "{lines:?}"
    );
    assert!(artifacts.get("r7/b/index.html").is_none());
}

#[test]
fn an_undefined_variable_in_the_base_names_the_base() {
    let base = String::from_utf8(include_bytes!("../../../themes/default/templates/base.html").to_vec()).unwrap();
    let base = base.replace("{{ site.city }}", "{{ city }}");
    let (_, found) = render(&Sample::new().corpus(), &theme(&[("templates/base.html", &base)]), &BTreeMap::new());
    let line = base.lines().position(|line| line.contains("{{ city }}")).unwrap() + 1;
    let places: Vec<String> = found.iter().map(|one| one.place.shown()).collect();
    assert_eq!(places, [format!("themes/default/templates/base.html:{line}:7")]);
}
