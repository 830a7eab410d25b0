//! Markdown lists.

use std::ops::Range;

use super::new_block::new_clause;
use super::open::OpenBlock;
use super::segment::is_heading_line;
use super::series::{candidate, cut, series_of};
use super::{Outline, clauses_below};
use crate::markdown::anchor;
use crate::markdown::line_break::{LineEnd, SourceLine, join};
use crate::markdown::node::{ListItem, MarkdownNode};
use crate::markdown::numbering::{Strength, bullet_marker, ordered_marker};
use crate::policy::{ClauseKind, Inline, Label, LabelKind, plain_text};

impl Outline<'_> {
    pub(super) fn list(&mut self, items: Vec<ListItem>) {
        let outer = self.blocks.open.len();
        let mut keeps_open = false;
        for item in items {
            keeps_open = self.list_item(item);
        }
        if !keeps_open {
            self.blocks.close_down_to(outer);
        } else if matches!(self.blocks.open.last(), Some(OpenBlock::Item { series, .. }) if series.0 != LabelKind::Bullet)
        {
            // A paragraph without a label and without an indent ends a list of numbers.
            self.before_list = Some(outer);
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

/// Tells if the first line of an item is its heading.
fn is_heading_of_item(lines: &[SourceLine]) -> bool {
    let Some((first, below)) = lines.split_first() else { return false };
    let printed = candidate(&first.text).map_or(0, |found| found.length);
    is_heading_line(first, printed, below)
}

/// The lines of an item's first paragraph that are its own text, and those from the first further label on.
fn split_own_lines(mut lines: Vec<SourceLine>) -> (Vec<SourceLine>, Vec<SourceLine>) {
    let ends = |line: &SourceLine| plain_text(&line.text).trim_end().ends_with(['。', '：', ':']);
    let next = (1..lines.len()).find(|&at| {
        ends(&lines[at - 1]) && candidate(&lines[at].text).is_some_and(|found| found.strength == Strength::Strong)
    });
    let next = if is_heading_of_item(&lines) { Some(1) } else { next };
    let rest = next.map_or_else(Vec::new, |at| lines.split_off(at));
    (lines, rest)
}
