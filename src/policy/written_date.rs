//! Reading dates as people write them: `2026-04-01`, `令和８年４月１日`, `令和元年5月`, `R8.4.1`, `2026年度`.

use jiff::civil::Date;

use super::FiscalYear;
use super::date_cursor::{DateCursor, DateUnit, WrittenYear};
use super::moment::{EraOverrun, Moment};
use crate::japanese::{Era, EraYear};

/// A date as its author wrote it: `2026-04-01` or `令和8年4月1日`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// The day.
    pub date: jiff::civil::Date,
    /// As written.
    pub as_written: String,
}

/// Why something is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not written like a date.
    Unreadable,
    /// An era year 0, or above 99.
    NoSuchYear,
    /// A month 0, or above 12.
    NoSuchMonth,
    /// A day this month does not have.
    NoSuchDay,
    /// A day of 明治 before 1873: of the lunar calendar, not converted.
    BeforeSolarCalendar,
}

impl WrittenDate {
    /// Reads a day: `2026-04-01`, `2026年4月1日`, `令和８年４月１日`, `令和八年四月一日`, `R8.4.1`, `令和8年（2026年）4月1日`.
    ///
    /// # Errors
    /// [`DateError`] when it is no day, or one that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match DateReading::whole(text).ok_or(DateError::Unreadable)?.moment()? {
            Moment::Day(date) => Ok(Self { date, as_written: text.to_owned() }),
            _ => Err(DateError::Unreadable),
        }
    }
}

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
}

impl EraOverrun {
    /// Tells if a date or fiscal year, written alone, lies outside the era it is written in: `H36`, `平成31年5月1日`.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        let reading = DateReading::whole(written)?;
        let moment = if reading.unit == DateUnit::Bare { reading.as_fiscal_year() } else { reading.moment() };
        reading.overrun(moment.ok()?)
    }
}

/// A date as read, not yet known to exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateReading {
    pub(super) year: WrittenYear,
    pub(super) unit: DateUnit,
    /// The same in the other calendar, in brackets: `令和7年（2025年）`.
    pub(super) companion: Option<(WrittenYear, DateUnit)>,
    /// `2026-04-01`, `R8.4.1`: with signs instead of 年月日.
    pub(super) punctuated: bool,
    /// Bytes from the start of the text to the end of the date.
    pub(super) end: usize,
}

impl DateReading {
    /// Reads a text that is a date and nothing else.
    pub(super) fn whole(text: &str) -> Option<Self> {
        let start = text.len() - text.trim_start().len();
        Self::at(text, start).filter(|reading| text[reading.end..].trim().is_empty())
    }

    /// Reads the date that starts at a byte of the text.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let mut cursor = DateCursor { text, at: start };
        let year = cursor.year()?;
        let after_year = cursor;
        // `令和7（2025）年`; brackets that do not stand inside the date are read at its end.
        let mut companion = cursor.companion(year).filter(|_| cursor.sees('年'));
        if companion.is_none() {
            cursor = after_year;
        }
        let mut unit = cursor.unit(|cursor| companion = companion.or_else(|| cursor.companion(year)));
        let signs = if unit == DateUnit::Bare { cursor.punctuated() } else { None };
        match signs {
            Some(day) => unit = day,
            None if unit != DateUnit::Bare => companion = companion.or_else(|| cursor.companion(year)),
            None => {}
        }
        Some(Self { year, unit, companion, punctuated: signs.is_some(), end: cursor.at })
    }

    /// Its meaning, or why there is no such day.
    pub(super) fn moment(&self) -> Result<Moment, DateError> {
        moment(self.year, self.unit)
    }

    /// Its meaning where only a fiscal year can be meant: `R8` and `令和8年` are `令和8年度` there.
    pub(super) fn as_fiscal_year(&self) -> Result<Moment, DateError> {
        match self.unit {
            DateUnit::Bare | DateUnit::Year | DateUnit::FiscalYear => moment(self.year, DateUnit::FiscalYear),
            DateUnit::Month(_) | DateUnit::Day(..) => Err(DateError::Unreadable),
        }
    }

    /// The era as written.
    pub(super) fn era(&self) -> Option<Era> {
        match self.year {
            WrittenYear::Era(EraYear { era, .. }) => Some(era),
            WrittenYear::Western(_) => None,
        }
    }

    pub(super) fn overrun(&self, moment: Moment) -> Option<EraOverrun> {
        moment.overrun(self.era()?)
    }
}

/// The meaning of a year and the rest of a date together.
pub(super) fn moment(year: WrittenYear, unit: DateUnit) -> Result<Moment, DateError> {
    let western = match year {
        WrittenYear::Era(year) => year.western().ok_or(DateError::NoSuchYear)?,
        WrittenYear::Western(number) => i16::try_from(number).map_err(|_| DateError::NoSuchYear)?,
    };
    match unit {
        DateUnit::Bare | DateUnit::Year => Ok(Moment::Year(western)),
        DateUnit::FiscalYear => Ok(Moment::FiscalYear(FiscalYear(western))),
        DateUnit::Month(number) => Ok(Moment::Month { year: western, month: solar_month(year, western, number)? }),
        DateUnit::Day(month, day) => {
            let month = solar_month(year, western, month)?;
            let day = i8::try_from(day).map_err(|_| DateError::NoSuchDay)?;
            Date::new(western, month, day).map(Moment::Day).map_err(|_| DateError::NoSuchDay)
        }
    }
}

