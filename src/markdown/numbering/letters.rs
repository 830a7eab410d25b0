//! Labels made of letters and of signs that are one character: `ア`, `(aa)`, `ii.`, `①`, `Ⅱ`.

use super::{Follower, LabelForm, Strength, is_space};
use crate::japanese::{
    Enclosure, RomanCase, alphabet_value, circled_kana_value, enclosed_number, kana_value, narrow, roman_letters,
    roman_number,
};
use crate::policy::LabelKind;

/// Letters that stand for one number.
pub(super) struct LetterNumber {
    /// The kind of a label of these letters in brackets.
    pub(super) kind: LabelKind,
    pub(super) value: u32,
    /// Bytes.
    pub(super) length: usize,
}

impl LetterNumber {
    /// The kind without brackets.
    fn plain_kind(&self) -> LabelKind {
        match self.kind {
            LabelKind::ParenthesizedRoman => LabelKind::Roman,
            LabelKind::ParenthesizedSmallRoman => LabelKind::SmallRoman,
            LabelKind::ParenthesizedKana => LabelKind::Kana,
            _ => LabelKind::Alphabet,
        }
    }
}

/// The number of letters in one alphabet, and of katakana in アイウ (without ヰ and ヱ, with ヲ and ン).
const LATIN: u32 = 26;
const KANA: u32 = 46;

/// One letter, a Roman numeral of several (`iv`, `IV`) or as one sign (`Ⅳ`), or what follows the last letter: `aa` behind `z`, `アア` behind `ン`.
pub(super) fn several_letters(text: &str) -> Option<LetterNumber> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next());
    if let Some(value) = kana_value(first) {
        let (kind, length) = (LabelKind::ParenthesizedKana, first.len_utf8());
        return Some(match second.and_then(|second| Some((kana_value(second)?, second.len_utf8()))) {
            Some((last, more)) => LetterNumber { kind, value: value * KANA + last, length: length + more },
            None => LetterNumber { kind, value, length },
        });
    }
    if let Some((case, value)) = roman_number(first) {
        return Some(LetterNumber { kind: parenthesized_roman(case), value, length: first.len_utf8() });
    }
    let value = alphabet_value(first)?;
    let is_large = narrow(first).is_ascii_uppercase();
    let is_other = |c: char| alphabet_value(c).is_none() || narrow(c).is_ascii_uppercase() != is_large;
    let length = text.find(is_other).unwrap_or(text.len());
    if length > first.len_utf8()
        && let Some((case, value)) = roman_letters(&text[..length])
    {
        return Some(LetterNumber { kind: parenthesized_roman(case), value, length });
    }
    let kind = LabelKind::ParenthesizedAlphabet;
    match second.and_then(alphabet_value) {
        Some(last) if length == 2 && !is_large => Some(LetterNumber { kind, value: value * LATIN + last, length }),
        _ => Some(LetterNumber { kind, value, length: first.len_utf8() }),
    }
}

fn parenthesized_roman(case: RomanCase) -> LabelKind {
    match case {
        RomanCase::Large => LabelKind::ParenthesizedRoman,
        RomanCase::Small => LabelKind::ParenthesizedSmallRoman,
    }
}

/// `①`, `⑴`, `ⓐ`, `㋐`.
pub(super) fn enclosed(first: char) -> Option<LabelForm> {
    let kana = circled_kana_value(first);
    let (kind, value) = match (enclosed_number(first), first) {
        (Some((Enclosure::Circle, value)), _) => (LabelKind::CircledNumber, value),
        (Some((Enclosure::Brackets, value)), _) => (LabelKind::ParenthesizedDigitSign, value),
        (None, 'ⓐ'..='ⓩ') => (LabelKind::CircledAlphabet, u32::from(first) - u32::from('ⓐ') + 1),
        (None, _) => (LabelKind::CircledKana, kana?),
    };
    Some(LabelForm {
        kind,
        value: vec![value],
        length: first.len_utf8(),
        then: Follower::Text,
        strength: Strength::Strong,
    })
}

pub(super) fn roman(text: &str, first: char) -> Option<LabelForm> {
    let (case, value) = roman_number(first)?;
    let kind = if case == RomanCase::Large { LabelKind::Roman } else { LabelKind::SmallRoman };
    sign(text, kind, value)
}

/// `Ⅰ `, `Ⅰ．`: one character with a value.
fn sign(text: &str, kind: LabelKind, value: u32) -> Option<LabelForm> {
    sign_of_length(text, text.chars().next()?.len_utf8(), kind, value)
}

/// A sign of so many bytes.
fn sign_of_length(text: &str, first: usize, kind: LabelKind, value: u32) -> Option<LabelForm> {
    let (length, strength) = match text[first..].chars().next() {
        Some(stop @ ('.' | '．')) => (first + stop.len_utf8(), Strength::Strong),
        Some(close @ (')' | '）')) => (first + close.len_utf8(), Strength::Strong),
        _ => (first, Strength::Weak),
    };
    let then = if strength == Strength::Strong { Follower::Text } else { Follower::Space };
    Some(LabelForm { kind, value: vec![value], length, then, strength })
}

/// `ア `, `ア．`, `ア）`, `a `, `a.`, `a)`, `ii.`, `aa)`, `II.`, and `II ` before Japanese text.
pub(super) fn letters(text: &str, first: char) -> Option<LabelForm> {
    if let Some(value) = kana_value(first) {
        return sign(text, LabelKind::Kana, value);
    }
    let value = alphabet_value(first)?;
    let form = match several_letters(text) {
        // 「ii」 alone and 「II」 in English are words; with a stop they are numbers.
        Some(word) if word.length > first.len_utf8() => {
            let is_number = word.plain_kind() == LabelKind::Roman
                && !text[word.length..].trim_start_matches(is_space).starts_with(|c: char| c.is_ascii());
            sign_of_length(text, word.length, word.plain_kind(), word.value)
                .filter(|form| form.strength == Strength::Strong || is_number)?
        }
        _ => sign(text, LabelKind::Alphabet, value)?,
    };
    // 「e.g.」 and 「A.M.」 are words: a Latin letter with a half-width stop needs a space after it.
    let then = if text[..form.length].ends_with('．') { form.then } else { Follower::Space };
    Some(LabelForm { then, ..form })
}
