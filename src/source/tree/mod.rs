//! Reads a site's folder. No other part of this room does I/O.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::{Ignored, Tree};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, catalogue};
use crate::policy::Invisible;

/// The folder of the documents and their sidecars, registries and assets.
pub const CONTENT: &str = "content";
/// The folder of the site's own themes.
pub const THEMES: &str = "themes";
/// The settings of the site. A folder that has this file is the folder of a site.
pub const SETTINGS: &str = "content/site.yaml";

/// Larger files are not read. Mebibytes.
const MAX_MEBIBYTES: u64 = 64;

/// The folder has no `content/`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadError(Box<Diagnostic>);

impl ReadError {
    /// The finding, which also tells how to start.
    #[must_use]
    pub fn diagnostic(&self) -> &Diagnostic {
        &self.0
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.text.en)
    }
}

impl std::error::Error for ReadError {}

/// Reads `content/` and `themes/` of a site's folder.
///
/// Links to files within the same of these two folders are followed. Links to folders, to places outside and to nothing
/// are findings, so that no link makes the walk endless or publishes other files. Pipes, sockets and devices are never
/// opened. Names are normalised to NFC. A file that cannot be read is a finding and is left out.
///
/// # Errors
/// [`ReadError`] when there is no `content/` folder.
pub fn read_tree(site_dir: &Path) -> Result<(Tree, Diagnostics), ReadError> {
    list_tree(site_dir).map(Listing::read_all)
}

/// Lists the files of a site's folder without reading them. A caller may know most of them already.
///
/// # Errors
/// As [`read_tree`].
pub fn list_tree(site_dir: &Path) -> Result<Listing, ReadError> {
    let content = site_dir.join(CONTENT);
    if !std::fs::symlink_metadata(&content).is_ok_and(|meta| meta.is_dir()) {
        let folder = site_dir.display().to_string();
        return Err(ReadError(Box::new(catalogue::content_missing(&folder).of_site())));
    }
    let mut walk = Listing::default();
    walk.folder(&content, CONTENT);
    let themes = site_dir.join(THEMES);
    if std::fs::symlink_metadata(&themes).is_ok() {
        walk.folder(&themes, THEMES);
    }
    Ok(walk)
}

/// The files of a site's folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files to read: path in the tree → path on disk.
    pub files: BTreeMap<String, PathBuf>,
    /// Files that are left out, and why.
    pub ignored: BTreeMap<String, Ignored>,
    /// Findings about names, links and folders.
    pub found: Diagnostics,
}

impl Listing {
    fn folder(&mut self, root: &Path, name: &str) {
        let real_root = root.canonicalize().ok();
        let mut entries = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.unreadable_entry(&error, root, name);
                    continue;
                }
            };
            let is_folder = entry.file_type().is_dir();
            if let Some(path) = self.wanted(&entry, root, name) {
                if !is_folder {
                    self.file(&entry, path, real_root.as_deref());
                }
            } else if is_folder {
                entries.skip_current_dir();
            }
        }
    }

    /// The path in the tree of an entry that is to be read. An entry to be left out is noted.
    fn wanted(&mut self, entry: &DirEntry, root: &Path, name: &str) -> Option<String> {
        let file_name = entry.file_name().to_string_lossy();
        match tree_path(entry.path(), root, name) {
            Ok(path) => match ignored(&file_name) {
                None => return Some(path),
                Some(why) => {
                    self.ignored.insert(path, why);
                }
            },
            Err(shown) => self.report(catalogue::name_not_unicode(&file_name), shown),
        }
        None
    }

    fn file(&mut self, entry: &DirEntry, path: String, real_root: Option<&Path>) {
        let kind = entry.file_type();
        if kind.is_symlink() {
            let target = entry.path().canonicalize().ok();
            let inside =
                target.filter(|target| real_root.is_some_and(|root| target.starts_with(root)) && target.is_file());
            match inside {
                Some(target) => self.add(path, target),
                None => self.report(catalogue::link_refused(&entry.file_name().to_string_lossy()), path),
            }
        } else if kind.is_file() {
            self.add(path, entry.path().to_owned());
        } else {
            self.report(catalogue::special_file(), path);
        }
    }

    fn add(&mut self, path: String, on_disk: PathBuf) {
        // Names become addresses and file names of the site.
        for one in Invisible::all(&path) {
            self.report(one.finding(), path.clone());
        }
        match self.files.entry(path) {
            Entry::Vacant(free) => {
                free.insert(on_disk);
            }
            Entry::Occupied(taken) => {
                let path = taken.key().clone();
                let name = path.rsplit('/').next().unwrap_or_default();
                self.report(catalogue::name_clash(name), path.clone());
            }
        }
    }

    fn report(&mut self, finding: Finding, path: String) {
        self.found.push(finding.in_file(path));
    }

    fn unreadable_entry(&mut self, error: &walkdir::Error, root: &Path, name: &str) {
        let path = error
            .path()
            .map_or_else(|| name.to_owned(), |path| tree_path(path, root, name).unwrap_or_else(|shown| shown));
        let reason = error.io_error().map_or_else(|| error.to_string(), |error| error.kind().to_string());
        self.report(catalogue::unreadable_file(&reason), path);
    }

    /// Reads the files on all cores.
    fn read_all(self) -> (Tree, Diagnostics) {
        let mut found = self.found;
        let files: Vec<(String, PathBuf)> = self.files.into_iter().collect();
        let read: Vec<_> = files.into_par_iter().map(|(path, on_disk)| (read_file(&on_disk), path)).collect();
        let mut tree = Tree { ignored: self.ignored, ..Tree::default() };
        for (bytes, path) in read {
            match bytes {
                Ok(bytes) => {
                    tree.files.insert(path, bytes);
                }
                Err(finding) => found.push(finding.in_file(path)),
            }
        }
        (tree, found)
    }
}

