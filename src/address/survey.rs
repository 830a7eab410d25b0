//! Reads the list of the site and the former names, and looks for lost documents and records.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::known::{KnownDocuments, SiteInputs};
use super::lock::{DocumentFate, SITE_LOCK, parse_list};
use super::memory::AddressMemory;
use super::{former_names, record_check};
use crate::diagnostic::catalogue;
use crate::policy::DocumentId;
use crate::recall::Same;

pub(super) fn survey(site: &SiteInputs<'_>, memory: &mut AddressMemory) -> KnownDocuments {
    let context = site.context;
    let mut known = KnownDocuments { is_writable: true, ..KnownDocuments::default() };
    let read = |file| memory.list.get(Same::of(file), |file| parse_list(&file.0).map(Arc::new));
    match context.locks.get(SITE_LOCK).map(read) {
        Some(Ok(list)) => known.list = list,
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
    former_names::resolve(&mut known, site);
    record_check::check(&mut known, site);
    if known.is_writable {
        report_lost_documents(&mut known, site);
    }
    known
}

fn report_lost_documents(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    let unreadable = site.records.iter().filter(|(path, _)| site.is_document_unreadable(path));
    let unreadable: BTreeSet<&DocumentId> =
        unreadable.filter_map(|(_, record)| Some(&record.as_ref().ok()?.document)).collect();
    for (id, fate) in &known.list.documents {
        let now = known.renamed.get(id).unwrap_or(id);
        let exists = site.inputs.contains_key(now) || unreadable.contains(now) || unreadable.contains(id);
        if !exists && !known.was_taken_down(now) && !matches!(fate, DocumentFate::TakenDown { .. }) {
            known.found.push(catalogue::document_lost(&now.0).in_file(SITE_LOCK));
        }
    }
}
