//! What was published against what is recorded: an address that no record knows is about to be lost.

use std::collections::BTreeSet;

use super::assign::Context;
use super::site::Known;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{DocumentId, Published};

/// How many addresses a finding names.
const MOST_NAMED: usize = 8;

/// Reports the addresses of published sites that no record knows. Records are written before a site is published, so that in
/// the order of things there is none.
///
/// Where a document has a record, and only some of its ids are not in it, the record may be that of another branch or an older
/// one: that is told. Where nothing is left of a document, or of a name, that is asked about. `is_recorded` tells of an id.
pub(super) fn unrecorded(context: &Context<'_>, known: &Known, is_recorded: &dyn Fn(&str) -> bool) -> Diagnostics {
    if context.unreadable.iter().any(|path| path.ends_with(".lock")) {
        return Diagnostics::default();
    }
    context.published.iter().flat_map(|site| of_site(site, known, is_recorded).into_iter()).collect()
}

fn of_site(site: &Published, known: &Known, is_recorded: &dyn Fn(&str) -> bool) -> Diagnostics {
    let given_up: BTreeSet<&str> = known.lock.given_up.values().flatten().map(|id| &**id).collect();
    let ids = site.ids.iter().map(|(id, owner)| (&**id, owner));
    let (kept, lost): (Vec<_>, Vec<_>) = ids.partition(|(id, _)| is_recorded(id));
    let with_record: BTreeSet<&DocumentId> = kept.iter().filter_map(|(_, owner)| owner.as_ref()).collect();
    let has_record = |owner: &DocumentId| with_record.contains(owner) || known.lock.given_up.contains_key(owner);
    let lost = lost.into_iter().filter(|(id, _)| !given_up.contains(id));
    let (some, all): (Vec<_>, Vec<_>) = lost.partition(|(_, owner)| owner.as_ref().is_some_and(has_record));
    let pages = |lost: Vec<(&str, &Option<DocumentId>)>| {
        lost.into_iter().map(|(id, _)| format!("/c/{id}/")).collect::<Vec<_>>()
    };
    let names = site.former.iter().filter(|name| !known.is_name(name)).map(|name| format!("/{}/", name.0));
    let all: Vec<String> = pages(all).into_iter().chain(names).collect();
    let some = pages(some);
    let mut found = Diagnostics::default();
    if !all.is_empty() {
        found.push(catalogue::published_unrecorded(&site.folder, all.len(), &shown(&all)).of_site());
    }
    if !some.is_empty() {
        found.push(catalogue::published_newer(&site.folder, some.len(), &shown(&some)).of_site());
    }
    found
}

fn shown(addresses: &[String]) -> String {
    let more = if addresses.len() > MOST_NAMED { " …" } else { "" };
    addresses.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(" ") + more
}
