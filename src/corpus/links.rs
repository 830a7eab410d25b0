//! Who refers to whom, in both directions.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::face::Faces;
use super::memory::{Linked, Memory, Setting, View};
use super::names::{self, Meaning, Named, Names};
use super::reference::{Mention, Problem, Referent, Via, filled, find, with_links};
use super::{Corpus, day_of};
use crate::policy::{Document, DocumentId, Inline, Name, Upper};
use crate::recall::Same;

/// All references of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    from: BTreeMap<DocumentId, Arc<Made>>,
    to: BTreeMap<Referent, Vec<Backlink>>,
}

/// The references one document makes.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Made {
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
    /// Finds the references of all documents, and gives those without words some. Only public documents count as referring: what
    /// a draft says is nobody's business yet. A document that sees the same as the last time is not looked through again.
    pub(super) fn find(corpus: &mut Corpus, faces: &Arc<Faces>, memory: &mut Memory) {
        let setting = memory.setting.share(Setting::of(corpus));
        let mut before = std::mem::take(&mut memory.linked);
        let view = View { corpus, setting: &setting, faces };
        let known =
            |document: &Document| before.remove(&document.id).filter(|linked| view.is_as_it_was(document, linked));
        let known: Vec<Option<Arc<Linked>>> = corpus.documents().map(known).collect();
        memory.made = known.iter().filter(|linked| linked.is_none()).count();
        let documents: Vec<(&Document, Option<Arc<Linked>>)> = corpus.documents().zip(known).collect();
        let names = memory.names.get(Same::of(&setting), |_| Arc::new(Names::of(corpus)));
        let link = |(document, known): (&Document, Option<Arc<Linked>>)| {
            (document.id.clone(), known.unwrap_or_else(|| Arc::new(linked(&view, &names, document))))
        };
        let linked: Vec<(DocumentId, Arc<Linked>)> = if memory.made < 2 {
            documents.into_iter().map(link).collect()
        } else {
            documents.into_par_iter().map(link).collect()
        };
        let mut links = Self::default();
        for (id, linked) in &linked {
            if corpus.public.contains_key(id) {
                links.add_backlinks(id, &linked.made);
            }
            links.from.insert(id.clone(), Arc::clone(&linked.made));
        }
        for (id, linked) in &linked {
            if let Some(document) = corpus.public.get_mut(id).or(corpus.withheld.get_mut(id)) {
                document.body = Arc::clone(&linked.body);
            }
        }
        memory.linked = linked.into_iter().collect();
        corpus.links = links;
    }

    /// Stands for all that the references of a document were found with, and with it for whatever depends on nothing else:
    /// another when any of it is other.
    #[must_use]
    pub fn standing(&self, document: &DocumentId) -> Option<Standing> {
        self.from.get(document).map(|made| Standing(Same::of(made)))
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

/// See [`Links::standing`].
#[derive(Debug, Clone, PartialEq)]
pub struct Standing(Same<Made>);

fn linked(view: &View<'_>, names: &Names, document: &Document) -> Linked {
    let (filled, mut named) = filled(view.corpus, document);
    let document_filled = Document { body: filled, ..document.clone() };
    let (made, named_in_text) = Made::of(view.corpus, names, &document_filled);
    named.extend(named_in_text);
    view.linked(document, document_filled.body, (made, named))
}

impl Made {
    /// The references of a document, and the documents whose places were asked for.
    fn of(corpus: &Corpus, names: &Names, document: &Document) -> (Self, BTreeSet<DocumentId>) {
        let (mentions, problems, named) = find(corpus, names, document);
        let mut by_clause: BTreeMap<Box<str>, Range<usize>> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            by_clause.entry(mention.position.clone()).or_insert(at..at).end = at + 1;
        }
        (Self { by_clause, problems, upper: uppers(corpus, names, document), mentions }, named)
    }
}

fn uppers(corpus: &Corpus, names: &Names, document: &Document) -> Vec<Option<Referent>> {
    let sees_withheld = corpus.is_withheld(&document.id);
    let view = names::View { year: Some(document.meta.fiscal_year.value), day: day_of(&document.meta), sees_withheld };
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
