//! Matches the clauses of one document with its record.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::answers;
use super::ask::{ComparedDocument, ask};
use super::clauses::{AddressedClause, addressed_clauses};
use super::former_owner::has_been;
use super::input::Mode;
use super::lock::{AddressRecord, Parsed, RecordEntry, lock_path};
use super::matched::{DocumentPast, MatchKey, MatchedDocument, NamePast};
use super::matching::Matches;
use super::{id, recording, unreleased};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, SourceFile, Span, catalogue};
use crate::policy::{ClauseId, DocumentId};

/// Matches a document with its record. `parsed` is the content of its lock, if it has one.
pub(super) fn match_document(id: &str, key: MatchKey, parsed: Option<&Parsed<AddressRecord>>) -> MatchedDocument {
    let id = DocumentId(id.to_owned());
    let (source, body) = (&key.source.0, &key.body.0);
    let lock_path = lock_path(&source.path);
    let mut found = Diagnostics::default();
    let clauses = with_valid_ids(addressed_clauses(body), source, &mut found);
    let own = parsed.and_then(|parsed| own_record(&id, &key, parsed, &mut found));
    let OwnRecord { record, recorded_name } = own.unwrap_or_else(|| OwnRecord::new(&id));
    if key.past == DocumentPast::LockMissing {
        found.push(catalogue::lock_missing(&id.0, &lock_path).in_file(source.path.clone()));
    }
    let matches = unreleased::find(&record, &clauses);
    let is_renamed = recorded_name != id && key.mode == Mode::Release;
    let is_outdated = key.is_published && (is_renamed || !recording::is_up_to_date(&record, &clauses, &matches.ids));
    if key.is_published {
        let compared = ComparedDocument { id: &id, source, record: &record, clauses: &clauses };
        found.extend(matches.questions.iter().filter_map(|question| ask(&compared, question)).collect());
    }
    if key.past == DocumentPast::Unpublished {
        found.push(unpublished(&id, source, key.mode));
    }
    MatchedDocument {
        authored: (0..clauses.len()).filter(|clause| clauses[*clause].authored.is_some()).collect(),
        lost: lost(&record, &matches),
        first_answers: first_answers(&id, &clauses, &matches),
        clauses,
        matches,
        record,
        lock_path,
        recorded_name,
        mode: key.mode,
        is_published: key.is_published,
        date: key.date,
        is_outdated,
        // The record of a document that was renamed without a word must not be replaced by a new one.
        is_unreadable: key.is_unreadable || key.past == DocumentPast::RenamedUntold,
        found,
        id,
        source: key.source.0,
        body: key.body.0,
    }
}

/// The commands that give the likeliest answer to each question.
fn first_answers(id: &DocumentId, clauses: &[AddressedClause], matches: &Matches) -> Vec<String> {
    let first = |question| answers(id, clauses, question).into_iter().next().map(|answer| answer.command);
    matches.questions.iter().filter_map(first).collect()
}

fn lost(record: &AddressRecord, matches: &Matches) -> Vec<ClauseId> {
    let known: BTreeSet<&ClauseId> = matches.ids.iter().flatten().collect();
    let is_lost = |(id, entry): &(&ClauseId, &RecordEntry)| !known.contains(id) && !entry.is_unreleased();
    record.live().filter(is_lost).map(|(id, _)| id.clone()).collect()
}

/// The record of a document.
struct OwnRecord {
    /// The record under the document's present name.
    record: Arc<AddressRecord>,
    recorded_name: DocumentId,
}

impl OwnRecord {
    fn new(id: &DocumentId) -> Self {
        Self { record: Arc::new(AddressRecord::new(id.clone())), recorded_name: id.clone() }
    }

    /// A record that bears another name.
    fn renamed(record: &AddressRecord, id: &DocumentId) -> Self {
        let renamed = AddressRecord { document: id.clone(), ..record.clone() };
        // A name that no release has made public is forgotten.
        let recorded_name = if record.has_released() { &record.document } else { id };
        Self { record: Arc::new(renamed), recorded_name: recorded_name.clone() }
    }
}

/// The record in the lock of a document, if it is the document's.
fn own_record(
    id: &DocumentId,
    key: &MatchKey,
    parsed: &Parsed<AddressRecord>,
    found: &mut Diagnostics,
) -> Option<OwnRecord> {
    // A record under a former name must not replace one that the document has had under its present name.
    let may_take = |record: &AddressRecord| key.name == NamePast::New || has_been(record, id);
    match parsed {
        Err(damage) => found.extend(damage.clone()),
        Ok(record) if record.document == *id => {
            return Some(OwnRecord { record: Arc::clone(record), recorded_name: id.clone() });
        }
        Ok(record) if key.former_names.contains(&record.document) && may_take(record) => {
            return Some(OwnRecord::renamed(record, id));
        }
        Ok(record) if !record.has_released() => return Some(OwnRecord::renamed(record, id)),
        // The document has been renamed, which is asked about once for the site.
        Ok(_) if key.past == DocumentPast::RenamedUntold => {}
        Ok(record) => {
            let file = &key.lock.as_ref()?.0;
            let header = 0..file.text.find('\n').unwrap_or(file.text.len());
            found.push(catalogue::lock_of_another(&record.document.0, &id.0).at(Span::new(file, header)));
        }
    }
    None
}

/// The clauses without authored ids that cannot be used or occur twice in the document. These are reported.
fn with_valid_ids(
    mut clauses: Vec<AddressedClause>,
    source: &Arc<SourceFile>,
    found: &mut Diagnostics,
) -> Vec<AddressedClause> {
    let mut seen: BTreeMap<ClauseId, Span> = BTreeMap::new();
    for clause in &mut clauses {
        let Some(authored) = &clause.authored else { continue };
        let span = Span::new(source, authored.range.clone());
        let finding = if !authored.value.is_well_formed() {
            catalogue::address_form(authored.value.as_str()).at(span)
        } else if id::is_reserved(&authored.value) {
            catalogue::address_reserved(authored.value.as_str()).at(span)
        } else if let Some(first) = seen.get(&authored.value) {
            let clash = catalogue::address_clash(authored.value.as_str(), &shown_place(first), &shown_place(&span));
            clash.at(span).with_related(first.clone(), catalogue::first_is_here())
        } else {
            seen.insert(authored.value.clone(), span);
            continue;
        };
        found.push(finding);
        clause.authored = None;
    }
    clauses
}

/// A place as it is shown in a finding: `content/a.md:12`.
pub(super) fn shown_place(span: &Span) -> String {
    format!("{}:{}", span.file.path, span.start().line)
}

/// A published document is withheld. A release would take all its addresses away, so it is refused.
fn unpublished(id: &DocumentId, source: &SourceFile, mode: Mode) -> Diagnostic {
    let mut found = catalogue::document_unpublished(&id.0).in_file(source.path.clone());
    if mode == Mode::Release {
        found.severity = Severity::Error;
    }
    found
}
