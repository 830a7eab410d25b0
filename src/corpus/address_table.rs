//! The places of documents to which links and references can lead.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::fragments::Fragments;
use crate::policy::{Body, ClauseId, DocumentId, Fragment, Position};

/// The places of one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct AddressTable {
    pub(super) fragments: Fragments,
    /// Positions of clauses by permanent id.
    positions: BTreeMap<ClauseId, Position>,
    /// Permanent ids of clauses by position.
    ids: BTreeMap<Position, ClauseId>,
    /// Ids of clauses that are gone.
    gone: BTreeSet<ClauseId>,
    /// Ids that clauses once had: those of clauses that are gone, and those that were given up for another.
    former_ids: BTreeSet<ClauseId>,
    /// The earlier ids of clauses that stand in the document, with their positions.
    replaced: BTreeMap<ClauseId, Position>,
    /// Fragments of clauses by position, where the fragment differs from the position.
    pub(super) fragments_by_position: BTreeMap<Position, Fragment>,
}

/// The places of all documents.
#[derive(Debug, Clone, Default)]
pub(super) struct AddressTables {
    /// The public documents, and after them the others, each in order.
    by_rank: Vec<(DocumentId, Arc<AddressTable>)>,
    by_document: BTreeMap<DocumentId, Arc<AddressTable>>,
    /// Documents by the ids of their clauses; of two with one id, the first. Made when it is first needed.
    documents_by_id: OnceLock<BTreeMap<ClauseId, DocumentId>>,
    /// The former ids of all documents. Made when they are first needed.
    former_ids: OnceLock<BTreeSet<ClauseId>>,
    /// Documents by the earlier ids of their clauses. Made when they are first needed.
    documents_by_replaced_id: OnceLock<BTreeMap<ClauseId, DocumentId>>,
}

impl PartialEq for AddressTables {
    /// Most tables are the same shared ones, which need no comparison.
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.by_rank.iter().zip(&other.by_rank);
        self.by_rank.len() == other.by_rank.len()
            && pairs.all(|(one, other)| one.0 == other.0 && (Arc::ptr_eq(&one.1, &other.1) || one.1 == other.1))
    }
}

impl AddressTable {
    pub(super) fn of(body: &Body) -> Self {
        let tombstones = &body.addresses.tombstones;
        let mut table = Self {
            fragments: Fragments::of(body),
            gone: tombstones.iter().map(|gone| gone.id.clone()).collect(),
            former_ids: tombstones.iter().flat_map(|gone| gone.ids().cloned()).collect(),
            ..Self::default()
        };
        body.each_clause(|clause| {
            let fragment = clause.fragment();
            if fragment.as_str() != clause.position.as_str() {
                table.fragments_by_position.insert(clause.position.clone(), fragment);
            }
        });
        body.each_address(|address| {
            table.former_ids.extend(address.former.iter().map(|place| place.id.clone()));
            let replaced = address.former.iter().filter(|place| place.id != *address.id);
            table.replaced.extend(replaced.map(|place| (place.id.clone(), address.position.clone())));
            if !address.id.is_empty() {
                table.ids.insert(address.position.clone(), address.id.clone());
                table.positions.entry(address.id.clone()).or_insert_with(|| address.position.clone());
            }
        });
        table
    }

    pub(super) fn has_fragment(&self, fragment: &Fragment) -> bool {
        self.fragments.position(fragment.as_str()).is_ok()
    }

    /// The position of the clause that a fragment names: by its id, its position, or both (`s5-1.k7f3q`). Annexes, tables
    /// and footnotes have no other name than their fragment.
    fn position_of(&self, fragment: &Fragment) -> Option<Position> {
        let id = fragment.id();
        if let Some(position) = self.positions.get(&id) {
            return Some(position.clone());
        }
        let position = fragment.position();
        let stands = (self.has_fragment(fragment) || self.ids.contains_key(&position)) && !self.gone.contains(&id);
        stands.then_some(position)
    }
}

impl AddressTables {
    pub(super) fn new(by_rank: Vec<(DocumentId, Arc<AddressTable>)>) -> Self {
        Self { by_document: by_rank.iter().cloned().collect(), by_rank, ..Self::default() }
    }

    pub(super) fn of(&self, document: &DocumentId) -> Option<&Arc<AddressTable>> {
        self.by_document.get(document)
    }

    pub(super) fn has_fragment(&self, document: &DocumentId, fragment: &Fragment) -> bool {
        self.of(document).is_some_and(|table| table.has_fragment(fragment))
    }

    /// The fragments of a document among which the one that was meant may be, in order: all, or in a document with very
    /// many those next to the missing one.
    pub(super) fn fragments_around(&self, document: &DocumentId, missing: &Fragment) -> impl Iterator<Item = &str> {
        self.of(document).into_iter().flat_map(move |table| table.fragments.around(missing.as_str()))
    }

    /// The position in a document of the clause that a fragment names.
    pub(super) fn position_of(&self, document: &DocumentId, fragment: &Fragment) -> Option<Position> {
        self.of(document)?.position_of(fragment)
    }

    /// The document in which the clause with an id stands, and its position there.
    pub(super) fn clause_with_id(&self, id: &ClauseId) -> Option<(&DocumentId, &Position)> {
        let documents = self.documents_by_id.get_or_init(|| {
            let mut documents = BTreeMap::new();
            for (document, table) in &self.by_rank {
                for id in table.positions.keys() {
                    documents.entry(id.clone()).or_insert_with(|| document.clone());
                }
            }
            documents
        });
        let document = documents.get(id)?;
        Some((document, self.of(document)?.positions.get(id)?))
    }

    /// Whether a clause once had this id.
    pub(super) fn had_id(&self, id: &ClauseId) -> bool {
        let former = || self.by_rank.iter().flat_map(|(_, table)| table.former_ids.iter().cloned()).collect();
        self.former_ids.get_or_init(former).contains(id)
    }

    /// The document in which a clause stands that once had this id and has another one now, and its position there.
    pub(super) fn clause_with_replaced_id(&self, id: &ClauseId) -> Option<(&DocumentId, &Position)> {
        let documents = self.documents_by_replaced_id.get_or_init(|| {
            let ids = |table: &'_ AddressTable| table.replaced.keys().cloned().collect::<Vec<_>>();
            let each = self.by_rank.iter().flat_map(|(document, table)| {
                ids(table).into_iter().map(|id| (id, document.clone())).collect::<Vec<_>>()
            });
            each.collect()
        });
        let document = documents.get(id)?;
        Some((document, self.of(document)?.replaced.get(id)?))
    }
}
