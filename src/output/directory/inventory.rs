//! What is in a published folder, and whose it is.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::manifest::{MANIFEST, Manifest};
use super::place::is_work_name;

/// What Windows and macOS leave in every folder that somebody opens. Nobody misses these files, and a build must not
/// stop for them.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The content of a folder, sorted by whose it is.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// Files of the manifest that are there as regular files.
    pub(super) ours: BTreeSet<String>,
    /// What its owner keeps there under a name that starts with a dot, at the top of the folder: `.gitignore`,
    /// `.htaccess`, all of `.well-known/` and `.git/`. Folders come before what is in them.
    pub(super) kept: Vec<Kept>,
    /// Everything else, sorted; folders end with `/`, and what is in them is not listed.
    pub(super) foreign: Vec<String>,
    /// Folders of hoshin's that lie in it: such as bear a manifest of their own, and work folders.
    pub(super) nested: Vec<PathBuf>,
}

/// A thing to carry over into the new tree.
#[derive(Debug)]
pub(super) struct Kept {
    /// Relative to the folder.
    pub(super) path: PathBuf,
    /// Whether it is a folder; else it is a file, a link or the like.
    pub(super) kind: KeptKind,
}

/// What a [`Kept`] is.
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

    /// Puts one thing where it belongs; tells whether it is a folder to look into.
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

/// The folder of hoshin's, below the one that is walked, that this thing gives away.
fn folder_of_ours(found: &Path, kind: FileType) -> Option<PathBuf> {
    let name = found.file_name()?;
    let bears_manifest = name == MANIFEST && found != Path::new(MANIFEST);
    match bears_manifest {
        true => found.parent().map(Path::to_owned),
        false => (kind.is_dir() && is_work_name(name)).then(|| found.to_owned()),
    }
}

/// How many files and folders are looked at for a reason to tell.
const MOST_SOUGHT: usize = 10_000;

/// A folder of hoshin's in these things of a folder, which are refused in any case.
pub(super) fn nested_in(root: &Path, things: &[String]) -> Option<PathBuf> {
    let all = things.iter().flat_map(|thing| WalkDir::new(root.join(thing)).sort_by_file_name());
    let nested = all.take(MOST_SOUGHT).flatten().filter_map(|entry| {
        let found = entry.path().strip_prefix(root).ok()?;
        folder_of_ours(found, entry.file_type())
    });
    foremost(nested)
}

/// The one to be named: the first that is no work folder, else the first.
pub(super) fn foremost(nested: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    nested.min_by_key(|folder| (folder.iter().any(is_work_name), folder.clone()))
}

/// A path as it stands in a manifest.
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
