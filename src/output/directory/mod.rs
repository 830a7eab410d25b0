//! An output folder on disk, replaced in one step.
//!
//! ```text
//! public/                 the site, and .hoshin-manifest: the list of its files
//! .public.hoshin/         the work folder, never published
//!   lock                  excludes a second build
//!   origin.json           the site's folder from which the published one was made
//!   staging/              the new tree
//!   old/  journal         while the trees are exchanged in two renames
//!   trash/                to be removed
//! ```
//!
//! [`publish`] goes through these modules in order. It checks the names, takes the lock and repairs a killed build. It
//! reads the target and refuses one that is not ours (`guard`). Then it plans the new tree, stages it and puts it in
//! place. The old site is untouched until the exchange. The removal of the old tree may fail or be killed; the next
//! build then does it.

mod existing;
mod guard;
mod inventory;
mod lock;
mod manifest;
mod origin;
mod place;
mod plan;
mod published;
mod repair;
mod staging;
mod stamp;
mod swap;
mod sync;
mod verify;

#[cfg(test)]
mod tests;

pub use guard::{check_other, check_outside, check_target};
pub use published::published_site;
pub use repair::Repair;
pub use stamp::{Stamp, file_stamp, stamp};
pub use verify::{Verified, verify};

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::AtPath;
use super::{Publication, PublishError, name};
use existing::Existing;
use lock::BuildLock;
pub use manifest::MANIFEST;
use origin::SiteOrigin;
use place::{OutputPlace, is_there};
use plan::Plan;
use stamp::{GRAIN, Times};
use swap::Strategy;

/// The default output folder, beside `content/`.
pub const DEFAULT_FOLDER: &str = "public";

/// The result of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// BLAKE3 of the manifest, as in [`Verified::Intact`]. It covers every byte of the site.
    pub digest: String,
    /// Paths of the files written, in order, relative to the folder.
    pub written: Vec<String>,
    /// Files that already had the same bytes.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Bytes of the files written.
    pub bytes_written: u64,
    /// The [`stamp`](stamp()) of the folder, if it is certain that nobody has changed anything since.
    pub stamp: Option<String>,
}

/// Replaces the content of `target` by these files, completely or not at all. If every file is there already, nothing
/// is touched.
///
/// `target` may be missing, be a link (its destination is replaced), or have dot-files at its top, which stay. A folder
/// is replaced only by the same kind of output of the same site.
///
/// # Errors
/// See [`PublishError`]. The site published before is then unchanged.
pub fn publish(publication: &Publication<'_>, target: &Path) -> Result<Published, PublishError> {
    publish_after(publication, target, || Ok(()))
}

/// Publishes, and calls `first` just before the exchange, when everything that can be refused has been checked and the
/// new tree is on the disk beside the target. If `first` fails, the old site stays.
///
/// # Errors
/// That of `first`; else see [`publish`].
pub fn publish_after<E: From<PublishError>>(
    publication: &Publication<'_>,
    target: &Path,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Published, E> {
    publish_by(publication, target, Strategy::Exchange, first)
}

/// The work folder beside a published one. It need not exist.
///
/// # Errors
/// [`PublishError::Unsuitable`] for the root of a disk; I/O errors of resolving links.
pub fn work_folder(target: &Path) -> Result<PathBuf, PublishError> {
    Ok(OutputPlace::find(target)?.work().to_owned())
}

/// Repairs a published folder after a killed build, without building. A preview or a check calls it before it reads the
/// folder. If there has never been a build, nothing is created.
///
/// # Errors
/// [`PublishError::Busy`] while another build runs; what [`publish`] would report about the folder; I/O errors.
pub fn repair(target: &Path) -> Result<Repair, PublishError> {
    let place = OutputPlace::find(target)?;
    if !is_there(place.work())? {
        return Ok(Repair::Nothing);
    }
    let _lock = BuildLock::take(&place)?;
    repair::repair(&place)
}

fn publish_by<E: From<PublishError>>(
    publication: &Publication<'_>,
    target: &Path,
    strategy: Strategy,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Published, E> {
    let place = ready(publication, target)?;
    let _lock = BuildLock::take(&place)?;
    repair::repair(&place)?;
    guard::check_all(&place, publication)?;
    let existing = Existing::read(&place)?;
    let plan = Plan::new(publication, &existing, &place)?;
    if let Some(origin) = SiteOrigin::of(publication, &place, existing.manifest.as_ref()) {
        // If this fails, a site whose name is edited will be refused, and nothing is lost.
        let _ = origin.store(&place);
    }
    if plan.changes_nothing() {
        first()?;
        return Ok(plan.account());
    }
    staging::build(&plan, &place)?;
    let (mut staged, mut exchanged) = (Duration::ZERO, Duration::ZERO);
    let swapped = sync::to_disk(&place.staging()).at(&place.staging()).map_err(E::from).and_then(|()| {
        staged = stamp::rest();
        first()?;
        guard::check_all(&place, publication)?;
        existing.still_stands(&place)?;
        let existed = existing.is_there;
        let done = if existed { swap::swap(&place, &plan.manifest, strategy) } else { swap::install(&place) };
        exchanged = stamp::clock();
        done.map_err(E::from)
    });
    // After the swap, one of these is the old tree; after an error, the new one. If it cannot be removed now, the next
    // start removes it.
    for leftover in [place.staging(), place.trash()] {
        let _ = fs::remove_dir_all(leftover);
    }
    swapped?;
    let stamp = if plan.links_any() { None } else { stamp_of_new(&place, staged, exchanged) };
    Ok(Published { stamp, ..plan.account() })
}

/// The stamp of a tree of new files, if nothing was touched since it was `staged`. The exchange touches only the folder
/// itself. There is no stamp if a file is linked from the old tree: the link, and the removal of that tree, touch the
/// file.
fn stamp_of_new(place: &OutputPlace, staged: Duration, exchanged: Duration) -> Option<String> {
    let settled = |path: &str, times: Times| match path {
        "" => times.content + GRAIN <= staged && times.any <= exchanged,
        _ => times.latest() + GRAIN <= staged,
    };
    stamp::rest();
    stamp::take(place, &settled).map(|stamp| stamp.digest)
}

/// Resolves the target and refuses everything that can be refused without touching anything.
fn ready(publication: &Publication<'_>, target: &Path) -> Result<OutputPlace, PublishError> {
    name::check_all(publication.artifacts)?;
    if publication.artifacts.has(MANIFEST) {
        return Err(PublishError::Name { path: MANIFEST.to_owned() });
    }
    let place = OutputPlace::find(target)?;
    guard::check_all(&place, publication)?;
    if !is_there(place.work())? {
        // A refused folder gets no work folder.
        Existing::read(&place)?;
    }
    Ok(place)
}
