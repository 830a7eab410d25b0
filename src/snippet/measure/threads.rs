//! Threads counts characters, and an emoji as its bytes of UTF-8 (<https://developers.facebook.com/docs/threads/overview>).

use super::{CountedPiece, each_character, emoji};

pub(super) fn walk(text: &str, mut each: impl FnMut(CountedPiece)) {
    let mut at = 0;
    for range in emoji::find(text) {
        each_character(&text[at..range.start], |_| 1, &mut each);
        let sign = &text[range.clone()];
        each(CountedPiece { characters: sign.chars().count(), cost: sign.len() });
        at = range.end;
    }
    each_character(&text[at..], |_| 1, &mut each);
}
