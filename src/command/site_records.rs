//! A site with its address records, for the commands that look at addresses or settle them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::arguments::SiteInput;
use super::error::{CommandError, Failure};
use super::gather::gather;
use super::{CommandContext, published_sites};
use crate::address::{self, AddressRecord, AddressedClause, PublishedList, SITE_LOCK, read_list, read_record, settle};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Finding, catalogue};
use crate::policy::{ClauseId, Document, DocumentId, Published};
use crate::source;

/// A site and the records of its addresses.
#[derive(Clone)]
pub(super) struct SiteRecords {
    pub(super) corpus: Corpus,
    /// The records that could be read, by path.
    pub(super) locks: BTreeMap<String, AddressRecord>,
    /// The list of published documents; none where it is missing or damaged.
    pub(super) list: Option<PublishedList>,
    /// The commands that give the likeliest answer to each open question.
    pub(super) first_answers: Vec<String>,
    /// The findings in the records.
    damaged: Diagnostics,
    /// Digests of the records as they were read, by path.
    pub(super) seen: BTreeMap<String, blake3::Hash>,
    /// The sites in the folders to be published.
    published: Vec<Arc<Published>>,
    /// The site's folder.
    pub(super) folder: PathBuf,
}

/// A document with its record.
pub(super) struct DocumentRecord<'a> {
    document: &'a Document,
    pub(super) lock: AddressRecord,
    /// The path of the record.
    pub(super) path: String,
    pub(super) units: Vec<AddressedClause>,
}

impl SiteRecords {
    /// Reads the site. Findings in its documents are no obstacle: the command may be about to settle them.
    pub(super) fn open(input: &SiteInput, context: &CommandContext) -> Result<Self, Failure> {
        let (mut tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        tree.published = published_sites::find(&input.site, None);
        let published = tree.published.clone();
        let records = tree.files.iter().filter(|(path, _)| path.ends_with(".lock"));
        let seen = records.map(|(path, bytes)| (path.clone(), blake3::hash(bytes))).collect();
        let gathered = gather(tree, found, input, context)?;
        let mut records = Self {
            corpus: gathered.corpus,
            locks: BTreeMap::new(),
            list: None,
            first_answers: gathered.first_answers,
            damaged: Diagnostics::default(),
            seen,
            published,
            folder: input.site.clone(),
        };
        for (path, file) in &gathered.locks {
            let damage = if path == SITE_LOCK {
                read_list(file).map(|list| records.list = Some(list)).err()
            } else {
                read_record(file).map(|lock| records.locks.insert(path.clone(), lock)).err()
            };
            records.damaged.extend(damage.unwrap_or_default());
        }
        Ok(records)
    }

    /// Refuses while a record is damaged: ids that cannot be read could be given twice.
    pub(super) fn check_undamaged(&self) -> Result<(), CommandError> {
        if self.damaged.is_empty() { Ok(()) } else { Err(CommandError::Found(self.damaged.clone())) }
    }

    /// The document of an id: the one in which its clause stands or was withdrawn, not one that the clause has left.
    pub(super) fn owner(&self, id: &ClauseId) -> Result<DocumentId, Finding> {
        let all = self.locks.values().filter_map(|lock| Some((lock, lock.entries.get(id)?)));
        let found = all.min_by_key(|(_, entry)| match &entry.state {
            address::ClauseState::Live { .. } => 0,
            address::ClauseState::Gone(gone) if gone.moved_to.is_some() => 3,
            address::ClauseState::Gone(_) => 1,
            address::ClauseState::Renamed { .. } => 2,
        });
        let (lock, _) = found.ok_or_else(|| catalogue::anchor_nowhere(id.as_str()))?;
        Ok(self.current_name(&lock.document))
    }

    /// The present name of a document that may have been renamed.
    pub(super) fn current_name(&self, id: &DocumentId) -> DocumentId {
        self.corpus.renamed.get(id).unwrap_or(id).clone()
    }

    /// A document of today with its record; the record is empty when there is none.
    pub(super) fn record_of(&self, id: &DocumentId) -> Result<DocumentRecord<'_>, Finding> {
        let document = self.corpus.document(id).ok_or_else(|| catalogue::anchor_nowhere(&id.0))?;
        let path = address::lock_path(&document.source.path);
        let lock = self.locks.get(&path).cloned().unwrap_or_else(|| AddressRecord::new(id.clone()));
        if self.current_name(&lock.document) != *id {
            return Err(catalogue::lock_of_another(&lock.document.0, &id.0));
        }
        let lock = AddressRecord { document: id.clone(), ..lock };
        Ok(DocumentRecord { document, lock, path, units: address::addressed_clauses(&document.body) })
    }

    /// The permanent ids of published sites that no record has and that were not given up. Each with the name its document
    /// had; the site does not tell the document where it was taken down.
    pub(super) fn unrecorded(&self) -> BTreeMap<ClauseId, Option<DocumentId>> {
        let recorded = settle::ids_of(self.locks.values());
        let given_up: BTreeSet<&ClauseId> =
            self.list.iter().flat_map(|list| list.given_up.values().flatten()).collect();
        let published = self.published.iter().flat_map(|site| &site.ids);
        let lost = published.filter(|(id, _)| !recorded.contains(*id) && !given_up.contains(id));
        lost.map(|(id, owner)| (id.clone(), owner.clone())).collect()
    }

    /// Returns whether a document is the only one that was taken down and has no record.
    pub(super) fn is_only_withdrawn_without_record(&self, id: &DocumentId) -> bool {
        let documents = self.list.iter().flat_map(|list| &list.documents);
        let withdrawn = documents.filter(|(_, fate)| matches!(fate, address::DocumentFate::TakenDown { .. }));
        let has_record = |name: &DocumentId| self.locks.values().any(|lock| lock.document == *name);
        withdrawn.map(|(name, _)| name).filter(|name| !has_record(name)).eq([id])
    }

    /// Every id of the site: recorded ones and those that authors have written.
    pub(super) fn ids(&self) -> BTreeSet<ClauseId> {
        let mut ids = settle::ids_of(self.locks.values());
        for document in self.corpus.documents() {
            document.body.each_clause(|clause| {
                ids.extend(clause.authored_id.as_ref().map(|id| id.value.clone()));
            });
        }
        ids
    }
}

impl DocumentRecord<'_> {
    /// The id of each unit, as far as it is certain; empty for one that has none.
    pub(super) fn ids(&self) -> Vec<ClauseId> {
        let matched = address::find(&self.lock, &self.units).ids;
        let authored = self.units.iter().map(|unit| unit.authored.as_ref().map(|id| id.value.clone()));
        authored.zip(matched).map(|(authored, matched)| matched.or(authored).unwrap_or_default()).collect()
    }

    pub(super) fn revised<'a>(&'a self, taken: &'a BTreeSet<ClauseId>) -> settle::RevisedDocument<'a> {
        let date = address::version_date(&self.document.meta);
        settle::RevisedDocument { record: &self.lock, clauses: &self.units, date, taken }
    }
}
