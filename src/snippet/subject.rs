//! What posts are made of: a clause with its name, its heading and what an author has said.

use std::collections::BTreeMap;

use super::passage::Passage;
use crate::corpus::{Citer, Corpus};
use crate::policy::{Block, Clause, ClauseKind, Document, plain_text};
use crate::source::Sns;

/// A clause to be posted about.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// Its document.
    pub document: &'a Document,
    /// The clause.
    pub clause: &'a Clause,
    /// Its citation: 「令和8年度政策経営部の運営方針」5(1).
    pub name: String,
    /// The heading it stands under, without its number; empty where there is none.
    pub heading: String,
    /// Its text.
    pub passage: Passage,
    /// What its author has written for posts.
    pub sns: Option<&'a Sns>,
}

/// The clauses of a document, in the order of the page.
#[must_use]
pub fn subjects<'a>(corpus: &'a Corpus, document: &'a Document) -> Vec<Subject<'a>> {
    // What nobody has decided is not posted.
    if document.meta.example {
        return Vec::new();
    }
    let mut notes = BTreeMap::new();
    if let Some(sidecar) = corpus.sidecars.get(&document.id) {
        let with_sns =
            sidecar.clauses.iter().filter_map(|(name, notes)| Some((name.value.as_str(), notes.sns.as_ref()?)));
        notes.extend(with_sns);
    }
    let mut maker = Maker { document, citer: Citer::new(corpus, document), notes, found: Vec::new() };
    maker.blocks(&document.body.blocks, "");
    maker.found
}

struct Maker<'a> {
    document: &'a Document,
    citer: Citer,
    notes: BTreeMap<&'a str, &'a Sns>,
    found: Vec<Subject<'a>>,
}

impl<'a> Maker<'a> {
    fn blocks(&mut self, blocks: &'a [Block], heading: &str) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    self.clause(clause, heading);
                    if matches!(clause.kind, ClauseKind::Section { .. }) {
                        self.blocks(&clause.children, &plain_text(clause.text()));
                    } else {
                        self.blocks(&clause.children, heading);
                    }
                }
                Block::Frame(frame) => self.blocks(&frame.blocks, &plain_text(&frame.text)),
                Block::Table(table) => table.rows.iter().for_each(|row| self.clause(row, heading)),
                Block::Quote(blocks) => self.blocks(blocks, heading),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn clause(&mut self, clause: &'a Clause, heading: &str) {
        let sns = self.notes.get(&*clause.position).or_else(|| self.notes.get(clause.fragment())).copied();
        self.found.push(Subject {
            document: self.document,
            clause,
            name: self.citer.name(clause),
            heading: heading.to_owned(),
            passage: Passage::of(clause),
            sns,
        });
    }
}
