//! The memory between runs: the results of each stage by document, with all that they were made from.

use std::sync::Arc;

use serde::Serialize;

use super::text::TextMemory;
use crate::diagnostic::Diagnostics;
use crate::recall::{RecallOne, SameBytes};
use crate::site::Theme;
use crate::{address, check, corpus, source};

/// The results of the stages of the last run. A build starts with an empty memory.
#[derive(Debug, Default)]
pub struct PipelineMemory {
    pub(super) sources: source::SourceMemory,
    pub(super) texts: TextMemory,
    pub(super) addresses: address::AddressMemory,
    pub(super) links: corpus::CorpusMemory,
    pub(super) checks: check::CheckMemory,
    pub(super) theme: RecallOne<ThemeKey, ThemeRead>,
}

/// All that a theme is made from: its name and its files.
pub(super) type ThemeKey = (String, Vec<(String, SameBytes)>);

/// A theme, unless it has errors, and the findings in it.
pub(super) type ThemeRead = (Option<Arc<Theme>>, Diagnostics);

/// The number of documents for which a run repeated each stage, because an input had changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Redone {
    /// Documents whose front matter and sidecar were read.
    pub read: usize,
    /// Documents whose Markdown was parsed.
    pub parsed: usize,
    /// Documents that were compared with their record of addresses.
    pub matched: usize,
    /// Documents whose references were looked for.
    pub linked: usize,
    /// Documents that were checked.
    pub checked: usize,
}

impl PipelineMemory {
    /// The work of the last run.
    #[must_use]
    pub fn redone(&self) -> Redone {
        Redone {
            read: self.sources.documents_read(),
            parsed: self.texts.made(),
            matched: self.addresses.documents_matched(),
            linked: self.links.documents_linked(),
            checked: self.checks.documents_checked(),
        }
    }
}
