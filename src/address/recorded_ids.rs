//! All ids that are recorded in a site, and the records they are in.

use std::sync::Arc;

use super::lock::{AddressRecord, ClauseState};
use crate::policy::{ClauseId, TombstoneState};

/// All recorded ids in order, each with the index of its record.
#[derive(Debug, Default)]
pub(super) struct RecordedIds {
    ids: Vec<(ClauseId, usize)>,
    /// Ids of clauses in two records, with the indices of both. Moved clauses do not count.
    pub(super) clashes: Vec<(ClauseId, usize, usize)>,
}

impl RecordedIds {
    pub(super) fn of(records: &[Arc<AddressRecord>]) -> Self {
        let mut staying: Vec<(&ClauseId, usize)> = Vec::new();
        let mut ids: Vec<(&ClauseId, usize)> = Vec::new();
        for (number, record) in records.iter().enumerate() {
            ids.extend(record.entries.keys().map(|id| (id, number)));
            let own = record.entries.iter().filter(|(_, entry)| !is_moved(&entry.state));
            staying.extend(own.map(|(id, _)| (id, number)));
        }
        ids.sort_unstable();
        staying.sort_unstable();
        let clashes = staying.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        Self {
            clashes: clashes.map(|pair| (pair[0].0.clone(), pair[0].1, pair[1].1)).collect(),
            ids: ids.into_iter().map(|(id, number)| (id.clone(), number)).collect(),
        }
    }

    /// The indices of the records that have an id.
    pub(super) fn owners(&self, id: &ClauseId) -> impl Iterator<Item = usize> {
        let start = self.ids.partition_point(|(known, _)| known < id);
        self.ids[start..].iter().take_while(move |(known, _)| known == id).map(|(_, number)| *number)
    }

    pub(super) fn has(&self, id: &ClauseId) -> bool {
        self.ids.binary_search_by(|(known, _)| known.cmp(id)).is_ok()
    }
}

/// Whether a clause was moved to another document. Both records have its id then.
pub(super) fn is_moved(state: &ClauseState) -> bool {
    matches!(state, ClauseState::Gone(gone) if gone.how == TombstoneState::Moved)
}
