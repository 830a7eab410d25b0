//! The documents of the site through time: which were published, renamed, taken down, and which have got lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::assign::{Context, Input};
use super::document::lock_path;
use super::lock::{Fate, Lock, SITE_LOCK, SiteLock, parse_site};
use super::memory::{Memory, Read};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::DocumentId;
use crate::recall::Same;

/// What is known of documents before any of them is looked into.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) lock: Arc<SiteLock>,
    /// Whether the site's lock may be written: not when it is damaged.
    pub(super) is_writable: bool,
    /// Former names and what they mean now.
    pub(super) renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents whose lock stands where the document no longer is.
    left_behind: BTreeSet<DocumentId>,
    pub(super) found: Diagnostics,
}

impl Known {
    /// Whether a document was published before, under this or a former name.
    pub(super) fn was_published(&self, id: &DocumentId) -> bool {
        let is_it = |(former, now): (&DocumentId, &DocumentId)| now == id && self.lock.documents.contains_key(former);
        matches!(self.lock.documents.get(id), Some(Fate::Published)) || self.renamed.iter().any(is_it)
    }

    /// Former names of a document.
    pub(super) fn former_names(&self, id: &DocumentId) -> impl Iterator<Item = &DocumentId> {
        self.renamed.iter().filter(move |(_, now)| *now == id).map(|(former, _)| former)
    }

    pub(super) fn is_left_behind(&self, id: &DocumentId) -> bool {
        self.left_behind.contains(id)
    }
}

/// Reads the site's lock and the former names, and looks for documents that are gone.
pub(super) fn survey(
    inputs: &BTreeMap<DocumentId, Input<'_>>,
    context: &Context<'_>,
    locks: &BTreeMap<String, Read<Lock>>,
    memory: &mut Memory,
) -> Known {
    let mut known = Known { is_writable: true, ..Known::default() };
    let read = |file| memory.site.get(Same::of(file), |file| parse_site(&file.0).map(Arc::new));
    match context.locks.get(SITE_LOCK).map(read) {
        Some(Ok(lock)) => known.lock = lock,
        Some(Err(found)) => {
            known.found.extend(found);
            known.is_writable = false;
        }
        None if context.unreadable.contains(SITE_LOCK) => known.is_writable = false,
        None if context.locks.is_empty() => {}
        None => {
            known.found.push(catalogue::site_lock_missing().in_file(SITE_LOCK));
            known.is_writable = false;
        }
    }
    renamings(&mut known, inputs);
    left_behind(&mut known, inputs, (context, locks));
    if known.is_writable {
        lost(&mut known, inputs, (context, locks));
    }
    known
}

/// Former names, of front matter and of the site's lock.
fn renamings(known: &mut Known, inputs: &BTreeMap<DocumentId, Input<'_>>) {
    let mut steps: BTreeMap<DocumentId, DocumentId> = BTreeMap::new();
    for (former, fate) in &known.lock.documents {
        if let Fate::Renamed(now) = fate {
            steps.insert(former.clone(), now.clone());
        }
    }
    for (id, input) in inputs {
        for alias in &input.meta.aliases {
            let owner = if inputs.contains_key(&alias.value) {
                Some(&alias.value)
            } else {
                steps.get(&alias.value).filter(|other| *other != id && inputs.contains_key(*other))
            };
            if let Some(owner) = owner {
                known.found.push(catalogue::alias_clash(&alias.value.0, &owner.0).at(alias.span(input.source)));
            } else {
                steps.insert(alias.value.clone(), id.clone());
            }
        }
    }
    for former in steps.keys() {
        match end_of(former, &steps) {
            Some(now) => {
                known.renamed.insert(former.clone(), now);
            }
            None => known.found.push(catalogue::alias_loop(&former.0).in_file(SITE_LOCK)),
        }
    }
}

/// Where a chain of renamings ends, unless it does not.
fn end_of(former: &DocumentId, steps: &BTreeMap<DocumentId, DocumentId>) -> Option<DocumentId> {
    let mut at = former;
    for _ in 0..=steps.len() {
        match steps.get(at) {
            Some(next) => at = next,
            None => return Some(at.clone()),
        }
    }
    None
}

/// Locks that stand alone although their document is there under another name.
fn left_behind(
    known: &mut Known,
    inputs: &BTreeMap<DocumentId, Input<'_>>,
    (context, locks): (&Context<'_>, &BTreeMap<String, Read<Lock>>),
) {
    let paths: BTreeSet<String> = inputs.values().map(|input| lock_path(&input.source.path)).collect();
    for (path, lock) in locks {
        if paths.contains(path) || is_unreadable(path, context) {
            continue;
        }
        let Ok(lock) = lock else { continue };
        let now = known.renamed.get(&lock.document).unwrap_or(&lock.document);
        if let Some(input) = inputs.get(now) {
            let right = lock_path(&input.source.path);
            if !context.locks.contains_key(&right) {
                known.found.push(catalogue::lock_left_behind(&now.0, &right).in_file(path.clone()));
                known.left_behind.insert(now.clone());
            }
        }
    }
}

/// Whether the document beside a lock is there and could not be read: it has its own findings.
fn is_unreadable(lock: &str, context: &Context<'_>) -> bool {
    let stem = lock.strip_suffix(".lock").unwrap_or(lock);
    context.unreadable.contains(&format!("{stem}.md"))
}

fn lost(
    known: &mut Known,
    inputs: &BTreeMap<DocumentId, Input<'_>>,
    (context, locks): (&Context<'_>, &BTreeMap<String, Read<Lock>>),
) {
    let unreadable = locks.iter().filter(|(path, _)| is_unreadable(path, context));
    let unreadable: BTreeSet<&DocumentId> =
        unreadable.filter_map(|(_, lock)| Some(&lock.as_ref().ok()?.document)).collect();
    for (id, fate) in &known.lock.documents {
        let now = known.renamed.get(id).unwrap_or(id);
        let is_there = inputs.contains_key(now) || unreadable.contains(now) || unreadable.contains(id);
        let is_taken_down = matches!(known.lock.documents.get(now), Some(Fate::TakenDown { .. }));
        if !is_there && !is_taken_down && !matches!(fate, Fate::TakenDown { .. }) {
            known.found.push(catalogue::document_lost(&now.0).in_file(SITE_LOCK));
        }
    }
}

/// The lock of a document that was taken down, wherever it stands.
pub(super) fn locks_of_taken_down<'a>(
    known: &'a Known,
    locks: &'a BTreeMap<String, Read<Lock>>,
) -> impl Iterator<Item = (Arc<Lock>, &'a Fate)> {
    locks.values().filter_map(|lock| {
        let lock = lock.as_ref().ok()?;
        let fate = known.lock.documents.get(&lock.document)?;
        matches!(fate, Fate::TakenDown { .. }).then(|| (Arc::clone(lock), fate))
    })
}
