//! Clauses that have gone from one document while their text has appeared in another: asked about, never assumed.

use std::collections::BTreeMap;

use super::document::Draft;
use super::normal::normalized;
use crate::diagnostic::{Diagnostic, catalogue};

/// From this many characters on (normalised) an equal text in another document is worth a question: shorter ones recur.
const LONG_ENOUGH: usize = 20;

/// Where a text has gone from and where it has appeared.
#[derive(Default)]
struct Places {
    from: Vec<(usize, Box<str>)>,
    to: Vec<(usize, usize)>,
}

/// Reports every clause that may have moved to another document. Neither document is recorded then.
pub(super) fn propose(drafts: &mut [Draft]) {
    let mut places = lost_texts(drafts);
    if places.is_empty() {
        return;
    }
    for (index, draft) in drafts.iter().enumerate() {
        if !draft.is_published {
            continue;
        }
        for (unit, _) in draft.matches.ids.iter().enumerate().filter(|(_, id)| id.is_none()) {
            if let Some(places) = places.get_mut(&normalized(&draft.units[unit].text)) {
                places.to.push((index, unit));
            }
        }
    }
    for places in places.into_values() {
        if let ([(from, id)], [(to, unit)]) = (&places.from[..], &places.to[..])
            && from != to
        {
            let diagnostic = question(drafts, (*from, id), (*to, *unit));
            drafts[*to].is_held_back = true;
            drafts[*from].found.push(diagnostic);
        }
    }
}

/// Texts of published clauses that are gone, normalised.
fn lost_texts(drafts: &[Draft]) -> BTreeMap<String, Places> {
    let mut places: BTreeMap<String, Places> = BTreeMap::new();
    for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.is_published) {
        for (id, entry) in draft.lost.iter().filter_map(|id| draft.lock.entries.get_key_value(id)) {
            let text = normalized(&entry.text);
            if text.chars().count() >= LONG_ENOUGH {
                places.entry(text).or_default().from.push((index, id.clone()));
            }
        }
    }
    places
}

fn question(drafts: &[Draft], (from, id): (usize, &str), (to, unit): (usize, usize)) -> Diagnostic {
    let name = drafts[from].lock.entries.get(id).map_or("", |entry| &*entry.name);
    let place = format!("{}#{}", drafts[to].id.0, drafts[to].units[unit].position);
    catalogue::address_moved_away(name, id, &place).in_file(drafts[from].source.path.clone())
}
