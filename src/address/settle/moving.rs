//! Answers about clauses that stand in another document now.

use std::collections::BTreeMap;

use super::{RevisedDocument, SettledRecord, Settlement};
use crate::address::clauses::AddressedClause;
use crate::address::lock::{AddressRecord, ClauseState, Confirmed, EntryRelease, RecordEntry};
use crate::address::matching::{self, above};
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{ClauseId, DocumentId, Position, TombstoneState};

/// A clause that moves, and the index of the clause that it is in the other document.
struct MovingClause {
    id: ClauseId,
    clause: usize,
}

/// The clause `id` of the document `from` is the one at `position` of the document `to`. It keeps its id there.
///
/// # Errors
/// If there is no such id or position, or another clause is there.
pub fn move_to(
    from: &RevisedDocument<'_>,
    id: &ClauseId,
    to: &RevisedDocument<'_>,
    position: &Position,
) -> Result<(SettledRecord, SettledRecord), Box<Finding>> {
    let started = StartedMove::new(from, id, to, position)?;
    let clause = started.clause;
    started.finish(&[MovingClause { id: id.clone(), clause }])
}

/// The same as [`move_to`], also for the clauses that stood below it and stand below the other one now.
///
/// # Errors
/// If there is no such id or position, or another clause is there.
pub fn move_with_children(
    from: &RevisedDocument<'_>,
    id: &ClauseId,
    to: &RevisedDocument<'_>,
    position: &Position,
) -> Result<(SettledRecord, SettledRecord), Box<Finding>> {
    let started = StartedMove::new(from, id, to, position)?;
    let moving = moving_below(from.record, id, to.clauses, started.clause);
    started.finish(&moving)
}

/// The ids of the live clauses that stand below a clause in its record.
#[must_use]
pub fn below(record: &AddressRecord, id: &ClauseId) -> Vec<ClauseId> {
    let Some(top) = record.entries.get(id) else { return Vec::new() };
    let is_below =
        |entry: &RecordEntry| above(entry.position.as_str()).any(|position| position == top.position.as_str());
    record.live().filter(|(_, entry)| is_below(entry)).map(|(id, _)| id.clone()).collect()
}

/// The clause and those below it that are recognised below the other one.
fn moving_below(
    record: &AddressRecord,
    id: &ClauseId,
    clauses: &[AddressedClause],
    clause: usize,
) -> Vec<MovingClause> {
    let mut part = AddressRecord::new(DocumentId(String::new()));
    for below in below(record, id) {
        part.entries.extend(record.entries.get(&below).map(|entry| (below.clone(), entry.clone())));
    }
    let mut places = BTreeMap::new();
    let mut below = Vec::new();
    for (index, each) in clauses.iter().enumerate().skip(clause) {
        let parent = each.parent.and_then(|parent| places.get(&parent)).copied();
        if index == clause || parent.is_some() {
            places.insert(index, below.len());
            below.push(AddressedClause { parent, authored: None, ..each.clone() });
        }
    }
    let indices: Vec<usize> = places.keys().copied().collect();
    if let (Some(top), Some(now)) = (record.entries.get(id), clauses.get(clause)) {
        // Where the clause itself stands now has been said.
        let settled = RecordEntry { state: ClauseState::Live { confirmed: Confirmed::Yes }, ..top.clone() };
        let at = RecordEntry { position: now.position.clone(), text: now.text.as_str().into(), ..settled };
        re_root(&mut part, &top.position, &now.position);
        part.entries.insert(id.clone(), at);
    }
    let matched = matching::find(&part, &below).ids;
    let pairs = indices.into_iter().zip(matched);
    pairs.filter_map(|(clause, id)| Some(MovingClause { id: id?, clause })).collect()
}

/// Puts entries that stand below one position below another one.
fn re_root(part: &mut AddressRecord, from: &Position, to: &Position) {
    for entry in part.entries.values_mut() {
        if let Some(rest) = entry.position.as_str().strip_prefix(from.as_str()) {
            entry.position = Position::new(format!("{to}{rest}"));
        }
    }
}

/// Both documents of a move, matched, and the index of the clause in the other one.
struct StartedMove<'a> {
    old: Settlement<'a>,
    new: Settlement<'a>,
    clause: usize,
}

impl<'a> StartedMove<'a> {
    fn new(
        from: &'a RevisedDocument<'a>,
        id: &ClauseId,
        to: &'a RevisedDocument<'a>,
        position: &Position,
    ) -> Result<Self, Box<Finding>> {
        let (old, new) = (Settlement::new(from), Settlement::new(to));
        old.entry(id)?;
        let clause = new.clause(position)?;
        Ok(Self { old, new, clause })
    }

    /// Moves these clauses. Gives the record they leave and the one they arrive in.
    fn finish(mut self, moving: &[MovingClause]) -> Result<(SettledRecord, SettledRecord), Box<Finding>> {
        let document: Box<str> = self.new.document.record.document.0.as_str().into();
        for MovingClause { id, clause } in moving {
            let entry = self.old.entry(id)?.clone();
            let there = &self.new.document.clauses[*clause];
            let owner = self.new.matches.ids[*clause].clone().filter(|owner| owner != id);
            // If the texts have nothing in common, the answer is a slip. It would make the id of another published clause a second
            // name of this one.
            if let Some(owner) = owner.as_ref().filter(|_| !matching::is_like(&entry.text, &there.text)) {
                return Err(Box::new(catalogue::anchor_place_taken(there.position.as_str(), owner.as_str())));
            }
            self.new.confirm(id, *clause, owner.as_ref());
            if let Some(arrived) = self.new.record.entries.get_mut(id).filter(|_| !entry.is_unreleased()) {
                // A released address must not go with an edit of the other document.
                arrived.release = EntryRelease::Released;
            }
            self.old.bury(id, TombstoneState::Moved, vec![id.clone()]);
            if let Some(RecordEntry { state: ClauseState::Gone(gone), .. }) = self.old.record.entries.get_mut(id) {
                gone.moved_to = Some(document.clone());
            }
        }
        Ok((self.old.finish(), self.new.finish()))
    }
}
