//! The addresses of all documents: what the pipeline calls.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::document::{self, Draft};
use super::lock::{Fate, Lock, SITE_LOCK, SiteLock};
use super::mint::Taken;
use super::record::{self, Recorded, Version};
use super::site::{self, Known};
use super::{apply, ask, clash, moved};
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};
use crate::policy::{Body, DocumentId, Metadata, Tombstone};

/// A document whose positions have been assigned.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// What its front matter says.
    pub meta: &'a Metadata,
    /// Its file.
    pub source: &'a Arc<SourceFile>,
    /// Its text.
    pub body: Body,
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
    pub bodies: BTreeMap<DocumentId, Body>,
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
pub fn assign(inputs: BTreeMap<DocumentId, Input<'_>>, context: &Context<'_>) -> (Assigned, Diagnostics) {
    let mut known = site::survey(&inputs, context);
    let mut found = std::mem::take(&mut known.found);
    let ids: Vec<DocumentId> = inputs.keys().cloned().collect();
    let mut drafts: Vec<Draft<'_>> = ids
        .par_iter()
        .zip(inputs.into_values().collect::<Vec<_>>())
        .map(|(id, input)| document::prepare(id, input, context, &known))
        .collect();
    let gone: Vec<(Lock, Fate)> =
        site::locks_of_taken_down(&known, context).map(|(lock, fate)| (lock, fate.clone())).collect();
    clash::check(&mut drafts, &gone);
    moved::propose(&mut drafts);

    let mut assigned = Assigned { renamed: known.renamed.clone(), ..Assigned::default() };
    for (lock, fate) in &gone {
        if let Fate::TakenDown { on, reason } = fate {
            let tombstones = apply::tombstones_of_all(lock, *on, reason.as_deref());
            assigned.taken_down.insert(lock.document.clone(), tombstones);
        }
    }
    assigned.changes.extend(site_change(&known, &drafts));
    let mut recorder = Recorder::new(&drafts, &gone);
    for draft in drafts {
        let (id, body, change, in_draft) = recorder.finish(draft);
        assigned.bodies.insert(id, body);
        assigned.changes.extend(change);
        found.extend(in_draft);
    }
    if context.mode == Mode::Locked {
        let outdated = |path: &String| catalogue::lock_outdated().in_file(path.clone());
        found.extend(assigned.changes.keys().map(outdated).collect());
        assigned.changes.clear();
    }
    (assigned, found)
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
fn site_change(known: &Known, drafts: &[Draft<'_>]) -> Option<(String, String)> {
    let mut lock: SiteLock = known.lock.clone();
    // A document without a text has no addresses, hence no lock of its own.
    let has_addresses = |draft: &&Draft<'_>| !draft.units.is_empty() || !draft.lock.entries.is_empty();
    for draft in drafts.iter().filter(|draft| draft.is_published && draft.is_sound()).filter(has_addresses) {
        lock.documents.entry(draft.id.clone()).or_insert(Fate::Published);
    }
    (known.is_writable && lock != known.lock).then(|| (SITE_LOCK.to_owned(), lock.to_text()))
}

/// Records one document after the other, so that new ids differ.
struct Recorder {
    taken: Taken,
}

/// A document's name, its text, its changed lock, and what was found.
type Finished = (DocumentId, Body, Option<(String, String)>, Diagnostics);

impl Recorder {
    fn new(drafts: &[Draft<'_>], gone: &[(Lock, Fate)]) -> Self {
        let mut taken = Taken::default();
        // Without anything new no id is minted, and none needs to be compared.
        if drafts.iter().any(is_new) {
            let locks = drafts.iter().map(|draft| &draft.lock).chain(gone.iter().map(|(lock, _)| lock));
            locks.flat_map(|lock| lock.entries.keys()).for_each(|id| taken.add(id));
            let authored = drafts.iter().flat_map(|draft| &draft.units).filter_map(|unit| unit.authored.as_ref());
            authored.for_each(|id| taken.add(&id.value));
        }
        Self { taken }
    }

    fn finish(&mut self, mut draft: Draft<'_>) -> Finished {
        let has_lock = !draft.lock.entries.is_empty();
        let is_recorded = draft.is_published && draft.is_sound();
        if !is_recorded || (!draft.is_renamed && !is_new(&draft)) {
            let ids = known_ids(&draft);
            apply::apply(&mut draft.body, ids, has_lock.then_some(&draft.lock));
            return (draft.id.clone(), draft.body, None, draft.found);
        }
        let version = Version { units: &draft.units, matched: &draft.matches.ids, date: draft.date };
        let recorded = record::record(&mut draft.lock, &version, &mut self.taken);
        tell(&mut draft, &recorded);
        apply::apply(&mut draft.body, recorded.ids, Some(&draft.lock));
        let change = (draft.lock_path, draft.lock.to_text());
        (draft.id.clone(), draft.body, Some(change), draft.found)
    }
}

/// Whether the lock says less than the text.
fn is_new(draft: &Draft<'_>) -> bool {
    draft.is_published && !record::is_up_to_date(&draft.lock, &draft.units, &draft.matches.ids)
}

/// The ids of units whose entries are known, or whose author has given one.
fn known_ids(draft: &Draft<'_>) -> Vec<Box<str>> {
    let authored = draft.units.iter().map(|unit| unit.authored.as_ref().map(|id| id.value.clone()));
    authored
        .zip(&draft.matches.ids)
        .map(|(authored, matched)| authored.or(matched.clone()).unwrap_or_default())
        .collect()
}

/// Reports what a revision did to addresses.
fn tell(draft: &mut Draft<'_>, recorded: &Recorded) {
    for id in &recorded.withdrawn {
        let Some(entry) = draft.lock.entries.get(id) else { continue };
        let finding = catalogue::address_withdrawn(&entry.name, id, &ask::shown(&entry.text));
        draft.found.push(finding.in_file(draft.source.path.clone()));
    }
    if !recorded.retargeted.is_empty() {
        let finding = catalogue::address_retargeted(&recorded.retargeted.join("、"));
        draft.found.push(finding.in_file(draft.source.path.clone()));
    }
}
