//! What `hoshin anchor` does: a person says what became of a clause. Pure functions from a lock to a lock, with a preview.
//!
//! A clause the answer names by its position today is marked as confirmed in the lock, with the text it has today: the next
//! build need not guess again. An answer can be corrected by another one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::lock::{Confirmed, Entry, Fate, Gone, Lock, SiteLock, State};
use super::matching::{self, Matches};
use super::mint::Taken;
use super::record::{new_id, place};
use super::unit::Unit;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{DocumentId, TombstoneState};

/// A document somebody settles questions about.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// Its lock.
    pub lock: &'a Lock,
    /// Its text today.
    pub units: &'a [Unit],
    /// The date of today's version ([`super::version_date`]).
    pub date: Option<Date>,
    /// Every id of the site ([`ids_of`]), so that new ones differ.
    pub taken: &'a BTreeSet<Box<str>>,
}

/// A lock after an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// The lock to be written.
    pub lock: Lock,
    /// What changes for readers, by id.
    pub preview: Vec<Effect>,
}

/// What an answer changes for one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The permanent id.
    pub id: Box<str>,
    /// Where it led as last recorded; `None` for an id that is new.
    pub before: Option<Leads>,
    /// Where it leads.
    pub after: Leads,
}

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To a clause.
    Clause {
        /// Its position: `s5-1`.
        position: Box<str>,
        /// How its place is cited: `5(1)`.
        name: Box<str>,
    },
    /// To a clause under another id.
    Renamed(Box<str>),
    /// To a tombstone.
    Tombstone {
        /// What became of the clause.
        state: TombstoneState,
        /// Who took its place.
        successors: Vec<Box<str>>,
        /// The document it was moved to.
        moved_to: Option<Box<str>>,
    },
}

/// Why an answer cannot be: to be shown as a finding of the site.
pub type Refusal = Box<Finding>;

/// What is said of a clause that is gone. Of one that was gone before, what is not said anew stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice<'a> {
    /// Why it is gone; empty for no reason.
    pub reason: Option<&'a str>,
    /// Positions of the clauses that took its place; empty for none.
    pub successors: Option<&'a [&'a str]>,
}

/// Every id of these locks.
pub fn ids_of<'a>(locks: impl IntoIterator<Item = &'a Lock>) -> BTreeSet<Box<str>> {
    locks.into_iter().flat_map(|lock| lock.entries.keys().cloned()).collect()
}

/// The clause `id` is the one that now stands at `position`. Also brings back a clause that was recorded as gone; if the
/// place has got an id of its own meanwhile, that becomes another name of it.
///
/// # Errors
/// When there is no such id or position, or another clause stands there.
pub fn same(desk: &Desk<'_>, id: &str, position: &str) -> Result<Settled, Refusal> {
    let mut work = Work::new(desk);
    let is_live = work.entry(id)?.is_live();
    let unit = work.unit(position)?;
    let owner = work.matches.ids[unit].clone().filter(|owner| **owner != *id);
    if let Some(owner) = owner.as_ref().filter(|_| is_live) {
        return Err(Box::new(catalogue::anchor_place_taken(position, owner)));
    }
    work.confirm(id, unit, owner.as_deref());
    Ok(work.settled())
}

/// The clause `id` was split into those at `positions`.
///
/// # Errors
/// When there is no such id or position.
pub fn split(desk: &Desk<'_>, id: &str, positions: &[&str]) -> Result<Settled, Refusal> {
    let mut work = Work::new(desk);
    work.entry(id)?;
    let successors = work.successors(positions, &[id])?;
    work.bury(id, TombstoneState::Split, successors);
    Ok(work.settled())
}

/// The clauses `ids` were merged into the one at `position`. If that is one of them, it stays what it is.
///
/// # Errors
/// When there is no such id or position.
pub fn merge(desk: &Desk<'_>, ids: &[&str], position: &str) -> Result<Settled, Refusal> {
    let mut work = Work::new(desk);
    for id in ids {
        work.entry(id)?;
    }
    let successors = work.successors(&[position], &[])?;
    for id in ids.iter().filter(|id| successors.iter().all(|successor| **successor != ***id)) {
        work.bury(id, TombstoneState::Merged, successors.clone());
    }
    Ok(work.settled())
}

