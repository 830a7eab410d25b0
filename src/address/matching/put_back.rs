//! Clauses that were gone and stand in the text again, word for word. They get their old addresses back.

use std::collections::BTreeMap;

use super::exact::LONG_ENOUGH;
use super::{Matches, QuestionCause};
use crate::address::clauses::AddressedClause;
use crate::address::lock::{AddressRecord, ClauseState, RecordEntry};
use crate::japanese::squeezed;
use crate::policy::{ClauseId, TombstoneState};

/// Clauses with one text: those that are gone, and the present ones without an address.
#[derive(Default)]
struct SameText<'a> {
    gone: Vec<(&'a ClauseId, &'a RecordEntry)>,
    new: Vec<usize>,
}

/// Gives clauses without an entry those of withdrawn clauses with the same text: at the same place, or anywhere if the text is
/// long. A clause that was merged, split or moved has successors, and its address leads to them.
pub(super) fn put_back(record: &AddressRecord, clauses: &[AddressedClause], matches: &mut Matches) {
    let gone: Vec<_> = record.entries.iter().filter(|(_, entry)| is_withdrawn(entry)).collect();
    if gone.is_empty() || matches.ids.iter().all(Option::is_some) {
        return;
    }
    let mut asked = vec![false; clauses.len()];
    for question in &matches.questions {
        let more: &[usize] = if let QuestionCause::More(new) = &question.cause { new } else { &[] };
        let all = question.candidates.iter().map(|candidate| candidate.clause).chain(more.iter().copied());
        all.for_each(|clause| asked[clause] = true);
    }
    let mut texts: BTreeMap<(u8, String), SameText<'_>> = BTreeMap::new();
    for (id, entry) in gone {
        let key = (entry.kind.family(), squeezed(&entry.text));
        texts.entry(key).or_default().gone.push((id, entry));
    }
    for (index, clause) in clauses.iter().enumerate() {
        if matches.ids[index].is_none() && clause.authored.is_none() && !asked[index] {
            let key = (clause.kind.family(), squeezed(&clause.text));
            texts.entry(key).and_modify(|same| same.new.push(index));
        }
    }
    for ((_, text), mut same) in texts {
        let mut at: BTreeMap<_, _> = same.gone.iter().map(|(id, entry)| (&entry.position, *id)).collect();
        for &new in &same.new {
            matches.ids[new] = at.remove(&clauses[new].position).cloned();
        }
        same.new.retain(|&new| matches.ids[new].is_none());
        let left: Vec<&ClauseId> = at.into_values().collect();
        if let ([id], [new]) = (&left[..], &same.new[..])
            && text.chars().count() >= LONG_ENOUGH
        {
            matches.ids[*new] = Some((*id).clone());
        }
    }
}

fn is_withdrawn(entry: &RecordEntry) -> bool {
    let ClauseState::Gone(gone) = &entry.state else { return false };
    matches!(gone.how, TombstoneState::Withdrawn | TombstoneState::Reserved) && gone.successors.is_empty()
}
