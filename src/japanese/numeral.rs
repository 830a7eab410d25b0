//! Numerals in digits and in kanji: `12`, `１２`, `十二`, `一〇`, `二千二十六`, `1億2,000万`.

use super::narrow;

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// `12`, `１２`
    Digits,
    /// `十二`, `一二`
    Kanji,
}

/// A whole number at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// At most 99,999,999.
    pub value: u32,
    /// Bytes of the text.
    pub length: usize,
    /// Characters of the text.
    pub characters: usize,
    /// How it is written; no numeral mixes both.
    pub script: Script,
}

/// An amount at the start of a text: `2,000`, `1.5`, `2千`, `1億2,000万`, `三十`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// In thousandths.
    pub thousandths: i64,
    /// Characters of the text.
    pub characters: usize,
    /// Set if any of it is written in digits.
    pub has_digits: bool,
}

/// Up to 千 before 万 and up to 千 behind it.
const LARGEST: u32 = 99_999_999;
/// More digits in a row are no number of a clause or a year.
const MOST_DIGITS: usize = 6;
/// Digits of an amount, with their commas. So many fit 64 bits.
const MOST_AMOUNT_DIGITS: usize = 18;

/// The whole number a text starts with.
///
/// Digits have either width. Kanji stand for digits (`二〇二六`) or have powers of ten in falling order (`二千二十六`, `百〇三`).
/// Anything else is no number: `十二三` says "twelve or thirteen".
///
/// ```
/// use hoshin::japanese::numeral;
/// let value = |text: &str| numeral(text.chars()).map(|numeral| numeral.value);
/// assert_eq!(value("千二百条"), Some(1200));
/// assert_eq!(value("一〇条"), Some(10));
/// assert_eq!(value("十二三人"), None);
/// ```
#[must_use]
pub fn numeral(chars: impl Iterator<Item = char> + Clone) -> Option<Numeral> {
    digits(chars.clone()).or_else(|| kanji(chars))
}

/// The branch number a text starts with: `の2`, `の三`. Its length includes `の`.
#[must_use]
pub fn branch(text: &str) -> Option<Numeral> {
    let number = numeral(text.strip_prefix('の')?.chars())?;
    Some(Numeral { length: number.length + 'の'.len_utf8(), characters: number.characters + 1, ..number })
}

/// The value of a kanji that stands for a digit.
#[must_use]
pub fn kanji_digit(c: char) -> Option<u32> {
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
        _ => return None,
    })
}

/// The power of ten a kanji stands for.
fn kanji_power(c: char) -> Option<i64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => MYRIAD,
        _ => return None,
    })
}

/// The power of ten a kanji stands for in an amount.
fn amount_power(c: char) -> Option<i64> {
    match c {
        '億' => Some(100_000_000),
        '兆' => Some(1_000_000_000_000),
        _ => kanji_power(c),
    }
}

/// Tells if a whole number in kanji may contain this character.
#[must_use]
pub fn is_kanji_numeral(c: char) -> bool {
    kanji_digit(c).is_some() || kanji_power(c).is_some()
}

fn digits(chars: impl Iterator<Item = char>) -> Option<Numeral> {
    let mut found = Numeral { value: 0, length: 0, characters: 0, script: Script::Digits };
    for (c, digit) in chars.map_while(|c| Some((c, narrow(c).to_digit(10)?))) {
        if found.characters == MOST_DIGITS {
            return None;
        }
        found.value = found.value * 10 + digit;
        found.length += c.len_utf8();
        found.characters += 1;
    }
    (found.characters > 0).then_some(found)
}

fn kanji(chars: impl Iterator<Item = char>) -> Option<Numeral> {
    let mut sum = Sum::new(1, 1_000_000);
    let (mut length, mut characters) = (0, 0);
    for c in chars.take_while(|c| is_kanji_numeral(*c)) {
        match kanji_power(c) {
            Some(power) => sum.multiply(power)?,
            None => sum.digit(kanji_digit(c)?)?,
        }
        length += c.len_utf8();
        characters += 1;
    }
    let value = u32::try_from(sum.value()?).ok().filter(|value| *value <= LARGEST)?;
    (characters > 0).then_some(Numeral { value, length, characters, script: Script::Kanji })
}

