//! Remembers the site's folder from which an output folder was made. The work folder keeps this record, so that a site
//! is recognised after its city or address has been edited. Nothing of it is published.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::output::Publication;
use crate::policy::SiteName;

use super::manifest::Manifest;
use super::place::{OutputPlace, read_regular, real_path};

/// The record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SiteOrigin {
    /// The site's folder, relative to the parent of the output folder, so that both can be moved together.
    site_dir: PathBuf,
    /// The names of the site: the one that is published, and the one that is about to be.
    sites: Vec<SiteName>,
}

impl SiteOrigin {
    /// The record of a publication. `existing` is the manifest it replaces.
    pub(super) fn of(publication: &Publication<'_>, place: &OutputPlace, standing: Option<&Manifest>) -> Option<Self> {
        let site_dir = relative(place.target.parent()?, &real_path(publication.claim.site_dir).ok()?);
        let mut sites = vec![publication.site.clone()];
        let stands = standing.and_then(|manifest| manifest.identity.as_ref()).map(|identity| &identity.site);
        sites.extend(stands.filter(|stands| *stands != publication.site).cloned());
        Some(Self { site_dir, sites })
    }

    /// Reads the record; `None` if there is no valid one.
    pub(super) fn load(place: &OutputPlace) -> Option<Self> {
        serde_json::from_slice(&read_regular(&place.origin()).ok()?).ok()
    }

    /// Writes the record, unless it is there already.
    pub(super) fn store(&self, place: &OutputPlace) -> io::Result<()> {
        if Self::load(place).as_ref() == Some(self) {
            return Ok(());
        }
        let draft = draft(place);
        fs::write(&draft, serde_json::to_vec(self)?)?;
        fs::rename(draft, place.origin())
    }

    /// True if an output folder with this name was made from this site's folder.
    pub(super) fn is(&self, site: &SiteName, site_dir: &Path, place: &OutputPlace) -> bool {
        let remembered = place.target.parent().map(|parent| real_path(&parent.join(&self.site_dir)));
        let (Some(Ok(remembered)), Ok(asked)) = (remembered, real_path(site_dir)) else { return false };
        remembered == asked && self.sites.contains(site)
    }
}

/// The file that is written before it takes its place.
pub(super) fn draft(place: &OutputPlace) -> PathBuf {
    place.origin().with_extension("json.new")
}

/// The relative path between two folders, both absolute and without links. If there is none, as between two drives, the
/// absolute path.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return to.to_owned();
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    if way.as_os_str().is_empty() { PathBuf::from(".") } else { way }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_found_relative_to_another() {
        let table = [
            ("/a/b", "/a/b", "."),
            ("/a/b", "/a", ".."),
            ("/a", "/a/b/c", "b/c"),
            ("/a/b/c", "/a/d", "../../d"),
            ("/srv/www", "/home/方針", "../../home/方針"),
            ("/a", "/ab", "../ab"),
        ];
        for (from, to, way) in table {
            assert_eq!(relative(Path::new(from), Path::new(to)), Path::new(way), "{from} {to}");
        }
    }
}
