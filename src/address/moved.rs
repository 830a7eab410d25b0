//! Asks about clauses that are gone from one document while their text has appeared in another.

use std::collections::BTreeMap;

use super::matched::PendingDocument;
use super::matching::above;
use crate::diagnostic::{Diagnostic, catalogue};
use crate::japanese::squeezed;
use crate::policy::ClauseId;

/// The shortest text that is asked about, in characters after normalisation. Shorter texts recur by chance.
const LONG_ENOUGH: usize = 20;

/// The documents that have lost a text, and those in which it is new.
#[derive(Default)]
struct MovedText {
    from: Vec<LostClause>,
    to: Vec<NewClause>,
}

/// A published clause that is gone from its document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct LostClause {
    document: usize,
    id: ClauseId,
}

/// A clause without an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct NewClause {
    document: usize,
    clause: usize,
}

/// Reports every clause that may have moved to another document, a section with all below it once. Neither of the two documents
/// is recorded then. Returns the commands that say so.
pub(super) fn propose(documents: &mut [PendingDocument]) -> Vec<String> {
    let mut texts = lost_texts(documents);
    if texts.is_empty() {
        return Vec::new();
    }
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_published) {
        for (clause, _) in document.matches.ids.iter().enumerate().filter(|(_, id)| id.is_none()) {
            if let Some(text) = texts.get_mut(&squeezed(&document.clauses[clause].text)) {
                text.to.push(NewClause { document: index, clause });
            }
        }
    }
    let lost: Vec<BTreeMap<&str, &ClauseId>> = documents.iter().map(|document| lost_by_position(document)).collect();
    let mut moves: BTreeMap<(LostClause, NewClause), usize> = BTreeMap::new();
    for text in texts.into_values() {
        if let ([from], [to]) = (&text.from[..], &text.to[..])
            && from.document != to.document
        {
            *moves.entry(topmost(documents, &lost[from.document], from, to)).or_default() += 1;
        }
    }
    let mut commands = Vec::new();
    for ((from, to), count) in moves {
        let question = MovedQuestion::of(documents, &from, &to);
        documents[to.document].is_held_back = true;
        documents[from.document].found.push(question.finding(count));
        commands.push(question.command());
    }
    commands
}

/// The lost clauses of a document by their last position.
fn lost_by_position(document: &PendingDocument) -> BTreeMap<&str, &ClauseId> {
    let entry = |id: &'_ ClauseId| Some(document.record.entries.get(id)?.position.as_str());
    document.lost.iter().filter_map(|id| Some((entry(id)?, id))).collect()
}

/// The highest clauses above a moved one that have moved in the same way, with the same texts.
fn topmost(
    documents: &[PendingDocument],
    lost: &BTreeMap<&str, &ClauseId>,
    from: &LostClause,
    to: &NewClause,
) -> (LostClause, NewClause) {
    let (old, new) = (&documents[from.document], &documents[to.document]);
    let (mut from, mut to) = (from.clone(), *to);
    while let Some(entry) = old.record.entries.get(&from.id) {
        let Some(parent) = above(entry.position.as_str()).find_map(|position| lost.get(position)) else { break };
        let Some(now) = new.clauses[to.clause].parent.filter(|now| new.matches.ids[*now].is_none()) else { break };
        let text = old.record.entries.get(*parent).map(|entry| squeezed(&entry.text));
        if text.is_none_or(|text| text != squeezed(&new.clauses[now].text)) {
            break;
        }
        from.id = (*parent).clone();
        to.clause = now;
    }
    (from, to)
}

/// Texts of published clauses that are gone, normalised.
fn lost_texts(documents: &[PendingDocument]) -> BTreeMap<String, MovedText> {
    let mut texts: BTreeMap<String, MovedText> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_published) {
        for (id, entry) in document.lost.iter().filter_map(|id| document.record.entries.get_key_value(id)) {
            let text = squeezed(&entry.text);
            if text.chars().count() >= LONG_ENOUGH {
                texts.entry(text).or_default().from.push(LostClause { document: index, id: id.clone() });
            }
        }
    }
    texts
}

/// The question whether a clause has moved.
struct MovedQuestion {
    name: Box<str>,
    id: ClauseId,
    /// `r8/b#s3`
    place: String,
    has_children: bool,
    /// The file that the clause has left.
    path: String,
}

impl MovedQuestion {
    fn of(documents: &[PendingDocument], from: &LostClause, to: &NewClause) -> Self {
        let (old, new) = (&documents[from.document], &documents[to.document]);
        Self {
            name: old.record.entries.get(&from.id).map_or_else(Box::default, |entry| entry.name.clone()),
            id: from.id.clone(),
            place: format!("{}#{}", new.id.0, new.clauses[to.clause].position),
            has_children: new.clauses.get(to.clause + 1).is_some_and(|next| next.parent == Some(to.clause)),
            path: old.source.path.clone(),
        }
    }

    /// `count` of the clauses at and below it were recognised by their texts.
    fn finding(&self, count: usize) -> Diagnostic {
        let (name, id, place) = (&self.name, self.id.as_str(), &self.place);
        let finding = if self.has_children {
            catalogue::address_section_moved_away(name, id, place, count)
        } else {
            catalogue::address_moved_away(name, id, place)
        };
        finding.in_file(self.path.clone())
    }

    fn command(&self) -> String {
        let with_children = if self.has_children { " --with-children" } else { "" };
        format!("hoshin anchor move {} {}{with_children}", self.id, self.place)
    }
}
