//! Replaces single files beside the sources: the address records.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, catalogue};

use super::PublishError;
use super::directory::check_outside;

/// The new content of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replacement<'a> {
    /// The file's path relative to the site's folder, with `/`.
    pub path: &'a str,
    /// The new text; `None` removes the file.
    pub text: Option<&'a str>,
}

/// The reason why files were not replaced.
#[derive(Debug)]
pub enum ReplaceError {
    /// A file has changed since it was read. Nothing has been written.
    Changed {
        /// The file, relative to the site's folder.
        path: String,
    },
    /// The site lies in a folder that hoshin has written. Nothing has been written.
    Occupied(PublishError),
    /// Reading or writing failed. Files before this one have been written.
    Io {
        /// The file, relative to the site's folder.
        path: String,
        /// The message of the system.
        error: io::Error,
    },
}

impl ReplaceError {
    /// The finding for the user.
    #[must_use]
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Changed { path } => catalogue::record_changed(path).of_site(),
            Self::Occupied(error) => error.diagnostic(),
            Self::Io { path, error } => catalogue::record_io(path, &error.to_string()).of_site(),
        }
    }
}

/// Replaces files one after the other, each in one step. Whenever this process is killed, each file has its old or its
/// new content. `seen` are the digests of the files as they were read; a file without a digest did not exist.
///
/// # Errors
/// [`ReplaceError`].
pub fn replace(
    site: &Path,
    files: &[Replacement<'_>],
    seen: &BTreeMap<String, blake3::Hash>,
) -> Result<(), ReplaceError> {
    if !files.is_empty() {
        check_outside(&site.join("content")).map_err(ReplaceError::Occupied)?;
    }
    for file in files {
        let now = digest(&site.join(file.path)).map_err(|error| failed(file, error))?;
        if now.as_ref() != seen.get(file.path) {
            return Err(ReplaceError::Changed { path: file.path.to_owned() });
        }
    }
    for file in files {
        let path = site.join(file.path);
        let done = match file.text {
            Some(text) => write(&path, text),
            None => fs::remove_file(&path),
        };
        done.map_err(|error| failed(file, error))?;
    }
    Ok(())
}

fn failed(file: &Replacement<'_>, error: io::Error) -> ReplaceError {
    ReplaceError::Io { path: file.path.to_owned(), error }
}

fn digest(path: &Path) -> io::Result<Option<blake3::Hash>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(blake3::hash(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a hidden file beside the place, syncs it to the disk and renames it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let draft = draft(path);
    let written = File::create(&draft).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&draft, path));
    if done.is_err() {
        // If the draft cannot be removed either, its hidden name keeps it from being read.
        let _ = fs::remove_file(&draft);
    }
    done
}

/// `content/r8/.a.lock.1234.new`: each process has a draft of its own.
fn draft(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.new", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one<'a>(path: &'a str, text: Option<&'a str>) -> [Replacement<'a>; 1] {
        [Replacement { path, text }]
    }

    #[test]
    fn a_file_is_made_changed_and_removed_and_nothing_else_is_left() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.lock");
        let mut seen = BTreeMap::new();
        for text in ["1\n", "2\n"] {
            replace(folder.path(), &one("a.lock", Some(text)), &seen).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            seen.insert("a.lock".to_owned(), blake3::hash(text.as_bytes()));
        }
        replace(folder.path(), &one("a.lock", None), &seen).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_somebody_has_changed_stays_and_so_do_the_others() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::write(folder.path().join("b.lock"), "theirs").unwrap();
        let files = ["a.lock", "b.lock"].map(|path| Replacement { path, text: Some("ours") });
        let error = replace(folder.path(), &files, &BTreeMap::new()).unwrap_err();
        assert!(matches!(error, ReplaceError::Changed { path } if path == "b.lock"));
        assert_eq!(fs::read_to_string(folder.path().join("b.lock")).unwrap(), "theirs");
        assert!(!folder.path().join("a.lock").exists());
    }

    #[test]
    fn a_failed_write_leaves_no_draft() {
        let folder = tempfile::TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join("a.lock/inside")).unwrap();
        let error = write(&folder.path().join("a.lock"), "text").unwrap_err();
        assert_ne!(error.kind(), io::ErrorKind::NotFound);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
