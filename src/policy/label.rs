//! Printed numbers and marks: `第1条の2`, `(1)`, `ア`, `・`.

use std::borrow::Cow;

use super::{CounterWord, Division};

/// A printed number or mark at the start of a clause, kept exactly as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As typed, width and brackets included, without the space after it: `（１）`, `第1条の2`, `・`, `1.`.
    /// Empty for a Markdown bullet (`- `, `* `), whose mark is syntax and not text.
    pub printed: Box<str>,
    /// As typed between the label and the text: usually one half- or full-width space, or nothing.
    pub separator: Cow<'static, str>,
    /// The series it belongs to.
    pub kind: LabelKind,
    /// Its value in the series, from 1, then its branches: `第1条の2` is `[1, 2]`, `1-3-1` is `[1, 3, 1]`. Empty for bullets.
    pub value: Vec<u32>,
}

impl Label {
    /// The label alone, without an indentation typed before it: how it is named in a citation.
    #[must_use]
    pub fn mark(&self) -> &str {
        self.printed.trim()
    }
}

/// The series a label belongs to. Two labels count on from each other only within one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// `Section 2.`, `Article II`
    Division(Division),
    /// `第1編`
    Part,
    /// `第1章`
    Chapter,
    /// `第1節`
    ChapterSection,
    /// `第1款`
    ChapterSubsection,
    /// `第1目`
    ChapterDivision,
    /// `第1`
    Ordinal,
    /// `第1条`
    Article,
    /// `第1項`
    ArticleParagraph,
    /// `1 `, `１　`, `1.`, `１．`
    Number,
    /// `1-3`: a number of this many parts (2 or more)
    Decimal(u8),
    /// `(1)`, `（１）`
    ParenthesizedNumber,
    /// `1)`, `１）`
    HalfParenthesizedNumber,
    /// `①`
    CircledNumber,
    /// `⑴`
    ParenthesizedDigitSign,
    /// `Ⅰ`, `II.`
    Roman,
    /// `（Ⅰ）`, `(II)`
    ParenthesizedRoman,
    /// `ⅰ`, `i.`, `ii)`
    SmallRoman,
    /// `(i)`, `(iv)`
    ParenthesizedSmallRoman,
    /// `一`
    KanjiNumber,
    /// `（一）`
    ParenthesizedKanjiNumber,
    /// `ア`
    Kana,
    /// `(ア)`
    ParenthesizedKana,
    /// `イ`, `ロ`, `ハ`
    Iroha,
    /// `(イ)`, `(ロ)`
    ParenthesizedIroha,
    /// `㋐`
    CircledKana,
    /// `a`
    Alphabet,
    /// `(a)`
    ParenthesizedAlphabet,
    /// `ⓐ`
    CircledAlphabet,
    /// `・`, `○`, and Markdown's `- `
    Bullet,
}

impl LabelKind {
    /// Tells if it divides a statute above the articles: 編, 章, 節, 款, 目.
    #[must_use]
    pub fn groups_articles(self) -> bool {
        CounterWord::of(self).is_some_and(CounterWord::groups_articles)
    }
}
