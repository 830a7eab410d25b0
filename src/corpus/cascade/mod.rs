//! The cascade: which clause takes up which clause above, and which clauses no clause takes up.
//!
//! ```text
//! sidecars, objectives ─► targets resolved ─► Edge {lower, upper}  ─► upwards, downwards (public documents only)
//!                                        └► CascadeProblem {a target that was not found}
//! ```
//!
//! Edges of drafts are checked like all others, but appear on no page.

mod answer;
mod loops;
mod suggest;
#[cfg(test)]
mod tests;

pub use answer::{Answers, CascadeState};
pub use suggest::{Suggestion, suggest};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::reference::resolve_written;
use super::{DocumentSet, ProblemKind, Referent};
use crate::diagnostic::{Located, SourceFile, Span};
use crate::policy::{Document, DocumentId, Fragment, Implements, Position, Relation, Upper};
use loops::loops;

/// The place of a clause.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClausePlace {
    /// The document.
    pub document: DocumentId,
    /// The position in the document.
    pub position: Position,
}

/// One clause takes up another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The clause that takes up.
    pub lower: ClausePlace,
    /// The clause that is taken up.
    pub upper: ClausePlace,
    /// How it takes it up.
    pub relation: Relation,
    /// Words that stand in both clauses.
    pub ground: Vec<Located<String>>,
    /// A remark of the author.
    pub note: Option<String>,
    /// Whether the documents are of different fiscal years. Then neither binds the other, and the pair is for reference.
    pub years_differ: bool,
    /// Where it is stated.
    pub origin: Origin,
}

/// Where something is stated.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The document's file or its sidecar.
    pub file: Arc<SourceFile>,
    /// Bytes of the file.
    pub range: Range<usize>,
}

/// A document that does not have to take up a clause above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exempt {
    /// The document that says so.
    pub document: DocumentId,
    /// The reason: 他部所管.
    pub reason: String,
}

/// A clause above that could not be found.
#[derive(Debug, Clone, PartialEq)]
pub struct CascadeProblem {
    /// The document that names it.
    pub document: DocumentId,
    /// Where it is named.
    pub origin: Origin,
    /// The name as written.
    pub written: String,
    /// Why it was not found.
    pub kind: ProblemKind,
}

/// All relations between clauses and the clauses above them. Made by [`link()`](fn@super::link).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cascade {
    /// All edges, those of drafts included, in the order of documents and files.
    edges: Vec<Edge>,
    /// Edges between public clauses by the lower one: indices into `edges`.
    up: ByPlace<usize>,
    /// Edges between public clauses by the upper one.
    down: ByPlace<usize>,
    /// Exempt public documents by the upper clause.
    exempt: ByPlace<Exempt>,
    problems: Vec<CascadeProblem>,
}

/// The file in which something is stated for a document: its own, or the sidecar.
#[derive(Clone, Copy)]
struct Statement<'a> {
    document: &'a Document,
    file: &'a Arc<SourceFile>,
}

/// Values by clause: by document, then by position, so that a lookup copies nothing.
#[derive(Debug, Clone, PartialEq)]
struct ByPlace<T>(BTreeMap<DocumentId, BTreeMap<Position, Vec<T>>>);

impl<T> Default for ByPlace<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> ByPlace<T> {
    fn add(&mut self, place: &ClausePlace, value: T) {
        self.0.entry(place.document.clone()).or_default().entry(place.position.clone()).or_default().push(value);
    }

    fn at(&self, document: &DocumentId, position: &Position) -> &[T] {
        self.0.get(document).and_then(|all| all.get(position)).map_or(&[], Vec::as_slice)
    }
}

impl Cascade {
    /// Resolves the statements of all documents.
    pub(super) fn of(documents: &DocumentSet) -> Self {
        let mut cascade = Self::default();
        for document in documents.documents() {
            cascade.add_sidecar(documents, document);
            if !documents.has_objectives(&document.id) {
                continue;
            }
            document.body.each_clause(|clause| {
                for implements in clause.objective.iter().flat_map(|objective| &objective.implements) {
                    let statement = Statement { document, file: &document.source };
                    cascade.add(documents, statement, &clause.position, implements);
                }
            });
        }
        for (at, edge) in cascade.edges.iter().enumerate() {
            let is_public = |place: &ClausePlace| documents.public.contains_key(&place.document);
            if is_public(&edge.lower) && is_public(&edge.upper) {
                cascade.up.add(&edge.lower, at);
                cascade.down.add(&edge.upper, at);
            }
        }
        cascade
    }

    /// All edges, those of drafts included: for checks, never for output.
    #[must_use]
    pub fn all(&self) -> &[Edge] {
        &self.edges
    }

