//! One id, one clause: in the whole site and for all time.

use std::sync::Arc;

use super::document::{Draft, shown_place};
use super::ledger::{Ledger, is_moved};
use super::lock::{Lock, State};
use crate::diagnostic::{Diagnostic, Span, catalogue};

/// An id an author has written.
struct Authored<'a> {
    id: &'a str,
    draft: usize,
    unit: usize,
}

/// Reports ids that mean two clauses, to the document in which the later one stands. The locks of the ledger are those of the
/// drafts and, after them, those of documents that are `gone`.
pub(super) fn check(drafts: &mut [Draft], gone: &[Arc<Lock>], ledger: &Ledger) {
    let mut found = between_locks(drafts, gone, ledger);
    found.extend(between_authors(drafts, ledger));
    for (draft, diagnostic) in found {
        if let Some(draft) = drafts.get_mut(draft) {
            draft.found.push(diagnostic);
        }
    }
}

/// The same id recorded for two documents.
fn between_locks(drafts: &[Draft], gone: &[Arc<Lock>], ledger: &Ledger) -> Vec<(usize, Diagnostic)> {
    let place = |index: usize| match drafts.get(index) {
        Some(draft) => draft.lock_path.clone(),
        None => format!("{}.lock", gone[index - drafts.len()].document.0),
    };
    let clash = |(id, first, second): &(Box<str>, usize, usize)| {
        let blamed = if *second < drafts.len() { *second } else { *first };
        let finding = catalogue::address_clash(id, &place(*first), &place(*second));
        (blamed, finding.in_file(place(blamed)))
    };
    ledger.clashes.iter().map(clash).collect()
}

fn between_authors(drafts: &[Draft], ledger: &Ledger) -> Vec<(usize, Diagnostic)> {
    let mut authored: Vec<Authored<'_>> = Vec::new();
    for (draft, each) in drafts.iter().enumerate() {
        let ids = each.authored_ids();
        authored.extend(ids.map(|(unit, id)| Authored { id, draft, unit }));
    }
    if authored.is_empty() {
        return Vec::new();
    }
    authored.sort_by_key(|one| (one.id, one.draft, one.unit));
    let mut found = Vec::new();
    for (index, one) in authored.iter().enumerate() {
        let span = span(one, drafts);
        let before = index.checked_sub(1).map(|before| &authored[before]).filter(|before| before.id == one.id);
        if let Some(before) = before {
            let first = self::span(before, drafts);
            let finding = catalogue::address_clash(one.id, &shown_place(&first), &shown_place(&span));
            found.push((one.draft, finding.at(span).with_related(first, catalogue::first_is_here())));
        } else if let Some(owner) = other_owner(one, drafts, ledger) {
            let finding = catalogue::address_clash(one.id, &shown_place(&span), &drafts[owner].lock_path);
            found.push((one.draft, finding.at(span)));
        }
    }
    found
}

fn span(one: &Authored<'_>, drafts: &[Draft]) -> Span {
    let draft = &drafts[one.draft];
    let unit = &draft.units[one.unit];
    let range = unit.authored.as_ref().map_or(&unit.range, |authored| &authored.range);
    Span::new(&draft.source, range.clone())
}

/// The document in whose lock the id stands for another clause.
fn other_owner(one: &Authored<'_>, drafts: &[Draft], ledger: &Ledger) -> Option<usize> {
    ledger.owners(one.id).filter(|owner| *owner < drafts.len()).find(|&owner| {
        let lock = &drafts[owner].lock;
        let Some(entry) = lock.entries.get(one.id) else { return false };
        if owner != one.draft {
            return !is_moved(&entry.state);
        }
        let matched = drafts[owner].matches.ids[one.unit].as_deref();
        let is_asked = drafts[owner].matches.questions.iter().any(|question| *question.id == *one.id);
        matched != Some(one.id) && !is_asked && !leads_to(lock, one.id, matched)
    })
}

/// Whether an id was given up for the one the clause has had since: an author may take it back.
fn leads_to(lock: &Lock, id: &str, matched: Option<&str>) -> bool {
    let mut at = id;
    for _ in 0..lock.entries.len() {
        let Some(State::Renamed { to }) = lock.entries.get(at).map(|entry| &entry.state) else { return false };
        if matched == Some(to) {
            return true;
        }
        at = to;
    }
    false
}
