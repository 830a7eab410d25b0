//! Checking, building and previewing a site report the same findings.

#![allow(clippy::expect_used, reason = "a test stops where it is not met")]

mod kit;

use std::collections::{BTreeMap, BTreeSet};

use hoshin::diagnostic::{Example, Lang, Severity, catalogue, json};
use hoshin::pipeline::Moment;
use hoshin::preview::{Session, Settings};
use hoshin::source;
use jiff::Timestamp;
use kit::{SITE, Site, document, titled};
use rayon::prelude::*;
use serde_json::Value;

/// The moment of all three runs.
const NOW: &str = "2026-06-01T00:00:00Z";
/// A broken template.
const BROKEN: (&str, &str) = ("themes/default/templates/home.html", "{% if %}\n");
/// Findings that need an output folder; a check or a preview does not have them.
const OF_PUBLISHING: [&str; 11] = [
    "output-busy",
    "output-disk-full",
    "output-foreign-files",
    "output-holds-site",
    "output-inside-sources",
    "output-interrupted",
    "output-io",
    "output-manifest-damaged",
    "output-not-a-folder",
    "output-not-ours",
    "output-swap",
];

/// The reported findings: code, severity, file, line, column.
type Told = BTreeSet<String>;

fn told(findings: &Value) -> Told {
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let findings = findings.as_array().expect("a list").iter();
    let one = |finding: &Value| {
        let (line, column) = (&finding["start"]["line"], &finding["start"]["column"]);
        let (code, severity, path) = (word(&finding["code"]), word(&finding["severity"]), word(&finding["path"]));
        format!("{severity}[{code}] {path}:{line}:{column}")
    };
    findings.map(one).collect()
}

/// The findings of the preview, after all its pages are made.
fn previewed(site: &Site) -> Told {
    let Ok((tree, found)) = source::read_tree(&site.path("")) else { return Told::new() };
    let now: Timestamp = NOW.parse().expect("a moment");
    let settings = Settings { now: Some(Moment::Instant(now)), fails_from: Severity::Error };
    let mut session = Session::new(settings);
    let mut last = session.step(&tree, &found, now);
    if let Some(whole) = session.complete() {
        last = whole;
    }
    told(&serde_json::to_value(json::findings(&last.survey.diagnostics, Lang::En)).expect("JSON"))
}

/// Checks, previews and builds a site, and returns the findings, which must be the same.
fn told_by_all(name: &str, site: &Site) -> Told {
    let check = site.run(&format!("check --format json --now {NOW}"));
    let previewed = previewed(site);
    let build = site.run(&format!("build --format json --now {NOW}"));
    let of = |output: &kit::Output| {
        let told = told(&output.json()["findings"]);
        let is_of_publishing = |one: &String| OF_PUBLISHING.iter().any(|code| one.contains(&format!("[{code}]")));
        told.into_iter().filter(|one| !is_of_publishing(one)).collect::<Told>()
    };
    assert_eq!(of(&check), of(&build), "{name}: check and build");
    assert_eq!(of(&check), previewed, "{name}: check and preview");
    assert_eq!(check.code, build.code, "{name}: {check}\n{build}");
    of(&check)
}

fn site_of(files: &[(&str, &str)]) -> Site {
    files.iter().fold(Site::new(), |site, (path, text)| site.file(path, text))
}

fn published(body: &str) -> String {
    document("status: published", body)
}

/// Sites with errors of every room, alone and together.
fn sites() -> Vec<(&'static str, Site)> {
    let dead = published("## 1 取組\n\n[様式](nowhere.md)\n");
    let sound = published("## 1 取組\n\n本文です。\n");
    let linked = |written: &str| published(&format!("## 1 取組\n\n[資料](<{written}>)\n"));
    vec![
        ("a dead link", site_of(&[("content/r8/a.md", &dead)])),
        ("a broken template", site_of(&[("content/r8/a.md", &sound), BROKEN])),
        ("a dead link and a broken template", site_of(&[("content/r8/a.md", &dead), BROKEN])),
        (
            "a template that fails on a page",
            site_of(&[("content/r8/a.md", &sound), ("themes/default/templates/home.html", "{{ nothing.at.all }}\n")]),
        ),
        (
            "a theme with a file that cannot be published",
            site_of(&[("content/r8/a.md", &sound), ("themes/default/static/con.css", "a{}\n")]),
        ),
        ("a document whose folder is a device", site_of(&[("content/r8/con.md", &sound)])),
        (
            "a unit named like a device",
            site_of(&[
                ("content/r8/a.md", &sound),
                ("content/organizations.yaml", "organizations:\n- {id: nul, name: 課}\n"),
            ]),
        ),
        (
            "a document and a folder of one name",
            site_of(&[("content/feed.xml/a.md", &sound), ("content/r8/a.md", &sound)]),
        ),
        ("a part of a list that is not made", site_of(&[("content/r8/a.md", &linked("/search/r8/9.html"))])),
        ("a file of the theme that is not there", site_of(&[("content/r8/a.md", &linked("/assets/nothing.css"))])),
        (
            "a logo that cannot be published",
            site_of(&[
                ("content/site.yaml", &format!("{SITE}logo: {{file: \"aux.svg\", alt: 市章}}\n")),
                ("content/aux.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"),
                ("content/r8/a.md", &sound),
            ]),
        ),
        (
            "a severity that is another",
            site_of(&[
                ("content/site.yaml", &format!("{SITE}severities: {{dead-link: warning}}\n")),
                ("content/r8/a.md", &dead),
            ]),
        ),
        ("no site at all", Site::empty().file("content/r8/a.md", &sound)),
    ]
}

