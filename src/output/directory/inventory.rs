//! The content of a published folder, by owner.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::manifest::{MANIFEST, Manifest};
use super::place::is_work_name;

/// Files that Windows and macOS create in every folder that somebody opens. They do not stop a build.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The content of a folder by owner.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Files of the manifest that exist as regular files.
    pub(super) ours: BTreeSet<String>,
    /// Entries at the top of the folder whose names start with a dot, with all they contain: `.gitignore`, `.htaccess`,
    /// `.well-known/`, `.git/`. Folders come before their content.
    pub(super) kept: Vec<Kept>,
    /// All other entries, sorted. Folders end with `/`; their content is not listed.
    pub(super) foreign: Vec<String>,
    /// Output folders and work folders of hoshin within the folder.
    pub(super) nested: Vec<PathBuf>,
}

/// An entry that is carried over into the new tree.
#[derive(Debug)]
pub(super) struct Kept {
    /// The path relative to the folder.
    pub(super) path: PathBuf,
    /// A folder, or anything else: a file, a link.
    pub(super) kind: KeptKind,
}

/// The kind of a [`Kept`] entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeptKind {
    Folder,
    File,
}

impl Inventory {
    /// Walks a folder. Links are not followed.
    ///
    /// # Errors
    /// I/O errors of reading a folder, with its path.
    pub(super) fn take(root: &Path, manifest: &Manifest) -> Result<Self, PublishError> {
        let mut inventory = Self::default();
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            let path = root.join(&folder);
            for entry in fs::read_dir(&path).at(&path)? {
                let entry = entry.at(&path)?;
                let kind = entry.file_type().at(&entry.path())?;
                let found = folder.join(entry.file_name());
                if inventory.note(&found, kind, manifest) {
                    folders.push(found);
                }
            }
        }
        inventory.foreign.sort();
        Ok(inventory)
    }

    /// Notes one entry. Returns true for a folder whose content is to be read.
    fn note(&mut self, found: &Path, kind: FileType, manifest: &Manifest) -> bool {
        let path = with_slashes(found);
        if let Some(folder) = folder_of_ours(found, kind) {
            self.nested.push(folder);
        }
        if kind.is_dir() && manifest.has_folder(&path) {
            return true;
        }
        if kind.is_file() && manifest.get(&path).is_some() {
            self.ours.insert(path);
        } else if is_kept(found) {
            let kind = if kind.is_dir() { KeptKind::Folder } else { KeptKind::File };
            self.kept.push(Kept { path: found.to_owned(), kind });
            return kind == KeptKind::Folder;
        } else if kind.is_dir() {
            self.foreign.push(path + "/");
        } else if manifest.get(&path).is_none() && path != MANIFEST && !is_litter(found) {
            self.foreign.push(path);
        }
        false
    }
}

/// The output or work folder of hoshin that this entry reveals, below the root.
fn folder_of_ours(found: &Path, kind: FileType) -> Option<PathBuf> {
    let name = found.file_name()?;
    let bears_manifest = name == MANIFEST && found != Path::new(MANIFEST);
    match bears_manifest {
        true => found.parent().map(Path::to_owned),
        false => (kind.is_dir() && is_work_name(name)).then(|| found.to_owned()),
    }
}

/// The most entries in which a folder of hoshin is searched.
const MOST_SOUGHT: usize = 10_000;

/// Searches foreign entries for a folder of hoshin, to give a better reason for the refusal.
pub(super) fn nested_in(root: &Path, things: &[String]) -> Option<PathBuf> {
    let all = things.iter().flat_map(|thing| WalkDir::new(root.join(thing)).sort_by_file_name());
    let nested = all.take(MOST_SOUGHT).flatten().filter_map(|entry| {
        let found = entry.path().strip_prefix(root).ok()?;
        folder_of_ours(found, entry.file_type())
    });
    foremost(nested)
}

/// The folder that a message names: the first that is no work folder, else the first.
pub(super) fn foremost(nested: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    nested.min_by_key(|folder| (folder.iter().any(is_work_name), folder.clone()))
}

/// A path as in a manifest.
pub(super) fn with_slashes(path: &Path) -> String {
    path.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
}

fn is_kept(path: &Path) -> bool {
    let top = path.iter().next().unwrap_or_default();
    top.as_encoded_bytes().starts_with(b".") && top != MANIFEST && path != Path::new(LITTER[0])
}

fn is_litter(path: &Path) -> bool {
    path.file_name().is_some_and(|name| LITTER.iter().any(|litter| name == *litter))
}
