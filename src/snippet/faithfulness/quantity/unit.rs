//! Units and counter words: 人 and 名 are one, 割 is ten per cent.

use super::EVERYBODY;
use crate::japanese::{Amount, amount};
use crate::snippet::faithfulness::folded::{is_katakana, starts_with};

/// A unit, by its row in the table; `None` if a number has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct QuantityUnit(pub(in super::super) Option<u8>);

/// Each row is one unit in all its spellings. A longer spelling stands before one that it begins with.
const UNITS: &[&[&str]] = &[
    &["%", "パーセント", "割"],
    &["か月", "ヶ月", "カ月", "ケ月", "箇月", "ヵ月"],
    &["か所", "ヶ所", "カ所", "ケ所", "箇所", "ヵ所"],
    &["か年", "ヶ年", "年間", "年目", "周年", "年"],
    &["週間", "週"],
    &["日間", "日目", "日"],
    &["時間"],
    &["時"],
    &["分間", "分"],
    &["円"],
    &["人", "名"],
    &["件"],
    &["回"],
    &["倍"],
    &["つ", "個"],
    &["次"],
    &["期"],
    &["歳"],
    &["世帯"],
    &["団体"],
    &["社"],
    &["者"],
    &["校"],
    &["園"],
    &["館"],
    &["棟"],
    &["台"],
    &["本"],
    &["枚"],
    &["冊"],
    &["種類", "種"],
    &["項目"],
    &["号"],
    &["条"],
    &["位"],
    &["階"],
    &["点"],
    &["ポイント"],
    &["トン", "t"],
    &["kg"],
    &["km"],
    &["m2"],
    &["ha"],
    &["事業"],
    &["施策"],
    &["室"],
    &["課"],
    &["部"],
    &["文字", "字"],
    &["度"],
];

/// Units that may follow a numeral in kanji: 三つ, 二人, but not 十分, 一部, 一度.
const AFTER_KANJI: &[&str] = &[
    "つ", "人", "名", "年", "日", "割", "倍", "回", "件", "円", "期", "次", "か月", "ヶ月", "か所", "箇所", "種", "歳",
    "世帯", "団体", "社",
];

/// An amount at the start of the characters: thousandths, unit, length.
pub(super) fn measured(chars: &[char]) -> Option<(i64, QuantityUnit, usize)> {
    if starts_with(chars, "ゼロ") {
        return (!chars.get(2).is_some_and(|c| is_katakana(*c))).then_some((0, QuantityUnit(None), 2));
    }
    if starts_with(chars, EVERYBODY) {
        return None;
    }
    let number = amount(chars)?;
    let rest = &chars[number.characters..];
    if let Some(fraction) = fraction(&number, rest) {
        return Some(fraction);
    }
    if !number.has_digits && !AFTER_KANJI.iter().any(|unit| starts_with(rest, unit)) {
        return None;
    }
    let (unit, word) = unit_of(rest);
    let factor = if word == "割" { 10 } else { 1 };
    Some((number.thousandths.checked_mul(factor)?, unit, number.characters + word.chars().count()))
}

/// A fraction: 3分の1 is 3001 of a unit that no other number has.
fn fraction(below: &Amount, rest: &[char]) -> Option<(i64, QuantityUnit, usize)> {
    if !starts_with(rest, "分の") {
        return None;
    }
    let above = amount(&rest[2..])?;
    let value = below.thousandths.checked_mul(1_000)?.checked_add(above.thousandths)?;
    Some((value, QuantityUnit(Some(u8::MAX)), below.characters + 2 + above.characters))
}

fn unit_of(rest: &[char]) -> (QuantityUnit, &'static str) {
    for (row, words) in (0_u8..).zip(UNITS) {
        if let Some(word) = words.iter().find(|word| starts_with(rest, word)) {
            return (QuantityUnit(Some(row)), word);
        }
    }
    (QuantityUnit(None), "")
}
