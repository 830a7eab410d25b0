//! From a citation back to what it cites.

use super::ids::position_of;
use super::names::{Meaning, Named, Names, View};
use super::{Corpus, citation_at, places_of, title_of};
use crate::policy::{Citation, Document, DocumentId, Form, Found, Name, title_in_citation};
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
/// of the site; `r8/seisaku-keiei#s5-1`. Public documents only.
#[must_use]
pub fn cite(corpus: &Corpus, text: &str) -> Resolution {
    if let Some(found) = by_address(corpus, text) {
        return found;
    }
    let names = Names::of(corpus);
    let mut failure = None;
    for reading in Citation::readings(text) {
        match by_reading(corpus, &names, &reading) {
            Some(Resolution::NotFound { suggestion }) => {
                failure.get_or_insert(suggestion);
            }
            Some(found) => return found,
            None => {}
        }
    }
    let suggestion = failure.unwrap_or_else(|| title_like(corpus, text));
    Resolution::NotFound { suggestion }
}

/// `https://…/r8/seisaku-keiei/#s5-1`, `r8/seisaku-keiei#s5-1`, also by a former name of the document.
fn by_address(corpus: &Corpus, text: &str) -> Option<Resolution> {
    let text = text.trim();
    let path = text.strip_prefix(corpus.site.base_url.as_str()).unwrap_or(text);
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let named = DocumentId(path.trim_end_matches("index.html").trim_matches('/').to_owned());
    let document = corpus.public.get(corpus.renamed.get(&named).unwrap_or(&named))?;
    let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
        return Some(Resolution::Document(document.id.clone()));
    };
    Some(match position_of(corpus, &document.id, fragment) {
        Some(position) => Resolution::Clause { document: document.id.clone(), position },
        None => Resolution::NotFound { suggestion: written(corpus, &document.id, "") },
    })
}

/// `None` when there is no such title.
fn by_reading(corpus: &Corpus, names: &Names, reading: &Citation) -> Option<Resolution> {
    match names.meaning(&Name::read(&reading.title), &View::default()) {
        Meaning::Unknown | Meaning::Withheld => None,
        Meaning::One(Named::Document(id)) => Some(place_in(corpus, &id, &reading.place)),
        Meaning::One(Named::Plan(at)) => {
            let plan = corpus.plans.get(at)?;
            Some(match reading.place.is_empty() {
                true => Resolution::Plan(plan.id.value.clone()),
                false => Resolution::NotFound { suggestion: Some(format!("「{}」", plan.name)) },
            })
        }
        Meaning::Several(all) => Some(Resolution::Ambiguous(
            all.iter().flat_map(|named| candidates(corpus, named, &reading.place)).collect(),
        )),
    }
}

fn place_in(corpus: &Corpus, id: &DocumentId, place: &str) -> Resolution {
    if place.is_empty() {
        return Resolution::Document(id.clone());
    }
    let places = places_of(corpus, id);
    match places.find(place) {
        Found::One(found) => Resolution::Clause { document: id.clone(), position: found.position.clone() },
        Found::Several(all) => {
            Resolution::Ambiguous(all.iter().filter_map(|found| written(corpus, id, &found.position)).collect())
        }
        Found::Nothing => {
            let position = places.nearest(place).map_or("", |near| &near.position);
            Resolution::NotFound { suggestion: written(corpus, id, position) }
        }
    }
}

/// How each reading of an ambiguous citation would be written; without the place where there is none like it.
fn candidates(corpus: &Corpus, named: &Named, place: &str) -> Vec<String> {
    let id = match named {
        Named::Plan(at) => return corpus.plans.get(*at).map(|plan| format!("「{}」", plan.name)).into_iter().collect(),
        Named::Document(id) => id,
    };
    match place_in(corpus, id, place) {
        Resolution::Clause { position, .. } => written(corpus, id, &position).into_iter().collect(),
        Resolution::Ambiguous(all) => all,
        _ => written(corpus, id, "").into_iter().collect(),
    }
}

fn written(corpus: &Corpus, id: &DocumentId, position: &str) -> Option<String> {
    citation_at(corpus, id, position).map(|citation| citation.write(Form::Short))
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
    nearest(title, titles.iter().map(String::as_str)).map(|near| format!("「{near}」"))
}
