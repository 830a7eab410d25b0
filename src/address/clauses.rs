//! The clauses of a document as one flat list in the order of the page.

use std::ops::Range;

use crate::diagnostic::Located;
use crate::policy::{
    Block, Body, Clause, ClauseId, ClauseKind, Content, FormerPosition, Frame, Inline, Places, Position, Table,
    plain_text,
};

/// A kind of clause. Only clauses of one [family](AddressedKind::family) can be the same clause at different times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AddressedKind {
    /// A section; its text is the heading.
    Section,
    /// A labelled paragraph or list item.
    Item,
    /// A paragraph without a label.
    Paragraph,
    /// A table; its text is the header.
    Table,
    /// A table row.
    Row,
    /// An annex or supplementary provisions; its text is the line itself.
    Annex,
}

/// A clause, table or annex as it is now. [`RecordEntry`](super::RecordEntry) is its recorded counterpart.
#[derive(Debug, Clone, PartialEq)]
pub struct AddressedClause {
    /// The kind of clause.
    pub kind: AddressedKind,
    /// Its position: `s5-1`.
    pub position: Position,
    /// The position as it is cited: `5(1)`.
    pub name: Box<str>,
    /// Its own text without markup and label.
    pub text: String,
    /// The clause above it, by index in the list; always smaller than its own.
    pub parent: Option<usize>,
    /// The id given by its author.
    pub authored: Option<Located<ClauseId>>,
    /// Its bytes in the source file.
    pub range: Range<usize>,
}

/// The families of clauses that are headings for what stands below them.
pub(super) const SECTION: u8 = 0;
pub(super) const TABLE: u8 = 2;
pub(super) const ANNEX: u8 = 4;

impl AddressedKind {
    /// A number that is equal for kinds which can turn into each other.
    pub(super) fn family(self) -> u8 {
        match self {
            Self::Section => SECTION,
            Self::Item | Self::Paragraph => 1,
            Self::Table => TABLE,
            Self::Row => 3,
            Self::Annex => ANNEX,
        }
    }
}

/// The clauses of a body whose positions have been assigned.
#[must_use]
pub fn addressed_clauses(body: &Body) -> Vec<AddressedClause> {
    let mut collector = ClauseCollector { clauses: Vec::new(), places: Places::of(body) };
    collector.blocks(&body.blocks, None);
    collector.clauses
}

struct ClauseCollector {
    clauses: Vec<AddressedClause>,
    places: Places,
}

impl ClauseCollector {
    fn blocks(&mut self, blocks: &[Block], parent: Option<usize>) {
        for block in blocks {
            match block {
                Block::Clause(clause) => self.clause(clause, parent),
                Block::Table(table) => self.table(table, parent),
                Block::Frame(frame) => self.frame(frame, parent),
                other => self.blocks(other.children(), parent),
            }
        }
    }

    fn clause(&mut self, clause: &Clause, parent: Option<usize>) {
        if is_blank(clause) {
            return;
        }
        let kind = match clause.kind {
            ClauseKind::Section { .. } => AddressedKind::Section,
            ClauseKind::Item => AddressedKind::Item,
            ClauseKind::Paragraph => AddressedKind::Paragraph,
            ClauseKind::Row => AddressedKind::Row,
        };
        let text = match &clause.content {
            Content::Text(text) => plain_text(text),
            Content::Cells(cells) => cells_text(cells),
        };
        let index = self.push(kind, &clause.position, text, &clause.range, parent);
        self.clauses[index].authored.clone_from(&clause.authored_id);
        self.blocks(&clause.children, Some(index));
    }

    fn table(&mut self, table: &Table, parent: Option<usize>) {
        let text = cells_text(&table.header);
        let index = self.push(AddressedKind::Table, &table.position, text, &table.range, parent);
        table.rows.iter().for_each(|row| self.clause(row, Some(index)));
    }

    fn frame(&mut self, frame: &Frame, parent: Option<usize>) {
        if frame.position.is_empty() {
            return self.blocks(&frame.blocks, parent);
        }
        let text = plain_text(&frame.text);
        let index = self.push(AddressedKind::Annex, &frame.position, text, &frame.range, parent);
        self.blocks(&frame.blocks, Some(index));
    }

    /// Adds a clause without an authored id and returns its index.
    fn push(
        &mut self,
        kind: AddressedKind,
        position: &Position,
        text: String,
        range: &Range<usize>,
        parent: Option<usize>,
    ) -> usize {
        let name = self.places.at(position).map_or_else(|| position.as_str().into(), |place| place.written.clone());
        let (position, range) = (position.clone(), range.clone());
        self.clauses.push(AddressedClause { kind, position, name, text, parent, authored: None, range });
        self.clauses.len() - 1
    }
}

/// Whether a clause is a mark without words, such as an empty bullet. Nobody can cite it, so it has no address.
fn is_blank(clause: &Clause) -> bool {
    let is_space = |inline: &Inline| matches!(inline, Inline::Text(text) if text.trim().is_empty());
    matches!(&clause.content, Content::Text(text) if text.iter().all(is_space))
        && clause.label.as_ref().is_some_and(|label| label.value.is_empty())
        && clause.children.is_empty()
        && clause.authored_id.is_none()
}

fn cells_text(cells: &[Vec<Inline>]) -> String {
    cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" | ")
}

/// Writes ids and former positions into a body, in the order of [`addressed_clauses`].
pub(super) fn write_back(body: &mut Body, addresses: Vec<(ClauseId, Box<[FormerPosition]>)>) {
    let mut addresses = addresses.into_iter();
    each_slot(&mut body.blocks, &mut |id, former| {
        if let Some(address) = addresses.next() {
            (*id, *former) = address;
        }
    });
}

fn each_slot(blocks: &mut [Block], visit: &mut impl FnMut(&mut ClauseId, &mut Box<[FormerPosition]>)) {
    for block in blocks {
        match block {
            Block::Table(table) => visit(&mut table.id, &mut table.former),
            Block::Frame(frame) if !frame.position.is_empty() => visit(&mut frame.id, &mut frame.former),
            _ => {}
        }
        let clauses = block.clauses_mut().iter_mut().filter(|clause| !is_blank(clause));
        clauses.for_each(|clause| visit(&mut clause.id, &mut clause.former));
        if let Some(children) = block.children_mut() {
            each_slot(children, visit);
        }
    }
}
