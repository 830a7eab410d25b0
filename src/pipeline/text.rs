//! From Markdown to clause trees, all documents at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Observer, Stage};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::markdown::LetterheadHints;
use crate::policy::{Body, DocumentId, Issuer};
use crate::recall::{Recall, Same};
use crate::source::DocumentSource;
use crate::{address, markdown};

/// All that a text's clause tree is made from: the file with its name (findings show it), where the text starts in it, and what
/// the front matter says of the letterhead.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    source: Same<SourceFile>,
    body_start: usize,
    title: String,
    issuer: Option<String>,
}

/// Clause trees of the last run.
pub(super) type Texts = Recall<Key, (Arc<Body>, Arc<Diagnostics>)>;

/// The texts of all documents, every place in them known by its position. Those of the last run are not parsed again.
pub(super) fn parse_bodies(
    documents: &BTreeMap<DocumentId, DocumentSource>,
    texts: &mut Texts,
    observer: &dyn Observer,
) -> (BTreeMap<DocumentId, Arc<Body>>, Diagnostics) {
    observer.begin(Stage::Parse, documents.len());
    let wanted = documents.iter().map(|(id, document)| (id.0.as_str(), key(document), document)).collect();
    let parsed = texts.each(wanted, |_, document| {
        let (body, found) = parse_body(document);
        observer.step();
        (Arc::new(body), Arc::new(found))
    });
    let (mut bodies, mut found) = (BTreeMap::new(), Diagnostics::default());
    for (id, (body, in_document)) in documents.keys().zip(parsed) {
        bodies.insert(id.clone(), body);
        found.extend(Diagnostics::clone(&in_document));
    }
    (bodies, found)
}

fn key(document: &DocumentSource) -> Key {
    Key {
        source: Same::of(&document.source),
        body_start: document.body_start,
        title: document.meta.title.value.clone(),
        issuer: document.meta.issuer.as_ref().and_then(Issuer::printed),
    }
}

fn parse_body(document: &DocumentSource) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, found) = markdown::parse(&document.source, document.body_start, &hints);
    (address::assign_positions(body), found)
}
