//! All documents together, and what a link in one of them leads to.

mod cascade;
mod cite;
mod copies;
mod early;
mod face;
mod goals;
mod ids;
mod index;
mod link;
mod links;
mod memory;
mod names;
mod outlook;
mod own_address;
pub mod pages;
mod reference;
mod resolve;
mod succession;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod variants;
mod versions;

pub use cascade::{
    Answers, Cascade, ChainProblem, ClausePlace, Edge, Exempt, Fate, Origin, Suggestion, document_loops, suggest,
};
pub use cite::{Resolution, cite};
pub use copies::{Citer, Copies, Passage, citation_at, places_of, title_of};
pub use early::{Drafts, Early};
pub use goals::{Goal, Part};
pub use link::{link, link_remembered};
pub use links::{Backlink, Links, Standing};
pub use memory::Memory;
pub use reference::{Mention, PlaceProblem, Problem, ProblemKind, Referent, Via};
pub use resolve::{has_scheme, leads_outside, resolve};

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};

use crate::diagnostic::Diagnostics;
use crate::policy::{Document, DocumentId, Metadata, Organization, Plan, Site, Term, Tombstone};
use crate::source::{Sidecar, Unread};

use ids::Ids;
use index::Index;
use succession::Succession;
use variants::Variants;

/// Everything a site is made of, linked. Made by [`link()`].
#[derive(Debug, Clone, PartialEq)]
pub struct Corpus {
    /// The site.
    pub site: Site,
    /// The moment for which it was decided what is public.
    pub now: Timestamp,
    /// The documents that are public now; with [`Drafts::Shown`], all. Only these may reach the output.
    pub public: BTreeMap<DocumentId, Document>,
    /// Drafts, approved and future documents: checked, never rendered, not even by name.
    pub withheld: BTreeMap<DocumentId, Document>,
    /// Of the `public` documents those that are shown before they are.
    pub early: BTreeMap<DocumentId, Early>,
    /// Whether there can be such documents.
    pub drafts: Drafts,
    /// Sidecars by document.
    pub sidecars: BTreeMap<DocumentId, Sidecar>,
    /// The units.
    pub organizations: Vec<Organization>,
    /// The plans.
    pub plans: Vec<Plan>,
    /// The terms.
    pub terms: Vec<Term>,
    /// Files below `content/` that are no documents, by path below it.
    pub assets: BTreeSet<String>,
    /// What is there and could not be read: what leads to it is not reported, and no site is made.
    pub unread: Unread,
    /// The day of the build in the site's time zone: what is due before it is overdue.
    pub today: Date,
    /// Who refers to whom.
    pub links: Links,
    /// What takes up what, from the clauses above to those below.
    pub cascade: Cascade,
    /// Former names of documents and what they are called now. [`fn@link`] leaves it empty: it is the `address` room that knows.
    pub renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were taken down, with a tombstone for each clause; left empty likewise.
    pub taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
    /// What links can lead to.
    index: Index,
    /// Clauses with an id.
    ids: Ids,
    /// Documents that say the same.
    variants: Variants,
    /// Documents that replace others.
    succession: Succession,
    /// Documents with objectives.
    with_goals: BTreeSet<DocumentId>,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Somewhere else: a URL with a scheme, `mailto:` …, to be shown as it is.
    External,
    /// A document of this site, or a fragment in it.
    Document {
        /// Which.
        id: DocumentId,
        /// The fragment without `#`.
        fragment: Option<String>,
    },
    /// Another page of this site by its output path without a leading `/`: `r8/`; the home page has an empty one.
    Page(String),
    /// A file below `content/`, by path below it.
    Asset(String),
    /// A document that is not public.
    Withheld(DocumentId),
    /// Perhaps something that is there and could not be read.
    Unread,
    /// Nothing. Perhaps this was meant.
    Missing {
        /// The nearest destination that exists, written as the link would have to be.
        suggestion: Option<String>,
    },
}

impl Corpus {
    /// A plan of the registry.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id.value == id)
    }

    /// The same with only so many of the public documents, taken from all over: enough to try templates with, and nothing to be
    /// published.
    #[must_use]
    pub fn sample(&self, count: usize) -> Self {
        let step = self.public.len().div_ceil(count.max(1)).max(1);
        let public = self.public.iter().step_by(step).map(|(id, document)| (id.clone(), document.clone()));
        Self { public: public.collect(), ..self.clone() }
    }

    /// A document, public or withheld.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.public.get(id).or_else(|| self.withheld.get(id))
    }

    /// The public documents that somebody has decided: without the examples, which are nobody's news.
    pub fn decided(&self) -> impl Iterator<Item = &Document> {
        self.public.values().filter(|document| !document.meta.example)
    }

    /// Findings as they are told: sorted, with the severities the site has chosen. The one place where these are applied.
    #[must_use]
    pub fn judged(&self, found: Diagnostics) -> Diagnostics {
        found.with_severities(&self.site.severities).sorted()
    }

    /// All documents, the withheld ones after the public ones: for checks, never for output.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.public.values().chain(self.withheld.values())
    }
}

/// The day a document speaks of: when it was issued or declared, else the first of its fiscal year.
#[must_use]
pub fn day_of(meta: &Metadata) -> Option<Date> {
    let written = meta.issued.as_ref().or(meta.declared.as_ref()).map(|date| date.value.date);
    written.or_else(|| Date::new(meta.fiscal_year.value.0, 4, 1).ok())
}

#[cfg(test)]
mod cite_tests;
