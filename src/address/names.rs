//! Former names of documents: of the site's lock and of front matter, and what they mean now.

use std::collections::BTreeMap;

use super::document::lock_path;
use super::lock::{Fate, SITE_LOCK};
use super::site::{Known, Seen};
use crate::diagnostic::catalogue;
use crate::policy::DocumentId;

/// From a former name to the next one.
type Steps = BTreeMap<DocumentId, DocumentId>;

/// Finds out what former names mean now, and which of them have been given to another document.
pub(super) fn renamings(known: &mut Known, seen: &Seen<'_>) {
    let mut steps = Steps::new();
    for (former, fate) in &known.lock.documents {
        if let Fate::Renamed(now) = fate {
            steps.insert(former.clone(), now.clone());
        }
    }
    taken_again(known, seen, &mut steps);
    for (id, input) in seen.inputs {
        for alias in &input.meta.aliases {
            let owner = if seen.inputs.contains_key(&alias.value) {
                Some(&alias.value)
            } else {
                steps.get(&alias.value).filter(|other| *other != id && seen.inputs.contains_key(*other))
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

/// Documents under a name that the site's lock calls a former one. Whoever takes its own former name again says so, by an
/// alias, or has the record with it; any other document would answer where its predecessor was cited.
fn taken_again(known: &mut Known, seen: &Seen<'_>, steps: &mut Steps) {
    for (id, input) in seen.inputs {
        let Some(now) = end_of(id, steps).filter(|now| now != id) else { continue };
        let is_free = !seen.inputs.contains_key(&now);
        if is_free && input.meta.aliases.iter().any(|alias| alias.value == now) {
            steps.remove(id);
            continue;
        }
        let own = seen.locks.get(&lock_path(&input.source.path));
        let has_record = own.is_some_and(|own| own.as_ref().is_ok_and(|own| own.document == now));
        if !(is_free && has_record) {
            known.found.push(catalogue::former_name_taken(&id.0, &now.0).in_file(input.source.path.clone()));
        }
    }
}

/// Where a chain of renamings ends, unless it does not.
fn end_of(former: &DocumentId, steps: &Steps) -> Option<DocumentId> {
    let mut at = former;
    for _ in 0..=steps.len() {
        match steps.get(at) {
            Some(next) => at = next,
            None => return Some(at.clone()),
        }
    }
    None
}
