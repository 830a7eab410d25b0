//! The preview's own pages, below `_hoshin/`. They show what a save will publish, and are never part of a site.
//!
//! ```text
//! _hoshin/                        dashboard: documents and their status, findings, what becomes public when
//! _hoshin/posts/[DOC/]            the posts of each clause as they will look
//! _hoshin/addresses/[DOC/]        the effect of the edit on published addresses, word by word
//! ```
//!
//! A page is rendered when somebody asks for it ([`PageTemplates::page`]): a save must not wait for pages nobody looks at.
//! It is a pure function of one run of the pipeline. The templates are inside the executable and no theme can change them;
//! they escape all text of documents.

mod additions;
mod addresses;
mod dashboard;
mod editor;
mod finding;
mod former;
mod link;
mod page;
mod page_templates;
mod post_mockup;
mod posts;
mod status;
mod words;

pub(super) use additions::{Notice, waiting, with_additions};
pub use editor::Editor;
pub use page_templates::{PageTemplates, TemplateError};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Lang, SourceFile};
use crate::policy::DocumentId;

/// The folder of the pages. In the preview they would hide a document of that name.
pub const FOLDER: &str = "_hoshin/";

/// The values that the pages are made from: the results of one run of the pipeline.
#[derive(Debug, Clone, Copy)]
pub struct PagesInput<'a> {
    /// The documents of the present files; none while `site.yaml` cannot be read.
    pub corpus: Option<&'a Corpus>,
    /// All findings, sorted, with the severities the site has chosen.
    pub diagnostics: &'a Diagnostics,
    /// The `.lock` files as they are on disk, by path relative to the site's folder: the published state.
    pub locks: &'a BTreeMap<String, Arc<SourceFile>>,
    /// The documents of the served site, to which the pages can link. None before the first one.
    pub site: Option<&'a Corpus>,
    /// The moment the site is made for.
    pub now: Timestamp,
    /// The site's time zone.
    pub zone: &'a TimeZone,
    /// The language of the pages.
    pub lang: Lang,
    /// How a place of a file is opened in an editor.
    pub editor: Option<&'a Editor>,
}

impl PagesInput<'_> {
    /// The file of a document's page, if the site has one.
    fn page_of(&self, id: &DocumentId) -> Option<String> {
        self.site?.public.contains_key(id).then(|| link::page_file(id))
    }
}

#[cfg(test)]
mod tests;
