//! The documents and their records, as somebody finds them who settles what became of an address.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::Refused;
use crate::address::{self, Lock, Mode, SITE_LOCK, SiteLock, Unit, read_lock, read_site_lock, settle};
use crate::command::arguments::Input;
use crate::command::{Context, Failure, in_threads, published};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Finding, catalogue};
use crate::pipeline::{self, Drafts, Options, Unobserved};
use crate::policy::{Document, DocumentId, Published};
use crate::source;

/// All that answers are given from.
pub(in crate::command) struct Office {
    pub(in crate::command) corpus: Corpus,
    /// The records that could be read, by path.
    pub(super) locks: BTreeMap<String, Lock>,
    /// The list of published documents; none where there is none or it is damaged.
    pub(super) list: Option<SiteLock>,
    /// What is wrong with the records.
    pub(super) damaged: Diagnostics,
    /// Digests of the records as they were read, by path.
    pub(super) seen: BTreeMap<String, blake3::Hash>,
    /// The sites that stand in the folders to be published.
    pub(super) published: Vec<Arc<Published>>,
    /// The site's folder.
    pub(super) folder: PathBuf,
}

/// Published ids in no record. The site does not tell the document of an id where it was taken down.
pub(super) type Unrecorded = BTreeMap<Box<str>, Option<DocumentId>>;

/// A document with its record.
pub(super) struct Folder<'a> {
    pub(super) document: &'a Document,
    pub(super) lock: Lock,
    pub(super) path: String,
    pub(super) units: Vec<Unit>,
}

impl Office {
    /// Reads the site. What is wrong with its documents is no obstacle: it may be what is to be settled.
    pub(in crate::command) fn open(input: &Input, context: &Context) -> Result<Self, Failure> {
        let (mut tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        tree.published = published::standing(&input.site, None);
        let published = tree.published.clone();
        let records = tree.files.iter().filter(|(path, _)| path.ends_with(".lock"));
        let seen = records.map(|(path, bytes)| (path.clone(), blake3::hash(bytes))).collect();
        let options =
            Options { now: context.now, fails_from: context.fails_from, locks: Mode::Record, drafts: Drafts::Withheld };
        let gathered = in_threads(input.jobs, || {
            pipeline::gather(tree, found, &options, &Unobserved).map_err(|unread| Failure::Site(unread.diagnostics))
        })?;
        let mut office = Self {
            corpus: gathered.corpus,
            locks: BTreeMap::new(),
            list: None,
            damaged: Diagnostics::default(),
            seen,
            published,
            folder: input.site.clone(),
        };
        for (path, file) in &gathered.locks {
            let damage = if path == SITE_LOCK {
                read_site_lock(file).map(|list| office.list = Some(list)).err()
            } else {
                read_lock(file).map(|lock| office.locks.insert(path.clone(), lock)).err()
            };
            office.damaged.extend(damage.unwrap_or_default());
        }
        Ok(office)
    }

    /// Nothing is settled while a record is damaged: ids that cannot be read could be given twice.
    pub(super) fn sound(&self) -> Result<(), Refused> {
        if self.damaged.is_empty() { Ok(()) } else { Err(Refused::Found(self.damaged.clone())) }
    }

    /// The document of an id: where its clause stands or fell, not where it once left for another.
    pub(super) fn owner(&self, id: &str) -> Result<DocumentId, Finding> {
        let all = self.locks.values().filter_map(|lock| Some((lock, lock.entries.get(id)?)));
        let found = all.min_by_key(|(_, entry)| match &entry.state {
            address::State::Live { .. } => 0,
            address::State::Gone(gone) if gone.moved_to.is_some() => 3,
            address::State::Gone(_) => 1,
            address::State::Renamed { .. } => 2,
        });
        let (lock, _) = found.ok_or_else(|| catalogue::anchor_nowhere(id))?;
        Ok(self.name_now(&lock.document))
    }

    /// What a document is called now.
    pub(super) fn name_now(&self, id: &DocumentId) -> DocumentId {
        self.corpus.renamed.get(id).unwrap_or(id).clone()
    }

    /// A document that is there, with its record; an empty one when it has none.
    pub(super) fn folder(&self, id: &DocumentId) -> Result<Folder<'_>, Finding> {
        let document = self.corpus.document(id).ok_or_else(|| catalogue::anchor_nowhere(&id.0))?;
        let path = address::lock_path(&document.source.path);
        let lock = self.locks.get(&path).cloned().unwrap_or_else(|| Lock::new(id.clone()));
        if self.name_now(&lock.document) != *id {
            return Err(catalogue::lock_of_another(&lock.document.0, &id.0));
        }
        let lock = Lock { document: id.clone(), ..lock };
        Ok(Folder { document, lock, path, units: address::units(&document.body) })
    }

    /// The permanent ids of published sites that no record has and that were not given up, with their documents as they
    /// were called.
    pub(super) fn unrecorded(&self) -> Unrecorded {
        let recorded = settle::ids_of(self.locks.values());
        let given_up: BTreeSet<&Box<str>> =
            self.list.iter().flat_map(|list| list.given_up.values().flatten()).collect();
        let published = self.published.iter().flat_map(|site| &site.ids);
        let lost = published.filter(|(id, _)| !recorded.contains(*id) && !given_up.contains(id));
        lost.map(|(id, owner)| (id.clone(), owner.clone())).collect()
    }

    /// Whether a document is the only one that was taken down and has no record.
    pub(super) fn is_only_withdrawn_without_record(&self, id: &DocumentId) -> bool {
        let documents = self.list.iter().flat_map(|list| &list.documents);
        let withdrawn = documents.filter(|(_, fate)| matches!(fate, address::Fate::TakenDown { .. }));
        let has_record = |name: &DocumentId| self.locks.values().any(|lock| lock.document == *name);
        withdrawn.map(|(name, _)| name).filter(|name| !has_record(name)).eq([id])
    }

    /// Every id of the site: recorded ones and those of authors.
    pub(super) fn ids(&self) -> BTreeSet<Box<str>> {
        let mut ids = settle::ids_of(self.locks.values());
        for document in self.corpus.documents() {
            document.body.each_clause(|clause| {
                ids.extend(clause.authored_id.as_ref().map(|id| id.value.clone()));
            });
        }
        ids
    }
}

impl Folder<'_> {
    /// The id of each unit, as far as it is certain; empty for one that has none.
    pub(super) fn ids(&self) -> Vec<Box<str>> {
        let matched = address::find(&self.lock, &self.units).ids;
        let authored = self.units.iter().map(|unit| unit.authored.as_ref().map(|id| id.value.clone()));
        authored.zip(matched).map(|(authored, matched)| matched.or(authored).unwrap_or_default()).collect()
    }

    pub(super) fn desk<'a>(&'a self, taken: &'a BTreeSet<Box<str>>) -> settle::Desk<'a> {
        let date = address::version_date(&self.document.meta);
        settle::Desk { lock: &self.lock, units: &self.units, date, taken }
    }
}
