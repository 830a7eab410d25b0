//! The sections of a clause's page below its text.

use crate::corpus::{Copies, Referent};
use crate::policy::{ClauseId, Fragment, Position, Purpose};
use crate::site::frame::link;
use crate::site::pages::document::related;
use crate::site::text::backlinks;
use crate::site::text::writer::TextWriter;
use crate::snippet::PublishedPosts;

/// The address of a fragment on the page of the document.
pub(super) fn in_document(w: &TextWriter<'_>, fragment: &Fragment) -> String {
    link::relative(&w.file, &link::document_file(&w.document.id), Some(fragment))
}

/// Writes what can be copied as text to be selected; a script puts a button to each. All of it is made by one function of the
/// corpus, but for the released posts.
pub(super) fn copies(w: &mut TextWriter<'_>, copies: &Copies, released: Option<&PublishedPosts<'_>>) {
    let mut posts = String::new();
    for (post, _) in released.map_or(&[][..], |released| &released.posts) {
        if post.channel.purpose == Purpose::Post {
            w.parts.clause_post.push(&mut posts, [post.channel.title, &post.text()]);
        }
    }
    let Copies { link, name, citation, quotation, markdown, .. } = copies;
    w.parts.clause_copies.push(&mut w.out, [link, name, citation, quotation, markdown, &posts]);
}

/// Writes the links with which a reader passes on the page of this title.
pub(super) fn share(w: &mut TextWriter<'_>, title: &str) {
    let share = related::share(title, &w.site.url(&w.file));
    w.parts.clause_share.push(&mut w.out, [&share.line, &share.x, &share.mail]);
}

/// Writes who refers to a clause.
pub(super) fn mentions(w: &mut TextWriter<'_>, position: &Position) {
    let referent = Referent::Clause(w.document.id.clone(), position.clone());
    let all = w.site.corpus.links.referring_to(&referent);
    if !all.is_empty() {
        let list = backlinks::list(w.site, w.page(), all);
        w.parts.clause_mentioned_by.push(&mut w.out, [&list]);
    }
}

/// The way to the document, as list items: the same on every page of the document, since all of them stand equally deep.
pub(super) fn crumbs(w: &TextWriter<'_>, title: &str) -> String {
    let from = link::clause_file(&ClauseId::new("x"));
    let year = w.document.meta.fiscal_year.value;
    let year_title = w.words.year(year);
    let mut out = String::new();
    for (file, title) in [(link::year_file(year), year_title.as_str()), (link::document_file(&w.document.id), title)] {
        w.parts.clause_crumb.push(&mut out, [&link::relative(&from, &file, None), title]);
    }
    out
}
