//! The changes that a table makes, cell by cell, for the person who confirms them.

use super::row::PointKind;
use super::{Column, cell};

/// A cell that will have another content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The name of the indicator; empty for a cell of the objective.
    pub indicator: String,
    /// The value of the indicator: 基準値, 実績2, 実績（追加）; empty for a cell of the indicator or the objective.
    pub part: String,
    /// The header of its column.
    pub column: &'static str,
    /// The content in the Markdown; may be empty.
    pub old: String,
    /// The content after the import; may be empty.
    pub new: String,
}

impl CellChange {
    pub(super) fn new(indicator: &str, part: String, column: Column, old: &str, new: &str) -> Self {
        Self {
            indicator: cell::one_line(indicator),
            part,
            column: column.header(),
            old: cell::one_line(old),
            new: cell::one_line(new),
        }
    }
}

/// The place of a value in an indicator.
#[derive(Clone, Copy)]
pub(super) struct PointPlace<'a> {
    pub(super) indicator: &'a str,
    pub(super) kind: PointKind,
    /// The index in a list; none for a new value.
    pub(super) index: Option<usize>,
}

impl PointPlace<'_> {
    /// The place as the table of changes names it: 基準値, 実績2; 実績（追加） for a new one.
    pub(super) fn part(self) -> String {
        match self.index {
            Some(index) if self.kind.is_list() => format!("{}{}", self.kind.word(), index + 1),
            None if self.kind.is_list() => format!("{}（追加）", self.kind.word()),
            _ => self.kind.word().to_owned(),
        }
    }

    /// The place with its indicator: 登録者数 実績2.
    pub(super) fn title(self) -> String {
        let number =
            self.index.filter(|_| self.kind.is_list()).map_or_else(String::new, |index| (index + 1).to_string());
        format!("{} {}{number}", self.indicator, self.kind.word())
    }
}
