//! Fiscal years: April to March, named after the era.

use jiff::civil::Date;

use crate::japanese::Era;

/// A fiscal year (April to March), by the year it starts in: 2026 is 令和8年度.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i16);

impl FiscalYear {
    /// The fiscal year a day lies in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(if day.month() < 4 { day.year().saturating_sub(1) } else { day.year() })
    }

    /// Its first day, 1 April (地方自治法 §208).
    #[must_use]
    pub fn first_day(self) -> Date {
        // Every year that a date can have has a 1 April.
        Date::new(self.0, 4, 1).unwrap_or(Date::MAX)
    }

    /// Its name in addresses: `r8`, `r1` (2019), `h30`, `s63`; before 1873 the western year.
    #[must_use]
    pub fn slug(self) -> String {
        match era_of_fiscal_year(self) {
            Some((era, year)) => format!("{}{year}", era.letter().to_ascii_lowercase()),
            None => self.0.to_string(),
        }
    }

    /// Its name: `令和8年度`, `令和元年度`; before 1873 `1600年度`.
    #[must_use]
    pub fn wareki(self) -> String {
        match era_of_fiscal_year(self) {
            Some((era, 1)) => format!("{}元年度", era.name()),
            Some((era, year)) => format!("{}{year}年度", era.name()),
            None => format!("{}年度", self.0),
        }
    }
}

/// The era of a fiscal year and its number in it, e.g. (令和, 8); `None` before 1873.
///
/// It is named by the era at its start, and 2019 as a whole 令和元年度 (改元に伴う元号による年表示の取扱いについて, 2019-04-02: the
/// year's budget is 令和元年度 throughout). The era on 1 May says both.
fn era_of_fiscal_year(FiscalYear(year): FiscalYear) -> Option<(Era, i16)> {
    let era = Era::in_force(year, 5, 1)?;
    Some((era, era.year_of(year)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn names_and_slugs_are_in_the_era() {
        for (year, wareki, slug) in [
            (2026, "令和8年度", "r8"),
            (2019, "令和元年度", "r1"),
            (2018, "平成30年度", "h30"),
            (1989, "平成元年度", "h1"),
            (1988, "昭和63年度", "s63"),
            (1926, "大正15年度", "t15"),
            (1600, "1600年度", "1600"),
            (i16::MAX, "令和30749年度", "r30749"),
        ] {
            assert_eq!((FiscalYear(year).wareki().as_str(), FiscalYear(year).slug().as_str()), (wareki, slug));
        }
    }

    #[test]
    fn starts_in_april() {
        assert_eq!(FiscalYear(2026).first_day(), date(2026, 4, 1));
    }
}
