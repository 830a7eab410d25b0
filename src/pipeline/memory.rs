//! What is remembered from one run to the next: the clause trees of texts that have not changed.

use std::collections::BTreeMap;

use super::text::Key;
use super::{Observer, text};
use crate::diagnostic::Diagnostics;
use crate::policy::{Body, DocumentId};
use crate::source::Sources;

/// The texts of the last run, by the bytes they were read from.
#[derive(Debug, Default)]
pub struct Memory {
    texts: BTreeMap<Key, (Body, Diagnostics)>,
    /// How many texts the last run had to read.
    parsed: usize,
}

impl Memory {
    /// How many documents' Markdown the last run had to read.
    #[must_use]
    pub fn parsed(&self) -> usize {
        self.parsed
    }

    /// The texts of all documents; those known from the last run are not read again. What is no longer there is forgotten.
    pub(super) fn parse_bodies(
        &mut self,
        sources: &Sources,
        observer: &dyn Observer,
    ) -> (BTreeMap<DocumentId, Body>, Diagnostics) {
        let (documents, context) = (&sources.documents, text::objective_context(sources));
        let known = text::context_key(&context);
        let keys: BTreeMap<&DocumentId, Key> =
            documents.iter().map(|(id, document)| (id, text::key(document, &known))).collect();
        let is_new = |id: &DocumentId| keys.get(id).is_some_and(|key| !self.texts.contains_key(key));
        let new: Vec<_> = documents.iter().filter(|(id, _)| is_new(id)).collect();
        let read = text::parse(&new, &context, observer);
        self.parsed = read.len();
        let mut texts = BTreeMap::new();
        for (id, parsed) in read {
            if let Some(key) = keys.get(&id) {
                texts.insert(*key, parsed);
            }
        }
        let (mut bodies, mut found) = (BTreeMap::new(), Diagnostics::default());
        for (id, key) in keys {
            if let Some(known) = self.texts.remove(&key) {
                texts.insert(key, known);
            }
            if let Some((body, in_document)) = texts.get(&key) {
                bodies.insert(id.clone(), body.clone());
                found.extend(in_document.clone());
            }
        }
        self.texts = texts;
        (bodies, found)
    }
}
