//! Reads the published site, as evidence of the addresses that were published.

use std::collections::BTreeSet;
use std::path::Path;

use super::existing::read_if_there;
use super::manifest::{MANIFEST, Manifest};
use super::origin::SiteOrigin;
use super::place::{OutputPlace, is_there};
use crate::output::FolderKind;
use crate::policy::{Published, SiteName};
use crate::site;

/// The addresses of the site in an output folder. `None` if there is no site, if its manifest is damaged (a build
/// refuses to write there), or if it is not for publication. A site that a killed build has moved aside counts as well.
/// `site_dir` is the folder of the site that asks.
#[must_use]
pub fn published_site(target: &Path, site_dir: &Path) -> Option<Published> {
    let place = OutputPlace::find(target).ok()?;
    let folder = if is_there(&place.target).ok()? { place.target.clone() } else { place.old() };
    let text = read_if_there(&folder.join(MANIFEST)).ok()??;
    let manifest = Manifest::parse(&text).ok()?;
    if manifest.identity.as_ref().is_some_and(|identity| identity.kind != FolderKind::Site) {
        return None;
    }
    let paths: BTreeSet<&str> = manifest.iter().map(|(path, _)| path).collect();
    let published = site::published(&paths, &|path| read_if_there(&folder.join(path)).ok()?)?;
    let is_remembered =
        |site: &SiteName| SiteOrigin::load(&place).is_some_and(|origin| origin.is(site, site_dir, &place));
    let site = manifest
        .identity
        .map(|identity| identity.site)
        .filter(|site| !place.is_default_of(site_dir) && !is_remembered(site));
    Some(Published { folder: target.display().to_string(), site, ..published })
}