/// The clause `id` is gone.
///
/// # Errors
/// When there is no such id or position.
pub fn retire(desk: &Desk<'_>, id: &str, notice: &Notice<'_>) -> Result<Settled, Refusal> {
    end(desk, id, TombstoneState::Withdrawn, notice)
}

/// The clause `id` is gone and its number is kept free.
///
/// # Errors
/// When there is no such id or position.
pub fn reserve(desk: &Desk<'_>, id: &str, notice: &Notice<'_>) -> Result<Settled, Refusal> {
    end(desk, id, TombstoneState::Reserved, notice)
}

fn end(desk: &Desk<'_>, id: &str, how: TombstoneState, notice: &Notice<'_>) -> Result<Settled, Refusal> {
    let mut work = Work::new(desk);
    // Whoever has moved into another document has no successor but itself there.
    let before = match &work.entry(id)?.state {
        State::Gone(gone) if gone.moved_to.is_none() => Some(gone.clone()),
        _ => None,
    };
    let (reason, successors) = before.map(|gone| (gone.reason, gone.successors)).unwrap_or_default();
    let successors = match notice.successors {
        Some(positions) => work.successors(positions, &[id])?,
        None => successors,
    };
    work.bury(id, how, successors);
    if let Some(Entry { state: State::Gone(gone), .. }) = work.lock.entries.get_mut(id) {
        gone.reason = notice.reason.map_or(reason, |reason| Some(reason.into())).filter(|reason| !reason.is_empty());
    }
    Ok(work.settled())
}

/// The clause `id` of the document `from` is the one at `position` of the document `to`. It keeps its id there.
///
/// # Errors
/// When there is no such id or position, or another clause stands there.
pub fn move_to(from: &Desk<'_>, id: &str, to: &Desk<'_>, position: &str) -> Result<(Settled, Settled), Refusal> {
    let mut left = Work::new(from);
    let entry = left.entry(id)?.clone();
    let mut arrived = Work::new(to);
    let unit = arrived.unit(position)?;
    let owner = arrived.matches.ids[unit].clone().filter(|owner| **owner != *id);
    if let Some(owner) = owner.as_ref().filter(|_| !says_the_same(&entry, &to.units[unit])) {
        return Err(Box::new(catalogue::anchor_place_taken(position, owner)));
    }
    arrived.confirm(id, unit, owner.as_deref());
    left.bury(id, TombstoneState::Moved, vec![id.into()]);
    if let Some(Entry { state: State::Gone(gone), .. }) = left.lock.entries.get_mut(id) {
        gone.moved_to = Some(to.lock.document.0.as_str().into());
    }
    Ok((left.settled(), arrived.settled()))
}

/// The document of `lock` is called `now`.
#[must_use]
pub fn rename_document(site: &SiteLock, lock: &Lock, now: &DocumentId) -> (SiteLock, Lock) {
    let mut site = site.clone();
    site.documents.insert(lock.document.clone(), Fate::Renamed(now.clone()));
    site.documents.insert(now.clone(), Fate::Published);
    (site, Lock { document: now.clone(), ..lock.clone() })
}

/// A document is taken down for good.
#[must_use]
pub fn retire_document(site: &SiteLock, id: &DocumentId, on: Option<Date>, reason: Option<&str>) -> SiteLock {
    let mut site = site.clone();
    site.documents.insert(id.clone(), Fate::TakenDown { on, reason: reason.map(Into::into) });
    site
}

/// All addresses of a document are given up: it starts anew.
#[must_use]
pub fn forget_document(site: &SiteLock, id: &DocumentId) -> SiteLock {
    give_up(site, id, [])
}

/// The same; these permanent ids are known to have been its own.
#[must_use]
pub fn give_up(site: &SiteLock, id: &DocumentId, ids: impl IntoIterator<Item = Box<str>>) -> SiteLock {
    let mut site = site.clone();
    site.documents.remove(id);
    site.given_up.entry(id.clone()).or_default().extend(ids);
    site
}

