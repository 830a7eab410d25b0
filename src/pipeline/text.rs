//! From Markdown to clause trees, all documents at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Observer, Stage};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::markdown::LetterheadHints;
use crate::policy::{Body, DocumentId, Issuer, NamingLanguage, StatusWord};
use crate::recall::{LatestShared, Recall, Same};
use crate::source::{DocumentSource, ObjectiveContext, Registry, Sources, in_language};
use crate::{address, markdown};

/// All that a clause tree is made from: the file with its name (findings show it), the start of the text in it, the title and
/// issuer of the front matter, and the registries that objectives must agree with.
#[derive(Debug, Clone, PartialEq)]
struct TextInputs {
    source: Same<SourceFile>,
    body_start: usize,
    title: String,
    issuer: Option<String>,
    naming: NamingLanguage,
    registries: Same<Registries>,
}

/// The registries that objectives must agree with: see [`ObjectiveContext`].
#[derive(Debug, PartialEq)]
struct Registries {
    statuses: Vec<StatusWord>,
    units: Option<BTreeSet<String>>,
}

/// Clause trees of the last run.
#[derive(Debug, Default)]
pub(super) struct TextMemory {
    registries: LatestShared<Registries>,
    trees: Recall<TextInputs, (Arc<Body>, Arc<Diagnostics>)>,
}

impl TextMemory {
    /// How many texts the last run parsed.
    pub(super) fn made(&self) -> usize {
        self.trees.made()
    }
}

/// The texts of all documents, with a position for every place. Unchanged texts are not parsed again.
pub(super) fn parse_bodies(
    sources: &Sources,
    texts: &mut TextMemory,
    observer: &dyn Observer,
) -> (BTreeMap<DocumentId, Arc<Body>>, Diagnostics) {
    let documents = &sources.documents;
    observer.begin(Stage::Parse, documents.len());
    let registries = texts.registries.share(Registries::of(sources));
    let wanted = documents.iter().map(|(id, document)| (id.0.as_str(), key(document, &registries), document)).collect();
    let context = registries.context();
    let parsed = texts.trees.each(wanted, |_, document| {
        let (body, found) = parse_body(document, &context);
        observer.step();
        (Arc::new(body), Arc::new(found))
    });
    let (mut bodies, mut found) = (BTreeMap::new(), Diagnostics::default());
    for ((id, document), (body, in_document)) in documents.iter().zip(parsed) {
        bodies.insert(id.clone(), body);
        found.extend(in_language(Diagnostics::clone(&in_document), &document.meta.language));
    }
    (bodies, found)
}

impl Registries {
    fn of(sources: &Sources) -> Self {
        let units = || sources.organizations.iter().map(|unit| unit.id.value.clone()).collect();
        Self {
            statuses: sources.site.statuses.clone(),
            units: (!sources.unread.registries.contains(&Registry::Organizations)).then(units),
        }
    }

    fn context(&self) -> ObjectiveContext<'_> {
        let units = self.units.as_ref().map(|units| units.iter().map(String::as_str).collect());
        ObjectiveContext { statuses: &self.statuses, units }
    }
}

fn key(document: &DocumentSource, registries: &Arc<Registries>) -> TextInputs {
    TextInputs {
        source: Same::of(&document.source),
        body_start: document.body_start,
        title: document.meta.title.value.clone(),
        issuer: document.meta.issuer.as_ref().and_then(Issuer::printed),
        naming: NamingLanguage::of(&document.meta.language),
        registries: Same::of(registries),
    }
}

fn parse_body(document: &DocumentSource, context: &ObjectiveContext<'_>) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, mut found) = markdown::parse(&document.source, document.body_start, &hints);
    let (body, in_objectives) = markdown::objectives(body, &document.source, context);
    let body = Body { naming: NamingLanguage::of(&document.meta.language), ..body };
    found.extend(in_objectives);
    (address::assign_positions(body), found)
}
