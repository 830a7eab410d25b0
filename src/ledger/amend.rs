//! What the rows of one objective change about it.

use std::collections::{BTreeMap, BTreeSet};

use super::canonical::Takes;
use super::change::Change;
use super::delete::deletes_point;
use super::intake::Incoming;
use super::point::{self, Look};
use super::row::{Part, of_indicator, of_objective};
use super::saved::is_same;
use super::{Column, Encoding, cell};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Direction, Indicator, Missing, Objective, Point};
use crate::source::{ObjectiveEdit, flow, scalar};

/// The columns of an objective and their keys.
const OF_OBJECTIVE: [(Column, &str); 5] = [
    (Column::Owner, "owner"),
    (Column::Status, "status"),
    (Column::Due, "due"),
    (Column::DueLabel, "due_label"),
    (Column::Sdgs, "sdgs"),
];
/// Those of an indicator.
const OF_INDICATOR: [(Column, &str); 3] =
    [(Column::Direction, "direction"), (Column::Kind, "kind"), (Column::Unit, "unit")];

/// What every objective is changed by.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) corpus: &'a Corpus,
    /// The columns that the table has.
    pub(super) columns: &'a [Column],
    /// What the table was read as.
    pub(super) encoding: Encoding,
}

/// Works through the rows of one objective.
pub(super) struct Amender<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) columns: &'a [Column],
    pub(super) encoding: Encoding,
    /// What the file says; nothing for a new objective.
    pub(super) objective: Option<&'a Objective>,
    pub(super) found: &'a mut Diagnostics,
    /// What was there and will not be: in words, for whoever is to confirm it.
    pub(super) gone: Vec<String>,
    /// Every cell that will say something else.
    pub(super) changes: Vec<Change>,
    /// The cells of which it was told that a spreadsheet has lost a character.
    pub(super) told: BTreeSet<(Column, String)>,
}

/// The rows of one indicator.
pub(super) type Rows<'r> = Vec<&'r Incoming>;

impl<'a> Amender<'a> {
    /// Has worked through nothing yet.
    pub(super) fn new(
        Context { corpus, columns, encoding }: Context<'a>,
        objective: Option<&'a Objective>,
        found: &'a mut Diagnostics,
    ) -> Self {
        let told = BTreeSet::new();
        Self { corpus, columns, encoding, objective, found, gone: Vec::new(), changes: Vec::new(), told }
    }

    /// The changes that the rows of the objective make.
    pub(super) fn edits(&mut self, rows: &[&Incoming]) -> Vec<ObjectiveEdit> {
        let mut edits = Vec::new();
        for (column, key) in OF_OBJECTIVE {
            let current = self.objective.map_or(String::new(), |known| of_objective(&self.corpus.site, known, column));
            if let Some(new) = self.agreed(rows, column, &current) {
                self.note_gone(column.header(), &current, &new);
                self.note_change("", column, (&current, &new));
                edits.push(ObjectiveEdit::Objective { key, yaml: yaml(column, &new) });
            }
        }
        let mut by_name: BTreeMap<String, &Indicator> = BTreeMap::new();
        for one in self.objective.map_or(&[][..], |known| &known.indicators) {
            by_name.entry(cell::one_line(&one.name.value)).or_insert(one);
        }
        for (name, rows) in self.by_indicator(rows) {
            match by_name.get(&name) {
                Some(known) => self.known(known, &rows, &mut edits),
                None => edits.extend(self.added(&name, &rows)),
            }
        }
        edits
    }

