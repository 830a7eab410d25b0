//! Dates, months, years and fiscal years, as people write them.

mod cursor;
mod english;
mod fiscal_year;
mod found;
mod moment;
mod written;

#[cfg(test)]
mod tests;

pub(super) use cursor::DateUnit;
pub(super) use english::last_english_date;
pub use english::{english_date, english_month};
pub use fiscal_year::FiscalYear;
pub use found::{FoundDate, dates_in};
pub use moment::{EraOverrun, Moment, Period, era_date, full_date};
pub(super) use written::DateReading;
pub use written::{DateError, WrittenDate};
