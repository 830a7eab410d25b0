//! X's weighted length (<https://docs.x.com/fundamentals/counting-characters>, twitter-text `config/v3.json`). The text is counted in
//! NFC: a link as 23, an emoji as 2, Latin and some punctuation as 1, all else as 2.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{CountedPiece, each_character, emoji, link};

/// The length of any link.
const LINK: usize = 23;
/// Characters that count as 1.
const LIGHT: [std::ops::RangeInclusive<char>; 4] =
    ['\0'..='\u{10FF}', '\u{2000}'..='\u{200D}', '\u{2010}'..='\u{201F}', '\u{2032}'..='\u{2037}'];

pub(super) fn walk(text: &str, each: impl FnMut(CountedPiece)) {
    if is_nfc(text) { normalized(text, each) } else { normalized(&text.nfc().collect::<String>(), each) }
}

/// Counts links before emoji, as X does. A match that starts within another is skipped.
fn normalized(text: &str, mut each: impl FnMut(CountedPiece)) {
    let links = link::find(text).into_iter().map(|found| (found.range, LINK));
    let mut special: Vec<_> = links.chain(emoji::find(text).into_iter().map(|range| (range, 2))).collect();
    special.sort_by_key(|(range, cost)| (range.start, LINK - cost));
    let mut at = 0;
    for (range, cost) in special.into_iter().filter(|(range, _)| !range.is_empty()) {
        if range.start < at {
            continue;
        }
        each_character(&text[at..range.start], weight, &mut each);
        each(CountedPiece { characters: text[range.clone()].chars().count(), cost });
        at = range.end;
    }
    each_character(&text[at..], weight, &mut each);
}

fn weight(c: char) -> usize {
    if LIGHT.iter().any(|range| range.contains(&c)) { 1 } else { 2 }
}
