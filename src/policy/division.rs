//! Divisions of English documents: `Section 2`, `ARTICLE II`, `Chapter 12A`, `§ 1.020`, `Schedule 1`.
//!
//! Sources: Office of the Parliamentary Counsel, Drafting Guidance (2020): Acts are divided into Parts, Chapters and sections, with
//! Schedules behind them, and 12A is put in after 12. Bluebook (21st ed., 2020), T16: art., ch., pt., sec., tit., §.

use crate::japanese::alphabet_value;

/// A word that names a division, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Division {
    /// `Title 3`
    Title,
    /// `Part I`
    Part,
    /// `Chapter 4`
    Chapter,
    /// `Article II`
    Article,
    /// `Section 2`
    Section,
    /// `Rule 5`
    Rule,
    /// `Schedule 1`, `Annex A`, `Appendix B`: behind the main text, with numbers of its own.
    Schedule,
}

/// A division as it is written: its word with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedDivision {
    /// The division.
    pub division: Division,
    /// Its number, then its parts or branches: `Section 1.020` is `[1, 20]`, `Section 12A` is `[12, 1]`.
    pub value: Vec<u32>,
    /// Bytes of the word and the number.
    pub length: usize,
}

/// The words, each as it stands in the middle of a title. In capitals they mean the same.
const WORDS: [(&str, Division); 17] = [
    ("Title", Division::Title),
    ("Part", Division::Part),
    ("Pt.", Division::Part),
    ("Chapter", Division::Chapter),
    ("Ch.", Division::Chapter),
    ("Article", Division::Article),
    ("Art.", Division::Article),
    ("Section", Division::Section),
    ("Sec.", Division::Section),
    ("§", Division::Section),
    ("Rule", Division::Rule),
    ("Schedule", Division::Schedule),
    ("Annexure", Division::Schedule),
    ("Annex", Division::Schedule),
    ("Appendix", Division::Schedule),
    ("Attachment", Division::Schedule),
    ("Exhibit", Division::Schedule),
];

/// The most parts of one number: `1.2.3A` has four.
const MOST_PARTS: usize = 8;
/// The largest number of a division.
const LARGEST: u32 = 99_999;

impl NumberedDivision {
    /// The division a text starts with: its word as in a title or in capitals, and its number.
    #[must_use]
    pub fn at(text: &str) -> Option<Self> {
        let starts = |word: &str| text.starts_with(word) || text.starts_with(&word.to_uppercase());
        let (word, division) = WORDS.into_iter().find(|(word, _)| starts(word))?;
        let after = &text[word.len()..];
        let number = after.trim_start_matches([' ', '\u{A0}']);
        // 「Sections」 and 「Partial」 are other words.
        let is_apart = number.len() < after.len() || number.starts_with(|c: char| c.is_ascii_digit());
        let (value, length) = division_number(number).filter(|_| is_apart)?;
        Some(Self { division, value, length: text.len() - number.len() + length })
    }
}

/// The number of a division: `2`, `1.020`, `12A`, `II`, `B`.
fn division_number(text: &str) -> Option<(Vec<u32>, usize)> {
    let word = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').next().unwrap_or_default();
    let word = word.trim_end_matches(['.', '-']);
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        let value = roman_value(word).or_else(|| letter(word))?;
        return Some((vec![value], word.len()));
    }
    let mut value = Vec::new();
    for part in word.split(['.', '-']) {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        value.push(digits.parse().ok().filter(|number| *number <= LARGEST)?);
        let branch = &part[digits.len()..];
        value.extend(if branch.is_empty() { None } else { Some(letter(branch)?) });
    }
    (value.len() <= MOST_PARTS).then_some((value, word.len()))
}

/// A single capital letter by its place in the alphabet.
fn letter(word: &str) -> Option<u32> {
    let mut letters = word.chars();
    letters.next().filter(|first| first.is_ascii_uppercase() && letters.next().is_none()).and_then(alphabet_value)
}

/// The value of a Roman numeral in letters of one case, as it is written by rule: `IV`, not `IIII`. A single `C`, `D`, `L` or
/// `M` is a letter that counts.
#[must_use]
pub fn roman_value(word: &str) -> Option<u32> {
    const SIGNS: [(&str, u32); 9] =
        [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
    let upper = word.to_ascii_uppercase();
    let is_one_case = word == upper || word == word.to_ascii_lowercase();
    if word.is_empty() || word.len() > 15 || !is_one_case || matches!(&*upper, "C" | "L") {
        return None;
    }
    let (mut rest, mut value) = (&*upper, 0);
    for (sign, worth) in SIGNS {
        let most = if matches!(worth, 1 | 10 | 100) { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else { break };
            (rest, value) = (after, value + worth);
        }
    }
    // XCL and IXI would be read as sums; written by rule they are others.
    (rest.is_empty() && roman(value) == upper).then_some(value)
}

/// A number from 1 to 399 as a Roman numeral.
fn roman(value: u32) -> String {
    const DIGITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let digit = |place: u32| DIGITS[(value / place % 10) as usize];
    let tens = digit(10).replace('X', "C").replace('V', "L").replace('I', "X");
    format!("{}{tens}{}", "C".repeat((value / 100) as usize), digit(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_read_with_their_numbers() {
        for (text, expected) in [
            ("Section 2. Scope", Some((Division::Section, vec![2], 9))),
            ("SECTION 1.020 Scope", Some((Division::Section, vec![1, 20], 13))),
            ("Sec. 12A", Some((Division::Section, vec![12, 1], 8))),
            ("§ 5-3", Some((Division::Section, vec![5, 3], 6))),
            ("§12", Some((Division::Section, vec![12], 4))),
            ("Article II", Some((Division::Article, vec![2], 10))),
            ("ARTICLE XIV: Fees", Some((Division::Article, vec![14], 11))),
            ("Part A", Some((Division::Part, vec![1], 6))),
            ("Part C", Some((Division::Part, vec![3], 6))),
            ("Chapter 1.2A.", Some((Division::Chapter, vec![1, 2, 1], 12))),
            ("Schedule 1", Some((Division::Schedule, vec![1], 10))),
            ("Appendix B", Some((Division::Schedule, vec![2], 10))),
            ("section 2", None),
            ("Section", None),
            ("Sections 2 and 3", None),
            ("Part of the plan", None),
            ("Partial 2", None),
            ("Article IIII", None),
            ("Section 1.1.1.1.1.1.1.1.1", None),
            ("Section 99999999999", None),
        ] {
            let found = NumberedDivision::at(text).map(|found| (found.division, found.value, found.length));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn roman_numerals_are_read_as_they_are_written_by_rule() {
        for value in 1..=399 {
            let written = roman(value);
            let is_letter = matches!(&*written, "C" | "L");
            assert_eq!(roman_value(&written), (!is_letter).then_some(value), "{written}");
        }
        for word in ["", "IIII", "VX", "IXI", "IC", "Iv", "A", "MIX"] {
            assert_eq!(roman_value(word), None, "{word}");
        }
    }
}
