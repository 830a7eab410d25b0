//! Who refers to a document or a clause.

use super::atlas::Atlas;
use super::wording::{Here, filled};
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
    let words = w.words;
    w.markup("<section class=\"notes\">\n<h2 id=\"mentions\">");
    w.markup(words.mentioned_by);
    w.markup("</h2>\n<ul class=\"bullets\">\n");
    for (position, one) in others {
        w.markup("<li>");
        let here = Here::new(&w.file, words);
        push(&mut w.out, here, w.shelf.atlas, one);
        if !position.is_empty() {
            let mut link = String::new();
            w.shelf.atlas.push_link(&mut link, here, (id, position));
            w.markup(&filled(words.mentions_place, &[("place", &link)]));
        }
        w.markup("</li>\n");
    }
    w.markup("</ul>\n</section>\n");
}

/// Adds a list of those who refer to something, under a heading; nothing when there is nobody.
pub(super) fn push_list(out: &mut String, here: Here<'_>, atlas: &Atlas<'_>, all: &[Backlink]) {
    out.push_str("<ul class=\"bullets\">\n");
    for one in all {
        out.push_str("<li>");
        push(out, here, atlas, one);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn push(out: &mut String, here: Here<'_>, atlas: &Atlas<'_>, one: &Backlink) {
    atlas.push_link(out, here, (&one.document, &one.position));
    if one.via == Via::Upper {
        out.push_str(here.words.as_upper);
    }
}
