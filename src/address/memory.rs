//! What was found out about addresses in the last run.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::assign::Recorded;
use super::document::{DraftKey, Prepared};
use super::ledger::Ledger;
use super::lock::{Lock, SITE_LOCK, SiteLock, parse};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::{Body, DocumentId};
use crate::recall::{Recall, RecallOne, Same};

/// A record as read.
pub(super) type Read<T> = Result<Arc<T>, Diagnostics>;

/// How many drafts there are, and the locks of all documents that have one, in order.
pub(super) type LocksKey = (usize, Vec<Option<Same<Lock>>>);

/// What was found out about addresses in the last run, each with all it was found out from.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) site: RecallOne<Same<SourceFile>, Read<SiteLock>>,
    locks: Recall<Same<SourceFile>, Read<Lock>>,
    pub(super) drafts: Recall<DraftKey, Arc<Prepared>>,
    pub(super) ledger: RecallOne<LocksKey, Arc<Ledger>>,
    /// Texts with the addresses their locks know, by what is known of the document.
    pub(super) applied: Recall<Same<Prepared>, Arc<Body>>,
    pub(super) recorded: BTreeMap<DocumentId, (Same<Prepared>, Arc<Recorded>)>,
}

impl Memory {
    /// How many documents the last run had to compare with their records.
    #[must_use]
    pub fn documents_matched(&self) -> usize {
        self.drafts.made()
    }

    /// The documents' locks, by path.
    pub(super) fn read(&mut self, files: &BTreeMap<String, Arc<SourceFile>>) -> BTreeMap<String, Read<Lock>> {
        let files = files.iter().filter(|(path, _)| *path != SITE_LOCK);
        let wanted: Vec<_> = files.map(|(path, file)| (path.as_str(), Same::of(file), file)).collect();
        let paths: Vec<String> = wanted.iter().map(|(path, _, _)| (*path).to_owned()).collect();
        let read = self.locks.each(wanted, |_, file| parse(file).map(Arc::new));
        paths.into_iter().zip(read).collect()
    }
}
