//! A file of the site, as a page or a feed hands it on.

use std::sync::Arc;

use super::theme::RenderFailure;
use crate::artifact::FileContent;

/// A file of the site.
pub(crate) struct OutputFile {
    /// The output path.
    pub(crate) path: String,
    pub(crate) content: Result<FileContent, RenderFailure>,
    /// The source file in which a finding about this file is reported; `None` for one about the site.
    pub(crate) source: Option<String>,
}

impl OutputFile {
    /// A file of the site itself.
    pub(crate) fn new(path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { path: path.into(), content: Ok(FileContent::Whole(bytes.into())), source: None }
    }

    /// The same, made of a source file.
    pub(crate) fn of_source(self, source: impl Into<String>) -> Self {
        Self { source: Some(source.into()), ..self }
    }
}
