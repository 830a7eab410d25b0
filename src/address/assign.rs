//! Assigns the addresses of all documents. The pipeline calls this.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::input::{AddressContext, AddressInput, Mode};
use super::known::{KnownDocuments, SiteInputs};
use super::lock::{AddressRecord, DocumentFate, Parsed, PublishedList, SITE_LOCK, lock_path};
use super::matched::{MatchKey, MatchedDocument, PendingDocument};
use super::memory::AddressMemory;
use super::recorded_ids::RecordedIds;
use super::recorder::Recorder;
use super::survey::survey;
use super::{apply, clash, document, moved, unrecorded};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile, catalogue};
use crate::policy::{Body, ClauseId, DocumentId, Tombstone, Unreleased};
use crate::recall::Same;

/// The addresses of all documents, and the locks that change.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Assigned {
    /// The texts with their addresses.
    pub bodies: BTreeMap<DocumentId, Arc<Body>>,
    /// Former names of documents with their present names.
    pub renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were taken down, with a tombstone for each clause.
    pub taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
    /// Locks to be written when the site is published: path relative to the site's folder → text.
    pub changes: BTreeMap<String, String>,
    /// Paths of locks to be removed: no release knows any of their addresses, and their documents are gone or not public.
    pub obsolete: BTreeSet<String>,
    /// The list of published documents with these changes.
    pub list: PublishedList,
    /// What no release has made public yet.
    pub unreleased: Unreleased,
    /// The records of documents that differ from their last release, as they are now and as they were then.
    pub changed: BTreeMap<DocumentId, Arc<AddressRecord>>,
    /// The commands that give the likeliest answer to each open question, without `--write`.
    pub first_answers: Vec<String>,
}

/// Gives every clause of every document its address. A document with an open question keeps the addresses that are clear, and
/// its record stays as it is. With the memory of the last run, documents that did not change are not matched or recorded again.
#[must_use]
pub fn assign(
    inputs: &BTreeMap<DocumentId, AddressInput<'_>>,
    context: &AddressContext<'_>,
    memory: &mut AddressMemory,
) -> (Assigned, Diagnostics) {
    let records = memory.read(context.locks);
    let site = SiteInputs { inputs, context, records: &records };
    let mut known = survey(&site, memory);
    let mut found = std::mem::take(&mut known.found);
    let mut documents = matched_documents(&site, &known, memory);
    let gone = known.taken_down(&site);
    // A document that was taken down and is a draft again has its record among those of the documents.
    let apart: Vec<Arc<AddressRecord>> = gone
        .iter()
        .map(|(record, _)| record)
        .filter(|record| !inputs.contains_key(&record.document))
        .cloned()
        .collect();
    let ids = recorded_ids(&documents, &apart, memory);
    clash::check(&mut documents, &apart, &ids);
    let moves = moved::propose(&mut documents);
    if !has_error(&found, &documents) {
        found.extend(unrecorded::check(&site, &known, &|id| ids.has(id) || is_recorded(&records, id)));
    }

    let mut assigned = Assigned { renamed: known.renamed.clone(), ..Assigned::default() };
    assigned.first_answers = known.first_answers.iter().cloned().chain(moves).collect();
    let asked = documents.iter().filter(|document| document.is_published);
    assigned.first_answers.extend(asked.flat_map(|document| document.first_answers.iter().cloned()));
    for (record, fate) in &gone {
        assigned.changes.extend(without_unreleased(record, &records));
        if let DocumentFate::TakenDown { on, reason } = fate {
            let tombstones = apply::tombstones_of_all(record, *on, reason.as_deref());
            assigned.taken_down.insert(record.document.clone(), tombstones);
        }
    }
    assigned.list = listed(&known, &documents, context.mode);
    if known.is_writable && assigned.list != *known.list {
        assigned.changes.insert(SITE_LOCK.to_owned(), assigned.list.to_text());
    }
    if known.is_writable {
        let are_not_public =
            documents.iter().filter(|document| is_obsolete(document, &known)).map(|document| &document.lock_path);
        let obsolete = are_not_public.filter(|path| context.locks.contains_key(*path)).chain(&known.obsolete);
        assigned.obsolete = obsolete.cloned().collect();
    }
    let is_unlisted = |former: &&DocumentId| !assigned.list.documents.contains_key(*former);
    assigned.unreleased.names = known.renamed.keys().filter(is_unlisted).cloned().collect();
    let is_asked = has_error(&found, &[]);
    found.extend(finish(documents, ids, &mut assigned, memory));
    assigned.changes.retain(|path, text| context.locks.get(path).is_none_or(|file| file.text != *text));
    if context.mode == Mode::Locked {
        // With an open question the records must not be brought up to date: that would forget the question.
        if !is_asked {
            let outdated = |path: &String| catalogue::lock_outdated().in_file(path.clone());
            found.extend(assigned.changes.keys().chain(&assigned.obsolete).map(outdated).collect());
        }
        assigned.changes.clear();
        assigned.obsolete.clear();
    }
    (assigned, found)
}

