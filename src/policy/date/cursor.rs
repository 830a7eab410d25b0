//! Takes the parts of a date off a text, one after the other.

use crate::japanese::{EraYear, Numeral, Script, era_year, narrow, numeral};

/// A year as written, with what it counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::policy) enum WrittenYear {
    Era(EraYear),
    Western(u32),
}

/// The part of a date behind the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::policy) enum DateUnit {
    /// Nothing: `R8`, `2026`.
    Bare,
    Year,
    FiscalYear,
    Month(u32),
    Day(u32, u32),
}

/// A place in a text. Full-width ASCII counts as half-width. Spaces and line ends between the parts of a date are skipped.
#[derive(Clone, Copy)]
pub(super) struct DateCursor<'a> {
    pub(super) text: &'a str,
    /// Byte of the text.
    pub(super) at: usize,
}

impl<'a> DateCursor<'a> {
    /// `令和8`, `令和元`, `㋿8`, `令8`, `R8`, or a western year of four digits: `2026`, `二〇二六`, `二千二十六`.
    pub(super) fn year(&mut self) -> Option<WrittenYear> {
        if let Some(year) = era_year(self.rest().chars()) {
            self.at += year.length;
            return Some(WrittenYear::Era(year));
        }
        let number = self.number()?;
        let is_year = match number.script {
            Script::Digits => number.characters == 4,
            Script::Kanji => (1_000..=9_999).contains(&number.value),
        };
        is_year.then_some(WrittenYear::Western(number.value))
    }

    fn number(&mut self) -> Option<Numeral> {
        let number = numeral(self.rest().chars())?;
        self.at += number.length;
        Some(number)
    }

    /// One or two digits.
    fn two_digits(&mut self) -> Option<u32> {
        let number = self.number().filter(|number| number.script == Script::Digits && number.characters <= 2)?;
        Some(number.value)
    }

    /// Reads what follows the year: `年`, `年度`, `年4月`, `年4月1日`; `after_year` is called right after `年`.
    pub(super) fn unit(&mut self, after_year: impl FnOnce(&mut Self)) -> DateUnit {
        if !self.eat_spaced('年') {
            return DateUnit::Bare;
        }
        if self.eat('度') {
            return DateUnit::FiscalYear;
        }
        after_year(self);
        let Some(month) = self.counted('月') else { return DateUnit::Year };
        let before_day = *self;
        match self.counted('日') {
            // 「令和8年4月30日間」 is a span of days.
            Some(_) if self.sees('間') => {
                *self = before_day;
                DateUnit::Month(month)
            }
            Some(day) => DateUnit::Day(month, day),
            None => DateUnit::Month(month),
        }
    }

    /// `-04-01`, `/4/1`, `.4.1`.
    pub(super) fn punctuated(&mut self) -> Option<DateUnit> {
        let start = *self;
        for sign in ['-', '/', '.'] {
            if !self.eat(sign) {
                continue;
            }
            let found = self.two_digits().filter(|_| self.eat(sign)).zip(self.two_digits());
            if let Some((month, day)) = found {
                return Some(DateUnit::Day(month, day));
            }
            *self = start;
        }
        None
    }

    /// The same date in the other calendar, in brackets.
    pub(super) fn companion(&mut self, of: WrittenYear) -> Option<(WrittenYear, DateUnit)> {
        let start = *self;
        let found = self.bracketed().filter(|(year, _)| {
            matches!(
                (of, year),
                (WrittenYear::Era(..), WrittenYear::Western(_)) | (WrittenYear::Western(_), WrittenYear::Era(..))
            )
        });
        if found.is_none() {
            *self = start;
        }
        found
    }

    fn bracketed(&mut self) -> Option<(WrittenYear, DateUnit)> {
        if !self.eat('(') {
            return None;
        }
        let year = self.year()?;
        let unit = self.unit(|_| ());
        self.eat(')').then_some((year, unit))
    }

    /// A number and the sign that counts it; nothing is read unless both are there.
    fn counted(&mut self, sign: char) -> Option<u32> {
        let start = *self;
        self.skip_spaces();
        let found = self.number().filter(|_| self.eat_spaced(sign));
        if found.is_none() {
            *self = start;
        }
        found.map(|number| number.value)
    }

    fn eat_spaced(&mut self, expected: char) -> bool {
        let start = *self;
        self.skip_spaces();
        let eaten = self.eat(expected);
        if !eaten {
            *self = start;
        }
        eaten
    }

    fn eat(&mut self, expected: char) -> bool {
        let eaten = self.sees(expected);
        if eaten {
            self.advance();
        }
        eaten
    }

    pub(super) fn sees(self, expected: char) -> bool {
        self.peek() == Some(expected)
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(|c| matches!(c, ' ' | '\u{3000}' | '\n')) {
            self.advance();
        }
    }

    fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(self) -> Option<char> {
        self.rest().chars().next().map(narrow)
    }

    fn advance(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }
}
