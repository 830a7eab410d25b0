//! Records documents one after the other, so that all new ids differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::input::Mode;
use super::lock::AddressRecord;
use super::matched::{MatchedDocument, PendingDocument};
use super::mint::{AskedId, TakenIds};
use super::recorded_ids::RecordedIds;
use super::recording::{self, Version};
use super::{apply, ask, wording};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Body, DocumentId, Unreleased};
use crate::recall::Same;

/// A document whose record has been brought up to its text.
#[derive(Debug)]
pub(super) struct RecordedDocument {
    pub(super) body: Arc<Body>,
    /// The text of the lock.
    pub(super) lock: String,
    /// Changes of addresses that readers will notice.
    pub(super) found: Diagnostics,
    /// What no release has made public yet.
    pub(super) unreleased: Unreleased,
    /// The record with what it was at the last release.
    pub(super) since_release: Arc<AddressRecord>,
    /// The ids that were looked up for minting.
    asked: Vec<AskedId>,
}

/// Recorded documents by name.
pub(super) type AllRecorded = BTreeMap<DocumentId, (Same<MatchedDocument>, Arc<RecordedDocument>)>;

pub(super) struct Recorder {
    taken: TakenIds,
    /// Documents recorded in the last run.
    before: AllRecorded,
    /// Documents recorded in this run.
    pub(super) after: AllRecorded,
}

impl Recorder {
    pub(super) fn new(documents: &[PendingDocument], recorded: Arc<RecordedIds>, before: AllRecorded) -> Self {
        let mut taken = TakenIds::of(recorded);
        documents.iter().flat_map(|document| document.authored_ids()).for_each(|(_, id)| taken.add(id));
        Self { taken, before, after: BTreeMap::new() }
    }

    /// Records a document. If the document is the same, and each id looked up for it is taken or free as before, the result of the
    /// last run is used.
    pub(super) fn record(&mut self, document: &Arc<MatchedDocument>) -> Arc<RecordedDocument> {
        let known = self.before.remove(&document.id).filter(|(known, _)| *known == Same::of(document));
        let known = known.map(|(_, recorded)| recorded).filter(|known| self.taken.take_again(&known.asked));
        let recorded = known.unwrap_or_else(|| Arc::new(self.record_anew(document)));
        self.after.insert(document.id.clone(), (Same::of(document), Arc::clone(&recorded)));
        recorded
    }

    fn record_anew(&mut self, document: &MatchedDocument) -> RecordedDocument {
        let version = Version { clauses: &document.clauses, matched: &document.matches.ids, date: document.date };
        let mut record = AddressRecord::clone(&document.record);
        let changes = recording::record(&mut record, &version, &mut self.taken);
        let found = findings(document, &record, &changes);
        let mut body = Body::clone(&document.body);
        apply::apply(&mut body, changes.ids, Some(&record));
        let since_release = Arc::new(record.clone());
        match document.mode {
            Mode::Release => record.release(),
            // The new name is public with the next release.
            Mode::Record | Mode::Locked => record.document.clone_from(&document.recorded_name),
        }
        let (lock, unreleased) = (record.to_text(), record.unreleased());
        RecordedDocument {
            body: Arc::new(body),
            lock,
            found,
            unreleased,
            since_release,
            asked: self.taken.take_asked(),
        }
    }
}

/// Findings about addresses that lead elsewhere from this version on.
fn findings(document: &MatchedDocument, record: &AddressRecord, changes: &recording::Recorded) -> Diagnostics {
    let mut found = wording::changed(document);
    for id in &changes.withdrawn {
        let Some(entry) = record.entries.get(id) else { continue };
        let finding = catalogue::address_withdrawn(&entry.name, id.as_str(), &ask::shown(&entry.text));
        found.push(finding.in_file(document.source.path.clone()));
    }
    if !changes.retargeted.is_empty() {
        let finding = catalogue::address_retargeted(&changes.retargeted.join("、"));
        found.push(finding.in_file(document.source.path.clone()));
    }
    found
}
