//! What is known of the sites that were published: what stands in the folders in which hoshin puts them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::output::directory;
use crate::policy::Published;

/// The folder that is published unless another is named.
pub(super) fn usual(site: &Path) -> PathBuf {
    if site == Path::new(".") { PathBuf::from(directory::USUAL) } else { site.join(directory::USUAL) }
}

/// The site in the usual folder and the one in `target`, if that is another.
pub(super) fn standing(site: &Path, target: Option<&Path>) -> Vec<Arc<Published>> {
    let usual = usual(site);
    let is_other = |target: &&Path| *target != usual && target.canonicalize().ok() != usual.canonicalize().ok();
    let folders = [Some(&*usual), target.filter(is_other)];
    let standing = folders.into_iter().flatten().filter_map(|folder| directory::standing(folder, site));
    standing.map(Arc::new).collect()
}
