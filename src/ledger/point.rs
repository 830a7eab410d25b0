//! What a row says of one value of an indicator.

use super::Column;
use super::amend::{Amender, written};
use super::canonical::Takes;
use super::intake::Incoming;
use super::row::{Part, of_point};
use super::saved::{Saved, saved};
use crate::policy::{Missing, Point};
use crate::source::scalar;

/// What a row says of a point.
pub(super) struct NewPoint {
    pub(super) whole: Vec<(&'static str, String)>,
    pub(super) changed: Vec<(&'static str, String)>,
    pub(super) cells: Vec<(Column, String)>,
}

impl NewPoint {
    /// Whether it says that there is nothing: the row an export has for the first actual.
    pub(super) fn is_nothing(&self) -> bool {
        self.cells.iter().all(|(_, said)| said.is_empty() || said == Missing::Unset.word())
    }

    /// Whether a point says this, whatever a spreadsheet has made of it.
    pub(super) fn is(&self, point: &Point) -> bool {
        let is_same = |column, said: &str| saved(&of_point(point, column), said) == Saved::Same;
        self.cells.iter().all(|(column, said)| is_same(*column, said))
    }
}

impl Amender<'_> {
    /// What a row says of a point; `None` when that cannot be read.
    pub(super) fn point(&mut self, row: &Incoming, known: &Point, (part, takes): (Part, Takes)) -> Option<NewPoint> {
        let mut new = NewPoint { whole: Vec::new(), changed: Vec::new(), cells: Vec::new() };
        let mut is_readable = true;
        for (column, key) in [(Column::Value, "value"), (Column::Day, part.day_key()), (Column::Note, "note")] {
            let current = of_point(known, column);
            let said = if self.columns.contains(&column) {
                let takes = if part == Part::Judged { Takes::Numbers } else { takes };
                match self.read(row, column, (&current, takes)) {
                    Ok(said) => said,
                    Err((reason, near)) => {
                        self.refuse(row, column, (&reason, near.as_deref()));
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
                new.changed.push((key, written(&said)));
            }
            new.cells.push((column, said));
        }
        is_readable.then_some(new)
    }
}
