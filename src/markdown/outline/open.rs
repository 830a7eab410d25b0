//! The blocks that may still receive others, from the outermost to the innermost.

use super::series::{LabelSeries, follows};
use crate::markdown::containers::MAX_DEPTH;
use crate::policy::{Block, Clause, Frame, Label, LabelKind};

/// A block that may still receive others.
pub(super) enum OpenBlock {
    Annex(Frame),
    Section { clause: Clause, level: u8, series: Option<LabelSeries> },
    Item { clause: Clause, series: LabelSeries },
}

impl OpenBlock {
    /// The kind of its label.
    pub(super) fn kind(&self) -> Option<LabelKind> {
        match self {
            Self::Annex(_) => None,
            Self::Section { series, .. } => series.map(|series| series.0),
            Self::Item { series, .. } => Some(series.0),
        }
    }

    /// Tells if it is a section whose number the label directly follows.
    pub(super) fn is_before(&self, next: &Label) -> bool {
        let Self::Section { clause, .. } = self else { return false };
        clause.label.as_ref().is_some_and(|label| label.kind == next.kind && follows(&label.value, &next.value))
    }

    pub(super) fn is_item_of(&self, wanted: LabelSeries) -> bool {
        matches!(self, Self::Item { series, .. } if *series == wanted)
    }
}

/// The open blocks of an outline, and the blocks that are complete.
pub(super) struct OpenBlocks {
    /// The number of clauses around all of this.
    depth: usize,
    complete: Vec<Block>,
    pub(super) open: Vec<OpenBlock>,
}

impl OpenBlocks {
    pub(super) fn new(depth: usize) -> Self {
        Self { depth, complete: Vec::new(), open: Vec::new() }
    }

    /// The depth of a block put into the innermost open one.
    pub(super) fn depth_inside(&self) -> usize {
        self.depth + self.open.len()
    }

    /// Closes blocks until another may be opened: one nested deeper than [`MAX_DEPTH`] is put beside the innermost.
    pub(super) fn stay_within_depth(&mut self) {
        while self.depth_inside() >= MAX_DEPTH && !self.open.is_empty() {
            self.close_last();
        }
    }

    /// Puts a block into the innermost open one.
    pub(super) fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(OpenBlock::Annex(frame)) => frame.blocks.push(block),
            Some(OpenBlock::Section { clause, .. } | OpenBlock::Item { clause, .. }) => clause.children.push(block),
            None => self.complete.push(block),
        }
    }

    pub(super) fn close_items(&mut self) {
        while matches!(self.open.last(), Some(OpenBlock::Item { .. })) {
            self.close_last();
        }
    }

    /// Closes blocks until so many are open.
    pub(super) fn close_down_to(&mut self, kept: usize) {
        while self.open.len() > kept {
            self.close_last();
        }
    }

    pub(super) fn close_last(&mut self) {
        match self.open.pop() {
            Some(OpenBlock::Annex(frame)) => self.push(Block::Frame(frame)),
            Some(OpenBlock::Section { mut clause, .. } | OpenBlock::Item { mut clause, .. }) => {
                clause.children.shrink_to_fit();
                self.push(Block::Clause(clause));
            }
            None => {}
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close_down_to(0);
        self.complete
    }
}

/// The value of the innermost item of a series.
pub(super) fn value_in(open: &[OpenBlock], wanted: LabelSeries) -> Option<&[u32]> {
    open.iter().rev().find_map(|open| match open {
        OpenBlock::Item { clause, series } if *series == wanted => clause.label.as_ref().map(|label| &*label.value),
        _ => None,
    })
}
