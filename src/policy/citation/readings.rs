//! Reading a citation. Without knowing the titles there are, a text may be read in several ways; all are given, the
//! one with the longest title first.

use super::atom::PARTS;
use super::english::place_of;
use super::place_cursor::atoms;
use super::{Citation, Dated};

/// More closing brackets, or more characters after a title, than any citation has.
const MAX_READINGS: usize = 80;

/// One way to read a text as a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationReading {
    /// The title as typed; [`Name`](crate::policy::Name) compares it.
    pub title: String,
    /// The place as typed; [`Places::find`](super::Places::find) compares it.
    pub place: String,
    /// The version it means.
    pub dated: Dated,
}

impl Citation {
    /// Every way a text can be read as a citation: short or full, in any width, with or without 「」. In the full form only
    /// the title, the place and the dates are read.
    #[must_use]
    pub fn readings(text: &str) -> Vec<CitationReading> {
        let (whole, version) = without_address(source_of(text));
        let whole = without_outer_brackets(whole);
        let (text, at_end) = without_version(whole);
        let version = version.or_else(|| at_end);
        let Some(open) = text.find(['「', '｢', '『', '“', '"']) else {
            // Brackets at the end may be part of a title.
            let title = CitationReading { title: whole.to_owned(), place: String::new(), dated: Dated::Undated };
            let is_title = (whole.len() > text.len()).then_some(title);
            return is_title.into_iter().chain(unbracketed(text, version)).chain(behind_place(text, version)).collect();
        };
        let mut found = bracketed(text, open, version);
        if open > 0 {
            // The brackets may be those of a heading: 計画「むすび」.
            let all = unbracketed(text, version).into_iter();
            found.extend(all.filter(|reading| reading.title.len() <= open && !reading.place.is_empty()));
        }
        found
    }
}

/// The citation in a quotation, which stands after the text it is of.
fn source_of(text: &str) -> &str {
    let starts =
        ["出典：", "出典:", "Source: ", "— ["].into_iter().filter_map(|word| Some(text.rfind(word)? + word.len()));
    starts.max().map_or(text, |start| &text[start..])
}

/// A citation that stands in brackets as a whole: （「…」第2条）.
fn without_outer_brackets(text: &str) -> &str {
    let text = text.trim().trim_end_matches(['。', '．']);
    let inside = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    let closes_first = |inside: &str| {
        let mut depth = 0_i32;
        inside.chars().any(|c| {
            depth += i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'));
            depth < 0
        })
    };
    inside.filter(|inside| !closes_first(inside)).map_or(text, str::trim)
}

/// The text before the address, and the version named after it.
fn without_address(text: &str) -> (&str, Dated) {
    let start = ["https://", "http://", "ｈｔｔｐ"].into_iter().filter_map(|scheme| text.find(scheme)).min();
    let Some(start) = start else { return (text, Dated::Undated) };
    let version = words_in_last_brackets(&text[start..]).map_or(Dated::Undated, |(_, words)| Dated::in_brackets(words));
    let is_joint = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | ']' | '［' | '(' | '（' | '］');
    (text[..start].trim_end_matches(is_joint), version)
}

/// The text before a version in brackets at its end: 5(1)（令和8年7月1日版）.
fn without_version(text: &str) -> (&str, Dated) {
    let Some((open, words)) = words_in_last_brackets(text) else { return (text, Dated::Undated) };
    let is_after_title = !text[..open].trim_end().ends_with(['」', '｣', '』', '”', '"']);
    match Dated::in_brackets(words) {
        version if is_after_title && version != Dated::Undated => (text[..open].trim_end(), version),
        _ => (text, Dated::Undated),
    }
}

/// The byte of the bracket that closes at the end of a text, and the words in it.
fn words_in_last_brackets(text: &str) -> Option<(usize, &str)> {
    let inside = text.trim_end().strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    Some((open, inside[open..].trim_start_matches(['（', '('])))
}

/// The readings of a text whose title stands in brackets that open at a byte.
fn bracketed(text: &str, open: usize, version: Dated) -> Vec<CitationReading> {
    let (ahead, text) = text.split_at(open);
    let before = Dated::before(ahead);
    let start = text.chars().next().map_or(0, char::len_utf8);
    let ends = text.rmatch_indices(['」', '｣', '』', '”', '"']).take(MAX_READINGS);
    ends.filter(|(end, _)| *end > start)
        .filter_map(|(end, close)| {
            let (place, dated) = without_date(&text[end + close.len()..]);
            let place = without_part(place).trim_start_matches([',', '，', ' ', '　']);
            atoms(place)?;
            let place = if place.is_empty() { place_of(ahead).unwrap_or(place) } else { place };
            let dated = version.or_else(|| dated).or_else(|| before);
            Some(CitationReading { title: text[start..end].trim().to_owned(), place: place.to_owned(), dated })
        })
        .collect()
}

fn unbracketed(text: &str, version: Dated) -> Vec<CitationReading> {
    let starts = text.char_indices().rev().map(|(at, _)| at).filter(|&at| at > 0).take(MAX_READINGS);
    std::iter::once(text.len())
        .chain(starts)
        .filter(|&at| at > 0)
        .filter_map(|at| {
            let (title, place) = (text[..at].trim(), without_part(text[at..].trim()));
            atoms(place)?;
            let (title, dated) = match without_version(title) {
                (shorter, dated) if at < text.len() => (shorter, dated),
                _ => (title, Dated::Undated),
            };
            Some(CitationReading { title: title.to_owned(), place: place.to_owned(), dated: version.or_else(|| dated) })
        })
        .collect()
}

/// The readings of a text without brackets that names the place first: Section 1(a) of the Town Plan.
fn behind_place(text: &str, version: Dated) -> Vec<CitationReading> {
    let ends = text.match_indices(" of ").take(MAX_READINGS).map(|(at, of)| (at, at + of.len()));
    ends.filter_map(|(at, title)| {
        let place = place_of(&text[..title])?;
        let title = text[title..].trim_start_matches("the ").trim();
        let is_whole = place.len() == text[..at].trim().len();
        is_whole.then(|| CitationReading { title: title.to_owned(), place: place.to_owned(), dated: version })
    })
    .collect()
}

/// A place without the words for a part of it that has no address: 第2条の2ただし書.
fn without_part(place: &str) -> &str {
    let shorter = PARTS.iter().filter_map(|part| place.strip_suffix(part)).map(str::trim_end);
    shorter.filter(|place| !place.is_empty()).min_by_key(|place| place.len()).unwrap_or(place)
}

/// The place after the title, without a date in brackets before it.
fn without_date(after: &str) -> (&str, Dated) {
    let after = after.trim();
    let Some(inside) = after.strip_prefix(['（', '(']) else { return (after, Dated::Undated) };
    match inside.split_once(['）', ')']) {
        // 「…」（第2条）, but not 「…」（1項目め）.
        Some((place, "")) if atoms(&format!("({place})")).is_none() && atoms(place).is_some() => {
            (place, Dated::Undated)
        }
        Some((date, rest)) if atoms(&format!("({date})")).is_none() => (rest.trim(), Dated::in_brackets(date)),
        _ => (after, Dated::Undated),
    }
}
