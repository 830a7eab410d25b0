//! Settles what concerns only the time since the last release, so that nobody is asked about it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::clauses::AddressedClause;
use super::lock::{AddressRecord, ClauseState, EntryRelease, RecordEntry};
use super::matching::{self, Matches, Question};
use crate::policy::ClauseId;

/// Finds the entry that each clause matches, without questions about clauses that were not released: each of these is the
/// likeliest clause that is free. A clause that was taken out since the release and put back as it was is the same again.
#[must_use]
pub fn find(record: &AddressRecord, clauses: &[AddressedClause]) -> Matches {
    let mut matches = matching::find(record, clauses);
    if !record.has_unreleased() {
        return matches;
    }
    let is_unreleased = |id: &ClauseId| record.entries.get(id).is_some_and(RecordEntry::is_unreleased);
    let (free, mut asked): (Vec<Question>, Vec<Question>) =
        std::mem::take(&mut matches.questions).into_iter().partition(|question| {
            // A question may also be about released clauses, which must not go unasked.
            is_unreleased(&question.id) && question.rivals.iter().all(is_unreleased)
        });
    for question in &mut asked {
        question.rivals.retain(|rival| !is_unreleased(rival));
    }
    matches.questions = asked;
    let candidates = matches.questions.iter().flat_map(|question| &question.candidates);
    let doubtful: BTreeSet<usize> = candidates.map(|candidate| candidate.clause).collect();
    put_back(&mut matches, &doubtful, record, clauses);
    for question in free {
        let mut candidates = question.candidates.iter().map(|candidate| candidate.clause);
        let is_free = |clause: &usize| matches.ids[*clause].is_none() && !doubtful.contains(clause);
        if let Some(clause) = candidates.find(is_free) {
            matches.ids[clause] = Some(question.id);
        }
    }
    matches
}

fn put_back(matches: &mut Matches, doubtful: &BTreeSet<usize>, record: &AddressRecord, clauses: &[AddressedClause]) {
    let mut gone: BTreeMap<(u8, &str), VecDeque<&ClauseId>> = BTreeMap::new();
    for (id, entry) in &record.entries {
        if let (EntryRelease::Changed(released), ClauseState::Gone(now)) = (&entry.release, &entry.state)
            && released.is_live()
            && now.moved_to.is_none()
        {
            gone.entry((released.kind.family(), &*released.text)).or_default().push_back(id);
        }
    }
    for (index, clause) in clauses.iter().enumerate() {
        if matches.ids[index].is_none()
            && clause.authored.is_none()
            && !doubtful.contains(&index)
            && let Some(id) = gone.get_mut(&(clause.kind.family(), &*clause.text)).and_then(VecDeque::pop_front)
        {
            matches.ids[index] = Some(id.clone());
        }
    }
}
