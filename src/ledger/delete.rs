//! What a table deletes: only what it says in so many words, and tells before.

use std::collections::{BTreeMap, BTreeSet};

use super::Column;
use super::amend::{Amender, Rows};
use super::canonical::{Takes, canonical};
use super::intake::Incoming;
use super::point::NewPoint;
use super::row::{Part, Row, of_point};
use crate::corpus::Goal;
use crate::diagnostic::{Bilingual, catalogue};
use crate::policy::{Document, Indicator, Missing, Point};
use crate::source::ObjectiveEdit;

impl Amender<'_> {
    /// The values that rows delete: of a list by number and day, so that a table taken over twice deletes nothing twice.
    pub(super) fn removed(
        &mut self,
        known: &Indicator,
        part: Part,
        (rows, seen): (&Rows<'_>, &mut BTreeSet<usize>),
    ) -> Option<ObjectiveEdit> {
        let name = &known.name.value;
        let points = part.points(known);
        let mut indices = Vec::new();
        let goes: BTreeSet<usize> = rows.iter().filter_map(|row| row.row.get(Column::Number).parse().ok()).collect();
        for row in rows {
            if part.is_list() && row.row.get(Column::Number).is_empty() {
                self.refuse(row, Column::Number, (&catalogue::cell_which(), None));
                continue;
            }
            let Some(Some(index)) = self.index(row, (part, &points), seen) else { continue };
            let Some(point) = points.get(index).filter(|point| ***point != Point::unset(point.range.clone())) else {
                self.refuse(row, Column::Value, (&catalogue::cell_not_there(), None));
                continue;
            };
            if let Some(reason) = self.not_told(row, (part, &points, index), &goes) {
                self.refuse(row, Column::Day, (&reason, None));
                continue;
            }
            self.gone.push(format!("{}（{}）", title(name, (part, Some(index))), shown(point)));
            self.note_point_gone((name, part, index), point);
            indices.push(index);
        }
        indices.sort_unstable();
        match (part.is_list(), indices.is_empty()) {
            (_, true) => None,
            (true, false) => Some(ObjectiveEdit::RemovePoints { name: name.clone(), key: part.key(), indices }),
            (false, false) => {
                Some(ObjectiveEdit::Indicator { name: name.clone(), key: part.key(), yaml: String::new() })
            }
        }
    }

    /// Why the day of a row does not say which value it deletes; `None` where it does. The number alone does not: when the table comes again, it is that of
    /// the next value. `goes` are the numbers of the list that the table deletes.
    fn not_told(
        &self,
        row: &Incoming,
        (part, points, index): (Part, &[&Point], usize),
        goes: &BTreeSet<usize>,
    ) -> Option<Bilingual> {
        let has_day = self.columns.contains(&Column::Day) && !row.row.deletes(Column::Day);
        let day = of_point(points[index], Column::Day);
        if !has_day {
            return part.is_list().then(catalogue::cell_day_needed);
        }
        let said = canonical(self.corpus, Column::Day, (row.row.get(Column::Day), &day), Takes::Words);
        if said.as_ref() != Ok(&day) {
            return Some(catalogue::cell_other_day());
        }
        let mut stay = points.iter().enumerate().filter(|(at, _)| *at != index && !goes.contains(&(at + 1)));
        stay.any(|(_, other)| of_point(other, Column::Day) == day).then(catalogue::cell_same_day)
    }

    pub(super) fn note_point(&mut self, name: &str, place: (Part, Option<usize>), (point, new): (&Point, &NewPoint)) {
        for (column, said) in &new.cells {
            self.note_gone(&format!("{} {}", title(name, place), column.header()), &of_point(point, *column), said);
        }
    }

    /// Notes what was there and is not set any more.
    pub(super) fn note_gone(&mut self, what: &str, current: &str, said: &str) {
        let is_nothing = |text: &str| text.is_empty() || text == Missing::Unset.word();
        if is_nothing(said) && !is_nothing(current) {
            self.gone.push(format!("{what}（{current}）"));
        }
    }
}

/// Whether a row says that its value is to be deleted with its day and remark.
pub(super) fn deletes_point(row: &Row) -> bool {
    row.deletes(Column::Value) && !row.get(Column::Indicator).is_empty() && !row.get(Column::Part).is_empty()
}

/// 登録者数 実績2
fn title(name: &str, (part, index): (Part, Option<usize>)) -> String {
    let number = index.filter(|_| part.is_list()).map_or_else(String::new, |index| (index + 1).to_string());
    format!("{name} {}{number}", part.word())
}

/// 120、2026-06-30、速報
fn shown(point: &Point) -> String {
    let cells = [Column::Value, Column::Day, Column::Note].map(|column| of_point(point, column));
    cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("、")
}

/// The rows as they have to be once what they delete is gone: without it, the others by their new numbers.
pub(super) fn after_deleting(rows: &[&Incoming]) -> Vec<Incoming> {
    let list = |row: &Incoming| [Column::Indicator, Column::Part].map(|column| row.row.get(column).to_owned());
    let number = |row: &Incoming| row.row.get(Column::Number).parse::<usize>().ok();
    let mut deleted: BTreeMap<[String; 2], Vec<usize>> = BTreeMap::new();
    for row in rows.iter().filter(|row| deletes_point(&row.row)) {
        deleted.entry(list(row)).or_default().extend(number(row));
    }
    deleted.values_mut().for_each(|numbers| numbers.sort_unstable());
    let left = rows.iter().filter(|row| !deletes_point(&row.row)).map(|row| {
        let mut row = Incoming::clone(row);
        if let (Some(own), Some(gone)) = (number(&row), deleted.get(&list(&row))) {
            let before = gone.partition_point(|gone| *gone < own);
            row.row.set(Column::Number, &(own - before).to_string());
        }
        row
    });
    left.collect()
}

/// How many values the objectives of a document have.
pub(super) fn points(document: &Document) -> usize {
    let given = |point: &&Point| **point != Point::unset(point.range.clone());
    let of = |indicator: &Indicator| {
        Part::ALL.iter().map(|(part, ..)| part.points(indicator).iter().filter(|one| given(one)).count()).sum::<usize>()
    };
    Goal::of(document).iter().flat_map(|goal| &goal.objective.indicators).map(of).sum()
}
