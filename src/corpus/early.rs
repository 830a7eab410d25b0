//! Documents that are shown to their writers before they are public.

use jiff::Timestamp;

use super::DocumentSet;
use crate::policy::{Document, DocumentId, Metadata, Status};

/// The treatment of documents that are not public at the moment of the run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They leave no byte in the site. A site that is published always has this.
    #[default]
    Withheld,
    /// They are shown as if they were public, each with a mark. Such a site is to look at, never to be published: no address
    /// is recorded, and the site asks search engines to stay away.
    Shown,
}

/// Why a document that is shown is not public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// `status: draft`: it is being written.
    Draft,
    /// `status: approved`: it is decided, but not released.
    Approved,
    /// `publish_at`: it is public from this moment on.
    Future(Timestamp),
}

impl Early {
    /// Why a document is not public at `now`; `None` for one that is.
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

impl DocumentSet {
    /// Why a document that is shown is not public; `None` for one that is public.
    #[must_use]
    pub fn early(&self, document: &Document) -> Option<Early> {
        self.early.get(&document.id).copied()
    }

    /// Whether a document of the site is not public, shown or not. A link from a public document to it is a mistake.
    #[must_use]
    pub fn is_withheld(&self, id: &DocumentId) -> bool {
        self.withheld.contains_key(id) || self.early.contains_key(id)
    }

    /// Whether documents that are not public are shown.
    #[must_use]
    pub fn shows_drafts(&self) -> bool {
        self.drafts == Drafts::Shown
    }
}
