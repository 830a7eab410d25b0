//! The addresses of a clause on the page of its document: its own, former ones, and the note for those who follow an old
//! link to a place that means something else now.

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::gone::push_fate;
use super::link;
use super::wording::{Here, filled};
use super::writer::{Surface, Writer};
use crate::policy::{ClauseAddress, Retargeted};

/// The empty anchors at the start of what has an address. They stand before the text, not at the permalink behind it:
/// a browser scrolls to the anchor, and who arrives is to see the clause from its beginning.
pub(super) fn anchors(w: &mut Writer<'_>, address: ClauseAddress<'_>) {
    if w.surface == Surface::Clause || address.id.is_empty() {
        return;
    }
    anchor(w, &address.permalink());
    if w.document.body.addresses.is_unambiguous(address.position) {
        anchor(w, address.position);
    }
    for place in address.former {
        former(w, &place.fragment());
        if *place.id != *address.id {
            former(w, &place.id);
        }
        if *place.position != *address.position && w.document.body.addresses.is_unambiguous(&place.position) {
            former(w, &place.position);
        }
    }
}

/// An anchor for a fragment of the past, once.
pub(super) fn former(w: &mut Writer<'_>, fragment: &str) {
    if w.former.insert(fragment.to_owned()) {
        anchor(w, fragment);
    }
}

fn anchor(w: &mut Writer<'_>, fragment: &str) {
    w.markup("<span");
    w.attribute("id", fragment);
    w.markup("></span>");
}

/// What can be done with a clause: its permalink, and the way to its own page, where everything can be copied. The names
/// of the links say whose they are. Like all that is not the document's own text, they are marked with `data-nosnippet`.
pub(super) fn tools(w: &mut Writer<'_>, address: ClauseAddress<'_>) {
    if w.surface == Surface::Clause || address.position.is_empty() {
        return;
    }
    let (words, name) = (w.words, w.place(address.position));
    w.markup("<span data-nosnippet><a class=\"pl\"");
    let href = link::relative(&w.file, &w.file, Some(&address.permalink()));
    w.attribute("href", &href);
    w.attribute("aria-label", &filled(words.permalink, &[("name", &name)]));
    w.markup("><span aria-hidden=\"true\">#</span></a>");
    if !address.id.is_empty() {
        w.markup("<a class=\"q\"");
        let href = link::relative(&w.file, &link::clause_file(address.id), None);
        w.attribute("href", &href);
        w.attribute("aria-label", &filled(words.cite_clause, &[("name", &name)]));
        w.markup(">");
        w.markup(words.cite);
        w.markup("</a>");
    }
    w.markup("</span>");
}

/// The note at a bare position that has meant other clauses before, if it has.
pub(super) fn note(w: &mut Writer<'_>, position: &str) {
    if w.surface == Surface::Clause {
        return;
    }
    let document = w.document;
    let all = &document.body.addresses.retargeted;
    let first = all.partition_point(|known| *known.position < *position);
    let told: Vec<&Retargeted> = all[first..].iter().take_while(|known| *known.position == *position).collect();
    let Some(one) = told.first() else { return };
    w.noted.insert(&one.position);
    w.markup("\n<p class=\"was\" data-nosnippet");
    w.attribute("id", position);
    w.markup(">");
    for (index, was) in told.into_iter().enumerate() {
        if index > 0 {
            w.markup("<br>");
        }
        sentence(w, was);
    }
    w.markup("</p>");
}

/// `令和8年4月1日版の5(1)は現在6(2)です。`
fn sentence(w: &mut Writer<'_>, was: &Retargeted) {
    let atlas: &Atlas<'_> = w.shelf.atlas;
    let document = w.document;
    let words = w.words;
    let here = Here::new(&w.file, words);
    let version = was.date.map_or_else(
        || words.version_before.to_owned(),
        |date| filled(words.version_of, &[("date", &words.short_day(date))]),
    );
    let mut name = String::new();
    push_escaped(&mut name, &was.name);
    let tombstones = &document.body.addresses.tombstones;
    let gone = tombstones.binary_search_by(|gone| gone.id.cmp(&was.was)).ok().map(|at| &tombstones[at]);
    let told = match (atlas.find(&was.was), gone) {
        (Some(place), _) => {
            let mut now = String::new();
            atlas.push_link(&mut now, here, place);
            filled(words.was_now, &[("version", &version), ("name", &name), ("now", &now)])
        }
        (None, Some(gone)) => {
            let mut link = String::from("<a");
            push_attribute(&mut link, "href", &link::relative(&w.file, &w.file, Some(&gone.id)));
            link.push_str(&format!(">{name}</a>"));
            let mut fate = String::new();
            push_fate(&mut fate, here, atlas, gone);
            filled(words.was_fate, &[("version", &version), ("name", &link), ("fate", &fate)])
        }
        (None, None) => filled(words.was_gone, &[("version", &version), ("name", &name)]),
    };
    w.markup(&told);
}
