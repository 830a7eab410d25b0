//! Documents that are shown before they are public, to those who write them.

use jiff::Timestamp;

use super::Corpus;
use crate::policy::{Document, DocumentId, Metadata, Status};

/// What becomes of documents that are not public at the moment of the run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They leave no byte in the site: the only choice for a site that is published.
    #[default]
    Withheld,
    /// They are shown as if they were public, each marked for what it is: to look at, never to be published. No address is
    /// recorded for any document, and the whole site asks search engines to stay away.
    Shown,
}

/// Why a document that is shown is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// It is being written.
    Draft,
    /// It is decided, but not released.
    Approved,
    /// It is public from this moment on.
    Future(Timestamp),
}

impl Early {
    /// Why a document is not public at `now`; nothing for one that is.
    pub(super) fn of(meta: &Metadata, now: Timestamp) -> Option<Self> {
        match (meta.status, &meta.publish_at) {
            (Status::Draft, _) => Some(Self::Draft),
            (Status::Approved, _) => Some(Self::Approved),
            (Status::Published | Status::Superseded, Some(moment)) if moment.value > now => {
                Some(Self::Future(moment.value))
            }
            (Status::Published | Status::Superseded, _) => None,
        }
    }
}

impl Corpus {
    /// Why a document that is shown is not public.
    #[must_use]
    pub fn early(&self, document: &Document) -> Option<Early> {
        self.early.get(&document.id).copied()
    }

    /// Whether a document is one of the site and not public, shown or not: what a public document says to it is a mistake.
    #[must_use]
    pub fn is_withheld(&self, id: &DocumentId) -> bool {
        self.withheld.contains_key(id) || self.early.contains_key(id)
    }

    /// Whether documents are shown that are not public.
    #[must_use]
    pub fn shows_drafts(&self) -> bool {
        self.drafts == Drafts::Shown
    }
}
