//! What the clauses of the chain say, found by their place.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::policy::{Clause, Content, DocumentId, plain_text};

/// Characters of a clause that are shown where it is only mentioned.
const EXCERPT: usize = 60;

/// Clauses by place.
pub(super) struct Sayings<'a> {
    /// The site.
    pub(super) corpus: &'a Corpus,
    clauses: BTreeMap<&'a DocumentId, BTreeMap<&'a str, &'a Clause>>,
}

impl<'a> Sayings<'a> {
    /// Of these public documents.
    pub(super) fn of(corpus: &'a Corpus, documents: &[&'a DocumentId]) -> Self {
        let of_document = |id: &&'a DocumentId| {
            let document = corpus.public.get(*id)?;
            let mut clauses = BTreeMap::new();
            document.body.each_clause(|clause| {
                clauses.insert(&*clause.position, clause);
            });
            Some((*id, clauses))
        };
        let clauses: Vec<_> = documents.par_iter().filter_map(of_document).collect();
        Self { corpus, clauses: clauses.into_iter().collect() }
    }

    /// The start of what a clause says; empty for a table or an annex.
    pub(super) fn excerpt(&self, document: &DocumentId, position: &str) -> String {
        let clause = self.clauses.get(document).and_then(|all| all.get(position));
        clause.map(|clause| excerpt(clause)).unwrap_or_default()
    }
}

/// The start of what a clause says, with … where it goes on.
pub(in crate::site) fn excerpt(clause: &Clause) -> String {
    let text = match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" / "),
    };
    match text.char_indices().nth(EXCERPT) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
