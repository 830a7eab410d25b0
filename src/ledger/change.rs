//! What a table changes, cell by cell: for whoever is to confirm it.

use super::Column;
use super::amend::Amender;
use super::point::NewPoint;
use super::row::{Part, of_point};
use crate::policy::{Missing, Point};

/// A cell that will say something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of the indicator; empty where the cell is one of the objective.
    pub indicator: String,
    /// Which value of the indicator: 基準値, 実績2, 実績（追加）; empty where the cell is one of the indicator or the objective.
    pub part: String,
    /// The header of its column.
    pub column: &'static str,
    /// What the Markdown says; empty for nothing.
    pub old: String,
    /// What it will say; empty for nothing.
    pub new: String,
}

impl Change {
    /// What a new objective takes up.
    pub(super) fn new_upper(upper: &str) -> Self {
        let nothing = String::new;
        let column = Column::Implements.header();
        Self { indicator: nothing(), part: nothing(), column, old: nothing(), new: upper.to_owned() }
    }
}

impl Amender<'_> {
    /// Notes that a cell of the objective or of an indicator changes.
    pub(super) fn note_change(&mut self, indicator: &str, column: Column, (old, new): (&str, &str)) {
        self.note_part((indicator, String::new()), column, (old, new));
    }

    /// Notes the cells of a value that change.
    pub(super) fn note_point_changes(&mut self, of: (&str, Part, Option<usize>), point: &Point, new: &NewPoint) {
        let (indicator, part, index) = of;
        for (column, said) in &new.cells {
            let old = of_point(point, *column);
            let is_nothing = old.is_empty() || old == Missing::Unset.word();
            let is_unset = *said == Missing::Unset.word();
            let stays = *said == old || (is_nothing && (said.is_empty() || (index.is_none() && is_unset)));
            if !stays {
                self.note_part((indicator, titled(part, index)), *column, (&old, said));
            }
        }
    }

    /// Notes that a value goes, with its day and remark.
    pub(super) fn note_point_gone(&mut self, of: (&str, Part, usize), point: &Point) {
        let (indicator, part, index) = of;
        for column in [Column::Value, Column::Day, Column::Note] {
            let old = of_point(point, column);
            if !old.is_empty() && old != Missing::Unset.word() {
                self.note_part((indicator, titled(part, Some(index))), column, (&old, ""));
            }
        }
    }

    fn note_part(&mut self, (indicator, part): (&str, String), column: Column, (old, new): (&str, &str)) {
        self.changes.push(Change {
            indicator: super::cell::one_line(indicator),
            part,
            column: column.header(),
            old: super::cell::one_line(old),
            new: super::cell::one_line(new),
        });
    }
}

/// 基準値, 実績2; 実績（追加） for one that is not there yet.
fn titled(part: Part, index: Option<usize>) -> String {
    match index {
        Some(index) if part.is_list() => format!("{}{}", part.word(), index + 1),
        None if part.is_list() => format!("{}（追加）", part.word()),
        _ => part.word().to_owned(),
    }
}
