//! Taking the parts of a date off a text, one after the other.

use super::era::{ERAS, Era};

/// A year as written, with what it counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Era(Era, u32),
    Western(u32),
}

/// What is written after the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing: `R8`, `2026`.
    Bare,
    Year,
    FiscalYear,
    Month(u32),
    Day(u32, u32),
}

/// A place in a text. Full-width ASCII counts as half-width; spaces and line ends between the parts of a date are skipped.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    /// Byte of the text.
    pub(super) at: usize,
}

impl Cursor<'_> {
    /// `令和8`, `令和元`, `㋿8`, `R8`, or a western year of four digits.
    pub(super) fn year(&mut self) -> Option<Year> {
        if let Some(era) = self.era() {
            self.skip_spaces();
            let number = if self.eat('元') { 1 } else { self.number()?.0 };
            return Some(Year::Era(era, number));
        }
        match self.number()? {
            (number, 4) => Some(Year::Western(number)),
            _ => None,
        }
    }

    fn era(&mut self) -> Option<Era> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let letter = narrow(first).to_ascii_uppercase();
        for row in &ERAS {
            let length = if rest.starts_with(row.name) {
                row.name.len()
            } else if row.sign == first || row.letter == letter {
                first.len_utf8()
            } else {
                continue;
            };
            self.at += length;
            return Some(row.era);
        }
        None
    }

    /// A number in digits of either width or in kanji, and how many characters it has. Not more than six.
    fn number(&mut self) -> Option<(u32, usize)> {
        let start = *self;
        let found = self.digits().or_else(|| self.kanji_number());
        if found.is_none() {
            *self = start;
        }
        found
    }

    fn digits(&mut self) -> Option<(u32, usize)> {
        let (mut value, mut length) = (0, 0);
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            length += 1;
            if length > 6 {
                return None;
            }
            value = value * 10 + digit;
            self.advance();
        }
        (length > 0).then_some((value, length))
    }

    /// `八`, `十`, `二十一`, `二〇二六`.
    fn kanji_number(&mut self) -> Option<(u32, usize)> {
        let (mut sum, mut current, mut length) = (0, None, 0);
        while let Some(c) = self.peek() {
            if let Some(digit) = kanji_digit(c) {
                current = Some(current.unwrap_or(0) * 10 + digit);
            } else if let Some(power) = kanji_power(c) {
                sum += current.take().unwrap_or(1) * power;
            } else {
                break;
            }
            length += 1;
            if length > 6 {
                return None;
            }
            self.advance();
        }
        (length > 0).then(|| (sum + current.unwrap_or(0), length))
    }

    /// What follows the year: `年`, `年度`, `年4月`, `年4月1日`; `after_year` is called right after `年`.
    pub(super) fn unit(&mut self, after_year: impl FnOnce(&mut Self)) -> Unit {
        if !self.eat_spaced('年') {
            return Unit::Bare;
        }
        if self.eat('度') {
            return Unit::FiscalYear;
        }
        after_year(self);
        let Some(month) = self.counted('月') else { return Unit::Year };
        let before_day = *self;
        match self.counted('日') {
            // 「令和8年4月30日間」 is a span of days.
            Some(_) if self.sees('間') => {
                *self = before_day;
                Unit::Month(month)
            }
            Some(day) => Unit::Day(month, day),
            None => Unit::Month(month),
        }
    }

    /// `-04-01`, `/4/1`, `.4.1`.
    pub(super) fn punctuated(&mut self) -> Option<Unit> {
        let start = *self;
        for sign in ['-', '/', '.'] {
            if !self.eat(sign) {
                continue;
            }
            let found = self.digits().filter(|_| self.eat(sign)).zip(self.digits());
            if let Some(((month, 1..=2), (day, 1..=2))) = found {
                return Some(Unit::Day(month, day));
            }
            *self = start;
        }
        None
    }

    /// The same date in the other calendar, in brackets.
    pub(super) fn companion(&mut self, of: Year) -> Option<(Year, Unit)> {
        let start = *self;
        let found = self.bracketed().filter(|(year, _)| {
            matches!((of, year), (Year::Era(..), Year::Western(_)) | (Year::Western(_), Year::Era(..)))
        });
        if found.is_none() {
            *self = start;
        }
        found
    }

    fn bracketed(&mut self) -> Option<(Year, Unit)> {
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
        found.map(|(number, _)| number)
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

    fn peek(self) -> Option<char> {
        self.text[self.at..].chars().next().map(narrow)
    }

    fn advance(&mut self) {
        self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
    }
}

/// Full-width ASCII (U+FF01–U+FF5E) as half-width.
pub(super) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn kanji_digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find(|(digit, _)| *digit == c).map(|(_, value)| value)
}

fn kanji_power(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}
