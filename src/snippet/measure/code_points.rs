//! Unicode scalar values.

use super::Piece;

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    text.chars().for_each(|_| each(Piece { characters: 1, cost: 1 }));
}
