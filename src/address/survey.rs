//! Reads the list of the site and the former names, and looks for lost documents and records.

use std::sync::Arc;

use super::known::{KnownDocuments, SiteInputs};
use super::lock::{SITE_LOCK, parse_list};
use super::memory::AddressMemory;
use super::{former_names, lost_documents, record_check};
use crate::diagnostic::catalogue;
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
        lost_documents::report(&mut known, site);
    }
    known
}
