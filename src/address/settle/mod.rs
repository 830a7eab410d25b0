//! The answers of `hoshin anchor`: a person decides what became of a clause. These are pure functions from a record to a record
//! with a preview.
//!
//! A clause named by its present position is marked in the record as confirmed, with its present text. The next build keeps it.
//! An answer can be corrected by another one.

mod document;
mod moving;

pub use document::{adopt, give_up, rename_document, retire_document};
pub use moving::{below, move_to, move_with_children};

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, Confirmed, Gone, RecordEntry};
use super::matching::Matches;
use super::mint::TakenIds;
use super::recording::{new_id, place};
use super::unreleased;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{ClauseId, Position, TombstoneState};

/// A document about whose clauses somebody decides.
#[derive(Debug, Clone)]
pub struct RevisedDocument<'a> {
    /// Its record.
    pub record: &'a AddressRecord,
    /// Its present clauses.
    pub clauses: &'a [AddressedClause],
    /// The date of the present version ([`super::version_date`]).
    pub date: Option<Date>,
    /// Every id of the site ([`ids_of`]), so that new ones differ.
    pub taken: &'a BTreeSet<ClauseId>,
}

/// The result of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledRecord {
    /// The record to be written.
    pub record: AddressRecord,
    /// The changes that readers will notice, by id.
    pub preview: Vec<Effect>,
}

/// The effect of an answer on one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The permanent id.
    pub id: ClauseId,
    /// The recorded destination; none for a new id.
    pub before: Option<Destination>,
    /// The destination after the answer.
    pub after: Destination,
}

/// The destination of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A clause.
    Clause {
        /// Its position: `s5-1`.
        position: Position,
        /// The position as it is cited: `5(1)`.
        name: Box<str>,
    },
    /// A clause under another id.
    Renamed(ClauseId),
    /// A tombstone.
    Tombstone {
        /// What became of the clause.
        state: TombstoneState,
        /// The clauses that took its place.
        successors: Vec<ClauseId>,
        /// The document to which it was moved.
        moved_to: Option<Box<str>>,
    },
}

/// Details about the end of a clause. For a clause that was gone before, omitted details stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndingDetails<'a> {
    /// The reason; empty to remove it.
    pub reason: Option<&'a str>,
    /// Positions of the clauses that took its place; empty to remove them.
    pub successors: Option<&'a [Position]>,
}

/// Every id of these records.
pub fn ids_of<'a>(records: impl IntoIterator<Item = &'a AddressRecord>) -> BTreeSet<ClauseId> {
    records.into_iter().flat_map(|record| record.entries.keys().cloned()).collect()
}

/// The clause `id` is the one now at `position`. This also brings back a clause that was recorded as gone. If that position has
/// got its own id meanwhile, the id becomes a former one of the clause.
///
/// # Errors
/// If there is no such id or position, or another clause is there.
pub fn same(document: &RevisedDocument<'_>, id: &ClauseId, position: &Position) -> Result<SettledRecord, Box<Finding>> {
    let mut settlement = Settlement::new(document);
    let is_live = settlement.entry(id)?.is_live();
    let clause = settlement.clause(position)?;
    let owner = settlement.matches.ids[clause].clone().filter(|owner| owner != id);
    if let Some(owner) = owner.as_ref().filter(|_| is_live) {
        return Err(Box::new(catalogue::anchor_place_taken(position.as_str(), owner.as_str())));
    }
    settlement.confirm(id, clause, owner.as_ref());
    Ok(settlement.finish())
}

/// The clause `id` was split into those at `positions`.
///
/// # Errors
/// If there is no such id or position.
pub fn split(
    document: &RevisedDocument<'_>,
    id: &ClauseId,
    positions: &[Position],
) -> Result<SettledRecord, Box<Finding>> {
    let mut settlement = Settlement::new(document);
    settlement.entry(id)?;
    let successors = settlement.successors(positions, &[id])?;
    settlement.bury(id, TombstoneState::Split, successors);
    Ok(settlement.finish())
}

/// The clauses `ids` were merged into the one at `position`. If that is one of them, it stays as it is.
///
/// # Errors
/// If there is no such id or position.
pub fn merge(
    document: &RevisedDocument<'_>,
    ids: &[ClauseId],
    position: &Position,
) -> Result<SettledRecord, Box<Finding>> {
    let mut settlement = Settlement::new(document);
    for id in ids {
        settlement.entry(id)?;
    }
    let successors = settlement.successors(std::slice::from_ref(position), &[])?;
    for id in ids.iter().filter(|id| !successors.contains(id)) {
        settlement.bury(id, TombstoneState::Merged, successors.clone());
    }
    Ok(settlement.finish())
}

/// The clauses at `positions` are new: none of the published clauses with the same text is one of them.
///
/// # Errors
/// If there is no such position, or a published clause is there.
pub fn new_clauses(document: &RevisedDocument<'_>, positions: &[Position]) -> Result<SettledRecord, Box<Finding>> {
    let mut settlement = Settlement::new(document);
    for position in positions {
        let clause = settlement.clause(position)?;
        if let Some(owner) = &settlement.matches.ids[clause] {
            return Err(Box::new(catalogue::anchor_place_taken(position.as_str(), owner.as_str())));
        }
        settlement.id_of(clause, &[]);
    }
    Ok(settlement.finish())
}

/// The clause `id` is gone.
///
/// # Errors
/// If there is no such id or position.
pub fn retire(
    document: &RevisedDocument<'_>,
    id: &ClauseId,
    details: &EndingDetails<'_>,
) -> Result<SettledRecord, Box<Finding>> {
    end(document, id, TombstoneState::Withdrawn, details)
}

