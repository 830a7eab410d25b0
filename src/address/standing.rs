//! What was published against what is recorded: an address that no record knows is about to be lost.

use std::collections::{BTreeMap, BTreeSet};

use super::lock::Lock;
use super::site::{Known, Seen};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{DocumentId, Published};

/// How many addresses, or documents, a finding names.
const MOST_NAMED: usize = 8;

/// An id of a published site, and its document as far as it is known.
type Address<'a> = (&'a str, Option<&'a DocumentId>);

/// Reports the addresses of published sites that no record knows. Records are written before a site is published, so that in
/// the order of things there is none.
///
/// Where a document has a record, and only some of its ids are not in it, the record may be that of another branch or an older
/// one: that is told. Where nothing is left of a document, or of a name, that is asked about. `is_recorded` tells of an id.
pub(super) fn unrecorded(seen: &Seen<'_>, known: &Known, is_recorded: &dyn Fn(&str) -> bool) -> Diagnostics {
    if seen.context.unreadable.iter().any(|path| path.ends_with(".lock")) {
        return Diagnostics::default();
    }
    let records = Records::of(seen, known);
    seen.context.published.iter().flat_map(|site| of_site(site, &records, is_recorded).into_iter()).collect()
}

/// The records of each document, by the name it has now.
struct Records<'a> {
    known: &'a Known,
    by_document: BTreeMap<&'a DocumentId, Vec<&'a Lock>>,
}

impl<'a> Records<'a> {
    fn of(seen: &'a Seen<'_>, known: &'a Known) -> Self {
        let mut by_document: BTreeMap<&DocumentId, Vec<&Lock>> = BTreeMap::new();
        for lock in seen.locks.values().flatten() {
            by_document.entry(known.now(&lock.document)).or_default().push(lock);
        }
        Self { known, by_document }
    }

    /// The document of an id, if its own record has the id. A clause that was moved is in the record of another as well.
    fn own<'b>(&self, (id, owner): Address<'b>) -> Option<&'b DocumentId> {
        let owner = owner?;
        self.by_document.get(self.known.now(owner))?.iter().any(|lock| lock.entries.contains_key(id)).then_some(owner)
    }
}

fn of_site(site: &Published, records: &Records<'_>, is_recorded: &dyn Fn(&str) -> bool) -> Diagnostics {
    let known = records.known;
    let given_up: BTreeSet<&str> = known.lock.given_up.values().flatten().map(|id| &**id).collect();
    let ids = site.ids.iter().map(|(id, owner)| (&**id, owner.as_ref()));
    let (kept, lost): (Vec<Address<'_>>, Vec<Address<'_>>) = ids.partition(|(id, _)| is_recorded(id));
    let with_record: BTreeSet<&DocumentId> = kept.into_iter().filter_map(|address| records.own(address)).collect();
    let has_record = |owner: &DocumentId| with_record.contains(owner);
    let lost = lost.into_iter().filter(|(id, _)| !given_up.contains(id));
    let (some, all): (Vec<_>, Vec<_>) = lost.partition(|(_, owner)| owner.is_some_and(has_record));
    let names = site.former.iter().filter(|name| !known.is_name(name)).map(|name| format!("/{}/", name.0));
    let (pages, documents) = told(&all);
    let pages: Vec<String> = pages.into_iter().chain(names).collect();
    let mut found = Diagnostics::default();
    if !pages.is_empty() {
        found.push(catalogue::published_unrecorded(&site.folder, &shown(&pages), &shown(&documents)).of_site());
    }
    let (pages, documents) = told(&some);
    if !pages.is_empty() {
        found.push(catalogue::published_newer(&site.folder, &shown(&pages), &shown(&documents)).of_site());
    }
    found
}

/// The pages of ids, and their documents.
fn told(addresses: &[Address<'_>]) -> (Vec<String>, Vec<String>) {
    let documents: BTreeSet<&DocumentId> = addresses.iter().filter_map(|(_, owner)| *owner).collect();
    let pages = addresses.iter().map(|(id, _)| format!("/c/{id}/")).collect();
    (pages, documents.into_iter().map(|id| id.0.clone()).collect())
}

fn shown(names: &[String]) -> String {
    let more = if names.len() > MOST_NAMED { format!(" … ({})", names.len()) } else { String::new() };
    names.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(" ") + &more
}
