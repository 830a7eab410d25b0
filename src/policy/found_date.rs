//! Finding dates in running text.

use std::ops::Range;

use super::date_cursor::{DateUnit, WrittenYear};
use super::moment::{EraOverrun, Moment};
use super::written_date::{DateError, DateReading, moment};
use crate::japanese::{Era, EraSpelling, is_kanji, is_kanji_numeral, kanji_digit, may_start_era, narrow};

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its meaning, or why no such day exists (`令和8年2月30日`).
    pub moment: Result<Moment, DateError>,
    /// The era it is written in, if it is.
    pub era: Option<Era>,
    /// Set when it lies outside that era.
    pub overrun: Option<EraOverrun>,
    /// The same in the other calendar, given in brackets: `令和7年（2025年）`, `2025（令和7）年度`.
    pub companion: Option<Moment>,
}

/// Era dates, months, years and fiscal years, western days, months and fiscal years, and pairs such as `令和7年（2025年）`
/// in a text, from left to right. A western year alone (`2050年`) and spans (`戦後80年`) are none.
pub fn dates_in(text: &str) -> impl Iterator<Item = FoundDate> + '_ {
    Dates { text, at: 0 }
}

impl FoundDate {
    /// Tells if the two years of a pair are different ones: `令和7年（2024年）`.
    #[must_use]
    pub fn contradicts_itself(&self) -> bool {
        let (Ok(moment), Some(companion)) = (self.moment, self.companion) else { return false };
        match (moment, companion) {
            (Moment::FiscalYear(_), Moment::FiscalYear(_)) => moment != companion,
            // A fiscal year reaches into two years; which one the brackets mean cannot be known.
            (Moment::FiscalYear(fiscal), other) | (other, Moment::FiscalYear(fiscal)) => {
                other.year() != fiscal.0 && other.year() != fiscal.0.saturating_add(1)
            }
            (Moment::Day(_), Moment::Day(_)) | (Moment::Month { .. }, Moment::Month { .. }) => moment != companion,
            _ => moment.year() != companion.year(),
        }
    }
}

struct Dates<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Dates<'_> {
    type Item = FoundDate;

    fn next(&mut self) -> Option<FoundDate> {
        loop {
            self.at += self.text[self.at..].find(starts_date)?;
            let c = self.text[self.at..].chars().next()?;
            let found = if self.continues_word(c) { None } else { self.found() };
            self.at = found.as_ref().map_or(self.at + c.len_utf8(), |found| found.range.end);
            if found.is_some() {
                return found;
            }
        }
    }
}

impl Dates<'_> {
    /// A digit after a digit or a letter is not the start of a year, nor a letter after one the start of an era.
    fn continues_word(&self, c: char) -> bool {
        let before = self.text[..self.at].chars().next_back();
        let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
        narrow(c).is_ascii_alphanumeric() && before.map(narrow).is_some_and(joins)
            || is_kanji_numeral(c) && before.is_some_and(is_kanji_numeral)
    }

    fn found(&self) -> Option<FoundDate> {
        let reading = DateReading::at(self.text, self.at)?;
        let found = reading.moment();
        if !self.is_certain(&reading, found.is_ok()) {
            return None;
        }
        let companion = reading.companion.and_then(|(year, unit)| {
            let bare = unit == DateUnit::Bare;
            // `令和7（2025）年度`, `令和7年度（2025）`: the brackets share the unit outside.
            let unit = if bare && reading.unit == DateUnit::FiscalYear { DateUnit::FiscalYear } else { unit };
            moment(year, unit).ok().filter(|companion| !bare || is_near(found.ok(), *companion))
        });
        Some(FoundDate {
            range: self.at..reading.end,
            moment: found,
            era: reading.era(),
            overrun: found.ok().and_then(|moment| reading.overrun(moment)),
            companion,
        })
    }

    /// Tells if it can be nothing but a date.
    fn is_certain(&self, reading: &DateReading, exists: bool) -> bool {
        let spelling = match reading.year {
            WrittenYear::Era(year) => Some(year.spelling),
            WrittenYear::Western(_) => None,
        };
        // The last character of a word is not the first of 大正: 東大3年度.
        if spelling == Some(EraSpelling::Initial) && self.text[..self.at].ends_with(is_kanji) {
            return false;
        }
        let is_short = matches!(spelling, Some(EraSpelling::Letter | EraSpelling::Initial));
        if reading.punctuated {
            let continues = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
            let follows = self.text[reading.end..].chars().next().map(narrow);
            return exists && !follows.is_some_and(continues);
        }
        match reading.unit {
            DateUnit::Bare => false,
            DateUnit::Year => (spelling == Some(EraSpelling::Name)) || reading.companion.is_some(),
            DateUnit::FiscalYear | DateUnit::Month(_) | DateUnit::Day(..) => exists || !is_short,
        }
    }
}

/// Tells if a bare number in brackets can be the year beside it: `令和7年度（1500）` is an amount.
fn is_near(moment: Option<Moment>, companion: Moment) -> bool {
    moment.is_some_and(|moment| moment.year().abs_diff(companion.year()) <= 10)
}