/// The clause `id` is gone and its number is kept free.
///
/// # Errors
/// If there is no such id or position.
pub fn reserve(
    document: &RevisedDocument<'_>,
    id: &ClauseId,
    details: &EndingDetails<'_>,
) -> Result<SettledRecord, Box<Finding>> {
    end(document, id, TombstoneState::Reserved, details)
}

fn end(
    document: &RevisedDocument<'_>,
    id: &ClauseId,
    how: TombstoneState,
    details: &EndingDetails<'_>,
) -> Result<SettledRecord, Box<Finding>> {
    let mut settlement = Settlement::new(document);
    // The only successor of a moved clause is itself in the other document: it must not stay.
    let before = match &settlement.entry(id)?.state {
        ClauseState::Gone(gone) if gone.moved_to.is_none() => Some(gone.clone()),
        _ => None,
    };
    let (reason, successors) = before.map(|gone| (gone.reason, gone.successors)).unwrap_or_default();
    let successors = match details.successors {
        Some(positions) => settlement.successors(positions, &[id])?,
        None => successors,
    };
    settlement.bury(id, how, successors);
    if let Some(RecordEntry { state: ClauseState::Gone(gone), .. }) = settlement.record.entries.get_mut(id) {
        gone.reason = details.reason.map_or(reason, |reason| Some(reason.into())).filter(|reason| !reason.is_empty());
    }
    Ok(settlement.finish())
}

/// An answer while it is worked into a record.
struct Settlement<'a> {
    document: &'a RevisedDocument<'a>,
    record: AddressRecord,
    matches: Matches,
    taken: TakenIds,
}

impl<'a> Settlement<'a> {
    fn new(document: &'a RevisedDocument<'a>) -> Self {
        let mut taken = TakenIds::default();
        document.taken.iter().for_each(|id| taken.add(id));
        let matches = unreleased::find(document.record, document.clauses);
        Self { record: document.record.clone(), matches, taken, document }
    }

    /// The entry of a clause that exists or is gone. An id that was replaced has none.
    fn entry(&self, id: &ClauseId) -> Result<&RecordEntry, Box<Finding>> {
        let known = self.record.entries.get(id).filter(|entry| !matches!(entry.state, ClauseState::Renamed { .. }));
        known.ok_or_else(|| Box::new(catalogue::anchor_unknown_id(id.as_str(), &self.record.document.0)))
    }

    /// The index of the clause at a position.
    fn clause(&self, position: &Position) -> Result<usize, Box<Finding>> {
        let found = self.document.clauses.iter().position(|clause| clause.position == *position);
        found.ok_or_else(|| Box::new(catalogue::anchor_unknown_place(position.as_str(), &self.record.document.0)))
    }

    /// Updates an entry to a present clause. `owner` is another entry of the same clause; its id becomes a former one.
    fn confirm(&mut self, id: &ClauseId, clause: usize, owner: Option<&ClauseId>) {
        place(&mut self.record, id, owner, &self.document.clauses[clause], self.document.date);
        if let Some(entry) = self.record.entries.get_mut(id) {
            entry.keep_released();
            entry.state = ClauseState::Live { confirmed: Confirmed::Yes };
        }
    }

    /// The ids of the clauses at some positions. A clause without an id, or with one of `not`, gets a new one.
    fn successors(&mut self, positions: &[Position], not: &[&ClauseId]) -> Result<Vec<ClauseId>, Box<Finding>> {
        let clauses: Vec<usize> = positions.iter().map(|position| self.clause(position)).collect::<Result<_, _>>()?;
        Ok(clauses.into_iter().map(|clause| self.id_of(clause, not)).collect())
    }

    fn id_of(&mut self, clause: usize, not: &[&ClauseId]) -> ClauseId {
        if let Some(id) = self.matches.ids[clause].clone().filter(|id| !not.contains(&id)) {
            return id;
        }
        let own = &self.document.clauses[clause];
        let parent = own.parent.and_then(|parent| self.matches.ids[parent].as_ref());
        let id = new_id(&self.record, own, parent, &mut self.taken);
        self.confirm(&id, clause, None);
        id
    }

    fn bury(&mut self, id: &ClauseId, how: TombstoneState, successors: Vec<ClauseId>) {
        let Some(entry) = self.record.entries.get_mut(id) else { return };
        // A clause that was gone before keeps the date of its end.
        let on = if let ClauseState::Gone(gone) = &entry.state { gone.on } else { self.document.date };
        entry.keep_released();
        entry.state = ClauseState::Gone(Gone { how, on, reason: None, successors, moved_to: None });
    }

    fn finish(self) -> SettledRecord {
        let preview = self.record.entries.iter().filter_map(|(id, entry)| {
            let before = self.document.record.entries.get(id).map(destination);
            let after = destination(entry);
            (before.as_ref() != Some(&after)).then(|| Effect { id: id.clone(), before, after })
        });
        SettledRecord { preview: preview.collect(), record: self.record }
    }
}

fn destination(entry: &RecordEntry) -> Destination {
    match &entry.state {
        ClauseState::Live { .. } => Destination::Clause { position: entry.position.clone(), name: entry.name.clone() },
        ClauseState::Renamed { to } => Destination::Renamed(to.clone()),
        ClauseState::Gone(gone) => Destination::Tombstone {
            state: gone.how,
            successors: gone.successors.clone(),
            moved_to: gone.moved_to.clone(),
        },
    }
}
