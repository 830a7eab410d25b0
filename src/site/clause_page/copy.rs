//! What can be copied of a passage.

use super::super::writer::Writer;
use crate::corpus::Copies;

/// Writes it as text to be selected; a script puts a button to each. All of it is made by one function of the corpus.
pub(super) fn list(w: &mut Writer<'_>, copies: &Copies) {
    w.markup("<h2 class=\"copying\">引用する</h2>\n<dl class=\"copy\">\n");
    for (what, text) in [
        ("リンク", &copies.link),
        ("名称", &copies.name),
        ("出典", &copies.citation),
        ("引用文（本文と出典）", &copies.quotation),
        ("Markdown", &copies.markdown),
    ] {
        w.markup("<dt>");
        w.markup(what);
        w.markup("</dt>\n<dd>");
        w.text(text);
        w.markup("</dd>\n");
    }
    w.markup("</dl>\n");
}