/// The amount a text in half width starts with. 万 and greater do not begin one (万一).
#[must_use]
pub fn amount(chars: &[char]) -> Option<Amount> {
    let mut sum = Sum::new(1_000, 1_000_000_000_000_000);
    let (mut at, mut has_digits) = (0, false);
    loop {
        if let Some((value, length)) = amount_digits(&chars[at..]) {
            sum.run = Some(Run { value, kind: RunKind::Digits });
            at += length;
            has_digits = true;
        } else {
            while let Some(digit) = chars.get(at).and_then(|c| kanji_digit(*c)) {
                sum.digit(digit)?;
                at += 1;
            }
        }
        let Some(power) = chars.get(at).and_then(|c| amount_power(*c)) else { break };
        sum.multiply(power)?;
        at += 1;
    }
    (at > 0).then_some(Amount { thousandths: sum.value()?, characters: at, has_digits })
}

/// Digits with commas and a fraction: the value in thousandths, and how many characters they are.
fn amount_digits(chars: &[char]) -> Option<(i64, usize)> {
    if !chars.first()?.is_ascii_digit() {
        return None;
    }
    let run = chars.iter().take_while(|c| c.is_ascii_digit() || **c == ',').take(MOST_AMOUNT_DIGITS).count();
    let length = if chars[run - 1] == ',' { run - 1 } else { run };
    let whole = chars[..length].iter().filter_map(|c| c.to_digit(10));
    let whole = whole.fold(0_i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit)));
    let (thousandths, more) = fraction(&chars[length..]);
    Some((whole.saturating_mul(1_000).saturating_add(thousandths), length + more))
}

/// The digits behind a point, in thousandths, and how many characters they are with it.
fn fraction(chars: &[char]) -> (i64, usize) {
    if chars.first() != Some(&'.') || !chars.get(1).is_some_and(char::is_ascii_digit) {
        return (0, 0);
    }
    let digits: Vec<i64> = chars[1..].iter().map_while(|c| c.to_digit(10)).map(i64::from).collect();
    let value = [100, 10, 1].iter().zip(&digits).map(|(place, digit)| place * digit).sum();
    (value, 1 + digits.len())
}

/// 万; powers from here on multiply all that stands before them: 十二万.
const MYRIAD: i64 = 10_000;

/// A number that is put together from digits and powers of ten.
struct Sum {
    /// The value of 1.
    unit: i64,
    /// Digits in kanji stay below this value.
    limit: i64,
    /// The sum up to the last 万 or greater.
    total: i64,
    /// The sum since then, without `run`.
    group: i64,
    /// The digits since the last power.
    run: Option<Run>,
    /// The last power of the group. The next must be smaller.
    power: i64,
    /// The last 万 or greater. The next must be smaller.
    myriad: i64,
}

/// Digits side by side.
struct Run {
    value: i64,
    kind: RunKind,
}

#[derive(PartialEq, Eq)]
enum RunKind {
    /// `15`, which may stand before 百 and 千: 15百万.
    Digits,
    /// `五`, which may too.
    OneKanji,
    /// `一五`
    SeveralKanji,
}

impl Sum {
    fn new(unit: i64, limit: i64) -> Self {
        Self { unit, limit, total: 0, group: 0, run: None, power: MYRIAD, myriad: i64::MAX }
    }

    /// Adds a digit in kanji.
    fn digit(&mut self, digit: u32) -> Option<()> {
        let value = i64::from(digit) * self.unit;
        let run = match &self.run {
            None if digit > 0 => Run { value, kind: RunKind::OneKanji },
            None => Run { value, kind: RunKind::SeveralKanji },
            Some(run) => Run { value: run.value.checked_mul(10)?.checked_add(value)?, kind: RunKind::SeveralKanji },
        };
        self.run = Some(run).filter(|run| run.value < self.limit);
        self.run.as_ref().map(|_| ())
    }

