//! What a folder that hoshin writes is, and of which site.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::Artifacts;
use crate::policy::SiteName;

/// What a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FolderKind {
    /// A site to be published.
    Site,
    /// A site that shows drafts: to look at, never to publish.
    Drafts,
    /// Posts as files, for those who send them.
    Export,
}

/// What a folder is and of which site: the head of its manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// What it is.
    pub kind: FolderKind,
    /// Of which site.
    #[serde(flatten)]
    pub site: SiteName,
}

/// What somebody wants to make of a folder.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// What it is to be.
    pub kind: FolderKind,
    /// The folder of the site whose it is to be: the one with `content/`.
    pub site_dir: &'a Path,
}

/// Files, and what they are.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// The files.
    pub artifacts: &'a Artifacts,
    /// What they are, and from where.
    pub claim: Claim<'a>,
    /// Of which site.
    pub site: &'a SiteName,
}

impl Publication<'_> {
    /// What the folder will say of itself.
    pub(super) fn identity(&self) -> Identity {
        Identity { kind: self.claim.kind, site: self.site.clone() }
    }
}