/// All documents, each matched with its own record.
fn matched_documents(
    site: &SiteInputs<'_>,
    known: &KnownDocuments,
    memory: &mut AddressMemory,
) -> Vec<PendingDocument> {
    let wanted = site.inputs.iter().map(|(id, input)| {
        let key = MatchKey::of(id, input, site.context, known);
        (id.0.as_str(), key.clone(), (key, site.records.get(&lock_path(&input.source.path))))
    });
    let matched = |id, (key, record)| Arc::new(document::match_document(id, key, record));
    memory.matched.each(wanted.collect(), matched).into_iter().map(PendingDocument::new).collect()
}

fn has_error(found: &Diagnostics, documents: &[PendingDocument]) -> bool {
    let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
    found.iter().any(is_error) || documents.iter().any(PendingDocument::has_error)
}

/// Whether any record has an id, even the record of an unreadable document.
fn is_recorded(records: &BTreeMap<String, Parsed<AddressRecord>>, id: &ClauseId) -> bool {
    records.values().flatten().any(|record| record.entries.contains_key(id))
}

/// The ids in the records of the documents, and in those of documents that are gone. Made again if any of these changes.
fn recorded_ids(
    documents: &[PendingDocument],
    gone: &[Arc<AddressRecord>],
    memory: &mut AddressMemory,
) -> Arc<RecordedIds> {
    let records = || documents.iter().map(|document| &document.record).chain(gone);
    // A document without a record has an empty one, made for this run.
    let key = records().map(|record| (!record.entries.is_empty()).then(|| Same::of(record))).collect();
    memory.recorded_ids.get((documents.len(), key), |_| {
        let records: Vec<Arc<AddressRecord>> = records().cloned().collect();
        Arc::new(RecordedIds::of(&records))
    })
}

/// Changed locks in the order in which they have to be written, so that the site is valid after each of them. The list of the
/// site is last, because it must not name a document without a lock. A site without a list first gets an empty one, because
/// locks without a list look as if the list was lost.
#[must_use]
pub fn in_order(
    mut changes: BTreeMap<String, String>,
    locks: &BTreeMap<String, Arc<SourceFile>>,
) -> Vec<(String, String)> {
    let last = changes.remove(SITE_LOCK).map(|text| (SITE_LOCK.to_owned(), text));
    let empty = || (SITE_LOCK.to_owned(), PublishedList::default().to_text());
    let first = (!locks.contains_key(SITE_LOCK) && !changes.is_empty()).then(empty);
    first.into_iter().chain(changes).chain(last).collect()
}

/// The record of a document that was taken down, without what no release knows of it, if that changes it.
fn without_unreleased(
    record: &Arc<AddressRecord>,
    records: &BTreeMap<String, Parsed<AddressRecord>>,
) -> Option<(String, String)> {
    let is_it = |parsed: &Parsed<AddressRecord>| parsed.as_ref().is_ok_and(|known| Arc::ptr_eq(known, record));
    let path = || records.iter().find(|(_, parsed)| is_it(parsed)).map(|(path, _)| path.clone());
    record.has_unreleased().then(path).flatten().map(|path| (path, record.as_released().to_text()))
}

