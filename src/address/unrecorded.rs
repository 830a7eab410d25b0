//! Compares published addresses with the records: an address that no record has would be lost.

use std::collections::{BTreeMap, BTreeSet};

use super::known::{KnownDocuments, SiteInputs};
use super::lock::AddressRecord;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{ClauseId, DocumentId, Published};

/// The largest number of addresses, or documents, that a finding names.
const MOST_NAMED: usize = 8;

/// An id of a published site, with its document if that is known.
#[derive(Clone, Copy)]
struct PublishedId<'a> {
    id: &'a ClauseId,
    document: Option<&'a DocumentId>,
}

/// Reports the addresses of published sites that no record has. Records are written before a site is published, so normally
/// there are none.
///
/// A record that lacks only some ids of its document may be an older one or that of another branch: a warning. A document or
/// name without any record is an error. `is_recorded` tells whether some record has an id.
pub(super) fn check(
    site: &SiteInputs<'_>,
    known: &KnownDocuments,
    is_recorded: &dyn Fn(&ClauseId) -> bool,
) -> Diagnostics {
    if site.context.unreadable.iter().any(|path| path.ends_with(".lock")) {
        return Diagnostics::default();
    }
    let records = RecordsByName::of(site, known);
    let check = |published| check_site(published, &records, is_recorded).into_iter();
    site.context.published.iter().flat_map(|published| check(published)).collect()
}

/// The records of each document, by its present name.
struct RecordsByName<'a> {
    known: &'a KnownDocuments,
    by_document: BTreeMap<&'a DocumentId, Vec<&'a AddressRecord>>,
}

impl<'a> RecordsByName<'a> {
    fn of(site: &'a SiteInputs<'_>, known: &'a KnownDocuments) -> Self {
        let mut by_document: BTreeMap<&DocumentId, Vec<&AddressRecord>> = BTreeMap::new();
        for record in site.records.values().flatten() {
            by_document.entry(known.now(&record.document)).or_default().push(record);
        }
        Self { known, by_document }
    }

    /// The document of an id, if the document's own record has the id. A moved clause is in the record of another one as well.
    fn owner<'b>(&self, published: PublishedId<'b>) -> Option<&'b DocumentId> {
        let owner = published.document?;
        let mut records = self.by_document.get(self.known.now(owner))?.iter();
        records.any(|record| record.entries.contains_key(published.id)).then_some(owner)
    }
}

fn check_site(site: &Published, records: &RecordsByName<'_>, is_recorded: &dyn Fn(&ClauseId) -> bool) -> Diagnostics {
    let known = records.known;
    let given_up: BTreeSet<&ClauseId> = known.list.given_up.values().flatten().collect();
    let ids = site.ids.iter().map(|(id, owner)| PublishedId { id, document: owner.as_ref() });
    let (kept, lost): (Vec<_>, Vec<_>) = ids.partition(|published| is_recorded(published.id));
    let with_record: BTreeSet<&DocumentId> = kept.into_iter().filter_map(|kept| records.owner(kept)).collect();
    let has_record = |owner: &DocumentId| with_record.contains(owner);
    let lost = lost.into_iter().filter(|lost| !given_up.contains(lost.id));
    let (some, all): (Vec<_>, Vec<_>) = lost.partition(|lost| lost.document.is_some_and(has_record));
    let names = site.former.iter().filter(|name| !known.is_name(name)).map(|name| format!("/{}/", name.0));
    let (pages, documents) = pages_and_documents(&all);
    let pages: Vec<String> = pages.into_iter().chain(names).collect();
    let mut found = Diagnostics::default();
    if !pages.is_empty() {
        found.push(catalogue::published_unrecorded(&site.folder, &shown(&pages), &shown(&documents)).of_site());
    }
    let (pages, documents) = pages_and_documents(&some);
    if !pages.is_empty() {
        found.push(catalogue::published_newer(&site.folder, &shown(&pages), &shown(&documents)).of_site());
    }
    found
}

/// The pages of these ids, and their documents.
fn pages_and_documents(ids: &[PublishedId<'_>]) -> (Vec<String>, Vec<String>) {
    let documents: BTreeSet<&DocumentId> = ids.iter().filter_map(|published| published.document).collect();
    let pages = ids.iter().map(|published| format!("/c/{}/", published.id)).collect();
    (pages, documents.into_iter().map(|id| id.0.clone()).collect())
}

fn shown(names: &[String]) -> String {
    let more = if names.len() > MOST_NAMED { format!(" … ({})", names.len()) } else { String::new() };
    names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(" ") + &more
}
