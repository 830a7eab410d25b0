//! Resolves former names of documents, from the list of the site and from front matter.

use std::collections::BTreeMap;

use super::known::{KnownDocuments, SiteInputs};
use super::lock::{DocumentFate, SITE_LOCK, lock_path};
use crate::diagnostic::catalogue;
use crate::policy::DocumentId;

/// The next name of each former name.
type Steps = BTreeMap<DocumentId, DocumentId>;

/// Finds the present name of each former one, and reports former names that were given to another document.
pub(super) fn resolve(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    let mut steps = Steps::new();
    for (former, fate) in &known.list.documents {
        if let DocumentFate::Renamed(now) = fate {
            steps.insert(former.clone(), now.clone());
        }
    }
    check_reused_names(known, site, &mut steps);
    for (id, input) in site.inputs {
        for alias in &input.meta.aliases {
            let owner = if site.inputs.contains_key(&alias.value) {
                Some(&alias.value)
            } else {
                steps.get(&alias.value).filter(|other| *other != id && site.inputs.contains_key(*other))
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

/// Reports documents under a name that the list marks as a former one: citations of the former document would lead to them. A
/// document may take back its own former name, with an alias or with its record.
fn check_reused_names(known: &mut KnownDocuments, site: &SiteInputs<'_>, steps: &mut Steps) {
    for (id, input) in site.inputs {
        let Some(now) = end_of(id, steps).filter(|now| now != id) else { continue };
        let is_free = !site.inputs.contains_key(&now);
        if is_free && input.meta.aliases.iter().any(|alias| alias.value == now) {
            steps.remove(id);
            continue;
        }
        let own = site.records.get(&lock_path(&input.source.path));
        let has_record = own.is_some_and(|own| own.as_ref().is_ok_and(|own| own.document == now));
        if !(is_free && has_record) {
            known.found.push(catalogue::former_name_taken(&id.0, &now.0).in_file(input.source.path.clone()));
        }
    }
}

/// The last name in a chain of renamings; none if it runs in a circle.
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
