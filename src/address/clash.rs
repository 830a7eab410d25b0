//! Reports ids that stand for two clauses, in the present texts or in any record.

use std::sync::Arc;

use super::document::shown_place;
use super::lock::{AddressRecord, ClauseState};
use super::matched::PendingDocument;
use super::recorded_ids::{RecordedIds, is_moved};
use crate::diagnostic::{Diagnostic, Span, catalogue};
use crate::policy::ClauseId;

/// An id given by an author, with the indices of its document and clause.
struct Authored<'a> {
    id: &'a ClauseId,
    document: usize,
    clause: usize,
}

/// Reports ids that stand for two clauses, in the document of the later one. `ids` are those in the records of the documents and,
/// after them, in the records of documents that are `gone`.
pub(super) fn check(documents: &mut [PendingDocument], gone: &[Arc<AddressRecord>], ids: &RecordedIds) {
    let mut found = between_records(documents, gone, ids);
    found.extend(between_authors(documents, ids));
    for (document, diagnostic) in found {
        if let Some(document) = documents.get_mut(document) {
            document.found.push(diagnostic);
        }
    }
}

/// Clashes of two records.
fn between_records(
    documents: &[PendingDocument],
    gone: &[Arc<AddressRecord>],
    ids: &RecordedIds,
) -> Vec<(usize, Diagnostic)> {
    let path = |index: usize| match documents.get(index) {
        Some(document) => document.lock_path.clone(),
        None => format!("{}.lock", gone[index - documents.len()].document.0),
    };
    let clash = |(id, first, second): &(ClauseId, usize, usize)| {
        let blamed = if *second < documents.len() { *second } else { *first };
        let finding = catalogue::address_clash(id.as_str(), &path(*first), &path(*second));
        (blamed, finding.in_file(path(blamed)))
    };
    ids.clashes.iter().map(clash).collect()
}

/// Clashes of an authored id with another one or with a record.
fn between_authors(documents: &[PendingDocument], recorded: &RecordedIds) -> Vec<(usize, Diagnostic)> {
    let mut authored: Vec<Authored<'_>> = Vec::new();
    for (document, each) in documents.iter().enumerate() {
        let ids = each.authored_ids();
        authored.extend(ids.map(|(clause, id)| Authored { id, document, clause }));
    }
    if authored.is_empty() {
        return Vec::new();
    }
    authored.sort_by_key(|one| (one.id, one.document, one.clause));
    let mut found = Vec::new();
    for (index, one) in authored.iter().enumerate() {
        let span = span(one, documents);
        let before = index.checked_sub(1).map(|before| &authored[before]).filter(|before| before.id == one.id);
        if let Some(before) = before {
            let first = self::span(before, documents);
            let finding = catalogue::address_clash(one.id.as_str(), &shown_place(&first), &shown_place(&span));
            found.push((one.document, finding.at(span).with_related(first, catalogue::first_is_here())));
        } else if let Some(owner) = other_owner(one, documents, recorded) {
            let finding = catalogue::address_clash(one.id.as_str(), &shown_place(&span), &documents[owner].lock_path);
            found.push((one.document, finding.at(span)));
        }
    }
    found
}

fn span(one: &Authored<'_>, documents: &[PendingDocument]) -> Span {
    let document = &documents[one.document];
    let clause = &document.clauses[one.clause];
    let range = clause.authored.as_ref().map_or(&clause.range, |authored| &authored.range);
    Span::new(&document.source, range.clone())
}

/// The document in whose record the id stands for another clause.
fn other_owner(one: &Authored<'_>, documents: &[PendingDocument], ids: &RecordedIds) -> Option<usize> {
    ids.owners(one.id).filter(|owner| *owner < documents.len()).find(|&owner| {
        let record = &documents[owner].record;
        let Some(entry) = record.entries.get(one.id) else { return false };
        if owner != one.document {
            return !is_moved(&entry.state);
        }
        let matched = documents[owner].matches.ids[one.clause].as_ref();
        let is_asked = documents[owner].matches.questions.iter().any(|question| question.is_about(one.id));
        matched != Some(one.id) && !is_asked && !leads_to(record, one.id, matched)
    })
}

/// Whether an id was replaced by the one that the clause has now. Its author may take it back.
fn leads_to(record: &AddressRecord, id: &ClauseId, matched: Option<&ClauseId>) -> bool {
    let mut at = id;
    for _ in 0..record.entries.len() {
        let Some(ClauseState::Renamed { to }) = record.entries.get(at).map(|entry| &entry.state) else { return false };
        if matched == Some(to) {
            return true;
        }
        at = to;
    }
    false
}
