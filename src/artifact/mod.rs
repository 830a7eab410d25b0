//! The result of a build before anything is written: an ordered map of output paths to bytes.

mod content;

pub use content::{FileContent, FramedContent, SharedFrame};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// The files of a site, by path relative to the output folder: `r8/seisaku-keiei/index.html`. Paths have `/` between their parts,
/// no leading `/`, and never `..`. They are ordered, so that a site always gives the same sequence.
///
/// No two paths differ only by case or by Unicode composition: Windows and macOS would write both into one file. A path is never
/// both a file and a folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Artifacts {
    files: BTreeMap<String, FileContent>,
    /// Every file and every folder above one, by [`folded`] path.
    names: BTreeMap<String, PathName>,
}

/// A path as it was spelled.
#[derive(Debug, Clone, PartialEq)]
enum PathName {
    File(String),
    Folder(String),
}

/// Two files have the same path, or paths that some file system takes for the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The path that was there first.
    pub first: String,
    /// The path that was refused.
    pub second: String,
}

impl Artifacts {
    /// Adds a file.
    ///
    /// # Errors
    /// [`Clash`] if the path is taken, at least on some file system: by the same path in other case or composition, by a folder, or
    /// because a part of the path is a file already. The earlier file stays.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Result<(), Clash> {
        self.insert_content(path.into(), FileContent::Whole(bytes.into()))
    }

    /// Adds a file whose bytes may still have to be assembled.
    ///
    /// # Errors
    /// The same as for [`insert`](Self::insert).
    pub fn insert_content(&mut self, path: String, content: FileContent) -> Result<(), Clash> {
        if let Some(first) = self.taken_by(&path) {
            return Err(Clash { first, second: path });
        }
        for folder in folders_above(&path) {
            let key = folded(folder);
            if self.names.contains_key(&key) {
                break;
            }
            self.names.insert(key, PathName::Folder(folder.to_owned()));
        }
        self.names.insert(folded(&path), PathName::File(path.clone()));
        self.files.insert(path, content);
        Ok(())
    }

    /// Paths and bytes in order. Framed contents are assembled one file at a time.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, Cow<'_, [u8]>)> {
        self.contents().map(|(path, content)| (path, content.bytes()))
    }

    /// Paths and contents in order.
    pub fn contents(&self) -> impl ExactSizeIterator<Item = (&str, &FileContent)> {
        self.files.iter().map(|(path, content)| (path.as_str(), content))
    }

    /// Whether there is a file at a path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The bytes at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        self.files.get(path).map(FileContent::bytes)
    }

    /// The bytes at a path, shared with the caller.
    #[must_use]
    pub fn shared(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).map(FileContent::shared)
    }

    /// Whether there are files below this path. Case does not matter.
    #[must_use]
    pub fn has_folder(&self, path: &str) -> bool {
        matches!(self.names.get(&folded(path)), Some(PathName::Folder(_)))
    }

    /// The number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are no files.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The path of the file that clashes with `path`.
    fn taken_by(&self, path: &str) -> Option<String> {
        match self.names.get(&folded(path)) {
            Some(PathName::File(first)) => return Some(first.clone()),
            Some(PathName::Folder(folder)) => return Some(self.first_in(folder)),
            None => {}
        }
        for folder in folders_above(path) {
            match self.names.get(&folded(folder)) {
                Some(PathName::File(first)) => return Some(first.clone()),
                Some(PathName::Folder(spelled)) if spelled != folder => return Some(self.first_in(spelled)),
                // The folders above an existing one were checked when it was added.
                Some(PathName::Folder(_)) => return None,
                None => {}
            }
        }
        None
    }

    /// The first file in a folder.
    fn first_in(&self, folder: &str) -> String {
        let inside = format!("{folder}/");
        self.files.range(inside..).next().map_or_else(|| folder.to_owned(), |(path, _)| path.clone())
    }
}

/// The folders above a path, the nearest first: `a/b` and `a` for `a/b/c.html`.
fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

/// A path without case and composition. Equal results clash on some file system.
fn folded(path: &str) -> String {
    if path.is_ascii() { path.to_ascii_lowercase() } else { path.nfc().collect::<String>().to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(paths: &[&str]) -> Result<Artifacts, Clash> {
        let mut artifacts = Artifacts::default();
        for path in paths {
            artifacts.insert(*path, path.as_bytes().to_vec())?;
        }
        Ok(artifacts)
    }

    #[test]
    fn paths_that_some_file_system_takes_for_the_same_clash() {
        let table = [
            ("a.html", "a.html", "the same path"),
            ("a.html", "A.HTML", "case"),
            ("Ａ.html", "ａ.html", "case of full-width letters"),
            ("は\u{3099}.html", "ば.html", "composition"),
            ("a/x.html", "A/y.html", "case of a folder"),
            ("a/b/x.html", "a/B/y.html", "case of an inner folder"),
            ("a", "a/b.html", "a file, then a folder"),
            ("a", "a/b/c.html", "a file, then a folder of a folder"),
            ("a/b.html", "a", "a folder, then a file"),
            ("a/b/c.html", "A", "a folder, then a file in other case"),
        ];
        for (first, second, why) in table {
            let clash = Clash { first: first.to_owned(), second: second.to_owned() };
            assert_eq!(with(&[first, second]), Err(clash), "{why}");
        }
    }

    #[test]
    fn paths_that_only_look_alike_do_not_clash() {
        for (first, second) in
            [("a/b", "ab"), ("a-b/c", "a/c"), ("a.html", "a/b.html"), ("は.html", "ば.html"), ("a/b/c", "a/d/c")]
        {
            assert_eq!(with(&[first, second]).unwrap().len(), 2, "{first} and {second}");
        }
    }

    #[test]
    fn a_refused_path_changes_nothing() {
        let mut artifacts = with(&["a/b.html"]).unwrap();
        let before = artifacts.clone();
        artifacts.insert("new/A", *b"").unwrap();
        artifacts = before.clone();
        assert!(artifacts.insert("a", *b"other").is_err());
        assert!(artifacts.insert("A/c", *b"other").is_err());
        assert_eq!(artifacts, before);
    }
}