    /// Multiplies what stands before a power of ten.
    fn multiply(&mut self, power: i64) -> Option<()> {
        if power < MYRIAD {
            let value = match &self.run {
                None => self.unit,
                Some(run) if run.kind == RunKind::SeveralKanji => return None,
                Some(run) => run.value,
            };
            self.group = self.group.checked_add(value.checked_mul(power)?)?;
            self.run = None;
            let last = std::mem::replace(&mut self.power, power);
            return (power < last).then_some(());
        }
        let value = self.rest().filter(|value| *value > 0)?;
        self.total = self.total.checked_add(value.checked_mul(power)?)?;
        (self.group, self.run, self.power) = (0, None, MYRIAD);
        let last = std::mem::replace(&mut self.myriad, power);
        (power < last).then_some(())
    }

    /// The sum since the last 万 or greater. Only smaller numbers may follow a power, and only one digit in kanji: 百〇三.
    fn rest(&self) -> Option<i64> {
        let Some(run) = &self.run else { return Some(self.group) };
        let below = match run.kind {
            RunKind::Digits => self.power,
            RunKind::OneKanji | RunKind::SeveralKanji => 10,
        };
        (self.power == MYRIAD || run.value < below.saturating_mul(self.unit)).then_some(self.group + run.value)
    }

    fn value(&self) -> Option<i64> {
        self.total.checked_add(self.rest()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_in_every_form() {
        for (text, value, length) in [
            ("12", 12, 2),
            ("１２", 12, 6),
            ("一", 1, 3),
            ("〇", 0, 3),
            ("十", 10, 3),
            ("十二条", 12, 6),
            ("二十", 20, 6),
            ("一〇", 10, 6),
            ("百三", 103, 6),
            ("百〇三", 103, 9),
            ("九百九十九", 999, 15),
            ("千", 1_000, 3),
            ("千一条", 1_001, 6),
            ("千五十", 1_050, 9),
            ("二千二十六年", 2_026, 15),
            ("二〇二六年", 2_026, 12),
            ("一万二千", 12_000, 12),
            ("三十人", 30, 6),
        ] {
            let found = numeral(text.chars()).map(|found| (found.value, found.length));
            assert_eq!(found, Some((value, length)), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_numbers() {
        for text in
            ["", "条", "十二三", "百二三", "二三十", "百百", "十百", "万一", "〇十", "1234567", "一二三四五六七"]
        {
            assert_eq!(numeral(text.chars()), None, "{text}");
        }
    }

    #[test]
    fn a_branch_starts_with_no() {
        let found = |text| branch(text).map(|found| (found.value, found.length));
        assert_eq!(
            [found("の2"), found("の十項"), found("2"), found("の項")],
            [Some((2, 4)), Some((10, 6)), None, None]
        );
    }

    #[test]
    fn amounts_are_read_in_thousandths() {
        for (text, thousandths, characters) in [
            ("2,000円", 2_000_000, 5),
            ("1.5割", 1_500, 3),
            ("2千円", 2_000_000, 2),
            ("15百万円", 15_000_000_000, 4),
            ("2,500千円", 2_500_000_000, 6),
            ("1億2,000万円", 120_000_000_000, 8),
            ("1億2千万", 120_000_000_000, 5),
            ("2千345", 2_345_000, 5),
            ("三十", 30_000, 2),
            ("十五", 15_000, 2),
            ("5,円", 5_000, 1),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = amount(&chars).map(|found| (found.thousandths, found.characters));
            assert_eq!(found, Some((thousandths, characters)), "{text}");
        }
        for text in ["万一", "十二三", "円", ""] {
            assert_eq!(amount(&text.chars().collect::<Vec<_>>()), None, "{text}");
        }
    }
}
