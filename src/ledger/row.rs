//! A row of the table, and the cells of an objective.

use super::{Column, cell};
use crate::corpus::PlacedObjective;
use crate::policy::{
    Direction, Indicator, IndicatorKind, Missing, Objective, Point, Quantity, Site, Stated, WrittenDate,
};

/// A row with one cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    pub(super) cells: [String; Column::COUNT],
}

/// The kind of value in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PointKind {
    Baseline,
    Interim,
    Target,
    Actual,
    Judged,
}

impl PointKind {
    /// All kinds in the order of rows, each with its word in the table, its YAML key and the YAML key of its day.
    pub(super) const ALL: [(Self, &'static str, &'static str, &'static str); 5] = [
        (Self::Baseline, "基準値", "baseline", "on"),
        (Self::Interim, "中間目標", "interim", "by"),
        (Self::Target, "目標値", "target", "by"),
        (Self::Actual, "実績", "actuals", "on"),
        (Self::Judged, "進み具合", "judged", "on"),
    ];

    /// Whether an indicator may have several.
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

    /// The values of this kind.
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

impl LedgerRow {
    pub(super) fn empty() -> Self {
        Self { cells: std::array::from_fn(|_| String::new()) }
    }

    /// The text of a cell.
    pub(super) fn get(&self, column: Column) -> &str {
        cell::read(&self.cells[column as usize])
    }

    /// Whether a cell says that the content is to be deleted.
    pub(super) fn deletes(&self, column: Column) -> bool {
        cell::deletes(&self.cells[column as usize])
    }

    /// The content of a cell. A deleted content is an unset one.
    pub(super) fn said(&self, column: Column) -> &str {
        if self.deletes(column) { Missing::Unset.word() } else { self.get(column) }
    }

    /// Whether the row says that its value is to be deleted with its day and remark.
    pub(super) fn deletes_point(&self) -> bool {
        self.deletes(Column::Value)
            && !self.get(Column::Indicator).is_empty()
            && !self.get(Column::PointKind).is_empty()
    }

    pub(super) fn set(&mut self, column: Column, text: &str) {
        self.cells[column as usize] = cell::written(text);
    }
}

/// The rows of an objective. `place` is the cited position of its clause and `text` its text. Without indicators there is one row
/// without values.
pub(super) fn rows(site: &Site, goal: &PlacedObjective<'_>, place: &str, text: &str) -> Vec<LedgerRow> {
    let mut base = LedgerRow::empty();
    base.set(Column::Document, &goal.document.id.0);
    base.set(Column::Id, goal.clause.address().id.as_str());
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
        for (part, ..) in PointKind::ALL {
            for (at, point) in part.points(indicator).into_iter().enumerate() {
                let mut row = own.clone();
                row.set(Column::PointKind, part.word());
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
            // An empty row for the first actual value.
            own.set(Column::PointKind, PointKind::Actual.word());
            all.push(own);
        }
    }
    if all.is_empty() { vec![base] } else { all }
}

/// The cell of an objective.
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

/// The cell of an indicator.
pub(super) fn of_indicator(indicator: &Indicator, column: Column) -> String {
    match column {
        Column::Kind => stated(&indicator.kind, |kind| named(kind, &IndicatorKind::ALL)),
        Column::Unit => stated(&indicator.unit, Clone::clone),
        Column::Direction => stated(&indicator.direction, |way| named(way, &Direction::ALL)),
        _ => String::new(),
    }
}

/// The cell of a value.
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

/// The day in ISO 8601.
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
