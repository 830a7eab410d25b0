//! Results of the last run.

use std::sync::Arc;

use super::metadata::MetadataContext;
use super::{DocumentSource, svg};
use crate::diagnostic::{Diagnostic, Diagnostics, Located, SourceFile};
use crate::policy::DocumentId;
use crate::recall::{LatestShared, Recall, Same, SameBytes};

/// A document with its id as given.
pub(super) type ParsedDocument = (Located<DocumentId>, DocumentSource);

/// The files read in the last run, each with the input of its reading.
#[derive(Debug, Default)]
pub struct SourceMemory {
    pub(super) context: LatestShared<MetadataContext>,
    pub(super) documents: Recall<DocumentKey, Arc<(Option<ParsedDocument>, Diagnostics)>>,
    pub(super) pictures: svg::PictureMemory,
    pub(super) locks: Recall<SameBytes, Result<Arc<SourceFile>, Box<Diagnostic>>>,
}

/// The input of reading a document: its file, its sidecar and the values of the site.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DocumentKey {
    pub(super) file: SameBytes,
    pub(super) sidecar: Option<SameBytes>,
    pub(super) context: Same<MetadataContext>,
}

impl SourceMemory {
    /// How many documents the last run read.
    #[must_use]
    pub fn documents_read(&self) -> usize {
        self.documents.made()
    }
}
