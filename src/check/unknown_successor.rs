//! Successors that are not in the registry.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::source::nearest;

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let known: BTreeSet<&str> = corpus.plans.iter().map(|plan| plan.id.value.as_str()).collect();
    for plan in &corpus.plans {
        for id in plan.successors.iter().filter(|id| !known.contains(id.value.as_str())) {
            let suggestion = nearest(&id.value, known.iter().copied());
            found.push(catalogue::unknown_successor(&id.value, suggestion).at(id.span(&plan.source)));
        }
    }
}
