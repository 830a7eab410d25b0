//! Repairs the folders after a killed build, before anything else is done.

use std::fs;

use crate::output::error::AtPath;
use crate::output::{NotOurs, PublishError};

use super::existing::{read_if_there, read_manifest};
use super::manifest::{MANIFEST, Manifest};
use super::origin;
use super::place::{OutputPlace, is_there};
use super::swap::{discard_old, journal_text};

/// The repair that was needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// None: the site is in its place, or there has never been one.
    Nothing,
    /// The build died between the two renames of a swap. The old site was put back.
    PutBack,
    /// The build died between the two renames, and the new site was complete. It was put in place.
    Finished,
}

/// Repairs; to be called with the lock held.
///
/// A swap in two renames dies in one of these states (`exchange` in none of them):
///
/// | target | `old` | `staging` | journal | what is done |
/// |---|---|---|---|---|
/// | old site | – | any | any | staging is removed |
/// | – | old site | complete | agrees | the new site is put in place |
/// | – | old site | otherwise | or not | the old site is put back |
/// | new site | old site | – | any | the old site is removed |
/// | something else | old site | any | any | refused: somebody has to look |
///
/// # Errors
/// [`NotOurs::Interrupted`] for the last state; I/O errors.
pub(super) fn repair(place: &OutputPlace) -> Result<Repair, PublishError> {
    let repaired = if is_there(&place.old())? { settle(place)? } else { Repair::Nothing };
    // Nobody needs these. If a folder cannot be emptied, staging reports it.
    for leftover in [place.staging(), place.trash()] {
        let _ = fs::remove_dir_all(leftover);
    }
    let _ = fs::remove_file(place.journal());
    let _ = fs::remove_file(origin::draft(place));
    Ok(repaired)
}

/// Decides which of the two sites is kept.
fn settle(place: &OutputPlace) -> Result<Repair, PublishError> {
    // Somebody may have created the missing folder. While it is empty it can be removed.
    let _ = fs::remove_dir(&place.target);
    let trash = place.trash();
    if is_there(&trash)? {
        fs::remove_dir_all(&trash).at(&trash)?;
    }
    if is_there(&place.target)? {
        return match read_manifest(place) {
            Ok(Some(Some(_))) => discard_old(place).map(|()| Repair::Nothing),
            _ => Err(interrupted(place)),
        };
    }
    if is_complete(place)? {
        fs::rename(place.staging(), &place.target).at(&place.target)?;
        return discard_old(place).map(|()| Repair::Finished);
    }
    fs::rename(place.old(), &place.target).at(&place.target)?;
    Ok(Repair::PutBack)
}

/// True if the journal confirms the tree in the staging folder.
fn is_complete(place: &OutputPlace) -> Result<bool, PublishError> {
    let (Some(journal), Some(text)) =
        (read_if_there(&place.journal())?, read_if_there(&place.staging().join(MANIFEST))?)
    else {
        return Ok(false);
    };
    Ok(Manifest::parse(&text).is_ok_and(|manifest| journal == journal_text(&manifest).as_bytes()))
}

fn interrupted(place: &OutputPlace) -> PublishError {
    PublishError::NotOurs { target: place.given.clone(), why: NotOurs::Interrupted { old: place.old() } }
}
