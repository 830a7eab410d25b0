//! SVG files with scripts or references to other sites.

use crate::kit::{Site, document};

const SCRIPT: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"\n  onload=\"alert(1)\"/>";

/// A site with this picture wherever one can be.
fn sites(picture: &str) -> Vec<(&'static str, Site)> {
    let text = document("status: published", "![市の将来像](zu.svg)\n\n[図の元](moto.SVG)\n");
    let site = || {
        Site::new()
            .file("content/r8/a.md", &text)
            .file("content/r8/zu.svg", "<svg/>")
            .file("content/r8/moto.SVG", "<svg/>")
    };
    let with = |more: &str| site().file("content/site.yaml", format!("{}{more}", crate::kit::SITE));
    vec![
        ("content/r8/zu.svg", site().file("content/r8/zu.svg", picture)),
        ("content/r8/moto.SVG", site().file("content/r8/moto.SVG", picture)),
        ("content/logo.svg", with("logo: { file: logo.svg, alt: 市章 }\n").file("content/logo.svg", picture)),
        ("themes/ours/static/icon.svg", with("theme: ours\n").file("themes/ours/static/icon.svg", picture)),
    ]
}

#[test]
fn a_script_in_a_picture_stops_publication_wherever_it_is() {
    for (path, site) in sites(SCRIPT) {
        for command in ["check", "build"] {
            let told = site.run(command);
            assert_eq!(told.code, 1, "{path}: {told}");
            assert_eq!(told.codes().iter().filter(|code| **code == "svg-script").count(), 1, "{path}: {told}");
            assert!(told.err.contains(&format!("{path}:1:1")), "{path}: {told}");
        }
        assert!(!site.path("public").exists());
    }
}

#[test]
fn a_picture_that_loads_from_elsewhere_is_reported() {
    let picture = "<svg>\n<image href=\"https://example.com/a.png\"/>\n</svg>";
    for (path, site) in sites(picture) {
        let told = site.run("check");
        assert_eq!(told.code, 0, "{path}: {told}");
        assert_eq!(told.codes().iter().filter(|code| **code == "svg-external").count(), 1, "{path}: {told}");
        assert!(told.err.contains(&format!("{path}:2:1")), "{path}: {told}");
    }
}

#[test]
fn a_plain_picture_has_no_finding() {
    for (path, site) in sites("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>") {
        let told = site.run("build");
        assert_eq!(told.code, 0, "{path}: {told}");
        assert!(!told.err.contains("[svg-"), "{path}: {told}");
    }
}

#[test]
fn a_card_template_must_not_have_scripts_either() {
    let with = |drawing: &str| {
        let site = crate::one().file("content/site.yaml", format!("{}theme: ours\n", crate::kit::SITE));
        site.file("themes/ours/cards/card.svg", drawing)
    };
    let told = |inside: &str| {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">{% if card.city %}{}{% endif %}</svg>";
        with(&drawing.replace("{}", inside)).run("check").err
    };
    assert!(!told("{% if 1 < 2 %}<g/>{% endif %}").contains("[svg-"));
    assert!(told("<script/>").contains("[svg-script]"));
}

#[test]
fn pictures_of_unused_themes_are_not_checked() {
    let site = crate::one().file("themes/other/static/icon.svg", SCRIPT);
    assert_eq!(site.run("build").code, 0);
}

#[test]
fn a_script_under_another_suffix_stops_publication_too() {
    let script = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>a()</script></svg>";
    for name in ["zu.svg.xml", "zu.xml", "zu.xhtml", "zu.xht"] {
        let site = crate::one().file(&format!("content/r8/{name}"), script);
        let told = site.run("build");
        assert_eq!(told.code, 1, "{name}: {told}");
        assert!(told.codes().contains(&"svg-script"), "{name}: {told}");
    }
}

#[test]
fn a_linked_page_or_program_is_reported_and_published() {
    for name in ["moto.html", "moto.htm", "moto.shtml", "moto.mht", "moto.js", "moto.xhtml"] {
        let text = document("status: published", &format!("[図の元]({name})\n"));
        let site = Site::new().file("content/r8/a.md", &text).file(&format!("content/r8/{name}"), "<p/>");
        let told = site.run("check");
        assert_eq!(told.code, 0, "{name}: {told}");
        assert!(told.codes().contains(&"asset-runs-in-browser"), "{name}: {told}");
    }
}