    /// Rows by indicator, in the order of the table. Rows without one say nothing of values.
    fn by_indicator<'r>(&mut self, rows: &[&'r Incoming]) -> Vec<(String, Rows<'r>)> {
        let mut order: Vec<(String, Rows<'r>)> = Vec::new();
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for row in rows {
            let name = row.row.get(Column::Indicator);
            if name.is_empty() {
                let values = [Column::Value, Column::Day, Column::Note, Column::Part, Column::Kind, Column::Unit];
                if let Some(column) = values.into_iter().find(|column| !row.row.get(*column).is_empty()) {
                    self.refuse(row, column, (&catalogue::cell_needed(), None));
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

    fn known(&mut self, known: &Indicator, rows: &Rows<'_>, edits: &mut Vec<ObjectiveEdit>) {
        let name = &known.name.value;
        let mut direction = of_indicator(known, Column::Direction);
        for (column, key) in OF_INDICATOR {
            if let Some(new) = self.agreed(rows, column, &of_indicator(known, column)) {
                if column == Column::Direction {
                    direction.clone_from(&new);
                }
                let current = of_indicator(known, column);
                self.note_gone(&format!("{name} {}", column.header()), &current, &new);
                self.note_change(name, column, (&current, &new));
                edits.push(ObjectiveEdit::Indicator { name: name.clone(), key, yaml: yaml(column, &new) });
            }
        }
        let takes = takes(&direction);
        for (part, rows) in self.by_part(rows) {
            let points = part.points(known);
            let looks: BTreeSet<Look> = points.iter().map(|known| point::look(known)).collect();
            let (mut added, mut wholes) = (Vec::new(), BTreeSet::new());
            let mut seen = BTreeSet::new();
            let (deleting, rows): (Rows<'_>, Rows<'_>) = rows.into_iter().partition(|row| deletes_point(&row.row));
            edits.extend(self.removed(known, part, (&deleting, &mut seen)));
            for row in rows {
                let Some(index) = self.index(row, (part, &points), &mut seen) else { continue };
                let unset = Point::unset(0..0);
                let point = index.and_then(|index| points.get(index).copied()).unwrap_or(&unset);
                let Some(new) = self.point(row, point, (part, takes)) else { continue };
                let whole = flow(&new.whole);
                match index {
                    None if new.is_nothing() || looks.contains(&new.look()) || wholes.contains(&whole) => {}
                    None if part.is_list() => {
                        self.note_point_changes((name, part, None), &unset, &new);
                        added.push(whole.clone());
                        wholes.insert(whole);
                    }
                    _ if new.changed.is_empty() => {}
                    _ => {
                        self.note_point(name, (part, index), (point, &new));
                        self.note_point_changes((name, part, index), point, &new);
                        edits.push(ObjectiveEdit::Point {
                            name: name.clone(),
                            key: part.key(),
                            index: index.filter(|_| part.is_list()),
                            fields: new.changed,
                            whole,
                        });
                    }
                }
            }
            if !added.is_empty() {
                edits.push(ObjectiveEdit::AddPoints { name: name.clone(), key: part.key(), points: added });
            }
        }
    }

    /// An indicator the file does not have.
    fn added(&mut self, name: &str, rows: &Rows<'_>) -> Option<ObjectiveEdit> {
        let mut fields = vec![("name", scalar(name))];
        let mut takes = Takes::Numbers;
        self.note_change(name, Column::Indicator, ("", name));
        for (column, key) in OF_INDICATOR {
            if let Some(new) = self.agreed(rows, column, "") {
                self.note_change(name, column, ("", &new));
                if column == Column::Direction {
                    takes = self::takes(&new);
                }
                fields.push((key, yaml(column, &new)));
            }
        }
        for (part, rows) in self.by_part(rows) {
            if let Some(row) = rows.iter().find(|row| deletes_point(&row.row)) {
                self.refuse(row, Column::Value, (&catalogue::cell_not_there(), None));
            }
            let unset = Point::unset(0..0);
            let points: Vec<point::NewPoint> = rows
                .iter()
                .filter_map(|row| self.point(row, &unset, (part, takes)))
                .filter(|new| !new.is_nothing())
                .collect();
            points.iter().for_each(|new| self.note_point_changes((name, part, None), &unset, new));
            let points: Vec<String> = points.iter().map(|new| flow(&new.whole)).collect();
            match &points[..] {
                [] => {}
                [point] if !part.is_list() => fields.push((part.key(), point.clone())),
                _ if part.is_list() => fields.push((part.key(), format!("[{}]", points.join(", ")))),
                _ => self.refuse(rows[1], Column::Part, (&catalogue::cell_twice(), None)),
            }
        }
        Some(ObjectiveEdit::AddIndicator(fields))
    }

    fn by_part<'r>(&mut self, rows: &Rows<'r>) -> BTreeMap<Part, Rows<'r>> {
        let mut parts: BTreeMap<Part, Rows<'r>> = BTreeMap::new();
        for row in rows {
            let word = row.row.get(Column::Part);
            match Part::ALL.into_iter().find(|(_, known, ..)| *known == word) {
                Some((part, ..)) => parts.entry(part).or_default().push(row),
                None if word.is_empty() && row.row.get(Column::Value).is_empty() => {}
                None => {
                    let near = crate::source::nearest(word, Part::ALL.map(|(_, known, ..)| known));
                    self.refuse(row, Column::Part, (&catalogue::cell_choice(), near));
                }
            }
        }
        parts
    }

    /// Which point a row is about; `Some(None)` for a new one, `None` when there is no telling.
    pub(super) fn index(
        &mut self,
        row: &Incoming,
        (part, points): (Part, &[&Point]),
        seen: &mut BTreeSet<usize>,
    ) -> Option<Option<usize>> {
        let written = row.row.get(Column::Number);
        let index = match (part.is_list(), written) {
            (true, "") => return Some(None),
            (false, "") => 0,
            (_, number) => match number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
                Some(index) if index < points.len() => index,
                _ => {
                    self.refuse(row, Column::Number, (&catalogue::cell_no_number(), None));
                    return None;
                }
            },
        };
        if !seen.insert(index) {
            self.refuse(row, Column::Part, (&catalogue::cell_twice(), None));
            return None;
        }
        Some(Some(index))
    }

    /// What all rows say in a column, if that is not what the file says.
    fn agreed(&mut self, rows: &[&Incoming], column: Column, current: &str) -> Option<String> {
        if !self.columns.contains(&column) {
            return None;
        }
        let mut agreed: Option<String> = None;
        for row in rows {
            match self.read(row, column, (current, Takes::Words)) {
                Err((reason, near)) => self.refuse(row, column, (&reason, near.as_deref())),
                Ok(said) => match &agreed {
                    Some(before) if !is_same(before, &said) => {
                        self.refuse(row, column, (&catalogue::cell_disagrees(), None));
                    }
                    Some(_) => {}
                    None => agreed = Some(said),
                },
            }
        }
        let is_nothing = |said: &str| current.is_empty() && (said.is_empty() || said == Missing::Unset.word());
        agreed.filter(|said| said != current && !is_nothing(said))
    }

    pub(super) fn refuse(
        &mut self,
        row: &Incoming,
        column: Column,
        (reason, near): (&crate::diagnostic::Bilingual, Option<&str>),
    ) {
        let place = (row.number, column.header());
        self.found.push(catalogue::ledger_cell(place, row.row.get(column), reason, near).of_site());
    }
}

/// A value as YAML; nothing for a key that is to go.
pub(super) fn written(said: &str) -> String {
    if said.is_empty() { String::new() } else { scalar(said) }
}

fn takes(direction: &str) -> Takes {
    let is_done = Direction::ALL.iter().any(|(way, _, shown)| *way == Direction::Done && *shown == direction);
    if is_done { Takes::Words } else { Takes::Numbers }
}

/// A value as YAML: goals of the SDGs are a list.
fn yaml(column: Column, text: &str) -> String {
    if column == Column::Sdgs && !text.is_empty() { format!("[{}]", text.replace(';', ", ")) } else { written(text) }
}
