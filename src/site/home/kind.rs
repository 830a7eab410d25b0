//! The documents of the figure by kind, and which kinds they take up: by their `upper`, and by nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::corpus::{Corpus, Referent};
use crate::policy::{Document, DocumentId, Upper, title_in_citation};
use crate::site::link;

/// The kinds of the site, in its order; kinds it does not know come last.
pub(super) struct Kinds<'a> {
    pub(super) all: Vec<Kind<'a>>,
    places: BTreeMap<&'a str, usize>,
}

/// The documents of a kind, and what they say.
#[derive(Default)]
pub(super) struct Kind<'a> {
    pub(super) name: &'a str,
    pub(super) documents: Vec<&'a Document>,
    /// Documents that others name and that are not on this site.
    pub(super) absent: Vec<Absent>,
    /// Of each other kind that its documents take up: how many of them do.
    pub(super) above: BTreeMap<usize, usize>,
}

#[derive(Serialize, Clone)]
pub(super) struct Absent {
    title: String,
    file: Option<String>,
}

/// The site, and the documents in the figure.
struct Figure<'a> {
    corpus: &'a Corpus,
    ids: BTreeSet<&'a DocumentId>,
}

impl<'a> Kinds<'a> {
    pub(super) fn of(corpus: &'a Corpus, documents: &[&'a Document]) -> Self {
        let figure = Figure { corpus, ids: documents.iter().map(|document| &document.id).collect() };
        let mut kinds = Self { all: Vec::new(), places: BTreeMap::new() };
        for kind in &corpus.site.kinds {
            kinds.place(kind);
        }
        for document in documents {
            let own = kinds.place(&document.meta.kind.value);
            kinds.all[own].documents.push(document);
        }
        for document in documents {
            kinds.add_above(&figure, document);
        }
        kinds
    }

    fn place(&mut self, name: &'a str) -> usize {
        *self.places.entry(name).or_insert_with(|| {
            self.all.push(Kind { name, ..Kind::default() });
            self.all.len() - 1
        })
    }

    /// Adds what a document says that it takes up.
    fn add_above(&mut self, figure: &Figure<'a>, document: &'a Document) {
        let own = self.place(&document.meta.kind.value);
        let mut above = BTreeSet::new();
        for (upper, referent) in document.meta.upper.iter().zip(figure.corpus.links.upper(&document.id)) {
            let Some((kind, absent)) = figure.stands_in(&upper.value, referent.as_ref()) else { continue };
            let kind = self.place(kind);
            let known = &mut self.all[kind].absent;
            if let Some(absent) = absent.filter(|absent| known.iter().all(|known| known.title != absent.title)) {
                known.push(absent);
            }
            above.insert(kind);
        }
        above.remove(&own);
        for kind in above {
            *self.all[own].above.entry(kind).or_default() += 1;
        }
    }
}

impl Kind<'_> {
    pub(super) fn is_shown(&self) -> bool {
        !self.documents.is_empty() || !self.absent.is_empty()
    }
}

impl<'a> Figure<'a> {
    /// The kind of which an upper document is, where it stands in the figure; and the document itself if it is not on the site. A
    /// document of the site that is not in the figure is of another year, or not public.
    fn stands_in(&self, upper: &Upper, referent: Option<&Referent>) -> Option<(&'a str, Option<Absent>)> {
        let file = match referent {
            Some(Referent::Document(id)) => return Some((self.kind_of(id)?, None)),
            Some(Referent::Plan(id)) => Some(link::plan_file(id)),
            None => None,
            Some(Referent::Itself | Referent::Clause(..)) => return None,
        };
        let Upper::Title(title) = upper else { return None };
        Some((self.kind_in(title)?, Some(Absent { title: title_in_citation(title), file })))
    }

    /// The kind of a document in the figure; a version in another language is the document.
    fn kind_of(&self, id: &DocumentId) -> Option<&'a str> {
        let named = self.corpus.public.get(id)?;
        let id = named.meta.variant_of.as_ref().map_or(id, |original| &original.value);
        let document = self.corpus.public.get(id).filter(|_| self.ids.contains(id))?;
        Some(&document.meta.kind.value)
    }

    /// The kind a title ends with: the longest, since 市政運営の基本方針 is not 方針.
    fn kind_in(&self, title: &str) -> Option<&'a str> {
        let kinds = self.corpus.site.kinds.iter().map(String::as_str);
        kinds.filter(|kind| title.ends_with(kind)).max_by_key(|kind| kind.len())
    }
}
