//! Ids of clauses, which name them wherever they stand.

use std::collections::BTreeMap;

use super::Corpus;
use crate::policy::{Document, DocumentId};

/// Clauses that have an id, by it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Ids {
    /// Positions by id, of each document.
    positions: BTreeMap<DocumentId, BTreeMap<Box<str>, Box<str>>>,
    /// Documents by the ids of their clauses; of two with one id, the first.
    documents: BTreeMap<Box<str>, DocumentId>,
}

impl Ids {
    pub(super) fn of<'a>(documents: impl Iterator<Item = &'a Document>) -> Self {
        let mut ids = Self::default();
        for document in documents {
            let mut positions = BTreeMap::new();
            document.body.each_spot(|spot| {
                if !spot.id.is_empty() {
                    positions.entry(Box::from(spot.id)).or_insert_with(|| Box::from(spot.position));
                    ids.documents.entry(spot.id.into()).or_insert_with(|| document.id.clone());
                }
            });
            if !positions.is_empty() {
                ids.positions.insert(document.id.clone(), positions);
            }
        }
        ids
    }

    /// The document a clause with this id stands in, and its position there.
    pub(super) fn anywhere(&self, id: &str) -> Option<(&DocumentId, &str)> {
        let document = self.documents.get(id)?;
        Some((document, self.positions.get(document)?.get(id)?))
    }

    fn position(&self, document: &DocumentId, id: &str) -> Option<&str> {
        self.positions.get(document)?.get(id).map(|position| &**position)
    }

    fn has_position(&self, document: &DocumentId, position: &str) -> bool {
        self.positions.get(document).is_some_and(|all| all.values().any(|known| &**known == position))
    }
}

/// The position of the clause that a fragment names: by its id, its position, or both (`s5-1.k7f3q`). Annexes, tables and
/// footnotes have no other name than their fragment.
pub(super) fn position_of(corpus: &Corpus, document: &DocumentId, fragment: &str) -> Option<Box<str>> {
    let ids = &corpus.ids;
    let by_both = || fragment.rsplit_once('.').and_then(|(_, id)| ids.position(document, id));
    let is_place = || {
        (corpus.index.has_fragment(document, fragment) || ids.has_position(document, fragment))
            && !is_gone(corpus, document, fragment)
    };
    let position = ids.position(document, fragment).or_else(by_both).or_else(|| is_place().then_some(fragment));
    position.map(Box::from)
}

/// Whether a fragment is that of a clause which is gone.
fn is_gone(corpus: &Corpus, document: &DocumentId, fragment: &str) -> bool {
    let id = fragment.rsplit_once('.').map_or(fragment, |(_, id)| id);
    let gone = |document: &Document| document.body.addresses.tombstones.iter().any(|gone| &*gone.id == id);
    corpus.document(document).is_some_and(gone)
}
