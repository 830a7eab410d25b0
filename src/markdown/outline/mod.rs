//! From blocks to clauses: nests printed numbers below one another.
//!
//! Headings nest by their `#` and then by their labels. Labelled lines and list items nest by the order in which kinds of labels
//! are first met in the document (1 → (1) → ア and 第1 → 1 → (1) alike). A paragraph without a label belongs to the item above it.
//!
//! Nesting is bounded: series can be mixed in any order, and each level adds to the position of all clauses below it.

mod caption;
mod open;
mod recognition;
mod series;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use caption::{is_caption, starts_article};
use open::{OpenBlock, OpenBlocks};
use recognition::Neighbours;
use series::{LabelSeries, candidate, company, rank, series_of};

use super::line_break::{LineEnd, SourceLine, join};
use super::node::{ListItem, MarkdownNode, TableRow};
use super::numbering::{LabelCandidate, LineKind, Strength, bullet_marker, label_at, ordered_marker};
use super::{anchor, frame};
use crate::diagnostic::SourceFile;
use crate::policy::{
    Block, Clause, ClauseId, ClauseKind, Content, Frame, FrameKind, Inline, Label, LabelKind, Position, Table,
    plain_text,
};

/// The clause tree of a document's blocks.
pub(super) fn clauses(nodes: Vec<MarkdownNode>, file: &Arc<SourceFile>) -> Vec<Block> {
    clauses_below(0, nodes, file)
}

/// The clauses of blocks that stand this many levels deep.
fn clauses_below(depth: usize, nodes: Vec<MarkdownNode>, file: &Arc<SourceFile>) -> Vec<Block> {
    let mut outline = Outline::new(depth, file, &nodes);
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        if matches!(&node, MarkdownNode::Paragraph { lines } if is_caption(lines))
            && nodes.peek().is_some_and(starts_article)
        {
            outline.blocks.close_items();
        }
        outline.node(node);
    }
    outline.blocks.finish()
}

struct Outline<'a> {
    file: &'a Arc<SourceFile>,
    blocks: OpenBlocks,
    /// The series of labelled lines, in the order they were met.
    met: Vec<LabelSeries>,
    /// The series of labels of headings, in the order they were met.
    met_in_headings: Vec<LabelSeries>,
    /// The values of all labels of the document: a weak label needs company.
    company: BTreeSet<(LabelKind, u32)>,
}

impl<'a> Outline<'a> {
    fn new(depth: usize, file: &'a Arc<SourceFile>, nodes: &[MarkdownNode]) -> Self {
        Self {
            file,
            blocks: OpenBlocks::new(depth),
            met: Vec::new(),
            met_in_headings: Vec::new(),
            company: company(nodes),
        }
    }

    fn node(&mut self, node: MarkdownNode) {
        match node {
            MarkdownNode::Heading { level, text, range } => self.heading(level, text, range),
            MarkdownNode::Paragraph { lines } => self.paragraph(lines),
            MarkdownNode::List(items) => self.list(items),
            MarkdownNode::Quote(nodes) => {
                let blocks = clauses_below(self.blocks.depth_inside(), nodes, self.file);
                self.blocks.push(Block::Quote(blocks));
            }
            MarkdownNode::Preformatted { info, text, range } => {
                self.blocks.push(Block::Preformatted { info, text, range });
            }
            MarkdownNode::Table { header, rows, range } => {
                let rows = rows.into_iter().map(row).collect();
                self.blocks.push(Block::Table(Table {
                    header,
                    rows,
                    id: ClauseId::default(),
                    former: Box::default(),
                    position: Position::default(),
                    range,
                }));
            }
            MarkdownNode::Rule => {
                self.blocks.close_items();
                self.blocks.push(Block::Rule);
            }
        }
    }

    fn heading(&mut self, level: u8, mut text: Vec<Inline>, range: Range<usize>) {
        let authored_id = anchor::take(&mut text, self.file, &range);
        self.blocks.close_items();
        if let Some(kind) = frame::heading_kind(&plain_text(&text)) {
            self.annex(kind, text, range);
            return;
        }
        let label = take_label(&mut text, LineKind::Heading).map(|found| found.label);
        let series = label.as_ref().map(series_of);
        let rank = series.map(|series| rank(&mut self.met_in_headings, series));
        while let Some(OpenBlock::Section { level: open, series: above, .. }) = self.blocks.open.last() {
            let deeper_label = match (rank, *above) {
                (Some(rank), Some(above)) => self.met_in_headings.iter().position(|met| *met == above) < Some(rank),
                _ => false,
            };
            if *open < level || (*open == level && deeper_label) {
                break;
            }
            self.blocks.close_last();
        }
        self.blocks.stay_within_depth();
        let mut clause = new_clause(ClauseKind::Section { level }, label, text, range);
        clause.authored_id = authored_id;
        self.blocks.open.push(OpenBlock::Section { clause, level, series });
    }

