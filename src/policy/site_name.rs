//! What a site is told from others by.

use serde::{Deserialize, Serialize};

use super::Site;

/// The settings by which a site is told from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteName {
    /// Where it stands, with a final `/`.
    pub base_url: String,
    /// Whose it is.
    pub city: String,
}

impl SiteName {
    /// The name of a site with these settings.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        Self { base_url: site.base_url.clone(), city: site.city.clone() }
    }
}
