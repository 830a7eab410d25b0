//! The changes of a document since its last release, read from its address record.

use std::collections::BTreeSet;

use crate::address::{AddressRecord, RecordEntry, by_position};
use crate::policy::{ClauseId, Position};

/// What has become of a clause since the last release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseChange {
    /// Its permanent id.
    pub id: ClauseId,
    /// The kind of change.
    pub kind: ClauseChangeKind,
    /// The clause as released; none for a new one.
    pub before: Option<Wording>,
    /// The clause as it is now; none if it is gone.
    pub after: Option<Wording>,
}

/// The kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseChangeKind {
    /// It is new.
    New,
    /// It is gone.
    Withdrawn,
    /// It has another text.
    Reworded,
    /// It has the same text at another place.
    Moved,
}

/// A clause as it stands in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Its place.
    pub position: Position,
    /// The place as it is cited: `5(1)`.
    pub name: Box<str>,
    /// Its own text, without markup and label.
    pub text: Box<str>,
}

impl Wording {
    fn of(entry: &RecordEntry) -> Self {
        Self { position: entry.position.clone(), name: entry.name.clone(), text: entry.text.clone() }
    }
}

/// The changes since the last release, in the order of the page. A document that was never released has none.
#[must_use]
pub fn changes(record: &AddressRecord) -> Vec<ClauseChange> {
    if !record.has_released() {
        return Vec::new();
    }
    let renamed = record.renamed_since_release();
    let replaced: BTreeSet<&ClauseId> = renamed.values().copied().collect();
    let mut changes = Vec::new();
    for (id, entry) in &record.entries {
        // An id that its author has replaced stands with the new one.
        let was = renamed.get(id).and_then(|was| record.entries.get(*was)).unwrap_or(entry);
        let before = was.released().filter(|before| before.is_live()).map(Wording::of);
        let after = entry.is_live().then(|| Wording::of(entry));
        if let Some(kind) = kind(before.as_ref(), after.as_ref()).filter(|_| !replaced.contains(id)) {
            changes.push(ClauseChange { id: id.clone(), kind, before, after });
        }
    }
    changes.sort_by(|a, b| match (a.wording(), b.wording()) {
        (Some(first), Some(second)) => by_position(&first.position, &second.position).then_with(|| a.id.cmp(&b.id)),
        _ => a.id.cmp(&b.id),
    });
    changes
}

impl ClauseChange {
    /// The clause as it is now, or else as it was.
    #[must_use]
    pub fn wording(&self) -> Option<&Wording> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

fn kind(before: Option<&Wording>, after: Option<&Wording>) -> Option<ClauseChangeKind> {
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(ClauseChangeKind::New),
        (Some(_), None) => Some(ClauseChangeKind::Withdrawn),
        (Some(before), Some(after)) if before.text != after.text => Some(ClauseChangeKind::Reworded),
        (Some(before), Some(after)) => (before.position != after.position).then_some(ClauseChangeKind::Moved),
    }
}
