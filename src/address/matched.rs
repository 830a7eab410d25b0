//! A document whose clauses have been matched with its record.

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::clauses::AddressedClause;
use super::input::{AddressContext, AddressInput, Mode};
use super::known::KnownDocuments;
use super::lock::{AddressRecord, lock_path};
use super::matching::Matches;
use crate::diagnostic::{Diagnostics, Severity, SourceFile};
use crate::policy::{Body, ClauseId, DocumentId, Metadata};
use crate::recall::Same;

/// A document with its record. Nothing in it depends on the texts of other documents.
#[derive(Debug)]
pub(super) struct MatchedDocument {
    pub(super) id: DocumentId,
    pub(super) source: Arc<SourceFile>,
    pub(super) body: Arc<Body>,
    pub(super) clauses: Vec<AddressedClause>,
    pub(super) matches: Matches,
    /// The record as read, under the document's present name; a new one if the document has none.
    pub(super) record: Arc<AddressRecord>,
    /// The document's name in its record.
    pub(super) recorded_name: DocumentId,
    pub(super) mode: Mode,
    pub(super) lock_path: String,
    /// Whether the document is public, so that its addresses are recorded.
    pub(super) is_published: bool,
    /// The date of this version.
    pub(super) date: Option<Date>,
    /// Whether the document is public and its record has to be compared with the text.
    pub(super) is_outdated: bool,
    /// Live released entries of the record, by id, that no clause of the text matches.
    pub(super) lost: Vec<ClauseId>,
    /// The commands that give the likeliest answers to its questions.
    pub(super) first_answers: Vec<String>,
    /// Clauses with an id given by their author, by index.
    pub(super) authored: Vec<usize>,
    /// Whether its record exists and cannot be read or used.
    pub(super) is_unreadable: bool,
    pub(super) found: Diagnostics,
}

impl MatchedDocument {
    /// The ids given by authors, with the index of their clause.
    pub(super) fn authored_ids(&self) -> impl Iterator<Item = (usize, &ClauseId)> {
        let id = |clause: &usize| Some((*clause, &self.clauses.get(*clause)?.authored.as_ref()?.value));
        self.authored.iter().filter_map(id)
    }
}

/// Everything besides its name on which a [`MatchedDocument`] depends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MatchKey {
    pub(super) source: Same<SourceFile>,
    pub(super) body: Same<Body>,
    pub(super) lock: Option<Same<SourceFile>>,
    pub(super) is_published: bool,
    pub(super) date: Option<Date>,
    /// Whether the lock exists and cannot be read.
    pub(super) is_unreadable: bool,
    pub(super) past: DocumentPast,
    pub(super) former_names: Vec<DocumentId>,
    pub(super) name: NamePast,
    pub(super) mode: Mode,
}

/// The earlier use of a document's present name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NamePast {
    /// No document was published under it.
    New,
    /// A document was published under it, and its record bears the name.
    Known,
}

/// A contradiction between the past of a document and its present state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum DocumentPast {
    Fine,
    /// It was published and has no lock.
    LockMissing,
    /// It was published and is not public now.
    Unpublished,
    /// It seems to be a published document under a new name, and nobody has said so.
    RenamedUntold,
}

impl MatchKey {
    pub(super) fn of(
        id: &DocumentId,
        input: &AddressInput<'_>,
        context: &AddressContext<'_>,
        known: &KnownDocuments,
    ) -> Self {
        let lock_path = lock_path(&input.source.path);
        let is_published = input.meta.is_public(context.now);
        let is_unreadable = !context.locks.contains_key(&lock_path) && context.unreadable.contains(&lock_path);
        let has_lock = context.locks.contains_key(&lock_path) || is_unreadable || known.left_behind.contains(id);
        let past = match known.was_published(id) {
            false if known.renamed_untold.contains(id) => DocumentPast::RenamedUntold,
            true if !has_lock => DocumentPast::LockMissing,
            true if !is_published => DocumentPast::Unpublished,
            // A document that was taken down and is published again must continue its record.
            false if is_published && !has_lock && known.was_taken_down(id) => DocumentPast::LockMissing,
            _ => DocumentPast::Fine,
        };
        Self {
            source: Same::of(input.source),
            body: Same::of(&input.body),
            is_published,
            past,
            date: version_date(input.meta),
            lock: context.locks.get(&lock_path).map(Same::of),
            is_unreadable,
            former_names: known.former_names(id).cloned().collect(),
            mode: context.mode,
            name: if known.has_own_record(id) { NamePast::Known } else { NamePast::New },
        }
    }
}

/// The date of a version: the one printed in the document, never the present day.
#[must_use]
pub fn version_date(meta: &Metadata) -> Option<Date> {
    meta.revised.as_ref().or(meta.issued.as_ref()).or(meta.declared.as_ref()).map(|date| date.value.date)
}

/// A matched document while it is compared with the others.
pub(super) struct PendingDocument {
    pub(super) matched: Arc<MatchedDocument>,
    /// Whether a finding of another document prevents this one from being recorded.
    pub(super) is_held_back: bool,
    /// Findings of the comparison with other documents.
    pub(super) found: Diagnostics,
}

impl Deref for PendingDocument {
    type Target = MatchedDocument;

    fn deref(&self) -> &MatchedDocument {
        &self.matched
    }
}

impl PendingDocument {
    pub(super) fn new(matched: Arc<MatchedDocument>) -> Self {
        Self { matched, is_held_back: false, found: Diagnostics::default() }
    }

    /// Whether it can be recorded.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_held_back && !self.is_unreadable && !self.has_error()
    }

    pub(super) fn has_error(&self) -> bool {
        let mut all = self.matched.found.iter().chain(self.found.iter());
        all.any(|finding| finding.severity == Severity::Error)
    }

    /// All findings of the document.
    pub(super) fn into_found(self) -> Diagnostics {
        let mut found = self.matched.found.clone();
        found.extend(self.found);
        found
    }
}