fn solar_month(year: WrittenYear, western: i16, month: u32) -> Result<i8, DateError> {
    if matches!(year, WrittenYear::Era(EraYear { era: Era::Meiji, .. })) && western < 1873 {
        return Err(DateError::BeforeSolarCalendar);
    }
    i8::try_from(month).ok().filter(|month| (1..=12).contains(month)).ok_or(DateError::NoSuchMonth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::japanese::forms::{NO_NUMERALS, NUMERALS, YEARS};
    use jiff::civil::date;

    #[test]
    fn reads_every_way_a_day_is_written() {
        for text in [
            "2026-04-01",
            "2026/4/1",
            "2026.4.1",
            "２０２６－０４－０１",
            "2026年4月1日",
            "２０２６年４月１日",
            "二〇二六年四月一日",
            "令和8年4月1日",
            "令和８年４月１日",
            "令和　８年　４月　１日",
            " 令和8年4月1日\n",
            "令和八年四月一日",
            "㋿8年4月1日",
            "R8.4.1",
            "R8/4/1",
            "r8.4.1",
            "Ｒ８．４．１",
            "R8年4月1日",
            "平成38年4月1日",
            "令和8年（2026年）4月1日",
            "令和8(2026)年4月1日",
            "2026年（令和8年）4月1日",
            "令和8年4月1日（2026年4月1日）",
        ] {
            let expected = WrittenDate { date: date(2026, 4, 1), as_written: text.to_owned() };
            assert_eq!(WrittenDate::parse(text), Ok(expected), "{text}");
        }
    }

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
    fn dates_read_every_form_of_a_year() {
        for (form, western) in YEARS {
            assert_eq!(FiscalYear::parse(&format!("{form}年度")), Ok(FiscalYear(western)), "{form}");
            let day = WrittenDate::parse(&format!("{form}年4月1日")).map(|found| found.date);
            assert_eq!(day, Ok(date(western, 4, 1)), "{form}");
            let day = WrittenDate::parse(&format!("{form}.4.1")).map(|found| found.date);
            assert_eq!(day, Ok(date(western, 4, 1)), "{form}");
        }
    }

    #[test]
    fn dates_read_every_form_of_a_number() {
        for (form, value) in NUMERALS {
            let value = i16::try_from(value).unwrap();
            let (text, expected) = match value {
                ..=99 => (format!("令和{form}年度"), Ok(FiscalYear(2018 + value))),
                1_000..=9_999 => (format!("{form}年度"), Ok(FiscalYear(value))),
                _ => (format!("令和{form}年度"), Err(DateError::NoSuchYear)),
            };
            assert_eq!(FiscalYear::parse(&text), expected, "{text}");
        }
        for form in NO_NUMERALS {
            assert_eq!(FiscalYear::parse(&format!("令和{form}年度")), Err(DateError::Unreadable), "{form}");
        }
    }

    #[test]
    fn reads_days_of_every_era() {
        for (text, expected) in [
            ("令和元年5月1日", date(2019, 5, 1)),
            ("令和1年5月1日", date(2019, 5, 1)),
            ("令和７年３月25日", date(2025, 3, 25)),
            ("令和十二年十二月三十一日", date(2030, 12, 31)),
            ("平成31年5月1日", date(2019, 5, 1)),
            ("昭和64年1月7日", date(1989, 1, 7)),
            ("大正元年7月30日", date(1912, 7, 30)),
            ("明治6年1月1日", date(1873, 1, 1)),
            ("令和6年2月29日", date(2024, 2, 29)),
        ] {
            assert_eq!(WrittenDate::parse(text).map(|found| found.date), Ok(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_day() {
        for (text, expected) in [
            ("", DateError::Unreadable),
            ("令和-4年4月1日", DateError::Unreadable),
            ("令和年月日", DateError::Unreadable),
            ("令和8年", DateError::Unreadable),
            ("令和8年4月", DateError::Unreadable),
            ("令和8年度", DateError::Unreadable),
            ("2026-04", DateError::Unreadable),
            ("2026-04-01T00:00", DateError::Unreadable),
            ("26-04-01", DateError::Unreadable),
            ("4月1日", DateError::Unreadable),
            ("令和8年4月1日ごろ", DateError::Unreadable),
            ("令和99999999999年4月1日", DateError::Unreadable),
            ("令和0年4月1日", DateError::NoSuchYear),
            ("令和2026年4月1日", DateError::NoSuchYear),
            ("令和8年13月1日", DateError::NoSuchMonth),
            ("令和8年0月1日", DateError::NoSuchMonth),
            ("令和8年2月30日", DateError::NoSuchDay),
            ("令和7年2月29日", DateError::NoSuchDay),
            ("2026-04-31", DateError::NoSuchDay),
            ("令和8年4月999日", DateError::NoSuchDay),
            ("明治5年12月2日", DateError::BeforeSolarCalendar),
        ] {
            assert_eq!(WrittenDate::parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn tells_dates_outside_their_era() {
        for (text, expected) in [
            ("H36", Some("令和6年度")),
            ("平成36年度", Some("令和6年度")),
            ("平成31年5月1日", Some("令和元年5月1日")),
            ("平成31年5月", Some("令和元年5月")),
            ("平成32年", Some("令和2年")),
            ("令和元年4月30日", Some("平成31年4月30日")),
            ("昭和64年度", Some("平成元年度")),
            ("H31", None),
            ("平成31年度", None),
            ("平成31年", None),
            ("平成31年4月30日", None),
            ("令和元年度", None),
            ("令和元年5月", None),
            ("昭和63年度", None),
            ("明治元年", None),
            ("2026年度", None),
            ("令和8年2月30日", None),
            ("無題", None),
        ] {
            let told = EraOverrun::of(text).map(|overrun| overrun.moment.wareki());
            assert_eq!(told.as_deref(), expected, "{text}");
        }
    }
}
