//! The addresses of the site that stands in the output folder.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClauseId, DocumentId, SiteName};

/// The addresses that a published site has promised. Somebody may have written them down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The folder of the published site, as the user names it: `public`.
    pub folder: String,
    /// The site it names itself. None where it names none, or where it is known to be of the site in
    /// whose folder it stands.
    pub site: Option<SiteName>,
    /// The permanent ids that have a page of their own, with their documents as far as the site's data tell: not those of
    /// documents that were taken down.
    pub ids: BTreeMap<ClauseId, Option<DocumentId>>,
    /// Former names of documents, with redirects.
    pub former: BTreeSet<DocumentId>,
    /// Whether a release has made it, or a version of hoshin without releases.
    pub is_released: bool,
}
