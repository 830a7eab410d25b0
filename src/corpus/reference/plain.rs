//! The plain text of inlines, and the pieces of it in which no names are looked for.

use std::borrow::Cow;
use std::ops::Range;

use crate::policy::{Inline, Link, Reference, plain_text};

/// A piece of the text that is a link or no running text.
pub(super) enum MarkupPiece<'a> {
    Link(&'a Link),
    Reference(&'a Reference),
    /// Code, raw HTML, an image, words in another language.
    Closed,
}

/// Plain text and the pieces in it, in bytes of the text, from left to right.
#[derive(Default)]
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Vec<(Range<usize>, MarkupPiece<'a>)>,
}

impl<'a> Plain<'a> {
    /// The same text as that of [`plain_text`].
    pub(super) fn of(inlines: &'a [Inline]) -> Self {
        // Most clauses are one run of text, which is not copied.
        if let [Inline::Text(text)] = inlines {
            return Self { text: Cow::Borrowed(text), pieces: Vec::new() };
        }
        let mut plain = Self::default();
        plain.push(inlines);
        plain
    }

    fn push(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text.to_mut().push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => self.push(inner),
                Inline::Link(link) => self.piece(&link.text, MarkupPiece::Link(link)),
                Inline::Reference(reference) => self.piece(&reference.text, MarkupPiece::Reference(reference)),
                Inline::Code(_) | Inline::RawHtml(_) | Inline::Image(_) | Inline::Foreign(_) => {
                    self.piece(std::slice::from_ref(inline), MarkupPiece::Closed);
                }
                Inline::Ruby(_) | Inline::FootnoteReference(_) | Inline::LineBreak => {
                    self.text.to_mut().push_str(&plain_text(std::slice::from_ref(inline)));
                }
            }
        }
    }

    fn piece(&mut self, inlines: &[Inline], piece: MarkupPiece<'a>) {
        let start = self.text.len();
        self.text.to_mut().push_str(&plain_text(inlines));
        self.pieces.push((start..self.text.len(), piece));
    }
}
