//! The state of each clause of a document in the cascade: taken up, taking up, or neither.

use std::collections::BTreeSet;

use super::Cascade;
use crate::policy::{Block, Clause, ClauseKind, Document, Position};

/// The clauses of a document that can take up and be taken up, in the order of the page.
///
/// These are the outermost clauses that are no sections, without the preamble. An edge of a section above, or of a clause
/// below, counts for the clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers<'a> {
    /// Each clause with its state.
    pub clauses: Vec<(&'a Clause, CascadeState)>,
}

/// The state of a clause in the cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CascadeState {
    /// Whether some clause below takes it up.
    pub is_taken_up: bool,
    /// Whether it takes up some clause above.
    pub takes_up: bool,
    /// Whether some document says that it does not have to take it up.
    pub is_exempt: bool,
}

impl<'a> Answers<'a> {
    /// The states of the clauses of a public document.
    #[must_use]
    pub fn of(cascade: &Cascade, document: &'a Document) -> Self {
        let mut answers = Self { clauses: Vec::new() };
        let blocks = &document.body.blocks;
        let none = CascadeState { is_taken_up: false, takes_up: false, is_exempt: false };
        let search = Search { cascade, document };
        search.walk(&blocks[document.body.preamble_length()..], none, &mut answers.clauses);
        answers
    }

    /// Clauses that no clause takes up and no document exempts.
    pub fn open(&self) -> impl Iterator<Item = &'a Clause> {
        self.clauses.iter().filter(|(_, fate)| !fate.is_taken_up && !fate.is_exempt).map(|(clause, _)| *clause)
    }

    /// Clauses that take up nothing.
    pub fn rootless(&self) -> impl Iterator<Item = &'a Clause> {
        self.clauses.iter().filter(|(_, fate)| !fate.takes_up).map(|(clause, _)| *clause)
    }

    /// The number of clauses that are taken up.
    #[must_use]
    pub fn taken_up(&self) -> usize {
        self.clauses.iter().filter(|(_, fate)| fate.is_taken_up).count()
    }

    /// The number of clauses that take up another.
    #[must_use]
    pub fn rooted(&self) -> usize {
        self.clauses.iter().filter(|(_, fate)| fate.takes_up).count()
    }
}

struct Search<'a> {
    cascade: &'a Cascade,
    document: &'a Document,
}

impl Search<'_> {
    fn own(&self, position: &Position) -> CascadeState {
        let (cascade, document) = (self.cascade, &self.document.id);
        CascadeState {
            is_taken_up: cascade.downward(document, position).len() > 0,
            takes_up: cascade.upward(document, position).len() > 0,
            is_exempt: !cascade.exempt(document, position).is_empty(),
        }
    }

    /// Depth is bounded by `markdown`.
    fn walk<'a>(&self, blocks: &'a [Block], above: CascadeState, out: &mut Vec<(&'a Clause, CascadeState)>) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    let fate = above.or(self.own(&clause.position));
                    if matches!(clause.kind, ClauseKind::Section { .. }) {
                        self.walk(&clause.children, fate, out);
                    } else {
                        out.push((clause, self.within(&clause.children, fate)));
                    }
                }
                Block::Frame(frame) => {
                    let fate = above.or(self.own(&frame.position));
                    self.walk(&frame.blocks, fate, out);
                }
                Block::Table(table) => {
                    let fate = above.or(self.own(&table.position));
                    out.extend(table.rows.iter().map(|row| (row, fate.or(self.own(&row.position)))));
                }
                _ => {}
            }
        }
    }

    /// The state of a clause together with everything below it.
    fn within(&self, children: &[Block], mut fate: CascadeState) -> CascadeState {
        let mut positions = BTreeSet::new();
        for child in children {
            if let Block::Clause(clause) = child {
                positions.insert(&clause.position);
                fate = self.within(&clause.children, fate);
            }
        }
        positions.into_iter().fold(fate, |fate, position| fate.or(self.own(position)))
    }
}

impl CascadeState {
    fn or(self, other: Self) -> Self {
        Self {
            is_taken_up: self.is_taken_up || other.is_taken_up,
            takes_up: self.takes_up || other.takes_up,
            is_exempt: self.is_exempt || other.is_exempt,
        }
    }
}
