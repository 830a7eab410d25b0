//! Japanese eras: which one a day lies in, and dates written in them.

use jiff::civil::{Date, date};

use super::FiscalYear;

/// An era of the solar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// 明治
    Meiji,
    /// 大正
    Taisho,
    /// 昭和
    Showa,
    /// 平成
    Heisei,
    /// 令和
    Reiwa,
}

/// A row of the table of eras.
pub(super) struct Row {
    pub(super) era: Era,
    pub(super) name: &'static str,
    /// The one-character form (U+32FF, U+337B–U+337E).
    pub(super) sign: char,
    pub(super) letter: char,
    /// The first day; the era lasts until the day before the next row's.
    first: Date,
    /// The western year that is its year 1 (元年).
    year_one: i16,
}

/// First days by the acts that set them: the solar calendar by 明治5年太政官布告第337号 (from 1873-01-01; earlier dates of 明治 are
/// of the lunar calendar and are not converted); 大正 and 昭和 by the imperial edicts of 1912-07-30 and 1926-12-25; 平成 by
/// 昭和64年政令第1号 (in force 1989-01-08); 令和 by 平成31年政令第143号 (in force 2019-05-01).
pub(super) const ERAS: [Row; 5] = [
    Row { era: Era::Meiji, name: "明治", sign: '㍾', letter: 'M', first: date(1873, 1, 1), year_one: 1868 },
    Row { era: Era::Taisho, name: "大正", sign: '㍽', letter: 'T', first: date(1912, 7, 30), year_one: 1912 },
    Row { era: Era::Showa, name: "昭和", sign: '㍼', letter: 'S', first: date(1926, 12, 25), year_one: 1926 },
    Row { era: Era::Heisei, name: "平成", sign: '㍻', letter: 'H', first: date(1989, 1, 8), year_one: 1989 },
    Row { era: Era::Reiwa, name: "令和", sign: '㋿', letter: 'R', first: date(2019, 5, 1), year_one: 2019 },
];

/// A day, a month, a year or a fiscal year: what a date in a text means.
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
    /// What was meant; [`Moment::wareki`] gives the right way to write it.
    pub moment: Moment,
}

/// Year, month, day: comparable without making a date that may not exist.
type Day = (i16, i8, i8);

impl Era {
    /// Its name: `令和`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The era of a day; `None` before 1873, when Japan took the solar calendar.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        Self::on((date.year(), date.month(), date.day()))
    }

    fn on(day: Day) -> Option<Self> {
        ERAS.iter().rev().find(|row| day >= triple(row.first)).map(|row| row.era)
    }

    pub(super) fn row(self) -> &'static Row {
        &ERAS[self as usize]
    }

    /// The western year of a year of this era.
    pub(super) fn western(self, year: i16) -> i16 {
        self.row().year_one + year - 1
    }

    /// The year of this era that a western year is, as written: `元` or a number.
    fn year(self, western: i16) -> String {
        match western - self.row().year_one + 1 {
            1 => "元".to_owned(),
            year => year.to_string(),
        }
    }

    fn lies_outside(self, (first, last): (Day, Day)) -> bool {
        let ended = ERAS.get(self as usize + 1).is_some_and(|next| first >= triple(next.first));
        // 明治 counts from 1868 for whole years, though its days can be converted only from 1873.
        ended || (self != Self::Meiji && last < triple(self.row().first))
    }
}

impl Moment {
    /// As written with an era: `令和8年4月1日`, `令和元年5月`, `令和8年`, `令和8年度`; before 1873 with the western year.
    #[must_use]
    pub fn wareki(self) -> String {
        match self {
            Self::Day(date) => era_date(date),
            Self::Month { year, month } => format!("{}{month}月", year_on((year, month, 31))),
            Self::Year(year) => year_on((year, 12, 31)),
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
        era.lies_outside(self.bounds()).then_some(EraOverrun { era, moment: self })
    }

    fn bounds(self) -> (Day, Day) {
        match self {
            Self::Day(date) => (triple(date), triple(date)),
            Self::Month { year, month } => ((year, month, 1), (year, month, 31)),
            Self::Year(year) => ((year, 1, 1), (year, 12, 31)),
            Self::FiscalYear(FiscalYear(year)) => ((year, 4, 1), (year.saturating_add(1), 3, 31)),
        }
    }
}

/// The name and the number of a fiscal year's era, e.g. (令和, 8); `None` before 1873.
///
/// It is named by the era at its start, and 2019 as a whole 令和元年度 (改元に伴う元号による年表示の取扱いについて, 2019-04-02: the
/// year's budget is 令和元年度 throughout). The era on 1 May says both.
pub(super) fn era_of_fiscal_year(FiscalYear(year): FiscalYear) -> Option<(&'static Row, i16)> {
    let row = Era::on((year, 5, 1))?.row();
    Some((row, year - row.year_one + 1))
}

/// A day as written in its era: `令和8年4月1日`, `令和元年5月1日`; before 1873 `1600年10月21日`.
#[must_use]
pub fn era_date(date: Date) -> String {
    format!("{}{}月{}日", year_on(triple(date)), date.month(), date.day())
}

/// A day with both years: `令和8年（2026年）4月1日`; before 1873 `1600年10月21日`.
#[must_use]
pub fn full_date(date: Date) -> String {
    match Era::of(date) {
        Some(_) => {
            format!("{}（{}年）{}月{}日", year_on(triple(date)), date.year(), date.month(), date.day())
        }
        None => era_date(date),
    }
}

/// `令和8年`: the year in the era that is in force on a day.
fn year_on(day: Day) -> String {
    match Era::on(day) {
        Some(era) => format!("{}{}年", era.name(), era.year(day.0)),
        None => format!("{}年", day.0),
    }
}

fn triple(date: Date) -> Day {
    (date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

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
