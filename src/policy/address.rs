//! Addresses that have changed: former places of a clause, clauses that are gone, positions that changed hands.

use jiff::civil::Date;

use super::identity::{ClauseId, Fragment, Position};

/// A place where a clause once stood. Its fragment `position.id` was published and must keep working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerPosition {
    /// The permanent id the clause had then; another than today's only after an author gave it a new one.
    pub id: ClauseId,
    /// The position: `s5-1`.
    pub position: Position,
    /// The name of the place in citations: `5(1)`.
    pub name: Box<str>,
    /// The date of the first version of the document in which it stood there, if the document has dates.
    pub date: Option<Date>,
}

/// A published clause that is no longer in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tombstone {
    /// Its permanent id.
    pub id: ClauseId,
    /// Its last position.
    pub position: Position,
    /// The name of its last place in citations: `5(1)`.
    pub name: Box<str>,
    /// Its last published text, without markup.
    pub text: Box<str>,
    /// The reason why it is gone.
    pub state: TombstoneState,
    /// The date of the first version in which it stood there.
    pub since: Option<Date>,
    /// The date of the first version without it.
    pub date: Option<Date>,
    /// Why, if somebody has said so.
    pub reason: Option<Box<str>>,
    /// The clauses that took its place, by permanent id; for a moved clause its own id.
    pub successors: Vec<ClauseId>,
    /// The document it was moved to.
    pub moved_to: Option<Box<str>>,
    /// Places where it stood before its last one.
    pub former: Vec<FormerPosition>,
}

/// The reason why a clause is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TombstoneState {
    /// It stands in another document now, under the same id.
    Moved,
    /// It was merged into another clause.
    Merged,
    /// It was split into others.
    Split,
    /// It was taken out.
    Withdrawn,
    /// It was taken out and its number is kept free (欠番).
    Reserved,
}

/// A bare position that once meant another clause than now: who follows an old link to it must be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retargeted {
    /// The position: `s5-1`.
    pub position: Position,
    /// The permanent id of the clause that once stood there; it may be that of a tombstone.
    pub was: ClauseId,
    /// The name of the place in citations then.
    pub name: Box<str>,
    /// The date of the first version in which that clause stood there.
    pub date: Option<Date>,
    /// The permanent id of the clause that stands there now, if one does.
    pub is: Option<ClauseId>,
}

/// The addresses of a document that are no longer what they were.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Addresses {
    /// Clauses that are gone, by permanent id.
    pub tombstones: Vec<Tombstone>,
    /// Positions that have meant several clauses, by position; one entry for each clause that no longer stands there.
    pub retargeted: Vec<Retargeted>,
    /// Since when there are the clauses that stand, by permanent id.
    pub dates: Vec<ClauseDates>,
}

/// Since when there is a clause, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseDates {
    /// Its permanent id.
    pub id: ClauseId,
    /// The date of the first version with it, if the document has dates.
    pub first: Option<Date>,
    /// The date of the first version in which it stands where it stands now.
    pub since: Option<Date>,
    /// The date of the first version with its present text, where it has had another.
    pub reworded: Option<Date>,
}

impl Addresses {
    /// Tells if a bare position has only ever meant one clause, so that it may be an anchor of that clause.
    #[must_use]
    pub fn is_unambiguous(&self, position: &Position) -> bool {
        self.retargeted.binary_search_by(|known| known.position.cmp(position)).is_err()
    }
}

impl FormerPosition {
    /// The fragment that was published for it: `s5-1.k7f3q`.
    #[must_use]
    pub fn fragment(&self) -> Fragment {
        Fragment::of(&self.position, &self.id)
    }
}

impl Tombstone {
    /// The fragment that was last published for it: `s5-1.k7f3q`.
    #[must_use]
    pub fn fragment(&self) -> Fragment {
        Fragment::of(&self.position, &self.id)
    }

    /// Every id it has had: its own first, then those its author replaced.
    pub fn ids(&self) -> impl Iterator<Item = &ClauseId> {
        let former = self.former.iter().map(|place| &place.id).filter(|id| **id != self.id);
        std::iter::once(&self.id).chain(former)
    }
}

/// The address of anything that has one: a clause, a table, an annex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClauseAddress<'a> {
    /// The permanent id; empty while there is none.
    pub id: &'a ClauseId,
    /// The position today, e.g. `s5-1`. Empty for what has no address.
    pub position: &'a Position,
    /// Its former places.
    pub former: &'a [FormerPosition],
}

impl ClauseAddress<'_> {
    /// The fragment that always leads to it: the permanent id, else the position.
    #[must_use]
    pub fn fragment(self) -> Fragment {
        if self.id.is_empty() { self.position.into() } else { self.id.into() }
    }

    /// The fragment people copy: `s5-1.k7f3q`; without an id, the position.
    #[must_use]
    pub fn permalink(self) -> Fragment {
        Fragment::of(self.position, self.id)
    }
}
