//! From blocks to clauses: which printed number belongs under which.
//!
//! Two things nest: headings, by their `#` and then by their labels; and labelled lines and list items, by the order in
//! which kinds of labels are first met in the document (1 → (1) → ア and 第1 → 1 → (1) alike). A paragraph without a label
//! belongs to the item above it.
//!
//! Nesting is bounded: series can be mixed in any order, and each level adds to the position of all clauses below it.

mod caption;
mod series;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use caption::{is_caption, starts_article};
use series::{Series, candidate, company, plain_kind, rank, series_of};

use super::block::MAX_DEPTH;
use super::line_break::{Line, LineEnd, join};
use super::node::{ListItem, Node, Row};
use super::numbering::{LabelCandidate, LineKind, Strength, as_iroha, bullet_marker, label_at, ordered_marker};
use super::{anchor, frame};
use crate::diagnostic::SourceFile;
use crate::policy::{
    Block, Clause, ClauseKind, Content, Frame, FrameKind, Inline, Label, LabelKind, Table, plain_text,
};

/// The clause tree of a document's blocks.
pub(super) fn clauses(nodes: Vec<Node>, file: &Arc<SourceFile>) -> Vec<Block> {
    clauses_below(0, nodes, file)
}

/// The clauses of blocks that stand this many levels deep.
fn clauses_below(depth: usize, nodes: Vec<Node>, file: &Arc<SourceFile>) -> Vec<Block> {
    let mut outline = Outline::new(depth, file, &nodes);
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        if matches!(&node, Node::Paragraph { lines } if is_caption(lines)) && nodes.peek().is_some_and(starts_article) {
            outline.close_items();
        }
        outline.node(node);
    }
    outline.finish()
}

/// Something that may still receive blocks.
enum Open {
    Annex(Frame),
    Section { clause: Clause, level: u8, series: Option<Series> },
    Item { clause: Clause, series: Series },
}

impl Open {
    fn is_item_of(&self, wanted: Series) -> bool {
        matches!(self, Self::Item { series, .. } if *series == wanted)
    }
}

/// The value of the innermost item of a series.
fn value_in(open: &[Open], wanted: Series) -> Option<u32> {
    open.iter().rev().find_map(|open| match open {
        Open::Item { clause, series } if *series == wanted => clause.label.as_ref()?.value.first().copied(),
        _ => None,
    })
}

struct Outline<'a> {
    /// How many clauses all of this stands in.
    depth: usize,
    file: &'a Arc<SourceFile>,
    out: Vec<Block>,
    open: Vec<Open>,
    /// Series of labelled lines in the order they were met; of headings, likewise.
    met: Vec<Series>,
    met_in_headings: Vec<Series>,
    /// Weak labels of the document, to tell which have company.
    company: BTreeSet<(LabelKind, u32)>,
}

impl<'a> Outline<'a> {
    fn new(depth: usize, file: &'a Arc<SourceFile>, nodes: &[Node]) -> Self {
        Self {
            depth,
            file,
            out: Vec::new(),
            open: Vec::new(),
            met: Vec::new(),
            met_in_headings: Vec::new(),
            company: company(nodes),
        }
    }

    fn node(&mut self, node: Node) {
        match node {
            Node::Heading { level, text, range } => self.heading(level, text, range),
            Node::Paragraph { lines } => self.paragraph(lines),
            Node::List(items) => self.list(items),
            Node::Quote(nodes) => {
                let blocks = clauses_below(self.depth_inside(), nodes, self.file);
                self.push(Block::Quote(blocks));
            }
            Node::Preformatted { info, text, range } => self.push(Block::Preformatted { info, text, range }),
            Node::Table { header, rows, range } => {
                let rows = rows.into_iter().map(row).collect();
                self.push(Block::Table(Table {
                    header,
                    rows,
                    id: "".into(),
                    former: Box::default(),
                    position: "".into(),
                    range,
                }));
            }
            Node::Rule => {
                self.close_items();
                self.push(Block::Rule);
            }
        }
    }

    fn heading(&mut self, level: u8, mut text: Vec<Inline>, range: Range<usize>) {
        let authored_id = anchor::take(&mut text, self.file, &range);
        self.close_items();
        if let Some(kind) = frame::heading_kind(&plain_text(&text)) {
            self.annex(kind, text, range);
            return;
        }
        let label = take_label(&mut text, LineKind::Heading).map(|found| found.label);
        let series = label.as_ref().map(series_of);
        let rank = series.map(|series| rank(&mut self.met_in_headings, series));
        while let Some(Open::Section { level: open, series: above, .. }) = self.open.last() {
            let deeper_label = match (rank, *above) {
                (Some(rank), Some(above)) => self.met_in_headings.iter().position(|met| *met == above) < Some(rank),
                _ => false,
            };
            if *open < level || (*open == level && deeper_label) {
                break;
            }
            self.close_last();
        }
        self.stay_within_depth();
        let mut clause = new_clause(ClauseKind::Section { level }, label, text, range);
        clause.authored_id = authored_id;
        self.open.push(Open::Section { clause, level, series });
    }

