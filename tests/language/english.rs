//! A site whose language is English has no Japanese character that its authors did not write.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::kit::Site;

/// Files of the public site in which Japanese characters stand for a reason, and the reason.
const EXEMPT: [(&str, &str); 2] = [
    ("assets/search.js", "a program: its tables of kanji and eras make the forms of a word that a search finds"),
    ("assets/style.css", "the copyright notice of the colours, which their licence wants as it is"),
];

/// One of these is in every font of Japanese and none of them is a word.
fn is_japanese(c: char) -> bool {
    matches!(
        c,
        '\u{2E80}'..='\u{2FDF}'        // radicals
            | '\u{3001}'..='\u{30FF}'  // punctuation and kana
            | '\u{31F0}'..='\u{31FF}'
            | '\u{3400}'..='\u{9FFF}'  // kanji
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF01}'..='\u{FF9F}'  // full width
            | '\u{20000}'..='\u{3FFFF}'
    )
}

/// Lines with Japanese characters in files that are not exempt, as `path: line`.
fn japanese_lines(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files {
        assert!(!path.contains(is_japanese), "{path}");
        let is_exempt = EXEMPT.iter().any(|(exempt, _)| exempt == path);
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let lines = text.lines().filter(|line| !is_exempt && line.contains(is_japanese));
        found.extend(lines.map(|line| format!("{path}: {line}")));
    }
    found
}

/// The English example of `hoshin init`.
fn starter() -> Site {
    let site = Site::empty();
    assert_eq!(site.run("init . --lang en").code, 0);
    site
}

/// The English example with the kinds of pages and passages that it lacks.
fn full_site() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/english");
    let mut site = starter();
    for path in [
        "organizations.yaml",
        "plans.yaml",
        "terms.yaml",
        "2026/parks.md",
        "2026/objectives.md",
        "2026/old.md",
        "2026/notice.md",
        "2026/policy-department.yaml",
    ] {
        let text = fs::read_to_string(root.join(path)).expect("a file of the sample");
        site = site.file(&format!("content/{path}"), text);
    }
    let settings = site.read("content/site.yaml") + &fs::read_to_string(root.join("site.yaml")).expect("settings");
    site.file("content/site.yaml", settings).file("content/2026/map.pdf", "%PDF-1.4\n")
}

#[test]
fn the_english_example_has_no_japanese_character() {
    let site = starter();
    let built = site.run("build --strict --lang en --now 2026-06-01");
    assert_eq!(built.code, 0, "{built}");
    let files = site.files("public");
    assert!(files.len() > 50, "{:?}", files.keys());
    assert_eq!(japanese_lines(&files), [""; 0]);
}

#[test]
fn an_english_site_with_every_kind_of_page_has_no_japanese_character() {
    let site = full_site();
    let approved =
        |site: &Site| site.run("snippet approve 2026/annual-policy#s1-2 --channel x --by Tom --now 2026-06-01");
    for command in ["release --lang en --now 2026-06-01", "check --strict --lang en --now 2026-06-01"] {
        let done = site.run(command);
        assert_eq!(done.code, 0, "{done}");
    }
    assert_eq!(approved(&site).code, 0);
    // A clause that is taken out, a document that is taken down, and one that has another name.
    let parks = site.read("content/2026/parks.md").replace("(c) Old parks.\n\n", "");
    site.write("content/2026/parks.md", parks);
    site.remove("content/2026/notice.md");
    for command in ["anchor retire 2026/notice --write --reason Over", "build --lang en --now 2026-06-02"] {
        let done = site.run(command);
        assert_eq!(done.code, 0, "{done}");
    }
    let files = site.files("public");
    for kind in [
        "404.html",
        "index.html",
        "2025/old-policy/index.html",
        "2026/notice/index.html",
        "2026/parks/index.html",
        "accessibility/index.html",
        "accessibility/result-2026/index.html",
        "changes.xml",
        "data/clauses.csv",
        "data/index.html",
        "data/snippets.json",
        "feed.xml",
        "objectives/index.html",
        "objectives/status-under-way/index.html",
        "organizations/print-office/index.html",
        "plans/master-plan-1/index.html",
        "r8/index.html",
        "sdgs/11/index.html",
        "search/index.html",
        "search/r8/index.html",
        "terms/index.html",
        "trace/2026/policy-department/index.html",
        "years/index.html",
    ] {
        assert!(files.contains_key(kind), "{kind} is made: {:?}", files.keys());
    }
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    // What the site is to show is there, so that its absence is not what the test sees.
    for (path, text) in [
        ("2026/parks/index.html", "1.020(c): “Old parks.”"),
        ("2026/parks/index.html", "<title>Town Parks By-law | Policies of Greenfield (example)</title>"),
        ("2026/objectives/index.html", "10000 persons"),
        ("2026/objectives/index.html", "Under way"),
        ("2026/notice/index.html", "1, paragraph 1: “The first thing that is announced.”"),
        ("organizations/index.html", "Now: Policy Department"),
        ("search/r8/index.html", "“Town Parks By-law”, 1.020(b)"),
        ("search/t0.js", "Town Parks By-law / Fiscal year 2026 / Annual policy"),
        ("data/clauses.csv", "“Town Parks By-law”, 1.020(c)"),
        ("data/snippets.json", "Source: “Annual Policy 2026”, 1(b)"),
    ] {
        assert!(page(path).contains(text), "{path}: {text}\n{}", page(path));
    }
    assert_eq!(japanese_lines(&files), [""; 0]);
}

#[test]
fn drafts_of_an_english_site_are_marked_in_english() {
    let site = full_site();
    let text = site.read("content/2026/parks.md").replace("status: published", "status: draft");
    site.write("content/2026/parks.md", text);
    let built = site.run("build --drafts --output drafts --lang en --now 2026-06-01");
    assert_eq!(built.code, 0, "{built}");
    let mut files = site.files("drafts");
    // The file that warns whoever finds the folder does so in both languages.
    assert!(files.remove("drafts-are-shown.txt").is_some());
    assert_eq!(japanese_lines(&files), [""; 0]);
}