/// The change of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Published,
    Refused,
}

/// Files by name, as they are linked. A document links each.
fn linked_files() -> Vec<(&'static str, Site, Fate)> {
    let names = [
        ("con.pdf", "con.pdf", Fate::Refused),
        ("NUL.tar.gz", "NUL.tar.gz", Fate::Refused),
        ("a:b.pdf", "./a%3Ab.pdf", Fate::Refused),
        ("a?b.pdf", "a%3Fb.pdf", Fate::Refused),
        ("trail.", "trail.", Fate::Refused),
        ("x.pdf\n", "x.pdf%0A", Fate::Refused),
        ("q\"x.pdf", "q%22x.pdf", Fate::Refused),
        ("<i>.pdf", "%3Ci%3E.pdf", Fate::Refused),
        ("a|b.pdf", "a%7Cb.pdf", Fate::Refused),
        ("a*b.pdf", "a%2Ab.pdf", Fate::Refused),
        ("sp ", "sp%20", Fate::Refused),
        ("\u{202e}fdp.exe", "%E2%80%AEfdp.exe", Fate::Refused),
        ("a%2fb.pdf", "a%252fb.pdf", Fate::Published),
        ("lpt1/x.pdf", "lpt1/x.pdf", Fate::Refused),
        ("y.php", "y.php", Fate::Published),
    ];
    let linked = |(name, written, fate): (&'static str, &str, Fate)| {
        let body = format!("## 1 取組\n\n[資料](<{written}>)\n");
        (name, site_of(&[("content/r8/a.md", &published(&body)), (&format!("content/r8/{name}"), "x")]), fate)
    };
    names.map(linked).into_iter().collect()
}

#[test]
fn check_build_and_preview_report_the_same_findings() {
    sites().par_iter().for_each(|(name, site)| drop(told_by_all(name, site)));
}

/// The exception: the preview makes the pages of documents that are not public yet, and reports what is wrong with
/// them.
#[test]
fn only_the_preview_reports_a_template_that_fails_on_a_withheld_page() {
    let body = "## 1 取組\n\n本文です。\n";
    let failing = "{% if \"案\" in document.title %}{{ nothing.at.all }}{% endif %}\n";
    for status in ["status: draft", "status: published\npublish_at: 2026-07-01"] {
        let site =
            || site_of(&[("content/r8/a.md", &published(body))]).file("content/r8/b.md", titled("案", status, body));
        assert_eq!(told_by_all(status, &site()), Told::new());
        let site = site().file("themes/default/templates/document.html", failing);
        for command in ["check", "build"] {
            let output = site.run(&format!("{command} --format json --now {NOW}"));
            assert_eq!((output.code, told(&output.json()["findings"])), (0, Told::new()), "{status}: {output}");
        }
        let previewed = previewed(&site);
        assert!(previewed.iter().any(|one| one.contains("[template-render]")), "{status}: {previewed:?}");
    }
}

#[test]
fn a_theme_is_reported_on_although_a_document_has_an_error() {
    let (_, site) = sites().into_iter().find(|(name, _)| *name == "a dead link and a broken template").expect("a site");
    let found = told_by_all("both", &site);
    let has = |code: &str| found.iter().any(|one| one.contains(code));
    assert!(has("[dead-link]") && has("[template-syntax]"), "{found:?}");
}

#[test]
fn a_name_that_cannot_be_published_is_reported_at_the_link() {
    let refused = "error[output-file-name] content/r8/a.md:10:1";
    linked_files().par_iter().for_each(|(name, site, fate)| {
        let found = told_by_all(name, site);
        assert_eq!(found.contains(refused), *fate == Fate::Refused, "{name:?}: {found:?}");
    });
}

/// All bad examples of the explain pages.
#[test]
fn check_build_and_preview_report_the_same_for_every_bad_example() {
    let examples: Vec<(&str, Example<'_>)> =
        catalogue::codes().flat_map(|code| code.examples().into_iter().map(|example| (code.id, example))).collect();
    examples.par_iter().for_each(|(code, example)| {
        let (kind, path) = example.info.split_once(' ').unwrap_or((example.info, "content/r8/example.md"));
        if kind == "bad" {
            let is_body = path.ends_with(".md") && !example.text.starts_with("---");
            let text = if is_body { published(example.text) } else { example.text.to_owned() };
            let files: BTreeMap<&str, String> =
                [("content/r8/example.md", published("本文です。\n")), (path, text)].into_iter().collect();
            let site = files.iter().fold(Site::new(), |site, (path, text)| site.file(path, text));
            told_by_all(code, &site);
        }
    });
}
