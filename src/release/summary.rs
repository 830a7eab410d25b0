//! Compares the address records before and after a release.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::{AddressRecord, RecordEntry};
use crate::policy::ClauseId;

/// What a release makes public of one document, in addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DocumentRelease {
    /// The document's name.
    pub document: String,
    /// Whether no release has made any of its addresses public before.
    pub is_new: bool,
    /// New addresses.
    pub new: usize,
    /// Addresses that lead to another text.
    pub changed: usize,
    /// Addresses that lead to another place, with the same text.
    pub moved: usize,
    /// Addresses that lead to a note about their end.
    pub withdrawn: usize,
}

impl DocumentRelease {
    fn is_empty(&self) -> bool {
        (self.new, self.changed, self.moved, self.withdrawn) == (0, 0, 0, 0)
    }

    fn count(&mut self, before: Option<&RecordEntry>, after: &RecordEntry) {
        let Some(before) = before.filter(|before| before.is_live()) else {
            self.new += usize::from(before.is_none() && after.is_live());
            return;
        };
        match () {
            () if !after.is_live() => self.withdrawn += 1,
            () if before.text != after.text => self.changed += 1,
            () if before.position != after.position => self.moved += 1,
            () => {}
        }
    }
}

/// What becomes public in each document, in the order of their names. Documents of which nothing does are left out.
pub fn compare<'a>(
    before: impl IntoIterator<Item = &'a AddressRecord>,
    after: impl IntoIterator<Item = &'a AddressRecord>,
) -> Vec<DocumentRelease> {
    let mut released: BTreeMap<&ClauseId, &RecordEntry> = BTreeMap::new();
    for (id, entry) in before.into_iter().flat_map(|record| &record.entries) {
        let Some(entry) = entry.released() else { continue };
        // A clause that was moved to another document is in the records of both.
        let known = released.entry(id).or_insert(entry);
        if entry.is_live() {
            *known = entry;
        }
    }
    let mut documents = Vec::new();
    for record in after {
        let is_new = record.entries.keys().all(|id| !released.contains_key(id));
        let mut document =
            DocumentRelease { document: record.document.0.clone(), is_new, ..DocumentRelease::default() };
        record.entries.iter().for_each(|(id, entry)| document.count(released.get(id).copied(), entry));
        if !document.is_empty() {
            documents.push(document);
        }
    }
    documents.sort_by(|a, b| a.document.cmp(&b.document));
    documents
}
