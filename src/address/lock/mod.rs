//! The record of a document: every address it has ever had, and what became of each.
//!
//! Its file, the lock, is a text file of JSON lines beside the document, committed with it. The first line names the document.
//! Entries follow, sorted by id, so that clauses added on two branches stand on different lines. Each line has a seal, and a
//! last line marks the end, so that accidental changes and truncation are noticed. Below the entries stand rosters, each with
//! the ids that were new when it was written. A roster shows that an entry was lost, and an entry that a roster was lost.
//! Rosters never change and never lose an id, so a merge that keeps the lines of both sides keeps them correct.

mod entry_line;
mod lines;
mod list;
mod path;
mod record;
mod release;
mod release_line;
mod roster;
mod seal;

pub use list::{DocumentFate, PublishedList, SITE_LOCK, parse as parse_list};
pub use path::lock_path;
pub use record::parse;
pub use release::EntryRelease;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::clauses::AddressedKind;
use crate::diagnostic::Diagnostics;
use crate::policy::{ClauseId, DocumentId, FormerPosition, Position, TombstoneState};

/// The version of the format. Until the first release, new sorts of lines do not raise it, although older builds take them for
/// damage. After the release they do (`lock-version`).
const VERSION: u32 = 1;

/// A record or list as read, or the findings about it.
pub(super) type Parsed<T> = Result<Arc<T>, Diagnostics>;

/// Every address a document has ever had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRecord {
    /// The document, by the name under which it was recorded.
    pub document: DocumentId,
    /// The entry of each clause, by permanent id.
    pub entries: BTreeMap<ClauseId, RecordEntry>,
    /// Groups of ids that were first recorded together. New ids are added when the record is written. Files of the first builds
    /// have none.
    pub rosters: BTreeSet<Vec<ClauseId>>,
}

/// The entry of one clause, as last built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordEntry {
    /// The kind of clause.
    pub kind: AddressedKind,
    /// The present position, or the last one.
    pub position: Position,
    /// The position as it is cited: `5(1)`.
    pub name: Box<str>,
    /// Its own text, without markup and label.
    pub text: Box<str>,
    /// The date of the first version with the clause at this position.
    pub since: Option<Date>,
    /// The date of the first version with this text; none if it never had another.
    pub reworded: Option<Date>,
    /// Whether the clause still exists.
    pub state: ClauseState,
    /// Its earlier positions.
    pub former: Vec<FormerPosition>,
    /// What a release has promised of it.
    pub release: EntryRelease,
}

/// The state of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClauseState {
    /// It exists.
    Live {
        /// Whether somebody has confirmed its position and text since the last recording. The next one keeps them.
        confirmed: Confirmed,
    },
    /// Its author has given the clause another id.
    Renamed {
        /// The new id.
        to: ClauseId,
    },
    /// It is gone.
    Gone(Gone),
}

/// Whether somebody has settled by hand to which clause an entry belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confirmed {
    /// Not since the last recording.
    #[default]
    No,
    /// With `hoshin anchor`, since the last recording.
    Yes,
}

/// The end of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What became of the clause.
    pub how: TombstoneState,
    /// The date of the first version without the clause.
    pub on: Option<Date>,
    /// The reason, if one was given.
    pub reason: Option<Box<str>>,
    /// The clauses that took its place, by permanent id.
    pub successors: Vec<ClauseId>,
    /// The document to which it was moved.
    pub moved_to: Option<Box<str>>,
}

impl ClauseState {
    /// An existing clause that nobody had to confirm.
    pub const LIVE: Self = Self::Live { confirmed: Confirmed::No };
}

impl AddressRecord {
    /// A record without addresses.
    #[must_use]
    pub fn new(document: DocumentId) -> Self {
        Self { document, entries: BTreeMap::new(), rosters: BTreeSet::new() }
    }

    /// The entries of clauses that exist, by permanent id.
    pub fn live(&self) -> impl Iterator<Item = (&ClauseId, &RecordEntry)> {
        self.entries.iter().filter(|(_, entry)| entry.is_live())
    }
}

impl RecordEntry {
    /// Whether the clause exists.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, ClauseState::Live { .. })
    }

    /// Adds the present position to the former ones. `id` is the id of this entry.
    pub(super) fn leave_place(&mut self, id: &ClauseId) {
        let left = FormerPosition {
            id: id.clone(),
            position: self.position.clone(),
            name: self.name.clone(),
            date: self.since,
        };
        // A position that is left again keeps its earliest date.
        if !self.former.iter().any(|known| known.id == left.id && known.position == left.position) {
            self.former.push(left);
        }
    }
}
