//! Whether a record belonged to a document under a former name.

use super::apply::first;
use super::lock::AddressRecord;
use super::mint::is_first_choice;
use crate::japanese::squeezed;
use crate::policy::{ClauseId, DocumentId};

/// Whether a record that bears another name now was that of a document called `name`, as far as its ids show: an id depends on
/// the name of the document. A clause that was moved here keeps its id, so the ids of `name` must be the older ones.
#[must_use]
pub fn has_been(record: &AddressRecord, name: &DocumentId) -> bool {
    let oldest = |document: &DocumentId| {
        let is_minted_for = |id: &ClauseId, text: &str| is_first_choice(id, &document.0, &squeezed(text));
        let minted = record.entries.iter().filter(|(id, entry)| is_minted_for(id, &entry.text));
        minted.map(|(_, entry)| first(entry)).min()
    };
    match (oldest(name), oldest(&record.document)) {
        (Some(_), None) => true,
        (Some(Some(name)), Some(Some(now))) => name < now,
        _ => false,
    }
}
