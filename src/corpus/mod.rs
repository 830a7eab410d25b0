//! All documents together, and the destinations of their links.

mod address_table;
mod cascade;
mod cite;
mod copies;
mod dependencies;
mod document_links;
mod document_set;
mod early;
mod fragments;
mod heading_link;
mod link;
mod links;
mod memory;
mod names;
mod objectives;
mod own_address;
pub mod pages;
mod reference;
mod registered_names;
mod resolution;
mod resolve;
mod succession;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod variants;
mod versions;

pub use cascade::{
    Answers, Cascade, CascadeProblem, CascadeState, ClausePlace, Edge, Exempt, Origin, Suggestion, document_loops,
    suggest,
};
pub use cite::cite;
pub use copies::{Citable, Citer, Copies, citation_at, places_of, title_of};
pub use document_set::{DocumentSet, day_of};
pub use early::{Drafts, Early};
pub use link::{LinkInput, link};
pub use links::{Backlink, LinkState, Links};
pub use memory::CorpusMemory;
pub use objectives::{IndicatorPart, PlacedObjective};
pub use reference::{Mention, PlaceProblem, Problem, ProblemKind, Referent, Via};
pub use resolution::Resolution;
pub use resolve::{has_scheme, leads_outside, resolve};

use std::collections::BTreeSet;
use std::ops::Deref;

use crate::policy::{ClauseId, DocumentId, Fragment};

use succession::Succession;
use variants::Variants;

/// Everything a site is made of, linked: the documents, their references and the cascade. Made by [`link()`].
#[derive(Debug, Clone, PartialEq)]
pub struct Corpus {
    /// The documents, with words for the references that have none.
    documents: DocumentSet,
    /// Who refers to whom.
    pub links: Links,
    /// All relations between clauses and the clauses above them.
    pub cascade: Cascade,
    /// Addresses of pages that are no documents: `r8/`, and the empty one of the home page.
    pages: BTreeSet<String>,
    /// Ids of clauses of documents that were taken down.
    ids_taken_down: BTreeSet<ClauseId>,
}

/// A corpus is a document set that is linked.
impl Deref for Corpus {
    type Target = DocumentSet;

    fn deref(&self) -> &DocumentSet {
        &self.documents
    }
}

/// The destination of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site: a URL with a scheme, `mailto:` …, shown as it is.
    External,
    /// A document of this site, or a place in it.
    Document {
        /// The document.
        id: DocumentId,
        /// The place, without `#`.
        fragment: Option<Fragment>,
    },
    /// Another page of this site by its output path without a leading `/`: `r8/`; the home page has an empty one.
    Page(String),
    /// A file below `content/`, by path below it.
    Asset(String),
    /// A document that is not public.
    Withheld(DocumentId),
    /// Perhaps something that exists and could not be read.
    Unread,
    /// Nothing.
    Missing {
        /// The nearest destination that exists, written as the link would be.
        suggestion: Option<String>,
    },
}

impl Corpus {
    /// The same with only so many of the public documents, taken from all over: enough to try templates with, not to be
    /// published.
    #[must_use]
    pub fn sample(&self, count: usize) -> Self {
        let step = self.public.len().div_ceil(count.max(1)).max(1);
        let public = self.public.iter().step_by(step).map(|(id, document)| (id.clone(), document.clone())).collect();
        Self { documents: DocumentSet { public, ..self.documents.clone() }, ..self.clone() }
    }

    /// The addresses to which a link may lead besides documents and files; the home page has an empty one.
    #[must_use]
    pub fn pages(&self) -> &BTreeSet<String> {
        &self.pages
    }
}
