//! What can be copied of a passage.

use super::super::wording::filled;
use super::super::writer::Writer;
use crate::corpus::Copies;
use crate::policy::Purpose;
use crate::snippet::PublishedPosts;

/// Writes it as text to be selected; a script puts a button to each. All of it is made by one function of the corpus, but for
/// the posts that were released about it.
pub(super) fn list(w: &mut Writer<'_>, copies: &Copies, released: Option<&PublishedPosts<'_>>) {
    let words = w.words;
    w.markup("<h2 class=\"copying\">");
    w.markup(words.cite_heading);
    w.markup("</h2>\n<dl class=\"copy\">\n");
    for (what, text) in [
        (words.cite_link, &copies.link),
        (words.cite_name, &copies.name),
        (words.cite_source, &copies.citation),
        (words.cite_quotation, &copies.quotation),
        ("Markdown", &copies.markdown),
    ] {
        w.markup("<dt>");
        w.markup(what);
        w.markup("</dt>\n<dd>");
        w.text(text);
        w.markup("</dd>\n");
    }
    for (post, _) in released.map_or(&[][..], |released| &released.posts) {
        if post.channel.purpose == Purpose::Post {
            w.markup("<dt>");
            w.text(&filled(words.share_post, &[("channel", post.channel.title)]));
            w.markup("</dt>\n<dd>");
            w.text(&post.text());
            w.markup("</dd>\n");
        }
    }
    w.markup("</dl>\n");
}
