//! Links with which a reader passes a clause on.

use super::super::around;
use super::super::link;
use super::super::writer::Writer;

/// Writes them for the page of this title that is being made: the same as a document's, to the clause's own page.
pub(super) fn list(w: &mut Writer<'_>, title: &str) {
    let url = link::absolute(&w.shelf.corpus.site.base_url, &w.file);
    let (share, words) = (around::share(title, &url), w.words);
    w.markup("<section class=\"share\">\n<h2>");
    w.markup(words.share);
    w.markup("</h2>\n<ul>\n");
    for (href, text, note) in [
        (&share.line, words.share_line, words.external),
        (&share.x, words.share_x, words.external),
        (&share.mail, words.share_mail, ""),
    ] {
        w.markup("<li><a");
        w.attribute("href", href);
        w.markup(">");
        w.markup(text);
        w.markup(note);
        w.markup("</a></li>\n");
    }
    w.markup("</ul>\n</section>\n");
}
