//! Reading dates as people write them: `2026-04-01`, `令和８年４月１日`, `令和元年5月`, `R8.4.1`, `2026年度`.

use jiff::civil::Date;

use super::cursor::{DateCursor, DateUnit, WrittenYear};
use super::english::whole_english_date;
use super::fiscal_year::FiscalYear;
use super::moment::{EraOverrun, Moment};
use crate::japanese::{Era, EraSpelling, EraYear};

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
    /// Reads a day: `2026-04-01`, `2026年4月1日`, `令和８年４月１日`, `令和八年四月一日`, `R8.4.1`, `令和8年（2026年）4月1日`,
    /// `1 April 2026`, `April 1, 2026`.
    ///
    /// # Errors
    /// [`DateError`] when it is no day, or one that does not exist.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Some(date) = whole_english_date(text) {
            return Ok(Self { date, as_written: text.to_owned() });
        }
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
pub(in crate::policy) struct DateReading {
    pub(in crate::policy) year: WrittenYear,
    pub(in crate::policy) unit: DateUnit,
    /// The same in the other calendar, in brackets: `令和7年（2025年）`.
    pub(in crate::policy) companion: Option<(WrittenYear, DateUnit)>,
    /// `2026-04-01`, `R8.4.1`: with signs instead of 年月日.
    pub(in crate::policy) punctuated: bool,
    /// Bytes from the start of the text to the end of the date.
    pub(in crate::policy) end: usize,
}

impl DateReading {
    /// Reads a text that is a date and nothing else.
    pub(in crate::policy) fn whole(text: &str) -> Option<Self> {
        let start = text.len() - text.trim_start().len();
        Self::at(text, start).filter(|reading| text[reading.end..].trim().is_empty())
    }

    /// Reads the date that starts at a byte of the text.
    pub(in crate::policy) fn at(text: &str, start: usize) -> Option<Self> {
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
    pub(in crate::policy) fn moment(&self) -> Result<Moment, DateError> {
        moment(self.year, self.unit)
    }

    /// Its meaning where only a fiscal year can be meant: `R8` and `令和8年` are `令和8年度` there.
    pub(in crate::policy) fn as_fiscal_year(&self) -> Result<Moment, DateError> {
        match self.unit {
            DateUnit::Bare | DateUnit::Year | DateUnit::FiscalYear => moment(self.year, DateUnit::FiscalYear),
            DateUnit::Month(_) | DateUnit::Day(..) => Err(DateError::Unreadable),
        }
    }

    /// The form in which the era is written.
    pub(in crate::policy) fn spelling(&self) -> Option<EraSpelling> {
        match self.year {
            WrittenYear::Era(year) => Some(year.spelling),
            WrittenYear::Western(_) => None,
        }
    }

    /// The era as written.
    pub(in crate::policy) fn era(&self) -> Option<Era> {
        match self.year {
            WrittenYear::Era(EraYear { era, .. }) => Some(era),
            WrittenYear::Western(_) => None,
        }
    }

    pub(in crate::policy) fn overrun(&self, moment: Moment) -> Option<EraOverrun> {
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
