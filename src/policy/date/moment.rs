//! The meaning of a date in a text, and days written in their era.

use jiff::civil::Date;

use super::fiscal_year::FiscalYear;
use crate::japanese::Era;

/// A day, a month, a year or a fiscal year that a date in a text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// 令和8年4月1日
    Day(Date),
    /// 令和8年4月
    Month {
        /// The western year.
        year: i16,
        /// 1–12.
        month: i8,
    },
    /// 令和8年, by its western year.
    Year(i16),
    /// 令和8年度
    FiscalYear(FiscalYear),
}

/// A date lies outside the era it is written in (`平成36年度`, `平成31年5月1日`). It is understood all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EraOverrun {
    /// The era as written.
    pub era: Era,
    /// The time that was meant. [`Moment::wareki`] writes it correctly.
    pub moment: Moment,
}

/// A day, month or year, with both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Moment {
    /// As written with an era: `令和8年4月1日`, `令和元年5月`, `令和8年`, `令和8年度`; before 1873 with the western year.
    #[must_use]
    pub fn wareki(self) -> String {
        match self {
            Self::Day(date) => era_date(date),
            Self::Month { year, month } => format!("{}{month}月", year_on(year, month, 31)),
            Self::Year(year) => year_on(year, 12, 31),
            Self::FiscalYear(year) => year.wareki(),
        }
    }

    /// The western year it lies in, or starts in.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Self::Day(date) => date.year(),
            Self::Month { year, .. } | Self::Year(year) | Self::FiscalYear(FiscalYear(year)) => year,
        }
    }

    /// Tells if none of it lies in the era it is written in.
    pub(super) fn overrun(self, era: Era) -> Option<EraOverrun> {
        let Period { first, last } = Period::of(self)?;
        let has_ended = era.end().is_some_and(|end| first >= end);
        // 明治 counts from 1868 for whole years, though its days can be converted only from 1873.
        let has_not_begun = era != Era::Meiji && last < era.first_day();
        (has_ended || has_not_begun).then_some(EraOverrun { era, moment: self })
    }
}

impl Period {
    /// The days a moment lasts.
    #[must_use]
    pub fn of(moment: Moment) -> Option<Self> {
        let year = |first: (i16, i8), last: (i16, i8, i8)| {
            let (first, last) = (Date::new(first.0, first.1, 1), Date::new(last.0, last.1, last.2));
            Some(Self { first: first.ok()?, last: last.ok()? })
        };
        match moment {
            Moment::Day(day) => Some(Self { first: day, last: day }),
            Moment::Month { year, month } => {
                let first = Date::new(year, month, 1).ok()?;
                Some(Self { first, last: first.last_of_month() })
            }
            Moment::Year(number) => year((number, 1), (number, 12, 31)),
            Moment::FiscalYear(FiscalYear(number)) => year((number, 4), (number.checked_add(1)?, 3, 31)),
        }
    }
}

/// A day as written in its era: `令和8年4月1日`, `令和元年5月1日`; before 1873 `1600年10月21日`.
#[must_use]
pub fn era_date(date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{}{month}月{day}日", year_on(year, month, day))
}

/// A day with both years: `令和8年（2026年）4月1日`; before 1873 `1600年10月21日`.
#[must_use]
pub fn full_date(date: Date) -> String {
    match Era::of(date) {
        Some(_) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            format!("{}（{year}年）{month}月{day}日", year_on(year, month, day))
        }
        None => era_date(date),
    }
}

/// `令和8年`: the year in the era that is in force on a day.
fn year_on(year: i16, month: i8, day: i8) -> String {
    match Era::in_force(year, month, day) {
        Some(era) => match era.year_of(year) {
            1 => format!("{}元年", era.name()),
            number => format!("{}{number}年", era.name()),
        },
        None => format!("{year}年"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_in_their_era() {
        for (day, expected) in [
            (date(2026, 4, 1), "令和8年4月1日"),
            (date(2019, 5, 1), "令和元年5月1日"),
            (date(2019, 4, 30), "平成31年4月30日"),
            (date(1989, 1, 8), "平成元年1月8日"),
            (date(1989, 1, 7), "昭和64年1月7日"),
            (date(1926, 12, 25), "昭和元年12月25日"),
            (date(1926, 12, 24), "大正15年12月24日"),
            (date(1912, 7, 30), "大正元年7月30日"),
            (date(1912, 7, 29), "明治45年7月29日"),
            (date(1873, 1, 1), "明治6年1月1日"),
            (date(1872, 12, 31), "1872年12月31日"),
        ] {
            assert_eq!(era_date(day), expected);
        }
    }

    #[test]
    fn full_dates_have_both_years() {
        assert_eq!(full_date(date(2026, 4, 1)), "令和8年（2026年）4月1日");
        assert_eq!(full_date(date(2019, 5, 1)), "令和元年（2019年）5月1日");
        assert_eq!(full_date(date(1600, 10, 21)), "1600年10月21日");
    }

    #[test]
    fn moments_are_written_in_the_era_they_end_in() {
        for (moment, expected) in [
            (Moment::Year(2019), "令和元年"),
            (Moment::Year(2024), "令和6年"),
            (Moment::Month { year: 2019, month: 4 }, "平成31年4月"),
            (Moment::Month { year: 2019, month: 5 }, "令和元年5月"),
            (Moment::FiscalYear(FiscalYear(2024)), "令和6年度"),
        ] {
            assert_eq!(moment.wareki(), expected);
        }
    }
}
