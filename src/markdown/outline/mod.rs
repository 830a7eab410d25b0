//! From blocks to clauses: nests printed numbers below one another.
//!
//! Headings nest by their `#` and then by their labels. What the law ranks (`legal_rank`) nests by law. Other labelled lines and list items
//! nest by the order in which kinds of labels are first met in the document (1 → (1) → ア and 第1 → 1 → (1) alike), in an article by the
//! order in which they are opened. A paragraph without a label belongs to the item above it.
//!
//! Nesting is bounded: series can be mixed in any order, and each level adds to the position of all clauses below it.

mod caption;
mod legal_rank;
mod list;
mod new_block;
mod open;
mod recognition;
mod segment;
mod series;

use std::ops::Range;
use std::sync::Arc;

use legal_rank::{in_provision, kept_above};
use new_block::{new_clause, new_frame, rows_of_table};
use open::{OpenBlock, OpenBlocks};
use recognition::{Neighbours, fixed_rank};
use series::{Company, LabelSeries, candidate, candidate_in, cut, rank, series_of};

use super::line_break::{SourceLine, join};
use super::node::MarkdownNode;
use super::numbering::{LabelCandidate, LineKind, Strength};
use super::{anchor, frame};
use crate::diagnostic::{Located, SourceFile};
use crate::policy::{
    Block, Clause, ClauseId, ClauseKind, CounterWord, FrameKind, Inline, Label, LabelKind, Position, Table, plain_text,
};

/// The clause tree of a document's blocks.
pub(super) fn clauses(nodes: Vec<MarkdownNode>, file: &Arc<SourceFile>) -> Vec<Block> {
    clauses_below(0, nodes, file)
}

/// The clauses of blocks that stand this many levels deep.
fn clauses_below(depth: usize, nodes: Vec<MarkdownNode>, file: &Arc<SourceFile>) -> Vec<Block> {
    let nodes = segment::divided(nodes);
    let mut outline = Outline::new(depth, file, &nodes);
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        match caption::caption(&node, nodes.peek(), &outline.blocks.open) {
            Some(caption) => outline.caption = Some(caption),
            None => outline.node(node),
        }
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
    /// All labels of the document: a weak label needs company.
    company: Company,
    /// The caption of the article that comes next.
    caption: Option<Box<Located<Vec<Inline>>>>,
    /// The value of the last article, which counts on through the document.
    last_article: Vec<u32>,
    /// The number of blocks that were open before a numbered Markdown list that is the last block so far.
    before_list: Option<usize>,
}

