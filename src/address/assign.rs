//! The addresses of all documents: what the pipeline calls.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::document::{self, Draft, DraftKey, Prepared};
use super::ledger::Ledger;
use super::lock::{Fate, Lock, SITE_LOCK, SiteLock};
use super::memory::{Memory, Read};
use super::mint::{Asked, Taken};
use super::record::{self, Version};
use super::site::{self, Known, Seen};
use super::{apply, ask, clash, moved, standing};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile, catalogue};
use crate::policy::{Body, DocumentId, Metadata, Published, Tombstone};
use crate::recall::Same;

/// A document whose positions have been assigned.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// What its front matter says.
    pub meta: &'a Metadata,
    /// Its file.
    pub source: &'a Arc<SourceFile>,
    /// Its text.
    pub body: Arc<Body>,
}

/// What addresses depend on besides the documents.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The `.lock` files below `content/`, by path relative to the site's folder.
    pub locks: &'a BTreeMap<String, Arc<SourceFile>>,
    /// Paths of documents and locks that are there and could not be read: what they hold is not lost.
    pub unreadable: &'a BTreeSet<String>,
    /// Whether locks may change.
    pub mode: Mode,
    /// The moment the site is made for: what is published later is not recorded yet.
    pub now: jiff::Timestamp,
    /// The sites that were published, as far as they are known.
    pub published: &'a [Arc<Published>],
}

/// Whether locks may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They may.
    Record,
    /// A lock that would change is an error (`--locked`).
    Locked,
}

/// What has been assigned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assigned {
    /// The texts with their addresses.
    pub bodies: BTreeMap<DocumentId, Arc<Body>>,
    /// Former names of documents and what they are called now.
    pub renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were taken down, with a tombstone for each clause.
    pub taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
    /// Locks to be written when the site is published: path relative to the site's folder → text.
    pub changes: BTreeMap<String, String>,
}

/// Gives every clause of every document its address. Documents about which something is unclear keep the addresses that
/// are clear, and their locks are left alone.
#[must_use]
pub fn assign(inputs: &BTreeMap<DocumentId, Input<'_>>, context: &Context<'_>) -> (Assigned, Diagnostics) {
    assign_remembered(inputs, context, &mut Memory::default())
}

/// The same; what is as it was the last time is not matched or recorded again.
#[must_use]
pub fn assign_remembered(
    inputs: &BTreeMap<DocumentId, Input<'_>>,
    context: &Context<'_>,
    memory: &mut Memory,
) -> (Assigned, Diagnostics) {
    let locks = memory.read(context.locks);
    let seen = Seen { inputs, context, locks: &locks };
    let mut known = site::survey(&seen, memory);
    let mut found = std::mem::take(&mut known.found);
    let wanted = inputs.iter().map(|(id, input)| {
        let key = DraftKey::of(id, input, context, &known);
        (id.0.as_str(), key.clone(), (key, locks.get(&document::lock_path(&input.source.path))))
    });
    let prepare = |id, (key, lock)| Arc::new(document::prepare(id, key, lock));
    let mut drafts: Vec<Draft> = memory.drafts.each(wanted.collect(), prepare).into_iter().map(Draft::new).collect();
    let gone = known.taken_down(&seen);
    // The record of a document that is being written again is that of a draft.
    let apart: Vec<Arc<Lock>> =
        gone.iter().map(|(lock, _)| lock).filter(|lock| !inputs.contains_key(&lock.document)).cloned().collect();
    let ledger = ledger(&drafts, &apart, memory);
    clash::check(&mut drafts, &apart, &ledger);
    moved::propose(&mut drafts);
    if !has_error(&found, &drafts) {
        found.extend(standing::unrecorded(&seen, &known, &|id| ledger.has(id) || is_recorded(&locks, id)));
    }

    let mut assigned = Assigned { renamed: known.renamed.clone(), ..Assigned::default() };
    for (lock, fate) in &gone {
        if let Fate::TakenDown { on, reason } = fate {
            let tombstones = apply::tombstones_of_all(lock, *on, reason.as_deref());
            assigned.taken_down.insert(lock.document.clone(), tombstones);
        }
    }
    assigned.changes.extend(site_change(&known, &drafts));
    let is_asked = has_error(&found, &[]);
    found.extend(finish(drafts, ledger, &mut assigned, memory));
    if context.mode == Mode::Locked && is_asked {
        // Records that would be brought up to date now would forget what is asked about.
        assigned.changes.clear();
    } else if context.mode == Mode::Locked {
        let outdated = |path: &String| catalogue::lock_outdated().in_file(path.clone());
        found.extend(assigned.changes.keys().map(outdated).collect());
        assigned.changes.clear();
    }
    (assigned, found)
}

