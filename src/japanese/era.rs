//! Japanese eras: the one table of them, and years written in them: `令和8`, `令和八`, `令8`, `㋿元`, `R8`.

use jiff::civil::{Date, date};

use super::{narrow, numeral};

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

struct EraRow {
    era: Era,
    name: &'static str,
    /// The one-character form (U+32FF, U+337B–U+337E).
    sign: char,
    letter: char,
    /// The first day. The era lasts until the day before the next row's.
    first: Date,
    /// The western year that is its year 1 (元年).
    year_one: i16,
}

/// First days by the acts that set them: the solar calendar by 明治5年太政官布告第337号 (from 1873-01-01; earlier dates of 明治 are
/// of the lunar calendar and are not converted); 大正 and 昭和 by the imperial edicts of 1912-07-30 and 1926-12-25; 平成 by
/// 昭和64年政令第1号 (in force 1989-01-08); 令和 by 平成31年政令第143号 (in force 2019-05-01).
const ERAS: [EraRow; 5] = [
    EraRow { era: Era::Meiji, name: "明治", sign: '㍾', letter: 'M', first: date(1873, 1, 1), year_one: 1868 },
    EraRow { era: Era::Taisho, name: "大正", sign: '㍽', letter: 'T', first: date(1912, 7, 30), year_one: 1912 },
    EraRow { era: Era::Showa, name: "昭和", sign: '㍼', letter: 'S', first: date(1926, 12, 25), year_one: 1926 },
    EraRow { era: Era::Heisei, name: "平成", sign: '㍻', letter: 'H', first: date(1989, 1, 8), year_one: 1989 },
    EraRow { era: Era::Reiwa, name: "令和", sign: '㋿', letter: 'R', first: date(2019, 5, 1), year_one: 2019 },
];

impl Era {
    /// The era of a day; `None` before 1873, when Japan took the solar calendar.
    #[must_use]
    pub fn of(day: Date) -> Option<Self> {
        Self::in_force(day.year(), day.month(), day.day())
    }

    /// The era of a day that need not exist: the 31st stands for the end of any month.
    #[must_use]
    pub fn in_force(year: i16, month: i8, day: i8) -> Option<Self> {
        let has_begun = |row: &&EraRow| (year, month, day) >= (row.first.year(), row.first.month(), row.first.day());
        ERAS.iter().rev().find(has_begun).map(|row| row.era)
    }

    /// Its name: `令和`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Its letter: `R`.
    #[must_use]
    pub fn letter(self) -> char {
        self.row().letter
    }

    /// Its first day, of 明治 the first day of the solar calendar.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.row().first
    }

    /// The first day of the next era.
    #[must_use]
    pub fn end(self) -> Option<Date> {
        ERAS.get(self as usize + 1).map(|next| next.first)
    }

    /// The western year of a year of this era.
    #[must_use]
    pub fn western_year(self, year: i16) -> i16 {
        self.row().year_one.saturating_add(year).saturating_sub(1)
    }

    /// The year of this era that a western year is.
    #[must_use]
    pub fn year_of(self, western: i16) -> i16 {
        western.saturating_sub(self.row().year_one).saturating_add(1)
    }

    fn row(self) -> &'static EraRow {
        &ERAS[self as usize]
    }
}

/// How an era is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EraSpelling {
    /// `令和`, `㋿`
    Name,
    /// `令`
    Initial,
    /// `R`, `r`, `Ｒ`
    Letter,
}

/// A year of an era at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EraYear {
    /// The era.
    pub era: Era,
    /// How the era is written.
    pub spelling: EraSpelling,
    /// The year as written, which may be none of this era: 0, 2026. 元 is 1.
    pub year: u32,
    /// Bytes of the text.
    pub length: usize,
    /// Characters of the text.
    pub characters: usize,
}

impl EraYear {
    /// The western year; `None` for the year 0 and for more than two digits.
    #[must_use]
    pub fn western(&self) -> Option<i16> {
        let year = i16::try_from(self.year).ok().filter(|year| (1..=99).contains(year))?;
        Some(self.era.western_year(year))
    }
}

