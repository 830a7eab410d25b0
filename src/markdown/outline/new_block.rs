//! Blocks as they are before anything is known of their addresses.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::markdown::node::TableRow;
use crate::policy::{
    Clause, ClauseId, ClauseKind, Content, Frame, FrameKind, Inline, Label, Position, SpannedCell, TableLayout,
    covering, plain_text,
};

pub(super) fn new_clause(kind: ClauseKind, label: Option<Label>, text: Vec<Inline>, range: Range<usize>) -> Clause {
    Clause {
        kind,
        label,
        content: Content::Text(text),
        caption: None,
        spanned: Box::default(),
        children: Vec::new(),
        authored_id: None,
        id: ClauseId::default(),
        former: Box::default(),
        position: Position::default(),
        objective: None,
        range,
    }
}

pub(super) fn new_frame(kind: FrameKind, text: Vec<Inline>, range: Range<usize>) -> Frame {
    Frame {
        kind,
        text,
        blocks: Vec::new(),
        id: ClauseId::default(),
        former: Box::default(),
        position: Position::default(),
        range,
    }
}

/// The rows of a table, each with the cells of rows above that cover it.
pub(super) fn rows_of_table(rows: Vec<TableRow>, layout: &TableLayout) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = rows.into_iter().map(row).collect();
    if layout.rows.iter().flatten().any(|shape| shape.rows > 1) {
        note_spanned(&mut clauses, layout);
    }
    clauses
}

fn row(row: TableRow) -> Clause {
    let mut clause = new_clause(ClauseKind::Row, None, Vec::new(), row.range);
    clause.content = Content::Cells(row.cells);
    clause
}

/// A longer text is no name of a group of rows, and would stand in the data of each of them. In characters.
const LONGEST_SPANNED: usize = 200;

fn note_spanned(clauses: &mut [Clause], layout: &TableLayout) {
    let placed = TableLayout::place(&layout.rows, clauses.iter().map(|clause| clause.texts().len()));
    let mut texts: BTreeMap<(usize, usize), Option<Arc<[Inline]>>> = BTreeMap::new();
    for cell in placed.iter().flatten().filter(|cell| cell.shape.rows > 1) {
        let text = clauses[cell.row].texts().get(cell.index);
        let text = text.filter(|text| plain_text(text).chars().count() <= LONGEST_SPANNED);
        texts.insert((cell.row, cell.index), text.map(|text| Arc::from(text.as_slice())));
    }
    for ((at, clause), cells) in clauses.iter_mut().enumerate().zip(covering(&placed)) {
        let mut own_before = 0;
        let mut spanned = Vec::new();
        for cell in cells {
            if cell.row == at {
                own_before += 1;
            } else if let Some(Some(text)) = texts.get(&(cell.row, cell.index)) {
                spanned.push(SpannedCell { own_before, text: Arc::clone(text) });
            }
        }
        clause.spanned = spanned.into();
    }
}
