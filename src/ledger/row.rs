//! A row of the table, and what the cells of an objective say.

use super::{Column, cell};
use crate::corpus::Goal;
use crate::policy::{
    Direction, Indicator, IndicatorKind, Missing, Objective, Point, Quantity, Site, Stated, WrittenDate,
};

/// A row, cell by cell in the order of the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub(super) cells: [String; Column::COUNT],
}

/// What the value of a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Baseline,
    Interim,
    Target,
    Actual,
    Judged,
}

impl Part {
    /// All of them in the order of rows: the word in the table, the key in YAML and that of the day.
    pub(super) const ALL: [(Self, &'static str, &'static str, &'static str); 5] = [
        (Self::Baseline, "基準値", "baseline", "on"),
        (Self::Interim, "中間目標", "interim", "by"),
        (Self::Target, "目標値", "target", "by"),
        (Self::Actual, "実績", "actuals", "on"),
        (Self::Judged, "進み具合", "judged", "on"),
    ];

    /// Whether there may be several.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Self::Interim | Self::Actual)
    }

    pub(super) fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    pub(super) fn key(self) -> &'static str {
        Self::ALL[self as usize].2
    }

    pub(super) fn day_key(self) -> &'static str {
        Self::ALL[self as usize].3
    }

    /// The points of this part.
    pub(super) fn points(self, indicator: &Indicator) -> Vec<&Point> {
        match self {
            Self::Baseline => vec![&indicator.baseline],
            Self::Interim => indicator.interim.iter().collect(),
            Self::Target => vec![&indicator.target],
            Self::Actual => indicator.actuals.iter().collect(),
            Self::Judged => indicator.judged.iter().collect(),
        }
    }
}

impl Row {
    pub(super) fn empty() -> Self {
        Self { cells: std::array::from_fn(|_| String::new()) }
    }

    /// The text of a cell.
    pub(super) fn get(&self, column: Column) -> &str {
        cell::read(&self.cells[column as usize])
    }

    /// Whether a cell says that what is there is to be deleted.
    pub(super) fn deletes(&self, column: Column) -> bool {
        cell::deletes(&self.cells[column as usize])
    }

    /// What a cell says; to delete a value of its own is to unset it.
    pub(super) fn said(&self, column: Column) -> &str {
        if self.deletes(column) { Missing::Unset.word() } else { self.get(column) }
    }

    pub(super) fn set(&mut self, column: Column, text: &str) {
        self.cells[column as usize] = cell::written(text);
    }
}

/// The rows of an objective; one without values when it has no indicator.
pub(super) fn rows(site: &Site, goal: &Goal<'_>, (place, text): (&str, &str)) -> Vec<Row> {
    let mut base = Row::empty();
    base.set(Column::Document, &goal.document.id.0);
    base.set(Column::Id, goal.clause.address().id);
    base.set(Column::Place, place);
    base.set(Column::Text, text);
    for column in [Column::Owner, Column::Status, Column::Due, Column::DueLabel, Column::Sdgs, Column::Implements] {
        base.set(column, &of_objective(site, goal.objective, column));
    }
    let mut all = Vec::new();
    for indicator in &goal.objective.indicators {
        let mut own = base.clone();
        own.set(Column::Indicator, &indicator.name.value);
        for column in [Column::Kind, Column::Unit, Column::Direction] {
            own.set(column, &of_indicator(indicator, column));
        }
        for (part, ..) in Part::ALL {
            for (at, point) in part.points(indicator).into_iter().enumerate() {
                let mut row = own.clone();
                row.set(Column::Part, part.word());
                if part.is_list() {
                    row.set(Column::Number, &(at + 1).to_string());
                }
                for column in [Column::Value, Column::Day, Column::Note] {
                    row.set(column, &of_point(point, column));
                }
                all.push(row);
            }
        }
        if indicator.actuals.is_empty() {
            // A row to write the first one into.
            own.set(Column::Part, Part::Actual.word());
            all.push(own);
        }
    }
    if all.is_empty() { vec![base] } else { all }
}

/// What a column says of an objective.
pub(super) fn of_objective(site: &Site, objective: &Objective, column: Column) -> String {
    match column {
        Column::Owner => stated(&objective.owner, |id| id.value.clone()),
        Column::Status => stated(&objective.status, |code| {
            let word = site.statuses.iter().find(|word| word.code == code.value);
            word.map_or_else(|| code.value.clone(), |word| word.label.clone())
        }),
        Column::Due => stated(&objective.due.day, |day| date(&day.value)),
        Column::DueLabel => objective.due.label.clone().unwrap_or_default(),
        Column::Sdgs => objective.sdgs.iter().map(|goal| goal.value.to_string()).collect::<Vec<_>>().join(";"),
        Column::Implements => {
            objective.implements.iter().map(|one| one.clause.value.clone()).collect::<Vec<_>>().join(";")
        }
        _ => String::new(),
    }
}

/// What a column says of an indicator.
pub(super) fn of_indicator(indicator: &Indicator, column: Column) -> String {
    match column {
        Column::Kind => stated(&indicator.kind, |kind| named(kind, &IndicatorKind::ALL)),
        Column::Unit => stated(&indicator.unit, Clone::clone),
        Column::Direction => stated(&indicator.direction, |way| named(way, &Direction::ALL)),
        _ => String::new(),
    }
}

/// What a column says of a value.
pub(super) fn of_point(point: &Point, column: Column) -> String {
    match column {
        Column::Value => stated(&point.value, |value| match &value.value {
            Quantity::Number(number) => number.typed().to_owned(),
            Quantity::Words(words) => words.clone(),
        }),
        Column::Day => stated(&point.day, |day| date(&day.value)),
        Column::Note => point.note.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// ISO 8601.
fn date(day: &WrittenDate) -> String {
    day.date.to_string()
}

fn named<T: PartialEq>(value: &T, all: &[(T, &'static str, &'static str)]) -> String {
    all.iter().find(|(known, ..)| known == value).map_or("", |(_, _, shown)| shown).to_owned()
}

fn stated<T>(value: &Stated<T>, said: impl FnOnce(&T) -> String) -> String {
    match value {
        Stated::Given(value) => said(value),
        Stated::Missing(missing) => Missing::word(*missing).to_owned(),
    }
}
