//! At a clause on its document's page: what stands above it, and what takes it up. The link to the page of the chain stands
//! once, beside the document's text ([`facts`](super::super::facts)); at the clause only where it has more neighbours.

use super::super::escape::push_attribute;
use super::super::link;
use super::super::wording::{Here, filled};
use super::super::writer::{Surface, Writer};
use crate::corpus::{ClausePlace, Edge};

/// How many are named at the clause itself; the page of the chain has them all.
const NAMED: usize = 5;

/// Adds a line with the neighbours of a clause, if it has any. It is no official text, and is marked so.
pub(in crate::site) fn neighbours(w: &mut Writer<'_>, position: &str) {
    if w.surface == Surface::Document && !position.is_empty() {
        push(w, position, See::WhereThereIsMore);
    }
}

/// Where the page of the chain is linked to.
#[derive(Clone, Copy, PartialEq)]
enum See {
    Always,
    WhereThereIsMore,
}

/// The same on the clause's own page, under a heading.
pub(in crate::site) fn section(w: &mut Writer<'_>, position: &str) {
    let cascade = &w.shelf.corpus.cascade;
    let id = &w.document.id;
    if cascade.upward(id, position).len() == 0 && cascade.downward(id, position).len() == 0 {
        return;
    }
    w.markup("<h2>");
    w.markup(w.words.trace);
    w.markup("</h2>\n");
    push(w, position, See::Always);
}

fn push(w: &mut Writer<'_>, position: &str, see: See) {
    let cascade = &w.shelf.corpus.cascade;
    let id = &w.document.id;
    let (above, below) = (cascade.upward(id, position), cascade.downward(id, position));
    if above.len() == 0 && below.len() == 0 {
        return;
    }
    let words = w.words;
    w.markup("\n<p class=\"chain\" data-nosnippet>");
    let above: Vec<&Edge> = above.collect();
    let below: Vec<&Edge> = below.collect();
    let groups = Group::all(words.above, &above, |edge| &edge.upper);
    let groups: Vec<Group<'_>> = groups.chain(Group::all(words.below, &below, |edge| &edge.lower)).collect();
    for (at, group) in groups.iter().enumerate() {
        if at > 0 {
            w.markup("<br>");
        }
        group.push(w);
    }
    if see == See::WhereThereIsMore && groups.iter().all(|group| group.edges.len() <= NAMED) {
        w.markup("</p>");
        return;
    }
    w.markup("<br><a class=\"see\"");
    let file = link::trace_file(id);
    let href = link::relative(&w.file, &file, None);
    push_attribute(&mut w.out, "href", &href);
    let name = w.place(position);
    w.attribute("aria-label", &format!("{}（{name}）", words.chain_see));
    w.markup(">");
    w.markup(words.chain_see);
    w.markup("</a></p>");
}

/// Neighbours on one side, of the same year or of others.
struct Group<'a> {
    name: &'static str,
    years_differ: bool,
    edges: Vec<&'a Edge>,
    other: fn(&Edge) -> &ClausePlace,
}

impl<'a> Group<'a> {
    /// Those of the same year first; none without neighbours.
    fn all(
        name: &'static str,
        edges: &[&'a Edge],
        other: fn(&Edge) -> &ClausePlace,
    ) -> impl Iterator<Item = Self> + use<'a> {
        let (others, same): (Vec<&Edge>, Vec<&Edge>) = edges.iter().partition(|edge| edge.years_differ);
        let groups = [(false, same), (true, others)].into_iter().filter(|(_, edges)| !edges.is_empty());
        groups.map(move |(years_differ, edges)| Self { name, years_differ, edges, other })
    }

    fn push(&self, w: &mut Writer<'_>) {
        let words = w.words;
        w.markup("<span class=\"way\">");
        w.markup(self.name);
        if self.years_differ {
            w.markup(&filled(words.chain_years_differ, &[("note", words.trace_years_differ)]));
        }
        w.markup("</span> ");
        for (at, edge) in self.edges.iter().take(NAMED).enumerate() {
            if at > 0 {
                w.markup(words.and);
            }
            let place = (self.other)(edge);
            let here = Here::new(&w.file, words);
            w.shelf.atlas.push_link(&mut w.out, here, (&place.document, &place.position));
        }
        if self.edges.len() > NAMED {
            w.markup(words.and);
            w.text(&filled(words.trace_more, &[("count", &(self.edges.len() - NAMED).to_string())]));
        }
    }
}
