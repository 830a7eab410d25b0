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
    let mut found = Diagnostics::default();
    let mut bodies = BTreeMap::new();
    let documents: Vec<_> = sources.documents.iter().collect();
    for (id, (body, in_document)) in parse(&documents, &objective_context(sources), observer) {
        bodies.insert(id, body);
        found.extend(in_document);
    }
    (bodies, found)
}

/// Some documents' texts and what was found in each, in order.
pub(super) fn parse(
    documents: &[(&DocumentId, &DocumentSource)],
    context: &ObjectiveContext<'_>,
    observer: &dyn Observer,
) -> Vec<(DocumentId, (Body, Diagnostics))> {
    observer.begin(Stage::Parse, documents.len());
    let one = |(id, document): &(&DocumentId, &DocumentSource)| {
        let parsed = parse_body(document, context);
        observer.step();
        ((*id).clone(), parsed)
    };
    documents.par_iter().map(one).collect()
}

/// What the site's registries say that objectives must agree with.
pub(super) fn objective_context(sources: &Sources) -> ObjectiveContext<'_> {
    let units = || sources.organizations.iter().map(|unit| unit.id.value.as_str()).collect();
    ObjectiveContext { statuses: &sources.site.statuses, units: sources.organizations_known.then(units) }
}

/// A digest of what a text's clause tree depends on.
pub(super) type Key = [u8; 32];

/// A digest of everything a text's clause tree depends on: the file, its name (findings show it), what the front matter
/// says of the letterhead, and (`context`, a digest) what objectives must agree with.
pub(super) fn key(document: &DocumentSource, context: &Key) -> Key {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed).unwrap_or_default();
    let parts = [&document.source.path, &document.source.text, &document.meta.title.value, &issuer];
    let mut hasher = blake3::Hasher::new();
    hasher.update(context);
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.update(&(document.body_start as u64).to_le_bytes());
    *hasher.finalize().as_bytes()
}

/// A digest of what objectives must agree with.
pub(super) fn context_key(context: &ObjectiveContext<'_>) -> Key {
    *blake3::hash(format!("{context:?}").as_bytes()).as_bytes()
}

fn parse_body(document: &DocumentSource, context: &ObjectiveContext<'_>) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, mut found) = markdown::parse(&document.source, document.body_start, &hints);
    let (body, in_objectives) = markdown::objectives(body, &document.source, context);
    found.extend(in_objectives);
    (address::assign_positions(body), found)
}
