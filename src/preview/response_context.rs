//! The values that all answers depend on besides the snapshot.

use super::pages::{Editor, PageTemplates};
use crate::diagnostic::{Lang, Severity};

/// The settings of the server, and the templates of its own pages.
#[derive(Debug)]
pub(super) struct ResponseContext {
    /// The port, which a `Host` has to name.
    pub(super) port: u16,
    pub(super) lang: Lang,
    pub(super) editor: Option<Editor>,
    /// Findings of this severity and graver ones keep the last good pages.
    pub(super) fails_from: Severity,
    pub(super) templates: PageTemplates,
    /// How changes are noticed, for programs: `events` or `poll`.
    pub(super) watching: &'static str,
}
