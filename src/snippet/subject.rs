//! A clause with all that its posts need: its citation, its heading and its author's texts.

use std::collections::BTreeMap;

use super::clause_text::ClauseText;
use super::frame_words::FrameWords;
use crate::corpus::{Citer, Corpus};
use crate::policy::{Block, Clause, Document, plain_text};
use crate::source::Sns;

/// A clause that posts are made of.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The document that the clause stands in.
    pub document: &'a Document,
    /// The clause.
    pub clause: &'a Clause,
    /// The citation: 「令和8年度政策経営部の運営方針」5(1).
    pub name: String,
    /// The heading above the clause, without its number; empty where there is none.
    pub heading: String,
    /// The text, with that of everything below the clause.
    pub clause_text: ClauseText,
    /// The author's texts for posts, from the sidecar.
    pub sns: Option<&'a Sns>,
}

impl Subject<'_> {
    /// The words for the frame of its posts.
    pub(super) fn frame_words(&self) -> &'static FrameWords {
        FrameWords::of(self.document.body.naming)
    }
}

/// The clauses of a document, in the order of the page.
#[must_use]
pub fn subjects<'a>(corpus: &'a Corpus, document: &'a Document) -> Vec<Subject<'a>> {
    // An example is no decision of the city, so that nothing is posted about it.
    if document.meta.example {
        return Vec::new();
    }
    let mut notes = BTreeMap::new();
    if let Some(sidecar) = corpus.sidecars.get(&document.id) {
        let with_sns =
            sidecar.clauses.iter().filter_map(|(name, notes)| Some((name.value.as_str(), notes.sns.as_ref()?)));
        notes.extend(with_sns);
    }
    let mut collector = SubjectCollector { document, citer: Citer::new(corpus, document), notes, found: Vec::new() };
    collector.blocks(&document.body.blocks, "");
    collector.found
}

struct SubjectCollector<'a> {
    document: &'a Document,
    citer: Citer,
    notes: BTreeMap<&'a str, &'a Sns>,
    found: Vec<Subject<'a>>,
}

impl<'a> SubjectCollector<'a> {
    fn blocks(&mut self, blocks: &'a [Block], heading: &str) {
        for block in blocks {
            block.clauses().iter().for_each(|clause| self.clause(clause, heading));
            let own_heading = match block {
                Block::Clause(clause) if block.is_section() => Some(plain_text(clause.text())),
                Block::Frame(frame) => Some(plain_text(&frame.text)),
                _ => None,
            };
            self.blocks(block.children(), own_heading.as_deref().unwrap_or(heading));
        }
    }

    fn clause(&mut self, clause: &'a Clause, heading: &str) {
        let sns =
            self.notes.get(clause.position.as_str()).or_else(|| self.notes.get(clause.fragment().as_str())).copied();
        self.found.push(Subject {
            document: self.document,
            clause,
            name: self.citer.name(clause),
            heading: heading.to_owned(),
            clause_text: ClauseText::of(clause),
            sns,
        });
    }
}
