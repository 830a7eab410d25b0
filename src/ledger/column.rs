//! The columns of the table. Their names and order are part of the format, so that tables of last year can still be imported.

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The id of the document.
    Document,
    /// The permanent id of the clause.
    Id,
    /// The position of the clause as it is cited: 5(1).
    Place,
    /// The text of the clause; not imported.
    Text,
    /// The department in charge, by id.
    Owner,
    /// The status, by label.
    Status,
    /// The day it is due.
    Due,
    /// When it is due in words.
    DueLabel,
    /// Goals of the SDGs, with `;` between them.
    Sdgs,
    /// The clauses above, with `;` between them; imported for new objectives only.
    Implements,
    /// The name of the indicator.
    Indicator,
    /// Output or outcome.
    Kind,
    /// The unit of measure.
    Unit,
    /// The direction of improvement.
    Direction,
    /// The kind of value in this row: baseline, interim target, target, actual, judged progress.
    PointKind,
    /// The number of the value, from 1; empty for a new one.
    Number,
    /// The value.
    Value,
    /// The day of the value, or the day by which it is due.
    Day,
    /// A remark.
    Note,
}

/// All columns in their order, with their headers.
const COLUMNS: [(Column, &str); 19] = [
    (Column::Document, "文書"),
    (Column::Id, "id"),
    (Column::Place, "項目"),
    (Column::Text, "目標"),
    (Column::Owner, "担当"),
    (Column::Status, "達成状況"),
    (Column::Due, "期限"),
    (Column::DueLabel, "期限の表記"),
    (Column::Sdgs, "SDGs"),
    (Column::Implements, "上位の項目"),
    (Column::Indicator, "指標"),
    (Column::Kind, "指標の種類"),
    (Column::Unit, "単位"),
    (Column::Direction, "目指す方向"),
    (Column::PointKind, "区分"),
    (Column::Number, "番号"),
    (Column::Value, "値"),
    (Column::Day, "時点"),
    (Column::Note, "備考"),
];

impl Column {
    /// The number of columns.
    pub const COUNT: usize = COLUMNS.len();

    /// All columns in order.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.into_iter().map(|(column, _)| column)
    }

    /// Its header.
    #[must_use]
    pub fn header(self) -> &'static str {
        COLUMNS[self as usize].1
    }

    /// The column with this header.
    #[must_use]
    pub fn named(header: &str) -> Option<Self> {
        COLUMNS.into_iter().find(|(_, name)| *name == header.trim()).map(|(column, _)| column)
    }
}
