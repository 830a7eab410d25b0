//! The length of a text, as each platform counts it. Each way of counting that has rules of its own has a file.
//!
//! Each way walks the text once and reports, piece by piece, the number of characters and their cost. The sum of the costs is the length.
//! The first piece that passes a limit shows where the text becomes too long.

mod emoji;
mod link;
mod mastodon;
mod punycode;
mod tables;
mod threads;
mod weighted;

use unicode_segmentation::UnicodeSegmentation;

use crate::policy::LengthUnit;

/// A piece of a text that is counted as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CountedPiece {
    /// The number of characters (Unicode scalar values).
    characters: usize,
    /// The cost in the unit that is counted.
    cost: usize,
}

/// The length of a text in a unit. The text is not trimmed.
///
/// ```
/// use hoshin::policy::LengthUnit;
/// use hoshin::snippet::count;
/// assert_eq!(count(LengthUnit::Weight, "市報 https://example.jp/"), 4 + 1 + 23);
/// assert_eq!(count(LengthUnit::Utf16, "𠮷野家"), 4);
/// ```
#[must_use]
pub fn count(unit: LengthUnit, text: &str) -> usize {
    // These units need no walk.
    match unit {
        LengthUnit::Bytes => return text.len(),
        LengthUnit::Characters => return text.chars().count(),
        _ => {}
    }
    let mut sum = 0;
    walk(unit, text, |piece| sum += piece.cost);
    sum
}

/// The number of characters that fit into a limit; `None` if all do. Characters are Unicode scalar values. For X they are those of the text
/// in NFC, because X counts that.
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

fn walk(unit: LengthUnit, text: &str, mut each: impl FnMut(CountedPiece)) {
    match unit {
        LengthUnit::Weight => weighted::walk(text, each),
        // LINE counts UTF-16 units: <https://developers.line.biz/en/docs/messaging-api/text-character-count/>.
        LengthUnit::Utf16 => each_character(text, char::len_utf16, &mut each),
        LengthUnit::Characters => each_character(text, |_| 1, &mut each),
        LengthUnit::Graphemes => each_grapheme(text, &mut each),
        LengthUnit::Bytes => each_character(text, char::len_utf8, &mut each),
        LengthUnit::Mastodon => mastodon::walk(text, each),
        LengthUnit::Threads => threads::walk(text, each),
    }
}

/// Counts each character (Unicode scalar value) by itself.
fn each_character(text: &str, cost: impl Fn(char) -> usize, each: &mut impl FnMut(CountedPiece)) {
    text.chars().for_each(|c| each(CountedPiece { characters: 1, cost: cost(c) }));
}

/// Counts each extended grapheme cluster (UAX #29) as 1.
fn each_grapheme(text: &str, each: &mut impl FnMut(CountedPiece)) {
    text.graphemes(true).for_each(|cluster| each(CountedPiece { characters: cluster.chars().count(), cost: 1 }));
}

#[cfg(test)]
mod tests;
