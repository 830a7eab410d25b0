//! Words with their places filled in: sentences, dates and years in the language of a page.

use jiff::civil::Date;

use super::Words;
use crate::policy::{Direction, FiscalYear, IndicatorKind, english_date, era_date, full_date};
use crate::site::frame::theme::Components;

/// The page on which something is written: links are made from its file, sentences in its language.
#[derive(Clone, Copy)]
pub(crate) struct PageContext<'a> {
    /// The output file of the page.
    pub(crate) file: &'a str,
    /// The language of the page and that of the site, BCP 47.
    pub(crate) language: &'a str,
    pub(crate) site_language: &'a str,
    pub(crate) words: &'a Words<'a>,
    pub(crate) parts: &'a Components,
}

/// Fills the places of a word: `{name}` with the value of that name. A value is put in as it is: for HTML it has to be
/// escaped already (the words themselves hold nothing that would have to be).
pub(crate) fn filled(word: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(word.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    out
}

impl Words<'_> {
    fn is_japanese(&self) -> bool {
        self.language == "ja"
    }

    /// A day with era and Western year: `令和8年（2026年）4月1日`, `1 April 2026`.
    pub(crate) fn day(&self, day: Date) -> String {
        if self.is_japanese() { full_date(day) } else { english_date(day) }
    }

    /// A day in running text: `令和8年4月1日`, `1 April 2026`.
    pub(crate) fn short_day(&self, day: Date) -> String {
        if self.is_japanese() { era_date(day) } else { english_date(day) }
    }

    /// A fiscal year as a heading: `令和8年度`, `Fiscal year 2026`.
    pub(crate) fn year(&self, year: FiscalYear) -> String {
        filled(self.year_name, &[("wareki", &year.wareki()), ("year", &year.0.to_string())])
    }

    /// A fiscal year in both calendars.
    pub(crate) fn full_year(&self, year: FiscalYear) -> String {
        filled(self.year_full, &[("wareki", &year.wareki()), ("year", &year.0.to_string())])
    }

    /// A goal of the SDGs.
    pub(crate) fn sdg(&self, number: u8) -> String {
        filled(self.sdg, &[("number", &number.to_string()), ("name", crate::site::frame::sdg::name(self, number))])
    }

    /// The word for what an indicator counts.
    pub(crate) fn kind_of_indicator(&self, kind: IndicatorKind) -> &str {
        match kind {
            IndicatorKind::Output => self.output,
            IndicatorKind::Outcome => self.outcome,
        }
    }

    /// The word for the direction that is better.
    pub(crate) fn way(&self, direction: Direction) -> &str {
        match direction {
            Direction::Up => self.up,
            Direction::Down => self.down,
            Direction::Keep => self.keep,
            Direction::Done => self.done,
        }
    }

    /// The mark of a footnote.
    pub(crate) fn note_mark(&self, number: impl std::fmt::Display) -> String {
        filled(self.note, &[("number", &number.to_string())])
    }
}

#[cfg(test)]
mod tests {
    use super::super::SiteWords;
    use super::*;
    use crate::source::ThemeWords;

    #[test]
    fn places_are_filled_by_their_names() {
        for (word, expected) in [
            ("{a}から{b}まで", "甲から乙まで"),
            ("{b}、{a}", "乙、甲"),
            ("文", "文"),
            ("{c}文", "文"),
            ("文{a", "文{a"),
        ] {
            assert_eq!(filled(word, &[("a", "甲"), ("b", "乙")]), expected, "{word}");
        }
        assert_eq!(filled("{a}", &[("a", "{a}")]), "{a}");
    }

    #[test]
    fn days_and_years_are_written_in_the_language_of_the_page() {
        let day = jiff::civil::date(2026, 4, 1);
        let none = ThemeWords::default();
        let words = SiteWords::new(&none);
        let (ja, en) = (words.of("ja"), words.of("en"));
        for (said, expected) in [
            (ja.day(day), "令和8年（2026年）4月1日"),
            (en.day(day), "1 April 2026"),
            (ja.short_day(day), "令和8年4月1日"),
            (ja.year(FiscalYear(2026)), "令和8年度"),
            (en.year(FiscalYear(2026)), "Fiscal year 2026"),
            (ja.full_year(FiscalYear(2026)), "令和8年度（2026年度）"),
            (ja.note_mark(2), "注2"),
            (en.note_mark(2), "note 2"),
        ] {
            assert_eq!(said, expected);
        }
    }
}
