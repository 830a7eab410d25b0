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
            document.body.each_clause(|clause| {
                if clause.fragment() != &*clause.position {
                    positions.entry(Box::from(clause.fragment())).or_insert_with(|| clause.position.clone());
                    ids.documents.entry(clause.fragment().into()).or_insert_with(|| document.id.clone());
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

    /// The fragment that leads to a position: the id of the clause there, else the position.
    pub(super) fn fragment<'a>(&'a self, document: &DocumentId, position: &'a str) -> &'a str {
        let known = self.positions.get(document).and_then(|all| all.iter().find(|(_, at)| &***at == position));
        known.map_or(position, |(id, _)| id)
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
    let is_place = corpus.index.has_fragment(document, fragment) || ids.has_position(document, fragment);
    let by_both = || fragment.rsplit_once('.').and_then(|(_, id)| ids.position(document, id));
    let position = ids.position(document, fragment).or(is_place.then_some(fragment)).or_else(by_both);
    position.map(Box::from)
}
