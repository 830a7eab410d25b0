//! Objectives of clauses, with their indicators, targets and progress.

mod decimal;
mod progress;
mod status_word;

pub use decimal::Decimal;
pub use progress::{Progress, ProgressGap, reaches};
pub use status_word::{Meaning, Shape, StatusWord};

use std::ops::Range;

use super::{Implements, WrittenDate};
use crate::diagnostic::Located;

/// A fenced `objective` block of the clause it stands in. It is no official text and has no address of its
/// own: a new actual is no reworded clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// The clauses above that it takes up.
    pub implements: Vec<Implements>,
    /// Its indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// The day or words by which it is to be reached.
    pub due: Due,
    /// The code of one of the site's [`StatusWord`]s.
    pub status: Stated<Located<String>>,
    /// Goals of the SDGs, 1–17, in the order of the file.
    pub sdgs: Vec<Located<u8>>,
    /// The department in charge, by id of `organizations.yaml`; the document's where none is stated.
    pub owner: Stated<Located<String>>,
    /// Bytes of the YAML in the source file of the document.
    pub range: Range<usize>,
}

/// A value that a person has to state, or the reason why it is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated<T> {
    /// The value is given.
    Given(T),
    /// The value is missing.
    Missing(Missing),
}

/// The reason why a value is missing. The three are never mixed up, and none of them is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Missing {
    /// 未設定: nobody has set it, or the key is missing.
    #[default]
    Unset,
    /// 確認中: somebody is finding it out.
    Unconfirmed,
    /// 該当なし: there can be none.
    NotApplicable,
}

/// A measure of an objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Its name: 市公式LINEの登録者数. Unique in the objective.
    pub name: Located<String>,
    /// Set if it counts activity or outcome.
    pub kind: Stated<IndicatorKind>,
    /// The unit its values are in: 人, %, 時間.
    pub unit: Stated<String>,
    /// The direction that is better.
    pub direction: Stated<Direction>,
    /// The value it starts from.
    pub baseline: Point,
    /// The values to be reached on the way, in the order of the file.
    pub interim: Vec<Point>,
    /// The value to be reached in the end, by its `day`.
    pub target: Point,
    /// The measured values, in the order of the file.
    pub actuals: Vec<Point>,
    /// Progress in percent as a person has judged it, where no formula can.
    pub judged: Option<Point>,
    /// Bytes of its YAML in the source file.
    pub range: Range<usize>,
}

/// The kind of quantity that an indicator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorKind {
    /// 活動指標: the work that is done.
    Output,
    /// 成果指標: the effect of the work.
    Outcome,
}

/// The direction that is better.
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
    /// A number or a state in words.
    pub value: Stated<Located<Quantity>>,
    /// The day of the value, or the day by which.
    pub day: Stated<Located<WrittenDate>>,
    /// A remark in words.
    pub note: Option<String>,
    /// Bytes of its YAML in the source file.
    pub range: Range<usize>,
}

/// A number or a state in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// A number, as typed.
    Number(Decimal),
    /// A state in words, of an indicator whose direction is [`Direction::Done`]: 計画を策定.
    Words(String),
}

/// The time by which an objective is to be reached: a day, words such as ４月初旬, both or neither.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The day, if one is known.
    pub day: Stated<Located<WrittenDate>>,
    /// The time as it is called, verbatim.
    pub label: Option<String>,
}

impl<T> Stated<T> {
    /// The part that is given.
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

    /// The word for it in files of English sites.
    #[must_use]
    pub fn english_word(self) -> &'static str {
        match self {
            Self::Unset => "unset",
            Self::Unconfirmed => "unconfirmed",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The status that a word is, in either language.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::ALL.into_iter().find(|missing| missing.word() == word || missing.english_word() == word)
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
