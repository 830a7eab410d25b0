//! The lock of a document: every address it has ever had, and what became of it.
//!
//! A text file of JSON lines beside the document, committed with it. The first line says whose it is; the others are
//! sorted by id, so that clauses added on two branches stand on different lines. Each of them carries a seal, and the last
//! line says that it is the last: what was changed by mistake or cut off is noticed. Below the records stand rosters, each
//! with the ids that were new when it was written: a whole line that was taken out is missed by its roster, a roster by its
//! ids. No roster ever changes and no id is ever taken off, so a merge that keeps the lines of both sides keeps them true.

mod format;
mod parse;
mod roster;
mod site;

pub use parse::parse;
pub use site::{Fate, SITE_LOCK, SiteLock, parse as parse_site};

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::unit::UnitKind;
use crate::policy::{DocumentId, FormerPosition, TombstoneState};

/// The version of the format written: that of the first release, as nothing has been released yet. Up to then lines of a new
/// sort do not raise it, though a program built before them takes them for damaged; after it they do (`lock-version`).
pub(super) const VERSION: u32 = 1;

/// Every address a document has ever had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// Whose it is.
    pub document: DocumentId,
    /// By permanent id.
    pub entries: BTreeMap<Box<str>, Entry>,
    /// The ids as they came, those of one recording together; none in a lock that was last written before there were rosters.
    /// Those of the next recording are added when it is written.
    pub rosters: BTreeSet<Vec<Box<str>>>,
}

/// One clause, as last published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: UnitKind,
    /// Where it stands, or last stood.
    pub position: Box<str>,
    /// How that place is cited: `5(1)`.
    pub name: Box<str>,
    /// Its own text, without markup and label.
    pub text: Box<str>,
    /// The date of the first version in which it stands there.
    pub since: Option<Date>,
    /// The date of the first version with this text, where it has had another.
    pub reworded: Option<Date>,
    /// Whether it still stands.
    pub state: State,
    /// Where it stood before.
    pub former: Vec<FormerPosition>,
}

/// Whether a clause still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It does.
    Live {
        /// Somebody has just said that it is the clause which now has its position and text; the next recording looks no
        /// further.
        confirmed: Confirmed,
    },
    /// Its author has given it another id.
    Renamed {
        /// That id.
        to: Box<str>,
    },
    /// It is gone.
    Gone(Gone),
}

/// Whether somebody has settled by hand which clause an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confirmed {
    /// Nobody had to.
    #[default]
    No,
    /// By `hoshin anchor`, since the last recording.
    Yes,
}

/// What became of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What.
    pub how: TombstoneState,
    /// The date of the first version without it.
    pub on: Option<Date>,
    /// Why.
    pub reason: Option<Box<str>>,
    /// Who took its place, by permanent id.
    pub successors: Vec<Box<str>>,
    /// The document it was moved to.
    pub moved_to: Option<Box<str>>,
}

impl State {
    /// Standing, and nobody had to confirm it.
    pub const LIVE: Self = Self::Live { confirmed: Confirmed::No };
}

impl Lock {
    /// A lock without addresses.
    #[must_use]
    pub fn new(document: DocumentId) -> Self {
        Self { document, entries: BTreeMap::new(), rosters: BTreeSet::new() }
    }

    /// The entries of clauses that stand.
    pub fn live(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().filter(|(_, entry)| entry.is_live()).map(|(id, entry)| (&**id, entry))
    }
}

impl Entry {
    /// Whether the clause stands.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, State::Live { .. })
    }

    /// Remembers where it stands as a former place. `id` is the entry's own.
    pub(super) fn leave_place(&mut self, id: &str) {
        let left = FormerPosition {
            id: id.into(),
            position: self.position.clone(),
            name: self.name.clone(),
            date: self.since,
        };
        // One that comes and goes has its earliest date.
        if !self.former.iter().any(|known| known.id == left.id && known.position == left.position) {
            self.former.push(left);
        }
    }
}
