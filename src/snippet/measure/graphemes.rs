//! Extended grapheme clusters (UAX #29).

use unicode_segmentation::UnicodeSegmentation;

use super::Piece;

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    text.graphemes(true).for_each(|cluster| each(Piece { characters: cluster.chars().count(), cost: 1 }));
}
