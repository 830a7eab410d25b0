//! The second half of the normaliser: numbers and years, which one text writes 第Ⅱ期 or 令和八年度 and another 第2期 or 2026年度.
//!
//! `themes/default/static/search.js` does the same in `numbered`; `tests/search/vectors.json` compares them. The rules read
//! from left to right:
//!
//! 1. an era and a year (令和8, 令和八, 令和元) is the western year;
//! 2. so is its letter with a year (r8), where no letter or digit stands beside it;
//! 3. so is its first character with a year (令8), where no kanji stands before it and 年 or a point behind it;
//! 4. kanji numerals after 第 or before a counter (期, 次, 年 …) are digits;
//! 5. so are Roman numerals of i, v and x.
//!
//! Reading too widely costs nothing but another form: the text as it is can be found as well.

use crate::japanese::{EraSpelling, era_year, is_kanji, is_kanji_numeral, may_start_era, numeral};

/// Counter words behind a number in plans: 二期, 三年.
const COUNTERS: [char; 11] = ['年', '月', '日', '期', '次', '回', '条', '項', '号', '章', '節'];
/// Roman numerals longer than this are no numbers.
const LONGEST: usize = 7;

/// A folded text with its numbers and years written in digits; `None` where it has none to be rewritten.
pub(super) fn numbered(text: &[char]) -> Option<Vec<char>> {
    let mut out = Vec::new();
    let (mut at, mut copied) = (0, 0);
    while at < text.len() {
        let Some((length, value)) = number(text, at) else {
            at += 1;
            continue;
        };
        if let Some(value) = value {
            out.extend_from_slice(&text[copied..at]);
            out.extend(value.to_string().chars());
            copied = at + length;
        }
        at += length;
    }
    if copied == 0 {
        return None;
    }
    out.extend_from_slice(&text[copied..]);
    Some(out)
}

/// The number at a place: its characters, and its value where it is rewritten.
fn number(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    match text[at] {
        'i' | 'v' | 'x' => roman(text, at),
        c if is_kanji_numeral(c) => Some(kanji(text, at)),
        c if may_start_era(c) => era(text, at),
        _ => None,
    }
}

/// 令和8, 令和八, 令和元, 令8年, r8.
fn era(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    let year = era_year(text[at..].iter().copied())?;
    let (before, after) = (before(text, at), text.get(at + year.characters));
    let stands_alone = match year.spelling {
        EraSpelling::Name => true,
        EraSpelling::Initial => !before.is_some_and(is_kanji) && matches!(after, Some('年' | '.')),
        EraSpelling::Letter => {
            !before.is_some_and(|c| c.is_ascii_alphanumeric()) && !after.is_some_and(char::is_ascii_alphanumeric)
        }
    };
    let western = year.western().and_then(|western| u32::try_from(western).ok());
    stands_alone.then_some((year.characters, western))
}

/// 第二, 二期.
fn kanji(text: &[char], at: usize) -> (usize, Option<u32>) {
    let length = run(&text[at..], is_kanji_numeral);
    let counts = before(text, at) == Some('第') || text.get(at + length).is_some_and(|c| COUNTERS.contains(c));
    let value = numeral(text[at..at + length].iter().copied()).map(|number| number.value);
    (length, value.filter(|_| counts))
}

/// 第ii, ii期.
fn roman(text: &[char], at: usize) -> Option<(usize, Option<u32>)> {
    let length = run(&text[at..], |c| matches!(c, 'i' | 'v' | 'x'));
    let next = text.get(at + length);
    if next.is_some_and(char::is_ascii_lowercase) {
        return None;
    }
    let previous = before(text, at);
    let counts = previous == Some('第')
        || (!previous.is_some_and(|c| c.is_ascii_lowercase()) && next.is_some_and(|c| COUNTERS.contains(c)));
    Some((length, (counts && length <= LONGEST).then(|| roman_value(&text[at..at + length]))))
}

fn before(text: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).map(|before| text[before])
}

fn run(text: &[char], is_part: impl Fn(char) -> bool) -> usize {
    text.iter().take_while(|c| is_part(**c)).count()
}

fn roman_value(numerals: &[char]) -> u32 {
    let worth = |c: &char| match c {
        'i' => 1,
        'v' => 5,
        _ => 10,
    };
    let mut total: i32 = 0;
    for (at, c) in numerals.iter().enumerate() {
        let (this, next) = (worth(c), numerals.get(at + 1).map_or(0, worth));
        // iv is 4: a smaller one before a greater one is taken away.
        total = if this < next { total - this } else { total + this };
    }
    u32::try_from(total).unwrap_or(0)
}
