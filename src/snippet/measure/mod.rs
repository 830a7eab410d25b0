//! How long a text is, as each platform counts it: one file a way of counting.
//!
//! Every way walks the text once and tells, piece by piece, how many characters it has taken and what they cost; the sum
//! is the length, and the first piece that passes a limit is where the text is too long.

mod code_points;
mod emoji;
mod graphemes;
mod link;
mod mastodon;
mod punycode;
mod tables;
mod threads;
mod utf16;
mod utf8;
mod weighted;

use crate::policy::LengthUnit;

/// A piece of a text that is counted as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// How many characters (Unicode scalar values) it has.
    characters: usize,
    /// What it costs.
    cost: usize,
}

/// The length of a text in a unit. Nothing is added or trimmed.
///
/// ```
/// use hoshin::policy::LengthUnit;
/// use hoshin::snippet::count;
/// assert_eq!(count(LengthUnit::Weight, "市報 https://example.jp/"), 4 + 1 + 23);
/// assert_eq!(count(LengthUnit::Utf16, "𠮷野家"), 4);
/// ```
#[must_use]
pub fn count(unit: LengthUnit, text: &str) -> usize {
    // The two that need no walk.
    match unit {
        LengthUnit::Bytes => return text.len(),
        LengthUnit::Characters => return text.chars().count(),
        _ => {}
    }
    let mut sum = 0;
    walk(unit, text, |piece| sum += piece.cost);
    sum
}

/// How many characters (Unicode scalar values; for X, of the text in NFC, which X counts) fit into a limit, if not all do.
#[must_use]
pub fn overflow_at(unit: LengthUnit, text: &str, limit: usize) -> Option<usize> {
    let (mut sum, mut characters, mut fits) = (0, 0, None);
    walk(unit, text, |piece| {
        sum += piece.cost;
        if sum > limit && fits.is_none() {
            fits = Some(characters);
        }
        characters += piece.characters;
    });
    fits
}

fn walk(unit: LengthUnit, text: &str, each: impl FnMut(Piece)) {
    match unit {
        LengthUnit::Weight => weighted::walk(text, each),
        LengthUnit::Utf16 => utf16::walk(text, each),
        LengthUnit::Characters => code_points::walk(text, each),
        LengthUnit::Graphemes => graphemes::walk(text, each),
        LengthUnit::Bytes => utf8::walk(text, each),
        LengthUnit::Mastodon => mastodon::walk(text, each),
        LengthUnit::Threads => threads::walk(text, each),
    }
}

#[cfg(test)]
mod tests;
