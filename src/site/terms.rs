//! Terms and abbreviations, explained.

use serde::Serialize;
use tera::Value;

use crate::policy::Term;

#[derive(Serialize)]
struct View<'a> {
    term: &'a str,
    expansion: &'a str,
    note: Option<&'a str>,
}

/// For a template, in the order of `terms.yaml`.
pub(super) fn values(terms: &[Term]) -> Value {
    let all: Vec<View<'_>> = terms.iter().map(of).collect();
    Value::from_serializable(&all)
}

fn of(term: &Term) -> View<'_> {
    View { term: &term.term.value, expansion: &term.expansion, note: term.note.as_deref() }
}
