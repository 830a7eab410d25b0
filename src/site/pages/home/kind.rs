//! The documents of the figure by kind, and the kinds they take up. Only their `upper` decides that.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::corpus::{Corpus, Referent, title_of};
use crate::policy::{Document, DocumentId, Upper, title_in_citation};
use crate::site::frame::link;

/// The kinds of the site, in its order; kinds it does not know come last.
pub(super) struct DocumentKinds<'a> {
    pub(super) all: Vec<KindStep<'a>>,
    places: BTreeMap<&'a str, usize>,
}

/// The documents of a kind, and the documents they take up.
#[derive(Default)]
pub(super) struct KindStep<'a> {
    pub(super) name: &'a str,
    pub(super) documents: Vec<&'a Document>,
    /// Documents that others name and that are not on this site.
    pub(super) absent: Vec<AbsentDocument>,
    /// By kind: the papers of other kinds that its documents take up.
    pub(super) above: BTreeMap<usize, UpperPapers<'a>>,
}

/// The papers of a kind that the documents of another name.
#[derive(Default)]
pub(super) struct UpperPapers<'a> {
    papers: BTreeSet<Paper<'a>>,
    /// The number of times: each document names a paper once.
    times: usize,
}

/// A document in a step: one of the site, or the title of one that is not on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Paper<'a> {
    Absent(String),
    Document(&'a DocumentId),
}

/// Where an upper document stands.
struct UpperPaper<'a> {
    kind: &'a str,
    paper: Paper<'a>,
    /// Its page, if it is not on the site and has one.
    file: Option<String>,
}

#[derive(Serialize, Clone)]
pub(super) struct AbsentDocument {
    title: String,
    file: Option<String>,
}

/// The site, and the documents in the figure.
struct YearDocuments<'a> {
    corpus: &'a Corpus,
    ids: BTreeSet<&'a DocumentId>,
}

impl<'a> DocumentKinds<'a> {
    pub(super) fn of(corpus: &'a Corpus, documents: &[&'a Document]) -> Self {
        let figure = YearDocuments { corpus, ids: documents.iter().map(|document| &document.id).collect() };
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
            self.all.push(KindStep { name, ..KindStep::default() });
            self.all.len() - 1
        })
    }

    /// Adds the documents that a document takes up.
    fn add_above(&mut self, figure: &YearDocuments<'a>, document: &'a Document) {
        let own = self.place(&document.meta.kind.value);
        let mut above = BTreeSet::new();
        for (upper, referent) in document.meta.upper.iter().zip(figure.corpus.links.upper(&document.id)) {
            let Some(UpperPaper { kind, paper, file }) = figure.stands_in(&upper.value, referent.as_ref()) else {
                continue;
            };
            let kind = self.place(kind);
            let known = &mut self.all[kind].absent;
            if let Paper::Absent(title) = &paper
                && known.iter().all(|known| known.title != *title)
            {
                known.push(AbsentDocument { title: title.clone(), file });
            }
            above.insert((kind, paper));
        }
        for (kind, paper) in above.into_iter().filter(|(kind, _)| *kind != own) {
            let named = self.all[own].above.entry(kind).or_default();
            named.papers.insert(paper);
            named.times += 1;
        }
    }

    /// Whether every document of a kind names every paper of another.
    pub(super) fn all_name_all(&self, lower: usize, upper: usize) -> bool {
        let [lower, above] = [&self.all[lower], &self.all[upper]];
        let papers = above.documents.len() + above.absent.len();
        lower.above.get(&upper).is_some_and(|named| named.times == papers * lower.documents.len())
    }

    /// The titles of the papers of a kind that documents of another name, in the order in which they stand.
    pub(super) fn named(&self, lower: usize, upper: usize) -> Vec<String> {
        let Some(UpperPapers { papers, .. }) = self.all[lower].above.get(&upper) else { return Vec::new() };
        let KindStep { documents, absent, .. } = &self.all[upper];
        let absent = absent.iter().filter(|one| papers.contains(&Paper::Absent(one.title.clone())));
        let documents = documents.iter().filter(|document| papers.contains(&Paper::Document(&document.id)));
        absent.map(|one| one.title.clone()).chain(documents.map(|document| title_of(document))).collect()
    }
}

impl KindStep<'_> {
    pub(super) fn is_shown(&self) -> bool {
        !self.documents.is_empty() || !self.absent.is_empty()
    }
}

impl<'a> YearDocuments<'a> {
    /// Where an upper document stands in the figure. A document of the site that is not in it is of another year, or not public.
    fn stands_in(&self, upper: &Upper, referent: Option<&Referent>) -> Option<UpperPaper<'a>> {
        let file = match referent {
            Some(Referent::Document(id)) => {
                let document = self.document(id)?;
                let kind = &document.meta.kind.value;
                return Some(UpperPaper { kind, paper: Paper::Document(&document.id), file: None });
            }
            Some(Referent::Plan(id)) => Some(link::plan_file(id)),
            None => None,
            Some(
                Referent::Itself
                | Referent::Clause(..)
                | Referent::Department(_)
                | Referent::Law(_)
                | Referent::Term(_),
            ) => return None,
        };
        let Upper::Title(title) = upper else { return None };
        Some(UpperPaper { kind: self.kind_in(title)?, paper: Paper::Absent(title_in_citation(title)), file })
    }

    /// A document in the figure; a version in another language is the document.
    fn document(&self, id: &DocumentId) -> Option<&'a Document> {
        let named = self.corpus.public.get(id)?;
        let id = named.meta.variant_of.as_ref().map_or(id, |original| &original.value);
        self.corpus.public.get(id).filter(|_| self.ids.contains(id))
    }

    /// The kind a title ends with: the longest, since 市政運営の基本方針 is not 方針.
    fn kind_in(&self, title: &str) -> Option<&'a str> {
        let kinds = self.corpus.site.kinds.iter().map(String::as_str);
        kinds.filter(|kind| title.ends_with(kind)).max_by_key(|kind| kind.len())
    }
}
