//! Brings a record up to the text: present positions, new clauses and clauses that are gone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, Gone, RecordEntry};
use super::mint::{Seed, TakenIds};
use crate::japanese::squeezed;
use crate::policy::{ClauseId, Position, TombstoneState};

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
    record.live().count() == clauses.len() && clauses.iter().zip(matched).all(is_recorded)
}

/// Records the clauses of a version.
pub(super) fn record(record: &mut AddressRecord, version: &Version<'_>, taken: &mut TakenIds) -> Recorded {
    let before: BTreeMap<Position, ClauseId> =
        record.live().map(|(id, entry)| (entry.position.clone(), id.clone())).collect();
    let live: Vec<ClauseId> = record.live().map(|(id, _)| id.clone()).collect();
    let mut recorded = Recorded::default();
    for (index, clause) in version.clauses.iter().enumerate() {
        let matched = version.matched[index].as_ref();
        let id = match (&clause.authored, matched) {
            (None, Some(id)) => id.clone(),
            _ => new_id(record, clause, clause.parent.map(|parent| &recorded.ids[parent]), taken),
        };
        taken.add(&id);
        place(record, &id, matched, clause, version.date);
        if before.get(&clause.position).is_some_and(|was| *was != id && matched != Some(was)) {
            recorded.retargeted.push(clause.name.clone());
        }
        recorded.ids.push(id);
    }
    let known: BTreeSet<&ClauseId> = version.matched.iter().flatten().collect();
    for id in live {
        if !known.contains(&id) {
            withdraw(record, &id, version.date);
            recorded.withdrawn.push(id);
        }
    }
    recorded
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
/// becomes a former one.
pub(super) fn place(
    record: &mut AddressRecord,
    id: &ClauseId,
    matched: Option<&ClauseId>,
    clause: &AddressedClause,
    date: Option<Date>,
) {
    let mut former = Vec::new();
    if let Some(renamed) = matched.filter(|matched| *matched != id)
        && let Some(entry) = record.entries.get_mut(renamed)
    {
        entry.leave_place(renamed);
        former.clone_from(&entry.former);
        entry.state = ClauseState::Renamed { to: id.clone() };
    }
    let entry = record.entries.entry(id.clone()).or_insert_with(|| RecordEntry {
        kind: clause.kind,
        position: clause.position.clone(),
        name: clause.name.clone(),
        text: clause.text.as_str().into(),
        since: date,
        reworded: None,
        state: ClauseState::LIVE,
        former: Vec::new(),
    });
    if entry.position != clause.position {
        entry.leave_place(id);
        entry.position = clause.position.clone();
        entry.since = date;
    }
    former.retain(|place| !entry.former.contains(place));
    entry.former.append(&mut former);
    if *entry.text != *clause.text {
        entry.reworded = date;
    }
    entry.kind = clause.kind;
    entry.name = clause.name.clone();
    entry.text = clause.text.as_str().into();
    entry.state = ClauseState::LIVE;
}

fn withdraw(record: &mut AddressRecord, id: &ClauseId, date: Option<Date>) {
    if let Some(entry) = record.entries.get_mut(id) {
        entry.state = ClauseState::Gone(Gone {
            how: TombstoneState::Withdrawn,
            on: date,
            reason: None,
            successors: Vec::new(),
            moved_to: None,
        });
    }
}
