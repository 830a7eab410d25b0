//! What is to be done for each file, decided before anything is written.

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

/// What becomes of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileAction {
    /// Its bytes are in the old tree: link them.
    Link,
    /// Write it.
    Write,
}

/// Everything a new tree consists of.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Paths, contents, and what to do, in order of path.
    pub(super) files: Vec<(&'a str, &'a FileContent, FileAction)>,
    /// What is carried over.
    pub(super) kept: &'a [Kept],
    /// The manifest of the new tree.
    pub(super) manifest: Manifest,
    /// How many files of the site before are no more.
    removed: usize,
    /// Whether the manifest stays as it is.
    has_same_manifest: bool,
}

impl<'a> Plan<'a> {
    /// Compares what is to be published with what is there.
    ///
    /// A file counts as unchanged when the manifest says so *and* the file still holds these bytes: somebody may have
    /// edited the published page.
    ///
    /// # Errors
    /// [`PublishError::Foreign`] when a file that is to be carried over stands where the site has one of its own.
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

    /// Whether the old tree is the new one already.
    pub(super) fn changes_nothing(&self) -> bool {
        self.has_same_manifest && self.files.iter().all(|(_, _, step)| *step == FileAction::Link)
    }

    /// Whether a file is linked from the old tree.
    pub(super) fn links_any(&self) -> bool {
        self.files.iter().any(|(_, _, step)| *step == FileAction::Link)
    }

    /// What will have happened when the plan is carried out.
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

/// Whether a file holds exactly these bytes. One that cannot be read does not: it is written anew.
fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = File::open(path) else { return false };
    // One byte more than there should be, so that a longer file shows itself in the same read.
    let mut found = vec![0; bytes.len() + 1];
    let mut filled = 0;
    while let Ok(read @ 1..) = file.read(&mut found[filled..]) {
        filled += read;
    }
    found[..filled] == *bytes
}

/// What is carried over must not stand where the site has a file, nor below one.
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
