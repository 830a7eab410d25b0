//! Threads: characters, an emoji as its bytes of UTF-8 (<https://developers.facebook.com/docs/threads/overview>).

use super::{Piece, emoji};

pub(super) fn walk(text: &str, mut each: impl FnMut(Piece)) {
    let mut at = 0;
    for range in emoji::find(text) {
        plain(&text[at..range.start], &mut each);
        let sign = &text[range.clone()];
        each(Piece { characters: sign.chars().count(), cost: sign.len() });
        at = range.end;
    }
    plain(&text[at..], &mut each);
}

fn plain(text: &str, each: &mut impl FnMut(Piece)) {
    text.chars().for_each(|_| each(Piece { characters: 1, cost: 1 }));
}
