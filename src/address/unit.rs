//! Everything of a document that has an address, as one flat list in the order of the page.

use std::ops::Range;

use super::name;
use crate::diagnostic::Located;
use crate::policy::{Block, Body, Clause, ClauseKind, Content, FormerPosition, Frame, Inline, Table, plain_text};

/// What a unit is. Only units of one [family](UnitKind::family) can be the same clause at different times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
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

/// Something with an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands now.
    pub position: Box<str>,
    /// How its place is cited: `5(1)`.
    pub name: Box<str>,
    /// Its own text without markup and label.
    pub text: String,
    /// The unit it belongs to, by index in the list; always smaller than its own.
    pub parent: Option<usize>,
    /// The id its author gave it.
    pub authored: Option<Located<Box<str>>>,
    /// Bytes of the source file.
    pub range: Range<usize>,
}

impl UnitKind {
    /// A number that is equal for kinds which can turn into each other.
    pub(super) fn family(self) -> u8 {
        match self {
            Self::Section => 0,
            Self::Item | Self::Paragraph => 1,
            Self::Table => 2,
            Self::Row => 3,
            Self::Annex => 4,
        }
    }
}

/// The units of a body whose positions have been assigned.
#[must_use]
pub fn units(body: &Body) -> Vec<Unit> {
    let mut list = List { units: Vec::new() };
    list.blocks(&body.blocks, None);
    list.units
}

struct List {
    units: Vec<Unit>,
}

impl List {
    fn blocks(&mut self, blocks: &[Block], parent: Option<usize>) {
        for block in blocks {
            match block {
                Block::Clause(clause) => self.clause(clause, parent),
                Block::Table(table) => self.table(table, parent),
                Block::Frame(frame) => self.frame(frame, parent),
                Block::Quote(blocks) => self.blocks(blocks, parent),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn clause(&mut self, clause: &Clause, parent: Option<usize>) {
        let kind = match clause.kind {
            ClauseKind::Section { .. } => UnitKind::Section,
            ClauseKind::Item => UnitKind::Item,
            ClauseKind::Paragraph => UnitKind::Paragraph,
            ClauseKind::Row => UnitKind::Row,
        };
        let text = match &clause.content {
            Content::Text(text) => plain_text(text),
            Content::Cells(cells) => cells_text(cells),
        };
        let own = Unit {
            kind,
            position: clause.position.clone(),
            name: name::name(self.above(parent), &clause.position, clause.label.as_ref(), &text).into(),
            text,
            parent,
            authored: clause.authored_id.clone(),
            range: clause.range.clone(),
        };
        let index = self.push(own);
        self.blocks(&clause.children, Some(index));
    }

    fn table(&mut self, table: &Table, parent: Option<usize>) {
        let own = Unit {
            kind: UnitKind::Table,
            position: table.position.clone(),
            name: name::name(self.above(parent), &table.position, None, "").into(),
            text: cells_text(&table.header),
            parent,
            authored: None,
            range: table.range.clone(),
        };
        let index = self.push(own);
        table.rows.iter().for_each(|row| self.clause(row, Some(index)));
    }

    fn frame(&mut self, frame: &Frame, parent: Option<usize>) {
        if frame.position.is_empty() {
            return self.blocks(&frame.blocks, parent);
        }
        let text = plain_text(&frame.text);
        let own = Unit {
            kind: UnitKind::Annex,
            position: frame.position.clone(),
            name: text.trim().into(),
            text,
            parent,
            authored: None,
            range: frame.range.clone(),
        };
        let index = self.push(own);
        self.blocks(&frame.blocks, Some(index));
    }

    fn above(&self, parent: Option<usize>) -> &str {
        parent.map_or("", |parent| &self.units[parent].name)
    }

    fn push(&mut self, unit: Unit) -> usize {
        self.units.push(unit);
        self.units.len() - 1
    }
}

fn cells_text(cells: &[Vec<Inline>]) -> String {
    cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" | ")
}

/// Writes ids and former places into a body, in the order of [`units`].
pub(super) fn write_back(body: &mut Body, addresses: Vec<(Box<str>, Box<[FormerPosition]>)>) {
    let mut addresses = addresses.into_iter();
    each_slot(&mut body.blocks, &mut |id, former| {
        if let Some(address) = addresses.next() {
            (*id, *former) = address;
        }
    });
}

fn each_slot(blocks: &mut [Block], visit: &mut impl FnMut(&mut Box<str>, &mut Box<[FormerPosition]>)) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                visit(&mut clause.id, &mut clause.former);
                each_slot(&mut clause.children, visit);
            }
            Block::Table(table) => {
                visit(&mut table.id, &mut table.former);
                for row in &mut table.rows {
                    visit(&mut row.id, &mut row.former);
                    each_slot(&mut row.children, visit);
                }
            }
            Block::Frame(frame) => {
                if !frame.position.is_empty() {
                    visit(&mut frame.id, &mut frame.former);
                }
                each_slot(&mut frame.blocks, visit);
            }
            Block::Quote(blocks) => each_slot(blocks, visit),
            Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}