    /// Edges between public clauses, by the lower clause.
    pub fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.up.0.values().flat_map(BTreeMap::values).flatten().map(|at| &self.edges[*at])
    }

    /// The edges to the clauses that a clause takes up.
    pub fn upward(&self, document: &DocumentId, position: &Position) -> impl ExactSizeIterator<Item = &Edge> + use<'_> {
        self.up.at(document, position).iter().map(|at| &self.edges[*at])
    }

    /// The edges from the clauses that take a clause up.
    pub fn downward(
        &self,
        document: &DocumentId,
        position: &Position,
    ) -> impl ExactSizeIterator<Item = &Edge> + use<'_> {
        self.down.at(document, position).iter().map(|at| &self.edges[*at])
    }

    /// The documents that do not have to take up a clause.
    #[must_use]
    pub fn exempt(&self, document: &DocumentId, position: &Position) -> &[Exempt] {
        self.exempt.at(document, position)
    }

    /// Documents with clauses that another document does not have to take up, and that other.
    pub(super) fn exempted(&self) -> impl Iterator<Item = (&DocumentId, &DocumentId)> {
        self.exempt
            .0
            .iter()
            .flat_map(|(upper, all)| all.values().flatten().map(move |exempt| (upper, &exempt.document)))
    }

    /// The clauses of a public document that take up another public one's, by position.
    pub fn taking_up(&self, document: &DocumentId) -> impl Iterator<Item = &Position> {
        self.up.0.get(document).into_iter().flat_map(BTreeMap::keys)
    }

    /// Whether a clause of a public document is taken up, or another document is exempt from it.
    #[must_use]
    pub fn is_upper(&self, document: &DocumentId) -> bool {
        self.down.0.contains_key(document) || self.exempt.0.contains_key(document)
    }

    /// Whether a clause of a public document takes up another.
    #[must_use]
    pub fn is_lower(&self, document: &DocumentId) -> bool {
        self.up.0.contains_key(document)
    }

    /// The public documents of the cascade.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<&DocumentId> {
        self.up.0.keys().chain(self.down.0.keys()).chain(self.exempt.0.keys()).collect()
    }

    /// Clauses above that could not be found.
    #[must_use]
    pub fn problems(&self) -> &[CascadeProblem] {
        &self.problems
    }

    /// The loops of clauses, each as its edges.
    #[must_use]
    pub fn loops(&self) -> Vec<Vec<&Edge>> {
        let mut next: BTreeMap<&ClausePlace, Vec<(&ClausePlace, &Edge)>> = BTreeMap::new();
        for edge in &self.edges {
            next.entry(&edge.lower).or_default().push((&edge.upper, edge));
        }
        loops(&next)
    }

    fn add_sidecar(&mut self, documents: &DocumentSet, document: &Document) {
        let Some((sidecar, file)) = documents.sidecars.get(&document.id).and_then(|it| Some((it, it.source.as_ref()?)))
        else {
            return;
        };
        let statement = Statement { document, file };
        for (clause, notes) in sidecar.clauses.iter().filter(|(_, notes)| !notes.implements.is_empty()) {
            // The lint of sidecars reports a clause that does not exist.
            let Some(position) = documents.addresses.position_of(&document.id, &Fragment::new(clause.value.as_str()))
            else {
                continue;
            };
            for implements in &notes.implements {
                self.add(documents, statement, &position, implements);
            }
        }
        for exempt in &sidecar.not_applicable {
            let Some(place) = self.resolved(documents, statement, &exempt.clause) else { continue };
            if documents.public.contains_key(&document.id) && documents.public.contains_key(&place.document) {
                let exempt = Exempt { document: document.id.clone(), reason: exempt.reason.clone() };
                self.exempt.add(&place, exempt);
            }
        }
    }

    /// Adds the edge that is stated for the clause at a position of the document.
    fn add(&mut self, documents: &DocumentSet, statement: Statement<'_>, position: &Position, said: &Implements) {
        let Statement { document, file } = statement;
        let Some(upper) = self.resolved(documents, statement, &said.clause) else { return };
        let year = |id: &DocumentId| documents.document(id).map(|document| document.meta.fiscal_year.value);
        self.edges.push(Edge {
            years_differ: year(&upper.document) != Some(document.meta.fiscal_year.value),
            lower: ClausePlace { document: document.id.clone(), position: position.clone() },
            upper,
            relation: said.relation,
            ground: said.ground.clone(),
            note: said.note.clone(),
            origin: Origin { file: Arc::clone(file), range: said.clause.range.clone() },
        });
    }

    /// The clause that is named. If there is none, a problem is added.
    fn resolved(
        &mut self,
        documents: &DocumentSet,
        statement: Statement<'_>,
        written: &Located<String>,
    ) -> Option<ClausePlace> {
        let Statement { document, file } = statement;
        let kind = match resolve_written(documents, document, written.value.trim()) {
            Ok(Referent::Clause(document, position)) => return Some(ClausePlace { document, position }),
            Ok(_) => ProblemKind::Dangling(None),
            Err(kind) => kind,
        };
        let origin = Origin { file: Arc::clone(file), range: written.range.clone() };
        self.problems.push(CascadeProblem {
            document: document.id.clone(),
            origin,
            written: written.value.clone(),
            kind,
        });
        None
    }
}

impl Origin {
    /// The same as the place of a finding.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(&self.file, self.range.clone())
    }
}

/// The loops of documents by `upper`, each as its documents.
#[must_use]
pub fn document_loops(documents: &DocumentSet) -> Vec<Vec<&Document>> {
    let mut next: BTreeMap<&DocumentId, Vec<(&DocumentId, &Document)>> = BTreeMap::new();
    for document in documents.documents() {
        for upper in &document.meta.upper {
            if let Upper::Document(id) = &upper.value
                && let Some(above) = documents.document(id)
            {
                next.entry(&document.id).or_default().push((&above.id, document));
            }
        }
    }
    loops(&next)
}
