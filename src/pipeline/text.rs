//! From Markdown to clause trees, all documents at once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Observer, Stage};
use crate::diagnostic::Diagnostics;
use crate::markdown::LetterheadHints;
use crate::policy::{Body, DocumentId, Issuer};
use crate::source::{DocumentSource, ObjectiveContext, Sources};
use crate::{address, markdown};

/// The texts of all documents, every place in them known by its position.
pub(super) fn parse_bodies(sources: &Sources, observer: &dyn Observer) -> (BTreeMap<DocumentId, Body>, Diagnostics) {
    observer.begin(Stage::Parse, sources.documents.len());
    let units = || sources.organizations.iter().map(|unit| unit.id.value.as_str()).collect();
    let context = ObjectiveContext { statuses: &sources.site.statuses, units: sources.organizations_known.then(units) };
    let parsed: Vec<_> = sources
        .documents
        .par_iter()
        .map(|(id, document)| {
            let (body, found) = parse_body(document, &context);
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

fn parse_body(document: &DocumentSource, context: &ObjectiveContext<'_>) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, mut found) = markdown::parse(&document.source, document.body_start, &hints);
    let (body, in_objectives) = markdown::objectives(body, &document.source, context);
    found.extend(in_objectives);
    (address::assign_positions(body), found)
}
