//! Dates, complete or partial: 令和8年3月19日, 3月19日, 4月初旬, 2050年, 令和8年度.

use crate::japanese::{EraSpelling, amount, era_year, numeral};
use crate::snippet::faithfulness::folded::starts_with;

/// A date. Parts that are not written are `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct PartialDate {
    /// The Western year.
    pub(in super::super) year: Option<i64>,
    /// True if the year is a fiscal one (年度).
    pub(in super::super) fiscal: bool,
    /// 1–12.
    pub(in super::super) month: Option<i64>,
    /// 1–31; 101–103 for the first, second and last third of a month, 104 for its end.
    pub(in super::super) day: Option<i64>,
}

impl PartialDate {
    /// True if another date says all that this date says. A month without a year belongs to `fiscal_year`, the one of the document.
    pub(in super::super) fn is_said_by(&self, other: &Self, fiscal_year: Option<i64>) -> bool {
        let agrees = |own: Option<i64>, theirs: Option<i64>| own.is_none() || own == theirs;
        let implied = || match (other.month, fiscal_year) {
            (Some(month), Some(year)) if other.year.is_none() => Some(if month >= 4 { year } else { year + 1 }),
            _ => None,
        };
        let year =
            agrees(self.year, other.year.or_else(implied)) && (self.year.is_none() || self.fiscal == other.fiscal);
        year && agrees(self.month, other.month) && agrees(self.day, other.day)
    }
}

const THIRDS: &[(&str, i64)] = &[("上旬", 101), ("初旬", 101), ("中旬", 102), ("下旬", 103), ("末", 104)];

/// A date at the start of the characters, and how many characters it is.
pub(super) fn read(chars: &[char]) -> Option<(PartialDate, usize)> {
    let mut date = PartialDate::default();
    let mut at = year(chars, &mut date).unwrap_or(0);
    if !date.fiscal {
        at += month(&chars[at..], &mut date).unwrap_or(0);
    }
    (at > 0).then_some((date, at))
}

fn year(chars: &[char], date: &mut PartialDate) -> Option<usize> {
    let era = era_year(chars.iter().copied());
    let (year, mut at) = match &era {
        Some(era) => (i64::from(era.western()?), era.characters),
        None => amount(chars).map(|number| (number.thousandths / 1_000, number.characters))?,
    };
    let is_marked = chars.get(at) == Some(&'年');
    // R8 needs no 年, but H2O is no year.
    let may_stand_alone = era.is_some_and(|era| era.spelling == EraSpelling::Letter)
        && chars[0].is_ascii_uppercase()
        && !chars.get(at).is_some_and(char::is_ascii_alphanumeric);
    if !(1868..=2200).contains(&year) || !(is_marked || may_stand_alone) || starts_with(&chars[at..], "年間") {
        return None;
    }
    at += usize::from(is_marked);
    date.fiscal = chars.get(at) == Some(&'度');
    date.year = Some(year);
    Some(at + usize::from(date.fiscal))
}

fn month(chars: &[char], date: &mut PartialDate) -> Option<usize> {
    let (month, mut at) = counted(chars, '月').filter(|(month, _)| (1..=12).contains(month))?;
    date.month = Some(month);
    if let Some((word, third)) = THIRDS.iter().find(|(word, _)| starts_with(&chars[at..], word)) {
        date.day = Some(*third);
        return Some(at + word.chars().count());
    }
    if let Some((day, length)) = counted(&chars[at..], '日') {
        date.day = Some(day);
        at += length;
    }
    Some(at)
}

/// A number with the character that counts it, and how many characters both are.
fn counted(chars: &[char], counter: char) -> Option<(i64, usize)> {
    let number = numeral(chars.iter().copied())?;
    let is_counted = chars.get(number.characters) == Some(&counter);
    is_counted.then_some((i64::from(number.value), number.characters + 1))
}
