//! What other documents see of a document: the places to which they can lead.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ids::OfDocument;
use super::index::Fragments;
use crate::policy::{Body, DocumentId};

/// The places of one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Face {
    pub(super) fragments: Fragments,
    pub(super) ids: OfDocument,
    /// Ids of clauses that are gone.
    pub(super) gone: BTreeSet<Box<str>>,
    /// Ids that clauses once had: those of clauses that are gone, and those that were given up for another.
    pub(super) past: BTreeSet<Box<str>>,
    /// The fragments of clauses that have another than their position, by position.
    pub(super) otherwise: BTreeMap<Box<str>, Box<str>>,
}

/// Those of all documents.
#[derive(Debug, Clone, Default)]
pub(super) struct Faces {
    /// The public documents, and after them the others, each in order.
    pub(super) by_rank: Vec<(DocumentId, Arc<Face>)>,
    by_document: BTreeMap<DocumentId, Arc<Face>>,
}

impl PartialEq for Faces {
    /// Most are the same ones, which need not be looked into.
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.by_rank.iter().zip(&other.by_rank);
        self.by_rank.len() == other.by_rank.len()
            && pairs.all(|(one, other)| one.0 == other.0 && (Arc::ptr_eq(&one.1, &other.1) || one.1 == other.1))
    }
}

impl Face {
    pub(super) fn of(body: &Body) -> Self {
        let gone = body.addresses.tombstones.iter().map(|gone| gone.id.clone()).collect();
        let mut otherwise = BTreeMap::new();
        body.each_clause(|clause| {
            if clause.fragment() != &*clause.position {
                otherwise.insert(clause.position.clone(), clause.fragment().into());
            }
        });
        let mut past: BTreeSet<Box<str>> =
            body.addresses.tombstones.iter().flat_map(|gone| gone.ids().map(Box::from)).collect();
        body.each_address(|address| past.extend(address.former.iter().map(|place| place.id.clone())));
        Self { fragments: Fragments::of(body), ids: OfDocument::of(body), gone, past, otherwise }
    }
}

impl Faces {
    pub(super) fn new(by_rank: Vec<(DocumentId, Arc<Face>)>) -> Self {
        let by_document = by_rank.iter().cloned().collect();
        Self { by_rank, by_document }
    }

    pub(super) fn of(&self, document: &DocumentId) -> Option<&Arc<Face>> {
        self.by_document.get(document)
    }
}
