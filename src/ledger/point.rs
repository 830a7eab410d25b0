//! Reads the rows about one value of an indicator.

use std::collections::BTreeSet;

use super::Column;
use super::amender::Amender;
use super::canonical::Takes;
use super::intake::Incoming;
use super::new_point::{NewPoint, POINT_COLUMNS};
use super::row::{PointKind, of_point};
use crate::diagnostic::catalogue;
use crate::policy::Point;
use crate::source::scalar;

impl Amender<'_> {
    /// The index of the value that a row is about; `Some(None)` for a new one, `None` if the row is refused.
    pub(super) fn index(
        &mut self,
        row: &Incoming,
        kind: PointKind,
        points: &[&Point],
        seen: &mut BTreeSet<usize>,
    ) -> Option<Option<usize>> {
        let index = match (kind.is_list(), row.row.get(Column::Number)) {
            (true, "") => return Some(None),
            (false, "") => 0,
            (_, number) => match number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
                Some(index) if index < points.len() => index,
                _ => {
                    self.refuse(row, Column::Number, catalogue::cell_no_number());
                    return None;
                }
            },
        };
        if !seen.insert(index) {
            self.refuse(row, Column::PointKind, catalogue::cell_twice());
            return None;
        }
        Some(Some(index))
    }

    /// The content of a row about a value; none if a cell cannot be read.
    pub(super) fn point(&mut self, row: &Incoming, known: &Point, kind: PointKind, takes: Takes) -> Option<NewPoint> {
        let mut new = NewPoint { whole: Vec::new(), changed: Vec::new(), cells: Vec::new() };
        let mut is_readable = true;
        for (column, key) in POINT_COLUMNS.into_iter().zip(["value", kind.day_key(), "note"]) {
            let current = of_point(known, column);
            let said = if self.context.columns.contains(&column) {
                let takes = if kind == PointKind::Judged { Takes::Numbers } else { takes };
                match self.read(row, column, &current, takes) {
                    Ok(said) => said,
                    Err(refusal) => {
                        self.refuse(row, column, refusal);
                        is_readable = false;
                        continue;
                    }
                }
            } else {
                current.clone()
            };
            if !said.is_empty() {
                new.whole.push((key, scalar(&said)));
            }
            if said != current {
                new.changed.push((key, yaml_value(&said)));
            }
            new.cells.push((column, said));
        }
        is_readable.then_some(new)
    }
}

/// A content as YAML; empty for a key that is to be removed.
pub(super) fn yaml_value(said: &str) -> String {
    if said.is_empty() { String::new() } else { scalar(said) }
}
