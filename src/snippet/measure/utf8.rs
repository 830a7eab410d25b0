//! Bytes of UTF-8.

use super::Piece;

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    text.chars().for_each(|c| each(Piece { characters: 1, cost: c.len_utf8() }));
}
