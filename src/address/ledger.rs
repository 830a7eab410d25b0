//! All ids that are recorded in a site, and whose they are.

use std::sync::Arc;

use super::lock::{Lock, State};
use crate::policy::TombstoneState;

/// All recorded ids in order, each with the number of the lock it stands in.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    ids: Vec<(Box<str>, usize)>,
    /// Ids that stay in two locks, with the numbers of both.
    pub(super) clashes: Vec<(Box<str>, usize, usize)>,
}

impl Ledger {
    pub(super) fn of(locks: &[Arc<Lock>]) -> Self {
        let mut staying: Vec<(&str, usize)> = Vec::new();
        let mut ids: Vec<(&str, usize)> = Vec::new();
        for (number, lock) in locks.iter().enumerate() {
            ids.extend(lock.entries.keys().map(|id| (&**id, number)));
            let own = lock.entries.iter().filter(|(_, entry)| !is_moved(&entry.state));
            staying.extend(own.map(|(id, _)| (&**id, number)));
        }
        ids.sort_unstable();
        staying.sort_unstable();
        let clashes = staying.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        Self {
            clashes: clashes.map(|pair| (pair[0].0.into(), pair[0].1, pair[1].1)).collect(),
            ids: ids.into_iter().map(|(id, number)| (id.into(), number)).collect(),
        }
    }

    /// The numbers of the locks in which an id stands.
    pub(super) fn owners(&self, id: &str) -> impl Iterator<Item = usize> {
        let start = self.ids.partition_point(|(known, _)| **known < *id);
        self.ids[start..].iter().take_while(move |(known, _)| **known == *id).map(|(_, number)| *number)
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.binary_search_by(|(known, _)| (**known).cmp(id)).is_ok()
    }
}

/// A clause that was moved has its id in both documents.
pub(super) fn is_moved(state: &State) -> bool {
    matches!(state, State::Gone(gone) if gone.how == TombstoneState::Moved)
}
