//! From a citation back to what it cites.

use super::names::{Meaning, Named, Names, View};
use super::versions::{Placed, Versions};
use super::{Corpus, citation_at, own_address, title_of};
use crate::japanese::squeezed;
use crate::policy::{
    Citation, CitationForm, CitationReading, Document, DocumentId, Name, Tombstone, title_in_citation,
};
use crate::source::nearest;

/// What a citation means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// A place of a public document, by position.
    Clause {
        /// The document.
        document: DocumentId,
        /// The position: `s5-1`.
        position: Box<str>,
    },
    /// A published clause that is gone.
    Gone {
        /// The document it stood in.
        document: DocumentId,
        /// Its permanent id.
        id: Box<str>,
    },
    /// A public document.
    Document(DocumentId),
    /// A plan of the registry, by id.
    Plan(String),
    /// Any of these, as they would be cited.
    Ambiguous(Vec<String>),
    /// Nothing.
    NotFound {
        /// The citation that was perhaps meant.
        suggestion: Option<String>,
    },
}

/// What a text cites: 「令和8年度政策経営部の運営方針」5(1), in any width, with or without 「」, short or in full; an address
/// of the site; `r8/seisaku-keiei#s5-1`; the id of a clause. Public documents only.
///
/// An address in the text decides: its id means one clause for ever. A citation with the date of an earlier version means the clause
/// that had the place then.
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

/// What was found by name, or the clause of the same document whose id stands in an address beside it.
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

/// `None` when there is no such title.
fn by_reading(corpus: &Corpus, names: &Names, reading: &CitationReading) -> Option<Resolution> {
    match names.meaning(&Name::read(&reading.title), &View::default()) {
        Meaning::Unknown | Meaning::Withheld => None,
        Meaning::One(Named::Document(id)) => Some(place_in(corpus, &id, reading)),
        Meaning::One(Named::Plan(at)) => {
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
        Placed::Nothing(near) => {
            Resolution::NotFound { suggestion: written(corpus, id, near.as_deref().unwrap_or_default()) }
        }
        Placed::UnknownVersion => Resolution::NotFound { suggestion: written(corpus, id, "") },
    }
}

/// How each reading of an ambiguous citation would be written; without the place where there is none like it.
fn candidates(corpus: &Corpus, named: &Named, reading: &CitationReading) -> Vec<String> {
    let id = match named {
        Named::Plan(at) => return corpus.plans.get(*at).map(|plan| format!("「{}」", plan.name)).into_iter().collect(),
        Named::Document(id) => id,
    };
    match place_in(corpus, id, reading) {
        Resolution::Clause { position, .. } => written(corpus, id, &position).into_iter().collect(),
        Resolution::Gone { id: gone, .. } => written_of(corpus, id, &Placed::Gone(gone)).into_iter().collect(),
        Resolution::Ambiguous(all) => all,
        _ => written(corpus, id, "").into_iter().collect(),
    }
}

pub(super) fn written(corpus: &Corpus, id: &DocumentId, position: &str) -> Option<String> {
    citation_at(corpus, id, position).map(|citation| citation.write(CitationForm::Short))
}

/// How one of several clauses is named: by its citation, or when it is gone by the address of its page.
pub(super) fn written_of(corpus: &Corpus, id: &DocumentId, placed: &Placed) -> Option<String> {
    match placed {
        Placed::Standing(position) => written(corpus, id, position),
        Placed::Gone(gone) => Some(format!("{}c/{gone}/", corpus.site.base_url)),
        Placed::Several(_) | Placed::Nothing(_) | Placed::UnknownVersion => None,
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
    // A short title that happens to stand in a long text was not meant.
    let (a, b) = (squeezed(near).chars().count(), squeezed(title).chars().count());
    (a.min(b) * 2 >= a.max(b)).then(|| format!("「{near}」"))
}

impl Corpus {
    /// The clauses that are gone, each with its document: of the public documents, then of those taken down.
    pub fn tombstones(&self) -> impl Iterator<Item = (&DocumentId, &Tombstone)> {
        let standing = self.public.values().map(|document| (&document.id, &document.body.addresses.tombstones));
        standing.chain(&self.taken_down).flat_map(|(of, gone)| gone.iter().map(move |gone| (of, gone)))
    }
}
