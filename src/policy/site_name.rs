//! The title and address by which sites are told apart.

use serde::{Deserialize, Serialize};

use super::Site;

/// The settings by which a site is told from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteName {
    /// Its address with a final `/`.
    pub base_url: String,
    /// The city it belongs to.
    pub city: String,
}

impl SiteName {
    /// The name of a site with these settings.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        Self { base_url: site.base_url.clone(), city: site.city.clone() }
    }
}