    fn annex(&mut self, kind: FrameKind, text: Vec<Inline>, range: Range<usize>) {
        while !self.open.is_empty() {
            self.close_last();
        }
        self.met.clear();
        self.met_in_headings.clear();
        self.open.push(Open::Annex(Frame {
            kind,
            text,
            blocks: Vec::new(),
            id: "".into(),
            former: Box::default(),
            position: "".into(),
            range,
        }));
    }

    fn paragraph(&mut self, lines: Vec<Line>) {
        if let [line] = &lines[..]
            && let Some(kind) = frame::kind_of(&plain_text(&line.text))
        {
            lines.into_iter().for_each(|line| self.frame(kind, line.text, line.range));
            return;
        }
        let mut pending: Vec<Line> = Vec::new();
        let mut label: Option<Label> = None;
        for mut line in lines {
            let before = pending.last().map(|line: &Line| plain_text(&line.text));
            let accepted = candidate(&line.text).and_then(|found| match &before {
                None => self.accept_first(found),
                Some(before) => self.accept_next(found, before, label.as_ref()),
            });
            if let Some(found) = accepted {
                if found.label.kind == LabelKind::Article && label.is_none() && is_caption(&pending) {
                    self.close_items();
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
                self.close_items();
                self.push(Block::Frame(Frame {
                    kind,
                    text,
                    blocks: Vec::new(),
                    id: "".into(),
                    former: Box::default(),
                    position: "".into(),
                    range,
                }));
            }
        }
    }

    /// A label at the start of a paragraph: a strong one is one; a weak one needs a neighbour that counts on.
    fn accept_first(&self, found: LabelCandidate) -> Option<LabelCandidate> {
        let found = self.in_its_series(found, None);
        let is_label = found.strength == Strength::Strong || self.has_company(&found.label);
        (is_label || self.is_second_of_article(&found.label)).then_some(found)
    }

    /// The first paragraph of an article has no number, so that its 2 may be the only number there is.
    fn is_second_of_article(&self, label: &Label) -> bool {
        let number = series_of(label);
        let in_article =
            || self.open.iter().any(|open| matches!(open, Open::Item { series, .. } if series.0 == LabelKind::Article));
        number.0 == LabelKind::Number && *label.value == [2] && self.last_value(number).is_none() && in_article()
    }

    /// A label at the start of a further line: the line may just have been wrapped there.
    fn accept_next(&self, found: LabelCandidate, before: &str, pending: Option<&Label>) -> Option<LabelCandidate> {
        let found = self.in_its_series(found, pending);
        let ended = before.trim_end().ends_with(['。', '．', '：', ':', '」', '）', ')', '.']);
        let accepted = match found.label.kind {
            LabelKind::Bullet => ended || pending.is_some_and(|label| label.kind == LabelKind::Bullet),
            _ => {
                let previous = self.value_before(series_of(&found.label), pending);
                let value = found.label.value.first().copied();
                let counts_on = previous.is_some_and(|previous| value == Some(previous + 1));
                let first_of_some = previous.is_none() && found.stands_apart && self.has_company(&found.label);
                let starts = value == Some(1) && (ended || first_of_some);
                let skips = found.strength == Strength::Strong
                    && (ended || found.stands_apart)
                    && previous.is_some_and(|previous| value > Some(previous));
                (counts_on || starts || skips) && (found.strength == Strength::Strong || self.has_company(&found.label))
            }
        };
        accepted.then_some(found)
    }

    /// イ is the second of アイウ or the first of イロハ: whichever goes on from what stands before.
    fn in_its_series(&self, found: LabelCandidate, pending: Option<&Label>) -> LabelCandidate {
        let Some(iroha) = as_iroha(&found.label) else { return found };
        let before = |label: &Label| self.value_before(series_of(label), pending);
        let goes_on = |label: &Label| before(label).is_some_and(|last| label.value.first() == Some(&(last + 1)));
        let starts_iroha = iroha.value == [1] && before(&found.label).is_none();
        if !goes_on(&found.label) && (goes_on(&iroha) || starts_iroha) {
            LabelCandidate { label: iroha, ..found }
        } else {
            found
        }
    }

    fn has_company(&self, label: &Label) -> bool {
        let Some(&value) = label.value.first() else { return true };
        let kind = plain_kind(label.kind);
        let mut neighbours = [value + 1, value.saturating_sub(1)].into_iter();
        label.value.len() > 1 || neighbours.any(|value| value > 0 && self.company.contains(&(kind, value)))
    }

    /// The value a label of this series goes on from: that of the line before, which is not an item yet, or of an item
    /// that this line leaves open.
    fn value_before(&self, series: Series, pending: Option<&Label>) -> Option<u32> {
        let Some(pending) = pending else { return self.last_value(series) };
        let above = series_of(pending);
        if above == series {
            return pending.value.first().copied();
        }
        let kept = self.open.iter().rposition(|open| open.is_item_of(above)).unwrap_or(self.open.len());
        value_in(&self.open[..kept], series)
    }

    /// The value of the open item of this series.
    fn last_value(&self, wanted: Series) -> Option<u32> {
        value_in(&self.open, wanted)
    }

    /// A labelled paragraph, or a paragraph of the item above it, or of the section.
    fn flush(&mut self, label: Option<Label>, lines: Vec<Line>) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let range = first.range.start..last.range.end;
        let mut text = join(lines);
        let authored_id = anchor::take(&mut text, self.file, &range);
        let kind = if label.is_some() { ClauseKind::Item } else { ClauseKind::Paragraph };
        let mut clause = new_clause(kind, label, text, range);
        clause.authored_id = authored_id;
        match clause.label.as_ref().map(series_of) {
            Some(series) => self.open_item(clause, series),
            None => self.push(Block::Clause(clause)),
        }
    }

