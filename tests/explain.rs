//! Every code has a page in both languages. Its `bad` examples give the finding, and its `good` ones do not.

use std::collections::BTreeSet;

use hoshin::address::Mode;
use hoshin::diagnostic::{Diagnostics, Example, Severity, catalogue};
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::source::Tree;

const DOCUMENT: &str = "content/r8/example.md";
const FRONT_MATTER: &str = "---\ntitle: 例\nkind: 部の運営方針\nfiscal_year: R8\nstatus: published\n---\n";
const SITE: &str = "title: 例の方針\ncity: 例市\ndescription: 例\nbase_url: https://example.jp/\n";

/// Codes whose pages have no examples, by reason.
const WITHOUT_EXAMPLES: &[(&str, &[&str])] = &[
    ("needs a second document", &["withheld-link"]),
    ("needs an earlier version", &["cited-clause-gone"]),
    (
        "needs a release",
        &[
            "future-over-release",
            "release-in-future",
            "release-not-adopted",
            "release-undated-change",
            "released-text-changed",
        ],
    ),
    ("needs a document and plans", &["ambiguous-name", "expired-plan"]),
    ("depends on the day", &["actual-after-now", "deadline-passed"]),
    ("needs a document and departments", &["unit-outside-validity"]),
    ("needs a file that is no text", &["asset-name", "not-utf8", "utf16"]),
    ("needs a document and another file", &["asset-runs-in-browser", "unlinked-file"]),
    ("needs a missing file", &["content-missing", "sidecar-alone", "site-missing"]),
    ("is about the size of a file", &["file-too-large", "front-matter-too-long"]),
    ("is about the name of a file", &["file-suffix", "name-clash", "name-not-unicode"]),
    ("is about a file on a disk", &["link-refused", "special-file", "unreadable-file"]),
    (
        "is about the arguments of a command",
        &[
            "anchor-document-stands",
            "anchor-list-stands",
            "anchor-nowhere",
            "anchor-other-document",
            "anchor-place-taken",
            "anchor-unknown-id",
            "anchor-unknown-place",
            "citation-ambiguous",
            "citation-not-found",
            "init-not-empty",
            "new-from-missing",
            "new-taken",
            "new-unknown-kind",
            "new-without-kind",
            "start-io",
            "ledger-cell",
            "ledger-clause",
            "ledger-encoding",
            "ledger-header",
            "ledger-look-alike",
            "ledger-lost-character",
            "ledger-not-written",
            "ledger-platform-character",
            "ledger-unreadable",
            "ledger-unwritable",
        ],
    ),
    (
        "is about addresses that were published before",
        &[
            "address-moved-away",
            "address-section-moved-away",
            "alias-clash",
            "document-unpublished",
            "former-record-missing",
            "lock-left-behind",
            "lock-outdated",
            "published-newer",
            "published-unrecorded",
            "record-changed",
            "record-io",
            "records-not-joined",
            "site-lock-missing",
            "upper-clause-withdrawn",
        ],
    ),
    (
        "is found by hoshin snippet, not by a build",
        &[
            "approval-unwritable",
            "card-glyph-missing",
            "card-text-too-long",
            "post-alt-missing",
            "post-changed",
            "post-none",
            "post-refused-sign",
            "post-too-long",
            "posted-clause-changed",
        ],
    ),
    (
        "is about a post; tests/faithfulness has the examples",
        &[
            "post-ability",
            "post-actor",
            "post-actor-added",
            "post-bound",
            "post-bound-lost",
            "post-bracket",
            "post-cause",
            "post-character",
            "post-claim",
            "post-condition",
            "post-conjunction",
            "post-cut",
            "post-duty",
            "post-ellipsis",
            "post-emoji",
            "post-emphasis",
            "post-foreign-word",
            "post-hedge",
            "post-hedge-added",
            "post-hedge-changed",
            "post-hedge-far",
            "post-limit",
            "post-link-missing",
            "post-link-other",
            "post-name",
            "post-name-exchanged",
            "post-name-unclear",
            "post-needs-reader",
            "post-negation",
            "post-negation-lost",
            "post-negation-own",
            "post-number",
            "post-occasion",
            "post-open-list",
            "post-opposite",
            "post-order",
            "post-own-sentence",
            "post-own-word",
            "post-progress",
            "post-proviso",
            "post-purpose",
            "post-quotation",
            "post-request",
            "post-role",
            "post-scope-moved",
            "post-scope-narrower",
            "post-scope-wider",
            "post-superlative",
            "post-tag",
            "post-tag-unknown",
            "post-tense",
            "post-time",
        ],
    ),
    (
        "is about the output folder",
        &[
            "output-busy",
            "output-disk-full",
            "output-file-name",
            "output-foreign-files",
            "drafts-over-site",
            "port-taken",
            "output-holds-other-folder",
            "output-holds-site",
            "output-in-other-folder",
            "output-inside-sources",
            "output-interrupted",
            "output-io",
            "output-kept-for-site",
            "output-manifest-damaged",
            "output-not-a-folder",
            "output-not-ours",
            "output-other-folder",
            "output-swap",
            "output-work-folder",
        ],
    ),
];

#[test]
fn every_page_has_both_languages() {
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
fn bad_examples_give_their_finding_and_good_ones_do_not() {
    for code in catalogue::codes() {
        for example in code.examples() {
            let (kind, _) = kind_and_path(&example);
            assert!(matches!(kind, "bad" | "good"), "{}: {kind}", code.id);
            let found = codes(&findings(&example));
            assert_eq!(found.contains(code.id), kind == "bad", "{}: the {kind} example yields {found:?}", code.id);
        }
    }
}

#[test]
fn codes_without_examples_are_known() {
    let known: BTreeSet<&str> = WITHOUT_EXAMPLES.iter().flat_map(|(_, ids)| *ids).copied().collect();
    let mut without = BTreeSet::new();
    for code in catalogue::codes() {
        let examples = code.examples();
        let has = |wanted: &str| examples.iter().any(|example| kind_and_path(example).0 == wanted);
        if !has("bad") || !has("good") {
            without.insert(code.id);
        }
    }
    assert_eq!(without, known);
}

/// The file of an example, and its kind: `bad` or `good`.
fn kind_and_path<'a>(example: &Example<'a>) -> (&'a str, &'a str) {
    example.info.split_once(' ').unwrap_or((example.info, DOCUMENT))
}

/// The findings in a site with an example and the files it needs.
fn findings(example: &Example<'_>) -> Diagnostics {
    let (_, path) = kind_and_path(example);
    let is_body = path == DOCUMENT && !example.text.starts_with("---");
    let text = if is_body { format!("{FRONT_MATTER}\n{}", example.text) } else { example.text.to_owned() };
    let files =
        [("content/site.yaml", SITE.to_owned()), (DOCUMENT, format!("{FRONT_MATTER}\n本文です。\n")), (path, text)];
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes().into())).collect();
    let tree = Tree { files, ..Tree::default() };
    let options = Options {
        now: Moment::Instant(jiff::Timestamp::UNIX_EPOCH),
        fails_from: Severity::Error,
        locks: Mode::Record,
        drafts: Drafts::Withheld,
    };
    pipeline::run(tree, Diagnostics::default(), &options, &Unobserved).diagnostics
}

fn codes(found: &Diagnostics) -> BTreeSet<&'static str> {
    found.iter().map(|found| found.code.id).collect()
}
