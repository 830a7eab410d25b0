//! A folder on disk, replaced all at once.
//!
//! ```text
//! public/                 the site, and .hoshin-manifest: what it consists of
//! .public.hoshin/         the work folder, never published
//!   lock                  excludes a second build
//!   origin.json           from which site's folder the published one was made
//!   staging/              the new tree
//!   old/  journal         while the trees change places in two renames
//!   trash/                to be removed
//! ```
//!
//! [`publish`] walks these rooms in order: the names are checked, the lock is taken, a killed build is mended, the
//! target is looked at and refused if it is not ours (`guard`), the new tree is planned, staged and put in place. Until the
//! exchange the old site is untouched; from then on the new one stands. What follows (removing the old tree) may fail
//! or be killed: the next build does it.

mod existing;
mod guard;
mod inventory;
mod lock;
mod manifest;
mod mend;
mod origin;
mod place;
mod plan;
mod published;
mod staging;
mod stamp;
mod swap;
mod sync;
mod verify;

#[cfg(test)]
mod tests;

pub use guard::{check_other, check_outside, check_target};
pub use mend::Mended;
pub use published::published_site;
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

/// The folder that is published unless another is named, beside `content/`.
pub const DEFAULT_FOLDER: &str = "public";

/// What a publication did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// BLAKE3 over the manifest, as in [`Verified::Intact`]: it stands for every byte of the site.
    pub digest: String,
    /// Paths of the files written, in order, relative to the folder.
    pub written: Vec<String>,
    /// Files that were there already, with the same bytes.
    pub unchanged: usize,
    /// Files of the site before that are no more.
    pub removed: usize,
    /// Bytes of the files written.
    pub bytes_written: u64,
    /// The [`stamp`](stamp()) of the folder, where it is certain that nobody has changed anything since.
    pub stamp: Option<String>,
}

/// Replaces what is in `target` by these files, wholly or not at all. When every file is there already, nothing is
/// touched.
///
/// `target` may be missing, be a link (what it points at is replaced), or hold dot-files at its top, which stay. What is
/// replaced is always the same thing of the same site.
///
/// # Errors
/// See [`PublishError`]. The site published before is then as it was.
pub fn publish(publication: &Publication<'_>, target: &Path) -> Result<Published, PublishError> {
    publish_after(publication, target, || Ok(()))
}

/// Publishes, and does something else that belongs together with it: `first` is called when everything that can be refused
/// has been looked at and the new tree lies on the disk beside the target; nothing but the exchange is left. If `first`
/// fails, the old site stands.
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

/// Repairs a published folder after a build that was killed, without building: what a preview or a check calls before
/// it looks at the folder. Where no build has ever been, nothing is created.
///
/// # Errors
/// [`PublishError::Busy`] while a build is at work; what [`publish`] would say of the folder; I/O errors.
pub fn mend(target: &Path) -> Result<Mended, PublishError> {
    let place = OutputPlace::find(target)?;
    if !is_there(place.work())? {
        return Ok(Mended::Nothing);
    }
    let _lock = BuildLock::take(&place)?;
    mend::mend(&place)
}

fn publish_by<E: From<PublishError>>(
    publication: &Publication<'_>,
    target: &Path,
    strategy: Strategy,
    first: impl FnOnce() -> Result<(), E>,
) -> Result<Published, E> {
    let place = ready(publication, target)?;
    let _lock = BuildLock::take(&place)?;
    mend::mend(&place)?;
    guard::check_all(&place, publication)?;
    let existing = Existing::read(&place)?;
    let plan = Plan::new(publication, &existing, &place)?;
    if let Some(origin) = SiteOrigin::of(publication, &place, existing.manifest.as_ref()) {
        // If that cannot be written, a site whose name is edited is not known again: it is refused, and nothing is lost.
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
    // After the swap the old tree is in one of these, else the new one that found no place. What cannot be removed now
    // is removed at the next start.
    for leftover in [place.staging(), place.trash()] {
        let _ = fs::remove_dir_all(leftover);
    }
    swapped?;
    let stamp = if plan.links_any() { None } else { stamp_of_new(&place, staged, exchanged) };
    Ok(Published { stamp, ..plan.account() })
}

/// The stamp of a tree all of which was written where nobody looks, if nothing of it was touched since it was `staged`: the
/// exchange touches only the folder itself. (A file linked from the old tree is touched by the link, and by removing that
/// tree; nothing can be told of it.)
fn stamp_of_new(place: &OutputPlace, staged: Duration, exchanged: Duration) -> Option<String> {
    let settled = |path: &str, times: Times| match path {
        "" => times.content + GRAIN <= staged && times.any <= exchanged,
        _ => times.latest() + GRAIN <= staged,
    };
    stamp::rest();
    stamp::take(place, &settled).map(|stamp| stamp.digest)
}

/// The place of a target, after all that can be refused without touching anything.
fn ready(publication: &Publication<'_>, target: &Path) -> Result<OutputPlace, PublishError> {
    name::check_all(publication.artifacts)?;
    if publication.artifacts.has(MANIFEST) {
        return Err(PublishError::Name { path: MANIFEST.to_owned() });
    }
    let place = OutputPlace::find(target)?;
    guard::check_all(&place, publication)?;
    if !is_there(place.work())? {
        // A folder that is refused gets no work folder beside it.
        Existing::read(&place)?;
    }
    Ok(place)
}
