//! The sentence for a clause that is gone.

use crate::policy::{ClauseId, DocumentId, Position, Tombstone, TombstoneState};
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{PageContext, filled};

/// The end of a sentence that starts with the clause, as HTML: 令和8年7月1日版で廃止されました。
pub(crate) fn fate(site: &SiteContext<'_>, page: PageContext<'_>, gone: &Tombstone) -> String {
    let (words, parts) = (page.words, page.parts);
    let version = gone.date.map(|date| filled(words.in_version_of, &[("date", &words.short_day(date))]));
    let version = version.unwrap_or_default();
    let successors = successors(site, page, gone);
    let (alone, with_successors) = match gone.state {
        TombstoneState::Moved => (&parts.moved_away, &parts.moved_to),
        TombstoneState::Merged => (&parts.merged, &parts.merged_into),
        TombstoneState::Split => (&parts.split, &parts.split_into),
        TombstoneState::Withdrawn => (&parts.withdrawn, &parts.replaced_by),
        TombstoneState::Reserved => (&parts.reserved, &parts.reserved_for),
    };
    let mut out = match successors.is_empty() {
        true => alone.with([&version]),
        false => with_successors.with([&version, &successors]),
    };
    if let Some(reason) = &gone.reason {
        parts.fate_reason.push(&mut out, [reason]);
    }
    out
}

/// Links to the public clauses that took its place; of one that is gone itself, to its tombstone.
fn successors(site: &SiteContext<'_>, page: PageContext<'_>, gone: &Tombstone) -> String {
    let clauses = &site.clauses;
    let mut ids: Vec<&ClauseId> = gone.successors.iter().collect();
    if ids.is_empty() && gone.state == TombstoneState::Moved {
        ids.push(&gone.id);
    }
    let mut out = String::new();
    for id in ids {
        let mut link = String::new();
        match clauses.find(id) {
            Some((document, position)) => clauses.push_link(&mut link, page, document, position),
            None if clauses.is_told_by(id, gone) => {}
            None => clauses.push_tombstone_link(&mut link, page, id),
        }
        if !out.is_empty() && !link.is_empty() {
            out.push_str(page.words.and);
        }
        out.push_str(&link);
    }
    if out.is_empty()
        && let Some(document) = gone.moved_to.as_ref().map(|id| DocumentId(id.to_string()))
        && clauses.document(&document).is_some()
    {
        clauses.push_link(&mut out, page, &document, &Position::default());
    }
    out
}
