//! Reads the text of a table into rows, each with its number in a spreadsheet.

use std::ops::Range;
use std::sync::Arc;

use super::Column;
use super::encoding::{about_character, is_platform_dependent};
use super::row::LedgerRow;
use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::{Invisible, suspects};
use crate::source::nearest;

/// A row of an imported table.
#[derive(Debug, Clone)]
pub(super) struct Incoming {
    /// Its number in a spreadsheet, where the header is row 1.
    pub(super) number: usize,
    pub(super) row: LedgerRow,
}

/// Some rows of a table.
pub(super) type Rows<'r> = Vec<&'r Incoming>;

/// An imported table.
pub(super) struct LedgerTable {
    pub(super) rows: Vec<Incoming>,
    pub(super) columns: Vec<Column>,
}

/// Reads a table; none if its header is wrong.
pub(super) fn table(file: &Arc<SourceFile>, found: &mut Diagnostics) -> Option<LedgerTable> {
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
        look_for_invisible(file, start(&record).unwrap_or(end)..end, &record, &columns, found);
        at += 1;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(Incoming { number: at + 1, row: row(&record, &columns, at + 1, found) });
    }
    let columns = columns.into_iter().flatten().collect();
    Some(LedgerTable { rows, columns })
}

/// Reports a header that contains names of columns only if it is split at tabs or semicolons.
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

/// The columns in the order of the table; none for a column with an empty header.
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

/// Reports invisible characters of a record that would be imported. `range` are the bytes of the record. Characters with a meaning
/// in CSV are never invisible, so the invisible ones are in the order of the cells there.
fn look_for_invisible(
    file: &Arc<SourceFile>,
    range: Range<usize>,
    record: &csv::StringRecord,
    columns: &[Option<Column>],
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

fn row(record: &csv::StringRecord, columns: &[Option<Column>], number: usize, found: &mut Diagnostics) -> LedgerRow {
    let mut row = LedgerRow::empty();
    for (at, cell) in record.iter().enumerate() {
        let Some(column) = columns.get(at).copied().flatten() else {
            if !cell.trim().is_empty() {
                found.push(catalogue::ledger_cell(number, "", cell, &catalogue::cell_beyond(), None).of_site());
            }
            continue;
        };
        // The text of a clause is not imported.
        if column != Column::Text {
            for c in cell.chars().filter(|c| is_platform_dependent(*c)) {
                found.push(about_character(catalogue::ledger_platform_character, number, column, c).of_site());
            }
        }
        // Line ends become line feeds, as in a document.
        row.cells[column as usize] = cell.replace("\r\n", "\n").replace('\r', "\n");
    }
    row
}
