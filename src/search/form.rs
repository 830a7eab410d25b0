//! The searchable forms of a passage: as written, with numbers in digits, and with the readings of ruby.
//!
//! `themes/default/static/search.js` does the same in `forms`; `tests/search/vectors.json` compares them.

use super::fold::fold;
use super::number::numbered;
use super::passage::{BASE, END, READING};

/// The end of each form. No folded text contains it.
pub(super) const BREAK: char = '\n';

/// The most characters in all forms of a passage: places are counted in two bytes.
const MOST: usize = 60_000;
/// Up to this length of a word with ruby, each character is also read alone: 強じん for {強靱|きょう|じん}.
const PAIRS: usize = 4;

/// All different forms of a passage with marked ruby, each with a [`BREAK`] after it.
pub(super) fn forms(marked: &str) -> Vec<char> {
    let mut all: Vec<Vec<char>> = Vec::new();
    for variant in variants(marked) {
        let folded = fold(&variant);
        let numbered = numbered(&folded);
        for form in std::iter::once(folded).chain(numbered) {
            if !all.contains(&form) {
                all.push(form);
            }
        }
    }
    let mut out = Vec::with_capacity(all.iter().map(|form| form.len() + 1).sum());
    for form in all {
        if out.len() + form.len() < MOST {
            out.extend(form);
            out.push(BREAK);
        }
    }
    out
}

/// The passage with the base of all ruby. If it has ruby, also with all readings, and with the reading of only the first, second,
/// … character of each word.
fn variants(marked: &str) -> Vec<String> {
    if !marked.contains(BASE) {
        return vec![marked.to_owned()];
    }
    let longest = (0..PAIRS).find(|place| !with_readings(marked, |at| at == *place).1).unwrap_or(PAIRS);
    let mut all = vec![with_readings(marked, |_| false).0, with_readings(marked, |_| true).0];
    if longest > 1 {
        all.extend((0..longest).map(|place| with_readings(marked, |at| at == place).0));
    }
    all
}

/// The passage with readings for the characters whose place in their word is chosen, and whether there was any.
fn with_readings(marked: &str, is_read: impl Fn(usize) -> bool) -> (String, bool) {
    let mut out = String::with_capacity(marked.len());
    let mut any = false;
    let mut place = 0;
    let mut rest = marked;
    while let Some((before, pair)) = rest.split_once(BASE) {
        place = if before.is_empty() { place } else { 0 };
        let (base, after) = pair.split_once(READING).unwrap_or((pair, ""));
        let (reading, after) = after.split_once(END).unwrap_or((after, ""));
        out.push_str(before);
        any |= is_read(place);
        out.push_str(if is_read(place) { reading } else { base });
        place += 1;
        rest = after;
    }
    out.push_str(rest);
    (out, any)
}
