//! Who refers to a document or a clause.

use super::atlas::Atlas;
use super::writer::Writer;
use crate::corpus::{Backlink, Referent, Via};

/// Writes the list of those who refer to the document or one of its clauses, the document itself left out.
pub(super) fn of_document(w: &mut Writer<'_>) {
    let (links, id) = (&w.shelf.corpus.links, &w.document.id);
    let whole = links.referring_to(&Referent::Document(id.clone())).iter().map(|one| ("", one));
    let clauses = links.clauses_referred_to(id).flat_map(|(position, all)| all.iter().map(move |one| (position, one)));
    let others: Vec<(&str, &Backlink)> = whole.chain(clauses).filter(|(_, one)| one.document != *id).collect();
    if others.is_empty() {
        return;
    }
    w.markup("<section class=\"notes\" id=\"mentions\" data-nosnippet>\n<h2>この文書を挙げている文書</h2>\n<ul class=\"bullets\">\n");
    for (position, one) in others {
        w.markup("<li>");
        push(&mut w.out, &w.file, w.shelf.atlas, one);
        if !position.is_empty() {
            w.markup("（");
            w.shelf.atlas.push_link(&mut w.out, &w.file, (id, position));
            w.markup("を挙げています）");
        }
        w.markup("</li>\n");
    }
    w.markup("</ul>\n</section>\n");
}

/// Adds a list of those who refer to something, under a heading; nothing when there is nobody.
pub(super) fn push_list(out: &mut String, from: &str, atlas: &Atlas<'_>, all: &[Backlink]) {
    out.push_str("<ul class=\"bullets\">\n");
    for one in all {
        out.push_str("<li>");
        push(out, from, atlas, one);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn push(out: &mut String, from: &str, atlas: &Atlas<'_>, one: &Backlink) {
    atlas.push_link(out, from, (&one.document, &one.position));
    if one.via == Via::Upper {
        out.push_str("（上位文書として）");
    }
}
