//! Every code has a page in both languages, and its examples are true: `bad` yields the code, `good` does not.

use std::collections::{BTreeMap, BTreeSet};

use hoshin::diagnostic::{Code, Diagnostics, Severity, catalogue};
use hoshin::pipeline::{self, Moment, Options, Unobserved};
use hoshin::source::Tree;

const DOCUMENT: &str = "content/r8/example.md";
const FRONT_MATTER: &str = "---\ntitle: 例\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\n---\n";
const SITE: &str = "title: 例の方針\ncity: 例市\ndescription: 例\nbase_url: https://example.jp/\n";

/// Codes whose pages have no examples, and why.
const WITHOUT_EXAMPLES: &[(&str, &[&str])] = &[
    ("takes a second document", &["withheld-link"]),
    ("takes a document and plans", &["ambiguous-name", "expired-plan"]),
    ("takes a file that is no text", &["asset-name", "not-utf8", "utf16"]),
    ("takes a file that is missing", &["content-missing", "sidecar-alone", "site-missing"]),
    ("is about the size of a file", &["file-too-large", "front-matter-too-long"]),
    ("is about the name of a file", &["file-suffix", "name-clash", "name-not-unicode"]),
    ("is about a file on a disk", &["link-refused", "special-file", "unreadable-file"]),
    (
        "is about addresses that were published before",
        &[
            "address-clash",
            "address-form",
            "address-moved-away",
            "address-reserved",
            "address-retargeted",
            "address-unclear",
            "address-withdrawn",
            "alias-clash",
            "alias-loop",
            "anchor-place-taken",
            "anchor-unknown-id",
            "anchor-unknown-place",
            "document-lost",
            "document-unpublished",
            "lock-conflict",
            "lock-header",
            "lock-left-behind",
            "lock-line",
            "lock-missing",
            "lock-of-another",
            "lock-outdated",
            "lock-truncated",
            "lock-twice",
            "lock-value",
            "lock-version",
            "site-lock-missing",
        ],
    ),
    (
        "is about the output folder",
        &[
            "output-busy",
            "output-disk-full",
            "output-file-name",
            "output-foreign-files",
            "output-holds-site",
            "output-inside-sources",
            "output-interrupted",
            "output-io",
            "output-manifest-damaged",
            "output-not-a-folder",
            "output-not-ours",
            "output-swap",
        ],
    ),
];

/// An example of a page: what it shows and the file it is.
struct Example {
    is_good: bool,
    path: String,
    text: String,
}

#[test]
fn every_page_speaks_both_languages() {
    for code in catalogue::codes() {
        let headings: Vec<&str> = code.page.lines().filter(|line| line.starts_with("# ")).collect();
        assert_eq!(&headings[..2], ["# ja", "# en"], "{}", code.id);
        let sections: Vec<&str> = code.page.split("# en\n").collect();
        assert!(sections[0].trim().chars().count() > 30, "{}: # ja is too short", code.id);
        assert!(sections[1].trim().len() > 50, "{}: # en is too short", code.id);
    }
}

#[test]
fn codes_are_unique() {
    let mut seen = BTreeSet::new();
    for code in catalogue::codes() {
        assert!(seen.insert(code.id), "{} is declared twice", code.id);
    }
}

#[test]
fn examples_are_true() {
    for code in catalogue::codes() {
        for example in examples(code) {
            let found = codes(&findings(&example));
            assert_eq!(
                found.contains(code.id),
                !example.is_good,
                "{}: the {} example yields {found:?}",
                code.id,
                if example.is_good { "good" } else { "bad" },
            );
        }
    }
}

#[test]
fn codes_without_examples_are_known() {
    let known: BTreeSet<&str> = WITHOUT_EXAMPLES.iter().flat_map(|(_, ids)| *ids).copied().collect();
    let mut without = BTreeSet::new();
    for code in catalogue::codes() {
        let examples = examples(code);
        if !examples.iter().any(|example| !example.is_good) || !examples.iter().any(|example| example.is_good) {
            without.insert(code.id);
        }
    }
    assert_eq!(without, known);
}

/// The fenced blocks of a page with the info string `bad` or `good`, optionally followed by a path.
fn examples(code: &Code) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut lines = code.page.lines();
    while let Some(line) = lines.next() {
        let info = line.trim_start_matches('`');
        let fence = &line[..line.len() - info.len()];
        if fence.len() < 3 {
            continue;
        }
        let (kind, path) = info.split_once(' ').unwrap_or((info, DOCUMENT));
        let text: String = lines.by_ref().take_while(|line| *line != fence).map(|line| format!("{line}\n")).collect();
        if matches!(kind, "bad" | "good") {
            examples.push(Example { is_good: kind == "good", path: path.to_owned(), text });
        }
    }
    examples
}

/// What a site that consists of an example, and of what it needs besides, is told.
fn findings(example: &Example) -> Diagnostics {
    let is_body = example.path == DOCUMENT && !example.text.starts_with("---");
    let text = if is_body { format!("{FRONT_MATTER}\n{}", example.text) } else { example.text.clone() };
    let files = [
        ("content/site.yaml", SITE.to_owned()),
        (DOCUMENT, format!("{FRONT_MATTER}\n本文です。\n")),
        (&example.path, text),
    ];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    let tree = Tree { files, ignored: BTreeMap::new() };
    let options = Options { now: Moment::Instant(jiff::Timestamp::UNIX_EPOCH), fails_from: Severity::Error };
    pipeline::run(tree, Diagnostics::default(), &options, &Unobserved).diagnostics
}

fn codes(found: &Diagnostics) -> BTreeSet<&'static str> {
    found.iter().map(|found| found.code.id).collect()
}