impl<'a> Outline<'a> {
    fn new(depth: usize, file: &'a Arc<SourceFile>, nodes: &[MarkdownNode]) -> Self {
        Self {
            file,
            blocks: OpenBlocks::new(depth),
            met: Vec::new(),
            met_in_headings: Vec::new(),
            company: Company::of(nodes),
            caption: None,
            last_article: Vec::new(),
            before_list: None,
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
            MarkdownNode::Table { header, rows, layout, range } => {
                let rows = rows_of_table(rows, &layout);
                self.blocks.push(Block::Table(Table {
                    header,
                    rows,
                    layout,
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
        let label = self.heading_label(&mut text);
        let item = label.as_ref().and_then(|label| self.nested(label, &text));
        let own = if item.is_some() { Vec::new() } else { std::mem::take(&mut text) };
        let mut clause = new_clause(ClauseKind::Section { level }, label, own, range.clone());
        clause.authored_id = authored_id;
        self.open_section(clause, level);
        if let Some(found) = item {
            cut(&mut text, found.length);
            self.labelled(found.label, text, range, None);
        }
    }

    /// Takes the label off a heading. A letter that may be a word needs company.
    fn heading_label(&self, text: &mut Vec<Inline>) -> Option<Label> {
        let found = candidate_in(text, LineKind::Heading)?;
        let is_word = |value: &u32| found.strength == Strength::Word && !self.company.has_word_beside(*value);
        if found.label.value.first().is_some_and(is_word) {
            return None;
        }
        cut(text, found.length);
        let goes_on = |label: &Label| self.blocks.open.iter().any(|open| open.is_before(label));
        let roman = if goes_on(&found.label) { None } else { self.company.roman_heading(&found.label) };
        Some(roman.unwrap_or(found.label))
    }

    /// The number that stands directly behind another one: 「２ (1) 手続」 is item (1) of 2.
    fn nested(&self, above: &Label, text: &[Inline]) -> Option<LabelCandidate> {
        let outer = matches!(above.kind, LabelKind::Number | LabelKind::Ordinal | LabelKind::KanjiNumber);
        let found = candidate(text).filter(|_| outer && !above.separator.is_empty())?;
        let inner = matches!(found.label.kind, LabelKind::ParenthesizedNumber | LabelKind::ParenthesizedKanjiNumber);
        (inner && found.stands_apart && *found.label.value == [1]).then_some(found)
    }

    fn open_section(&mut self, mut clause: Clause, level: u8) {
        let series = clause.label.as_ref().map(series_of);
        let met_rank = series.map(|series| rank(&mut self.met_in_headings, series));
        while let Some(OpenBlock::Section { level: open, series: above, .. }) = self.blocks.open.last() {
            let deeper_label = match (series, met_rank, *above) {
                (Some(series), Some(met_rank), Some(above)) => {
                    let legal = |kind| fixed_rank(kind, &self.company, &self.blocks.open);
                    match (legal(series.0), legal(above.0)) {
                        (Some(own), Some(above)) => above < own,
                        _ => self.met_in_headings.iter().position(|met| *met == above) < Some(met_rank),
                    }
                }
                _ => false,
            };
            if *open < level || (*open == level && deeper_label) {
                break;
            }
            self.blocks.close_last();
        }
        self.blocks.stay_within_depth();
        self.note_provision(&mut clause);
        self.blocks.open.push(OpenBlock::Section { clause, level, series });
    }

    /// Gives an article its caption and remembers its number.
    fn note_provision(&mut self, clause: &mut Clause) {
        clause.caption = self.caption.take();
        if let Some(label) = clause.label.as_ref().filter(|label| label.kind == LabelKind::Article) {
            self.last_article.clone_from(&label.value);
        }
        self.before_list = None;
    }

    fn annex(&mut self, kind: FrameKind, text: Vec<Inline>, range: Range<usize>) {
        self.blocks.close_down_to(0);
        self.met.clear();
        self.met_in_headings.clear();
        self.last_article.clear();
        self.before_list = None;
        self.blocks.open.push(OpenBlock::Annex(new_frame(kind, text, range)));
    }

    fn paragraph(&mut self, lines: Vec<SourceLine>) {
        if let [line] = &lines[..]
            && let Some(kind) = frame::kind_of(&plain_text(&line.text))
        {
            lines.into_iter().for_each(|line| self.frame(kind, line.text, line.range));
            return;
        }
        if segment::is_contents(&lines) {
            self.flush(None, lines);
            return;
        }
        let mut pending: Vec<SourceLine> = Vec::new();
        let mut label: Option<Label> = None;
        let mut lines = lines.into_iter();
        while let Some(mut line) = lines.next() {
            let before = pending.last().map(|line: &SourceLine| plain_text(&line.text));
            let accepted = candidate(&line.text).and_then(|found| match &before {
                None => self.neighbours(None).first(found),
                Some(before) => self.neighbours(label.as_ref()).next(found, before),
            });
            let mut is_heading = false;
            if let Some(found) = accepted {
                self.flush(label.take(), std::mem::take(&mut pending));
                is_heading = segment::is_heading_line(&line, found.length, lines.as_slice());
                cut(&mut line.text, found.length);
                label = Some(found.label);
            }
            pending.push(line);
            if is_heading {
                self.flush(label.take(), std::mem::take(&mut pending));
            }
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
        Neighbours { open: &self.blocks.open, company: &self.company, pending, last_article: &self.last_article }
    }

    /// Adds a labelled paragraph, or a paragraph of the item above it, or of the section.
    fn flush(&mut self, label: Option<Label>, lines: Vec<SourceLine>) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let range = first.range.start..last.range.end;
        let mut text = join(lines);
        let authored_id = anchor::take(&mut text, self.file, &range);
        if let Some(label) = label {
            self.labelled(label, text, range, authored_id);
            return;
        }
        if let Some(kept) = self.before_list.take() {
            self.blocks.close_down_to(kept);
        }
        let mut clause = new_clause(ClauseKind::Paragraph, None, text, range);
        clause.authored_id = authored_id;
        self.blocks.push(Block::Clause(clause));
    }

    /// Adds a labelled paragraph, with the item that stands directly behind its number.
    fn labelled(
        &mut self,
        label: Label,
        mut text: Vec<Inline>,
        range: Range<usize>,
        authored_id: Option<Located<ClauseId>>,
    ) {
        let series = series_of(&label);
        let item = self.nested(&label, &text);
        let own = if item.is_some() { Vec::new() } else { std::mem::take(&mut text) };
        let mut clause = new_clause(ClauseKind::Item, Some(label), own, range.clone());
        clause.authored_id = authored_id;
        if series.0.groups_articles()
            && let Some(level) = self.level_of_headings(series)
        {
            self.blocks.close_items();
            clause.kind = ClauseKind::Section { level };
            self.open_section(clause, level);
        } else {
            self.open_item(clause, series);
        }
        if let Some(found) = item {
            cut(&mut text, found.length);
            let series = series_of(&found.label);
            self.open_item(new_clause(ClauseKind::Item, Some(found.label), text, range), series);
        }
    }

    /// The level of an open heading with such a label: 第二章 typed as a plain line stands beside the heading 第一章.
    fn level_of_headings(&self, wanted: LabelSeries) -> Option<u8> {
        self.blocks.open.iter().find_map(|open| match open {
            OpenBlock::Section { level, series, .. } if *series == Some(wanted) => Some(*level),
            _ => None,
        })
    }

    fn open_item(&mut self, mut clause: Clause, series: LabelSeries) {
        let rank = rank(&mut self.met, series);
        let same = self.blocks.open.iter().rposition(|open| open.is_item_of(series));
        let is_in_provision = in_provision(&self.blocks.open);
        if let Some(legal) = fixed_rank(series.0, &self.company, &self.blocks.open) {
            self.blocks.close_down_to(kept_above(&self.blocks.open, legal));
        } else if let Some(same) = same {
            self.blocks.close_down_to(same);
        } else if is_in_provision {
            // A row that does not start at 1 goes on below the 項, not below what another row has opened.
            let starts = clause.label.as_ref().is_some_and(|label| label.value.first().is_none_or(|first| *first == 1));
            if !starts {
                self.blocks.close_down_to(kept_above(&self.blocks.open, CounterWord::Item));
            }
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
        self.note_provision(&mut clause);
        self.blocks.open.push(OpenBlock::Item { clause, series });
    }
}

#[cfg(test)]
mod tests;
