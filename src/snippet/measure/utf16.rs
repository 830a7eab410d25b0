//! UTF-16 code units: what LINE's Messaging API counts
//! (<https://developers.line.biz/en/docs/messaging-api/text-character-count/>).

use super::Piece;

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    text.chars().for_each(|c| each(Piece { characters: 1, cost: c.len_utf16() }));
}
