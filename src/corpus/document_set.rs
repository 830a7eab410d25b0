//! The documents of a site with its registries, as far as they are known before references are looked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use super::address_table::AddressTables;
use super::succession::Succession;
use super::variants::Variants;
use super::{Drafts, Early};
use crate::diagnostic::Diagnostics;
use crate::policy::{
    Body, ClauseId, Document, DocumentId, Metadata, Organization, Plan, Position, Site, SiteRelease, Term, Tombstone,
};
use crate::source::{Sidecar, Unread};

/// The documents of a site with its registries.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentSet {
    /// The site.
    pub site: Site,
    /// The moment for which it was decided which documents are public.
    pub now: Timestamp,
    /// The day of the build in the site's time zone: what is due before it is overdue.
    pub today: Date,
    /// The documents that are public now; with [`Drafts::Shown`], all. Only these may reach the output.
    pub public: BTreeMap<DocumentId, Document>,
    /// Drafts, approved and future documents: checked, never rendered, not even by name.
    pub withheld: BTreeMap<DocumentId, Document>,
    /// Those of the `public` documents that are shown before they are public.
    pub early: BTreeMap<DocumentId, Early>,
    /// Whether there can be such documents.
    pub drafts: Drafts,
    /// Sidecars by document.
    pub sidecars: BTreeMap<DocumentId, Sidecar>,
    /// The departments.
    pub organizations: Vec<Organization>,
    /// The plans.
    pub plans: Vec<Plan>,
    /// The terms.
    pub terms: Vec<Term>,
    /// Files below `content/` that are no documents, by path below it.
    pub assets: BTreeSet<String>,
    /// Files that exist and could not be read: links to them are not reported, and no site is made.
    pub unread: Unread,
    /// Former names of documents and their present ones.
    pub renamed: BTreeMap<DocumentId, DocumentId>,
    /// Documents that were taken down, with a tombstone for each clause.
    pub taken_down: BTreeMap<DocumentId, Vec<Tombstone>>,
    /// How the site stands to its releases.
    pub release: SiteRelease,
    /// Documents by the path of their file below `content/`.
    pub(super) files: BTreeMap<String, DocumentId>,
    /// The places of all documents.
    pub(super) addresses: Arc<AddressTables>,
    pub(super) variants: Variants,
    pub(super) succession: Succession,
    pub(super) with_objectives: BTreeSet<DocumentId>,
}

impl DocumentSet {
    /// A plan of the registry.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id.value == id)
    }

    /// A department by its id.
    #[must_use]
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|department| department.id.value == id)
    }

    /// A document, public or withheld.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.public.get(id).or_else(|| self.withheld.get(id))
    }

    /// The public documents without the examples, which nobody has decided.
    pub fn decided(&self) -> impl Iterator<Item = &Document> {
        self.public.values().filter(|document| !document.meta.example)
    }

    /// All documents, the withheld ones after the public ones: for checks, never for output.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.public.values().chain(self.withheld.values())
    }

    /// Sorts findings and applies the severities that the site has chosen. Severities are applied nowhere else.
    #[must_use]
    pub fn judged(&self, found: Diagnostics) -> Diagnostics {
        found.with_severities(&self.site.severities).sorted()
    }

    /// The public document in which the clause with a permanent id stands, and its position there. The clause may have got
    /// another id since.
    #[must_use]
    pub fn place_of(&self, id: &ClauseId) -> Option<(&DocumentId, &Position)> {
        let is_public = |(document, _): &(&DocumentId, &Position)| self.public.contains_key(*document);
        let own = self.addresses.clause_with_id(id).filter(is_public);
        own.or_else(|| self.addresses.clause_with_replaced_id(id).filter(is_public))
    }

    /// Whether a clause of a public document has this permanent id now.
    #[must_use]
    pub fn has_clause(&self, id: &ClauseId) -> bool {
        self.addresses.clause_with_id(id).is_some_and(|(document, _)| self.public.contains_key(document))
    }

    /// The clauses that are gone, each with its document: of the public documents, then of those taken down.
    pub fn tombstones(&self) -> impl Iterator<Item = (&DocumentId, &Tombstone)> {
        let standing = self.public.values().map(|document| (&document.id, &document.body.addresses.tombstones));
        standing.chain(&self.taken_down).flat_map(|(of, gone)| gone.iter().map(move |gone| (of, gone)))
    }

    /// Former names of public documents, each with the document. A name that a document has again is not a former one.
    #[must_use]
    pub fn former_names(&self) -> BTreeMap<&DocumentId, &Document> {
        let mut renamed = BTreeMap::new();
        for document in self.public.values() {
            renamed.extend(document.meta.aliases.iter().map(|alias| (&alias.value, document)));
        }
        for (former, now) in &self.renamed {
            renamed.extend(self.public.get(now).map(|document| (former, document)));
        }
        renamed.retain(|former, _| self.document(former).is_none());
        renamed
    }

    /// The same documents with these texts.
    pub(super) fn with_texts(mut self, mut texts: BTreeMap<DocumentId, Arc<Body>>) -> Self {
        for (id, document) in self.public.iter_mut().chain(&mut self.withheld) {
            if let Some(text) = texts.remove(id) {
                document.body = text;
            }
        }
        self
    }
}

/// The day a document speaks of: when it was issued or declared, else the first of its fiscal year.
#[must_use]
pub fn day_of(meta: &Metadata) -> Option<Date> {
    let written = meta.issued.as_ref().or(meta.declared.as_ref()).map(|date| date.value.date);
    written.or_else(|| Date::new(meta.fiscal_year.value.0, 4, 1).ok())
}

/// A path as it is below `content/`.
pub(super) fn content_path(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}
