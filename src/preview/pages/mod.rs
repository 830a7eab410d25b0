//! The preview's own pages, below `_hoshin/`: what a save will publish, seen from beside. They are never part of a site.
//!
//! ```text
//! _hoshin/                        dashboard: documents and their status, findings, what becomes public when
//! _hoshin/posts/[DOC/]            the posts of each clause as they will look
//! _hoshin/addresses/[DOC/]        what the edit does to published addresses, word by word
//! ```
//!
//! A page is made when somebody asks for it ([`Press::page`]), because a save must not wait for pages nobody looks at. It
//! is a pure function of what the pipeline has made; all text of documents is escaped by the templates, which are inside
//! the executable and no theme can change.

mod addresses;
mod dashboard;
mod difference;
mod editor;
mod finding;
mod former;
mod frame;
mod link;
mod mock;
mod posts;
mod status;
mod words;

pub use editor::Editor;
pub(super) use finding::excerpt;
pub use frame::{Broken, Press};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Lang, SourceFile};
use crate::policy::DocumentId;

/// Where the pages stand. A document of that name would be hidden behind them in the preview, and nowhere else.
pub const FOLDER: &str = "_hoshin/";

/// What the pages are made from: all of it is what a run of the pipeline has made of one state of the files.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The documents; none while `site.yaml` cannot be read.
    pub corpus: Option<&'a Corpus>,
    /// Everything found, sorted, with the severities the site has chosen.
    pub diagnostics: &'a Diagnostics,
    /// The `.lock` files as they are on disk, by path relative to the site's folder: the published state.
    pub locks: &'a BTreeMap<String, Arc<SourceFile>>,
    /// The documents of the site as it is served beside these pages: what can be linked to. None before the first one.
    pub site: Option<&'a Corpus>,
    /// The moment the site is made for.
    pub now: Timestamp,
    /// The site's time zone.
    pub zone: &'a TimeZone,
    /// The language of the pages.
    pub lang: Lang,
    /// How a place of a file is opened in an editor, if that is known.
    pub editor: Option<&'a Editor>,
}

impl Input<'_> {
    /// The page of a document, where the site has one.
    fn page_of(&self, id: &DocumentId) -> Option<String> {
        self.site?.public.contains_key(id).then(|| link::page_file(id))
    }
}

#[cfg(test)]
mod tests;
