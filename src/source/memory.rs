//! What was read from the files of the last run.

use std::sync::Arc;

use super::metadata::Context;
use super::sources::Parsed;
use super::svg;
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile};
use crate::recall::{LatestShared, Recall, Same, SameBytes};

/// What was read from the files of the last run, each with all it was read from.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) context: LatestShared<Context>,
    pub(super) documents: Recall<DocumentKey, Arc<(Option<Parsed>, Diagnostics)>>,
    pub(super) pictures: svg::Memory,
    pub(super) locks: Recall<SameBytes, Result<Arc<SourceFile>, Box<Diagnostic>>>,
}

/// All that a document is read from: its file, its sidecar, and what the site knows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DocumentKey {
    pub(super) file: SameBytes,
    pub(super) sidecar: Option<SameBytes>,
    pub(super) context: Same<Context>,
}

impl Memory {
    /// How many documents the last run had to read.
    #[must_use]
    pub fn documents_read(&self) -> usize {
        self.documents.made()
    }
}
