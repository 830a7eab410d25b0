//! Brings a record up to the text: present positions, new clauses and clauses that are gone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, EntryRelease, Gone, RecordEntry};
use super::mint::{Seed, TakenIds};
use crate::japanese::squeezed;
use crate::policy::{ClauseId, FormerPosition, Position, TombstoneState};

/// The result of a recording.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Recorded {
    /// The permanent id of each clause.
    pub(super) ids: Vec<ClauseId>,
    /// Ids of the clauses that are gone from this version on.
    pub(super) withdrawn: Vec<ClauseId>,
    /// Names of the positions that another clause has from this version on.
    pub(super) retargeted: Vec<Box<str>>,
}

/// Whether the record describes exactly these clauses.
pub(super) fn is_up_to_date(record: &AddressRecord, clauses: &[AddressedClause], matched: &[Option<ClauseId>]) -> bool {
    let is_recorded = |(clause, id): (&AddressedClause, &Option<ClauseId>)| {
        let entry = id.as_ref().and_then(|id| record.entries.get(id));
        let own_id = clause.authored.as_ref().map(|authored| &authored.value);
        entry.is_some_and(|entry| {
            entry.state == ClauseState::LIVE
                && entry.position == clause.position
                && entry.name == clause.name
                && *entry.text == *clause.text
                && entry.kind == clause.kind
        }) && own_id.is_none_or(|own| Some(own) == id.as_ref())
    };
    // What was not released depends on the date of the version as well.
    !record.has_unreleased() && record.live().count() == clauses.len() && clauses.iter().zip(matched).all(is_recorded)
}

/// Records the clauses of a version. Only what a release has made public leaves traces: former positions, tombstones.
pub(super) fn record(record: &mut AddressRecord, version: &Version<'_>, taken: &mut TakenIds) -> Recorded {
    let released = record.live().filter(|(_, entry)| !entry.is_unreleased());
    let before: BTreeMap<Position, ClauseId> =
        released.map(|(id, entry)| (entry.position.clone(), id.clone())).collect();
    let matched = matched_now(record, version);
    let live: Vec<ClauseId> = record.live().map(|(id, _)| id.clone()).collect();
    let mut recorded = Recorded::default();
    for (index, clause) in version.clauses.iter().enumerate() {
        let matched = matched[index].as_ref();
        let id = match (&clause.authored, matched) {
            (None, Some(known)) => known.now.clone(),
            _ => new_id(record, clause, clause.parent.map(|parent| &recorded.ids[parent]), taken),
        };
        let matched = matched.map(|known| &known.recorded);
        taken.add(&id);
        place(record, &id, matched, clause, version.date);
        if before.get(&clause.position).is_some_and(|was| *was != id && matched != Some(was)) {
            recorded.retargeted.push(clause.name.clone());
        }
        recorded.ids.push(id);
    }
    let known: BTreeSet<&ClauseId> = matched.iter().flatten().map(|known| &known.recorded).collect();
    for id in live.into_iter().filter(|id| !known.contains(id)) {
        if withdraw(record, &id, version.date) {
            recorded.withdrawn.push(id);
        }
    }
    end_with_version(record, version.date);
    recorded
}

/// The entry that a clause matches.
struct KnownId {
    /// The id of the entry.
    recorded: ClauseId,
    /// The id of the clause from now on, unless its author gives it another one. It differs where an author has taken back an
    /// id before a release.
    now: ClauseId,
}

fn matched_now(record: &AddressRecord, version: &Version<'_>) -> Vec<Option<KnownId>> {
    let renamed = record.renamed_since_release();
    let known = |id: &ClauseId| {
        let now = renamed.get(id).copied().unwrap_or(id);
        KnownId { recorded: id.clone(), now: now.clone() }
    };
    version.matched.iter().map(|id| id.as_ref().map(known)).collect()
}

/// A version of a document.
pub(super) struct Version<'a> {
    pub(super) clauses: &'a [AddressedClause],
    /// The id of the entry that each clause matches.
    pub(super) matched: &'a [Option<ClauseId>],
    pub(super) date: Option<Date>,
}

