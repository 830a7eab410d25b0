//! What can be copied of a passage.

use super::super::writer::Writer;
use crate::corpus::{Citer, Passage};

/// Writes it as text to be selected; a script puts a button to each. All of it is made by one function of the corpus.
pub(super) fn list(w: &mut Writer<'_>, citer: &Citer, (passage, name): (Passage<'_>, &str)) {
    w.markup("<h2 class=\"copying\">引用する</h2>\n<dl class=\"copy\">\n");
    for (what, text) in [
        ("リンク", &*citer.link(passage)),
        ("名称", name),
        ("出典", &citer.citation(passage)),
        ("引用文（本文と出典）", &citer.quotation(passage)),
        ("Markdown", &citer.markdown(passage)),
    ] {
        w.markup("<dt>");
        w.markup(what);
        w.markup("</dt>\n<dd>");
        w.text(text);
        w.markup("</dd>\n");
    }
    w.markup("</dl>\n");
}
