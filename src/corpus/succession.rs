//! The documents that replace others: `replaces`, in the other direction.

use std::collections::BTreeMap;

use super::DocumentSet;
use crate::policy::{Document, DocumentId};

/// Public documents by the one they replace.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Succession(BTreeMap<DocumentId, Vec<DocumentId>>);

impl Succession {
    /// An example replaces nothing that was decided.
    pub(super) fn of(public: &BTreeMap<DocumentId, Document>) -> Self {
        let mut later: BTreeMap<DocumentId, Vec<DocumentId>> = BTreeMap::new();
        for (id, document) in public.iter().filter(|(_, document)| !document.meta.example) {
            if let Some(replaced) = &document.meta.replaces {
                later.entry(replaced.value.clone()).or_default().push(id.clone());
            }
        }
        Self(later)
    }
}

impl DocumentSet {
    /// The public document that a document replaces.
    #[must_use]
    pub fn replaced_by_this(&self, document: &Document) -> Option<&Document> {
        self.public.get(&document.meta.replaces.as_ref()?.value)
    }

    /// The public documents that replace a document, in the order of their ids.
    pub fn replacing(&self, document: &Document) -> impl Iterator<Item = &Document> {
        self.succession.0.get(&document.id).into_iter().flatten().filter_map(|id| self.public.get(id))
    }
}
