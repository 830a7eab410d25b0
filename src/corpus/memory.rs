//! The links of the last run, with all that they were made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::address_table::{AddressTable, AddressTables};
use super::dependencies::Dependencies;
use super::document_links::DocumentLinks;
use super::names::Names;
use super::reference::filled;
use super::{DocumentSet, Early, PlacedObjective, title_of};
use crate::diagnostic::SourceFile;
use crate::policy::{Body, Document, DocumentId, Metadata, Organization, Plan, Site, Term};
use crate::recall::{LatestShared, Recall, RecallOne, Same};
use crate::source::Unread;

/// The links of the last run, with all that they were made from.
#[derive(Debug, Default)]
pub struct CorpusMemory {
    tables: Recall<Same<Body>, Arc<AddressTable>>,
    has_objectives: Recall<Same<Body>, bool>,
    /// The tables of the last run: an equal table is replaced by the shared one.
    shared_tables: BTreeMap<DocumentId, Arc<AddressTable>>,
    addresses: LatestShared<AddressTables>,
    inputs: LatestShared<GlobalInputs>,
    names: RecallOne<Same<GlobalInputs>, Arc<Names>>,
    linked: BTreeMap<DocumentId, Arc<LinkedDocument>>,
    documents_linked: usize,
}

/// All that every document's links depend on besides the texts. A change of it concerns every document.
#[derive(Debug, PartialEq)]
struct GlobalInputs {
    site: Site,
    organizations: Vec<Organization>,
    plans: Vec<Plan>,
    terms: Vec<Term>,
    assets: BTreeSet<String>,
    unread: Unread,
    heads: Vec<DocumentHead>,
}

/// All that is known of a document without its text.
#[derive(Debug, PartialEq)]
struct DocumentHead {
    id: DocumentId,
    path: String,
    meta: Arc<Metadata>,
    title: String,
    early: Option<Early>,
    is_public: bool,
}

/// A document with its references.
#[derive(Debug)]
pub(super) struct LinkedDocument {
    /// The text, with words for the references that have none.
    pub(super) body: Arc<Body>,
    pub(super) links: Arc<DocumentLinks>,
    inputs: LinkInputs,
}

/// All that the references of one document were made from.
#[derive(Debug, PartialEq)]
struct LinkInputs {
    body: Same<Body>,
    source: Same<SourceFile>,
    global: Same<GlobalInputs>,
    /// The places of the documents to which it may lead.
    tables: Vec<(DocumentId, Option<Same<AddressTable>>)>,
    /// The texts of the documents whose clauses it names.
    named: Vec<(DocumentId, Option<Same<Body>>)>,
    /// The places of all documents, when it may lead to any.
    all_tables: Option<Same<AddressTables>>,
}

impl CorpusMemory {
    /// How many documents' references the last run had to look for.
    #[must_use]
    pub fn documents_linked(&self) -> usize {
        self.documents_linked
    }

    /// The documents with objectives in their texts.
    pub(super) fn with_objectives(&mut self, documents: &[&Document]) -> BTreeSet<DocumentId> {
        let wanted = documents.iter().map(|document| (document.id.0.as_str(), Same::of(&document.body), *document));
        let have = self.has_objectives.each(wanted.collect(), |_, document| !PlacedObjective::of(document).is_empty());
        documents.iter().zip(have).filter(|(_, has)| *has).map(|(document, _)| document.id.clone()).collect()
    }

    /// The places of all documents.
    pub(super) fn addresses(&mut self, documents: &[&Document]) -> Arc<AddressTables> {
        let wanted = documents.iter().map(|document| (document.id.0.as_str(), Same::of(&document.body), *document));
        let tables = self.tables.each(wanted.collect(), |_, document| Arc::new(AddressTable::of(&document.body)));
        let before = std::mem::take(&mut self.shared_tables);
        let shared = |(document, table): (&&Document, Arc<AddressTable>)| {
            let known = before.get(&document.id).filter(|known| Arc::ptr_eq(known, &table) || ***known == *table);
            (document.id.clone(), known.map_or(table, Arc::clone))
        };
        let by_rank: Vec<(DocumentId, Arc<AddressTable>)> = documents.iter().zip(tables).map(shared).collect();
        self.shared_tables = by_rank.iter().cloned().collect();
        self.addresses.share(AddressTables::new(by_rank))
    }