    fn annex(&mut self, kind: FrameKind, text: Vec<Inline>, range: Range<usize>) {
        self.blocks.close_down_to(0);
        self.met.clear();
        self.met_in_headings.clear();
        self.blocks.open.push(OpenBlock::Annex(new_frame(kind, text, range)));
    }

    fn paragraph(&mut self, lines: Vec<SourceLine>) {
        if let [line] = &lines[..]
            && let Some(kind) = frame::kind_of(&plain_text(&line.text))
        {
            lines.into_iter().for_each(|line| self.frame(kind, line.text, line.range));
            return;
        }
        let mut pending: Vec<SourceLine> = Vec::new();
        let mut label: Option<Label> = None;
        for mut line in lines {
            let before = pending.last().map(|line: &SourceLine| plain_text(&line.text));
            let accepted = candidate(&line.text).and_then(|found| match &before {
                None => self.neighbours(None).first(found),
                Some(before) => self.neighbours(label.as_ref()).next(found, before),
            });
            if let Some(found) = accepted {
                if found.label.kind == LabelKind::Article && label.is_none() && is_caption(&pending) {
                    self.blocks.close_items();
                }
                self.flush(label.take(), std::mem::take(&mut pending));
                cut(&mut line.text, found.length);
                label = Some(found.label);
            }
            pending.push(line);
        }
        self.flush(label, pending);
    }

    fn frame(&mut self, kind: FrameKind, text: Vec<Inline>, range: Range<usize>) {
        match kind {
            FrameKind::Annex | FrameKind::Supplementary => self.annex(kind, text, range),
            FrameKind::Notice | FrameKind::End => {
                self.blocks.close_items();
                self.blocks.push(Block::Frame(new_frame(kind, text, range)));
            }
        }
    }

    fn neighbours<'b>(&'b self, pending: Option<&'b Label>) -> Neighbours<'b> {
        Neighbours { open: &self.blocks.open, company: &self.company, pending }
    }

