//! Checks that every record is read for some document.
//!
//! Addresses are lost silently if no document reads their record. So each record must be that of a document or of one that was
//! taken down, or another record must have all its entries. Each published name must have its record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::former_owner::has_been;
use super::known::{KnownDocuments, SiteInputs};
use super::lock::{AddressRecord, DocumentFate, SITE_LOCK, lock_path};
use super::lost_documents::way;
use crate::diagnostic::{Diagnostic, Finding, catalogue};
use crate::policy::DocumentId;

/// A record without a document beside it, with the path of its lock.
#[derive(Clone, Copy)]
struct OrphanRecord<'a> {
    path: &'a str,
    record: &'a Arc<AddressRecord>,
}

/// Reports faults of records that show without the texts.
pub(super) fn check(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    let beside_documents = site.lock_paths();
    let mut orphans: BTreeMap<DocumentId, Vec<OrphanRecord<'_>>> = BTreeMap::new();
    for (path, record) in site.records.iter().filter(|(path, _)| !beside_documents.contains(*path)) {
        if site.is_document_unreadable(path) {
            continue;
        }
        match record {
            // No release knows its addresses: it goes with its document.
            Ok(record) if !record.has_released() && !known.list.documents.contains_key(&record.document) => {
                known.obsolete.insert(path.clone());
            }
            Ok(record) => {
                orphans.entry(known.now(&record.document).clone()).or_default().push(OrphanRecord { path, record });
            }
            // A damaged record beside a document is reported with the document.
            Err(found) => known.found.extend(found.clone()),
        }
    }
    for (now, records) in orphans {
        check_orphans(known, site, &now, &records);
    }
    if known.is_writable {
        check_published_names(known, site);
        check_withdrawn(known, site);
        let unlisted = known.renamed.iter().filter(|(former, _)| !known.list.documents.contains_key(*former));
        let unlisted: Vec<_> = unlisted.map(|(former, now)| (former.clone(), now.clone())).collect();
        known.taken_over.extend(unlisted);
    }
}

/// Checks the records that bear a name of the document `now` and are not beside it. Another record must have their entries.
fn check_orphans(known: &mut KnownDocuments, site: &SiteInputs<'_>, now: &DocumentId, orphans: &[OrphanRecord<'_>]) {
    let Some(fullest) = orphans.iter().max_by_key(|orphan| orphan.record.entries.len()) else { return };
    let own_path = site.inputs.get(now).map(|input| lock_path(&input.source.path));
    let kept = match own_path.as_ref().map(|path| (path, site.records.get(path))) {
        Some((path, Some(Ok(own)))) if known.now(&own.document) == now => OrphanRecord { path, record: own },
        // A fault of the document's own record is reported with the document.
        Some((_, Some(_))) => return,
        Some((path, None)) if site.context.unreadable.contains(path) => return,
        Some((path, None)) => {
            known.found.push(catalogue::lock_left_behind(&now.0, path).in_file(fullest.path));
            known.left_behind.insert(now.clone());
            *fullest
        }
        None if known.list.documents.contains_key(&fullest.record.document) => *fullest,
        None => {
            if known.is_writable {
                known.found.push(catalogue::document_lost(&now.0, &way(now, None)).in_file(fullest.path));
            }
            return;
        }
    };
    for orphan in orphans.iter().filter(|orphan| !is_within(orphan.record, kept.record)) {
        let document = &orphan.record.document;
        let finding = catalogue::records_not_joined(&document.0, orphan.path, &now.0, kept.path);
        let placed = at_alias(finding, site, document, now);
        known.found.push(placed.unwrap_or_else(|finding| finding.in_file(orphan.path)));
    }
}

/// Whether another record has every released entry of a record. If so, the record is an old copy, and nothing is lost with it.
fn is_within(record: &AddressRecord, other: &AddressRecord) -> bool {
    record.released_ids().all(|id| other.entries.contains_key(id))
}

/// Checks that the record of a published name is contained in that of the document which it means now.
fn check_published_names(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    let list = Arc::clone(&known.list);
    for name in
        list.documents.iter().filter(|(_, fate)| !matches!(fate, DocumentFate::Renamed(_))).map(|(name, _)| name)
    {
        let now = known.now(name).clone();
        let Some(input) = site.inputs.get(&now) else { continue };
        // If its own record is missing or that of another document, this is reported with the document.
        let Some(Ok(own)) = site.records.get(&lock_path(&input.source.path)) else { continue };
        if now == *name || *known.now(&own.document) != now {
            continue;
        }
        let is_recorded_anew = own.document == now && !list.documents.contains_key(&now);
        let copy = site.record_of(name).filter(|copy| !Arc::ptr_eq(copy, own));
        match copy {
            _ if own.document == *name || is_recorded_anew => {
                known.taken_over.insert(name.clone(), now);
            }
            Some(copy) if is_within(copy, own) => {
                known.taken_over.insert(name.clone(), now);
            }
            // Two records have been reported already.
            Some(_) => {}
            None if has_been(own, name) => {}
            None => {
                let finding = catalogue::former_record_missing(&name.0, &usual_path(name), &now.0);
                let placed = at_alias(finding, site, name, &now);
                known.found.push(placed.unwrap_or_else(|finding| finding.in_file(SITE_LOCK)));
            }
        }
    }
}

/// Checks that documents that were taken down still have their records.
fn check_withdrawn(known: &mut KnownDocuments, site: &SiteInputs<'_>) {
    // An unreadable lock may be the missing one.
    let has_unreadable = site.records.values().any(Result::is_err)
        || site.context.unreadable.iter().any(|path| path.ends_with(".lock") && path != SITE_LOCK);
    if has_unreadable {
        return;
    }
    let is_lost = |name: &&DocumentId| {
        known.was_taken_down(name) && !site.is_public(known.now(name)) && site.record_of(name).is_none()
    };
    let report = |name: &DocumentId| catalogue::withdrawn_record_missing(&name.0, &usual_path(name)).in_file(SITE_LOCK);
    known.found.extend(known.list.documents.keys().filter(is_lost).map(report).collect());
}

/// The path of the lock of a document of this name, unless its file has another name.
fn usual_path(name: &DocumentId) -> String {
    format!("content/{}.lock", name.0)
}

/// Places a finding at the alias by which the document `now` claims a former name. Without such an alias the finding is returned.
fn at_alias(
    finding: Finding,
    site: &SiteInputs<'_>,
    former: &DocumentId,
    now: &DocumentId,
) -> Result<Diagnostic, Finding> {
    let input = site.inputs.get(now);
    let alias = input.and_then(|input| Some((input, input.meta.aliases.iter().find(|alias| alias.value == *former)?)));
    match alias {
        Some((input, alias)) => Ok(finding.at(alias.span(input.source))),
        None => Err(finding),
    }
}
