//! The kind of an output folder, and the site it belongs to.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::Artifacts;
use crate::policy::SiteName;

/// The kind of an output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FolderKind {
    /// A site to be published.
    Site,
    /// A site with drafts, for review and never for publication.
    Drafts,
    /// Posts as files, for the people who send them.
    Export,
}

/// The kind of an output folder and its site: the head of its manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The kind.
    pub kind: FolderKind,
    /// The site.
    #[serde(flatten)]
    pub site: SiteName,
}

/// The intended use of a folder.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// The kind it will have.
    pub kind: FolderKind,
    /// The folder of the site, the one with `content/`.
    pub site_dir: &'a Path,
}

/// Files that are to be published.
#[derive(Debug, Clone, Copy)]
pub struct Publication<'a> {
    /// The files.
    pub artifacts: &'a Artifacts,
    /// Their kind and the folder of their site.
    pub claim: Claim<'a>,
    /// The site.
    pub site: &'a SiteName,
}

impl Publication<'_> {
    /// The head of the new manifest.
    pub(super) fn identity(&self) -> Identity {
        Identity { kind: self.claim.kind, site: self.site.clone() }
    }
}
