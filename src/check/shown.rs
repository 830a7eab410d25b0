//! The text of a document as readers see it, and the place of its words in the file.

use std::borrow::Cow;
use std::ops::Range;

use super::Subject;
use crate::diagnostic::Finding;
pub(super) use crate::japanese::is_hiragana;
use crate::japanese::is_katakana;
use crate::policy::{Body, Inline, TextPart};

/// Stands for code, raw HTML, an image, words in another language.
pub(super) const CLOSED: char = '\u{FFFC}';
/// Stands for the mark of a footnote.
pub(super) const NOTE: char = '\u{FFF9}';
/// Stands for a line break the author asked for.
pub(super) const BREAK: char = '\n';

/// One running text: a clause's own, a cell, a paragraph of a footnote.
pub(super) struct Shown<'a> {
    /// The part of the document to which it belongs.
    pub(super) part: TextPart,
    /// Bytes of the document's file in which it stands, with its markup.
    pub(super) range: Range<usize>,
    /// The text without readings of ruby; [`CLOSED`], [`NOTE`] and [`BREAK`] stand for everything else.
    pub(super) text: Cow<'a, str>,
}

/// All running texts of a document, in the order of the page.
pub(super) fn all(body: &Body) -> Vec<Shown<'_>> {
    let mut shown = Vec::new();
    body.each_text(|running| {
        for inlines in running.texts {
            shown.push(Shown { part: running.part, range: running.range.clone(), text: text_of(inlines) });
        }
    });
    shown
}

fn text_of(inlines: &[Inline]) -> Cow<'_, str> {
    // Most clauses are one run of text, which is not copied.
    if let [Inline::Text(text)] = inlines {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    push(inlines, &mut out);
    Cow::Owned(out)
}

fn push(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Ruby(pairs) => pairs.iter().for_each(|pair| out.push_str(&pair.base)),
            Inline::RawHtml(html) if is_break(html) => out.push(BREAK),
            Inline::Code(_) | Inline::RawHtml(_) | Inline::Image(_) | Inline::Foreign(_) => out.push(CLOSED),
            Inline::FootnoteReference(_) => out.push(NOTE),
            Inline::LineBreak => out.push(BREAK),
            other => push(other.children(), out),
        }
    }
}

/// Whether people write this for a line break: `<br>`, `<br />`.
fn is_break(html: &str) -> bool {
    let inside = html.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    inside.eq_ignore_ascii_case("br")
}

/// Finds words of one running text in the file, from left to right.
pub(super) struct WordFinder<'a, 'b> {
    subject: &'b Subject<'a>,
    range: Range<usize>,
    from: usize,
}

impl<'a, 'b> WordFinder<'a, 'b> {
    pub(super) fn new(subject: &'b Subject<'a>, shown: &Shown<'_>) -> Self {
        Self { subject, range: shown.range.clone(), from: shown.range.start }
    }

    /// The bytes of these words in the file; those of the whole running text if markup separates the words.
    pub(super) fn find(&mut self, words: &str) -> Range<usize> {
        match self.subject.source(&(self.from..self.range.end)).find(words) {
            Some(at) => {
                let start = self.from + at;
                self.from = start + words.len();
                start..self.from
            }
            None => {
                // Otherwise many separated words would cost a search of the whole text each.
                self.from = self.range.end;
                self.range.clone()
            }
        }
    }

    /// A finding at these words.
    pub(super) fn at(&mut self, words: &str, finding: Finding) -> crate::diagnostic::Diagnostic {
        let range = self.find(words);
        self.subject.at(&range, finding)
    }
}

/// Whether it is a unified or compatibility ideograph, or 々.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether it is hiragana, katakana or the sign for long vowels.
pub(super) fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}
