//! Documents that are gone while their addresses live on: taken down on purpose, or lost.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::PagesInput;
use super::finding::SeverityCounts;
use super::words::{Words, filled};
use crate::address::{self, AddressRecord, DocumentFate};
use crate::corpus::Corpus;
use crate::policy::DocumentId;

/// A document that was published and has no text any more.
pub(super) struct FormerDocument {
    /// Its last published state.
    pub(super) lock: AddressRecord,
    pub(super) reason: FormerReason,
}

/// Why a document is gone.
pub(super) enum FormerReason {
    /// Taken down on purpose: the day and the reason, if they were given.
    TakenDown(Option<Date>, Option<Box<str>>),
    /// The file is gone, and nobody has settled why.
    Lost,
}

impl FormerDocument {
    pub(super) fn id(&self) -> &DocumentId {
        &self.lock.document
    }

    /// How many of its clauses have been published and not gone before.
    pub(super) fn clauses(&self) -> usize {
        self.lock.live().count()
    }

    /// Its fate, in a sentence or two.
    pub(super) fn note(&self, words: &Words) -> String {
        let FormerReason::TakenDown(on, reason) = &self.reason else { return words.lost_document.to_owned() };
        let mut note = match on {
            Some(on) => filled(words.taken_down_on, &[("on", &on.to_string())]),
            None => words.taken_down.to_owned(),
        };
        if let Some(reason) = reason {
            note.push_str(&filled(words.taken_down_because, &[("reason", reason)]));
        }
        note
    }
}

/// All former documents, in the order of their names.
pub(super) fn all(input: &PagesInput<'_>, corpus: &Corpus) -> Vec<FormerDocument> {
    let Some(Ok(site)) = input.locks.get(address::SITE_LOCK).map(address::read_list) else { return Vec::new() };
    let known: BTreeSet<String> =
        corpus.documents().map(|document| address::lock_path(&document.source.path)).collect();
    let broken = SeverityCounts::by_file(input);
    let alone = input.locks.iter().filter(|(path, _)| *path != address::SITE_LOCK && !known.contains(*path));
    let mut all = Vec::new();
    for (path, file) in alone {
        // One that cannot be read has its own findings.
        let Ok(lock) = address::read_record(file) else { continue };
        let now = corpus.renamed.get(&lock.document).unwrap_or(&lock.document);
        let text = format!("{}.md", path.strip_suffix(".lock").unwrap_or(path));
        let reason = match site.documents.get(&lock.document) {
            Some(DocumentFate::TakenDown { on, reason }) => FormerReason::TakenDown(*on, reason.clone()),
            // The text of a document is there when something was found in it.
            Some(DocumentFate::Published) if corpus.document(now).is_none() && !broken.contains_key(text.as_str()) => {
                FormerReason::Lost
            }
            _ => continue,
        };
        all.push(FormerDocument { lock, reason });
    }
    all.sort_by(|a, b| a.id().cmp(b.id()));
    all
}
