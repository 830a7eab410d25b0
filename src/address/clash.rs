//! One id, one clause: in the whole site and for all time.

use super::document::{Draft, shown_place};
use super::lock::{Fate, Lock, State};
use crate::diagnostic::{Diagnostic, Span, catalogue};
use crate::policy::TombstoneState;

/// An id an author has written.
struct Authored<'a> {
    id: &'a str,
    draft: usize,
    unit: usize,
}

/// Reports ids that mean two clauses, to the document in which the later one stands.
pub(super) fn check(drafts: &mut [Draft<'_>], gone: &[(Lock, Fate)]) {
    let mut found = between_locks(drafts, gone);
    found.extend(between_authors(drafts));
    for (draft, diagnostic) in found {
        if let Some(draft) = drafts.get_mut(draft) {
            draft.found.push(diagnostic);
        }
    }
}

/// The same id recorded for two documents. A clause that was moved has its id in both.
fn between_locks(drafts: &[Draft<'_>], gone: &[(Lock, Fate)]) -> Vec<(usize, Diagnostic)> {
    let mut ids: Vec<(&str, usize)> = Vec::new();
    let locks = drafts.iter().map(|draft| &draft.lock).chain(gone.iter().map(|(lock, _)| lock));
    for (index, lock) in locks.enumerate() {
        let staying = lock.entries.iter().filter(|(_, entry)| !is_moved(&entry.state));
        ids.extend(staying.map(|(id, _)| (&**id, index)));
    }
    ids.sort_unstable();
    let place = |index: usize| match drafts.get(index) {
        Some(draft) => draft.lock_path.clone(),
        None => format!("{}.lock", gone[index - drafts.len()].0.document.0),
    };
    let clashes = ids.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    clashes
        .map(|pair| {
            let (first, second) = (pair[0].1, pair[1].1);
            let blamed = if second < drafts.len() { second } else { first };
            let finding = catalogue::address_clash(pair[0].0, &place(first), &place(second));
            (blamed, finding.in_file(place(blamed)))
        })
        .collect()
}

fn is_moved(state: &State) -> bool {
    matches!(state, State::Gone(gone) if gone.how == TombstoneState::Moved)
}

fn between_authors(drafts: &[Draft<'_>]) -> Vec<(usize, Diagnostic)> {
    let mut authored: Vec<Authored<'_>> = Vec::new();
    for (draft, each) in drafts.iter().enumerate() {
        let ids = each.units.iter().enumerate().filter_map(|(unit, each)| Some((unit, &each.authored.as_ref()?.value)));
        authored.extend(ids.map(|(unit, id)| Authored { id, draft, unit }));
    }
    if authored.is_empty() {
        return Vec::new();
    }
    authored.sort_by_key(|one| (one.id, one.draft, one.unit));
    let mut recorded: Vec<(&str, usize)> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        recorded.extend(draft.lock.entries.keys().map(|id| (&**id, index)));
    }
    recorded.sort_unstable();
    let mut found = Vec::new();
    for (index, one) in authored.iter().enumerate() {
        let span = span(one, drafts);
        let before = index.checked_sub(1).map(|before| &authored[before]).filter(|before| before.id == one.id);
        if let Some(before) = before {
            let first = self::span(before, drafts);
            let finding = catalogue::address_clash(one.id, &shown_place(&first), &shown_place(&span));
            found.push((one.draft, finding.at(span).with_related(first, catalogue::first_is_here())));
        } else if let Some(owner) = other_owner(one, drafts, &recorded) {
            let finding = catalogue::address_clash(one.id, &shown_place(&span), &drafts[owner].lock_path);
            found.push((one.draft, finding.at(span)));
        }
    }
    found
}

fn span(one: &Authored<'_>, drafts: &[Draft<'_>]) -> Span {
    let draft = &drafts[one.draft];
    let unit = &draft.units[one.unit];
    let range = unit.authored.as_ref().map_or(&unit.range, |authored| &authored.range);
    Span::new(draft.source, range.clone())
}

/// The document in whose lock the id stands for another clause.
fn other_owner(one: &Authored<'_>, drafts: &[Draft<'_>], recorded: &[(&str, usize)]) -> Option<usize> {
    let start = recorded.partition_point(|(id, _)| *id < one.id);
    let owners = recorded[start..].iter().take_while(|(id, _)| *id == one.id).map(|(_, owner)| *owner);
    owners.into_iter().find(|&owner| {
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
