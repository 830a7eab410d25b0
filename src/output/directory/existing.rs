//! Reads the target before a build and decides whether hoshin may replace it.

use std::io;
use std::path::Path;

use crate::output::error::AtPath;
use crate::output::{NotOurs, PublishError, Unsuitable};

use super::guard;
use super::inventory::{Inventory, foremost, nested_in};
use super::manifest::{MANIFEST, Manifest};
use super::place::{OutputPlace, is_there, read_regular};

/// The most foreign files that an error names.
const MOST_NAMED: usize = 10;

/// A target that may be replaced.
#[derive(Debug, Default)]
pub(super) struct Existing {
    /// True if the folder exists.
    pub(super) is_there: bool,
    /// The manifest of the last build; `None` if hoshin did not write the folder.
    pub(super) manifest: Option<Manifest>,
    /// The entries of the folder.
    pub(super) inventory: Inventory,
}

impl Existing {
    /// Reads the target.
    ///
    /// # Errors
    /// Everything that forbids replacing it: not a folder, not ours, foreign files, other folders of hoshin; I/O
    /// errors.
    pub(super) fn read(place: &OutputPlace) -> Result<Self, PublishError> {
        let Some(manifest) = read_manifest(place)? else {
            return Ok(Self::default());
        };
        let is_ours = manifest.is_some();
        let listed = manifest.unwrap_or_default();
        let inventory = Inventory::take(&place.target, &listed)?;
        let nested = inventory.nested.iter().cloned().chain(nested_in(&place.target, &inventory.foreign));
        if let Some(nested) = foremost(nested) {
            return Err(guard::around(place, &nested)?);
        }
        match inventory.foreign.first() {
            Some(_) if is_ours => Err(foreign(place, &inventory.foreign)),
            Some(example) => {
                let why = NotOurs::NoManifest { example: example.clone() };
                Err(PublishError::NotOurs { target: place.given.clone(), why })
            }
            None => Ok(Self { is_there: true, manifest: is_ours.then_some(listed), inventory }),
        }
    }

    /// Refuses a target that has been replaced since it was read, by a program that did not take the lock.
    ///
    /// # Errors
    /// [`PublishError::Busy`]; I/O errors.
    pub(super) fn still_stands(&self, place: &OutputPlace) -> Result<(), PublishError> {
        let now = read_if_there(&place.target.join(MANIFEST))?;
        if now == self.manifest.as_ref().map(|manifest| manifest.text().into_bytes()) {
            return Ok(());
        }
        Err(PublishError::Busy { target: place.given.clone() })
    }
}

/// The manifest of the target: `None` if there is no folder, `Some(None)` for a folder without a manifest.
pub(super) fn read_manifest(place: &OutputPlace) -> Result<Option<Option<Manifest>>, PublishError> {
    if !is_there(&place.target)? {
        return Ok(None);
    }
    if !place.target.is_dir() {
        return Err(PublishError::Unsuitable { target: place.given.clone(), why: Unsuitable::NotAFolder });
    }
    let Some(text) = read_if_there(&place.target.join(MANIFEST))? else {
        return Ok(Some(None));
    };
    match Manifest::parse(&text) {
        Ok(manifest) => Ok(Some(Some(manifest))),
        Err(line) => Err(PublishError::NotOurs { target: place.given.clone(), why: NotOurs::Damaged { line } }),
    }
}

/// The bytes of a file; `None` if there is none.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    match read_regular(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).at(path),
    }
}

/// The error that names foreign files.
pub(super) fn foreign(place: &OutputPlace, paths: &[String]) -> PublishError {
    PublishError::Foreign {
        target: place.given.clone(),
        paths: paths.iter().take(MOST_NAMED).cloned().collect(),
        count: paths.len(),
    }
}