    /// Every document with its references. A document with the same inputs as the last time is not looked through again.
    pub(super) fn linked(&mut self, documents: &DocumentSet) -> Vec<(DocumentId, Arc<LinkedDocument>)> {
        let global = self.inputs.share(GlobalInputs::of(documents));
        let context = LinkingContext { documents, global: &global };
        let mut before = std::mem::take(&mut self.linked);
        let known: Vec<(&Document, Option<Arc<LinkedDocument>>)> = documents
            .documents()
            .map(|document| {
                let known = before.remove(&document.id);
                (document, known.filter(|linked| context.inputs_are_same(document, &linked.inputs)))
            })
            .collect();
        self.documents_linked = known.iter().filter(|(_, linked)| linked.is_none()).count();
        let names = self.names.get(Same::of(&global), |_| Arc::new(Names::of(documents)));
        let link = |(document, known): (&Document, Option<Arc<LinkedDocument>>)| {
            (document.id.clone(), known.unwrap_or_else(|| Arc::new(context.link(&names, document))))
        };
        let linked: Vec<(DocumentId, Arc<LinkedDocument>)> = if self.documents_linked < 2 {
            known.into_iter().map(link).collect()
        } else {
            known.into_par_iter().map(link).collect()
        };
        self.linked = linked.iter().cloned().collect();
        linked
    }
}

impl GlobalInputs {
    fn of(documents: &DocumentSet) -> Self {
        let head = |document: &Document| DocumentHead {
            id: document.id.clone(),
            path: document.source.path.clone(),
            meta: Arc::clone(&document.meta),
            title: title_of(document),
            early: documents.early(document),
            is_public: documents.public.contains_key(&document.id),
        };
        Self {
            site: documents.site.clone(),
            organizations: documents.organizations.clone(),
            plans: documents.plans.clone(),
            terms: documents.terms.clone(),
            assets: documents.assets.clone(),
            unread: documents.unread.clone(),
            heads: documents.documents().map(head).collect(),
        }
    }
}

/// All that the references of documents are looked up in. The texts are as they were typed.
struct LinkingContext<'a> {
    documents: &'a DocumentSet,
    global: &'a Arc<GlobalInputs>,
}

impl LinkingContext<'_> {
    fn link(&self, names: &Names, document: &Document) -> LinkedDocument {
        let (body, mut named) = filled(self.documents, document);
        let with_words = Document { body, ..document.clone() };
        let (links, named_in_text) = DocumentLinks::of(self.documents, names, &with_words);
        named.extend(named_in_text);
        let inputs = self.inputs(document, &Dependencies::of(self.documents, document), named);
        LinkedDocument { body: with_words.body, links: Arc::new(links), inputs }
    }

    /// The inputs of a document that depends on the places of these documents and on the texts of the `named` ones.
    fn inputs(&self, document: &Document, on: &Dependencies, named: BTreeSet<DocumentId>) -> LinkInputs {
        LinkInputs {
            body: Same::of(&document.body),
            source: Same::of(&document.source),
            global: Same::of(self.global),
            tables: on.documents.iter().map(|id| (id.clone(), self.table(id))).collect(),
            named: named.into_iter().map(|id| (id.clone(), self.text(&id))).collect(),
            all_tables: on.all_documents.then(|| Same::of(&self.documents.addresses)),
        }
    }

    fn inputs_are_same(&self, document: &Document, inputs: &LinkInputs) -> bool {
        inputs.body == Same::of(&document.body)
            && inputs.source == Same::of(&document.source)
            && inputs.global == Same::of(self.global)
            && inputs.tables.iter().all(|(id, table)| *table == self.table(id))
            && inputs.named.iter().all(|(id, text)| *text == self.text(id))
            && inputs.all_tables.as_ref().is_none_or(|all| *all == Same::of(&self.documents.addresses))
    }

    fn table(&self, id: &DocumentId) -> Option<Same<AddressTable>> {
        self.documents.addresses.of(id).map(Same::of)
    }

    fn text(&self, id: &DocumentId) -> Option<Same<Body>> {
        self.documents.document(id).map(|document| Same::of(&document.body))
    }
}
