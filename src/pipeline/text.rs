//! From Markdown to clause trees, all documents at once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Observer, Stage};
use crate::diagnostic::Diagnostics;
use crate::markdown::LetterheadHints;
use crate::policy::{Body, DocumentId, Issuer};
use crate::source::DocumentSource;
use crate::{address, markdown};

/// The texts of all documents, every place in them known by its position.
pub(super) fn parse_bodies(
    documents: &BTreeMap<DocumentId, DocumentSource>,
    observer: &dyn Observer,
) -> (BTreeMap<DocumentId, Body>, Diagnostics) {
    observer.begin(Stage::Parse, documents.len());
    let parsed: Vec<_> = documents
        .par_iter()
        .map(|(id, document)| {
            let (body, found) = parse_body(document);
            observer.step();
            (id.clone(), body, found)
        })
        .collect();
    let mut found = Diagnostics::default();
    let mut bodies = BTreeMap::new();
    for (id, body, in_document) in parsed {
        bodies.insert(id, body);
        found.extend(in_document);
    }
    (bodies, found)
}

fn parse_body(document: &DocumentSource) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, found) = markdown::parse(&document.source, document.body_start, &hints);
    (address::assign_positions(body), found)
}
