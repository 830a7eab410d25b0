//! The footnotes at the end of a document, each with links back to the places where it is referred to.

use super::inline::running;
use super::writer::TextWriter;
use crate::policy::{Body, Footnote};

/// The footnotes as HTML; empty where there are none. The text must have been written before: the marks in it are counted.
pub(crate) fn footnotes(w: &mut TextWriter<'_>, body: &Body) -> String {
    if body.footnotes.is_empty() {
        return String::new();
    }
    let notes = w.apart(|w| body.footnotes.iter().for_each(|footnote| self::footnote(w, footnote)));
    w.parts.footnotes.with([&notes])
}

fn footnote(w: &mut TextWriter<'_>, footnote: &Footnote) {
    let number = footnote.number;
    w.markup(&format!(
        "<li id=\"{}\"><span class=\"n\">{}</span> ",
        Footnote::fragment(number),
        w.words.note_mark(number)
    ));
    let last = footnote.paragraphs.len().saturating_sub(1);
    for (index, paragraph) in footnote.paragraphs.iter().enumerate() {
        // The first paragraph stands beside its number, as an item's text does.
        if index > 0 {
            w.markup("\n<p>");
        }
        running(w, &Footnote::position(number), index, paragraph);
        if index == last {
            back_links(w, number);
        }
        if index > 0 {
            w.markup("</p>");
        }
    }
    if footnote.paragraphs.is_empty() {
        back_links(w, number);
    }
    w.markup("</li>\n");
}

fn back_links(w: &mut TextWriter<'_>, number: u32) {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let count = index.and_then(|index| w.references.get(index)).copied().unwrap_or(0);
    let parts = w.parts;
    let part = if count == 1 { &parts.footnote_back_link } else { &parts.footnote_back_link_of_several };
    for occurrence in 1..=count {
        part.push(&mut w.out, [&number.to_string(), &occurrence.to_string()]);
    }
}
