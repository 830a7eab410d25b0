//! The footnotes at the end of a document, each with the way back to where it was referred to.

use super::inline::running;
use super::toc::Ending;
use super::wording::filled;
use super::writer::Writer;
use crate::policy::{Body, Footnote};

/// Writes the footnotes, if there are any. The text must have been written before: the marks in it are counted.
/// Returns their heading.
pub(super) fn footnotes(w: &mut Writer<'_>, body: &Body) -> Option<Ending> {
    if body.footnotes.is_empty() {
        return None;
    }
    let ending = Ending { id: "notes", heading: w.words.notes };
    w.markup("<section class=\"notes\" id=\"notes\">\n<h2 data-nosnippet>");
    w.markup(ending.heading);
    w.markup("</h2>\n<ol class=\"items\">\n");
    for footnote in &body.footnotes {
        self::footnote(w, footnote);
    }
    w.markup("</ol>\n</section>\n");
    Some(ending)
}

fn footnote(w: &mut Writer<'_>, footnote: &Footnote) {
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
        running(w, (&format!("fn{number}"), index), paragraph);
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

fn back_links(w: &mut Writer<'_>, number: u32) {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let count = index.and_then(|index| w.references.get(index)).copied().unwrap_or(0);
    for occurrence in 1..=count {
        let word = if count == 1 { w.words.note_back } else { w.words.note_back_of_several };
        let text = filled(word, &[("number", &number.to_string()), ("occurrence", &occurrence.to_string())]);
        w.markup(&format!(" <a class=\"back\" data-nosnippet href=\"#fnref{number}-{occurrence}\">{text}</a>"));
    }
}
