//! Blocks as they are before anything is known of their addresses.

use std::ops::Range;

use crate::markdown::node::TableRow;
use crate::policy::{Clause, ClauseId, ClauseKind, Content, Frame, FrameKind, Inline, Label, Position};

pub(super) fn new_clause(kind: ClauseKind, label: Option<Label>, text: Vec<Inline>, range: Range<usize>) -> Clause {
    Clause {
        kind,
        label,
        content: Content::Text(text),
        caption: None,
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

pub(super) fn row(row: TableRow) -> Clause {
    let mut clause = new_clause(ClauseKind::Row, None, Vec::new(), row.range);
    clause.content = Content::Cells(row.cells);
    clause
}
