//! Checks that a published folder still has the published files.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use crate::output::{NotOurs, PublishError};

use super::existing::read_manifest;
use super::inventory::Inventory;
use super::manifest::{Manifest, ManifestEntry};
use super::place::OutputPlace;
use super::stamp;

/// The result of a check.
#[derive(Debug)]
pub enum Verified {
    /// Every file has its published bytes, and there is no other file.
    Intact {
        /// BLAKE3 of the manifest, as 64 hexadecimal digits. It covers every byte of the site.
        digest: String,
        /// The number of files.
        files: usize,
        /// The [`stamp`](super::stamp()) of the folder before its bytes were read.
        stamp: Option<String>,
    },
    /// The folder does not exist or is empty.
    Absent,
    /// Somebody has changed the folder. Paths are relative to the folder, in order.
    Differs {
        /// Files with other bytes, or that cannot be read.
        changed: Vec<String>,
        /// Files that are gone.
        missing: Vec<String>,
        /// Files and folders that hoshin did not write (dot-files at the top do not count); folders end with `/`.
        foreign: Vec<String>,
    },
    /// The folder is not hoshin's, or it cannot be read. A build would be refused with the same error.
    Unknown(PublishError),
}

/// Reads the manifest of a published folder and hashes every file. Nothing is written and no lock is taken. A build at
/// the same time gives an answer about the site before or after it, or [`Verified::Differs`].
#[must_use]
pub fn verify(target: &Path) -> Verified {
    look(target).unwrap_or_else(Verified::Unknown)
}

fn look(target: &Path) -> Result<Verified, PublishError> {
    let place = OutputPlace::find(target)?;
    let Some(manifest) = read_manifest(&place)? else {
        return Ok(Verified::Absent);
    };
    let Some(manifest) = manifest else {
        return match Inventory::take(&place.target, &Manifest::default())?.foreign.into_iter().next() {
            None => Ok(Verified::Absent),
            Some(example) => {
                let why = NotOurs::NoManifest { example };
                Err(PublishError::NotOurs { target: place.given, why })
            }
        };
    };
    // First, because a change while the bytes are read gives another stamp afterwards.
    let stamp = stamp::take(&place, &|_, _| true).map(|stamp| stamp.digest);
    let Inventory { ours, foreign, .. } = Inventory::take(&place.target, &manifest)?;
    let (there, gone): (Vec<_>, Vec<_>) = manifest.iter().partition(|(path, _)| ours.contains(*path));
    let missing: Vec<_> = gone.into_iter().map(|(path, _)| path.to_owned()).collect();
    let changed: Vec<_> = there
        .into_par_iter()
        .filter(|(path, entry)| !is_as_written(&place.target.join(path), entry))
        .map(|(path, _)| path.to_owned())
        .collect();
    if changed.is_empty() && missing.is_empty() && foreign.is_empty() {
        return Ok(Verified::Intact { digest: manifest.digest(), files: manifest.len(), stamp });
    }
    Ok(Verified::Differs { changed, missing, foreign })
}

fn is_as_written(path: &Path, entry: &ManifestEntry) -> bool {
    fs::read(path).is_ok_and(|bytes| ManifestEntry::of(&bytes) == *entry)
}
