//! Reading a citation. Without knowing the titles there are, a text may be read in several ways; all are given, the
//! one with the longest title first.

use super::Citation;
use super::atom::atoms;

/// More closing brackets, or more characters after a title, than any citation has.
const MAX_READINGS: usize = 80;

impl Citation {
    /// Every way a text can be read as a citation: short or full, in any width, with or without 「」. In the full form only
    /// the title and the place are read. `title` and `place` are as typed; [`Name`](crate::policy::Name) and
    /// [`Places::find`](super::Places::find) compare them.
    #[must_use]
    pub fn readings(text: &str) -> Vec<Self> {
        let text = without_address(text).trim();
        match text.find(['「', '｢', '『']) {
            Some(open) => bracketed(&text[open..]),
            None => unbracketed(text),
        }
    }
}

/// The text before the address.
fn without_address(text: &str) -> &str {
    let end = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min();
    end.map_or(text, |end| text[..end].trim_end().trim_end_matches(['、', '，', ',']))
}

fn bracketed(text: &str) -> Vec<Citation> {
    let start = text.chars().next().map_or(0, char::len_utf8);
    let ends = text.rmatch_indices(['」', '｣', '』']).take(MAX_READINGS);
    ends.filter(|(end, _)| *end > start)
        .filter_map(|(end, close)| {
            let place = without_date(&text[end + close.len()..]);
            atoms(place)?;
            Some(Citation { title: text[start..end].trim().to_owned(), place: place.to_owned() })
        })
        .collect()
}

fn unbracketed(text: &str) -> Vec<Citation> {
    let starts = text.char_indices().rev().map(|(at, _)| at).filter(|&at| at > 0).take(MAX_READINGS);
    std::iter::once(text.len())
        .chain(starts)
        .filter(|&at| at > 0)
        .filter_map(|at| {
            let (title, place) = (text[..at].trim(), text[at..].trim());
            atoms(place)?;
            Some(Citation { title: title.to_owned(), place: place.to_owned() })
        })
        .collect()
}

/// The place after the title, without a date in brackets before it.
fn without_date(after: &str) -> &str {
    let after = after.trim();
    let Some(inside) = after.strip_prefix(['（', '(']) else { return after };
    match inside.split_once(['）', ')']) {
        Some((date, rest)) if atoms(&format!("({date})")).is_none() => rest.trim(),
        _ => after,
    }
}
