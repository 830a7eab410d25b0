//! What is remembered from one run to the next: of each stage what it made of each document, with all it was made from.

use std::sync::Arc;

use serde::Serialize;

use super::text::Texts;
use crate::diagnostic::Diagnostics;
use crate::recall::{RecallOne, SameBytes};
use crate::site::Theme;
use crate::{address, check, corpus, source};

/// What the stages of the last run have made. A build starts with an empty one.
#[derive(Debug, Default)]
pub struct Memory {
    pub(super) sources: source::SourceMemory,
    pub(super) texts: Texts,
    pub(super) addresses: address::AddressMemory,
    pub(super) links: corpus::Memory,
    pub(super) checks: check::Memory,
    pub(super) theme: RecallOne<ThemeKey, ThemeRead>,
}

/// All a theme is made from: its name and its files.
pub(super) type ThemeKey = (String, Vec<(String, SameBytes)>);

/// A theme, unless something is wrong with it, and what was found.
pub(super) type ThemeRead = (Option<Arc<Theme>>, Diagnostics);

/// Of how many documents a run had to do what, because something was not as it was the last time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Redone {
    /// Front matter and sidecar read.
    pub read: usize,
    /// Markdown parsed.
    pub parsed: usize,
    /// Compared with its record of addresses.
    pub matched: usize,
    /// References looked for.
    pub linked: usize,
    /// Looked through for mistakes.
    pub checked: usize,
}

impl Memory {
    /// What the last run had to do.
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
