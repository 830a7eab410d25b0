//! The text of a document as a reader takes it in, with the place of every word of it.

use std::borrow::Cow;
use std::ops::Range;

use super::Subject;
use super::passage::{Part, each_passage};
use crate::diagnostic::Finding;
use crate::policy::{Body, Inline};

/// Stands for what is no running text: code, raw HTML, an image, words in another language.
pub(super) const CLOSED: char = '\u{FFFC}';
/// Stands for the mark of a footnote.
pub(super) const NOTE: char = '\u{FFF9}';
/// Stands for a line break the author asked for.
pub(super) const BREAK: char = '\n';

/// One running text: a clause's own, a cell, a paragraph of a footnote.
pub(super) struct Shown<'a> {
    /// What it is part of.
    pub(super) part: Part,
    /// Bytes of the document's file in which it stands, with its markup.
    pub(super) range: Range<usize>,
    /// Its text: of ruby the base, and [`CLOSED`], [`NOTE`] and [`BREAK`] for what is not text.
    pub(super) text: Cow<'a, str>,
}

/// All running texts of a document, in the order of the page.
pub(super) fn all(body: &Body) -> Vec<Shown<'_>> {
    let mut shown = Vec::new();
    each_passage(body, |passage| {
        for inlines in passage.texts {
            shown.push(Shown { part: passage.part, range: passage.range.clone(), text: text_of(inlines) });
        }
    });
    shown
}

fn text_of(inlines: &[Inline]) -> Cow<'_, str> {
    // Most clauses are one run of text, which need not be copied.
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
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => push(inner, out),
            Inline::Link(link) => push(&link.text, out),
            Inline::Reference(reference) => push(&reference.text, out),
            Inline::RawHtml(html) if is_break(html) => out.push(BREAK),
            Inline::Code(_) | Inline::RawHtml(_) | Inline::Image(_) | Inline::Foreign(_) => out.push(CLOSED),
            Inline::FootnoteReference(_) => out.push(NOTE),
            Inline::LineBreak => out.push(BREAK),
        }
    }
}

/// `<br>`, `<br />`: what people write for a line break.
fn is_break(html: &str) -> bool {
    let inside = html.trim_start_matches('<').trim_end_matches(['>', '/', ' ']);
    inside.eq_ignore_ascii_case("br")
}

/// Finds words of one running text in the file, each behind the one before.
pub(super) struct Finder<'a, 'b> {
    subject: &'b Subject<'a>,
    range: Range<usize>,
    from: usize,
}

impl<'a, 'b> Finder<'a, 'b> {
    pub(super) fn new(subject: &'b Subject<'a>, shown: &Shown<'_>) -> Self {
        Self { subject, range: shown.range.clone(), from: shown.range.start }
    }

    /// The bytes of the file where words stand; all of the running text where markup parts them.
    pub(super) fn find(&mut self, words: &str) -> Range<usize> {
        match self.subject.source(&(self.from..self.range.end)).find(words) {
            Some(at) => {
                let start = self.from + at;
                self.from = start + words.len();
                start..self.from
            }
            None => {
                // Many words that markup parts must not cost a search of the whole text each.
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

/// Unified and compatibility ideographs, and 々, which stands for the one before it.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Hiragana.
pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// Hiragana and katakana, with the sign for long vowels.
pub(super) fn is_kana(c: char) -> bool {
    is_hiragana(c) || matches!(c, 'ァ'..='ヺ' | 'ー')
}
