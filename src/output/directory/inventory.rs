//! What is in a published folder, and whose it is.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use crate::output::PublishError;
use crate::output::error::At;

use super::manifest::{MANIFEST, Manifest};

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
}

/// A thing to carry over into the new tree.
#[derive(Debug)]
pub(super) struct Kept {
    /// Relative to the folder.
    pub(super) path: PathBuf,
    /// Whether it is a folder; else it is a file, a link or the like.
    pub(super) kind: Kind,
}

/// What a [`Kept`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
        if kind.is_dir() && manifest.has_folder(&path) {
            return true;
        }
        if kind.is_file() && manifest.get(&path).is_some() {
            self.ours.insert(path);
        } else if is_kept(found) {
            let kind = if kind.is_dir() { Kind::Folder } else { Kind::File };
            self.kept.push(Kept { path: found.to_owned(), kind });
            return kind == Kind::Folder;
        } else if kind.is_dir() {
            self.foreign.push(path + "/");
        } else if manifest.get(&path).is_none() && path != MANIFEST && !is_litter(found) {
            self.foreign.push(path);
        }
        false
    }
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
