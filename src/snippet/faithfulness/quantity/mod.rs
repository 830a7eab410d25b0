//! The values of numbers and dates: 令和8年度 is 2026年度, １割 is 10％, 2千円 is 2,000円, 4月初旬 is 4月上旬.

mod bound;
mod date;
mod unit;

use super::folded::{is_katakana, starts_with};
use crate::japanese::{EraSpelling, era_year, is_kanji, is_kanji_numeral, may_start_era, numeral};

pub(super) use bound::Bound;
pub(super) use date::PartialDate;
pub(super) use unit::QuantityUnit;

/// A number or a date in a text, with the word that limits it. Positions are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) start: usize,
    /// The position after the last character, without the limiting word.
    pub(super) end: usize,
    pub(super) value: QuantityValue,
    /// The kind of limit, if it is one.
    pub(super) bound: Option<Bound>,
}

/// The value of a number or a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QuantityValue {
    /// A day, a month, a year.
    Date(PartialDate),
    /// An amount in thousandths of a unit.
    Amount(i64, QuantityUnit),
}

impl Quantity {
    /// The numbers and dates of a text, from left to right.
    pub(super) fn all(chars: &[char]) -> Vec<Self> {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some(c) = chars.get(start) {
            if !begins(*c) || continues(chars, start) {
                start += 1;
                continue;
            }
            match Self::read(chars, start) {
                Some(quantity) => {
                    start = quantity.end.max(start + 1);
                    found.push(quantity);
                }
                None => start += skipped(&chars[start..]).max(1),
            }
        }
        found
    }

    fn read(chars: &[char], start: usize) -> Option<Self> {
        let (value, length) = match date::read(&chars[start..]) {
            Some((date, length)) => (QuantityValue::Date(date), length),
            None => unit::measured(&chars[start..])
                .map(|(value, unit, length)| (QuantityValue::Amount(value, unit), length))?,
        };
        let end = start + length;
        Some(Self { start, end, value, bound: bound::around(chars, start, end) })
    }
}

/// A word of numerals that counts nothing.
const EVERYBODY: &str = "一人一人";

/// How many characters to pass over where no number can be read: digits without a meaning, 一人一人, 十二三.
fn skipped(chars: &[char]) -> usize {
    if starts_with(chars, EVERYBODY) {
        return EVERYBODY.chars().count();
    }
    let numerals = chars.iter().take_while(|c| is_kanji_numeral(**c)).count();
    if numerals > 0 && numeral(chars.iter().copied()).is_none() {
        return numerals;
    }
    chars.iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count()
}

/// True if a number or a date may begin with this character.
fn begins(c: char) -> bool {
    c.is_ascii_digit() || c == 'ゼ' || is_kanji_numeral(c) || may_start_era(c)
}

/// True if a character continues the word before it: CO2, 東大3.
fn continues(chars: &[char], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).map(|before| chars[before]) else { return false };
    match chars[start] {
        c if c.is_ascii_digit() => before.is_ascii_alphabetic(),
        c if c.is_ascii_alphabetic() => before.is_ascii_alphanumeric(),
        'ゼ' => is_katakana(before),
        c => {
            may_start_era(c)
                && is_kanji(before)
                && era_year(chars[start..].iter().copied()).is_some_and(|year| year.spelling == EraSpelling::Initial)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::japanese::testing::{NO_NUMERALS, NUMERALS, YEARS};
    use crate::snippet::faithfulness::folded::Folded;

    fn values(text: &str) -> Vec<QuantityValue> {
        Quantity::all(&Folded::new(text, 0).chars).into_iter().map(|quantity| quantity.value).collect()
    }

    #[test]
    fn one_quantity_in_two_spellings_has_one_value() {
        for (one, other) in [
            ("令和8年度", "2026年度"),
            ("令和８年３月19日", "2026年3月19日"),
            ("R8年度", "令和8年度"),
            ("r8年度", "令和8年度"),
            ("令8年度", "令和8年度"),
            ("S55年", "昭和55年"),
            ("昭和五十五年", "1980年"),
            ("T元年", "大正元年"),
            ("二〇二六年", "令和8年"),
            ("千二百人", "1,200人"),
            ("一〇回", "10回"),
            ("令和元年", "2019年"),
            ("平成31年", "2019年"),
            ("１割", "10％"),
            ("1.5割", "15パーセント"),
            ("2,000円", "2千円"),
            ("1億2,000万円", "120,000,000円"),
            ("４月初旬", "4月上旬"),
            ("三つ", "3つ"),
            ("3か所", "3箇所"),
            ("3ヶ月", "3か月"),
            ("第２次", "第二次"),
            ("5名", "5人"),
            ("ゼロ", "0"),
            ("3分の1", "三分の一"),
        ] {
            assert_eq!(values(one), values(other), "{one} {other}");
            assert_eq!(values(one).len(), 1, "{one}");
        }
    }

    #[test]
    fn posts_read_every_form_of_a_number_and_a_year() {
        for (form, value) in NUMERALS {
            assert_eq!(values(&format!("{form}人")), values(&format!("{value}人")), "{form}");
        }
        for form in NO_NUMERALS {
            assert_eq!(values(&format!("{form}人")), [], "{form}");
        }
        for (form, western) in YEARS {
            assert_eq!(values(&format!("{form}年度")), values(&format!("{western}年度")), "{form}");
            assert_eq!(values(&format!("{form}年度")).len(), 1, "{form}");
        }
    }

    #[test]
    fn different_quantities_have_different_values() {
        for (one, other) in [
            ("令和8年度", "令和8年"),
            ("2050年", "2030年"),
            ("10円", "10人"),
            ("4月初旬", "4月下旬"),
            ("3月19日", "3月9日"),
            ("2千円", "2万円"),
        ] {
            assert_ne!(values(one), values(other), "{one} {other}");
        }
    }

    #[test]
    fn words_with_numerals_are_no_numbers() {
        for text in [
            "職員一人一人",
            "一元化",
            "十分に",
            "一層",
            "万一",
            "CO2",
            "一体",
            "第三者",
            "一歩先",
            "ゼロカーボン",
            "一部",
            "唯一",
            "統一",
            "明確",
            "大幅",
            "十二三人",
            "H2O",
            "S",
        ] {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn limits_are_read() {
        for (text, bound) in [
            ("2050年までに", Some(Bound::Until)),
            ("2050年から", Some(Bound::From)),
            ("約3割", Some(Bound::About)),
            ("3割程度", Some(Bound::About)),
            ("3割以上", Some(Bound::AtLeast)),
            ("3割以下", Some(Bound::AtMost)),
            ("3割未満", Some(Bound::Under)),
            ("3割を超える", Some(Bound::Over)),
            ("3割", None),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(Quantity::all(&chars)[0].bound, bound, "{text}");
        }
    }
}