fn has_error(found: &Diagnostics, drafts: &[Draft]) -> bool {
    let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
    found.iter().any(is_error) || drafts.iter().any(Draft::has_error)
}

/// Whether an id stands in a record, be it that of a document that cannot be read.
fn is_recorded(locks: &BTreeMap<String, Read<Lock>>, id: &str) -> bool {
    locks.values().flatten().any(|lock| lock.entries.contains_key(id))
}

/// The ids in the locks of the drafts, and in those of documents that are gone. It is the same as long as these are.
fn ledger(drafts: &[Draft], gone: &[Arc<Lock>], memory: &mut Memory) -> Arc<Ledger> {
    let locks = || drafts.iter().map(|draft| &draft.lock).chain(gone);
    // Documents without a lock have an empty one, made for the run.
    let key = locks().map(|lock| (!lock.entries.is_empty()).then(|| Same::of(lock))).collect();
    memory.ledger.get((drafts.len(), key), |_| {
        let locks: Vec<Arc<Lock>> = locks().cloned().collect();
        Arc::new(Ledger::of(&locks))
    })
}

/// Changed locks in the order in which they have to be written, so that between any two of them the site is whole: the
/// site's lock last, because it must not name a document whose lock is not there yet; but where there is none, an empty
/// one first, because locks without it look like a site that has lost it.
#[must_use]
pub fn in_order(mut changes: BTreeMap<String, String>, has_site_lock: bool) -> Vec<(String, String)> {
    let last = changes.remove(SITE_LOCK).map(|text| (SITE_LOCK.to_owned(), text));
    let empty = || (SITE_LOCK.to_owned(), SiteLock::default().to_text());
    let first = (!has_site_lock && !changes.is_empty()).then(empty);
    first.into_iter().chain(changes).chain(last).collect()
}

/// The site's lock with all that is published now, if that is more than it had.
fn site_change(known: &Known, drafts: &[Draft]) -> Option<(String, String)> {
    let mut lock = SiteLock::clone(&known.lock);
    // A document without a text has no addresses, hence no lock of its own.
    let has_addresses = |draft: &&Draft| !draft.units.is_empty() || !draft.lock.entries.is_empty();
    let is_told = |draft: &&Draft| draft.is_published && draft.is_sound() && !known.renamed.contains_key(&draft.id);
    for draft in drafts.iter().filter(is_told).filter(has_addresses) {
        lock.documents.insert(draft.id.clone(), Fate::Published);
        let former = known.taken_over.iter().filter(|(_, now)| **now == draft.id);
        lock.documents.extend(former.map(|(former, now)| (former.clone(), Fate::Renamed(now.clone()))));
    }
    (known.is_writable && lock != *known.lock).then(|| (SITE_LOCK.to_owned(), lock.to_text()))
}

/// A document whose lock has been brought up to its text.
#[derive(Debug)]
pub(super) struct Recorded {
    body: Arc<Body>,
    /// The lock.
    text: String,
    /// What the revision did to addresses.
    told: Diagnostics,
    /// The ids that minting has asked for.
    asked: Vec<Asked>,
}

