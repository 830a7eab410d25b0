//! Clauses that are gone: what became of them, and their section at the foot of the page.

use std::collections::BTreeSet;

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::spot::{former, note};
use super::writer::Writer;
use crate::policy::{DocumentId, FormerPosition, Tombstone, TombstoneState, era_date};

/// Writes the section for what old links lead to and the text no longer has.
pub(super) fn section(w: &mut Writer<'_>) {
    let document = w.document;
    let addresses = &document.body.addresses;
    let vacant: Vec<&str> =
        addresses.retargeted.iter().map(|known| &*known.position).filter(|known| !w.noted.contains(known)).collect();
    if addresses.tombstones.is_empty() && vacant.is_empty() {
        return;
    }
    w.markup("<section class=\"notes\" id=\"gone\">\n<h2>なくなった項</h2>\n");
    for position in vacant {
        if !w.noted.contains(position) {
            note(w, position);
        }
    }
    w.markup("\n<ul class=\"bullets\">\n");
    for gone in &addresses.tombstones {
        w.markup("<li");
        w.id(&gone.id);
        w.markup(">");
        anchors(w, gone);
        w.out.push_str(&text(gone));
        w.markup("<br>");
        push_fate(&mut w.out, &w.file, w.shelf.atlas, gone);
        w.markup("</li>\n");
    }
    w.markup("</ul>\n</section>\n");
}

fn anchors(w: &mut Writer<'_>, gone: &Tombstone) {
    let addresses = &w.document.body.addresses;
    former(w, &gone.fragment());
    if addresses.is_unambiguous(&gone.position) {
        former(w, &gone.position);
    }
    for FormerPosition { id, position, .. } in &gone.former {
        former(w, &format!("{position}.{id}"));
        if *id != gone.id {
            former(w, id);
        }
        if addresses.is_unambiguous(position) {
            former(w, position);
        }
    }
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
pub(super) fn push_fate(out: &mut String, from: &str, atlas: &Atlas<'_>, gone: &Tombstone) {
    if let Some(date) = gone.date {
        out.push_str(&format!("{}版で", era_date(date)));
    }
    let successors = successors(from, atlas, gone);
    let end = match (gone.state, successors.is_empty()) {
        (TombstoneState::Moved, true) => "別の文書へ移されました。",
        (TombstoneState::Moved, false) => "へ移されました。",
        (TombstoneState::Merged, true) => "ほかの項へ統合されました。",
        (TombstoneState::Merged, false) => "へ統合されました。",
        (TombstoneState::Split, true) => "分けられました。",
        (TombstoneState::Split, false) => "に分けられました。",
        (TombstoneState::Withdrawn, true) => "廃止されました。",
        (TombstoneState::Withdrawn, false) => "に代わりました。",
        (TombstoneState::Reserved, true) => "欠番になりました。",
        (TombstoneState::Reserved, false) => "に代わり、欠番になりました。",
    };
    out.push_str(&successors);
    out.push_str(end);
    if let Some(reason) = &gone.reason {
        out.push_str("理由：");
        push_escaped(out, reason);
    }
}

/// The public clauses that took its place, as links with 、 between them; of one that is gone itself, its tombstone.
fn successors(from: &str, atlas: &Atlas<'_>, gone: &Tombstone) -> String {
    let mut ids: Vec<&str> = gone.successors.iter().map(|id| &**id).collect();
    if ids.is_empty() && gone.state == TombstoneState::Moved {
        ids.push(&gone.id);
    }
    let mut out = String::new();
    for id in ids {
        let mut link = String::new();
        match atlas.find(id) {
            Some(place) => atlas.push_link(&mut link, from, place),
            None if atlas.is_told_by(id, gone) => {}
            None => atlas.push_grave(&mut link, from, id),
        }
        if !out.is_empty() && !link.is_empty() {
            out.push('、');
        }
        out.push_str(&link);
    }
    if out.is_empty()
        && let Some(document) = gone.moved_to.as_ref().map(|id| DocumentId(id.to_string()))
        && atlas.chart(&document).is_some()
    {
        atlas.push_link(&mut out, from, (&document, ""));
    }
    out
}

/// The clauses of a document that was taken down, each at its fragments.
pub(super) fn list(atlas: &Atlas<'_>, from: &str, tombstones: &[Tombstone]) -> String {
    let mut out = String::from("<ul class=\"bullets\">\n");
    let mut seen = BTreeSet::new();
    for gone in tombstones {
        out.push_str("<li");
        push_attribute(&mut out, "id", &gone.id);
        out.push('>');
        seen.insert(gone.id.to_string());
        let former = gone.former.iter().flat_map(|place| [place.fragment(), place.id.to_string()]);
        for fragment in std::iter::once(gone.fragment()).chain(former) {
            if seen.insert(fragment.clone()) {
                out.push_str("<span");
                push_attribute(&mut out, "id", &fragment);
                out.push_str("></span>");
            }
        }
        out.push_str(&text(gone));
        out.push_str("<br>");
        push_fate(&mut out, from, atlas, gone);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>");
    out
}
