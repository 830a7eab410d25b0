//! Answers about whole documents.

use jiff::civil::Date;

use crate::address::lock::{AddressRecord, DocumentFate, PublishedList};
use crate::policy::{ClauseId, DocumentId};

/// Renames the document of a record to `now`. The list keeps the names that a release has made public.
#[must_use]
pub fn rename_document(
    list: &PublishedList,
    record: &AddressRecord,
    now: &DocumentId,
) -> (PublishedList, AddressRecord) {
    let mut list = list.clone();
    if record.has_released() {
        list.documents.insert(record.document.clone(), DocumentFate::Renamed(now.clone()));
        list.documents.insert(now.clone(), DocumentFate::Published);
    }
    (list, AddressRecord { document: now.clone(), ..record.clone() })
}

/// Takes a document down for good.
#[must_use]
pub fn retire_document(list: &PublishedList, id: &DocumentId, on: Option<Date>, reason: Option<&str>) -> PublishedList {
    let mut list = list.clone();
    list.documents.insert(id.clone(), DocumentFate::TakenDown { on, reason: reason.map(Into::into) });
    list
}

/// Gives up all addresses of a document, which starts anew. `ids` are those known to have been its own.
#[must_use]
pub fn give_up(list: &PublishedList, id: &DocumentId, ids: impl IntoIterator<Item = ClauseId>) -> PublishedList {
    let mut list = list.clone();
    list.documents.remove(id);
    list.given_up.entry(id.clone()).or_default().extend(ids);
    list
}

/// A list of the site made from the existing records.
#[must_use]
pub fn adopt(records: &[AddressRecord]) -> PublishedList {
    let released = records.iter().filter(|record| record.has_released());
    let documents = released.map(|record| (record.document.clone(), DocumentFate::Published)).collect();
    PublishedList { documents, ..PublishedList::default() }
}