/// Gives the texts their addresses and brings the locks up to them; returns what was found in all drafts.
fn finish(drafts: Vec<Draft>, ledger: Arc<Ledger>, assigned: &mut Assigned, memory: &mut Memory) -> Diagnostics {
    let is_recorded = |draft: &Draft| draft.is_outdated && draft.is_sound();
    let are_recorded: Vec<bool> = drafts.iter().map(is_recorded).collect();
    let known = drafts.iter().zip(&are_recorded).filter(|(_, is_recorded)| !**is_recorded);
    let wanted = known.map(|(draft, _)| (draft.id.0.as_str(), Same::of(&draft.prepared), &draft.prepared));
    let mut known = memory.applied.each(wanted.collect(), |_, draft| Arc::new(with_known_ids(draft))).into_iter();
    let mut recorder = Recorder::new(&drafts, ledger, std::mem::take(&mut memory.recorded));
    let mut found = Diagnostics::default();
    for (draft, is_recorded) in drafts.into_iter().zip(are_recorded) {
        let id = draft.id.clone();
        if is_recorded {
            let recorded = recorder.record(&draft.prepared);
            assigned.changes.insert(draft.lock_path.clone(), recorded.text.clone());
            assigned.bodies.insert(id, Arc::clone(&recorded.body));
            found.extend(draft.into_found());
            found.extend(recorded.told.clone());
        } else {
            assigned.bodies.extend(known.next().map(|body| (id, body)));
            found.extend(draft.into_found());
        }
    }
    memory.recorded = recorder.after;
    found
}

/// The text with the addresses its lock knows.
fn with_known_ids(draft: &Prepared) -> Body {
    let mut body = Body::clone(&draft.body);
    let has_lock = !draft.lock.entries.is_empty();
    apply::apply(&mut body, known_ids(draft), has_lock.then_some(&*draft.lock));
    body
}

/// The documents recorded, by name.
type AllRecorded = BTreeMap<DocumentId, (Same<Prepared>, Arc<Recorded>)>;

/// Records one document after the other, so that new ids differ.
struct Recorder {
    taken: Taken,
    before: AllRecorded,
    after: AllRecorded,
}

impl Recorder {
    fn new(drafts: &[Draft], ledger: Arc<Ledger>, before: AllRecorded) -> Self {
        let mut taken = Taken::of(ledger);
        drafts.iter().flat_map(|draft| draft.authored_ids()).for_each(|(_, id)| taken.add(id));
        Self { taken, before, after: BTreeMap::new() }
    }

    /// What was recorded the last time, if the document and every answer to its minting are the same; else it is done anew.
    fn record(&mut self, draft: &Arc<Prepared>) -> Arc<Recorded> {
        let known = self.before.remove(&draft.id).filter(|(known, _)| *known == Same::of(draft));
        let known = known.map(|(_, recorded)| recorded).filter(|known| self.taken.take_again(&known.asked));
        let recorded = known.unwrap_or_else(|| Arc::new(self.record_anew(draft)));
        self.after.insert(draft.id.clone(), (Same::of(draft), Arc::clone(&recorded)));
        recorded
    }

    fn record_anew(&mut self, draft: &Prepared) -> Recorded {
        let version = Version { units: &draft.units, matched: &draft.matches.ids, date: draft.date };
        let mut lock = Lock::clone(&draft.lock);
        let recorded = record::record(&mut lock, &version, &mut self.taken);
        let told = tell(draft, &lock, &recorded);
        let mut body = Body::clone(&draft.body);
        apply::apply(&mut body, recorded.ids, Some(&lock));
        Recorded { body: Arc::new(body), text: lock.to_text(), told, asked: self.taken.take_asked() }
    }
}

/// The ids of units whose entries are known, or whose author has given one.
fn known_ids(draft: &Prepared) -> Vec<Box<str>> {
    let authored = draft.units.iter().map(|unit| unit.authored.as_ref().map(|id| id.value.clone()));
    authored
        .zip(&draft.matches.ids)
        .map(|(authored, matched)| authored.or(matched.clone()).unwrap_or_default())
        .collect()
}

/// What a revision did to addresses.
fn tell(draft: &Prepared, lock: &Lock, recorded: &record::Recorded) -> Diagnostics {
    let mut told = Diagnostics::default();
    for id in &recorded.withdrawn {
        let Some(entry) = lock.entries.get(id) else { continue };
        let finding = catalogue::address_withdrawn(&entry.name, id, &ask::shown(&entry.text));
        told.push(finding.in_file(draft.source.path.clone()));
    }
    if !recorded.retargeted.is_empty() {
        let finding = catalogue::address_retargeted(&recorded.retargeted.join("、"));
        told.push(finding.in_file(draft.source.path.clone()));
    }
    told
}
