//! Ids of clauses, which name them wherever they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::Corpus;
use super::face::Faces;
use crate::policy::{Body, DocumentId};

/// Clauses that have an id, by it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ids {
    faces: Arc<Faces>,
    /// Documents by the ids of their clauses; of two with one id, the first. Made when it is asked for.
    documents: OnceLock<BTreeMap<Box<str>, DocumentId>>,
    /// Ids that clauses once had; made when it is asked for.
    past: OnceLock<BTreeSet<Box<str>>>,
}

/// The clauses of one document that have an id.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct OfDocument {
    positions: BTreeMap<Box<str>, Box<str>>,
    ids: BTreeMap<Box<str>, Box<str>>,
}

impl OfDocument {
    pub(super) fn of(body: &Body) -> Self {
        let mut own = Self::default();
        body.each_address(|address| {
            let id: Box<str> = address.id.into();
            if !id.is_empty() {
                own.ids.insert(address.position.into(), id.clone());
                own.positions.entry(id).or_insert_with(|| address.position.into());
            }
        });
        own
    }
}

impl Ids {
    pub(super) fn of(faces: &Arc<Faces>) -> Self {
        Self { faces: Arc::clone(faces), ..Self::default() }
    }

    /// Whether a clause once had this id.
    pub(super) fn were(&self, id: &str) -> bool {
        let past = || self.faces.by_rank.iter().flat_map(|(_, face)| face.past.iter().cloned()).collect();
        self.past.get_or_init(past).contains(id)
    }

    /// The document a clause with this id stands in, and its position there.
    pub(super) fn anywhere(&self, id: &str) -> Option<(&DocumentId, &str)> {
        let documents = self.documents.get_or_init(|| {
            let mut documents = BTreeMap::new();
            for (document, face) in &self.faces.by_rank {
                for id in face.ids.positions.keys() {
                    documents.entry(id.clone()).or_insert_with(|| document.clone());
                }
            }
            documents
        });
        let document = documents.get(id)?;
        Some((document, self.position(document, id)?))
    }

    fn position(&self, document: &DocumentId, id: &str) -> Option<&str> {
        self.faces.of(document)?.ids.positions.get(id).map(|position| &**position)
    }

    fn id(&self, document: &DocumentId, position: &str) -> Option<&str> {
        self.faces.of(document)?.ids.ids.get(position).map(|id| &**id)
    }
}

impl Corpus {
    /// The public document in which the clause with a permanent id stands, and its position there.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<(&DocumentId, &str)> {
        self.ids.anywhere(id).filter(|(document, _)| self.public.contains_key(*document))
    }
}

/// The position of the clause that a fragment names: by its id, its position, or both (`s5-1.k7f3q`). Annexes, tables and
/// footnotes have no other name than their fragment.
pub(super) fn position_of(corpus: &Corpus, document: &DocumentId, fragment: &str) -> Option<Box<str>> {
    let ids = &corpus.ids;
    let by_both = || fragment.rsplit_once('.').and_then(|(_, id)| ids.position(document, id));
    let is_place = || {
        (corpus.index.has_fragment(document, fragment) || ids.id(document, fragment).is_some())
            && !is_gone(corpus, document, fragment)
    };
    let position = ids.position(document, fragment).or_else(by_both).or_else(|| is_place().then_some(fragment));
    position.map(Box::from)
}

/// Whether a fragment is that of a clause which is gone.
fn is_gone(corpus: &Corpus, document: &DocumentId, fragment: &str) -> bool {
    let id = fragment.rsplit_once('.').map_or(fragment, |(_, id)| id);
    corpus.ids.faces.of(document).is_some_and(|face| face.gone.contains(id))
}
