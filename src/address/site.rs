//! The documents of the site through time: which were published, renamed, taken down, and which have got lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::assign::{Context, Input};
use super::document::lock_path;
use super::lock::{Fate, Lock, SITE_LOCK, SiteLock, parse_site};
use super::memory::{Memory, Read};
use super::{names, records};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::DocumentId;
use crate::recall::Same;

/// What is known of documents before any of them is looked into.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) lock: Arc<SiteLock>,
    /// Whether the site's lock may be written: not when it is damaged.
    pub(super) is_writable: bool,
    /// Former names and what they mean now.
    pub(super) renamed: BTreeMap<DocumentId, DocumentId>,
    /// Former names that the site's lock does not call so yet; their records, if there were any, are those of their documents.
    pub(super) taken_over: BTreeMap<DocumentId, DocumentId>,
    /// Documents whose lock stands where the document no longer is.
    pub(super) left_behind: BTreeSet<DocumentId>,
    pub(super) found: Diagnostics,
}

impl Known {
    /// Whether a document was published before, under this or a former name.
    pub(super) fn was_published(&self, id: &DocumentId) -> bool {
        let is_it = |(former, now): (&DocumentId, &DocumentId)| now == id && self.lock.documents.contains_key(former);
        matches!(self.lock.documents.get(id), Some(Fate::Published)) || self.renamed.iter().any(is_it)
    }

    /// Whether there must be a record under just this name.
    pub(super) fn has_own_record(&self, id: &DocumentId) -> bool {
        matches!(self.lock.documents.get(id), Some(Fate::Published | Fate::TakenDown { .. }))
    }

    /// Whether a document was taken down.
    pub(super) fn was_taken_down(&self, id: &DocumentId) -> bool {
        matches!(self.lock.documents.get(id), Some(Fate::TakenDown { .. }))
    }

    /// Whether a name has been given to a document, or was given up on purpose.
    pub(super) fn is_name(&self, id: &DocumentId) -> bool {
        self.renamed.contains_key(id) || self.lock.documents.contains_key(id) || self.lock.given_up.contains_key(id)
    }

    /// What a document is called now.
    pub(super) fn now<'a>(&'a self, id: &'a DocumentId) -> &'a DocumentId {
        self.renamed.get(id).unwrap_or(id)
    }

    /// Former names of a document.
    pub(super) fn former_names(&self, id: &DocumentId) -> impl Iterator<Item = &DocumentId> {
        self.renamed.iter().filter(move |(_, now)| *now == id).map(|(former, _)| former)
    }

    pub(super) fn is_left_behind(&self, id: &DocumentId) -> bool {
        self.left_behind.contains(id)
    }

    /// The records of documents that were taken down and are not public again, with what became of each.
    pub(super) fn taken_down(&self, seen: &Seen<'_>) -> Vec<(Arc<Lock>, Fate)> {
        let fates = self.lock.documents.iter().filter(|(_, fate)| matches!(fate, Fate::TakenDown { .. }));
        let is_gone = |id: &DocumentId| !seen.is_public(self.now(id));
        let records = fates.filter(|(id, _)| is_gone(id)).filter_map(|(id, fate)| Some((seen.record_of(id)?, fate)));
        records.map(|(lock, fate)| (Arc::clone(lock), fate.clone())).collect()
    }
}

/// The documents and records there are.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) inputs: &'a BTreeMap<DocumentId, Input<'a>>,
    pub(super) context: &'a Context<'a>,
    pub(super) locks: &'a BTreeMap<String, Read<Lock>>,
}

impl<'a> Seen<'a> {
    /// Whether there is a document of this name that is public.
    pub(super) fn is_public(&self, id: &DocumentId) -> bool {
        self.inputs.get(id).is_some_and(|input| input.meta.is_public(self.context.now))
    }

    /// The fullest record that bears a name, wherever it stands.
    pub(super) fn record_of(&self, id: &DocumentId) -> Option<&'a Arc<Lock>> {
        let named = self.locks.values().flatten().filter(|lock| lock.document == *id);
        named.max_by_key(|lock| lock.entries.len())
    }

    /// Whether the document beside a lock is there and could not be read: it has its own findings.
    pub(super) fn is_unreadable(&self, lock: &str) -> bool {
        let stem = lock.strip_suffix(".lock").unwrap_or(lock);
        self.context.unreadable.contains(&format!("{stem}.md"))
    }

    /// The paths at which the records of the documents belong.
    pub(super) fn right_paths(&self) -> BTreeSet<String> {
        self.inputs.values().map(|input| lock_path(&input.source.path)).collect()
    }
}

/// Reads the site's lock and the former names, and looks for documents and records that are gone.
pub(super) fn survey(seen: &Seen<'_>, memory: &mut Memory) -> Known {
    let context = seen.context;
    let mut known = Known { is_writable: true, ..Known::default() };
    let read = |file| memory.site.get(Same::of(file), |file| parse_site(&file.0).map(Arc::new));
    match context.locks.get(SITE_LOCK).map(read) {
        Some(Ok(lock)) => known.lock = lock,
        Some(Err(found)) => {
            known.found.extend(found);
            known.is_writable = false;
        }
        None if context.unreadable.contains(SITE_LOCK) => known.is_writable = false,
        None if context.locks.is_empty() => {}
        None => {
            known.found.push(catalogue::site_lock_missing().in_file(SITE_LOCK));
            known.is_writable = false;
        }
    }
    names::renamings(&mut known, seen);
    records::check(&mut known, seen);
    if known.is_writable {
        lost(&mut known, seen);
    }
    known
}

fn lost(known: &mut Known, seen: &Seen<'_>) {
    let unreadable = seen.locks.iter().filter(|(path, _)| seen.is_unreadable(path));
    let unreadable: BTreeSet<&DocumentId> =
        unreadable.filter_map(|(_, lock)| Some(&lock.as_ref().ok()?.document)).collect();
    for (id, fate) in &known.lock.documents {
        let now = known.renamed.get(id).unwrap_or(id);
        let is_there = seen.inputs.contains_key(now) || unreadable.contains(now) || unreadable.contains(id);
        if !is_there && !known.was_taken_down(now) && !matches!(fate, Fate::TakenDown { .. }) {
            known.found.push(catalogue::document_lost(&now.0).in_file(SITE_LOCK));
        }
    }
}
