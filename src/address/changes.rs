//! The effects of an edit on published addresses, to be shown before they are recorded.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, RecordEntry, lock_path, parse};
use super::matching::{self, Question};
use super::unreleased;
use crate::diagnostic::SourceFile;
use crate::policy::{ClauseId, DocumentId};

/// The effects of an edit on the addresses of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision<'a> {
    /// Present clauses, in the order of the page, then clauses that are gone, in their old order.
    pub changes: Vec<AddressChange<'a>>,
}

/// The effect of an edit on one address.
#[derive(Debug, Clone, PartialEq)]
pub struct AddressChange<'a> {
    /// The kind of effect.
    pub kind: AddressChangeKind,
    /// The permanent id, and the clause as last published; none for a new clause.
    pub was: Option<(&'a ClauseId, &'a RecordEntry)>,
    /// The clause as it is now; none if it is gone or unclear.
    pub is: Option<&'a AddressedClause>,
}

/// The kinds of effects on an address.
#[derive(Debug, Clone, PartialEq)]
pub enum AddressChangeKind {
    /// None.
    Same,
    /// It leads to another position.
    Moved,
    /// It leads to a changed text.
    Reworded,
    /// It leads to another position and a changed text.
    MovedAndReworded,
    /// Somebody has to decide where it leads.
    Unclear(Question),
    /// It leads to a tombstone.
    Lost,
    /// It is new.
    New,
}

/// The record of a document among the locks on disk, under the document's present name. None if there is no lock or it is that
/// of another document. `now` gives the present name of a document; `path` is that of its file, relative to the site's folder.
///
/// # Errors
/// [`Unreadable`] if the lock exists and cannot be read. Its faults have their own findings.
pub fn record_of(
    document: &DocumentId,
    path: &str,
    locks: &BTreeMap<String, Arc<SourceFile>>,
    now: impl Fn(&DocumentId) -> DocumentId,
) -> Result<Option<AddressRecord>, Unreadable> {
    let Some(file) = locks.get(&lock_path(path)) else { return Ok(None) };
    let record = parse(file).map_err(|_| Unreadable)?;
    Ok((now(&record.document) == *document).then(|| AddressRecord { document: document.clone(), ..record }))
}

/// A lock that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// Compares a text with its record.
#[must_use]
pub fn revision<'a>(record: &'a AddressRecord, clauses: &'a [AddressedClause]) -> Revision<'a> {
    let matches = unreleased::find(record, clauses);
    let entry = |id: &ClauseId| record.entries.get_key_value(id);
    let mut changes = Vec::with_capacity(clauses.len());
    for (clause, id) in clauses.iter().zip(&matches.ids) {
        let was = id.as_ref().and_then(entry);
        changes.push(AddressChange { kind: kind(was.map(|(_, entry)| entry), clause), was, is: Some(clause) });
    }
    let matched: BTreeSet<&ClauseId> = matches.ids.iter().flatten().collect();
    let mut gone: Vec<(&ClauseId, &RecordEntry)> = record.live().filter(|(id, _)| !matched.contains(id)).collect();
    gone.sort_by(|(_, a), (_, b)| matching::by_position(&a.position, &b.position));
    for (id, entry) in gone {
        let question = matches.questions.iter().find(|question| question.is_about(id));
        let kind = question.cloned().map_or(AddressChangeKind::Lost, AddressChangeKind::Unclear);
        changes.push(AddressChange { kind, was: Some((id, entry)), is: None });
    }
    Revision { changes }
}

fn kind(was: Option<&RecordEntry>, clause: &AddressedClause) -> AddressChangeKind {
    let Some(entry) = was else { return AddressChangeKind::New };
    match (entry.position == clause.position, *entry.text == *clause.text) {
        (true, true) => AddressChangeKind::Same,
        (false, true) => AddressChangeKind::Moved,
        (true, false) => AddressChangeKind::Reworded,
        (false, false) => AddressChangeKind::MovedAndReworded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_belongs_to_a_document_by_its_present_name() {
        let document = DocumentId("r8/a".to_owned());
        let file = |name: &str| {
            let text = AddressRecord::new(DocumentId(name.to_owned())).to_text();
            BTreeMap::from([("content/r8/a.lock".to_owned(), SourceFile::new("content/r8/a.lock", text))])
        };
        let renamed = |id: &DocumentId| DocumentId(if id.0 == "r8/old" { "r8/a".to_owned() } else { id.0.clone() });
        let name = |locks| {
            record_of(&document, "content/r8/a.md", &locks, renamed)
                .map(|record| record.map(|record| record.document.0))
        };
        assert_eq!(name(file("r8/a")), Ok(Some("r8/a".to_owned())));
        assert_eq!(name(file("r8/old")), Ok(Some("r8/a".to_owned())));
        assert_eq!(name(file("r8/other")), Ok(None));
        assert_eq!(name(BTreeMap::new()), Ok(None));
        let damaged = BTreeMap::from([("content/r8/a.lock".to_owned(), SourceFile::new("content/r8/a.lock", "{"))]);
        assert_eq!(name(damaged), Err(Unreadable));
    }
}
