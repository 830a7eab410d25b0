//! A pipe table while it is read.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::Alignment;

use super::merged_cells::{CellMerger, TypedCell};
use super::node::{MarkdownNode, TableRow};
use super::syntax;
use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};
use crate::policy::{CellShape, ColumnAlignment, Inline, TableLayout};

/// The parts of a pipe table that have been read.
pub(super) struct PipeTable {
    header: Vec<Vec<Inline>>,
    rows: Vec<TableRow>,
    cells: Vec<Vec<Inline>>,
    typed: Vec<TypedCell>,
    columns: usize,
    layout: TableLayout,
    merger: CellMerger,
    start: usize,
}

impl PipeTable {
    pub(super) fn new(alignments: &[Alignment], start: usize) -> Self {
        let alignment = |alignment: &Alignment| match alignment {
            Alignment::None => ColumnAlignment::Unset,
            Alignment::Left => ColumnAlignment::Start,
            Alignment::Center => ColumnAlignment::Center,
            Alignment::Right => ColumnAlignment::End,
        };
        Self {
            header: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            typed: Vec::new(),
            columns: 0,
            layout: TableLayout { alignments: alignments.iter().map(alignment).collect(), ..TableLayout::default() },
            merger: CellMerger::default(),
            start,
        }
    }

    /// Adds a cell, with its source.
    pub(super) fn cell(&mut self, text: Vec<Inline>, source: &str) {
        self.cells.push(text);
        self.typed.push(TypedCell::of(source));
    }

    pub(super) fn end_header(&mut self, file: &Arc<SourceFile>, range: &Range<usize>, found: &mut Diagnostics) {
        self.columns = self.cells.len();
        let mut merger = CellMerger::default();
        self.header = self.own_cells(&mut merger, file, range, found);
        self.layout.header = without_plain(merger.rows);
    }

    pub(super) fn end_row(&mut self, file: &Arc<SourceFile>, range: Range<usize>, found: &mut Diagnostics) {
        syntax::uneven_cells(file, &range, self.columns, found);
        let mut merger = std::mem::take(&mut self.merger);
        let cells = self.own_cells(&mut merger, file, &range, found);
        self.merger = merger;
        self.rows.push(TableRow { cells, range });
    }

    /// Takes the cells of a row without those that continue others.
    fn own_cells(
        &mut self,
        merger: &mut CellMerger,
        file: &Arc<SourceFile>,
        range: &Range<usize>,
        found: &mut Diagnostics,
    ) -> Vec<Vec<Inline>> {
        let merged = merger.row(&std::mem::take(&mut self.typed));
        if let Some(column) = merged.failed.first() {
            let line = syntax::first_line(file, range);
            found.push(catalogue::merged_nothing(column + 1).at(Span::new(file, line)));
        }
        let cells = std::mem::take(&mut self.cells);
        cells.into_iter().zip(merged.own).filter(|(_, is_own)| *is_own).map(|(cell, _)| cell).collect()
    }

    /// The table, which ends at a byte of the file.
    pub(super) fn finish(mut self, end: usize) -> MarkdownNode {
        self.layout.rows = without_plain(self.merger.rows);
        MarkdownNode::Table { header: self.header, rows: self.rows, layout: self.layout, range: self.start..end }
    }
}

/// Shapes of rows; none if no cell is merged.
fn without_plain(rows: Vec<Vec<CellShape>>) -> Vec<Vec<CellShape>> {
    let plain = CellShape::default();
    if rows.iter().flatten().all(|shape| *shape == plain) { Vec::new() } else { rows }
}
