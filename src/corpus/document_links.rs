//! The references that one document makes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::names::{Meaning, NameContext, NameTarget, Names};
use super::reference::{Mention, Problem, Referent, find};
use super::{DocumentSet, day_of};
use crate::policy::{Document, DocumentId, Name, Position, Upper};

/// The references that one document makes.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct DocumentLinks {
    /// In the order of the page.
    pub(super) mentions: Vec<Mention>,
    /// The mentions of each clause.
    by_clause: BTreeMap<Position, Range<usize>>,
    pub(super) problems: Vec<Problem>,
    /// The document or plan above it, for each entry of `upper`.
    pub(super) upper: Vec<Option<Referent>>,
}

impl DocumentLinks {
    /// The references of a document, and the documents whose clauses it names.
    pub(super) fn of(documents: &DocumentSet, names: &Names, document: &Document) -> (Self, BTreeSet<DocumentId>) {
        let (mentions, problems, named) = find(documents, names, document);
        let mut by_clause: BTreeMap<Position, Range<usize>> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            by_clause.entry(mention.position.clone()).or_insert(at..at).end = at + 1;
        }
        (Self { by_clause, problems, upper: uppers(documents, names, document), mentions }, named)
    }

    /// The references of a clause, in the order of its text.
    pub(super) fn mentions_in(&self, position: &Position) -> &[Mention] {
        self.by_clause.get(position).and_then(|range| self.mentions.get(range.clone())).unwrap_or_default()
    }
}

fn uppers(documents: &DocumentSet, names: &Names, document: &Document) -> Vec<Option<Referent>> {
    let sees_withheld = documents.is_withheld(&document.id);
    let context =
        NameContext { year: Some(document.meta.fiscal_year.value), day: day_of(&document.meta), sees_withheld };
    let referent = |upper: &Upper| match upper {
        Upper::Document(id) => {
            let is_seen = documents.document(id).is_some() && (sees_withheld || !documents.is_withheld(id));
            is_seen.then(|| Referent::Document(id.clone()))
        }
        Upper::Title(title) => match names.meaning(&Name::read(title), &context) {
            Meaning::One(NameTarget::Document(id)) => Some(Referent::Document(id)),
            Meaning::One(NameTarget::Plan(at)) => {
                documents.plans.get(at).map(|plan| Referent::Plan(plan.id.value.clone()))
            }
            Meaning::Several(_) | Meaning::Withheld | Meaning::Unknown => None,
        },
    };
    document.meta.upper.iter().map(|upper| referent(&upper.value)).collect()
}