/// Whether the record of a document that is not public can go, because no release knows it.
fn is_obsolete(document: &PendingDocument, known: &KnownDocuments) -> bool {
    let is_known = |name: &DocumentId| known.list.documents.contains_key(name);
    let names = [&document.id, &document.recorded_name];
    !document.is_published && !document.record.has_released() && document.is_sound() && !names.into_iter().any(is_known)
}

/// The list of the site. A release adds all documents that are public now.
fn listed(known: &KnownDocuments, documents: &[PendingDocument], mode: Mode) -> PublishedList {
    let mut list = PublishedList::clone(&known.list);
    if mode != Mode::Release {
        return list;
    }
    // A document without a text has no addresses, hence no lock.
    let has_addresses =
        |document: &&PendingDocument| !document.clauses.is_empty() || !document.record.entries.is_empty();
    let is_listed = |document: &&PendingDocument| {
        document.is_published && document.is_sound() && !known.renamed.contains_key(&document.id)
    };
    for document in documents.iter().filter(is_listed).filter(has_addresses) {
        list.documents.insert(document.id.clone(), DocumentFate::Published);
        let former = known.taken_over.iter().filter(|(_, now)| **now == document.id);
        list.documents.extend(former.map(|(former, now)| (former.clone(), DocumentFate::Renamed(now.clone()))));
    }
    list
}

/// Gives the texts their addresses and brings the records up to date. Returns the findings of all documents.
fn finish(
    documents: Vec<PendingDocument>,
    ids: Arc<RecordedIds>,
    assigned: &mut Assigned,
    memory: &mut AddressMemory,
) -> Diagnostics {
    let is_recorded = |document: &PendingDocument| document.is_outdated && document.is_sound();
    let are_recorded: Vec<bool> = documents.iter().map(is_recorded).collect();
    let unchanged = documents.iter().zip(&are_recorded).filter(|(_, is_recorded)| !**is_recorded);
    let wanted =
        unchanged.map(|(document, _)| (document.id.0.as_str(), Same::of(&document.matched), &document.matched));
    let bodies = memory.applied.each(wanted.collect(), |_, document| Arc::new(with_known_ids(document)));
    let mut bodies = bodies.into_iter();
    let mut recorder = Recorder::new(&documents, ids, std::mem::take(&mut memory.recorded));
    let mut found = Diagnostics::default();
    for (document, is_recorded) in documents.into_iter().zip(are_recorded) {
        let id = document.id.clone();
        if is_recorded {
            let recorded = recorder.record(&document.matched);
            assigned.changes.insert(document.lock_path.clone(), recorded.lock.clone());
            assigned.unreleased.add(&id, &recorded.unreleased);
            if recorded.since_release.has_unreleased() {
                assigned.changed.insert(id.clone(), Arc::clone(&recorded.since_release));
            }
            assigned.bodies.insert(id, Arc::clone(&recorded.body));
            found.extend(document.into_found());
            found.extend(recorded.found.clone());
        } else {
            assigned.bodies.extend(bodies.next().map(|body| (id, body)));
            found.extend(document.into_found());
        }
    }
    memory.recorded = recorder.after;
    found
}

/// The text of a document with the addresses that its record has.
fn with_known_ids(document: &MatchedDocument) -> Body {
    let mut body = Body::clone(&document.body);
    let has_record = !document.record.entries.is_empty();
    apply::apply(&mut body, known_ids(document), has_record.then_some(&*document.record));
    body
}

/// The id of each clause: the author's, else that of its entry, else an empty one.
fn known_ids(document: &MatchedDocument) -> Vec<ClauseId> {
    let authored = document.clauses.iter().map(|clause| clause.authored.as_ref().map(|id| id.value.clone()));
    authored
        .zip(&document.matches.ids)
        .map(|(authored, matched)| authored.or(matched.clone()).unwrap_or_default())
        .collect()
}
