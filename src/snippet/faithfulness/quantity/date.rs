//! Dates, complete or partial: 令和8年3月19日, 3月19日, 4月初旬, 2050年, 令和8年度.

use super::numeral;
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

/// Eras, each with the Western year before its first.
const ERAS: &[(&str, i64)] =
    &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867), ("R", 2018), ("H", 1988)];

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
    let era = ERAS.iter().find(|(name, _)| starts_with(chars, name));
    let mut at = era.map_or(0, |(name, _)| name.chars().count());
    let number = if era.is_some() && chars.get(at) == Some(&'元') {
        at += 1;
        1
    } else {
        let number = numeral::read(&chars[at..])?;
        at += number.length;
        number.thousandths / 1_000
    };
    let year = era.map_or(number, |(_, before)| before + number);
    let letter = era.is_some_and(|(name, _)| name.is_ascii());
    let marked = chars.get(at) == Some(&'年');
    if !(1868..=2200).contains(&year) || !(marked || letter) || starts_with(&chars[at..], "年間") {
        return None;
    }
    at += usize::from(marked);
    date.fiscal = chars.get(at) == Some(&'度');
    date.year = Some(year);
    Some(at + usize::from(date.fiscal))
}

fn month(chars: &[char], date: &mut PartialDate) -> Option<usize> {
    let number = numeral::read(chars).filter(|number| (1_000..=12_000).contains(&number.thousandths))?;
    let mut at = number.length;
    if chars.get(at) != Some(&'月') {
        return None;
    }
    at += 1;
    date.month = Some(number.thousandths / 1_000);
    if let Some((word, third)) = THIRDS.iter().find(|(word, _)| starts_with(&chars[at..], word)) {
        date.day = Some(*third);
        return Some(at + word.chars().count());
    }
    let day = numeral::read(&chars[at..]).filter(|day| chars.get(at + day.length) == Some(&'日'));
    if let Some(day) = day {
        date.day = Some(day.thousandths / 1_000);
        at += day.length + 1;
    }
    Some(at)
}
