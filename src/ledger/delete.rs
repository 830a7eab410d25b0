//! Deletions by a table. A table deletes only values that it names exactly.

use std::collections::{BTreeMap, BTreeSet};

use super::Column;
use super::amender::Amender;
use super::canonical::{Takes, canonical};
use super::change::PointPlace;
use super::intake::Incoming;
use super::new_point::POINT_COLUMNS;
use super::row::{PointKind, of_point};
use crate::corpus::PlacedObjective;
use crate::diagnostic::{Bilingual, catalogue};
use crate::policy::{Document, Indicator, Point};
use crate::source::ObjectiveEdit;

impl Amender<'_> {
    /// The edit that deletes values. Values of a list are named by number and day, so that a table imported twice deletes nothing
    /// the second time.
    pub(super) fn removed(
        &mut self,
        known: &Indicator,
        kind: PointKind,
        rows: &[&Incoming],
        seen: &mut BTreeSet<usize>,
    ) -> Option<ObjectiveEdit> {
        let name = &known.name.value;
        let points = kind.points(known);
        let mut indices = Vec::new();
        let numbers: BTreeSet<usize> = rows.iter().filter_map(|row| row.row.get(Column::Number).parse().ok()).collect();
        for row in rows {
            if kind.is_list() && row.row.get(Column::Number).is_empty() {
                self.refuse(row, Column::Number, catalogue::cell_which());
                continue;
            }
            let Some(Some(index)) = self.index(row, kind, &points, seen) else { continue };
            let Some(point) = points.get(index).filter(|point| is_set(point)) else {
                self.refuse(row, Column::Value, catalogue::cell_not_there());
                continue;
            };
            if let Some(reason) = self.unclear_day(row, kind, &points, index, &numbers) {
                self.refuse(row, Column::Day, reason);
                continue;
            }
            let place = PointPlace { indicator: name, kind, index: Some(index) };
            self.gone.push(format!("{}（{}）", place.title(), shown(point)));
            self.note_point_gone(place, point);
            indices.push(index);
        }
        indices.sort_unstable();
        match (kind.is_list(), indices.is_empty()) {
            (_, true) => None,
            (true, false) => Some(ObjectiveEdit::RemovePoints { name: name.clone(), key: kind.key(), indices }),
            (false, false) => {
                Some(ObjectiveEdit::Indicator { name: name.clone(), key: kind.key(), yaml: String::new() })
            }
        }
    }

    /// The reason why the day of a row does not identify the value that it deletes; none if it does. The number is not enough:
    /// when the table is imported again, it is the number of the next value. `numbers` are those of all deleted values.
    fn unclear_day(
        &self,
        row: &Incoming,
        kind: PointKind,
        points: &[&Point],
        index: usize,
        numbers: &BTreeSet<usize>,
    ) -> Option<Bilingual> {
        let has_day = self.context.columns.contains(&Column::Day) && !row.row.deletes(Column::Day);
        let day = of_point(points[index], Column::Day);
        if !has_day {
            return kind.is_list().then(catalogue::cell_day_needed);
        }
        let said = canonical(self.context.corpus, Column::Day, row.row.get(Column::Day), &day, Takes::Words);
        if said.ok().as_ref() != Some(&day) {
            return Some(catalogue::cell_other_day());
        }
        let mut stay = points.iter().enumerate().filter(|(at, _)| *at != index && !numbers.contains(&(at + 1)));
        stay.any(|(_, other)| of_point(other, Column::Day) == day).then(catalogue::cell_same_day)
    }
}

fn is_set(point: &Point) -> bool {
    *point != Point::unset(point.range.clone())
}

/// A value in words: 120、2026-06-30、速報.
fn shown(point: &Point) -> String {
    let cells = POINT_COLUMNS.map(|column| of_point(point, column));
    cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("、")
}

/// The rows that must hold after the deletions: without the deleting rows, the others with their new numbers.
pub(super) fn after_deleting(rows: &[&Incoming]) -> Vec<Incoming> {
    let list = |row: &Incoming| [Column::Indicator, Column::PointKind].map(|column| row.row.get(column).to_owned());
    let number = |row: &Incoming| row.row.get(Column::Number).parse::<usize>().ok();
    let mut deleted: BTreeMap<[String; 2], Vec<usize>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.row.deletes_point()) {
        deleted.entry(list(row)).or_default().extend(number(row));
    }
    deleted.values_mut().for_each(|numbers| numbers.sort_unstable());
    let left = rows.iter().filter(|row| !row.row.deletes_point()).map(|row| {
        let mut row = Incoming::clone(row);
        if let (Some(own), Some(gone)) = (number(&row), deleted.get(&list(&row))) {
            let before = gone.partition_point(|gone| *gone < own);
            row.row.set(Column::Number, &(own - before).to_string());
        }
        row
    });
    left.collect()
}

/// The number of values in the objectives of a document.
pub(super) fn count_points(document: &Document) -> usize {
    let goals = PlacedObjective::of(document);
    let indicators = goals.iter().flat_map(|goal| &goal.objective.indicators);
    let points = indicators.flat_map(|one| PointKind::ALL.iter().flat_map(|(kind, ..)| kind.points(one)));
    points.filter(|point| is_set(point)).count()
}