/// The path in the tree.
///
/// # Errors
/// A path that is not Unicode, with replacement characters, for messages.
fn tree_path(path: &Path, root: &Path, name: &str) -> Result<String, String> {
    let below = path.strip_prefix(root).unwrap_or(path);
    let mut out = name.to_owned();
    let mut is_unicode = true;
    for part in below.components() {
        out.push('/');
        match part.as_os_str().to_str() {
            Some(part) => out.extend(part.nfc()),
            None => {
                is_unicode = false;
                out.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    if is_unicode { Ok(out) } else { Err(out) }
}

/// The bytes of one file of a [`Listing`].
///
/// # Errors
/// A finding if the file cannot be read or is too large.
pub fn read_file(path: &Path) -> Result<Arc<[u8]>, Finding> {
    let unreadable = |error: std::io::Error| catalogue::unreadable_file(&error.kind().to_string());
    let file = File::open(path).map_err(unreadable)?;
    let limit = MAX_MEBIBYTES * 1024 * 1024;
    let length = file.metadata().map_err(unreadable)?.len();
    if length > limit {
        return Err(catalogue::file_too_large(MAX_MEBIBYTES));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    // The file may have grown since its length was read.
    let read = file.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if read as u64 > limit { Err(catalogue::file_too_large(MAX_MEBIBYTES)) } else { Ok(bytes.into()) }
}

/// The reason to leave out a file or folder with this name; `None` if it is read.
fn ignored(name: &str) -> Option<Ignored> {
    if is_editor_file(name) {
        return Some(Ignored::EditorFile);
    }
    name.starts_with('.').then_some(Ignored::Hidden)
}

/// Names that editors, Office and file managers give to files of their own: Emacs (`x~`, `.#x`, `#x#`), vim (`.x.swp`,
/// `4913`), `JetBrains` (`x___jb_tmp___`), Word (`~$x.docx`), macOS (`Icon` with a carriage return: a folder's picture)
/// and Windows.
fn is_editor_file(name: &str) -> bool {
    let is_swap =
        name.starts_with('.') && name.get(name.len().saturating_sub(4)..).is_some_and(|end| end.starts_with(".sw"));
    let is_lock = name.len() > 1 && name.starts_with('#') && name.ends_with('#');
    is_swap
        || is_lock
        || name.ends_with('~')
        || name.starts_with(".#")
        || name.starts_with("~$")
        || name.contains("___jb_tmp___")
        || name.contains("___jb_old___")
        || name == "4913"
        || [".DS_Store", "Icon\r", "Thumbs.db", "desktop.ini"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests;
