//! The table that HTML makes.

use std::ops::Range;

use super::cell::CellText;
use super::scan::{Attributes, HtmlPiece, HtmlScanner, HtmlToken, TagName};
use super::{HtmlCell, HtmlFault, HtmlFaultKind, HtmlTable, MAX_COLUMNS};
use crate::markdown::node::TableRow;
use crate::policy::{CellRole, CellShape, PlacedCell, TableLayout, covering};

/// The numbers of footnotes by name, for the names that have a note.
pub(in crate::markdown) type NoteNumbers<'a> = dyn FnMut(&str) -> Option<u32> + 'a;

/// Reads the table in `html`, which starts at byte `start` of the file.
pub(in crate::markdown) fn read(html: &str, start: usize, notes: &mut NoteNumbers<'_>) -> Result<HtmlTable, HtmlFault> {
    let mut builder = TableBuilder::default();
    let mut scanner = HtmlScanner::new(html);
    let in_file = |range: Range<usize>| range.start + start..range.end + start;
    while let Some(piece) = scanner.next_token() {
        let HtmlPiece { token, range } =
            piece.map_err(|HtmlFault { kind, range }| HtmlFault { kind, range: in_file(range) })?;
        let range = in_file(range);
        if !builder.token(&token, &range, notes) {
            return Err(HtmlFault { kind: HtmlFaultKind::Misplaced, range });
        }
    }
    builder.finish(start..start + html.len())
}

/// The part of a table that rows belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum RowGroup {
    #[default]
    Unstated,
    Head,
    Body,
}

#[derive(Debug)]
struct HtmlRow {
    group: RowGroup,
    cells: Vec<HtmlCell>,
    shapes: Vec<CellShape>,
    range: Range<usize>,
}

impl HtmlRow {
    fn names_only(&self) -> bool {
        !self.shapes.is_empty() && self.shapes.iter().all(|shape| shape.role == CellRole::Name)
    }
}

/// How far the table has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    Before,
    Inside,
    Behind,
}

#[derive(Debug, Default)]
struct TableBuilder {
    stage: Stage,
    group: RowGroup,
    caption: Option<HtmlCell>,
    in_caption: bool,
    /// A cell has ended inside ruby.
    is_broken: bool,
    rows: Vec<HtmlRow>,
    /// The row, the cell or caption, and the shape of the cell that are open.
    row: Option<HtmlRow>,
    cell: Option<CellText>,
    shape: CellShape,
}

impl TableBuilder {
    /// Takes a token. Tells if it may stand here.
    fn token(&mut self, token: &HtmlToken<'_>, range: &Range<usize>, notes: &mut NoteNumbers<'_>) -> bool {
        match token {
            HtmlToken::Text(text) => match &mut self.cell {
                Some(cell) => {
                    cell.text(text, range, notes);
                    true
                }
                None => text.trim().is_empty(),
            },
            HtmlToken::Open(name, attributes) => self.open(*name, *attributes, range),
            HtmlToken::Close(name) => self.close(*name, range),
        }
    }

    fn open(&mut self, name: TagName, attributes: Attributes, range: &Range<usize>) -> bool {
        if name == TagName::Table {
            return std::mem::replace(&mut self.stage, Stage::Inside) == Stage::Before;
        }
        if self.stage != Stage::Inside {
            return false;
        }
        match name {
            TagName::Table => false,
            TagName::Caption => {
                let is_first = self.rows.is_empty() && self.row.is_none() && self.caption.is_none();
                self.cell = Some(CellText::new(range.end));
                self.in_caption = true;
                is_first
            }
            TagName::Head | TagName::Body => {
                self.end_row(range.start);
                self.group = if name == TagName::Head { RowGroup::Head } else { RowGroup::Body };
                // A header stands above all rows.
                !self.in_caption && (name == TagName::Body || self.rows.is_empty())
            }
            TagName::Row => {
                self.end_row(range.start);
                let (cells, shapes) = (Vec::new(), Vec::new());
                self.row = Some(HtmlRow { group: self.group, cells, shapes, range: range.clone() });
                !self.in_caption
            }
            TagName::HeaderCell | TagName::Cell => {
                self.end_cell(range.start);
                let role = if name == TagName::HeaderCell { CellRole::Name } else { CellRole::Value };
                let (columns, rows) = (attributes.columns.unwrap_or(1), attributes.rows.unwrap_or(1));
                self.shape = CellShape { columns, rows, role };
                self.cell = Some(CellText::new(range.end));
                self.row.is_some() && !self.in_caption
            }
            _ => self.cell.as_mut().is_some_and(|cell| cell.open(name, range)),
        }
    }

