//! What a release has promised of a record. An entry that no release knows may go without trace, and the changes since the
//! last release may be undone without trace.
//!
//! ```text
//! {"id":"hrdz6","state":"live",…}                       as released
//! {"id":"hrdz6","unreleased":true,"state":"live",…}     the same entry as the next release will make it
//! {"id":"k7f3q","unreleased":true,"state":"live",…}     an entry that no release knows
//! ```
//!
//! Lines without the mark count as released. So do the records of earlier versions, and no published address is lost by an update.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{AddressRecord, ClauseState, RecordEntry};
use crate::policy::{ClauseId, Unreleased};

/// What a release has promised of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryRelease {
    /// A release has made it public as it is.
    Released,
    /// A release has made it public as it was: this is that entry.
    Changed(Box<RecordEntry>),
    /// No release has made it public.
    Unreleased,
}

impl RecordEntry {
    /// The entry as the last release made it public; none if no release has.
    #[must_use]
    pub fn released(&self) -> Option<&Self> {
        match &self.release {
            EntryRelease::Released => Some(self),
            EntryRelease::Changed(released) => Some(released),
            EntryRelease::Unreleased => None,
        }
    }

    /// Whether no release has made it public.
    #[must_use]
    pub fn is_unreleased(&self) -> bool {
        self.release == EntryRelease::Unreleased
    }

    /// The date of the first version without the clause, if it is gone.
    #[must_use]
    pub fn ended(&self) -> Option<Date> {
        if let ClauseState::Gone(gone) = &self.state { gone.on } else { None }
    }

    /// Keeps the entry as it was released, before it is changed.
    pub(in crate::address) fn keep_released(&mut self) {
        if self.release == EntryRelease::Released {
            self.release = EntryRelease::Changed(Box::new(self.clone()));
        }
    }

    /// The entry, which is released again if it is as it was at the release.
    pub(in crate::address) fn compared_with_release(mut self) -> Self {
        if let EntryRelease::Changed(released) = self.release {
            self.release = EntryRelease::Released;
            if *released != self {
                self.release = EntryRelease::Changed(released);
            }
        }
        self
    }
}

impl AddressRecord {
    /// Whether a release has made any entry public.
    #[must_use]
    pub fn has_released(&self) -> bool {
        self.entries.values().any(|entry| !entry.is_unreleased())
    }

    /// The ids that a release has made public.
    pub(in crate::address) fn released_ids(&self) -> impl Iterator<Item = &ClauseId> {
        self.entries.iter().filter(|(_, entry)| !entry.is_unreleased()).map(|(id, _)| id)
    }

    /// Whether any entry is not as the last release left it.
    #[must_use]
    pub fn has_unreleased(&self) -> bool {
        self.entries.values().any(|entry| entry.release != EntryRelease::Released)
    }

    /// What no release has made public. The names of documents are not in it.
    #[must_use]
    pub fn unreleased(&self) -> Unreleased {
        let of =
            |release: fn(&EntryRelease) -> bool| self.entries.iter().filter(move |(_, entry)| release(&entry.release));
        let clauses = of(|release| *release == EntryRelease::Unreleased).map(|(id, _)| id.clone());
        let changed = of(|release| matches!(release, EntryRelease::Changed(_))).count();
        Unreleased { clauses: clauses.collect(), changed, ..Unreleased::default() }
    }

    /// Makes every entry public as it is.
    pub(in crate::address) fn release(&mut self) {
        for entry in self.entries.values_mut() {
            entry.release = EntryRelease::Released;
        }
    }

    /// The record as the last release left it.
    #[must_use]
    pub fn as_released(&self) -> Self {
        let released = self.entries.iter().filter_map(|(id, entry)| Some((id.clone(), entry.released()?.clone())));
        Self { entries: released.collect(), ..self.clone() }
    }

    /// The new ids that authors have given to released clauses since the release, each with the released one.
    #[must_use]
    pub fn renamed_since_release(&self) -> BTreeMap<&ClauseId, &ClauseId> {
        let renamed = self.entries.iter().filter_map(|(was, entry)| match (&entry.state, &entry.release) {
            (ClauseState::Renamed { to }, EntryRelease::Changed(_)) => Some((to, was)),
            _ => None,
        });
        renamed.filter(|(to, _)| self.entries.get(*to).is_some_and(RecordEntry::is_unreleased)).collect()
    }
}
