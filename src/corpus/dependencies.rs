//! The other documents on whose places the links, pictures and references of a document depend.

use std::collections::BTreeSet;

use super::DocumentSet;
use super::resolve::{Lookup, lookup};
use crate::policy::{Document, DocumentId, Inline};

/// The documents on whose places a document depends. Their names are inputs of every document.
#[derive(Debug, Default)]
pub(super) struct Dependencies {
    pub(super) documents: BTreeSet<DocumentId>,
    /// Whether it depends on the places of all documents: it names an id that may stand in any of them.
    pub(super) all_documents: bool,
}

impl Dependencies {
    pub(super) fn of(documents: &DocumentSet, document: &Document) -> Self {
        let mut finder = DependencyFinder { documents, document, found: Self::default() };
        document.body.each_text(|text| text.each_inline(|inline| finder.inline(inline)));
        finder.found
    }
}

struct DependencyFinder<'a> {
    documents: &'a DocumentSet,
    document: &'a Document,
    found: Dependencies,
}

impl DependencyFinder<'_> {
    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Image(image) => self.destination(&image.destination),
            Inline::Link(link) => self.destination(&link.destination),
            Inline::Reference(reference) => self.reference(&reference.target),
            _ => {}
        }
    }

    fn destination(&mut self, destination: &str) {
        match lookup(self.documents, &self.document.id, destination) {
            Lookup::Nothing => {}
            Lookup::Document(id) => {
                self.found.documents.insert(id);
            }
            Lookup::Everything => self.found.all_documents = true,
        }
    }

    /// A document, or an id that may stand anywhere: see `reference::resolve`.
    fn reference(&mut self, target: &str) {
        let name = target.split_once('#').map_or(target, |(name, _)| name).trim_matches('/');
        let id = if name.is_empty() { self.document.id.clone() } else { DocumentId(name.to_owned()) };
        match self.documents.document(&id) {
            Some(_) => {
                self.found.documents.insert(id);
            }
            None => self.found.all_documents = true,
        }
    }
}