    fn close(&mut self, name: TagName, range: &Range<usize>) -> bool {
        match name {
            TagName::Table => {
                self.end_row(range.start);
                std::mem::replace(&mut self.stage, Stage::Behind) == Stage::Inside && !self.in_caption
            }
            TagName::Caption => {
                let text = self.cell.take().and_then(|cell| cell.finish(range.start));
                self.caption = text;
                std::mem::take(&mut self.in_caption) && self.caption.is_some()
            }
            TagName::Head | TagName::Body => {
                self.end_row(range.start);
                let open = std::mem::replace(&mut self.group, RowGroup::Unstated);
                open == if name == TagName::Head { RowGroup::Head } else { RowGroup::Body }
            }
            TagName::Row => {
                let is_open = self.row.is_some();
                self.end_row(range.end);
                is_open
            }
            TagName::HeaderCell | TagName::Cell => {
                let is_open = self.cell.is_some() && !self.in_caption;
                self.end_cell(range.start);
                is_open
            }
            _ => self.cell.as_mut().is_some_and(|cell| cell.close(name)),
        }
    }

    /// The end tags of cells and rows may be left out (HTML standard, 13.1.2.4).
    fn end_cell(&mut self, end: usize) {
        if self.in_caption {
            return;
        }
        if let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) {
            self.is_broken |= cell.is_in_ruby();
            let empty = HtmlCell { text: Vec::new(), range: end..end };
            row.cells.push(cell.finish(end).unwrap_or(empty));
            row.shapes.push(self.shape);
        }
    }

    fn end_row(&mut self, end: usize) {
        self.end_cell(end);
        if let Some(mut row) = self.row.take() {
            row.range.end = end.max(row.range.start);
            self.rows.push(row);
        }
    }

    fn finish(mut self, whole: Range<usize>) -> Result<HtmlTable, HtmlFault> {
        if self.is_broken {
            return Err(HtmlFault { kind: HtmlFaultKind::Misplaced, range: whole });
        }
        if self.stage != Stage::Behind || self.in_caption {
            return Err(HtmlFault { kind: HtmlFaultKind::Unclosed, range: whole });
        }
        if self.rows.is_empty() {
            return Err(HtmlFault { kind: HtmlFaultKind::EmptyRow, range: whole });
        }
        let has_head = self.rows[0].group == RowGroup::Head;
        let is_header = |row: &HtmlRow| if has_head { row.group == RowGroup::Head } else { row.names_only() };
        let header = self.rows.iter().take_while(|row| is_header(row)).count();
        let body = self.rows.split_off(header);
        let header = self.rows;
        let header_columns = columns(&header)?;
        let body_columns = columns(&body)?;
        if let (Some(above), Some(below), Some(row)) = (header_columns, body_columns, body.first())
            && above != below
        {
            return Err(HtmlFault { kind: HtmlFaultKind::Uneven, range: row.range.clone() });
        }
        Ok(table(self.caption, header, body))
    }
}

fn table(caption: Option<HtmlCell>, header: Vec<HtmlRow>, body: Vec<HtmlRow>) -> HtmlTable {
    let shapes = |rows: &[HtmlRow], plain: CellRole| -> Vec<Vec<CellShape>> {
        let plain = CellShape { role: plain, ..CellShape::default() };
        let is_plain = rows.iter().flat_map(|row| &row.shapes).all(|shape| *shape == plain);
        if is_plain { Vec::new() } else { rows.iter().map(|row| row.shapes.clone()).collect() }
    };
    let mut layout = TableLayout { is_captioned: caption.is_some(), ..TableLayout::default() };
    layout.rows = shapes(&body, CellRole::Value);
    layout.header = shapes(&header, CellRole::Name);
    if layout.header.is_empty() && header.len() > 1 {
        layout.header = header.iter().map(|row| row.shapes.clone()).collect();
    }
    let texts = |row: HtmlRow| row.cells.into_iter().map(|cell| cell.text);
    let row = |row: HtmlRow| TableRow { range: row.range.clone(), cells: texts(row).collect() };
    HtmlTable {
        caption,
        header: header.into_iter().flat_map(texts).collect(),
        rows: body.into_iter().map(row).collect(),
        layout,
    }
}

/// The number of columns of rows, which must be the same for all of them; nothing without rows.
fn columns(rows: &[HtmlRow]) -> Result<Option<usize>, HtmlFault> {
    let fault = |row: usize, kind| HtmlFault { kind, range: rows[row].range.clone() };
    for (at, row) in rows.iter().enumerate() {
        if row.cells.is_empty() {
            return Err(fault(at, HtmlFaultKind::EmptyRow));
        }
        let is_long = row.shapes.iter().map(|shape| shape.columns).sum::<usize>() > MAX_COLUMNS;
        if is_long || row.shapes.iter().any(|shape| at + shape.rows > rows.len()) {
            return Err(fault(at, HtmlFaultKind::Uneven));
        }
    }
    let shapes: Vec<Vec<CellShape>> = rows.iter().map(|row| row.shapes.clone()).collect();
    let placed = TableLayout::place(&shapes, rows.iter().map(|row| row.cells.len()));
    let mut columns = None;
    for (at, cells) in covering(&placed).iter().enumerate() {
        let width = width(cells).filter(|width| columns.is_none_or(|columns| columns == *width));
        columns = Some(width.ok_or_else(|| fault(at, HtmlFaultKind::Uneven))?);
    }
    Ok(columns)
}

/// The columns of a row, if its cells stand side by side without a gap.
fn width(cells: &[PlacedCell]) -> Option<usize> {
    cells.iter().try_fold(0, |end, cell| (cell.column == end).then_some(end + cell.shape.columns))
}
