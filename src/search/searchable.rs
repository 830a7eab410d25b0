//! The documents that can be searched, their order and the facets by which a search can be narrowed.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::policy::{Document, FiscalYear};

/// The public documents in the order in which hits are shown, newest first.
#[derive(Debug)]
pub struct SearchDocuments<'a> {
    /// By fiscal year, newest first; within a year by kind, in the order of the site's kinds, then by name.
    pub documents: Vec<&'a Document>,
    /// The facets of these documents.
    pub facets: Facets,
}

/// Values to which a search can be narrowed. Some public document has each of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Fiscal years, newest first.
    pub years: Vec<FiscalYear>,
    /// Kinds, in the order of the site's.
    pub kinds: Vec<String>,
    /// Departments, in the order of their registry.
    pub departments: Vec<DepartmentFacet>,
}

/// A department of the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartmentFacet {
    /// Its id.
    pub id: String,
    /// Its latest name.
    pub name: String,
}

/// The documents of a site that can be searched.
#[must_use]
pub fn searchable(corpus: &Corpus) -> SearchDocuments<'_> {
    let rank = |kind: &str| corpus.site.kinds.iter().position(|known| known == kind).unwrap_or(usize::MAX);
    let mut documents: Vec<&Document> = corpus.public.values().collect();
    documents.sort_by_key(|document| (Reverse(document.meta.fiscal_year.value), rank(&document.meta.kind.value)));
    let years: BTreeSet<_> = documents.iter().map(|document| Reverse(document.meta.fiscal_year.value)).collect();
    let kinds: BTreeSet<&str> = documents.iter().map(|document| &*document.meta.kind.value).collect();
    let mut kinds: Vec<String> = kinds.into_iter().map(str::to_owned).collect();
    kinds.sort_by_key(|kind| rank(kind));
    let ids: BTreeSet<&str> =
        documents.iter().filter_map(|document| Some(&*document.meta.organization.as_ref()?.value)).collect();
    let mut departments: Vec<DepartmentFacet> = Vec::new();
    for department in corpus.organizations.iter().filter(|department| ids.contains(&*department.id.value)) {
        match departments.iter_mut().find(|known| known.id == department.id.value) {
            Some(known) => known.name.clone_from(&department.name),
            None => {
                departments.push(DepartmentFacet { id: department.id.value.clone(), name: department.name.clone() });
            }
        }
    }
    SearchDocuments {
        documents,
        facets: Facets { years: years.into_iter().map(|year| year.0).collect(), kinds, departments },
    }
}
