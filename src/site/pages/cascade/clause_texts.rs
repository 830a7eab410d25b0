//! The texts of the clauses of the cascade, by place.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::policy::{Clause, DocumentId, Position};
use crate::site::frame::excerpt::excerpt;

/// Clauses by place.
pub(super) struct ClauseTexts<'a> {
    clauses: BTreeMap<&'a DocumentId, BTreeMap<&'a Position, &'a Clause>>,
}

impl<'a> ClauseTexts<'a> {
    pub(super) fn of(corpus: &'a Corpus, documents: &[&'a DocumentId]) -> Self {
        let of_document = |id: &&'a DocumentId| {
            let document = corpus.public.get(*id)?;
            let mut clauses = BTreeMap::new();
            document.body.each_clause(|clause| {
                clauses.insert(&clause.position, clause);
            });
            Some((*id, clauses))
        };
        let clauses: Vec<_> = documents.par_iter().filter_map(of_document).collect();
        Self { clauses: clauses.into_iter().collect() }
    }

    /// The start of the text of a clause; empty for a table or an annex.
    pub(super) fn excerpt(&self, document: &DocumentId, position: &Position) -> String {
        let clause = self.clauses.get(document).and_then(|all| all.get(position));
        clause.map(|clause| excerpt(clause)).unwrap_or_default()
    }
}
