//! X's weighted length (<https://docs.x.com/fundamentals/counting-characters>, twitter-text `config/v3.json`): of the text in
//! NFC, a link 23, an emoji 2, Latin and some punctuation 1, all else 2.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Piece, emoji, link};

/// What a link counts as, whatever its length.
const LINK: usize = 23;
/// Characters that count as 1.
const LIGHT: [std::ops::RangeInclusive<char>; 4] =
    ['\0'..='\u{10FF}', '\u{2000}'..='\u{200D}', '\u{2010}'..='\u{201F}', '\u{2032}'..='\u{2037}'];

pub(super) fn walk(text: &str, each: impl FnMut(Piece)) {
    if is_nfc(text) { normalized(text, each) } else { normalized(&text.nfc().collect::<String>(), each) }
}

/// Links first, then emoji, as X does; what starts within another is not looked at.
fn normalized(text: &str, mut each: impl FnMut(Piece)) {
    let links = link::find(text).into_iter().map(|found| (found.range, LINK));
    let mut special: Vec<_> = links.chain(emoji::find(text).into_iter().map(|range| (range, 2))).collect();
    special.sort_by_key(|(range, cost)| (range.start, LINK - cost));
    let mut at = 0;
    for (range, cost) in special.into_iter().filter(|(range, _)| !range.is_empty()) {
        if range.start < at {
            continue;
        }
        plain(&text[at..range.start], &mut each);
        each(Piece { characters: text[range.clone()].chars().count(), cost });
        at = range.end;
    }
    plain(&text[at..], &mut each);
}

fn plain(text: &str, each: &mut impl FnMut(Piece)) {
    let weight = |c: char| if LIGHT.iter().any(|range| range.contains(&c)) { 1 } else { 2 };
    text.chars().for_each(|c| each(Piece { characters: 1, cost: weight(c) }));
}
