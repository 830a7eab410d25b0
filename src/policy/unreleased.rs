//! What a site shows that no release has made public for good.

use std::collections::BTreeSet;

use super::{ClauseId, DocumentId};

/// What a site shows and no release has made public. It may change or go without trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unreleased {
    /// Clauses that no release knows.
    pub clauses: BTreeSet<ClauseId>,
    /// How many released clauses have changed, moved or gone since.
    pub changed: usize,
    /// Documents with such clauses.
    pub documents: BTreeSet<DocumentId>,
    /// Former names of documents that no release knows.
    pub names: BTreeSet<DocumentId>,
}

impl Unreleased {
    /// Whether the site is as the last release left it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.changed == 0 && self.names.is_empty()
    }

    /// Adds what is not released of one document.
    pub fn add(&mut self, document: &DocumentId, own: &Self) {
        if !own.is_empty() {
            self.documents.insert(document.clone());
            self.changed += own.changed;
            self.clauses.extend(own.clauses.iter().cloned());
        }
    }
}