    /// Adds a labelled paragraph, or a paragraph of the item above it, or of the section.
    fn flush(&mut self, label: Option<Label>, lines: Vec<SourceLine>) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let range = first.range.start..last.range.end;
        let mut text = join(lines);
        let authored_id = anchor::take(&mut text, self.file, &range);
        let kind = if label.is_some() { ClauseKind::Item } else { ClauseKind::Paragraph };
        let mut clause = new_clause(kind, label, text, range);
        clause.authored_id = authored_id;
        match clause.label.as_ref().map(series_of) {
            Some(series) => self.open_item(clause, series),
            None => self.blocks.push(Block::Clause(clause)),
        }
    }

    fn open_item(&mut self, clause: Clause, series: LabelSeries) {
        let rank = rank(&mut self.met, series);
        let same = self.blocks.open.iter().rposition(|open| open.is_item_of(series));
        if let Some(same) = same {
            self.blocks.close_down_to(same);
        } else {
            while let Some(OpenBlock::Item { series: above, .. }) = self.blocks.open.last() {
                // A bullet ends no numbered item that it has never stood above.
                if series.0 == LabelKind::Bullet || self.met.iter().position(|met| met == above) < Some(rank) {
                    break;
                }
                self.blocks.close_last();
            }
        }
        self.blocks.stay_within_depth();
        self.blocks.open.push(OpenBlock::Item { clause, series });
    }

    fn list(&mut self, items: Vec<ListItem>) {
        let outer = self.blocks.open.len();
        let mut keeps_open = false;
        for item in items {
            keeps_open = self.list_item(item);
        }
        if !keeps_open {
            self.blocks.close_down_to(outer);
        }
    }

    /// Opens an item with its blocks. Tells if its number was printed, so that the blocks behind the list may belong to it.
    fn list_item(&mut self, item: ListItem) -> bool {
        let ListItem { marker, nodes, range } = item;
        let mut nodes = nodes.into_iter().peekable();
        let is_bullet = marker.starts_with(['-', '*', '+']);
        if is_bullet && matches!(nodes.peek(), Some(MarkdownNode::List(_))) {
            // `- 1. text`: two markers, one item.
            nodes.for_each(|node| self.node(node));
            return true;
        }
        let (mut own, rest) = match nodes.next_if(|node| matches!(node, MarkdownNode::Paragraph { .. })) {
            Some(MarkdownNode::Paragraph { lines }) => split_own_lines(lines),
            _ => (Vec::new(), Vec::new()),
        };
        let rest = (!rest.is_empty()).then_some(MarkdownNode::Paragraph { lines: rest });
        let label = if is_bullet { Some(self.bullet_label(&mut own)) } else { ordered_marker(&marker) };
        let Some(label) = label else {
            self.flush(None, with_marker(&marker, own, &range));
            rest.into_iter().chain(nodes).for_each(|node| self.node(node));
            return false;
        };
        let end = own.last().map_or(range.start, |line| line.range.end);
        let own_range = range.start..end.max(range.start);
        let mut text = join(own);
        let authored_id = anchor::take(&mut text, self.file, &own_range);
        let is_printed = !label.printed.is_empty();
        let series = series_of(&label);
        let mut clause = new_clause(ClauseKind::Item, Some(label), text, own_range);
        clause.authored_id = authored_id;
        clause.children =
            clauses_below(self.blocks.depth_inside() + 1, rest.into_iter().chain(nodes).collect(), self.file);
        self.open_item(clause, series);
        is_printed
    }

    /// The label of a Markdown bullet. One printed behind it (`- ・`, `- (1)`) is taken off.
    fn bullet_label(&self, own: &mut [SourceLine]) -> Label {
        let found =
            own.first().and_then(|line| candidate(&line.text)).and_then(|found| self.neighbours(None).first(found));
        match (found, own.first_mut()) {
            (Some(found), Some(line)) => {
                cut(&mut line.text, found.length);
                found.label
            }
            _ => bullet_marker(),
        }
    }
}

/// The lines of a sentence that Markdown took for a list item because it starts with a year: 「1986. …」.
fn with_marker(marker: &str, mut lines: Vec<SourceLine>, range: &Range<usize>) -> Vec<SourceLine> {
    if lines.is_empty() {
        lines.push(SourceLine { text: Vec::new(), range: range.clone(), end: LineEnd::Soft });
    }
    lines[0].text.insert(0, Inline::Text(format!("{marker} ").into()));
    lines
}

fn new_clause(kind: ClauseKind, label: Option<Label>, text: Vec<Inline>, range: Range<usize>) -> Clause {
    Clause {
        kind,
        label,
        content: Content::Text(text),
        children: Vec::new(),
        authored_id: None,
        id: ClauseId::default(),
        former: Box::default(),
        position: Position::default(),
        objective: None,
        range,
    }
}

fn new_frame(kind: FrameKind, text: Vec<Inline>, range: Range<usize>) -> Frame {
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

fn row(row: TableRow) -> Clause {
    let mut clause = new_clause(ClauseKind::Row, None, Vec::new(), row.range);
    clause.content = Content::Cells(row.cells);
    clause
}

fn take_label(text: &mut Vec<Inline>, line_kind: LineKind) -> Option<LabelCandidate> {
    let Some(Inline::Text(first)) = text.first() else { return None };
    let found = label_at(first, line_kind)?;
    cut(text, found.length);
    Some(found)
}

/// Takes bytes off the front of the first run of text.
fn cut(text: &mut Vec<Inline>, length: usize) {
    if let Some(Inline::Text(first)) = text.first_mut() {
        let kept: Box<str> = first[length..].into();
        if kept.is_empty() {
            text.remove(0);
        } else {
            *first = kept;
        }
    }
}

/// The lines of an item's first paragraph that are its own text, and those from the first further label on.
fn split_own_lines(mut lines: Vec<SourceLine>) -> (Vec<SourceLine>, Vec<SourceLine>) {
    let ends = |line: &SourceLine| plain_text(&line.text).trim_end().ends_with(['。', '：', ':']);
    let next = (1..lines.len()).find(|&at| {
        ends(&lines[at - 1]) && candidate(&lines[at].text).is_some_and(|found| found.strength == Strength::Strong)
    });
    let rest = next.map_or_else(Vec::new, |at| lines.split_off(at));
    (lines, rest)
}