    fn open_item(&mut self, clause: Clause, series: Series) {
        let rank = rank(&mut self.met, series);
        let same = self.open.iter().rposition(|open| open.is_item_of(series));
        if let Some(same) = same {
            while self.open.len() > same {
                self.close_last();
            }
        } else {
            while let Some(Open::Item { series: above, .. }) = self.open.last() {
                // A bullet never ends a numbered item it has not been above of.
                if series.0 == LabelKind::Bullet || self.met.iter().position(|met| met == above) < Some(rank) {
                    break;
                }
                self.close_last();
            }
        }
        self.stay_within_depth();
        self.open.push(Open::Item { clause, series });
    }

    /// How deep stands what is put into the innermost open clause.
    fn depth_inside(&self) -> usize {
        self.depth + self.open.len()
    }

    /// What would be nested deeper than [`MAX_DEPTH`] is put beside the innermost open clause instead.
    fn stay_within_depth(&mut self) {
        while self.depth_inside() >= MAX_DEPTH && !self.open.is_empty() {
            self.close_last();
        }
    }

    fn list(&mut self, items: Vec<ListItem>) {
        let outer = self.open.len();
        let mut keeps_open = false;
        for item in items {
            keeps_open = self.list_item(item);
        }
        if !keeps_open {
            while self.open.len() > outer {
                self.close_last();
            }
        }
    }

    /// Opens an item with its blocks; tells whether its number was printed, so that what follows may belong to it.
    fn list_item(&mut self, item: ListItem) -> bool {
        let ListItem { marker, nodes, range } = item;
        let mut nodes = nodes.into_iter().peekable();
        let is_bullet = marker.starts_with(['-', '*', '+']);
        if is_bullet && matches!(nodes.peek(), Some(Node::List(_))) {
            // `- 1. text`: two markers, one item.
            nodes.for_each(|node| self.node(node));
            return true;
        }
        let (mut own, rest) = match nodes.next_if(|node| matches!(node, Node::Paragraph { .. })) {
            Some(Node::Paragraph { lines }) => split_own_lines(lines),
            _ => (Vec::new(), Vec::new()),
        };
        let rest = (!rest.is_empty()).then_some(Node::Paragraph { lines: rest });
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
        clause.children = clauses_below(self.depth_inside() + 1, rest.into_iter().chain(nodes).collect(), self.file);
        self.open_item(clause, series);
        is_printed
    }

    /// The label of a Markdown bullet: the one printed after it (`- ・`, `- (1)`), which is then taken off, or none.
    fn bullet_label(&self, own: &mut [Line]) -> Label {
        let found = own.first().and_then(|line| candidate(&line.text)).and_then(|found| self.accept_first(found));
        match (found, own.first_mut()) {
            (Some(found), Some(line)) => {
                cut(&mut line.text, found.length);
                found.label
            }
            _ => bullet_marker(),
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Annex(frame)) => frame.blocks.push(block),
            Some(Open::Section { clause, .. } | Open::Item { clause, .. }) => clause.children.push(block),
            None => self.out.push(block),
        }
    }

    fn close_items(&mut self) {
        while matches!(self.open.last(), Some(Open::Item { .. })) {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        match self.open.pop() {
            Some(Open::Annex(frame)) => self.push(Block::Frame(frame)),
            Some(Open::Section { mut clause, .. } | Open::Item { mut clause, .. }) => {
                clause.children.shrink_to_fit();
                self.push(Block::Clause(clause));
            }
            None => {}
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close_last();
        }
        self.out
    }
}

/// The lines of a sentence that Markdown took for a list item because it starts with a year: 「1986. …」.
fn with_marker(marker: &str, mut lines: Vec<Line>, range: &Range<usize>) -> Vec<Line> {
    if lines.is_empty() {
        lines.push(Line { text: Vec::new(), range: range.clone(), end: LineEnd::Soft });
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
        id: "".into(),
        former: Box::default(),
        position: "".into(),
        objective: None,
        range,
    }
}

fn row(row: Row) -> Clause {
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
fn split_own_lines(mut lines: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
    let ends = |line: &Line| plain_text(&line.text).trim_end().ends_with(['。', '：', ':']);
    let next = (1..lines.len()).find(|&at| {
        ends(&lines[at - 1]) && candidate(&lines[at].text).is_some_and(|found| found.strength == Strength::Strong)
    });
    let rest = next.map_or_else(Vec::new, |at| lines.split_off(at));
    (lines, rest)
}
