//! Which addresses a site has that was published.

use std::collections::{BTreeMap, BTreeSet};

use super::{DocumentId, SiteName};

/// The addresses of a site that was published: somebody may have written them down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// The folder in which it stands, as the user names it: `public`.
    pub folder: String,
    /// The site that it says it is; none where it says nothing, or where it is known to be of the site in
    /// whose folder it stands.
    pub site: Option<SiteName>,
    /// The permanent ids that have a page of their own, with their documents as far as the site's data tell: not those of
    /// documents that were taken down.
    pub ids: BTreeMap<Box<str>, Option<DocumentId>>,
    /// Former names of documents, from which it leads on.
    pub former: BTreeSet<DocumentId>,
}
