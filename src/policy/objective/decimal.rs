//! Numbers as people type them, without rounding.

use std::cmp::Ordering;
use std::fmt;

use crate::japanese::folded;

/// A decimal number, kept as typed: `27812`, `3.50`, `-0.5`. No binary fractions: 0.1 is 0.1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    typed: Box<str>,
    /// The digits as one integer.
    digits: i128,
    /// The number of digits behind the point.
    scale: u32,
}

/// More digits are no figure of a city; products of two such numbers fit 128 bits.
const MAX_DIGITS: usize = 18;
/// Products of differences of two numbers, brought to one scale, still fit 128 bits.
const MAX_SCALE: usize = 6;

impl Decimal {
    /// Reads ASCII digits with an optional minus sign and one point; at most 18 digits, 6 of them after the point.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let has_point = unsigned.contains('.');
        if whole.is_empty() || !is_digits(whole) || !is_digits(fraction) || (has_point && fraction.is_empty()) {
            return None;
        }
        if whole.len() + fraction.len() > MAX_DIGITS || fraction.len() > MAX_SCALE {
            return None;
        }
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let digits = if text.starts_with('-') { -digits } else { digits };
        Some(Self { typed: text.into(), digits, scale: u32::try_from(fraction.len()).ok()? })
    }

    /// The number a person probably meant, with full-width digits, separators of thousands or a unit behind it. It is to
    /// be suggested and never used.
    #[must_use]
    pub fn near(text: &str) -> Option<Self> {
        let plain = folded(text).replace([',', ' ', '、'], "").replace(['−', '－', '▲', '△'], "-");
        let end = plain.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-')).unwrap_or(plain.len());
        let rest = &plain[end..];
        let is_factor = rest.starts_with(['万', '億', '千', '百', '割', '/']);
        // 1E+04 is not 1, nor is 3〜5 the number 3.
        let has_more = rest.contains(|c: char| c.is_ascii_digit());
        if is_factor || has_more { None } else { Self::parse(&plain[..end]) }
    }

    /// As typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Its value in millionths: exact.
    #[must_use]
    pub fn millionths(&self) -> i128 {
        // MAX_SCALE bounds the exponent.
        self.digits * 10_i128.pow(6_u32.saturating_sub(self.scale))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

impl Decimal {
    /// Compares values. Only here are 3.5 and 3.50 equal.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        self.millionths().cmp(&other.millionths())
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;
    use std::cmp::Ordering;

    #[test]
    fn numbers_are_kept_as_typed() {
        for (text, millionths) in [
            ("0", Some(0)),
            ("27812", Some(27_812_000_000)),
            ("3.50", Some(3_500_000)),
            ("-0.5", Some(-500_000)),
            ("007", Some(7_000_000)),
            ("0.000001", Some(1)),
            ("0.0000001", None),
            ("1234567890123456789", None),
            ("27,812", None),
            ("27812人", None),
            ("１２", None),
            ("1e3", None),
            (".5", None),
            ("5.", None),
            ("+5", None),
            ("-", None),
            ("", None),
            ("1.2.3", None),
        ] {
            let number = Decimal::parse(text);
            assert_eq!(number.as_ref().map(Decimal::millionths), millionths, "{text}");
            assert!(number.is_none_or(|number| number.typed() == text));
        }
    }

    #[test]
    fn values_are_compared_whatever_the_number_of_digits() {
        let compare = |a, b| Decimal::parse(a).unwrap().compare(&Decimal::parse(b).unwrap());
        assert_eq!(compare("3.5", "3.50"), Ordering::Equal);
        assert_eq!(compare("9", "10"), Ordering::Less);
        assert_eq!(compare("-1", "-1.1"), Ordering::Greater);
    }
}