/// The id of a clause without an entry: its author's, else a new one. `parent` is the id of the clause above it, if there is
/// one.
pub(super) fn new_id(
    record: &AddressRecord,
    clause: &AddressedClause,
    parent: Option<&ClauseId>,
    taken: &mut TakenIds,
) -> ClauseId {
    if let Some(authored) = &clause.authored {
        return authored.value.clone();
    }
    taken.mint(&Seed { document: &record.document.0, text: &squeezed(&clause.text), parent })
}

/// Updates the entry `id` to the clause in the version of `date`. If the clause matched an entry under another id, that id
/// becomes a former one. A released entry is changed from what it was at the release, another one is made anew.
pub(super) fn place(
    record: &mut AddressRecord,
    id: &ClauseId,
    matched: Option<&ClauseId>,
    clause: &AddressedClause,
    date: Option<Date>,
) {
    let renamed = matched.filter(|matched| *matched != id).and_then(|matched| rename(record, matched, id));
    let before = record.entries.remove(id);
    let mut inherited: Vec<FormerPosition> = before.iter().flat_map(|entry| entry.former.clone()).collect();
    inherited.retain(|place| place.id != *id);
    inherited.extend(renamed.unwrap_or_default());
    let mut entry = match before.as_ref().and_then(RecordEntry::released) {
        Some(released) => {
            RecordEntry { release: EntryRelease::Changed(Box::new(released.clone())), ..released.clone() }
        }
        None => new_entry(clause, date),
    };
    if entry.position != clause.position {
        entry.leave_place(id);
        entry.position = clause.position.clone();
        entry.since = date;
    }
    inherited.retain(|place| !entry.former.contains(place));
    entry.former.append(&mut inherited);
    if *entry.text != *clause.text {
        entry.reworded = date;
    }
    entry.kind = clause.kind;
    entry.name = clause.name.clone();
    entry.text = clause.text.as_str().into();
    entry.state = ClauseState::LIVE;
    record.entries.insert(id.clone(), entry.compared_with_release());
}

fn new_entry(clause: &AddressedClause, date: Option<Date>) -> RecordEntry {
    RecordEntry {
        kind: clause.kind,
        position: clause.position.clone(),
        name: clause.name.clone(),
        text: clause.text.as_str().into(),
        since: date,
        reworded: None,
        state: ClauseState::LIVE,
        former: Vec::new(),
        release: EntryRelease::Unreleased,
    }
}

/// Lets the entry `was` lead to `now`, and returns its positions. An id that was not released goes without trace; only the
/// positions it has taken over stay.
fn rename(record: &mut AddressRecord, was: &ClauseId, now: &ClauseId) -> Option<Vec<FormerPosition>> {
    let entry = record.entries.remove(was)?;
    let Some(released) = entry.released() else {
        return Some(entry.former.into_iter().filter(|place| place.id != *was && place.id != *now).collect());
    };
    let mut renamed = RecordEntry { release: EntryRelease::Changed(Box::new(released.clone())), ..released.clone() };
    renamed.leave_place(was);
    let former = renamed.former.clone();
    renamed.state = ClauseState::Renamed { to: now.clone() };
    record.entries.insert(was.clone(), renamed);
    Some(former)
}

/// Ends a clause. One that was not released goes without trace. Returns whether a released one has ended.
fn withdraw(record: &mut AddressRecord, id: &ClauseId, date: Option<Date>) -> bool {
    let Some(released) = record.entries.remove(id).and_then(|entry| entry.released().cloned()) else { return false };
    let state = ClauseState::Gone(Gone {
        how: TombstoneState::Withdrawn,
        on: date,
        reason: None,
        successors: Vec::new(),
        moved_to: None,
    });
    let release = EntryRelease::Changed(Box::new(released.clone()));
    record.entries.insert(id.clone(), RecordEntry { state, release, ..released });
    true
}

/// Clauses that have ended since the release ended with this version, whenever that was noticed. Those that were not released
/// go without trace.
fn end_with_version(record: &mut AddressRecord, date: Option<Date>) {
    record.entries.retain(|_, entry| entry.is_live() || !entry.is_unreleased());
    for entry in record.entries.values_mut() {
        if let EntryRelease::Changed(released) = &entry.release
            && released.is_live()
            && let ClauseState::Gone(gone) = &mut entry.state
        {
            gone.on = date;
        }
    }
}
