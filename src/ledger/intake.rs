//! The text of a table into rows, each with its number as a spreadsheet counts.

use std::ops::Range;
use std::sync::Arc;

use super::Column;
use super::encoding::{is_platform_dependent, named};
use super::row::Row;
use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::{Invisible, suspects};
use crate::source::nearest;

/// A row as it came.
#[derive(Debug, Clone)]
pub(super) struct Incoming {
    /// As a spreadsheet counts: the header is row 1.
    pub(super) number: usize,
    pub(super) row: Row,
}

/// A table: its rows and the columns it has.
pub(super) struct Table {
    pub(super) rows: Vec<Incoming>,
    pub(super) columns: Vec<Column>,
}

/// Reads a table. `None` when its header cannot be understood.
pub(super) fn table(file: &Arc<SourceFile>, found: &mut Diagnostics) -> Option<Table> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.text.as_bytes());
    let mut records = reader.records().map_while(Result::ok).peekable();
    let first = records.next().unwrap_or_default();
    if let Some(finding) = other_separator(&first) {
        found.push(finding.of_site());
        return None;
    }
    let columns = header(&first, found)?;
    let mut rows = Vec::new();
    let mut at = 0;
    while let Some(record) = records.next() {
        let start = |record: &csv::StringRecord| record.position().and_then(|at| usize::try_from(at.byte()).ok());
        let end = records.peek().and_then(start).unwrap_or(file.text.len());
        look_for_invisible(file, start(&record).unwrap_or(end)..end, (&record, &columns), found);
        at += 1;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(Incoming { number: at + 1, row: row(&record, &columns, at + 1, found) });
    }
    let columns = columns.into_iter().flatten().collect();
    Some(Table { rows, columns })
}

/// Tells a header that has the name of a column only when it is cut at something else than commas.
fn other_separator(record: &csv::StringRecord) -> Option<Finding> {
    let has_column = |name: &str| Column::named(name.trim().trim_matches('"')).is_some();
    if record.iter().any(has_column) {
        return None;
    }
    let line = record.get(0)?;
    let separators = [('\t', catalogue::separator_tab()), (';', catalogue::separator_semicolon())];
    let (separator, name) = separators.into_iter().find(|(separator, _)| line.split(*separator).any(has_column))?;
    Some(catalogue::ledger_separator(line.split(separator).next().unwrap_or_default(), &name))
}

/// The columns in the order of the table. Headers without a name are columns without one.
fn header(record: &csv::StringRecord, found: &mut Diagnostics) -> Option<Vec<Option<Column>>> {
    let mut columns = Vec::new();
    let before = found.len();
    for name in record {
        let column = Column::named(name);
        let is_second = column.is_some() && columns.contains(&column);
        if is_second || (column.is_none() && !name.trim().is_empty()) {
            let near = nearest(name.trim(), Column::all().map(Column::header)).filter(|_| !is_second);
            found.push(catalogue::ledger_header(name, near).of_site());
        }
        columns.push(column);
    }
    let has = |column| columns.contains(&Some(column));
    if !has(Column::Document) {
        found.push(catalogue::ledger_header(Column::Document.header(), None).of_site());
    }
    if !has(Column::Id) && !has(Column::Place) {
        found.push(catalogue::ledger_header(Column::Place.header(), None).of_site());
    }
    (found.len() == before).then_some(columns)
}

/// Tells the characters of a record that cannot be seen and would be taken over. `range` are its bytes: what is special to CSV is no
/// such character, so that they stand there in the order of the cells.
fn look_for_invisible(
    file: &Arc<SourceFile>,
    range: Range<usize>,
    (record, columns): (&csv::StringRecord, &[Option<Column>]),
    found: &mut Diagnostics,
) {
    let raw = file.text.get(range.clone()).unwrap_or_default();
    let mut typed = suspects(raw).into_iter().filter(|(_, c)| *c != '\r');
    for (at, cell) in record.iter().enumerate() {
        let is_taken = columns.get(at).copied().flatten().is_some_and(|column| column != Column::Text);
        for (within, c) in suspects(cell).into_iter().filter(|(_, c)| *c != '\r') {
            let place = typed.next().map_or(range.end, |(place, _)| range.start + place);
            if let Some(one) = Invisible::at(cell, within, c).filter(|_| is_taken) {
                found.push(one.finding().at(Span::new(file, place..(place + c.len_utf8()).min(file.text.len()))));
            }
        }
    }
}

fn row(record: &csv::StringRecord, columns: &[Option<Column>], number: usize, found: &mut Diagnostics) -> Row {
    let mut row = Row::empty();
    for (at, cell) in record.iter().enumerate() {
        let Some(column) = columns.get(at).copied().flatten() else {
            if !cell.trim().is_empty() {
                let place = (number, "");
                found.push(catalogue::ledger_cell(place, cell, &catalogue::cell_beyond(), None).of_site());
            }
            continue;
        };
        // The text of a clause is not what the table is to change.
        if column != Column::Text {
            for c in cell.chars().filter(|c| is_platform_dependent(*c)) {
                found.push(named(catalogue::ledger_platform_character, (number, column), c).of_site());
            }
        }
        // As in a file, a line ends with a line feed.
        row.cells[column as usize] = cell.replace("\r\n", "\n").replace('\r', "\n");
    }
    row
}
