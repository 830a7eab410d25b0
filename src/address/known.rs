//! Facts about documents that hold before any text is compared with its record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::input::{AddressContext, AddressInput};
use super::lock::{AddressRecord, DocumentFate, Parsed, PublishedList, lock_path};
use crate::diagnostic::Diagnostics;
use crate::policy::DocumentId;

/// The documents and records of the site, as they were read.
#[derive(Clone, Copy)]
pub(super) struct SiteInputs<'a> {
    pub(super) inputs: &'a BTreeMap<DocumentId, AddressInput<'a>>,
    pub(super) context: &'a AddressContext<'a>,
    /// The records of documents, by path of their lock.
    pub(super) records: &'a BTreeMap<String, Parsed<AddressRecord>>,
}

/// The history of documents as the list of the site and the front matter give it.
#[derive(Debug, Default)]
pub(super) struct KnownDocuments {
    pub(super) list: Arc<PublishedList>,
    /// Whether the list may be written: not if it is damaged.
    pub(super) is_writable: bool,
    /// Former names of documents with their present names.
    pub(super) renamed: BTreeMap<DocumentId, DocumentId>,
    /// Former names that the list does not mark as such yet. The record of each document covers them.
    pub(super) taken_over: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were moved without their lock.
    pub(super) left_behind: BTreeSet<DocumentId>,
    /// Paths of records without a document that no release knows.
    pub(super) obsolete: BTreeSet<String>,
    /// Documents that seem to be lost ones under another name.
    pub(super) renamed_untold: BTreeSet<DocumentId>,
    /// The commands that give the likeliest answers to the questions about whole documents.
    pub(super) first_answers: Vec<String>,
    pub(super) found: Diagnostics,
}

impl KnownDocuments {
    /// Whether a document was published before, under this or a former name.
    pub(super) fn was_published(&self, id: &DocumentId) -> bool {
        let is_it = |(former, now): (&DocumentId, &DocumentId)| now == id && self.list.documents.contains_key(former);
        matches!(self.list.documents.get(id), Some(DocumentFate::Published)) || self.renamed.iter().any(is_it)
    }

    /// Whether there must be a record under exactly this name.
    pub(super) fn has_own_record(&self, id: &DocumentId) -> bool {
        matches!(self.list.documents.get(id), Some(DocumentFate::Published | DocumentFate::TakenDown { .. }))
    }

    pub(super) fn was_taken_down(&self, id: &DocumentId) -> bool {
        matches!(self.list.documents.get(id), Some(DocumentFate::TakenDown { .. }))
    }

    /// Whether a document has had this name, or its addresses were given up on purpose.
    pub(super) fn is_name(&self, id: &DocumentId) -> bool {
        self.renamed.contains_key(id) || self.list.documents.contains_key(id) || self.list.given_up.contains_key(id)
    }

    /// The present name of a document.
    pub(super) fn now<'a>(&'a self, id: &'a DocumentId) -> &'a DocumentId {
        self.renamed.get(id).unwrap_or(id)
    }

    pub(super) fn former_names(&self, id: &DocumentId) -> impl Iterator<Item = &DocumentId> {
        self.renamed.iter().filter(move |(_, now)| *now == id).map(|(former, _)| former)
    }

    /// The records of documents that were taken down and are not public again, each with the document's fate.
    pub(super) fn taken_down(&self, site: &SiteInputs<'_>) -> Vec<(Arc<AddressRecord>, DocumentFate)> {
        let fates = self.list.documents.iter().filter(|(_, fate)| matches!(fate, DocumentFate::TakenDown { .. }));
        let is_gone = |id: &DocumentId| !site.is_public(self.now(id));
        let records = fates.filter(|(id, _)| is_gone(id)).filter_map(|(id, fate)| Some((site.record_of(id)?, fate)));
        records.map(|(record, fate)| (Arc::clone(record), fate.clone())).collect()
    }
}

impl<'a> SiteInputs<'a> {
    /// Whether there is a public document of this name.
    pub(super) fn is_public(&self, id: &DocumentId) -> bool {
        self.inputs.get(id).is_some_and(|input| input.meta.is_public(self.context.now))
    }

    /// The record with most entries under a name, wherever its lock is.
    pub(super) fn record_of(&self, id: &DocumentId) -> Option<&'a Arc<AddressRecord>> {
        let named = self.records.values().flatten().filter(|record| record.document == *id);
        named.max_by_key(|record| record.entries.len())
    }

    /// Whether the document beside a lock exists and could not be read. Such a document has its own findings.
    pub(super) fn is_document_unreadable(&self, lock: &str) -> bool {
        let stem = lock.strip_suffix(".lock").unwrap_or(lock);
        self.context.unreadable.contains(&format!("{stem}.md"))
    }

    /// The paths of the locks beside the documents.
    pub(super) fn lock_paths(&self) -> BTreeSet<String> {
        self.inputs.values().map(|input| lock_path(&input.source.path)).collect()
    }
}
