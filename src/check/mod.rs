//! Lints: one file each, all run over every document, public or withheld.
//!
//! A lint looks at one document at a time, so documents are checked on every core; findings are kept in the order of
//! documents and lints, whatever the number of threads.

mod alt;
mod asset_name;
mod bidi;
mod control;
mod dates;
mod fiscal_year;
mod heading;
mod ids;
mod image;
mod invisible;
mod issued;
mod issuer;
mod label_order;
mod label_width;
mod link;
mod link_text;
mod passage;
mod sidecar;
mod squeeze;
mod title;
mod zero_width;

#[cfg(test)]
mod testing;

use std::ops::Range;

use rayon::prelude::*;

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Span};
use crate::policy::Document;
use crate::source::Sidecar;

/// What a lint looks at: a document, what is said beside it, and the site around it.
struct Subject<'a> {
    corpus: &'a Corpus,
    document: &'a Document,
    sidecar: Option<&'a Sidecar>,
}

type Lint = fn(&Subject<'_>, &mut Diagnostics);

const LINTS: [Lint; 18] = [
    label_order::check,
    label_width::check,
    heading::check,
    dates::check,
    fiscal_year::check,
    issued::check,
    title::check,
    issuer::check,
    link::check,
    image::check,
    link_text::check,
    alt::check,
    asset_name::check,
    control::check,
    bidi::check,
    zero_width::check,
    ids::check,
    sidecar::check,
];

/// Runs every lint over every document.
#[must_use]
pub fn run(corpus: &Corpus) -> Diagnostics {
    let documents: Vec<&Document> = corpus.documents().collect();
    let found: Vec<Diagnostics> = documents.par_iter().map(|document| check(corpus, document)).collect();
    let mut all = Diagnostics::default();
    found.into_iter().for_each(|found| all.extend(found));
    all
}

fn check(corpus: &Corpus, document: &Document) -> Diagnostics {
    let subject = Subject { corpus, document, sidecar: corpus.sidecars.get(&document.id) };
    let mut found = Diagnostics::default();
    for lint in LINTS {
        lint(&subject, &mut found);
    }
    found
}

impl Subject<'_> {
    /// A finding at bytes of the document's file.
    fn at(&self, range: &Range<usize>, finding: Finding) -> Diagnostic {
        finding.at(self.span(range))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(&self.document.source, range.clone())
    }

    /// Bytes of the document's file as text; empty if they are none.
    fn source(&self, range: &Range<usize>) -> &str {
        self.document.source.text.get(range.clone()).unwrap_or_default()
    }
}
