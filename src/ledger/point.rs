//! What a row says of one value of an indicator.

use super::amend::{Amender, written};
use super::canonical::Takes;
use super::intake::Incoming;
use super::row::{Part, of_point};
use super::saved::work;
use super::{Column, cell};
use crate::policy::{Missing, Point, look_alike_key};
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

    /// What it looks like, to be looked up among those of [`look`].
    pub(super) fn look(&self) -> Look {
        work::count();
        self.cells.iter().map(|(_, said)| look_alike_key(said)).collect()
    }
}

/// What the value, the day and the remark of a point look like: the same for a row that says the same, whatever a spreadsheet
/// has made of it.
pub(super) type Look = Vec<String>;

/// What a point of the file looks like.
pub(super) fn look(point: &Point) -> Look {
    work::count();
    COLUMNS.iter().map(|column| look_alike_key(&cell::one_line(&of_point(point, *column)))).collect()
}

/// The columns of a point.
const COLUMNS: [Column; 3] = [Column::Value, Column::Day, Column::Note];

impl Amender<'_> {
    /// What a row says of a point; `None` when that cannot be read.
    pub(super) fn point(&mut self, row: &Incoming, known: &Point, (part, takes): (Part, Takes)) -> Option<NewPoint> {
        let mut new = NewPoint { whole: Vec::new(), changed: Vec::new(), cells: Vec::new() };
        let mut is_readable = true;
        for (column, key) in COLUMNS.into_iter().zip(["value", part.day_key(), "note"]) {
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