/// The year of an era that a text starts with. Spaces and line ends may stand between the two.
///
/// ```
/// use hoshin::japanese::era_year;
/// let western = |text: &str| era_year(text.chars()).and_then(|year| year.western());
/// assert_eq!([western("令和八年度"), western("S55年"), western("平元")], [Some(2026), Some(1980), Some(1989)]);
/// ```
#[must_use]
pub fn era_year(chars: impl Iterator<Item = char> + Clone) -> Option<EraYear> {
    let (era, spelling, of_name) = era(chars.clone())?;
    let is_space = |c: &char| matches!(c, ' ' | '\u{3000}' | '\n');
    let spaces = chars.clone().skip(of_name).take_while(is_space).count();
    let before = of_name + spaces;
    let rest = chars.clone().skip(before);
    let (year, of_year) = match rest.clone().next()? {
        '元' => (1, 1),
        _ => numeral(rest).map(|number| (number.value, number.characters))?,
    };
    let characters = before + of_year;
    let length = chars.take(characters).map(char::len_utf8).sum();
    Some(EraYear { era, spelling, year, length, characters })
}

/// The era a text starts with, how it is written, and in how many characters.
fn era(mut chars: impl Iterator<Item = char> + Clone) -> Option<(Era, EraSpelling, usize)> {
    let named = |row: &&EraRow| row.name.chars().eq(chars.clone().take(2));
    if let Some(row) = ERAS.iter().find(named) {
        return Some((row.era, EraSpelling::Name, 2));
    }
    let first = chars.next()?;
    let letter = narrow(first).to_ascii_uppercase();
    ERAS.iter().find_map(|row| {
        let spelling = match first {
            _ if row.sign == first => EraSpelling::Name,
            _ if row.name.starts_with(first) => EraSpelling::Initial,
            _ if row.letter == letter => EraSpelling::Letter,
            _ => return None,
        };
        Some((row.era, spelling, 1))
    })
}

/// Tells if a year of an era may start with this character. Kana, half of any text, are told apart with one comparison.
#[must_use]
pub fn may_start_era(c: char) -> bool {
    !matches!(c, 'ぁ'..='ヿ')
        && (matches!(c, '明' | '大' | '昭' | '平' | '令' | '㍾' | '㍽' | '㍼' | '㍻' | '㋿')
            || matches!(narrow(c).to_ascii_uppercase(), 'M' | 'T' | 'S' | 'H' | 'R'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras_are_read_in_every_form() {
        for (text, western, characters) in [
            ("令和8年", 2026, 3),
            ("令和８年", 2026, 3),
            ("令和　八年", 2026, 4),
            ("令和元年", 2019, 3),
            ("㋿元年", 2019, 2),
            ("令8年", 2026, 2),
            ("平30.4.1", 2018, 3),
            ("R8", 2026, 2),
            ("ｒ８", 2026, 2),
            ("S55年", 1980, 3),
            ("昭和五五年", 1980, 4),
            ("昭和五十五年", 1980, 5),
            ("T15", 1926, 3),
            ("明治45", 1912, 4),
        ] {
            let found = era_year(text.chars()).map(|found| (found.western(), found.characters));
            assert_eq!(found, Some((Some(western), characters)), "{text}");
        }
        for text in ["令和", "令和年", "平和", "令和十二三年", "X8", "8", ""] {
            assert_eq!(era_year(text.chars()), None, "{text}");
        }
        for text in ["令和0年", "令和2026年"] {
            assert_eq!(era_year(text.chars()).map(|found| found.western()), Some(None), "{text}");
        }
    }

    #[test]
    fn every_character_that_starts_an_era_is_known() {
        for row in &ERAS {
            let starts = [row.name.chars().next().unwrap(), row.sign, row.letter];
            assert!(starts.into_iter().all(may_start_era), "{}", row.name);
        }
    }
}
