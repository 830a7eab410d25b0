//! The layout of a table: how columns are aligned, which cells are merged, which name their row.

/// The layout of a table. Empty lists mean cells of one column and one row each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableLayout {
    /// The alignment of each column.
    pub alignments: Vec<ColumnAlignment>,
    /// The cells of each row of the header, in order. The texts of all these rows stand in one list in `Table::header`.
    pub header: Vec<Vec<CellShape>>,
    /// The cells of each row, as many as the row has texts.
    pub rows: Vec<Vec<CellShape>>,
    /// The paragraph right above the table is its caption, whatever it says.
    pub is_captioned: bool,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnAlignment {
    /// As the page has it.
    #[default]
    Unset,
    /// To the start of the line.
    Start,
    /// In the middle.
    Center,
    /// To the end of the line: numbers.
    End,
}

/// The shape of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellShape {
    /// The number of columns it covers, from 1.
    pub columns: usize,
    /// The number of rows it covers, from 1.
    pub rows: usize,
    /// Tells if it names its row or column.
    pub role: CellRole,
}

/// The role of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellRole {
    /// A value.
    #[default]
    Value,
    /// The name of the row or column.
    Name,
}

impl Default for CellShape {
    fn default() -> Self {
        Self { columns: 1, rows: 1, role: CellRole::Value }
    }
}

/// A cell at its place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedCell {
    /// The row, from 0.
    pub row: usize,
    /// The number of the cell among the texts of its row, from 0.
    pub index: usize,
    /// The first column it covers, from 0.
    pub column: usize,
    /// Its shape.
    pub shape: CellShape,
}

impl TableLayout {
    /// The cells of rows at their places; `counts` is the number of texts of each row, `shapes` what is known of them. Cells go to
    /// the first columns that no cell from above covers (HTML standard, "forming a table").
    #[must_use]
    pub fn place(shapes: &[Vec<CellShape>], counts: impl Iterator<Item = usize>) -> Vec<Vec<PlacedCell>> {
        // For each column, the number of rows for which a cell from above still covers it.
        let mut covered: Vec<usize> = Vec::new();
        let mut placed = Vec::new();
        for (row, count) in counts.enumerate() {
            let mut cells = Vec::with_capacity(count);
            let mut column = 0;
            let mut next = covered.clone();
            next.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            for index in 0..count {
                let shape = shapes.get(row).and_then(|row| row.get(index)).copied().unwrap_or_default();
                while covered.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let end = column + shape.columns;
                if next.len() < end {
                    next.resize(end, 0);
                }
                next[column..end].iter_mut().for_each(|rows| *rows = shape.rows - 1);
                cells.push(PlacedCell { row, index, column, shape });
                column = end;
            }
            covered = next;
            placed.push(cells);
        }
        placed
    }

    /// Tells if a cell covers more than one column or row.
    #[must_use]
    pub fn has_merged(&self) -> bool {
        self.header.len() > 1
            || self.header.iter().chain(&self.rows).flatten().any(|shape| shape.columns > 1 || shape.rows > 1)
    }
}

/// For each row, all cells that cover it, those that began in a row above included, from the left.
#[must_use]
pub fn covering(placed: &[Vec<PlacedCell>]) -> Vec<Vec<PlacedCell>> {
    let mut open: Vec<PlacedCell> = Vec::new();
    let mut rows = Vec::with_capacity(placed.len());
    for (row, own) in placed.iter().enumerate() {
        open.retain(|cell| cell.row + cell.shape.rows > row);
        open.extend(own);
        let mut all = open.clone();
        all.sort_by_key(|cell| cell.column);
        rows.push(all);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(columns: usize, rows: usize) -> CellShape {
        CellShape { columns, rows, ..CellShape::default() }
    }

    /// The cells of each row as `row.index@column`.
    fn shown(rows: &[Vec<PlacedCell>]) -> Vec<String> {
        let cell = |cell: &PlacedCell| format!("{}.{}@{}", cell.row, cell.index, cell.column);
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn cells_go_to_the_columns_that_are_free() {
        let shapes = [vec![shape(1, 2), shape(2, 1)], vec![shape(1, 1), shape(1, 1)], vec![]];
        let placed = TableLayout::place(&shapes, [2, 2, 3].into_iter());
        assert_eq!(shown(&placed), ["0.0@0 0.1@1", "1.0@1 1.1@2", "2.0@0 2.1@1 2.2@2"]);
        assert_eq!(shown(&covering(&placed)), ["0.0@0 0.1@1", "0.0@0 1.0@1 1.1@2", "2.0@0 2.1@1 2.2@2"]);
    }
}
