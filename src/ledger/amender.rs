//! The state of an import while it works through the rows of one objective.

use std::collections::BTreeSet;

use super::change::{CellChange, PointPlace};
use super::intake::Incoming;
use super::new_point::{NewPoint, is_nothing};
use super::refusal::CellRefusal;
use super::row::of_point;
use super::{Column, Encoding};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Missing, Objective, Point};

/// The values that are the same for every objective of an import.
#[derive(Clone, Copy)]
pub(super) struct ImportContext<'a> {
    pub(super) corpus: &'a Corpus,
    /// The columns of the table.
    pub(super) columns: &'a [Column],
    /// The encoding in which the table was read.
    pub(super) encoding: Encoding,
}

pub(super) struct Amender<'a> {
    pub(super) context: ImportContext<'a>,
    /// The objective as the file has it; none for a new one.
    pub(super) objective: Option<&'a Objective>,
    pub(super) found: &'a mut Diagnostics,
    /// The values that will be removed or unset, in words.
    pub(super) gone: Vec<String>,
    pub(super) changes: Vec<CellChange>,
    /// The cells for which a lost character has been reported.
    pub(super) reported: BTreeSet<(Column, String)>,
}

impl<'a> Amender<'a> {
    pub(super) fn new(
        context: ImportContext<'a>,
        objective: Option<&'a Objective>,
        found: &'a mut Diagnostics,
    ) -> Self {
        Self { context, objective, found, gone: Vec::new(), changes: Vec::new(), reported: BTreeSet::new() }
    }

    /// Reports a cell that cannot be imported.
    pub(super) fn refuse(&mut self, row: &Incoming, column: Column, refusal: impl Into<CellRefusal>) {
        let CellRefusal { reason, near } = refusal.into();
        let (text, near) = (row.row.get(column), near.as_deref());
        let finding = catalogue::ledger_cell(row.number, column.header(), text, &reason, near);
        self.found.push(finding.of_site());
    }

    /// Notes a changed cell of the objective, or of an indicator.
    pub(super) fn note_change(&mut self, indicator: &str, column: Column, old: &str, new: &str) {
        self.changes.push(CellChange::new(indicator, String::new(), column, old, new));
    }

    /// Notes the changed cells of a value.
    pub(super) fn note_point_changes(&mut self, place: PointPlace<'_>, point: &Point, new: &NewPoint) {
        for (column, said) in &new.cells {
            let old = of_point(point, *column);
            let is_unset = *said == Missing::Unset.word();
            let stays = *said == old || (is_nothing(&old) && (said.is_empty() || (place.index.is_none() && is_unset)));
            if !stays {
                self.changes.push(CellChange::new(place.indicator, place.part(), *column, &old, said));
            }
        }
    }

    /// Notes the cells of a value that is deleted.
    pub(super) fn note_point_gone(&mut self, place: PointPlace<'_>, point: &Point) {
        for column in [Column::Value, Column::Day, Column::Note] {
            let old = of_point(point, column);
            if !is_nothing(&old) {
                self.changes.push(CellChange::new(place.indicator, place.part(), column, &old, ""));
            }
        }
    }

    /// Notes the cells of a value that were set and will be unset.
    pub(super) fn note_point_unset(&mut self, place: PointPlace<'_>, point: &Point, new: &NewPoint) {
        for (column, said) in &new.cells {
            self.note_unset(&format!("{} {}", place.title(), column.header()), &of_point(point, *column), said);
        }
    }

    /// Notes a cell if it was set and will be unset.
    pub(super) fn note_unset(&mut self, title: &str, current: &str, said: &str) {
        if is_nothing(said) && !is_nothing(current) {
            self.gone.push(format!("{title}（{current}）"));
        }
    }
}
