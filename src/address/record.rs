//! Bringing a lock up to the text: who stands where now, who is new, who is gone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::lock::{Entry, Gone, Lock, State};
use super::mint::{Seed, Taken};
use super::normal::normalized;
use super::unit::Unit;
use crate::policy::{FormerPosition, TombstoneState};

/// What a recording has done.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Recorded {
    /// The permanent id of each unit.
    pub(super) ids: Vec<Box<str>>,
    /// Entries that are gone from this version on.
    pub(super) withdrawn: Vec<Box<str>>,
    /// Names of the places where another clause stands from this version on.
    pub(super) retargeted: Vec<Box<str>>,
}

/// Whether the lock says of every unit just what is there.
pub(super) fn is_up_to_date(lock: &Lock, units: &[Unit], matched: &[Option<Box<str>>]) -> bool {
    let says_so = |(unit, id): (&Unit, &Option<Box<str>>)| {
        let entry = id.as_ref().and_then(|id| lock.entries.get(id));
        let own_id = unit.authored.as_ref().map(|authored| &authored.value);
        entry.is_some_and(|entry| {
            entry.state == State::LIVE
                && entry.position == unit.position
                && entry.name == unit.name
                && *entry.text == *unit.text
                && entry.kind == unit.kind
        }) && own_id.is_none_or(|own| Some(own) == id.as_ref())
    };
    lock.live().count() == units.len() && units.iter().zip(matched).all(says_so)
}

/// Records the units of the version of `date`. `matched` says which entries they are.
pub(super) fn record(lock: &mut Lock, version: &Version<'_>, taken: &mut Taken) -> Recorded {
    let before: BTreeMap<Box<str>, Box<str>> =
        lock.live().map(|(id, entry)| (entry.position.clone(), id.into())).collect();
    let live: Vec<Box<str>> = lock.live().map(|(id, _)| id.into()).collect();
    let mut recorded = Recorded::default();
    for (index, unit) in version.units.iter().enumerate() {
        let matched = version.matched[index].as_deref();
        let id = match (&unit.authored, matched) {
            (None, Some(id)) => id.into(),
            _ => new_id(lock, unit, unit.parent.map(|parent| &*recorded.ids[parent]), taken),
        };
        taken.add(&id);
        place(lock, &id, matched, (unit, version.date));
        if before.get(&unit.position).is_some_and(|was| *was != id && matched != Some(&**was)) {
            recorded.retargeted.push(unit.name.clone());
        }
        recorded.ids.push(id);
    }
    let known: BTreeSet<&str> = version.matched.iter().flatten().map(|id| &**id).collect();
    for id in live {
        if !known.contains(&*id) {
            withdraw(lock, &id, version.date);
            recorded.withdrawn.push(id);
        }
    }
    recorded
}

/// A version of a document.
pub(super) struct Version<'a> {
    pub(super) units: &'a [Unit],
    /// The entry of each unit.
    pub(super) matched: &'a [Option<Box<str>>],
    pub(super) date: Option<Date>,
}

/// The id of a unit that has none: its author's, else a new one. `parent` is that of the clause above it, if there is one.
pub(super) fn new_id(lock: &Lock, unit: &Unit, parent: Option<&str>, taken: &mut Taken) -> Box<str> {
    if let Some(authored) = &unit.authored {
        return authored.value.clone();
    }
    let parent = parent.unwrap_or_default();
    taken.mint(&Seed { document: &lock.document.0, text: &normalized(&unit.text), parent })
}

/// Puts the entry of a unit where the unit stands.
pub(super) fn place(lock: &mut Lock, id: &str, matched: Option<&str>, (unit, date): (&Unit, Option<Date>)) {
    let mut former = Vec::new();
    if let Some(renamed) = matched.filter(|matched| *matched != id)
        && let Some(entry) = lock.entries.get_mut(renamed)
    {
        entry.leave_place(renamed);
        former.clone_from(&entry.former);
        entry.state = State::Renamed { to: id.into() };
    }
    if let Some(entry) = lock.entries.get_mut(id) {
        if entry.position != unit.position {
            entry.leave_place(id);
            entry.position = unit.position.clone();
            entry.since = date;
        }
        former.retain(|place| !entry.former.contains(place));
        entry.former.append(&mut former);
        if *entry.text != *unit.text {
            entry.reworded = date;
        }
        entry.kind = unit.kind;
        entry.name = unit.name.clone();
        entry.text = unit.text.as_str().into();
        entry.state = State::LIVE;
        return;
    }
    lock.entries.insert(id.into(), new_entry(unit, date, former));
}

/// The entry of a unit that had none.
fn new_entry(unit: &Unit, date: Option<Date>, former: Vec<FormerPosition>) -> Entry {
    Entry {
        kind: unit.kind,
        position: unit.position.clone(),
        name: unit.name.clone(),
        text: unit.text.as_str().into(),
        since: date,
        reworded: None,
        state: State::LIVE,
        former,
    }
}

fn withdraw(lock: &mut Lock, id: &str, date: Option<Date>) {
    if let Some(entry) = lock.entries.get_mut(id) {
        entry.state = State::Gone(Gone {
            how: TombstoneState::Withdrawn,
            on: date,
            reason: None,
            successors: Vec::new(),
            moved_to: None,
        });
    }
}
