//! Puts the contents of a record into the text: ids, former positions, tombstones and reused positions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::clauses::write_back;
use super::lock::{AddressRecord, ClauseState, Gone, RecordEntry};
use crate::policy::{
    Addresses, Body, ClauseDates, ClauseId, FormerPosition, Position, Retargeted, Tombstone, TombstoneState,
};

/// Writes the ids of the clauses, and the facts of their record, into the body.
pub(super) fn apply(body: &mut Body, ids: Vec<ClauseId>, record: Option<&AddressRecord>) {
    let former =
        |id: &ClauseId| record.and_then(|record| record.entries.get(id)).map(|entry| former_positions(id, entry));
    let with_former = ids.into_iter().map(|id| {
        let former = former(&id).unwrap_or_default();
        (id, former)
    });
    write_back(body, with_former.collect());
    if let Some(record) = record {
        body.addresses = addresses(record);
    }
}

/// Former positions other than the present one.
fn former_positions(id: &ClauseId, entry: &RecordEntry) -> Box<[FormerPosition]> {
    let is_past = |place: &&FormerPosition| !(place.id == *id && place.position == entry.position);
    entry.former.iter().filter(is_past).cloned().collect()
}

fn addresses(record: &AddressRecord) -> Addresses {
    let dates_of = |(id, entry): (&ClauseId, &RecordEntry)| ClauseDates {
        id: id.clone(),
        first: first(entry),
        since: entry.since,
        reworded: entry.reworded,
    };
    let dates = record.live().map(dates_of).collect();
    if record.entries.values().all(|entry| entry.is_live() && entry.former.is_empty()) {
        return Addresses { dates, ..Addresses::default() };
    }
    let tombstones = record.entries.iter().filter_map(|(id, entry)| match &entry.state {
        ClauseState::Gone(gone) => Some(tombstone(id, entry, gone)),
        ClauseState::Live { .. } | ClauseState::Renamed { .. } => None,
    });
    Addresses { tombstones: tombstones.collect(), retargeted: retargeted(record), dates }
}

/// The date of the first version with a clause.
pub(super) fn first(entry: &RecordEntry) -> Option<Date> {
    entry.former.iter().map(|place| place.date).chain([entry.since]).flatten().min()
}

fn tombstone(id: &ClauseId, entry: &RecordEntry, gone: &Gone) -> Tombstone {
    Tombstone {
        id: id.clone(),
        position: entry.position.clone(),
        name: entry.name.clone(),
        text: entry.text.clone(),
        state: gone.how,
        since: entry.since,
        date: gone.on,
        reason: gone.reason.clone(),
        successors: gone.successors.clone(),
        moved_to: gone.moved_to.clone(),
        former: former_positions(id, entry).into_vec(),
    }
}

/// A tombstone for each clause of a document that was taken down.
pub(super) fn tombstones_of_all(record: &AddressRecord, on: Option<Date>, reason: Option<&str>) -> Vec<Tombstone> {
    let withdrawn = Gone {
        how: TombstoneState::Withdrawn,
        on,
        reason: reason.map(Into::into),
        successors: Vec::new(),
        moved_to: None,
    };
    let released = record.entries.iter().filter_map(|(id, entry)| Some((id, entry.released()?)));
    let each = released.filter_map(|(id, entry)| match &entry.state {
        ClauseState::Gone(gone) => Some(tombstone(id, entry, gone)),
        ClauseState::Live { .. } => Some(tombstone(id, entry, &withdrawn)),
        ClauseState::Renamed { .. } => None,
    });
    each.collect()
}

/// A clause that has or had a position.
struct Holder<'a> {
    id: &'a ClauseId,
    name: &'a str,
    date: Option<Date>,
    is_present: bool,
}

/// Positions that several clauses have had. The positions of a renamed entry are among the former ones of its new entry.
fn retargeted(record: &AddressRecord) -> Vec<Retargeted> {
    let mut holders: BTreeMap<&Position, Vec<Holder<'_>>> = BTreeMap::new();
    for (id, entry) in &record.entries {
        if matches!(entry.state, ClauseState::Renamed { .. }) {
            continue;
        }
        let is_present = entry.is_live();
        let last = Holder { id, name: &entry.name, date: entry.since, is_present };
        holders.entry(&entry.position).or_default().push(last);
        for place in entry.former.iter().filter(|place| place.position != entry.position) {
            let past = Holder { id, name: &place.name, date: place.date, is_present: false };
            holders.entry(&place.position).or_default().push(past);
        }
    }
    let mut found = Vec::new();
    for (position, mut holders) in holders {
        holders.sort_by_key(|holder| (holder.date, holder.id));
        if holders.iter().all(|holder| holder.id == holders[0].id) {
            continue;
        }
        let present = holders.iter().find(|holder| holder.is_present).map(|holder| holder.id);
        let mut seen: Vec<&ClauseId> = present.into_iter().collect();
        for past in &holders {
            if !seen.contains(&past.id) {
                seen.push(past.id);
                found.push(Retargeted {
                    position: position.clone(),
                    was: past.id.clone(),
                    name: past.name.into(),
                    date: past.date,
                    is: present.cloned(),
                });
            }
        }
    }
    found
}
