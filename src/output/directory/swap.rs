//! Exchanges the old site for the new one.

use std::fs::{self, File};
use std::io::{self, Write};

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::manifest::Manifest;
use super::place::OutputPlace;

/// The way in which the two trees are exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strategy {
    /// In one step of the kernel (`renameat2` with `RENAME_EXCHANGE`). If the system or the file system cannot do it,
    /// in two renames.
    Exchange,
    /// In two renames. For a moment there is no site; `repair` repairs a build that dies in that moment.
    TwoRenames,
}

/// Puts the staged tree in the target's place. The old tree is then in the work folder.
///
/// # Errors
/// [`PublishError::Swap`], with the old site in its place; I/O errors of writing the journal.
pub(super) fn swap(place: &OutputPlace, manifest: &Manifest, strategy: Strategy) -> Result<(), PublishError> {
    match strategy {
        Strategy::Exchange => match exchange(place) {
            Ok(()) => Ok(()),
            Err(error) if is_missing(&error) => swap(place, manifest, Strategy::TwoRenames),
            Err(error) => Err(refused(place, error)),
        },
        Strategy::TwoRenames => two_renames(place, manifest),
    }
}

/// Puts the staged tree in place where there is no old site.
///
/// # Errors
/// [`PublishError::Swap`].
pub(super) fn install(place: &OutputPlace) -> Result<(), PublishError> {
    fs::rename(place.staging(), &place.target).map_err(|error| refused(place, error))
}

#[cfg(target_os = "linux")]
fn exchange(place: &OutputPlace) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, place.staging(), CWD, &place.target, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &OutputPlace) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The errors with which old kernels, NFS and some FUSE file systems refuse the exchange (`ENOSYS`, `EOPNOTSUPP`,
/// `EINVAL`).
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

fn two_renames(place: &OutputPlace, manifest: &Manifest) -> Result<(), PublishError> {
    write_journal(place, manifest)?;
    let swapped = fs::rename(&place.target, place.old()).and_then(|()| {
        fs::rename(place.staging(), &place.target).inspect_err(|_| {
            // If this fails as well, `repair` does it at the next start.
            let _ = fs::rename(place.old(), &place.target);
        })
    });
    swapped.map_err(|error| refused(place, error))?;
    discard_old(place)
}

/// The text of the journal for this tree.
pub(super) fn journal_text(manifest: &Manifest) -> String {
    format!("hoshin-swap 1  {}\n", manifest.digest())
}

/// The journal says that the staging folder holds this site, whole and on the disk.
fn write_journal(place: &OutputPlace, manifest: &Manifest) -> Result<(), PublishError> {
    let path = place.journal();
    let written = File::create(&path).and_then(|mut file| {
        file.write_all(journal_text(manifest).as_bytes())?;
        file.sync_all()
    });
    written.at(&path)
}

/// Once the new site stands: forgets the journal and moves the old tree to the trash, in this order. A folder named
/// `old` is therefore always whole, and worth putting back.
pub(super) fn discard_old(place: &OutputPlace) -> Result<(), PublishError> {
    if let Err(error) = fs::remove_file(place.journal())
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error).at(&place.journal());
    }
    fs::rename(place.old(), place.trash()).at(&place.old())
}

fn refused(place: &OutputPlace, error: io::Error) -> PublishError {
    PublishError::Swap { target: place.given.clone(), error }
}
