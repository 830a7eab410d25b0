//! Objectives: what a clause sets out to reach, how it is measured and how far it has come.

mod decimal;
mod progress;
mod status_word;

pub use decimal::Decimal;
pub use progress::{Progress, ProgressGap, reaches};
pub use status_word::{Meaning, Shape, StatusWord};

use std::ops::Range;

use super::{Implements, WrittenDate};
use crate::diagnostic::Located;

/// What a fenced `objective` block says about the clause it stands in. It is no official text and has no address of its
/// own: a new actual is no reworded clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// The clauses above that it takes up.
    pub implements: Vec<Implements>,
    /// How it is measured, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// When it is to be reached.
    pub due: Due,
    /// The code of one of the site's [`StatusWord`]s.
    pub status: Stated<Located<String>>,
    /// Goals of the SDGs, 1–17, in the order of the file.
    pub sdgs: Vec<Located<u8>>,
    /// The unit in charge, by id of `organizations.yaml`. Where none is stated it is the document's.
    pub owner: Stated<Located<String>>,
    /// Bytes of the YAML in the source file of the document.
    pub range: Range<usize>,
}

/// Something a person has to state, or why it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated<T> {
    /// It is there.
    Given(T),
    /// It is not.
    Missing(Missing),
}

/// Why something is not there. The three are never mixed up, and none of them is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Missing {
    /// 未設定: nobody has set it; also where the key is missing.
    #[default]
    Unset,
    /// 確認中: it is being found out.
    Unconfirmed,
    /// 該当なし: there can be none.
    NotApplicable,
}

/// A measure of an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Its name: 市公式LINEの登録者数. Unique in the objective.
    pub name: Located<String>,
    /// Whether it counts what is done or what comes of it.
    pub kind: Stated<IndicatorKind>,
    /// The unit its values are in: 人, %, 時間.
    pub unit: Stated<String>,
    /// Which way is better.
    pub direction: Stated<Direction>,
    /// Where it starts.
    pub baseline: Point,
    /// Where it is to be on the way, in the order of the file.
    pub interim: Vec<Point>,
    /// Where it is to be in the end; `day` is the day by which.
    pub target: Point,
    /// Where it was, in the order of the file.
    pub actuals: Vec<Point>,
    /// How far it has come in percent, as somebody has judged it: for what no formula can tell.
    pub judged: Option<Point>,
    /// Bytes of what is said about it.
    pub range: Range<usize>,
}

/// What an indicator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorKind {
    /// 活動指標: what is done.
    Output,
    /// 成果指標: what comes of it.
    Outcome,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// 増やす.
    Up,
    /// 減らす.
    Down,
    /// 維持する.
    Keep,
    /// 完了する: its values are words.
    Done,
}

/// A value at a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// How much.
    pub value: Stated<Located<Quantity>>,
    /// When, or by when.
    pub day: Stated<Located<WrittenDate>>,
    /// A remark.
    pub note: Option<String>,
    /// Bytes of what is said about it.
    pub range: Range<usize>,
}

/// How much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// A number, as typed.
    Number(Decimal),
    /// A state in words, of an indicator whose direction is [`Direction::Done`]: 計画を策定.
    Words(String),
}

/// When an objective is to be reached: a day, words such as ４月初旬, both or neither.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The day, if one is known.
    pub day: Stated<Located<WrittenDate>>,
    /// The time as it is called, verbatim.
    pub label: Option<String>,
}

impl<T> Stated<T> {
    /// What is given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Missing(_) => None,
        }
    }
}

impl<T> Default for Stated<T> {
    fn default() -> Self {
        Self::Missing(Missing::Unset)
    }
}

impl Missing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Unset, Self::Unconfirmed, Self::NotApplicable];

    /// The word for it, in files and on pages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unset => "未設定",
            Self::Unconfirmed => "確認中",
            Self::NotApplicable => "該当なし",
        }
    }

    /// Which of them a word is.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|missing| missing.word() == word.trim())
    }
}

impl IndicatorKind {
    /// Both, with the word in files and the word on pages.
    pub const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Output, "output", "活動指標"), (Self::Outcome, "outcome", "成果指標")];
}

impl Direction {
    /// All of them, with the word in files and the word on pages.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Up, "up", "増やす"),
        (Self::Down, "down", "減らす"),
        (Self::Keep, "keep", "維持する"),
        (Self::Done, "done", "完了する"),
    ];
}

impl Point {
    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<&Decimal> {
        match self.value.given().map(|value| &value.value) {
            Some(Quantity::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// The day, if one is given.
    #[must_use]
    pub fn date(&self) -> Option<jiff::civil::Date> {
        self.day.given().map(|day| day.value.date)
    }

    /// A point of which nothing is stated, at these bytes.
    #[must_use]
    pub fn unset(range: Range<usize>) -> Self {
        Self { value: Stated::default(), day: Stated::default(), note: None, range }
    }
}

impl Indicator {
    /// The last actual: the one with the latest day; of equal days, and where no day is given, the last in the file.
    #[must_use]
    pub fn latest(&self) -> Option<&Point> {
        self.actuals.iter().filter(|point| point.value.given().is_some()).max_by_key(|point| point.date())
    }
}
