//! Dates in English: `1 April 2026`, `April 1, 2026`, `1 Apr. 2026`.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day in English: `1 April 2026`.
#[must_use]
pub fn english_date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// The last day named in English words in a text.
pub(in crate::policy) fn last_english_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).rev().find_map(|words| {
        let [first, second, year] = words else { return None };
        let (day, month) = english_month(second)
            .map_or_else(|| Some((*second, english_month(first)?)), |month| Some((*first, month)))?;
        let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let year = Some(year).filter(|year| year.len() == 4)?;
        Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
    })
}

/// A text that is a day in English and nothing else.
pub(super) fn whole_english_date(text: &str) -> Option<Date> {
    let is_short = text.split_whitespace().count() == 3;
    last_english_date(text).filter(|_| is_short)
}

/// The number of a month named in English, whole or by three letters and more: `April`, `Apr.`, `sept`.
#[must_use]
pub fn english_month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_in_every_usual_form() {
        for (text, expected) in [
            ("1 April 2026", Some(date(2026, 4, 1))),
            ("April 1, 2026", Some(date(2026, 4, 1))),
            ("1st Apr. 2026", Some(date(2026, 4, 1))),
            ("30 Sept 2026", Some(date(2026, 9, 30))),
            ("version of 1 July 2026", Some(date(2026, 7, 1))),
            ("31 April 2026", None),
            ("April 2026", None),
            ("1 Ap 2026", None),
        ] {
            assert_eq!(last_english_date(text), expected, "{text}");
        }
        assert_eq!(whole_english_date("version of 1 July 2026"), None);
        assert_eq!(english_date(date(2026, 4, 1)), "1 April 2026");
    }
}
