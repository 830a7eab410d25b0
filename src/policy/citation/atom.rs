//! The words a place is named with, whatever their width: `5の(1)`, `５（３項目め）`, `第5の1`.

use unicode_normalization::UnicodeNormalization;

use super::counter::Counter;
use super::cursor::Cursor;

/// One word of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// 第2条, 第三項: a number with its counter word.
    Counted(Counter, u32),
    /// The 3 of 第2条の3 and `(1)の3`: the number of a clause put in after another.
    Branch(u32),
    /// `5`, `(1)`, `①`, `三`.
    Number(u32, Style),
    /// `ア`, `(イ)`, `a`.
    Sign(char, Style),
    /// `（3項目め）`, 三つ目の項目.
    Bullet(u32),
    /// 第2段落.
    Paragraph(u32),
    /// 4行目.
    Row(u32),
    /// 表1.
    Table(u32),
    /// 引用1.
    Quote(u32),
    /// 「はじめに」.
    Heading(String),
    /// 第2見出し.
    HeadingNumber(u32),
    /// 別紙, 附則 …
    Annex(&'static str),
    /// 前文.
    Preamble,
    /// （2つ目）: the second of two that would be called the same.
    Copy(u32),
}

/// What stands around a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Bare,
    /// `三`, without anything around it.
    Kanji,
    Parenthesized,
    HalfParenthesized,
    Circled,
}

impl Atom {
    /// Without brackets and counter words.
    pub(super) fn bare(&self) -> Self {
        match self {
            Self::Counted(_, number) | Self::Branch(number) | Self::Number(number, _) => {
                Self::Number(*number, Style::Bare)
            }
            Self::Sign(sign, _) => Self::Sign(*sign, Style::Bare),
            other => other.clone(),
        }
    }
}

/// Words that open an annex or the supplementary provisions.
pub(super) const ANNEXES: [&str; 5] = ["別紙", "別表", "別記", "様式", "附則"];
/// Words for a part of a clause that has no address of its own: 第2条第1項ただし書 is cited as that paragraph.
pub(super) const PARTS: [&str; 9] =
    ["各号列記以外の部分", "各号列記", "各号", "本文", "ただし書き", "ただし書", "前段", "後段", "柱書"];
/// What may stand between two words. A comma does not: it stands between two places (第2条(1)、(3)).
pub(super) const JOINTS: [char; 7] = ['の', '-', '‐', '‑', '–', '−', '.'];
/// A place in half width and without spaces: a copy for comparing. Unlike NFKC, `①` stays apart from `1`.
pub(super) fn folded(place: &str) -> String {
    let is_plain = |c| matches!(c, '!'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿' | '（' | '）');
    if place.chars().all(is_plain) {
        return place.replace('（', "(").replace('）', ")");
    }
    let mut out = String::with_capacity(place.len());
    for c in place.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '\u{2150}'..='\u{218F}' | '\u{2460}'..='\u{24FF}' => out.push(c),
            _ => out.extend(std::iter::once(c).nfkc()),
        }
    }
    out.nfc().collect()
}

/// The words of a place; `None` when something else stands in it. An empty place has none.
pub(super) fn atoms(place: &str) -> Option<Vec<Atom>> {
    let folded = folded(place);
    let mut cursor = Cursor::new(&folded);
    let mut found = Vec::new();
    while !cursor.is_at_end() {
        match cursor.branch(found.last()) {
            Some(branch) => found.push(branch),
            None => {
                cursor.skip(&JOINTS);
                found.push(cursor.atom()?);
            }
        }
    }
    Some(found)
}
