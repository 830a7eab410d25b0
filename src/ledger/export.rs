//! Makes rows of objectives.

use super::clauses::Clauses;
use super::row::{self, LedgerRow};
use crate::corpus::{Corpus, PlacedObjective};
use crate::policy::{Document, plain_text};

/// The rows of the objectives of these documents, in the order of documents and pages.
#[must_use]
pub fn export(corpus: &Corpus, documents: &[&Document]) -> Vec<LedgerRow> {
    documents.iter().flat_map(|document| of_document(corpus, document)).collect()
}

/// The rows of one document.
pub(super) fn of_document(corpus: &Corpus, document: &Document) -> Vec<LedgerRow> {
    let goals = PlacedObjective::of(document);
    if goals.is_empty() {
        return Vec::new();
    }
    let clauses = Clauses::of(document);
    let rows = |goal: &PlacedObjective<'_>| {
        let text = plain_text(goal.clause.text());
        row::rows(&corpus.site, goal, clauses.name(&goal.clause.position), &text)
    };
    goals.iter().flat_map(rows).collect()
}
