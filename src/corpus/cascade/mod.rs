//! The chain from the clauses above to those below: who takes up which clause, with which, and what nobody took up.
//!
//! ```text
//! sidecars, objectives ─► targets resolved ─► Edge {lower, upper}  ─► upwards, downwards (public documents only)
//!                                        └► ChainProblem {what could not be resolved}
//! ```
//!
//! What is said of drafts is checked like everything else, and counts for nothing on a page.

mod answer;
mod loops;
mod suggest;
#[cfg(test)]
mod tests;

pub use answer::{Answers, Fate};
pub use suggest::{Suggestion, suggest};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::ids::position_of;
use super::reference::resolve_written;
use super::{Corpus, ProblemKind, Referent};
use crate::diagnostic::{Located, SourceFile, Span};
use crate::policy::{Document, DocumentId, Implements, Relation, Upper};
use loops::loops;

/// A clause, by where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClausePlace {
    /// The document.
    pub document: DocumentId,
    /// The position in it.
    pub position: Box<str>,
}

/// That one clause takes up another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The one that takes up.
    pub lower: ClausePlace,
    /// The one that is taken up.
    pub upper: ClausePlace,
    /// How.
    pub relation: Relation,
    /// Words both have.
    pub ground: Vec<Located<String>>,
    /// A remark.
    pub note: Option<String>,
    /// Whether the documents are of different years: then nothing follows from the one for the other, and the pair is for
    /// reference.
    pub years_differ: bool,
    /// Where it is said.
    pub origin: Origin,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Bytes of it.
    pub range: Range<usize>,
}

/// A clause above that a document says is not for it to take up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exempt {
    /// The document that says so.
    pub document: DocumentId,
    /// Why: 他部所管.
    pub reason: String,
}

/// A clause above that could not be found.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainProblem {
    /// Who names it.
    pub document: DocumentId,
    /// Where.
    pub origin: Origin,
    /// As written.
    pub written: String,
    /// Why it was not found.
    pub kind: ProblemKind,
}

/// All of it. Made by [`link()`](fn@super::link).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cascade {
    /// Those of drafts as well, in the order of documents and files.
    edges: Vec<Edge>,
    /// Edges between public clauses by the lower one: indices into `edges`.
    up: ByPlace<usize>,
    /// The same by the upper one.
    down: ByPlace<usize>,
    /// Of public documents only.
    exempt: ByPlace<Exempt>,
    problems: Vec<ChainProblem>,
}

/// A document, the file that speaks, and the position it speaks of.
type Speaker<'a> = (&'a Document, &'a Arc<SourceFile>, &'a str);

/// Something by the clause it is about: document, then position, so that nothing has to be copied to look.
#[derive(Debug, Clone, PartialEq)]
struct ByPlace<T>(BTreeMap<DocumentId, BTreeMap<Box<str>, Vec<T>>>);

impl<T> Default for ByPlace<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> ByPlace<T> {
    fn add(&mut self, place: &ClausePlace, value: T) {
        self.0.entry(place.document.clone()).or_default().entry(place.position.clone()).or_default().push(value);
    }

    fn at(&self, document: &DocumentId, position: &str) -> &[T] {
        self.0.get(document).and_then(|all| all.get(position)).map_or(&[], Vec::as_slice)
    }
}

impl Cascade {
    /// Resolves what the documents say.
    pub(super) fn of(corpus: &Corpus) -> Self {
        let mut cascade = Self::default();
        for document in corpus.documents() {
            cascade.add_sidecar(corpus, document);
            if !corpus.has_goals(&document.id) {
                continue;
            }
            document.body.each_clause(|clause| {
                for implements in clause.objective.iter().flat_map(|objective| &objective.implements) {
                    cascade.add(corpus, (document, &document.source, &clause.position), implements);
                }
            });
        }
        for (at, edge) in cascade.edges.iter().enumerate() {
            let is_public = |place: &ClausePlace| corpus.public.contains_key(&place.document);
            if is_public(&edge.lower) && is_public(&edge.upper) {
                cascade.up.add(&edge.lower, at);
                cascade.down.add(&edge.upper, at);
            }
        }
        cascade
    }

    /// Every edge, those of drafts as well: for checks, never for output.
    #[must_use]
    pub fn all(&self) -> &[Edge] {
        &self.edges
    }

