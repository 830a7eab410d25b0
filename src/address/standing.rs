//! What was published against what is recorded: an address that no record knows is about to be lost.

use std::collections::BTreeSet;

use super::assign::Context;
use super::site::Known;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::Published;

/// How many addresses a finding names.
const MOST_NAMED: usize = 8;

/// Reports the addresses of published sites that no record knows, one finding a site. Records are written before a site is
/// published, so that in the order of things there is none. `is_recorded` tells of a permanent id.
pub(super) fn unrecorded(context: &Context<'_>, known: &Known, is_recorded: &dyn Fn(&str) -> bool) -> Diagnostics {
    if context.published.is_empty() || context.unreadable.iter().any(|path| path.ends_with(".lock")) {
        return Diagnostics::default();
    }
    let given_up: BTreeSet<&str> = known.lock.given_up.values().flatten().map(|id| &**id).collect();
    let lost = |site: &Published| -> Vec<String> {
        let ids = site.ids.iter().filter(|id| !given_up.contains(&***id) && !is_recorded(id));
        let names = site.former.iter().filter(|name| !known.is_name(name));
        ids.map(|id| format!("/c/{id}/")).chain(names.map(|name| format!("/{}/", name.0))).collect()
    };
    let finding = |site: &Published| {
        let all = lost(site);
        let shown = all.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(" ");
        let more = if all.len() > MOST_NAMED { " …" } else { "" };
        let finding = catalogue::published_unrecorded(&site.folder, all.len(), &format!("{shown}{more}"));
        (!all.is_empty()).then(|| finding.of_site())
    };
    context.published.iter().filter_map(|site| finding(site)).collect()
}
