//! Decides for each file what is done, before anything is written.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;

use crate::artifact::{Artifacts, FileContent};
use crate::output::{Publication, PublishError};

use super::Published;
use super::existing::{Existing, foreign};
use super::inventory::{Kept, KeptKind, with_slashes};
use super::manifest::Manifest;
use super::place::OutputPlace;

/// The action for one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileAction {
    /// The old tree has the same bytes: link them.
    Link,
    /// Write it.
    Write,
}

/// The content of a new tree.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Paths, contents and actions, in order of path.
    pub(super) files: Vec<(&'a str, &'a FileContent, FileAction)>,
    /// The entries that are carried over.
    pub(super) kept: &'a [Kept],
    /// The manifest of the new tree.
    pub(super) manifest: Manifest,
    /// How many files of the old site the new one does not have.
    removed: usize,
    /// True if the manifest does not change.
    has_same_manifest: bool,
}

impl<'a> Plan<'a> {
    /// Compares the new files with the existing ones.
    ///
    /// A file is unchanged if the manifest says so *and* the file still has these bytes: somebody may have edited the
    /// published page.
    ///
    /// # Errors
    /// [`PublishError::Foreign`] if a file that is carried over has the path of a file of the site.
    pub(super) fn new(
        publication: &Publication<'a>,
        existing: &'a Existing,
        place: &OutputPlace,
    ) -> Result<Self, PublishError> {
        let artifacts = publication.artifacts;
        refuse_clashes(artifacts, existing, place)?;
        let files: Vec<_> = artifacts.contents().collect();
        let manifest = Manifest::of(&files, publication.identity());
        let old = existing.manifest.as_ref();
        let files = files
            .into_par_iter()
            .map(|(path, content)| {
                let was_written = old.is_some_and(|old| old.get(path) == manifest.get(path));
                let is_same = was_written
                    && existing.inventory.ours.contains(path)
                    && has_bytes(&place.target.join(path), &content.bytes());
                (path, content, if is_same { FileAction::Link } else { FileAction::Write })
            })
            .collect();
        let removed = old.map_or(0, |old| old.iter().filter(|(path, _)| manifest.get(path).is_none()).count());
        let has_same_manifest = old == Some(&manifest);
        Ok(Self { files, kept: &existing.inventory.kept, manifest, removed, has_same_manifest })
    }

    /// True if the old tree equals the new one.
    pub(super) fn changes_nothing(&self) -> bool {
        self.has_same_manifest && self.files.iter().all(|(_, _, step)| *step == FileAction::Link)
    }

    /// True if a file is linked from the old tree.
    pub(super) fn links_any(&self) -> bool {
        self.files.iter().any(|(_, _, step)| *step == FileAction::Link)
    }

    /// The result when the plan is carried out.
    pub(super) fn account(&self) -> Published {
        let written = self.files.iter().filter(|(_, _, step)| *step == FileAction::Write);
        let size = |path: &str| self.manifest.get(path).map_or(0, |entry| entry.size);
        let bytes_written = written.clone().map(|(path, ..)| size(path)).sum();
        let written: Vec<_> = written.map(|(path, ..)| (*path).to_owned()).collect();
        Published {
            digest: self.manifest.digest(),
            unchanged: self.files.len() - written.len(),
            written,
            removed: self.removed,
            bytes_written,
            stamp: None,
        }
    }
}

/// True if a file has exactly these bytes. A file that cannot be read is written anew.
fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    // One byte more than expected, so that a longer file is noticed in the same read.
    let mut found = vec![0; bytes.len() + 1];
    let mut filled = 0;
    while let Ok(read @ 1..) = file.read(&mut found[filled..]) {
        filled += read;
    }
    found[..filled] == *bytes
}

/// Refuses entries to be carried over at or below the path of a file of the site.
fn refuse_clashes(artifacts: &Artifacts, existing: &Existing, place: &OutputPlace) -> Result<(), PublishError> {
    let clashes: Vec<_> = existing
        .inventory
        .kept
        .iter()
        .filter(|kept| clashes(artifacts, kept))
        .map(|kept| with_slashes(&kept.path))
        .collect();
    if clashes.is_empty() { Ok(()) } else { Err(foreign(place, &clashes)) }
}

fn clashes(artifacts: &Artifacts, kept: &Kept) -> bool {
    let stands_on_file = kept.path.ancestors().any(|above| artifacts.has(&with_slashes(above)));
    stands_on_file || (kept.kind == KeptKind::File && artifacts.has_folder(&with_slashes(&kept.path)))
}
