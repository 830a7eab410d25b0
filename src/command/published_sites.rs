//! The published sites, as found in the folders that hoshin publishes to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::output::directory;
use crate::policy::Published;

/// The folder that is published unless another is named.
pub(super) fn default_folder(site: &Path) -> PathBuf {
    if site == Path::new(".") { PathBuf::from(directory::DEFAULT_FOLDER) } else { site.join(directory::DEFAULT_FOLDER) }
}

/// The site in the default folder and the one in `target`, if that is another folder.
pub(super) fn find(site: &Path, target: Option<&Path>) -> Vec<Arc<Published>> {
    let default = default_folder(site);
    let is_other = |target: &&Path| *target != default && target.canonicalize().ok() != default.canonicalize().ok();
    let folders = [Some(&*default), target.filter(is_other)];
    let sites = folders.into_iter().flatten().filter_map(|folder| directory::published_site(folder, site));
    sites.map(Arc::new).collect()
}
