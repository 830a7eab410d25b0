//! Results about addresses that are kept from one run to the next.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lock::{AddressRecord, Parsed, PublishedList, SITE_LOCK, parse};
use super::matched::{MatchKey, MatchedDocument};
use super::recorded_ids::RecordedIds;
use super::recorder::AllRecorded;
use crate::diagnostic::SourceFile;
use crate::policy::Body;
use crate::recall::{Recall, RecallOne, Same};

/// The number of documents, and the records of all documents that have one, in order.
pub(super) type RecordsKey = (usize, Vec<Option<Same<AddressRecord>>>);

/// The results of the last run, each with everything it was made from.
#[derive(Debug, Default)]
pub struct AddressMemory {
    pub(super) list: RecallOne<Same<SourceFile>, Parsed<PublishedList>>,
    records: Recall<Same<SourceFile>, Parsed<AddressRecord>>,
    pub(super) matched: Recall<MatchKey, Arc<MatchedDocument>>,
    pub(super) recorded_ids: RecallOne<RecordsKey, Arc<RecordedIds>>,
    /// Texts with the addresses of unchanged records.
    pub(super) applied: Recall<Same<MatchedDocument>, Arc<Body>>,
    pub(super) recorded: AllRecorded,
}

impl AddressMemory {
    /// The number of documents that the last run compared with their records.
    #[must_use]
    pub fn documents_matched(&self) -> usize {
        self.matched.made()
    }

    /// The records of documents, by path of their lock.
    pub(super) fn read(
        &mut self,
        files: &BTreeMap<String, Arc<SourceFile>>,
    ) -> BTreeMap<String, Parsed<AddressRecord>> {
        let files = files.iter().filter(|(path, _)| *path != SITE_LOCK);
        let wanted: Vec<_> = files.map(|(path, file)| (path.as_str(), Same::of(file), file)).collect();
        let paths: Vec<String> = wanted.iter().map(|(path, _, _)| (*path).to_owned()).collect();
        let read = self.records.each(wanted, |_, file| parse(file).map(Arc::new));
        paths.into_iter().zip(read).collect()
    }
}
