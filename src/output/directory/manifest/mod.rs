//! The manifest: the list of the files that hoshin wrote, and the mark of a folder of hoshin.
//!
//! A text file in the published folder. Its head has the version, the number of files, the kind of the folder and its
//! site. Then there is one line for each file, sorted by path:
//!
//! ```text
//! hoshin-manifest 2  2 files  {"kind":"site","base_url":"https://www.example.jp/","city":"試験市"}
//! af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262  0  .nojekyll
//! 3b0c…  2048  index.html
//! ```
//!
//! The head of version 1 ends after the number of files. The kind of such a folder follows from its files; its site is
//! not known. The same kind of output can replace it, and writes version 2.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;

use crate::artifact::FileContent;
use crate::output::{FolderKind, Identity};
use crate::site::DRAFTS_MARKER;
use crate::source::is_storable;

/// The name of the manifest, at the top of the published folder.
pub const MANIFEST: &str = ".hoshin-manifest";

/// The kind of a folder, and its files by path relative to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// `None` in version 1.
    pub(super) identity: Option<Identity>,
    files: BTreeMap<String, ManifestEntry>,
}

/// The content of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ManifestEntry {
    /// BLAKE3 of its bytes.
    pub(super) hash: blake3::Hash,
    /// Bytes.
    pub(super) size: u64,
}

impl ManifestEntry {
    /// The entry of a file with these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { hash: blake3::hash(bytes), size: bytes.len() as u64 }
    }
}

impl Manifest {
    /// The manifest of these files.
    pub(super) fn of(files: &[(&str, &FileContent)], identity: Identity) -> Self {
        let entry = |(path, content): &(&str, &FileContent)| ((*path).to_owned(), ManifestEntry::of(&content.bytes()));
        let entries: Vec<_> = files.par_iter().map(entry).collect();
        Self { identity: Some(identity), files: entries.into_iter().collect() }
    }

    /// Reads a manifest strictly: a form that hoshin does not write is damage, and a damaged manifest proves nothing
    /// about the folder.
    ///
    /// # Errors
    /// The number of the wrong line, from 1.
    pub(super) fn parse(text: &[u8]) -> Result<Self, usize> {
        let text = std::str::from_utf8(text).map_err(|_| 1_usize)?;
        let mut lines = text.split_terminator('\n');
        let ManifestHead { count, identity } = lines.next().and_then(ManifestHead::parse).ok_or(1_usize)?;
        let mut files = BTreeMap::new();
        let mut last = "";
        for (number, line) in lines.enumerate() {
            let (path, entry) = parse_line(line).filter(|(path, _)| *path > last).ok_or(number + 2)?;
            files.insert(path.to_owned(), entry);
            last = path;
        }
        let manifest = Self { identity, files };
        // Also refuses other spellings of numbers, hashes and names (`+5`, upper case, `\u5e02`).
        if manifest.len() == count && manifest.text() == text { Ok(manifest) } else { Err(1) }
    }

    /// The kind of the folder with this manifest, and its identity if that is stated. `None` if the head cannot be
    /// read. The files are not examined.
    pub(super) fn kind(text: &[u8]) -> Option<(FolderKind, Option<Identity>)> {
        let text = std::str::from_utf8(text).ok()?;
        match text.lines().next().and_then(ManifestHead::parse)?.identity {
            Some(identity) => Some((identity.kind, Some(identity))),
            None => Some((kind_by_files(text), None)),
        }
    }

    /// The text of the manifest.
    pub(super) fn text(&self) -> String {
        let mut text = ManifestHead { count: self.len(), identity: self.identity.clone() }.text();
        for (path, ManifestEntry { hash, size }) in &self.files {
            text.push_str(&hash.to_hex());
            let _ = writeln!(text, "  {size}  {path}");
        }
        text
    }

    /// BLAKE3 of the text, as 64 hexadecimal digits. It covers every byte of the site.
    pub(super) fn digest(&self) -> String {
        Self::digest_of(&self.text())
    }

    /// The digest of the manifest with this text.
    pub(super) fn digest_of(text: &str) -> String {
        blake3::hash(text.as_bytes()).to_hex().to_string()
    }

    /// The paths in a manifest whose digest is known to be good. Nothing is examined.
    pub(super) fn paths(text: &str) -> impl Iterator<Item = &str> {
        text.lines().skip(1).filter_map(|line| line.splitn(3, "  ").nth(2))
    }

    /// Paths and entries in order.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &ManifestEntry)> {
        self.files.iter().map(|(path, entry)| (path.as_str(), entry))
    }

    /// The entry of a path.
    pub(super) fn get(&self, path: &str) -> Option<&ManifestEntry> {
        self.files.get(path)
    }

    /// The number of files.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// True if a file lies in this folder or below.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        self.files.range(inside.clone()..).next().is_some_and(|(path, _)| path.starts_with(&inside))
    }
}

/// The first line.
struct ManifestHead {
    count: usize,
    identity: Option<Identity>,
}

impl ManifestHead {
    fn parse(line: &str) -> Option<Self> {
        if let Some(rest) = line.strip_prefix("hoshin-manifest 1  ") {
            return Some(Self { count: rest.strip_suffix(" files")?.parse().ok()?, identity: None });
        }
        let (count, identity) = line.strip_prefix("hoshin-manifest 2  ")?.split_once(" files  ")?;
        Some(Self { count: count.parse().ok()?, identity: Some(serde_json::from_str(identity).ok()?) })
    }

    fn text(&self) -> String {
        let count = self.count;
        // JSON can write any string, without line breaks.
        match self.identity.as_ref().and_then(|identity| serde_json::to_string(identity).ok()) {
            Some(identity) => format!("hoshin-manifest 2  {count} files  {identity}\n"),
            None => format!("hoshin-manifest 1  {count} files\n"),
        }
    }
}

/// A site has a home page. A site with drafts also has the file that marks it. An export has neither.
fn kind_by_files(text: &str) -> FolderKind {
    let has = |file: &str| Manifest::paths(text).any(|path| path == file);
    match () {
        () if has(DRAFTS_MARKER) => FolderKind::Drafts,
        () if has("index.html") => FolderKind::Site,
        () => FolderKind::Export,
    }
}

fn parse_line(line: &str) -> Option<(&str, ManifestEntry)> {
    let mut parts = line.splitn(3, "  ");
    let hash = blake3::Hash::from_hex(parts.next()?).ok()?;
    let size = parts.next()?.parse().ok()?;
    let path = parts.next()?;
    (is_storable(path) && path != MANIFEST).then_some((path, ManifestEntry { hash, size }))
}

#[cfg(test)]
mod tests;
