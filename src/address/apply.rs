//! From a lock to what the page shows: ids, former places, tombstones, positions that changed hands.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::lock::{Entry, Gone, Lock, State};
use super::unit::write_back;
use crate::policy::{Addresses, Body, ClauseDates, FormerPosition, Retargeted, Tombstone, TombstoneState};

/// Writes the ids of the units, and what the lock knows of them, into the body.
pub(super) fn apply(body: &mut Body, ids: Vec<Box<str>>, lock: Option<&Lock>) {
    let former = |id: &str| lock.and_then(|lock| lock.entries.get(id)).map(|entry| former_places(id, entry));
    let with_former = ids.into_iter().map(|id| {
        let former = former(&id).unwrap_or_default();
        (id, former)
    });
    write_back(body, with_former.collect());
    if let Some(lock) = lock {
        body.addresses = addresses(lock);
    }
}

/// Former places other than the present one.
fn former_places(id: &str, entry: &Entry) -> Box<[FormerPosition]> {
    let is_past = |place: &&FormerPosition| !(*place.id == *id && place.position == entry.position);
    entry.former.iter().filter(is_past).cloned().collect()
}

fn addresses(lock: &Lock) -> Addresses {
    let dates_of = |(id, entry): (&str, &Entry)| ClauseDates {
        id: id.into(),
        first: first(entry),
        since: entry.since,
        reworded: entry.reworded,
    };
    let dates = lock.live().map(dates_of).collect();
    if lock.entries.values().all(|entry| entry.is_live() && entry.former.is_empty()) {
        return Addresses { dates, ..Addresses::default() };
    }
    let tombstones = lock.entries.iter().filter_map(|(id, entry)| match &entry.state {
        State::Gone(gone) => Some(tombstone(id, entry, gone)),
        State::Live { .. } | State::Renamed { .. } => None,
    });
    Addresses { tombstones: tombstones.collect(), retargeted: retargeted(lock), dates }
}

/// The date of the first version with a clause.
pub(super) fn first(entry: &Entry) -> Option<Date> {
    entry.former.iter().map(|place| place.date).chain([entry.since]).flatten().min()
}

fn tombstone(id: &str, entry: &Entry, gone: &Gone) -> Tombstone {
    Tombstone {
        id: id.into(),
        position: entry.position.clone(),
        name: entry.name.clone(),
        text: entry.text.clone(),
        state: gone.how,
        since: entry.since,
        date: gone.on,
        reason: gone.reason.clone(),
        successors: gone.successors.clone(),
        moved_to: gone.moved_to.clone(),
        former: former_places(id, entry).into_vec(),
    }
}

/// The tombstones of a document that was taken down: of all its clauses.
pub(super) fn tombstones_of_all(lock: &Lock, on: Option<Date>, reason: Option<&str>) -> Vec<Tombstone> {
    let withdrawn = Gone {
        how: TombstoneState::Withdrawn,
        on,
        reason: reason.map(Into::into),
        successors: Vec::new(),
        moved_to: None,
    };
    let each = lock.entries.iter().filter_map(|(id, entry)| match &entry.state {
        State::Gone(gone) => Some(tombstone(id, entry, gone)),
        State::Live { .. } => Some(tombstone(id, entry, &withdrawn)),
        State::Renamed { .. } => None,
    });
    each.collect()
}

/// A clause that has stood at a position.
struct Holder<'a> {
    id: &'a str,
    name: &'a str,
    date: Option<Date>,
    stands_there: bool,
}

/// Positions that have meant several clauses. What a renamed entry held, its new entry has among its former places.
fn retargeted(lock: &Lock) -> Vec<Retargeted> {
    let mut holders: BTreeMap<&str, Vec<Holder<'_>>> = BTreeMap::new();
    for (id, entry) in &lock.entries {
        if matches!(entry.state, State::Renamed { .. }) {
            continue;
        }
        let stands_there = entry.is_live();
        let last = Holder { id, name: &entry.name, date: entry.since, stands_there };
        holders.entry(&entry.position).or_default().push(last);
        for place in entry.former.iter().filter(|place| place.position != entry.position) {
            let past = Holder { id, name: &place.name, date: place.date, stands_there: false };
            holders.entry(&place.position).or_default().push(past);
        }
    }
    let mut found = Vec::new();
    for (position, mut holders) in holders {
        holders.sort_by_key(|holder| (holder.date, holder.id));
        if holders.iter().all(|holder| holder.id == holders[0].id) {
            continue;
        }
        let is = holders.iter().find(|holder| holder.stands_there).map(|holder| holder.id);
        let mut told: Vec<&str> = is.into_iter().collect();
        for past in &holders {
            if !told.contains(&past.id) {
                told.push(past.id);
                found.push(Retargeted {
                    position: position.into(),
                    was: past.id.into(),
                    name: past.name.into(),
                    date: past.date,
                    is: is.map(Into::into),
                });
            }
        }
    }
    found
}
