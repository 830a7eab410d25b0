//! Which documents are indexed, in which order, and by what they can be told apart.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::policy::{Document, FiscalYear};

/// The public documents, newest first: hits are shown in this order.
#[derive(Debug)]
pub struct Roster<'a> {
    /// By fiscal year, newest first; within a year by kind, in the order of the site's kinds, then by name.
    pub documents: Vec<&'a Document>,
    /// What a search can be narrowed to.
    pub facets: Facets,
}

/// What a search can be narrowed to: only what some public document has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Fiscal years, newest first.
    pub years: Vec<FiscalYear>,
    /// Kinds, in the order of the site's.
    pub kinds: Vec<String>,
    /// Units, in the order of their register.
    pub units: Vec<Unit>,
}

/// A unit of the city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: String,
    /// Its name; the latest one where it has had several.
    pub name: String,
}

/// The documents of a site that can be searched.
#[must_use]
pub fn roster(corpus: &Corpus) -> Roster<'_> {
    let rank = |kind: &str| corpus.site.kinds.iter().position(|known| known == kind).unwrap_or(usize::MAX);
    let mut documents: Vec<&Document> = corpus.public.values().collect();
    documents.sort_by_key(|document| (Reverse(document.meta.fiscal_year.value), rank(&document.meta.kind.value)));
    let years: BTreeSet<_> = documents.iter().map(|document| Reverse(document.meta.fiscal_year.value)).collect();
    let kinds: BTreeSet<&str> = documents.iter().map(|document| &*document.meta.kind.value).collect();
    let mut kinds: Vec<String> = kinds.into_iter().map(str::to_owned).collect();
    kinds.sort_by_key(|kind| rank(kind));
    let ids: BTreeSet<&str> =
        documents.iter().filter_map(|document| Some(&*document.meta.organization.as_ref()?.value)).collect();
    let mut units: Vec<Unit> = Vec::new();
    for unit in corpus.organizations.iter().filter(|unit| ids.contains(&*unit.id.value)) {
        match units.iter_mut().find(|known| known.id == unit.id.value) {
            Some(known) => known.name.clone_from(&unit.name),
            None => units.push(Unit { id: unit.id.value.clone(), name: unit.name.clone() }),
        }
    }
    Roster { documents, facets: Facets { years: years.into_iter().map(|year| year.0).collect(), kinds, units } }
}
