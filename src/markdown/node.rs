//! Blocks as Markdown sees them, on their way from the parser to the clause tree. Ranges are bytes of the source file.

use std::collections::BTreeMap;
use std::ops::Range;

use super::line_break::SourceLine;
use crate::policy::{Inline, TableLayout};

/// A block.
#[derive(Debug, PartialEq)]
pub(super) enum MarkdownNode {
    Heading { level: u8, text: Vec<Inline>, range: Range<usize> },
    Paragraph { lines: Vec<SourceLine> },
    List(Vec<ListItem>),
    Quote(Vec<MarkdownNode>),
    Preformatted { info: Box<str>, text: Box<str>, range: Range<usize> },
    Table { header: Vec<Vec<Inline>>, rows: Vec<TableRow>, layout: TableLayout, range: Range<usize> },
    Rule,
}

/// A list item: its marker as typed (`-`, `3.`) and its blocks.
#[derive(Debug, PartialEq)]
pub(super) struct ListItem {
    pub(super) marker: String,
    pub(super) nodes: Vec<MarkdownNode>,
    pub(super) range: Range<usize>,
}

/// A table row.
#[derive(Debug, PartialEq)]
pub(super) struct TableRow {
    pub(super) cells: Vec<Vec<Inline>>,
    pub(super) range: Range<usize>,
}

/// A footnote's blocks, by the name as typed.
#[derive(Debug, PartialEq)]
pub(super) struct Note {
    pub(super) name: Box<str>,
    pub(super) nodes: Vec<MarkdownNode>,
    pub(super) range: Range<usize>,
}

/// The blocks and footnotes of a document.
#[derive(Debug, Default)]
pub(super) struct MarkdownNodes {
    pub(super) nodes: Vec<MarkdownNode>,
    pub(super) notes: Vec<Note>,
    /// The numbers of footnotes by the names as typed.
    pub(super) references: BTreeMap<Box<str>, u32>,
}
