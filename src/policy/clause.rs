//! The clause tree of a document: blocks, and clauses with their addresses.

use std::ops::Range;
use std::sync::Arc;

use super::{
    Addresses, ClauseAddress, ClauseId, FormerPosition, Fragment, Inline, Label, Letterhead, NamingLanguage, Objective,
    Position, TableLayout,
};
use crate::diagnostic::Located;

/// The text of a document, from its letterhead to its footnotes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body {
    /// The lines printed above the text.
    pub letterhead: Letterhead,
    /// The blocks below the letterhead, in the order of the page.
    pub blocks: Vec<Block>,
    /// Footnotes, in the order of their first reference.
    pub footnotes: Vec<Footnote>,
    /// The language in which its places are named.
    pub naming: NamingLanguage,
    /// Addresses it once had. Empty until the `address` room fills it.
    pub addresses: Addresses,
}

/// A block of a document. Everything with an address is a [`Clause`].
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A block with an address.
    Clause(Clause),
    /// Part of the form, not of the content: `記`, `以上`, `別紙`, `附則`.
    Frame(Frame),
    /// A table; its rows are clauses.
    Table(Table),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text, as typed; `info` is the fence's language or empty.
    Preformatted {
        /// The word after the fence, e.g. `objective`.
        info: Box<str>,
        /// The text, with its line ends.
        text: Box<str>,
        /// Bytes of the source file.
        range: Range<usize>,
    },
    /// A thematic break.
    Rule,
}

/// A block with an address: section, labelled paragraph, list item, plain paragraph, table row.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Section, item, paragraph or table row.
    pub kind: ClauseKind,
    /// The printed number or mark, exactly as typed.
    pub label: Option<Label>,
    /// Its own text (a section's heading, a row's cells), without the label.
    pub content: Content,
    /// The line in brackets above an article that says what it is about: 「（定義）」. It is shown above the clause and is no part of
    /// its own text.
    pub caption: Option<Box<Located<Vec<Inline>>>>,
    /// In a table with merged cells, the cells of rows above that cover this row, from the left.
    pub spanned: Box<[SpannedCell]>,
    /// The blocks below it: a section's clauses, an item's further paragraphs and sub-items.
    pub children: Vec<Block>,
    /// The id the author gave it with `{#id}`, unchecked.
    pub authored_id: Option<Located<ClauseId>>,
    /// The permanent id: `k7f3q`, or the author's. Empty until the `address` room assigns it, and in documents that
    /// have never been published.
    pub id: ClauseId,
    /// Its former places, oldest first.
    pub former: Box<[FormerPosition]>,
    /// The position today, e.g. `s5-1`: ASCII, unique in the document. Empty until the `address` room assigns it.
    pub position: Position,
    /// The `objective` block in it, which is no part of the text and has no address.
    pub objective: Option<Box<Objective>>,
    /// Bytes of the source file that its own text (not its children's) covers.
    pub range: Range<usize>,
}

/// A cell that began in a row above.
#[derive(Debug, Clone, PartialEq)]
pub struct SpannedCell {
    /// The number of the row's own cells to its left.
    pub own_before: usize,
    /// Its text, which all the rows it covers share.
    pub text: Arc<[Inline]>,
}

/// The kind of block that a clause is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    /// A heading and the blocks under it. `level` is the number of `#` it was typed with.
    Section {
        /// 1–6, as typed.
        level: u8,
    },
    /// A labelled paragraph or a list item.
    Item,
    /// A paragraph without a label.
    Paragraph,
    /// A table row.
    Row,
}

/// The text of a clause.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Running text.
    Text(Vec<Inline>),
    /// The cells of a row.
    Cells(Vec<Vec<Inline>>),
}

/// Part of the form of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The part of the form.
    pub kind: FrameKind,
    /// As typed: `記`, `別紙１`.
    pub text: Vec<Inline>,
    /// The blocks of an annex or the supplementary provisions. Empty for `記` and `以上`.
    pub blocks: Vec<Block>,
    /// The permanent id, as of a clause.
    pub id: ClauseId,
    /// Its former places, oldest first.
    pub former: Box<[FormerPosition]>,
    /// The position of the annex, e.g. `a1`. Empty for `記` and `以上`, and until `address` assigns it.
    pub position: Position,
    /// Bytes of the source file of the line itself.
    pub range: Range<usize>,
}

