//! From a citation back to what it cites.

use super::names::{Meaning, NameContext, NameTarget, Names};
use super::resolution::{Resolution, written, written_of};
use super::versions::{Placed, Versions};
use super::{Corpus, own_address, title_of};
use crate::japanese::squeezed;
use crate::policy::{Citation, CitationReading, Document, DocumentId, Name, Position, title_in_citation};
use crate::source::nearest;

/// Finds the public document or clause that a text cites: 「令和8年度政策経営部の運営方針」5(1), in any width, with or without
/// 「」, short or in full; an address of the site; `r8/seisaku-keiei#s5-1`; the id of a clause.
///
/// An address in the text decides, because its id means one clause for ever. A citation with the date of an earlier version
/// means the clause that had the place then.
#[must_use]
pub fn cite(corpus: &Corpus, text: &str) -> Resolution {
    if let Some(found) = own_address::find(corpus, text) {
        return found;
    }
    let names = Names::of(corpus);
    let mut failure = None;
    for reading in Citation::readings(text) {
        match by_reading(corpus, &names, &reading) {
            Some(Resolution::NotFound { suggestion }) => {
                failure.get_or_insert(suggestion);
            }
            Some(found) => return confirmed(corpus, text, found),
            None => {}
        }
    }
    let suggestion = failure.unwrap_or_else(|| title_like(corpus, text));
    Resolution::NotFound { suggestion }
}

/// The result of the name, or the clause of the same document whose id stands in an address beside it.
fn confirmed(corpus: &Corpus, text: &str, found: Resolution) -> Resolution {
    let of = |found: &Resolution| match found {
        Resolution::Clause { document, .. } | Resolution::Gone { document, .. } | Resolution::Document(document) => {
            Some(document.clone())
        }
        _ => None,
    };
    let by_id = own_address::elsewhere(corpus, text);
    by_id.filter(|by_id| of(by_id).is_some() && of(by_id) == of(&found)).unwrap_or(found)
}

/// `None` if there is no such title.
fn by_reading(corpus: &Corpus, names: &Names, reading: &CitationReading) -> Option<Resolution> {
    match names.meaning(&Name::read(&reading.title), &NameContext::default()) {
        Meaning::Unknown | Meaning::Withheld => None,
        Meaning::One(NameTarget::Document(id)) => Some(place_in(corpus, &id, reading)),
        Meaning::One(NameTarget::Plan(at)) => {
            let plan = corpus.plans.get(at)?;
            Some(match reading.place.is_empty() {
                true => Resolution::Plan(plan.id.value.clone()),
                false => Resolution::NotFound { suggestion: Some(format!("「{}」", plan.name)) },
            })
        }
        Meaning::Several(all) => {
            Some(Resolution::Ambiguous(all.iter().flat_map(|named| candidates(corpus, named, reading)).collect()))
        }
    }
}

fn place_in(corpus: &Corpus, id: &DocumentId, reading: &CitationReading) -> Resolution {
    if reading.place.is_empty() {
        return Resolution::Document(id.clone());
    }
    match Versions::new(corpus, id).find(&reading.place, reading.dated) {
        Placed::Standing(position) => Resolution::Clause { document: id.clone(), position },
        Placed::Gone(gone) => Resolution::Gone { document: id.clone(), id: gone },
        Placed::Several(all) => {
            Resolution::Ambiguous(all.iter().filter_map(|placed| written_of(corpus, id, placed)).collect())
        }
        Placed::Nothing(near) => Resolution::NotFound { suggestion: written(corpus, id, &near.unwrap_or_default()) },
        Placed::UnknownVersion => Resolution::NotFound { suggestion: written(corpus, id, &Position::default()) },
    }
}

/// The citation of each reading of an ambiguous citation; without the place if the document has no such place.
fn candidates(corpus: &Corpus, named: &NameTarget, reading: &CitationReading) -> Vec<String> {
    let id = match named {
        NameTarget::Plan(at) => {
            return corpus.plans.get(*at).map(|plan| format!("「{}」", plan.name)).into_iter().collect();
        }
        NameTarget::Document(id) => id,
    };
    match place_in(corpus, id, reading) {
        Resolution::Clause { position, .. } => written(corpus, id, &position).into_iter().collect(),
        Resolution::Gone { id: gone, .. } => written_of(corpus, id, &Placed::Gone(gone)).into_iter().collect(),
        Resolution::Ambiguous(all) => all,
        _ => written(corpus, id, &Position::default()).into_iter().collect(),
    }
}

/// The citation of the document whose title is most like the one in the text.
fn title_like(corpus: &Corpus, text: &str) -> Option<String> {
    let inside = text.find(['「', '『', '｢']).zip(text.rfind(['」', '』', '｣']));
    let title = match inside {
        Some((start, end)) if start < end => text[start..end].trim_start_matches(['「', '『', '｢']),
        _ => text.trim(),
    };
    let title_of = |document: &Document| title_in_citation(&title_of(document));
    let titles: Vec<String> = corpus.public.values().map(title_of).collect();
    let near = nearest(title, titles.iter().map(String::as_str))?;
    // A short title in a long text is there by chance.
    let (a, b) = (squeezed(near).chars().count(), squeezed(title).chars().count());
    (a.min(b) * 2 >= a.max(b)).then(|| format!("「{near}」"))
}

#[cfg(test)]
mod tests;
