//! Fiscal years: April to March, named after the era.

use jiff::civil::Date;

use super::Moment;
use super::era::era_of_fiscal_year;
use super::written_date::{DateError, DateReading};

/// A fiscal year (April to March), by the year it starts in: 2026 is 令和8年度.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(pub i16);

impl FiscalYear {
    /// Reads `R8`, `令和8年度`, `令和元年度`, `H31`, `2026`, `2026年度`, in any width; kanji numerals too.
    ///
    /// # Errors
    /// [`DateError`] when it is nothing of the kind.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let reading = DateReading::whole(text).ok_or(DateError::Unreadable)?;
        match reading.as_fiscal_year()? {
            Moment::FiscalYear(year) => Ok(year),
            _ => Err(DateError::Unreadable),
        }
    }

    /// Its first day, 1 April (地方自治法 §208).
    #[must_use]
    pub fn first_day(self) -> Date {
        // Every year a date can have has a 1 April; others cannot be written.
        Date::new(self.0, 4, 1).unwrap_or(Date::MAX)
    }

    /// Its name in addresses: `r8`, `r1` (2019), `h30`, `s63`; before 1873 the western year.
    #[must_use]
    pub fn slug(self) -> String {
        match era_of_fiscal_year(self) {
            Some((era, year)) => format!("{}{year}", era.letter.to_ascii_lowercase()),
            None => self.0.to_string(),
        }
    }

    /// Its name: `令和8年度`, `令和元年度`; before 1873 `1600年度`.
    #[must_use]
    pub fn wareki(self) -> String {
        match era_of_fiscal_year(self) {
            Some((era, 1)) => format!("{}元年度", era.name),
            Some((era, year)) => format!("{}{year}年度", era.name),
            None => format!("{}年度", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_every_way_a_fiscal_year_is_written() {
        for (text, expected) in [
            ("R8", 2026),
            ("r8", 2026),
            ("Ｒ８", 2026),
            ("R8年度", 2026),
            ("令和8年度", 2026),
            ("令和８年度", 2026),
            ("令和八年度", 2026),
            ("令和十年度", 2028),
            ("令和元年度", 2019),
            ("R1", 2019),
            ("H31", 2019),
            ("平成31年度", 2019),
            ("平成36年度", 2024),
            ("S63", 1988),
            ("2026", 2026),
            ("２０２６年度", 2026),
            (" 令和 8 年度 ", 2026),
            ("令和8年度（2026年度）", 2026),
        ] {
            assert_eq!(FiscalYear::parse(text), Ok(FiscalYear(expected)), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_fiscal_year() {
        for (text, expected) in [
            ("", DateError::Unreadable),
            ("令和-4年度", DateError::Unreadable),
            ("R-4", DateError::Unreadable),
            ("26", DateError::Unreadable),
            ("20260", DateError::Unreadable),
            ("令和8年4月", DateError::Unreadable),
            ("2026-04-01", DateError::Unreadable),
            ("X8", DateError::Unreadable),
            ("令和年度", DateError::Unreadable),
            ("R0", DateError::NoSuchYear),
            ("令和0年度", DateError::NoSuchYear),
            ("令和100年度", DateError::NoSuchYear),
        ] {
            assert_eq!(FiscalYear::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn names_and_slugs() {
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