/// A site's lock made of the locks there are.
#[must_use]
pub fn adopt(locks: &[Lock]) -> SiteLock {
    SiteLock {
        documents: locks.iter().map(|lock| (lock.document.clone(), Fate::Published)).collect::<BTreeMap<_, _>>(),
        ..SiteLock::default()
    }
}

/// An answer being worked into a lock.
struct Work<'a> {
    desk: &'a Desk<'a>,
    lock: Lock,
    matches: Matches,
    taken: Taken,
}

impl<'a> Work<'a> {
    fn new(desk: &'a Desk<'a>) -> Self {
        let mut taken = Taken::default();
        desk.taken.iter().for_each(|id| taken.add(id));
        Self { lock: desk.lock.clone(), matches: matching::find(desk.lock, desk.units), taken, desk }
    }

    /// The entry of a clause that stands or is gone; a name that was given up is none.
    fn entry(&self, id: &str) -> Result<&Entry, Refusal> {
        let known = self.lock.entries.get(id).filter(|entry| !matches!(entry.state, State::Renamed { .. }));
        known.ok_or_else(|| Box::new(catalogue::anchor_unknown_id(id, &self.lock.document.0)))
    }

    fn unit(&self, position: &str) -> Result<usize, Refusal> {
        let found = self.desk.units.iter().position(|unit| *unit.position == *position);
        found.ok_or_else(|| Box::new(catalogue::anchor_unknown_place(position, &self.lock.document.0)))
    }

    /// Puts an entry where a unit stands. `owner` is another entry of the same unit, which becomes a former name.
    fn confirm(&mut self, id: &str, unit: usize, owner: Option<&str>) {
        place(&mut self.lock, id, owner, (&self.desk.units[unit], self.desk.date));
        if let Some(entry) = self.lock.entries.get_mut(id) {
            entry.state = State::Live { confirmed: Confirmed::Yes };
        }
    }

    /// The ids of the clauses at some positions; those that have none yet, or one of `not`, get a new one.
    fn successors(&mut self, positions: &[&str], not: &[&str]) -> Result<Vec<Box<str>>, Refusal> {
        let units: Vec<usize> = positions.iter().map(|position| self.unit(position)).collect::<Result<_, _>>()?;
        Ok(units.into_iter().map(|unit| self.id_of(unit, not)).collect())
    }

    fn id_of(&mut self, unit: usize, not: &[&str]) -> Box<str> {
        if let Some(id) = self.matches.ids[unit].clone().filter(|id| not.iter().all(|not| **not != **id)) {
            return id;
        }
        let own = &self.desk.units[unit];
        let parent = own.parent.and_then(|parent| self.matches.ids[parent].as_deref());
        let id = new_id(&self.lock, own, parent, &mut self.taken);
        self.confirm(&id, unit, None);
        id
    }

    fn bury(&mut self, id: &str, how: TombstoneState, successors: Vec<Box<str>>) {
        let Some(entry) = self.lock.entries.get_mut(id) else { return };
        // A clause that was gone before stays gone since then.
        let on = if let State::Gone(gone) = &entry.state { gone.on } else { self.desk.date };
        entry.state = State::Gone(Gone { how, on, reason: None, successors, moved_to: None });
    }

    fn settled(self) -> Settled {
        let preview = self.lock.entries.iter().filter_map(|(id, entry)| {
            let (before, after) = (self.desk.lock.entries.get(id).map(leads), leads(entry));
            (before.as_ref() != Some(&after)).then(|| Effect { id: id.clone(), before, after })
        });
        let preview = preview.collect();
        Settled { lock: self.lock, preview }
    }
}

/// Whether a place of another document, with an id of its own, can be the clause all the same: where the texts have nothing
/// in common, the answer is a slip that would make another published clause's id a second name of this one.
fn says_the_same(entry: &Entry, unit: &Unit) -> bool {
    matching::is_like(&entry.text, &unit.text)
}

fn leads(entry: &Entry) -> Leads {
    match &entry.state {
        State::Live { .. } => Leads::Clause { position: entry.position.clone(), name: entry.name.clone() },
        State::Renamed { to } => Leads::Renamed(to.clone()),
        State::Gone(gone) => {
            Leads::Tombstone { state: gone.how, successors: gone.successors.clone(), moved_to: gone.moved_to.clone() }
        }
    }
}
