//! References within a document, as its own text makes them: 第3条第2項, 前条, 次項, 同条第2項, この章, 別表第1.
//!
//! ```text
//! text ─► words (what is written) ─► named (of which document) ─► scanner + divisions (which place) ─► Places::find ─► position
//! ```
//!
//! A reference that is not sure to mean one clause of this document is none. A number alone never finds a clause: the places are looked
//! up with their counter words, and 前条 only where the number of the article before is the one before.

mod dangling;
mod divisions;
mod meaning;
mod named;
mod scanner;
mod words;

use std::ops::Range;

use super::places::Places;
use crate::policy::{Body, Position};
use divisions::Divisions;
use meaning::Meant;
use scanner::Scanner;

/// A reference to a place of the same document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalReference {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The place it means.
    pub position: Position,
    /// Whether it names the place by where it stands itself: 前条, この章.
    pub is_relative: bool,
}

/// The references in one text to places of the same document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalReferences {
    /// Those that lead to a clause, in order.
    pub references: Vec<LocalReference>,
    /// Bytes of those that certainly mean this document, which has no such place.
    pub dangling: Vec<Range<usize>>,
}

/// A part of a text in which no place of the document is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedRange {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What stands there.
    pub names: ClosedName,
}

/// What stands in a closed range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedName {
    /// No document: code, words that are quoted.
    Nothing,
    /// The document itself: 本計画.
    Itself,
    /// Another document.
    Another,
}

/// The places of a document as its own text names them.
#[derive(Debug)]
pub struct LocalPlaces {
    places: Places,
    divisions: Divisions,
}

impl LocalPlaces {
    /// The places of a body whose positions are assigned.
    #[must_use]
    pub fn of(body: &Body) -> Self {
        let places = Places::of(body);
        let divisions = Divisions::of(body, &places);
        Self { places, divisions }
    }

    /// Tells if a text may contain a reference.
    #[must_use]
    pub fn may_be_in(text: &str) -> bool {
        text.char_indices().any(|(at, c)| named::may_start(c) && words::reference(&text[at..]).is_some())
    }

    /// The references in the text of the clause at a position, in order. `closed` are in order and do not overlap.
    #[must_use]
    pub fn references(&self, position: &Position, text: &str, closed: &[ClosedRange]) -> LocalReferences {
        if named::amends(text) {
            return LocalReferences::default();
        }
        Scanner::new(self, position, text, closed).run()
    }
}

/// The other places of a list after the first: (3) and 第3条第2項 of 第2条(1)、(3)及び第3条第2項. `at` is the byte behind the first; each
/// has its bytes in the text and its whole name.
#[must_use]
pub fn further_places(text: &str, at: usize, first: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let Some(words) = words::whole(first) else { return found };
    let mut last = Meant { base: String::new(), base_counter: None, words };
    let mut end = at;
    loop {
        end += named::remark(&text[end..]);
        let joined = named::connector(&text[end..]);
        let start = end + joined;
        let next = (joined > 0).then(|| words::further(&text[start..], &last.words)).flatten();
        let Some(next) = next.filter(|next| next.head == words::ReferenceHead::Absolute) else { return found };
        let Some(meant) = last.continued(&next.words).or_else(|| Meant::of_article(&next.words)) else { return found };
        end = start + next.length;
        found.push((start..end, meant.query()));
        last = meant;
    }
}

#[cfg(test)]
mod tests;
