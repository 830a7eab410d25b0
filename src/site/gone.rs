//! Clauses that are gone: what became of them, and their section at the foot of the page.

use std::collections::{BTreeMap, BTreeSet};

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::spot::{former, note};
use super::toc::Ending;
use super::wording::{Here, filled};
use super::writer::Writer;
use crate::policy::{DocumentId, FormerPosition, Tombstone, TombstoneState};

/// Writes the section for what old links lead to and the text no longer has. Returns its heading, if there is one.
pub(super) fn section(w: &mut Writer<'_>) -> Option<Ending> {
    let document = w.document;
    let addresses = &document.body.addresses;
    let vacant: Vec<&str> =
        addresses.retargeted.iter().map(|known| &*known.position).filter(|known| !w.noted.contains(known)).collect();
    if addresses.tombstones.is_empty() && vacant.is_empty() {
        return None;
    }
    let ending = Ending { id: "gone", heading: w.words.gone };
    w.markup("<section class=\"notes\" id=\"gone\" data-nosnippet>\n<h2>");
    w.markup(ending.heading);
    w.markup("</h2>\n");
    for position in vacant {
        if !w.noted.contains(position) {
            note(w, position);
        }
    }
    w.markup("\n<ul class=\"bullets\">\n");
    for gone in in_order(&addresses.tombstones) {
        w.markup("<li");
        w.id(&gone.id);
        w.markup(">");
        for fragment in fragments(gone, |position| addresses.is_unambiguous(position)) {
            former(w, &fragment);
        }
        w.out.push_str(&text(gone));
        w.markup("<br>");
        push_fate(&mut w.out, Here::new(&w.file, w.words), w.shelf.atlas, gone);
        w.markup("</li>\n");
    }
    w.markup("</ul>\n</section>\n");
    Some(ending)
}

/// Every fragment but its id that has led to a clause which is gone. `is_its_own` tells whether a bare position has meant
/// no other clause.
pub(super) fn fragments(gone: &Tombstone, is_its_own: impl Fn(&str) -> bool) -> Vec<String> {
    let mut all = vec![gone.fragment()];
    all.extend(gone.former.iter().map(FormerPosition::fragment));
    all.extend(gone.ids().skip(1).map(str::to_owned));
    let positions = std::iter::once(&gone.position).chain(gone.former.iter().map(|place| &place.position));
    all.extend(positions.filter(|position| is_its_own(position)).map(ToString::to_string));
    all
}

/// In the order in which they once stood, as far as their last positions tell.
pub(super) fn in_order(tombstones: &[Tombstone]) -> Vec<&Tombstone> {
    let mut all: Vec<&Tombstone> = tombstones.iter().collect();
    all.sort_by_cached_key(|gone| order(&gone.position));
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

/// Its last place and text: 5(1)「…」.
pub(super) fn text(gone: &Tombstone) -> String {
    let mut out = String::new();
    push_escaped(&mut out, &gone.name);
    if !gone.text.is_empty() {
        out.push('「');
        push_escaped(&mut out, &gone.text);
        out.push('」');
    }
    out
}

/// What became of a clause, as the end of a sentence that starts with it: 令和8年7月1日版で廃止されました。
pub(super) fn push_fate(out: &mut String, here: Here<'_>, atlas: &Atlas<'_>, gone: &Tombstone) {
    let words = here.words;
    let version = gone.date.map(|date| filled(words.in_version_of, &[("date", &words.short_day(date))]));
    let successors = successors(here, atlas, gone);
    let end = match (gone.state, successors.is_empty()) {
        (TombstoneState::Moved, true) => words.moved_away,
        (TombstoneState::Moved, false) => words.moved_to,
        (TombstoneState::Merged, true) => words.merged,
        (TombstoneState::Merged, false) => words.merged_into,
        (TombstoneState::Split, true) => words.split,
        (TombstoneState::Split, false) => words.split_into,
        (TombstoneState::Withdrawn, true) => words.withdrawn,
        (TombstoneState::Withdrawn, false) => words.replaced_by,
        (TombstoneState::Reserved, true) => words.reserved,
        (TombstoneState::Reserved, false) => words.reserved_for,
    };
    out.push_str(&filled(end, &[("version", &version.unwrap_or_default()), ("successors", &successors)]));
    if let Some(reason) = &gone.reason {
        out.push_str(words.reason);
        push_escaped(out, reason);
    }
}

/// The public clauses that took its place, as links one after the other; of one that is gone itself, its tombstone.
fn successors(here: Here<'_>, atlas: &Atlas<'_>, gone: &Tombstone) -> String {
    let mut ids: Vec<&str> = gone.successors.iter().map(|id| &**id).collect();
    if ids.is_empty() && gone.state == TombstoneState::Moved {
        ids.push(&gone.id);
    }
    let mut out = String::new();
    for id in ids {
        let mut link = String::new();
        match atlas.find(id) {
            Some(place) => atlas.push_link(&mut link, here, place),
            None if atlas.is_told_by(id, gone) => {}
            None => atlas.push_grave(&mut link, here, id),
        }
        if !out.is_empty() && !link.is_empty() {
            out.push_str(here.words.and);
        }
        out.push_str(&link);
    }
    if out.is_empty()
        && let Some(document) = gone.moved_to.as_ref().map(|id| DocumentId(id.to_string()))
        && atlas.chart(&document).is_some()
    {
        atlas.push_link(&mut out, here, (&document, ""));
    }
    out
}

/// The clauses of a document that was taken down, each at its fragments.
pub(super) fn list(atlas: &Atlas<'_>, here: Here<'_>, tombstones: &[Tombstone]) -> String {
    let owners = owners(tombstones);
    let is_its_own = |position: &str| owners.get(position).is_some_and(|ids| ids.len() == 1);
    let mut seen: BTreeSet<String> = tombstones.iter().map(|gone| gone.id.to_string()).collect();
    let mut out = String::from("<ul class=\"bullets\">\n");
    for gone in in_order(tombstones) {
        out.push_str("<li");
        push_attribute(&mut out, "id", &gone.id);
        out.push('>');
        for fragment in fragments(gone, is_its_own) {
            if seen.insert(fragment.clone()) {
                push_anchor(&mut out, &fragment);
            }
        }
        out.push_str(&text(gone));
        out.push_str("<br>");
        push_fate(&mut out, here, atlas, gone);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>");
    out
}

/// Who has ever stood at each position.
fn owners(tombstones: &[Tombstone]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for gone in tombstones {
        let positions = std::iter::once(&gone.position).chain(gone.former.iter().map(|place| &place.position));
        for position in positions {
            owners.entry(position).or_default().insert(&gone.id);
        }
    }
    owners
}

/// An empty anchor.
pub(super) fn push_anchor(out: &mut String, fragment: &str) {
    out.push_str("<span");
    push_attribute(out, "id", fragment);
    out.push_str("></span>");
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