fn starts_date(c: char) -> bool {
    may_start_era(c) || narrow(c).is_ascii_digit() || kanji_digit(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::FiscalYear;
    use jiff::civil::date;

    fn found(text: &str) -> Vec<(&str, Result<Moment, DateError>)> {
        dates_in(text).map(|found| (&text[found.range.clone()], found.moment)).collect()
    }

    #[test]
    fn finds_dates_as_official_texts_write_them() {
        assert_eq!(
            found("令和７年２月21日に表明した「令和７年度施政方針」に則して、令和８年４月から平成31年の"),
            [
                ("令和７年２月21日", Ok(Moment::Day(date(2025, 2, 21)))),
                ("令和７年度", Ok(Moment::FiscalYear(FiscalYear(2025)))),
                ("令和８年４月", Ok(Moment::Month { year: 2026, month: 4 })),
                ("平成31年", Ok(Moment::Year(2019))),
            ]
        );
    }

    #[test]
    fn finds_other_ways_of_writing() {
        for (text, expected) in [
            ("（令和八年四月一日）", ("令和八年四月一日", Ok(Moment::Day(date(2026, 4, 1))))),
            ("改定R8.4.1版", ("R8.4.1", Ok(Moment::Day(date(2026, 4, 1))))),
            ("（H30年度決算）", ("H30年度", Ok(Moment::FiscalYear(FiscalYear(2018))))),
            ("期限は2026-04-01。", ("2026-04-01", Ok(Moment::Day(date(2026, 4, 1))))),
            ("2026年4月1日", ("2026年4月1日", Ok(Moment::Day(date(2026, 4, 1))))),
            ("2030年度まで", ("2030年度", Ok(Moment::FiscalYear(FiscalYear(2030))))),
            ("令和７年\n３月25日", ("令和７年\n３月25日", Ok(Moment::Day(date(2025, 3, 25))))),
            ("令和8年4月30日間", ("令和8年4月", Ok(Moment::Month { year: 2026, month: 4 }))),
            ("実績は平30年度の", ("平30年度", Ok(Moment::FiscalYear(FiscalYear(2018))))),
            ("（平30.4.1）", ("平30.4.1", Ok(Moment::Day(date(2018, 4, 1))))),
            ("二千二十六年度", ("二千二十六年度", Ok(Moment::FiscalYear(FiscalYear(2026))))),
            ("令和7年第1回定例会", ("令和7年", Ok(Moment::Year(2025)))),
            ("令和8年4・5月", ("令和8年", Ok(Moment::Year(2026)))),
            ("令和8年2月30日", ("令和8年2月30日", Err(DateError::NoSuchDay))),
            ("令和8年13月", ("令和8年13月", Err(DateError::NoSuchMonth))),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn finds_no_dates_in_other_words() {
        for text in [
            "戦後80年という節目",
            "戦後８０年",
            "2050年までに",
            "平成の大合併",
            "令和　年　月　日",
            "令和-4年度",
            "大正大学",
            "一人一人が",
            "第２次",
            "S3.1.2.4",
            "R2-D2",
            "192.168.1.1",
            "ISO2026-04-01x",
            "電話042-325-0111",
            "12025年度",
            "R99.13.1",
            "東大3年度",
            "大3年生",
            "「",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn reads_pairs_and_tells_contradictions() {
        for (text, contradicts) in [
            ("令和7年（2025年）", false),
            ("令和７年(２０２５年)", false),
            ("令和7（2025）年", false),
            ("令和7（2025）年度", false),
            ("令和7年度（2025年度）", false),
            ("令和7年度（2025）", false),
            ("令和7年度（2026年3月）", false),
            ("令和7年（2025年）3月25日", false),
            ("令和7年3月25日（2025年3月25日）", false),
            ("2025年（令和7年）", false),
            ("2025（令和7）年度", false),
            ("平成31年（2019年）", false),
            ("令和元年（2019年）", false),
            ("昭和64年（1989年）", false),
            ("令和7年（2024年）", true),
            ("令和7（2026）年度", true),
            ("令和7年度（2026年度）", true),
            ("令和7年度（2024年）", true),
            ("2025年（令和8年）", true),
            ("令和7年3月25日（2025年3月26日）", true),
        ] {
            let all: Vec<_> = dates_in(text).collect();
            assert_eq!(all.len(), 1, "{text}");
            assert_eq!(all[0].range, 0..text.len(), "{text}");
            assert!(all[0].companion.is_some(), "{text}");
            assert_eq!(all[0].contradicts_itself(), contradicts, "{text}");
        }
    }

    #[test]
    fn brackets_that_say_something_else_are_no_pair() {
        for text in [
            "令和7年度（2024年度実績）",
            "令和7年度（1500）",
            "令和7年度（2025～2029年度）",
            "令和7年度（令和6年度）",
            "令和7年（第1回）",
        ] {
            let first = dates_in(text).next();
            assert_eq!(first.map(|found| found.companion), Some(None), "{text}");
        }
    }

    #[test]
    fn reports_dates_outside_their_era() {
        let told = |text| dates_in(text).filter_map(|found| found.overrun).map(|it| it.moment.wareki()).collect();
        let told: Vec<Vec<String>> = vec![told("平成36年度までに"), told("平成31年4月30日"), told("平成31年５月１日")];
        assert_eq!(told, [vec!["令和6年度"], vec![], vec!["令和元年5月1日"]]);
    }
}
