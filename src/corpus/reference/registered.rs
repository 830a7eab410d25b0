//! Departments, terms and laws of the state that a clause names, each where it is named first.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Referent;
use super::finder::{NamedRange, overlaps};
use super::quote::quotes;
use crate::corpus::DocumentSet;
use crate::corpus::names::Names;
use crate::policy::{ClauseKind, Document, Moment, Period, law_numbers};

/// Finds the departments and terms of the registries in the clauses of one document.
pub(super) struct RegisteredFinder<'a> {
    names: &'a Names,
    links_laws: bool,
    /// The fiscal year of the document: departments of other times are not meant.
    period: Option<Period>,
    is_heading: bool,
    /// Those that the clause has named so far.
    met: BTreeSet<Referent>,
}

impl<'a> RegisteredFinder<'a> {
    pub(super) fn new(names: &'a Names, documents: &DocumentSet, document: &Document) -> Self {
        let period = Period::of(Moment::FiscalYear(document.meta.fiscal_year.value));
        Self { names, links_laws: documents.site.links_laws, period, is_heading: false, met: BTreeSet::new() }
    }

    /// Begins a clause.
    pub(super) fn begin(&mut self, kind: ClauseKind) {
        self.is_heading = matches!(kind, ClauseKind::Section { .. });
        self.met.clear();
    }

    /// The names and numbers in a text of the clause that it has not had before, but for those in a range that is taken. A heading stays free of
    /// links, and a name in 「」 is part of what is quoted, unless it is the whole of it.
    pub(super) fn find(&mut self, text: &str, is_taken: impl Fn(&Range<usize>) -> bool) -> Vec<NamedRange> {
        if self.is_heading {
            return Vec::new();
        }
        let mut found = self.names.registered.find(text, self.period);
        if self.links_laws {
            found.extend(law_numbers(text).into_iter().map(|law| (law.range, Referent::Law(law.url))));
            found.sort_by_key(|(range, _)| range.start);
        }
        found.retain(|(range, _)| !is_taken(range));
        if found.is_empty() {
            return found;
        }
        let quoted = outermost(text);
        found.retain(|(range, _)| {
            !overlaps(&quoted, |quote| quote, range)
                || quoted.binary_search_by_key(&range.start, |quote| quote.start).is_ok_and(|at| quoted[at] == *range)
        });
        found.retain(|(_, referent)| self.met.insert(referent.clone()));
        found
    }
}

/// The ranges of the text in brackets, but for those within others.
fn outermost(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = quotes(text).into_iter().map(|quote| quote.inside).collect();
    all.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    all.retain(|range| {
        let is_outer = range.start >= end;
        end = end.max(range.end);
        is_outer
    });
    all
}
