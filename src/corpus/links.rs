//! Who refers to whom, in both directions.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;

use super::names::{Meaning, Named, Names, View};
use super::reference::{Mention, Problem, Referent, Via, find, with_links};
use super::{Corpus, day_of};
use crate::policy::{Document, DocumentId, Inline, Name, Upper};

/// All references of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    from: BTreeMap<DocumentId, Made>,
    to: BTreeMap<Referent, Vec<Backlink>>,
}

/// The references one document makes.
#[derive(Debug, Clone, PartialEq, Default)]
struct Made {
    /// In the order of the page.
    mentions: Vec<Mention>,
    /// Of those, the ones of a clause.
    by_clause: BTreeMap<Box<str>, Range<usize>>,
    problems: Vec<Problem>,
    /// What stands above it, for each entry of `upper`.
    upper: Vec<Option<Referent>>,
}

/// Someone who refers to a document, a clause or a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// The document that refers.
    pub document: DocumentId,
    /// Its clause, by position, or footnote (`fn1`); empty for the document as a whole.
    pub position: Box<str>,
    /// How.
    pub via: Via,
}

impl Links {
    /// Finds the references of all documents. Only public documents count as referring: what a draft says is nobody's
    /// business yet.
    pub(super) fn of(corpus: &Corpus) -> Self {
        let names = Names::of(corpus);
        let documents: Vec<&Document> = corpus.documents().collect();
        let found: Vec<Made> = documents.par_iter().map(|document| Made::of(corpus, &names, document)).collect();
        let mut links = Self::default();
        for (document, from) in documents.into_iter().zip(found) {
            if corpus.public.contains_key(&document.id) {
                links.add_backlinks(&document.id, &from);
            }
            links.from.insert(document.id.clone(), from);
        }
        links
    }

    /// The references a document makes, in the order of the page.
    #[must_use]
    pub fn mentions(&self, document: &DocumentId) -> &[Mention] {
        self.from.get(document).map_or(&[], |from| &from.mentions)
    }

    /// The references a clause makes, in the order of its text.
    #[must_use]
    pub fn mentions_in(&self, document: &DocumentId, position: &str) -> &[Mention] {
        let range = |from: &Made| from.by_clause.get(position).cloned();
        self.from.get(document).and_then(|from| from.mentions.get(range(from)?)).unwrap_or_default()
    }

    /// The references of a document that lead nowhere.
    #[must_use]
    pub fn problems(&self, document: &DocumentId) -> &[Problem] {
        self.from.get(document).map_or(&[], |from| &from.problems)
    }

    /// What stands above a document, for each entry of its `upper`: `None` where it is neither on the site nor in the registry.
    #[must_use]
    pub fn upper(&self, document: &DocumentId) -> &[Option<Referent>] {
        self.from.get(document).map_or(&[], |from| &from.upper)
    }

    /// Which public documents and clauses refer to something, in order, each once.
    #[must_use]
    pub fn referring_to(&self, referent: &Referent) -> &[Backlink] {
        self.to.get(referent).map_or(&[], Vec::as_slice)
    }

    /// Which clauses of a document are referred to, by position.
    pub fn clauses_referred_to<'a>(
        &'a self,
        document: &'a DocumentId,
    ) -> impl Iterator<Item = (&'a str, &'a [Backlink])> {
        let first = Referent::Clause(document.clone(), "".into());
        self.to.range(first..).map_while(move |(referent, backlinks)| match referent {
            Referent::Clause(id, position) if id == document => Some((&**position, backlinks.as_slice())),
            _ => None,
        })
    }

    /// The text of a clause (or of a cell, or a footnote's paragraph) with its references as links: what a page shows.
    /// Its plain text is that of `inlines`. `destination` says where a referent is found; without one it stays text.
    #[must_use]
    pub fn linked<'a>(
        &self,
        (document, position, part): (&DocumentId, &str, usize),
        inlines: &'a [Inline],
        mut destination: impl FnMut(&Referent) -> Option<String>,
    ) -> Cow<'a, [Inline]> {
        let mentions = self.mentions_in(document, position).iter();
        let own = mentions.filter(|mention| mention.part == part && mention.via != Via::Link);
        let ranges: Vec<(Range<usize>, String)> =
            own.filter_map(|mention| Some((mention.range.clone(), destination(&mention.referent)?))).collect();
        let is_plain = ranges.is_empty() && !inlines.iter().any(has_reference);
        if is_plain { Cow::Borrowed(inlines) } else { Cow::Owned(with_links(inlines, &ranges)) }
    }

    fn add_backlinks(&mut self, document: &DocumentId, from: &Made) {
        let uppers = from.upper.iter().flatten().map(|referent| (referent, Box::from(""), Via::Upper));
        let mentions = from.mentions.iter().map(|mention| (&mention.referent, mention.position.clone(), mention.via));
        for (referent, position, via) in uppers.chain(mentions) {
            if *referent == Referent::Itself {
                continue;
            }
            let all = self.to.entry(referent.clone()).or_default();
            // Mentions of one clause follow each other; a clause is listed once, however often it refers.
            let is_listed = all.last().is_some_and(|last| last.document == *document && last.position == position);
            if !is_listed {
                all.push(Backlink { document: document.clone(), position, via });
            }
        }
    }
}

impl Made {
    fn of(corpus: &Corpus, names: &Names, document: &Document) -> Self {
        let (mentions, problems) = find(corpus, names, document);
        let mut by_clause: BTreeMap<Box<str>, Range<usize>> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            by_clause.entry(mention.position.clone()).or_insert(at..at).end = at + 1;
        }
        Self { by_clause, problems, upper: uppers(corpus, names, document), mentions }
    }
}

fn uppers(corpus: &Corpus, names: &Names, document: &Document) -> Vec<Option<Referent>> {
    let sees_withheld = corpus.is_withheld(&document.id);
    let view = View { year: Some(document.meta.fiscal_year.value), day: day_of(&document.meta), sees_withheld };
    let referent = |upper: &Upper| match upper {
        Upper::Document(id) => {
            let is_seen = corpus.document(id).is_some() && (sees_withheld || !corpus.is_withheld(id));
            is_seen.then(|| Referent::Document(id.clone()))
        }
        Upper::Title(title) => match names.meaning(&Name::read(title), &view) {
            Meaning::One(Named::Document(id)) => Some(Referent::Document(id)),
            Meaning::One(Named::Plan(at)) => corpus.plans.get(at).map(|plan| Referent::Plan(plan.id.value.clone())),
            Meaning::Several(_) | Meaning::Withheld | Meaning::Unknown => None,
        },
    };
    document.meta.upper.iter().map(|upper| referent(&upper.value)).collect()
}

fn has_reference(inline: &Inline) -> bool {
    match inline {
        Inline::Reference(_) => true,
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => {
            inner.iter().any(has_reference)
        }
        _ => false,
    }
}
