//! Addresses published with the first version of the format: see `README.md` beside this file. Nothing here is ever edited.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

#[path = "../replay/page.rs"]
#[allow(dead_code, reason = "a part of what the replay reads")]
mod page;

use std::collections::BTreeMap;
use std::path::Path;

use hoshin::address::Mode;
use hoshin::artifact::Artifacts;
use hoshin::diagnostic::Severity;
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::source;

use page::{ClausePage, FragmentContent, Page, Target};

const ADDRESSES: &str = include_str!("addresses.tsv");

#[test]
fn every_address_ever_published_still_leads_to_its_text() {
    let files = build();
    let mut pages = BTreeMap::new();
    let mut expected = 0;
    for line in ADDRESSES.lines() {
        let [path, fragment, shown] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let seen = shown_at(&files, &mut pages, &(path.into(), fragment.into()));
        assert_eq!(seen, shown, "{path}#{fragment}");
        expected += 1;
    }
    assert!(expected > 400, "{expected}");
}

/// Builds the frozen site; its locks must stand as they are.
fn build() -> Artifacts {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/site");
    let (tree, found) = source::read_tree(&site).unwrap();
    let now = Moment::Instant(jiff::Timestamp::MAX);
    let options = Options { now, fails_from: Severity::Error, locks: Mode::Locked, drafts: Drafts::Withheld };
    let outcome = pipeline::run(tree, found, &options, &Unobserved);
    outcome.artifacts.unwrap_or_else(|| panic!("{:?}", outcome.diagnostics))
}

/// What a reader of an address sees: the text of a clause; † and the last text of one that is gone; ※ and where the clauses
/// are that once stood there.
fn shown_at(files: &Artifacts, pages: &mut BTreeMap<String, Page>, (path, fragment): &Target) -> String {
    if path.starts_with("c/") {
        return clause_page(files, pages, path);
    }
    let page = pages.entry(path.clone()).or_insert_with(|| Page::read(files, path));
    match page.contents.get(fragment).cloned() {
        None => "lost".to_owned(),
        Some(FragmentContent::Clause(at)) => page.clauses[at].text.clone(),
        Some(FragmentContent::Gone(words, _)) => format!("†{}", quoted(&words)),
        Some(FragmentContent::Note(targets)) => {
            let all: Vec<String> = targets.iter().map(|(path, fragment)| format!("{path}#{fragment}")).collect();
            format!("※{}", all.join(" "))
        }
        Some(FragmentContent::Moved(target)) => shown_at(files, pages, &target),
    }
}

fn clause_page(files: &Artifacts, pages: &mut BTreeMap<String, Page>, path: &str) -> String {
    let page = ClausePage::read(files, path);
    let target = page.links.iter().rfind(|(_, fragment)| !fragment.is_empty());
    match (page.is_told, target) {
        (true, _) if !page.text.is_empty() => format!("†{}", quoted(&page.text)),
        (_, Some(target)) => shown_at(files, pages, target),
        (_, None) => "lost".to_owned(),
    }
}

/// What stands in the first 「」; its text has none in it.
fn quoted(words: &str) -> &str {
    words.split(['「', '」']).nth(1).unwrap_or_default()
}
