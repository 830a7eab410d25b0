//! The columns. Their names and order are part of the format: tables of last year have to fit this year's.

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The id of the document.
    Document,
    /// The permanent id of the clause.
    Id,
    /// What its place is called: 5(1).
    Place,
    /// The text of the clause: to be read, not changed.
    Text,
    /// The unit in charge, by id.
    Owner,
    /// The status, by label.
    Status,
    /// The day it is due.
    Due,
    /// When it is due in words.
    DueLabel,
    /// Goals of the SDGs, with `;` between them.
    Sdgs,
    /// Clauses above, with `;` between them: to be read; new objectives take them over.
    Implements,
    /// The name of the indicator.
    Indicator,
    /// Output or outcome.
    Kind,
    /// The unit of its values.
    Unit,
    /// Which way is better.
    Direction,
    /// What the value of this row is: baseline, interim target, target, actual, judged progress.
    Part,
    /// Which of several, from 1; empty for a new one.
    Number,
    /// The value.
    Value,
    /// On or by which day.
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
    (Column::Part, "区分"),
    (Column::Number, "番号"),
    (Column::Value, "値"),
    (Column::Day, "時点"),
    (Column::Note, "備考"),
];

impl Column {
    /// How many there are.
    pub const COUNT: usize = COLUMNS.len();

    /// All of them, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.into_iter().map(|(column, _)| column)
    }

    /// Its header.
    #[must_use]
    pub fn header(self) -> &'static str {
        COLUMNS[self as usize].1
    }

    /// The one with this header.
    #[must_use]
    pub fn named(header: &str) -> Option<Self> {
        COLUMNS.into_iter().find(|(_, name)| *name == header.trim()).map(|(column, _)| column)
    }
}
