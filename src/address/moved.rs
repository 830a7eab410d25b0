//! Asks about clauses that are gone from one document while their text has appeared in another.

use std::collections::BTreeMap;

use super::matched::PendingDocument;
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
struct LostClause {
    document: usize,
    id: ClauseId,
}

/// A clause without an entry.
struct NewClause {
    document: usize,
    clause: usize,
}

/// Reports every clause that may have moved to another document. Neither of the two documents is recorded then.
pub(super) fn propose(documents: &mut [PendingDocument]) {
    let mut texts = lost_texts(documents);
    if texts.is_empty() {
        return;
    }
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_published) {
        for (clause, _) in document.matches.ids.iter().enumerate().filter(|(_, id)| id.is_none()) {
            if let Some(text) = texts.get_mut(&squeezed(&document.clauses[clause].text)) {
                text.to.push(NewClause { document: index, clause });
            }
        }
    }
    for text in texts.into_values() {
        if let ([from], [to]) = (&text.from[..], &text.to[..])
            && from.document != to.document
        {
            let diagnostic = question(documents, from, to);
            documents[to.document].is_held_back = true;
            documents[from.document].found.push(diagnostic);
        }
    }
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

fn question(documents: &[PendingDocument], from: &LostClause, to: &NewClause) -> Diagnostic {
    let (old, new) = (&documents[from.document], &documents[to.document]);
    let name = old.record.entries.get(&from.id).map_or("", |entry| &*entry.name);
    let place = format!("{}#{}", new.id.0, new.clauses[to.clause].position);
    catalogue::address_moved_away(name, from.id.as_str(), &place).in_file(old.source.path.clone())
}
