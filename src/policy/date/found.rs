//! Finding dates in running text.

use std::ops::Range;

use super::cursor::DateUnit;
use super::moment::{EraOverrun, Moment};
use super::written::{DateError, DateReading, moment};
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
    let mut dates = Dates { text, at: 0 };
    std::iter::from_fn(move || dates.next_date())
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

impl Dates<'_> {
    fn next_date(&mut self) -> Option<FoundDate> {
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
        let spelling = reading.spelling();
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
