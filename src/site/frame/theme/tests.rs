use super::*;
use crate::diagnostic::Lang;

fn overrides(files: &[(&str, &str)]) -> BTreeMap<String, Arc<[u8]>> {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

/// The findings of loading, as `code path:line:column text`.
fn found(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    shown(&Theme::load(name, &overrides(files)).1)
}

fn shown(found: &Diagnostics) -> Vec<String> {
    found.iter().map(|one| format!("{} {} {}", one.code.id, one.place.shown(), one.text.get(Lang::En))).collect()
}

#[test]
fn the_default_theme_is_in_the_binary_and_clean() {
    let (theme, found) = Theme::load("default", &BTreeMap::new());
    assert_eq!(shown(&found), [""; 0]);
    let theme = theme.unwrap();
    let files: Vec<&str> = theme.files().map(|(path, _)| path).collect();
    assert_eq!(
        files,
        [
            "chain.css",
            "clause.css",
            "copy.js",
            "icon.svg",
            "moved.js",
            "objective.css",
            "search.css",
            "search.js",
            "style.css"
        ]
    );
}

#[test]
fn the_files_are_small_and_load_nothing_from_elsewhere() {
    let (theme, _) = Theme::load("default", &BTreeMap::new());
    let theme = theme.unwrap();
    let text = |name: &str| std::str::from_utf8(theme.files().find(|(path, _)| *path == name).unwrap().1).unwrap();
    for (name, limit) in
        [("style.css", 11_264), ("chain.css", 6144), ("clause.css", 2048), ("copy.js", 2048), ("moved.js", 512)]
    {
        let file = text(name);
        assert!(file.len() <= limit, "{name}: {} bytes", file.len());
        for loading in ["url(", "@import", "@font-face", "fetch(", "://", "eval"] {
            assert!(!file.contains(loading), "{name}: {loading}");
        }
    }
}

#[test]
fn a_site_replaces_single_files() {
    let own = overrides(&[("templates/404.html", "{% extends \"base.html\" %}"), ("static/style.css", "body{}")]);
    let (theme, found) = Theme::load("default", &own);
    assert_eq!(shown(&found), [""; 0]);
    let theme = theme.unwrap();
    assert_eq!(theme.files().find(|(path, _)| *path == "style.css").unwrap().1, b"body{}");
    assert!(theme.files().any(|(path, _)| path == "icon.svg"));
    assert_eq!(theme.templates["404.html"].text, "{% extends \"base.html\" %}");
    assert!(theme.templates.contains_key("document.html"));
}

#[test]
fn a_theme_says_its_colours_and_its_font_in_theme_yaml() {
    let yaml = "name: 緑\ncolors:\n  accent: \"#0c472a\"\nfont:\n  file: ud.woff2\n  family: UD\n";
    let own = overrides(&[("theme.yaml", yaml), ("static/ud.woff2", "wOF2")]);
    let (theme, found) = Theme::load("midori", &own);
    assert_eq!(shown(&found), [""; 0]);
    let theme = theme.unwrap();
    assert!(theme.is_default());
    assert_eq!(theme.settings().font.as_ref().unwrap().file, "ud.woff2");
    assert_eq!(theme.settings().colors.accent.unwrap().hex(), "#0c472a");
    for (files, expected) in [
        (&[("theme.yaml", "colour: a\n")][..], "unknown-key themes/midori/theme.yaml:1:1 "),
        (
            &[("theme.yaml", "name: a\n"), ("static/ud.woff2", "wOF2")],
            "theme-file-unused themes/midori/static/ud.woff2 ",
        ),
        (&[("theme.yml", "name: a\n")], "theme-file-unused themes/midori/theme.yml "),
    ] {
        let found = self::found("midori", files);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{found:?}");
    }
}

#[test]
fn a_theme_of_another_name_needs_its_folder() {
    assert_eq!(found("midori", &[]), ["theme-not-found content/site.yaml there is no theme \"midori\""]);
    assert_eq!(found("midori", &[("static/style.css", "body{}")]), [""; 0]);
}

#[test]
fn every_broken_template_is_reported_at_its_place() {
    for (template, expected) in [
        (
            "{% extends \"base.html\" %}\n{% block main %}日本語 {{ page.title",
            "template-syntax themes/default/templates/home.html:2:29 this template cannot be read: Unexpected end of input",
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}日本語{{ page.title | wareki }}{% endblock main %}",
            "template-reference themes/default/templates/home.html:2:36 this template uses something that does not exist: \
             Unknown filter `wareki`",
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{{ lnk(to=\"x\") }}{% endblock main %}",
            "template-reference themes/default/templates/home.html:2:20 this template uses something that does not exist: \
             Unknown function `lnk`",
        ),
        (
            "{% extends \"base.html\" %}\n{% block mein %}x{% endblock mein %}",
            "template-reference themes/default/templates/home.html:2:10 this template uses something that does not exist: \
             Block `mein` is not defined in any parent template",
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{% include \"dokuments.html\" %}{% endblock main %}",
            "template-reference themes/default/templates/home.html:2:28 this template uses something that does not exist: \
             Unknown template `dokuments.html`",
        ),
        (
            "{% extends \"bace.html\" %}",
            "template-reference themes/default/templates/home.html:1:12 this template uses something that does not exist: \
             Unknown template `bace.html`",
        ),
        (
            "{% extends \"home.html\" %}",
            "template-reference themes/default/templates/home.html:1:12 this template uses something that does not exist: \
             `home.html` leads back to itself: home.html",
        ),
    ] {
        assert_eq!(found("default", &[("templates/home.html", template)]), [expected], "{template}");
    }
}

#[test]
fn all_broken_templates_are_reported_in_one_run() {
    let found = found("default", &[("templates/home.html", "{% if %}"), ("templates/year.html", "{{ }}")]);
    let starts: Vec<&str> = found.iter().map(|line| line.split(" this").next().unwrap()).collect();
    assert_eq!(
        starts,
        [
            "template-syntax themes/default/templates/home.html:1:7",
            "template-syntax themes/default/templates/year.html:1:4",
        ]
    );
}

#[test]
fn a_template_that_is_not_utf8_is_reported() {
    let own = [("templates/home.html".to_owned(), [0x93, 0xfa].into())].into();
    let (theme, found) = Theme::load("default", &own);
    assert!(theme.is_none());
    assert_eq!(shown(&found), ["not-utf8 themes/default/templates/home.html this file is not valid UTF-8"]);
}

#[test]
fn a_file_that_nothing_uses_is_reported_with_what_may_be_meant() {
    let meant = |files: &[(&str, &str)]| -> Vec<String> {
        let (_, found) = Theme::load("default", &overrides(files));
        found.iter().map(|one| format!("{} {}", one.code.id, one.help.get(Lang::En))).collect()
    };
    for (path, nearest) in [
        ("templates/dokument.html", "Did you mean `templates/document.html`? "),
        ("template/home.html", "Did you mean `templates/home.html`? "),
        ("style.css", "Did you mean `static/style.css`? "),
        ("static/stlye.css", "Did you mean `static/style.css`? "),
        ("static/haikei.png", ""),
    ] {
        let expected = format!("theme-file-unused {nearest}Rename the file, or delete it if it is not needed.");
        assert_eq!(meant(&[(path, "x")]), [expected], "{path}");
    }
    for used in [
        &[("README.md", "x")][..],
        &[("templates/404.html", "{% include \"parts/naka.html\" %}"), ("templates/parts/naka.html", "x")],
        &[("templates/parts.html", "{% component a() %}x{% endcomponent a %}")],
        &[("static/style.css", "a{background:url(haikei.png)}"), ("static/haikei.png", "x")],
    ] {
        assert_eq!(meant(used), [""; 0], "{used:?}");
    }
}
