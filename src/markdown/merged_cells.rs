//! Merged cells of a pipe table: `^^` continues the cell above, `<<` the cell to the left.
//!
//! Markdown has no notation for them (GFM 4.10). An empty cell (`||`) stays an empty cell.

use std::ops::Range;

use crate::policy::CellShape;

/// A cell of a pipe table as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TypedCell {
    /// A cell of its own.
    Own,
    /// `^^`.
    Above,
    /// `<<`.
    Left,
}

impl TypedCell {
    /// Reads the source of a cell, without the `|` beside it.
    pub(super) fn of(source: &str) -> Self {
        match source.trim_matches(['|', ' ', '\t', '\u{3000}']) {
            "^^" => Self::Above,
            "<<" => Self::Left,
            _ => Self::Own,
        }
    }
}

/// The shapes of the cells of a table that are its own, row by row.
#[derive(Debug, Default)]
pub(super) struct CellMerger {
    pub(super) rows: Vec<Vec<CellShape>>,
    /// For each column, the cell that covers it in the row above: its row, its index in the row, its columns.
    above: Vec<Covering>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Covering {
    row: usize,
    index: usize,
    columns: Range<usize>,
}

impl CellMerger {
    /// Adds a row. Returns for each cell whether it is the row's own; the second list has the columns whose marks merge nothing: there
    /// is no cell to continue, or the cells together would be no rectangle. Those cells stay as typed.
    pub(super) fn row(&mut self, typed: &[TypedCell]) -> MergedRow {
        let mut typed = typed.to_vec();
        let mut failed = Vec::new();
        self.check_above(&mut typed, &mut failed);
        let row = self.rows.len();
        let mut shapes: Vec<CellShape> = Vec::new();
        let mut covering: Vec<Covering> = Vec::with_capacity(typed.len());
        while covering.len() < typed.len() {
            let column = covering.len();
            if typed[column] == TypedCell::Above {
                let cell = self.above[column].clone();
                if cell.columns.start == column {
                    self.rows[cell.row][cell.index].rows += 1;
                }
                covering.push(cell);
                continue;
            }
            if typed[column] == TypedCell::Left {
                typed[column] = TypedCell::Own;
                failed.push(column);
            }
            let width = 1 + typed[column + 1..].iter().take_while(|cell| **cell == TypedCell::Left).count();
            let cell = Covering { row, index: shapes.len(), columns: column..column + width };
            covering.extend(std::iter::repeat_n(cell, width));
            shapes.push(CellShape { columns: width, ..CellShape::default() });
        }
        self.rows.push(shapes);
        self.above = covering;
        failed.sort_unstable();
        MergedRow { own: typed.iter().map(|cell| *cell == TypedCell::Own).collect(), failed }
    }

    /// Makes the marks that would continue a cell of the row above cells of their own, unless they continue the whole of it; and
    /// reads `<<` behind `^^` as `^^`.
    fn check_above(&self, typed: &mut [TypedCell], failed: &mut Vec<usize>) {
        let mut column = 0;
        while column < typed.len() {
            let from = column;
            column += 1;
            if typed[from] != TypedCell::Above {
                continue;
            }
            let whole = self.above.get(from).map(|cell| cell.columns.clone()).filter(|columns| columns.start == from);
            let whole = whole.filter(|columns| columns.end <= typed.len());
            let is_whole = whole.as_ref().is_some_and(|columns| {
                typed[columns.start + 1..columns.end].iter().all(|cell| *cell != TypedCell::Own)
            });
            let end = whole.filter(|_| is_whole).map_or(from, |columns| columns.end);
            if end == from {
                typed[from] = TypedCell::Own;
                failed.push(from);
            } else {
                typed[from..end].fill(TypedCell::Above);
                column = end;
            }
        }
        // A row of nothing but marks would have no text and no address.
        if !typed.is_empty() && typed.iter().all(|cell| *cell == TypedCell::Above) {
            failed.extend(0..typed.len());
            typed.fill(TypedCell::Own);
        }
    }
}

/// What became of the cells of a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MergedRow {
    /// For each cell, whether it is the row's own.
    pub(super) own: Vec<bool>,
    /// The columns of marks that merge nothing.
    pub(super) failed: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The own cells of each row as `columns×rows`, and the marks that failed, `!column`.
    fn merged(rows: &[&str]) -> Vec<String> {
        let mut merger = CellMerger::default();
        let failed: Vec<Vec<usize>> =
            rows.iter().map(|row| merger.row(&row.split('|').map(TypedCell::of).collect::<Vec<_>>()).failed).collect();
        let shape = |shape: &CellShape| format!("{}×{}", shape.columns, shape.rows);
        let row = |(shapes, failed): (&Vec<CellShape>, &Vec<usize>)| {
            let failed = failed.iter().map(|column| format!("!{column}"));
            shapes.iter().map(shape).chain(failed).collect::<Vec<_>>().join(" ")
        };
        merger.rows.iter().zip(&failed).map(row).collect()
    }

    #[test]
    fn marks_merge_whole_cells_only() {
        for (rows, expected) in [
            (&["甲|乙", "^^|丙", "^^|丁"][..], &["1×3 1×1", "1×1", "1×1"][..]),
            (&["甲|<<|乙", "丙|<<|<<"], &["2×1 1×1", "3×1"]),
            (&["甲|<<|乙", "^^|<<|丙"], &["2×2 1×1", "1×1"]),
            (&["甲|<<|乙", "^^|^^|丙"], &["2×2 1×1", "1×1"]),
            (&["甲|<<|乙", "^^|丙|丁"], &["2×1 1×1", "1×1 1×1 1×1 !0"]),
            (&["甲|<<|乙", "丙|^^|丁"], &["2×1 1×1", "1×1 1×1 1×1 !1"]),
            (&["^^|乙"], &["1×1 1×1 !0"]),
            (&["<<|乙"], &["1×1 1×1 !0"]),
            (&["甲|乙", "^^|<<"], &["1×2 1×1", "1×1 !1"]),
            (&["甲|乙", "^^|^^"], &["1×1 1×1", "1×1 1×1 !0 !1"]),
            (&["甲||乙"], &["1×1 1×1 1×1"]),
        ] {
            assert_eq!(merged(rows), expected, "{rows:?}");
        }
    }
}