/// The parts of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameKind {
    /// `記`: the matter itself follows.
    Notice,
    /// `以上`: the matter ends.
    End,
    /// `別紙`, `別表`, `別記`, `様式`: an annex; numbering starts anew.
    Annex,
    /// `附則`: supplementary provisions; numbering starts anew.
    Supplementary,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Header cells.
    pub header: Vec<Vec<Inline>>,
    /// Rows, each a clause with [`Content::Cells`].
    pub rows: Vec<Clause>,
    /// Alignment, merged cells and named rows.
    pub layout: TableLayout,
    /// The permanent id, as of a clause.
    pub id: ClauseId,
    /// Its former places, oldest first.
    pub former: Box<[FormerPosition]>,
    /// The position today, e.g. `s5-t1`. Empty until `address` assigns it.
    pub position: Position,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    /// Its number in the document, from 1, in the order of first reference; never-referenced ones follow.
    pub number: u32,
    /// The name as typed: `[^name]`.
    pub name: Box<str>,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<Inline>>,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

impl Clause {
    /// The fragment that always leads to it within its document: the permanent id. Before there is one: the author's, else
    /// the position.
    #[must_use]
    pub fn fragment(&self) -> Fragment {
        self.address().fragment()
    }

    /// The fragment people copy: readable, and unable to mean another clause: `s5-1.k7f3q`.
    #[must_use]
    pub fn permalink(&self) -> Fragment {
        self.address().permalink()
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> ClauseAddress<'_> {
        let authored = self.authored_id.as_ref().map(|id| &id.value).filter(|_| self.id.is_empty());
        ClauseAddress { id: authored.unwrap_or(&self.id), position: &self.position, former: &self.former }
    }

    /// The texts of a row as a reader sees it, merged cells included; none for other clauses.
    #[must_use]
    pub fn row_texts(&self) -> Vec<&[Inline]> {
        let Content::Cells(own) = &self.content else { return Vec::new() };
        let mut all: Vec<&[Inline]> = Vec::with_capacity(own.len() + self.spanned.len());
        let mut spanned = self.spanned.iter().peekable();
        for at in 0..=own.len() {
            while let Some(cell) = spanned.next_if(|cell| cell.own_before <= at) {
                all.push(&cell.text);
            }
            all.extend(own.get(at).map(Vec::as_slice));
        }
        all
    }

    /// Its running text; empty for a row.
    #[must_use]
    pub fn text(&self) -> &[Inline] {
        match &self.content {
            Content::Text(text) => text,
            Content::Cells(_) => &[],
        }
    }
}

impl Table {
    /// Its address.
    #[must_use]
    pub fn address(&self) -> ClauseAddress<'_> {
        ClauseAddress { id: &self.id, position: &self.position, former: &self.former }
    }
}

impl Frame {
    /// Its address; empty for `記` and `以上`.
    #[must_use]
    pub fn address(&self) -> ClauseAddress<'_> {
        ClauseAddress { id: &self.id, position: &self.position, former: &self.former }
    }
}

#[cfg(test)]
impl Clause {
    /// A clause with this text and nothing else: for tests.
    pub(crate) fn of_text(kind: ClauseKind, text: &str) -> Self {
        Self {
            kind,
            label: None,
            content: Content::Text(vec![Inline::Text(text.into())]),
            caption: None,
            spanned: Box::default(),
            children: Vec::new(),
            authored_id: None,
            id: ClauseId::default(),
            former: Box::default(),
            position: Position::default(),
            objective: None,
            range: 0..0,
        }
    }
}

impl Block {
    /// Tells if it is a heading with the blocks under it.
    #[must_use]
    pub fn is_section(&self) -> bool {
        matches!(self, Self::Clause(Clause { kind: ClauseKind::Section { .. }, .. }))
    }
}

impl Footnote {
    /// The fragment that leads to a note within its document, by the note's number: `fn1`.
    #[must_use]
    pub fn fragment(number: u32) -> Fragment {
        Fragment::new(format!("fn{number}"))
    }

    /// The same where a position is expected: a note has no other place.
    #[must_use]
    pub fn position(number: u32) -> Position {
        Self::fragment(number).position()
    }
}

impl Body {
    /// The number of blocks that are the preamble (前文): those before the first section. 0 where there are no sections.
    #[must_use]
    pub fn preamble_length(&self) -> usize {
        self.blocks.iter().position(Block::is_section).unwrap_or(0)
    }
}
