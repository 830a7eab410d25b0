//! Every record in its place: none is passed over because another document has come to bear the name in it.
//!
//! Addresses are lost in silence where a record is read by nobody. So each of them must be that of a document, of one that
//! was taken down, or hold nothing that another does not hold; and each published name must have its record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::apply::first;
use super::document::lock_path;
use super::lock::{Fate, Lock, SITE_LOCK};
use super::mint::is_first_choice;
use super::normal::normalized;
use super::site::{Known, Seen};
use crate::diagnostic::{Diagnostic, Finding, catalogue};
use crate::policy::DocumentId;

/// A record beside which there is no document.
struct Alone<'a> {
    path: &'a str,
    lock: &'a Arc<Lock>,
}

/// Reports what is wrong with records as far as it can be told without the texts.
pub(super) fn check(known: &mut Known, seen: &Seen<'_>) {
    let right = seen.right_paths();
    let mut alone: BTreeMap<DocumentId, Vec<Alone<'_>>> = BTreeMap::new();
    for (path, lock) in seen.locks.iter().filter(|(path, _)| !right.contains(*path) && !seen.is_unreadable(path)) {
        match lock {
            Ok(lock) => alone.entry(known.now(&lock.document).clone()).or_default().push(Alone { path, lock }),
            // A document's own record is reported with the document.
            Err(found) => known.found.extend(found.clone()),
        }
    }
    for (now, records) in alone {
        stray(known, seen, (&now, &records));
    }
    if known.is_writable {
        published_names(known, seen);
        withdrawn(known, seen);
        let unlisted = known.renamed.iter().filter(|(former, _)| !known.lock.documents.contains_key(*former));
        let unlisted: Vec<_> = unlisted.map(|(former, now)| (former.clone(), now.clone())).collect();
        known.taken_over.extend(unlisted);
    }
}

/// Records that bear a name of one document, which is called `now`, and do not stand beside it.
fn stray(known: &mut Known, seen: &Seen<'_>, (now, records): (&DocumentId, &[Alone<'_>])) {
    let Some(fullest) = records.iter().max_by_key(|record| record.lock.entries.len()) else { return };
    let right = seen.inputs.get(now).map(|input| lock_path(&input.source.path));
    let kept = match right.as_ref().map(|right| (right, seen.locks.get(right))) {
        Some((right, Some(Ok(own)))) if known.now(&own.document) == now => Alone { path: right, lock: own },
        // What is wrong with its own record is told with the document.
        Some((_, Some(_))) => return,
        Some((right, None)) if seen.context.unreadable.contains(right) => return,
        Some((right, None)) => {
            known.found.push(catalogue::lock_left_behind(&now.0, right).in_file(fullest.path));
            known.left_behind.insert(now.clone());
            Alone { ..*fullest }
        }
        None if known.lock.documents.contains_key(&fullest.lock.document) => Alone { ..*fullest },
        None => {
            if known.is_writable {
                known.found.push(catalogue::document_lost(&now.0).in_file(fullest.path));
            }
            return;
        }
    };
    for record in records.iter().filter(|record| !is_within(record.lock, kept.lock)) {
        let document = &record.lock.document;
        let finding = catalogue::records_not_joined(&document.0, record.path, &now.0, kept.path);
        known
            .found
            .push(at_alias(finding, seen, (document, now)).unwrap_or_else(|finding| finding.in_file(record.path)));
    }
}

/// Whether every address of a record is in another one as well: then it is a copy from before, and nothing is lost with it.
fn is_within(record: &Lock, other: &Lock) -> bool {
    record.entries.keys().all(|id| other.entries.contains_key(id))
}

/// Every name under which something was published must have its record in that of the document it means now.
fn published_names(known: &mut Known, seen: &Seen<'_>) {
    let list = Arc::clone(&known.lock);
    for name in list.documents.iter().filter(|(_, fate)| !matches!(fate, Fate::Renamed(_))).map(|(name, _)| name) {
        let now = known.now(name).clone();
        let Some(input) = seen.inputs.get(&now) else { continue };
        // Of its own record, if it is missing or another document's, the document tells.
        let Some(Ok(own)) = seen.locks.get(&lock_path(&input.source.path)) else { continue };
        if now == *name || *known.now(&own.document) != now {
            continue;
        }
        let is_recorded_anew = own.document == now && !list.documents.contains_key(&now);
        let copy = seen.record_of(name).filter(|copy| !Arc::ptr_eq(copy, own));
        match copy {
            _ if own.document == *name || is_recorded_anew => {
                known.taken_over.insert(name.clone(), now);
            }
            Some(copy) if is_within(copy, own) => {
                known.taken_over.insert(name.clone(), now);
            }
            // Two records: told already.
            Some(_) => {}
            None if has_been(own, name) => {}
            None => {
                let finding = catalogue::former_record_missing(&name.0, &usual_path(name), &now.0);
                known.found.push(at_alias(finding, seen, (name, &now)).unwrap_or_else(|it| it.in_file(SITE_LOCK)));
            }
        }
    }
}

/// Whether a record that bears another name now was that of a document called `name`, as far as ids tell: they are made from
/// the name the document has. A clause that was moved here keeps the id it had, so ids of `name` must be the older ones.
#[must_use]
pub fn has_been(lock: &Lock, name: &DocumentId) -> bool {
    let oldest = |document: &DocumentId| {
        let made = lock.entries.iter().filter(|(id, entry)| is_first_choice(id, &document.0, &normalized(&entry.text)));
        made.map(|(_, entry)| first(entry)).min()
    };
    match (oldest(name), oldest(&lock.document)) {
        (Some(_), None) => true,
        (Some(Some(name)), Some(Some(now))) => name < now,
        _ => false,
    }
}

/// A document that was taken down lives on in its record alone.
fn withdrawn(known: &mut Known, seen: &Seen<'_>) {
    // What cannot be read may be what is looked for.
    let is_unknown = seen.locks.values().any(Result::is_err)
        || seen.context.unreadable.iter().any(|path| path.ends_with(".lock") && path != SITE_LOCK);
    let is_lost = |name: &&DocumentId| {
        known.was_taken_down(name) && !seen.is_public(known.now(name)) && seen.record_of(name).is_none()
    };
    let lost = known.lock.documents.keys().filter(is_lost).filter(|_| !is_unknown);
    let report = |name: &DocumentId| catalogue::withdrawn_record_missing(&name.0, &usual_path(name)).in_file(SITE_LOCK);
    let lost: Vec<Diagnostic> = lost.map(report).collect();
    known.found.extend(lost.into_iter().collect());
}

/// Where the record of a document of this name stands, unless its file is called otherwise.
fn usual_path(name: &DocumentId) -> String {
    format!("content/{}.lock", name.0)
}

/// A finding at the line where the document called `now` gives a former name; else the finding.
fn at_alias(
    finding: Finding,
    seen: &Seen<'_>,
    (former, now): (&DocumentId, &DocumentId),
) -> Result<Diagnostic, Finding> {
    let input = seen.inputs.get(now);
    let alias = input.and_then(|input| Some((input, input.meta.aliases.iter().find(|alias| alias.value == *former)?)));
    match alias {
        Some((input, alias)) => Ok(finding.at(alias.span(input.source))),
        None => Err(finding),
    }
}
