//! The plain text of inlines, with the pieces in it that are not to be looked into.

use std::borrow::Cow;
use std::ops::Range;

use crate::policy::{Inline, Link, Reference, plain_text};

/// A piece of the text that is a link already, or no running text.
pub(super) enum Piece<'a> {
    Link(&'a Link),
    Reference(&'a Reference),
    /// Code, raw HTML, an image, words in another language.
    Closed,
}

/// Plain text and the pieces in it, in bytes of the text, from left to right.
#[derive(Default)]
pub(super) struct Plain<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Vec<(Range<usize>, Piece<'a>)>,
}

impl<'a> Plain<'a> {
    /// As [`plain_text`] gives it.
    pub(super) fn of(inlines: &'a [Inline]) -> Self {
        // Most clauses are one run of text, which need not be copied.
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
                Inline::Link(link) => self.piece(&link.text, Piece::Link(link)),
                Inline::Reference(reference) => self.piece(&reference.text, Piece::Reference(reference)),
                Inline::Code(_) | Inline::RawHtml(_) | Inline::Image(_) | Inline::Foreign(_) => {
                    self.piece(std::slice::from_ref(inline), Piece::Closed);
                }
                Inline::Ruby(_) | Inline::FootnoteReference(_) | Inline::LineBreak => {
                    self.text.to_mut().push_str(&plain_text(std::slice::from_ref(inline)));
                }
            }
        }
    }

    fn piece(&mut self, inlines: &[Inline], piece: Piece<'a>) {
        let start = self.text.len();
        self.text.to_mut().push_str(&plain_text(inlines));
        self.pieces.push((start..self.text.len(), piece));
    }
}
