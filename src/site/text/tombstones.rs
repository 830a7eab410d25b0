//! The section for clauses that are gone, at the foot of a document's page.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::{former, note, push_anchor};
use super::fate::fate;
use super::writer::TextWriter;
use crate::policy::{ClauseId, FormerPosition, Fragment, Position, Tombstone};
use crate::site::frame::escape::push_escaped;
use crate::site::frame::site::SiteContext;
use crate::site::frame::theme::Components;
use crate::site::frame::words::PageContext;

/// The section for old links whose clause the text no longer has; empty where there are none.
pub(crate) fn section(w: &mut TextWriter<'_>) -> String {
    let document = w.document;
    let addresses = &document.body.addresses;
    let vacant: Vec<&Position> =
        addresses.retargeted.iter().map(|known| &known.position).filter(|known| !w.noted.contains(known)).collect();
    if addresses.tombstones.is_empty() && vacant.is_empty() {
        return String::new();
    }
    let positions = w.apart(|w| {
        for position in vacant {
            if !w.noted.contains(position) {
                note(w, position);
            }
        }
    });
    let mut items = String::new();
    for gone in in_order(&addresses.tombstones) {
        let anchors = w.apart(|w| {
            for fragment in fragments(gone, |position| addresses.is_unambiguous(position)) {
                former(w, &fragment);
            }
        });
        let content = tombstone(w.site, w.page(), gone);
        w.parts.address_item.push(&mut items, [gone.id.as_str(), &anchors, &content]);
    }
    w.parts.gone_clauses.with([&positions, &items])
}

/// A clause that is gone and what became of it, as HTML.
fn tombstone(site: &SiteContext<'_>, page: PageContext<'_>, gone: &Tombstone) -> String {
    page.parts.tombstone.with([&text(page.parts, gone), &fate(site, page, gone)])
}

/// Every fragment but its id that has led to a clause which is gone. `is_its_own` tells whether a bare position has meant
/// no other clause.
pub(crate) fn fragments(gone: &Tombstone, is_its_own: impl Fn(&Position) -> bool) -> Vec<Fragment> {
    let mut all = vec![gone.fragment()];
    all.extend(gone.former.iter().map(FormerPosition::fragment));
    all.extend(gone.ids().skip(1).map(Fragment::from));
    let positions = std::iter::once(&gone.position).chain(gone.former.iter().map(|place| &place.position));
    all.extend(positions.filter(|position| is_its_own(position)).map(Fragment::from));
    all
}

/// In the order in which they once stood, as far as their last positions tell.
pub(crate) fn in_order(tombstones: &[Tombstone]) -> Vec<&Tombstone> {
    let mut all: Vec<&Tombstone> = tombstones.iter().collect();
    all.sort_by_cached_key(|gone| order(gone.position.as_str()));
    all
}

/// The preamble, the sections, the annexes, the supplementary provisions; and in them, numbers as numbers.
fn order(position: &str) -> (u8, Vec<(String, u32)>) {
    let part = match position.bytes().next() {
        Some(b'p') if position.starts_with("pre-") => 0,
        Some(b'a') => 2,
        Some(b'x') => 3,
        _ => 1,
    };
    let steps = position.split(['-', '.', '_', 'r']).map(|step| {
        let digits = step.find(|c: char| c.is_ascii_digit()).unwrap_or(step.len());
        (step[..digits].to_owned(), step[digits..].parse().unwrap_or(0))
    });
    (part, steps.collect())
}

/// The last place and text of a clause, as HTML: 5(1)「…」.
pub(crate) fn text(parts: &Components, gone: &Tombstone) -> String {
    if gone.text.is_empty() {
        let mut name = String::new();
        push_escaped(&mut name, &gone.name);
        return name;
    }
    parts.tombstone_text.with([&gone.name, &gone.text])
}

/// The clauses of a document that was taken down, each at its fragments, as HTML.
pub(crate) fn list(site: &SiteContext<'_>, page: PageContext<'_>, tombstones: &[Tombstone]) -> String {
    let owners = owners(tombstones);
    let is_its_own = |position: &Position| owners.get(position).is_some_and(|ids| ids.len() == 1);
    let mut seen: BTreeSet<Fragment> = tombstones.iter().map(|gone| Fragment::from(&gone.id)).collect();
    let mut items = String::new();
    for gone in in_order(tombstones) {
        let mut anchors = String::new();
        for fragment in fragments(gone, is_its_own) {
            if seen.insert(fragment.clone()) {
                push_anchor(&mut anchors, &fragment);
            }
        }
        page.parts.address_item.push(&mut items, [gone.id.as_str(), &anchors, &tombstone(site, page, gone)]);
    }
    page.parts.address_list.with([&items])
}

/// The ids of the clauses that have ever stood at each position.
fn owners(tombstones: &[Tombstone]) -> BTreeMap<&Position, BTreeSet<&ClauseId>> {
    let mut owners: BTreeMap<&Position, BTreeSet<&ClauseId>> = BTreeMap::new();
    for gone in tombstones {
        let positions = std::iter::once(&gone.position).chain(gone.former.iter().map(|place| &place.position));
        for position in positions {
            owners.entry(position).or_default().insert(&gone.id);
        }
    }
    owners
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn positions_are_in_the_order_of_the_page() {
        let mut positions =
            ["x1", "a1-b1", "s10", "s2-t1r10", "s2", "pre-p1", "s2-t1r2", "a1", "s2-1", "p1"].map(str::to_owned);
        positions.sort_by_key(|position| order(position));
        assert_eq!(positions, ["pre-p1", "p1", "s2", "s2-1", "s2-t1r2", "s2-t1r10", "s10", "a1", "a1-b1", "x1"]);
    }
}
