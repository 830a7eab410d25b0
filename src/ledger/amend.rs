//! The changes that the rows of one objective make to it.

use std::collections::{BTreeMap, BTreeSet};

use super::amender::Amender;
use super::canonical::Takes;
use super::change::PointPlace;
use super::intake::{Incoming, Rows};
use super::new_point::{self, NewPoint, PointKey, is_nothing};
use super::point::yaml_value;
use super::refusal::CellRefusal;
use super::row::{PointKind, of_indicator, of_objective};
use super::saved::is_same;
use super::{Column, cell};
use crate::diagnostic::catalogue;
use crate::policy::{Direction, Indicator, Point};
use crate::source::{ObjectiveEdit, flow, nearest, scalar};

/// The columns of an objective with their YAML keys.
const OF_OBJECTIVE: [(Column, &str); 5] = [
    (Column::Owner, "owner"),
    (Column::Status, "status"),
    (Column::Due, "due"),
    (Column::DueLabel, "due_label"),
    (Column::Sdgs, "sdgs"),
];
/// The columns of an indicator with their YAML keys.
const OF_INDICATOR: [(Column, &str); 3] =
    [(Column::Direction, "direction"), (Column::Kind, "kind"), (Column::Unit, "unit")];

impl Amender<'_> {
    /// The changes that the rows make to the objective.
    pub(super) fn edits(&mut self, rows: &[&Incoming]) -> Vec<ObjectiveEdit> {
        let mut edits = Vec::new();
        for (column, key) in OF_OBJECTIVE {
            let site = &self.context.corpus.site;
            let current = self.objective.map_or(String::new(), |known| of_objective(site, known, column));
            if let Some(new) = self.agreed(rows, column, &current) {
                self.note_unset(column.header(), &current, &new);
                self.note_change("", column, &current, &new);
                edits.push(ObjectiveEdit::Objective { key, yaml: yaml(column, &new) });
            }
        }
        let mut by_name: BTreeMap<String, &Indicator> = BTreeMap::new();
        for one in self.objective.map_or(&[][..], |known| &known.indicators) {
            by_name.entry(cell::one_line(&one.name.value)).or_insert(one);
        }
        for (name, rows) in self.by_indicator(rows) {
            match by_name.get(&name) {
                Some(known) => self.amend_indicator(known, &rows, &mut edits),
                None => edits.extend(self.new_indicator(&name, &rows)),
            }
        }
        edits
    }

    /// The rows of each indicator, in the order of the table. Rows without an indicator must have no values.
    fn by_indicator<'r>(&mut self, rows: &[&'r Incoming]) -> Vec<(String, Rows<'r>)> {
        let mut order: Vec<(String, Rows<'r>)> = Vec::new();
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for row in rows {
            let name = row.row.get(Column::Indicator);
            if name.is_empty() {
                let values = [Column::Value, Column::Day, Column::Note, Column::PointKind, Column::Kind, Column::Unit];
                if let Some(column) = values.into_iter().find(|column| !row.row.get(*column).is_empty()) {
                    self.refuse(row, column, catalogue::cell_needed());
                }
                continue;
            }
            let index = *at.entry(name.to_owned()).or_insert_with(|| {
                order.push((name.to_owned(), Vec::new()));
                order.len() - 1
            });
            order[index].1.push(row);
        }
        order
    }

    /// Changes an indicator of the file.
    fn amend_indicator(&mut self, known: &Indicator, rows: &[&Incoming], edits: &mut Vec<ObjectiveEdit>) {
        let name = &known.name.value;
        let mut direction = of_indicator(known, Column::Direction);
        for (column, key) in OF_INDICATOR {
            let current = of_indicator(known, column);
            if let Some(new) = self.agreed(rows, column, &current) {
                if column == Column::Direction {
                    direction.clone_from(&new);
                }
                self.note_unset(&format!("{name} {}", column.header()), &current, &new);
                self.note_change(name, column, &current, &new);
                edits.push(ObjectiveEdit::Indicator { name: name.clone(), key, yaml: yaml(column, &new) });
            }
        }
        let takes = takes(&direction);
        for (kind, rows) in self.by_kind(rows) {
            self.amend_points(known, kind, takes, rows, edits);
        }
    }

    /// Changes the values of one kind in an indicator of the file.
    fn amend_points(
        &mut self,
        known: &Indicator,
        kind: PointKind,
        takes: Takes,
        rows: Rows<'_>,
        edits: &mut Vec<ObjectiveEdit>,
    ) {
        let name = &known.name.value;
        let points = kind.points(known);
        let known_keys: BTreeSet<PointKey> = points.iter().map(|known| new_point::key(known)).collect();
        let (mut added, mut wholes) = (Vec::new(), BTreeSet::new());
        let mut seen = BTreeSet::new();
        let (deleting, rows): (Rows<'_>, Rows<'_>) = rows.into_iter().partition(|row| row.row.deletes_point());
        edits.extend(self.removed(known, kind, &deleting, &mut seen));
        for row in rows {
            let Some(index) = self.index(row, kind, &points, &mut seen) else { continue };
            let unset = Point::unset(0..0);
            let point = index.and_then(|index| points.get(index).copied()).unwrap_or(&unset);
            let Some(new) = self.point(row, point, kind, takes) else { continue };
            let place = PointPlace { indicator: name, kind, index };
            let whole = flow(&new.whole);
            match index {
                None if new.is_nothing() || known_keys.contains(&new.key()) || wholes.contains(&whole) => {}
                None if kind.is_list() => {
                    self.note_point_changes(place, &unset, &new);
                    added.push(whole.clone());
                    wholes.insert(whole);
                }
                _ if new.changed.is_empty() => {}
                _ => {
                    self.note_point_unset(place, point, &new);
                    self.note_point_changes(place, point, &new);
                    edits.push(changed_point(place, new, whole));
                }
            }
        }
        if !added.is_empty() {
            edits.push(ObjectiveEdit::AddPoints { name: name.clone(), key: kind.key(), points: added });
        }
    }

    /// The edit for an indicator that the file does not have.
    fn new_indicator(&mut self, name: &str, rows: &[&Incoming]) -> Option<ObjectiveEdit> {
        let mut fields = vec![("name", scalar(name))];
        let mut takes = Takes::Numbers;
        self.note_change(name, Column::Indicator, "", name);
        for (column, key) in OF_INDICATOR {
            if let Some(new) = self.agreed(rows, column, "") {
                self.note_change(name, column, "", &new);
                if column == Column::Direction {
                    takes = self::takes(&new);
                }
                fields.push((key, yaml(column, &new)));
            }
        }
        for (kind, rows) in self.by_kind(rows) {
            if let Some(row) = rows.iter().find(|row| row.row.deletes_point()) {
                self.refuse(row, Column::Value, catalogue::cell_not_there());
            }
            let unset = Point::unset(0..0);
            let new = rows.iter().filter_map(|row| self.point(row, &unset, kind, takes));
            let points: Vec<NewPoint> = new.filter(|new| !new.is_nothing()).collect();
            let place = PointPlace { indicator: name, kind, index: None };
            points.iter().for_each(|new| self.note_point_changes(place, &unset, new));
            let points: Vec<String> = points.iter().map(|new| flow(&new.whole)).collect();
            match &points[..] {
                [] => {}
                [point] if !kind.is_list() => fields.push((kind.key(), point.clone())),
                _ if kind.is_list() => fields.push((kind.key(), format!("[{}]", points.join(", ")))),
                _ => self.refuse(rows[1], Column::PointKind, catalogue::cell_twice()),
            }
        }
        Some(ObjectiveEdit::AddIndicator(fields))
    }

    /// The rows of an indicator by the kind of their value.
    fn by_kind<'r>(&mut self, rows: &[&'r Incoming]) -> BTreeMap<PointKind, Rows<'r>> {
        let mut kinds: BTreeMap<PointKind, Rows<'r>> = BTreeMap::new();
        for row in rows {
            let word = row.row.get(Column::PointKind);
            match PointKind::ALL.into_iter().find(|(_, known, ..)| *known == word) {
                Some((kind, ..)) => kinds.entry(kind).or_default().push(row),
                None if word.is_empty() && row.row.get(Column::Value).is_empty() => {}
                None => {
                    let near = nearest(word, PointKind::ALL.map(|(_, known, ..)| known));
                    self.refuse(row, Column::PointKind, CellRefusal::with_near(catalogue::cell_choice(), near));
                }
            }
        }
        kinds
    }

    /// The content of a column on which all rows agree, if it differs from that of the file.
    fn agreed(&mut self, rows: &[&Incoming], column: Column, current: &str) -> Option<String> {
        if !self.context.columns.contains(&column) {
            return None;
        }
        let mut agreed: Option<String> = None;
        for row in rows {
            match self.read(row, column, current, Takes::Words) {
                Err(refusal) => self.refuse(row, column, refusal),
                Ok(said) => match &agreed {
                    Some(before) if !is_same(before, &said) => self.refuse(row, column, catalogue::cell_disagrees()),
                    Some(_) => {}
                    None => agreed = Some(said),
                },
            }
        }
        agreed.filter(|said| said != current && !(current.is_empty() && is_nothing(said)))
    }
}

fn changed_point(place: PointPlace<'_>, new: NewPoint, whole: String) -> ObjectiveEdit {
    ObjectiveEdit::Point {
        name: place.indicator.to_owned(),
        key: place.kind.key(),
        index: place.index.filter(|_| place.kind.is_list()),
        fields: new.changed,
        whole,
    }
}

/// The values that an indicator with this direction takes.
fn takes(direction: &str) -> Takes {
    let is_done = Direction::ALL.iter().any(|(way, _, shown)| *way == Direction::Done && *shown == direction);
    if is_done { Takes::Words } else { Takes::Numbers }
}

/// A content as YAML. Goals of the SDGs are a list.
fn yaml(column: Column, text: &str) -> String {
    if column == Column::Sdgs && !text.is_empty() { format!("[{}]", text.replace(';', ", ")) } else { yaml_value(text) }
}
