//! The site that stands in a folder, as evidence of what was published.

use std::collections::BTreeSet;
use std::path::Path;

use super::existing::read_if_there;
use super::manifest::{MANIFEST, Manifest};
use super::place::{Place, is_there};
use crate::policy::Published;
use crate::site;

/// The addresses of the site that stands in a folder. None where none stands, where its list of files is damaged (a build
/// refuses to write there), or where it shows drafts. A site that a killed build has put aside stands as well.
#[must_use]
pub fn standing(target: &Path) -> Option<Published> {
    let place = Place::find(target).ok()?;
    let folder = if is_there(&place.target).ok()? { place.target.clone() } else { place.old() };
    let text = read_if_there(&folder.join(MANIFEST)).ok()??;
    let manifest = Manifest::parse(&text).ok()?;
    let paths: BTreeSet<&str> = manifest.iter().map(|(path, _)| path).collect();
    let published = site::published(&paths, &|path| read_if_there(&folder.join(path)).ok()?)?;
    Some(Published { folder: target.display().to_string(), ..published })
}
