//! The documents and clauses that refer to a document, a clause or a plan.

use super::writer::TextWriter;
use crate::corpus::{Backlink, Referent, Via};
use crate::policy::Position;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::PageContext;

/// The section with the references to a document and its clauses, but for those in the document itself; empty without one.
pub(crate) fn of_document(w: &TextWriter<'_>) -> String {
    let (links, id) = (&w.site.corpus.links, &w.document.id);
    let nowhere = Position::default();
    let whole = links.referring_to(&Referent::Document(id.clone())).iter().map(|one| (&nowhere, one));
    let clauses = links.clauses_referred_to(id).flat_map(|(position, all)| all.iter().map(move |one| (position, one)));
    let others: Vec<(&Position, &Backlink)> = whole.chain(clauses).filter(|(_, one)| one.document != *id).collect();
    if others.is_empty() {
        return String::new();
    }
    let mut items = String::new();
    for (position, one) in others {
        let place = match position.is_empty() {
            true => String::new(),
            false => w.parts.mentions_place.with([&w.link_to(id, position)]),
        };
        push(&mut items, w.site, w.page(), one, &place);
    }
    w.parts.backlinks_of_document.with([&items])
}

/// A list of references, as HTML.
pub(crate) fn list(site: &SiteContext<'_>, page: PageContext<'_>, all: &[Backlink]) -> String {
    let mut items = String::new();
    all.iter().for_each(|one| push(&mut items, site, page, one, ""));
    page.parts.backlinks.with([&items])
}

fn push(out: &mut String, site: &SiteContext<'_>, page: PageContext<'_>, one: &Backlink, place: &str) {
    let mut link = String::new();
    site.clauses.push_link(&mut link, page, &one.document, &one.position);
    let as_upper = if one.via == Via::Upper { page.parts.as_upper.with([]) } else { String::new() };
    page.parts.backlink.push(out, [&link, &as_upper, place]);
}
