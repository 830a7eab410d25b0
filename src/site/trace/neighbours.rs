//! At a clause on its document's page: what stands above it, and what takes it up.

use super::super::escape::{push_attribute, push_escaped};
use super::super::link;
use super::super::wording::{Here, filled};
use super::super::writer::{Surface, Writer};
use crate::corpus::{ClausePlace, Edge};

/// How many are named at the clause itself; the page of the chain has them all.
const NAMED: usize = 5;

/// Adds a line with the neighbours of a clause, if it has any. It is no official text, and is marked so.
pub(in crate::site) fn neighbours(w: &mut Writer<'_>, position: &str) {
    if w.surface == Surface::Document && !position.is_empty() {
        push(w, position);
    }
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
    push(w, position);
}

fn push(w: &mut Writer<'_>, position: &str) {
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
    group(w, words.above, &above, |edge| &edge.upper);
    group(w, words.below, &below, |edge| &edge.lower);
    let file = link::trace_file(id);
    w.markup("<a class=\"see\"");
    let href = link::relative(&w.file, &file, None);
    push_attribute(&mut w.out, "href", &href);
    let name = w.place(position);
    w.attribute("aria-label", &format!("{}（{name}）", words.chain_see));
    w.markup(">");
    w.markup(words.chain_see);
    w.markup("</a></p>");
}

fn group(w: &mut Writer<'_>, name: &str, edges: &[&Edge], other: impl Fn(&Edge) -> &ClausePlace) {
    for years_differ in [false, true] {
        let edges: Vec<&&Edge> = edges.iter().filter(|edge| edge.years_differ == years_differ).collect();
        if edges.is_empty() {
            continue;
        }
        let words = w.words;
        w.markup("<span class=\"way\">");
        w.markup(name);
        if years_differ {
            w.markup(&filled(words.chain_years_differ, &[("note", words.trace_years_differ)]));
        }
        w.markup("</span> ");
        for (at, edge) in edges.iter().take(NAMED).enumerate() {
            if at > 0 {
                w.markup(words.and);
            }
            let place = other(edge);
            let here = Here::new(&w.file, words);
            w.shelf.atlas.push_link(&mut w.out, here, (&place.document, &place.position));
        }
        if edges.len() > NAMED {
            let mut more = String::new();
            push_escaped(&mut more, &filled(words.trace_more, &[("count", &(edges.len() - NAMED).to_string())]));
            w.markup(words.and);
            w.markup(&more);
        }
        w.markup("<br>");
    }
}
