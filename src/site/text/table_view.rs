//! A table with its cells at their places, and the ids of its headers.

use std::collections::BTreeSet;

use super::table::RowCells;
use super::writer::TextPage;
use crate::policy::{CellRole, Content, Fragment, PlacedCell, Table, TableLayout, covering, plain_text};

/// A table with its cells at their places.
pub(crate) struct TableView<'a> {
    pub(super) table: &'a Table,
    pub(super) header: Vec<Vec<PlacedCell>>,
    pub(super) rows: Vec<Vec<PlacedCell>>,
    /// For each row all cells that cover it.
    pub(super) covering: Vec<Vec<PlacedCell>>,
    names: RowNames,
    is_merged: bool,
}

/// The cells that name their row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowNames {
    /// Those of the first column.
    FirstColumn,
    /// Those that the author marked as headers.
    Marked,
    None,
}

impl<'a> TableView<'a> {
    /// Looks at every row: it is made once for a table.
    pub(crate) fn of(table: &'a Table) -> Self {
        #[cfg(test)]
        super::table::tests::LOOKED_AT.with(|count| count.set(count.get() + table.rows.len()));
        let layout = &table.layout;
        let header = match &layout.header[..] {
            [] => TableLayout::place(&[], std::iter::once(table.header.len())),
            rows => TableLayout::place(rows, rows.iter().map(Vec::len)),
        };
        let rows = TableLayout::place(&layout.rows, table.rows.iter().map(|row| row.texts().len()));
        let covering = covering(&rows);
        let names = names(table, &rows, &covering);
        Self { table, header, rows, covering, names, is_merged: layout.has_merged() }
    }

    /// Tells if a cell is the name of its row.
    pub(super) fn is_name(&self, cell: &PlacedCell) -> bool {
        match self.names {
            RowNames::FirstColumn => cell.column == 0,
            RowNames::Marked => cell.shape.role == CellRole::Name && !text(self.table, cell).trim().is_empty(),
            RowNames::None => false,
        }
    }
}

/// The first column names the rows where every cell there is a name of its own, and each row has more than the name.
fn names(table: &Table, rows: &[Vec<PlacedCell>], covering: &[Vec<PlacedCell>]) -> RowNames {
    if rows.iter().flatten().any(|cell| cell.shape.role == CellRole::Name) {
        return RowNames::Marked;
    }
    let mut seen = BTreeSet::new();
    let mut first = rows.iter().flatten().filter(|cell| cell.column == 0);
    let are_names = first.all(|cell| {
        let name = text(table, cell);
        cell.shape.columns == 1 && !name.trim().is_empty() && seen.insert(name)
    });
    let is_named = are_names && covering.iter().all(|row| row.len() > 1) && !table.header.is_empty();
    if is_named { RowNames::FirstColumn } else { RowNames::None }
}

fn text(table: &Table, cell: &PlacedCell) -> String {
    match table.rows.get(cell.row).map(|row| &row.content) {
        Some(Content::Cells(cells)) => cells.get(cell.index).map(|cell| plain_text(cell)).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The ids of the headers of a table with merged cells; none for other tables.
pub(super) struct HeaderIds {
    table: Option<Fragment>,
    /// For each column, the numbers of the header cells above it that have text.
    columns: Vec<Vec<usize>>,
}

impl HeaderIds {
    pub(super) fn of(view: &TableView<'_>, table: &Fragment, page: TextPage) -> Self {
        let mut columns: Vec<Vec<usize>> = Vec::new();
        if !view.is_merged || table.is_empty() || page != TextPage::Document {
            return Self { table: None, columns };
        }
        for (number, cell) in view.header.iter().flatten().enumerate() {
            let end = cell.column + cell.shape.columns;
            columns.resize_with(columns.len().max(end), Vec::new);
            if view.table.header.get(number).is_some_and(|text| !plain_text(text).trim().is_empty()) {
                columns[cell.column..end].iter_mut().for_each(|above| above.push(number));
            }
        }
        Self { table: Some(table.clone()), columns }
    }

    pub(super) fn of_header(&self, number: usize) -> Option<String> {
        self.table.as_ref().map(|table| header_id(table, number))
    }

    pub(super) fn of_name(table: &Fragment, cell: &PlacedCell) -> String {
        format!("{table}-r{}c{}", cell.row + 1, cell.column + 1)
    }

    /// The cells of a row of the table, with the headers of each.
    pub(super) fn of_row<'a>(&'a self, row: usize, view: &'a TableView<'_>) -> RowCells<'a> {
        let cells = &view.rows[row][..];
        let Some(table) = &self.table else {
            return RowCells { cells, headers: Vec::new(), table: None, is_alone: false };
        };
        let names: Vec<String> = view.covering[row]
            .iter()
            .filter(|cell| view.is_name(cell))
            .map(|cell| Self::of_name(table, cell))
            .collect();
        let headers = |cell: &PlacedCell| {
            let above: BTreeSet<usize> = (cell.column..cell.column + cell.shape.columns)
                .filter_map(|column| self.columns.get(column))
                .flatten()
                .copied()
                .collect();
            let above = above.into_iter().map(|number| header_id(table, number));
            let names = names.iter().filter(|_| !view.is_name(cell)).cloned();
            above.chain(names).collect::<Vec<_>>().join(" ")
        };
        RowCells { cells, headers: cells.iter().map(headers).collect(), table: Some(table), is_alone: false }
    }
}

fn header_id(table: &Fragment, number: usize) -> String {
    format!("{table}-h{}", number + 1)
}