    /// Edges between public clauses, by the lower clause.
    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.up.0.values().flat_map(BTreeMap::values).flatten().map(|at| &self.edges[*at])
    }

    /// What a clause takes up.
    pub fn upward(&self, document: &DocumentId, position: &str) -> impl ExactSizeIterator<Item = &Edge> + use<'_> {
        self.up.at(document, position).iter().map(|at| &self.edges[*at])
    }

    /// What takes a clause up.
    pub fn downward(&self, document: &DocumentId, position: &str) -> impl ExactSizeIterator<Item = &Edge> + use<'_> {
        self.down.at(document, position).iter().map(|at| &self.edges[*at])
    }

    /// Which documents say that a clause is not for them.
    #[must_use]
    pub fn exempt(&self, document: &DocumentId, position: &str) -> &[Exempt] {
        self.exempt.at(document, position)
    }

    /// Documents with clauses of which another says that they are not for it, and that other.
    pub(super) fn exempted(&self) -> impl Iterator<Item = (&DocumentId, &DocumentId)> {
        self.exempt
            .0
            .iter()
            .flat_map(|(upper, all)| all.values().flatten().map(move |exempt| (upper, &exempt.document)))
    }

    /// The clauses of a public document that take up another public one's, by position.
    pub fn taking_up(&self, document: &DocumentId) -> impl Iterator<Item = &str> {
        self.up.0.get(document).into_iter().flat_map(BTreeMap::keys).map(|position| &**position)
    }

    /// Whether clauses of a public document are taken up, or said to be for others.
    #[must_use]
    pub fn is_upper(&self, document: &DocumentId) -> bool {
        self.down.0.contains_key(document) || self.exempt.0.contains_key(document)
    }

    /// Whether clauses of a public document take something up.
    #[must_use]
    pub fn is_lower(&self, document: &DocumentId) -> bool {
        self.up.0.contains_key(document)
    }

    /// The public documents of the chain.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<&DocumentId> {
        self.up.0.keys().chain(self.down.0.keys()).chain(self.exempt.0.keys()).collect()
    }

    /// Clauses above that could not be found.
    #[must_use]
    pub fn problems(&self) -> &[ChainProblem] {
        &self.problems
    }

    /// Chains of clauses that lead back to their start, each as its edges.
    #[must_use]
    pub fn loops(&self) -> Vec<Vec<&Edge>> {
        let mut next: BTreeMap<&ClausePlace, Vec<(&ClausePlace, &Edge)>> = BTreeMap::new();
        for edge in &self.edges {
            next.entry(&edge.lower).or_default().push((&edge.upper, edge));
        }
        loops(&next)
    }

    fn add_sidecar(&mut self, corpus: &Corpus, document: &Document) {
        let Some((sidecar, file)) = corpus.sidecars.get(&document.id).and_then(|it| Some((it, it.source.as_ref()?)))
        else {
            return;
        };
        for (clause, notes) in sidecar.clauses.iter().filter(|(_, notes)| !notes.implements.is_empty()) {
            // A clause that is not there is told by the lint of sidecars.
            let Some(position) = position_of(corpus, &document.id, &clause.value) else { continue };
            for implements in &notes.implements {
                self.add(corpus, (document, file, &position), implements);
            }
        }
        for exempt in &sidecar.not_applicable {
            let Some(place) = self.resolved(corpus, (document, file), &exempt.clause) else { continue };
            if corpus.public.contains_key(&document.id) && corpus.public.contains_key(&place.document) {
                let exempt = Exempt { document: document.id.clone(), reason: exempt.reason.clone() };
                self.exempt.add(&place, exempt);
            }
        }
    }

    /// Adds what is said of the clause at a position of a document, in a file.
    fn add(&mut self, corpus: &Corpus, (document, file, position): Speaker<'_>, said: &Implements) {
        let from = (document, file);
        let Some(upper) = self.resolved(corpus, from, &said.clause) else { return };
        let year = |id: &DocumentId| corpus.document(id).map(|document| document.meta.fiscal_year.value);
        self.edges.push(Edge {
            years_differ: year(&upper.document) != Some(document.meta.fiscal_year.value),
            lower: ClausePlace { document: document.id.clone(), position: position.into() },
            upper,
            relation: said.relation,
            ground: said.ground.clone(),
            note: said.note.clone(),
            origin: Origin { file: Arc::clone(file), range: said.clause.range.clone() },
        });
    }

    /// The clause that is named; what is no clause is noted as a problem.
    fn resolved(
        &mut self,
        corpus: &Corpus,
        (document, file): (&Document, &Arc<SourceFile>),
        written: &Located<String>,
    ) -> Option<ClausePlace> {
        let kind = match resolve_written(corpus, document, written.value.trim()) {
            Ok(Referent::Clause(document, position)) => return Some(ClausePlace { document, position }),
            Ok(_) => ProblemKind::Dangling(None),
            Err(kind) => kind,
        };
        let origin = Origin { file: Arc::clone(file), range: written.range.clone() };
        self.problems.push(ChainProblem {
            document: document.id.clone(),
            origin,
            written: written.value.clone(),
            kind,
        });
        None
    }
}

impl Origin {
    /// The place for a finding.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(&self.file, self.range.clone())
    }
}

/// Chains of documents that lead back to their start by `upper`, each as documents.
#[must_use]
pub fn document_loops(corpus: &Corpus) -> Vec<Vec<&Document>> {
    let mut next: BTreeMap<&DocumentId, Vec<(&DocumentId, &Document)>> = BTreeMap::new();
    for document in corpus.documents() {
        for upper in &document.meta.upper {
            if let Upper::Document(id) = &upper.value
                && let Some(above) = corpus.document(id)
            {
                next.entry(&document.id).or_default().push((&above.id, document));
            }
        }
    }
    loops(&next)
}
