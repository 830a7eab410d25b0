//! What was linked in the last run, and what it was linked with.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::face::{Face, Faces};
use super::links::Made;
use super::names::Names;
use super::outlook::Outlook;
use super::{Corpus, Early, Goal, title_of};
use crate::diagnostic::SourceFile;
use crate::policy::{Body, Document, DocumentId, Metadata, Organization, Plan, Site, Term};
use crate::recall::{LatestShared, Recall, RecallOne, Same};
use crate::source::Unread;

/// What was linked in the last run, each with all it was linked with.
#[derive(Debug, Default)]
pub struct Memory {
    faces: Recall<Same<Body>, Arc<Face>>,
    goals: Recall<Same<Body>, bool>,
    /// The faces by document: while one is equal it stays the same one.
    steady: BTreeMap<DocumentId, Arc<Face>>,
    all_faces: LatestShared<Faces>,
    pub(super) setting: LatestShared<Setting>,
    pub(super) names: RecallOne<Same<Setting>, Arc<Names>>,
    pub(super) linked: BTreeMap<DocumentId, Arc<Linked>>,
    pub(super) made: usize,
}

/// What all links depend on besides the texts: a change of it concerns every document.
#[derive(Debug, PartialEq)]
pub(super) struct Setting {
    site: Site,
    organizations: Vec<Organization>,
    plans: Vec<Plan>,
    terms: Vec<Term>,
    assets: BTreeSet<String>,
    unread: Unread,
    heads: Vec<Head>,
}

/// What is known of a document without its text.
#[derive(Debug, PartialEq)]
struct Head {
    id: DocumentId,
    path: String,
    meta: Arc<Metadata>,
    title: String,
    early: Option<Early>,
    is_public: bool,
}

/// A document with its references.
#[derive(Debug)]
pub(super) struct Linked {
    /// The text, with words for the references that have none.
    pub(super) body: Arc<Body>,
    pub(super) made: Arc<Made>,
    saw: Saw,
}

/// All that a document's references were found with.
#[derive(Debug, PartialEq)]
struct Saw {
    body: Same<Body>,
    source: Same<SourceFile>,
    setting: Same<Setting>,
    /// The places of documents to which it may lead.
    faces: Vec<(DocumentId, Option<Same<Face>>)>,
    /// The texts of documents whose clauses it names.
    named: Vec<(DocumentId, Option<Same<Body>>)>,
    /// The places of all documents, when it may lead to any.
    everywhere: Option<Same<Faces>>,
}

impl Memory {
    /// How many documents' references the last run had to look for.
    #[must_use]
    pub fn documents_linked(&self) -> usize {
        self.made
    }

    /// The documents with objectives in their texts.
    pub(super) fn with_goals<'a>(&mut self, documents: impl Iterator<Item = &'a Document>) -> BTreeSet<DocumentId> {
        let documents: Vec<&Document> = documents.collect();
        let wanted = documents.iter().map(|document| (document.id.0.as_str(), Same::of(&document.body), *document));
        let have = self.goals.each(wanted.collect(), |_, document| !Goal::of(document).is_empty());
        documents.iter().zip(have).filter(|(_, has)| *has).map(|(document, _)| document.id.clone()).collect()
    }

    /// The places of all documents.
    pub(super) fn faces<'a>(&mut self, documents: impl Iterator<Item = &'a Document>) -> Arc<Faces> {
        let documents: Vec<&Document> = documents.collect();
        let wanted = documents.iter().map(|document| (document.id.0.as_str(), Same::of(&document.body), *document));
        let faces = self.faces.each(wanted.collect(), |_, document| Arc::new(Face::of(&document.body)));
        let before = std::mem::take(&mut self.steady);
        let same = |(document, face): (&&Document, Arc<Face>)| {
            let known = before.get(&document.id).filter(|known| Arc::ptr_eq(known, &face) || ***known == *face);
            (document.id.clone(), known.map_or(face, Arc::clone))
        };
        let by_rank: Vec<(DocumentId, Arc<Face>)> = documents.iter().zip(faces).map(same).collect();
        self.steady = by_rank.iter().cloned().collect();
        self.all_faces.share(Faces::new(by_rank))
    }
}

impl Setting {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let head = |document: &Document| Head {
            id: document.id.clone(),
            path: document.source.path.clone(),
            meta: Arc::clone(&document.meta),
            title: title_of(document),
            early: corpus.early(document),
            is_public: corpus.public.contains_key(&document.id),
        };
        Self {
            site: corpus.site.clone(),
            organizations: corpus.organizations.clone(),
            plans: corpus.plans.clone(),
            terms: corpus.terms.clone(),
            assets: corpus.assets.clone(),
            unread: corpus.unread.clone(),
            heads: corpus.documents().map(head).collect(),
        }
    }
}

/// What the references of all documents are looked for in. The texts of its corpus are as they were typed.
pub(super) struct View<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) setting: &'a Arc<Setting>,
    pub(super) faces: &'a Arc<Faces>,
}

impl View<'_> {
    /// What a document sees that looks at the places of these documents and at the texts of those.
    fn saw(&self, document: &Document, outlook: &Outlook, named: BTreeSet<DocumentId>) -> Saw {
        let places = |id: &DocumentId| (id.clone(), self.faces.of(id).map(Same::of));
        let text = |id: DocumentId| {
            let body = self.corpus.document(&id).map(|document| Same::of(&document.body));
            (id, body)
        };
        Saw {
            body: Same::of(&document.body),
            source: Same::of(&document.source),
            setting: Same::of(self.setting),
            faces: outlook.documents.iter().map(places).collect(),
            named: named.into_iter().map(text).collect(),
            everywhere: outlook.is_everywhere.then(|| Same::of(self.faces)),
        }
    }

    /// Whether a document sees all that it saw.
    pub(super) fn is_as_it_was(&self, document: &Document, linked: &Linked) -> bool {
        let saw = &linked.saw;
        saw.body == Same::of(&document.body)
            && saw.source == Same::of(&document.source)
            && saw.setting == Same::of(self.setting)
            && saw.faces.iter().all(|(id, face)| *face == self.faces.of(id).map(Same::of))
            && saw
                .named
                .iter()
                .all(|(id, body)| *body == self.corpus.document(id).map(|document| Same::of(&document.body)))
            && saw.everywhere.as_ref().is_none_or(|all| *all == Same::of(self.faces))
    }

    /// A document whose text is now `body`, with its references and the documents whose clauses they name.
    pub(super) fn linked(
        &self,
        document: &Document,
        body: Arc<Body>,
        (made, named): (Made, BTreeSet<DocumentId>),
    ) -> Linked {
        let outlook = Outlook::of(self.corpus, document);
        Linked { body, made: Arc::new(made), saw: self.saw(document, &outlook, named) }
    }
}
