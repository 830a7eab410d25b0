//! A value of an indicator as a row gives it.

use super::row::of_point;
use super::saved::work;
use super::{Column, cell};
use crate::policy::{Missing, Point, look_alike_key};

/// The columns of a value.
pub(super) const POINT_COLUMNS: [Column; 3] = [Column::Value, Column::Day, Column::Note];

/// The content of a row about a value.
pub(super) struct NewPoint {
    /// All YAML keys with their values.
    pub(super) whole: Vec<(&'static str, String)>,
    /// The YAML keys that differ from those of the file.
    pub(super) changed: Vec<(&'static str, String)>,
    /// The content of each cell.
    pub(super) cells: Vec<(Column, String)>,
}

/// The value, day and remark as keys for comparison. They are equal for rows with the same content, whatever a spreadsheet has
/// done to it.
pub(super) type PointKey = Vec<String>;

impl NewPoint {
    /// Whether the row is empty, as an export writes it for the first actual value.
    pub(super) fn is_nothing(&self) -> bool {
        self.cells.iter().all(|(_, said)| is_nothing(said))
    }

    pub(super) fn key(&self) -> PointKey {
        work::count();
        self.cells.iter().map(|(_, said)| look_alike_key(said)).collect()
    }
}

/// The key of a value of the file.
pub(super) fn key(point: &Point) -> PointKey {
    work::count();
    POINT_COLUMNS.iter().map(|column| look_alike_key(&cell::one_line(&of_point(point, *column)))).collect()
}

/// Whether a content says that there is nothing.
pub(super) fn is_nothing(said: &str) -> bool {
    said.is_empty() || said == Missing::Unset.word()
}
