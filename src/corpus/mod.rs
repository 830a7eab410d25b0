//! All documents together, and what a link in one of them leads to.

mod index;
mod link;
mod resolve;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use index::{FEED, NOT_FOUND, ROBOTS, SITEMAP};
pub use link::link;
pub use resolve::{has_scheme, leads_outside, resolve};

use std::collections::{BTreeMap, BTreeSet};

use crate::policy::{Document, DocumentId, Organization, Plan, Site, Term};
use crate::source::Sidecar;

use index::Index;

/// Everything a site is made of, linked. Made by [`link()`].
#[derive(Debug, Clone, PartialEq)]
pub struct Corpus {
    /// The site.
    pub site: Site,
    /// The documents that are public now. Only these may reach the output.
    pub public: BTreeMap<DocumentId, Document>,
    /// Drafts, approved and future documents: checked, never rendered, not even by name.
    pub withheld: BTreeMap<DocumentId, Document>,
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
    /// What links can lead to.
    index: Index,
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
    /// Nothing. Perhaps this was meant.
    Missing {
        /// The nearest destination that exists, written as the link would have to be.
        suggestion: Option<String>,
    },
}

impl Corpus {
    /// A document, public or withheld.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.public.get(id).or_else(|| self.withheld.get(id))
    }

    /// All documents, the withheld ones after the public ones: for checks, never for output.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.public.values().chain(self.withheld.values())
    }
}
