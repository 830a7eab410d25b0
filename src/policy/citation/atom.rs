//! The words a place is named with, whatever their width: `5の(1)`, `５（３項目め）`, `第5の1`.

use super::counter_word::CounterWord;
use crate::policy::{ANNEX_WORDS, Division};

/// One word of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Atom {
    /// 第2条, 第三項: a number with its counter word.
    Counted(CounterWord, u32),
    /// `Section 2`, `Article II`: an English division with its number.
    Division(Division, u32),
    /// The 3 of 第2条の3 and `(1)の3`: the number of a clause put in after another.
    Branch(u32),
    /// `5`, `(1)`, `①`, `三`.
    Number(u32, Enclosing),
    /// `ア`, `(イ)`, `a`.
    Sign(char, Enclosing),
    /// `(aa)`, `(イイ)`: the signs after the last one; `(iv)`.
    Signs(String),
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

/// The brackets or circle around a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Enclosing {
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
            Self::Counted(_, number) | Self::Division(_, number) | Self::Branch(number) | Self::Number(number, _) => {
                Self::Number(*number, Enclosing::Bare)
            }
            Self::Sign(sign, _) => Self::Sign(*sign, Enclosing::Bare),
            other => other.clone(),
        }
    }
}

/// The word that opens an annex or the supplementary provisions, if a text starts with one.
pub(super) fn annex_word(text: &str) -> Option<&'static str> {
    ANNEX_WORDS.into_iter().chain(["附則"]).find(|word| text.starts_with(word))
}

/// Words for a part of a clause that has no address of its own: 第2条第1項ただし書 is cited as that paragraph.
pub(super) const PARTS: [&str; 9] =
    ["各号列記以外の部分", "各号列記", "各号", "本文", "ただし書き", "ただし書", "前段", "後段", "柱書"];
