//! Addresses published with the first version of the format: see `README.md` beside this file. Nothing here is ever edited.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test stops where it is not met")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hoshin::address::{Assigned, Context, Input, Mode, assign, assign_positions};
use hoshin::markdown::{LetterheadHints, parse};
use hoshin::policy::{Body, Clause, Content, DocumentId, FormerPosition, Issuer, plain_text};
use hoshin::source;

const ADDRESSES: &str = include_str!("addresses.tsv");

#[test]
fn every_address_ever_published_still_leads_to_its_text() {
    let assigned = build();
    let mut expected = 0;
    for line in ADDRESSES.lines().filter(|line| !line.is_empty()) {
        let [document, fragment, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let page = anchors(&assigned.bodies[&DocumentId(document.into())]);
        assert_eq!(page.get(fragment).map(String::as_str), Some(text), "{document}#{fragment}");
        expected += 1;
    }
    assert!(expected > 100, "{expected}");
}

/// Reads and builds the frozen site; its locks must stand as they are.
fn build() -> Assigned {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/site");
    let (tree, found) = source::read_tree(&site).unwrap();
    assert!(found.is_empty(), "{found:?}");
    let (sources, found) = source::parse(&tree);
    let documents = sources.unwrap_or_else(|| panic!("{found:?}")).documents;
    let (locks, _) = source::locks(&tree);
    let inputs = documents.iter().map(|(id, document)| {
        let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
        let title = &document.meta.title.value;
        let hints = LetterheadHints { title, issuer: issuer.as_deref() };
        let body = assign_positions(parse(&document.source, document.body_start, &hints).0);
        (id.clone(), Input { meta: &document.meta, source: &document.source, body })
    });
    let context = Context { locks: &locks, unreadable: &BTreeSet::new(), mode: Mode::Locked };
    let (assigned, found) = assign(inputs.collect(), &context);
    assert!(found.is_empty(), "{found:?}");
    assigned
}

/// What every permanent address of a page leads to: a clause's text, or `†` and that of a tombstone.
fn anchors(body: &Body) -> BTreeMap<String, String> {
    let mut anchors = BTreeMap::new();
    let mut add = |id: &str, last: String, former: &[FormerPosition], text: &str| {
        let former_places = former.iter().flat_map(|place| [place.fragment(), place.id.to_string()]);
        for fragment in former_places.chain([id.to_owned(), last]) {
            anchors.insert(fragment, text.to_owned());
        }
    };
    body.each_clause(|clause| add(&clause.id, clause.permalink(), &clause.former, &text_of(clause)));
    for stone in &body.addresses.tombstones {
        add(&stone.id, stone.fragment(), &stone.former, &format!("†{}", stone.text));
    }
    anchors
}

fn text_of(clause: &Clause) -> String {
    match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" | "),
    }
}
