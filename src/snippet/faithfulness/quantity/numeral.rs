//! Numerals: 2,000, 1.5, 1億2千万, 三十.

use crate::snippet::faithfulness::folded::starts_with;

/// A word of numerals that counts nothing.
pub(super) const EVERYBODY: &str = "一人一人";

/// The value of a kanji digit, or of a sign that multiplies (十 and greater).
pub(super) fn kanji(c: char) -> Option<i64> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// A numeral at the start of the characters.
pub(super) struct Numeral {
    /// In thousandths.
    pub(super) thousandths: i64,
    /// How many characters.
    pub(super) length: usize,
    /// Whether any of it is written in digits.
    pub(super) digits: bool,
}

/// How many characters to pass over where no number can be read: digits without a meaning, and 一人一人.
pub(super) fn skip(chars: &[char]) -> usize {
    if starts_with(chars, EVERYBODY) {
        return EVERYBODY.chars().count();
    }
    chars.iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count()
}

/// Reads a numeral. 万 and greater do not begin one (万一), and it stays below a hundred million millions.
pub(super) fn read(chars: &[char]) -> Option<Numeral> {
    if matches!(chars.first(), Some('万' | '億' | '兆')) {
        return None;
    }
    let (mut total, mut group, mut at, mut digits) = (0_i64, 0_i64, 0, false);
    loop {
        let (value, length) = part(&chars[at..]);
        digits |= chars[at..at + length].iter().any(char::is_ascii_digit);
        at += length;
        let factor = chars.get(at).and_then(|c| kanji(*c)).filter(|factor| *factor >= 10);
        let Some(factor) = factor else {
            group = group.checked_add(value.unwrap_or(0))?;
            break;
        };
        at += 1;
        if factor < 10_000 {
            group = group.checked_add(value.unwrap_or(1_000).checked_mul(factor)?)?;
        } else {
            total = total.checked_add((group + value.unwrap_or(0)).checked_mul(factor)?)?;
            group = 0;
        }
    }
    (at > 0).then_some(Numeral { thousandths: total.checked_add(group)?, length: at, digits })
}

/// Digits of either kind, in thousandths, and how many characters they are.
fn part(chars: &[char]) -> (Option<i64>, usize) {
    let ascii = chars.iter().take_while(|c| c.is_ascii_digit() || **c == ',').take(18).count();
    if chars.first().is_some_and(char::is_ascii_digit) {
        let length = if chars[ascii - 1] == ',' { ascii - 1 } else { ascii };
        let whole = chars[..length].iter().filter_map(|c| c.to_digit(10));
        let whole = whole.fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit)));
        let (fraction, more) = fraction(&chars[length..]);
        return (Some(whole.saturating_mul(1_000).saturating_add(fraction)), length + more);
    }
    let signs = chars.iter().map_while(|c| kanji(*c).filter(|digit| *digit < 10)).take(15);
    let (value, length) = signs.fold((0_i64, 0), |(value, length), digit| (value * 10 + digit, length + 1));
    ((length > 0).then(|| value.saturating_mul(1_000)), length)
}

/// What stands after a point, in thousandths.
fn fraction(chars: &[char]) -> (i64, usize) {
    if chars.first() != Some(&'.') || !chars.get(1).is_some_and(char::is_ascii_digit) {
        return (0, 0);
    }
    let digits: Vec<i64> = chars[1..].iter().map_while(|c| c.to_digit(10)).map(i64::from).take(18).collect();
    let value = [100, 10, 1].iter().zip(&digits).map(|(place, digit)| place * digit).sum();
    (value, 1 + digits.len())
}
