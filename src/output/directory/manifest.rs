//! The manifest: what hoshin wrote, and the sign that the folder is hoshin's.
//!
//! A text file in the published folder: a header with the version and the number of files, then one line a file,
//! sorted by path:
//!
//! ```text
//! hoshin-manifest 1  2 files
//! af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262  0  .nojekyll
//! 3b0c…  2048  index.html
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;

use crate::artifact::Content;
use crate::output::name;

/// Its name, at the top of the published folder.
pub const MANIFEST: &str = ".hoshin-manifest";

/// Files by path relative to the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(BTreeMap<String, Entry>);

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// BLAKE3 of its bytes.
    pub(super) hash: blake3::Hash,
    /// Bytes.
    pub(super) size: u64,
}

impl Entry {
    /// The entry of a file with these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { hash: blake3::hash(bytes), size: bytes.len() as u64 }
    }
}

impl Manifest {
    /// The manifest of these files.
    pub(super) fn of(files: &[(&str, &Content)]) -> Self {
        let entry = |(path, content): &(&str, &Content)| ((*path).to_owned(), Entry::of(&content.bytes()));
        let entries: Vec<_> = files.par_iter().map(entry).collect();
        Self(entries.into_iter().collect())
    }

    /// Reads a manifest, strictly: anything hoshin would not have written is damage, and a damaged manifest proves
    /// nothing about the folder.
    ///
    /// # Errors
    /// The line, from 1, that is not as it should be.
    pub(super) fn parse(text: &[u8]) -> Result<Self, usize> {
        let text = std::str::from_utf8(text).map_err(|_| 1_usize)?;
        let mut lines = text.split_terminator('\n');
        let count = lines.next().and_then(parse_header).ok_or(1_usize)?;
        let mut entries = BTreeMap::new();
        let mut last = "";
        for (number, line) in lines.enumerate() {
            let (path, entry) = parse_line(line).filter(|(path, _)| *path > last).ok_or(number + 2)?;
            entries.insert(path.to_owned(), entry);
            last = path;
        }
        let manifest = Self(entries);
        // Also catches what numbers and hashes may be spelled like (`+5`, upper case) and we never write.
        if manifest.len() == count && manifest.text() == text { Ok(manifest) } else { Err(1) }
    }

    /// The text of the manifest.
    pub(super) fn text(&self) -> String {
        let mut text = header(self.0.len());
        for (path, Entry { hash, size }) in &self.0 {
            text.push_str(&hash.to_hex());
            let _ = writeln!(text, "  {size}  {path}");
        }
        text
    }

    /// BLAKE3 over the text, as 64 hexadecimal digits: it stands for every byte of the site.
    pub(super) fn digest(&self) -> String {
        Self::digest_of(&self.text())
    }

    /// The digest of the manifest with this text.
    pub(super) fn digest_of(text: &str) -> String {
        blake3::hash(text.as_bytes()).to_hex().to_string()
    }

    /// The paths in the text of a manifest whose digest is known to be that of a good one; nothing is examined.
    pub(super) fn paths(text: &str) -> impl Iterator<Item = &str> {
        text.lines().skip(1).filter_map(|line| line.splitn(3, "  ").nth(2))
    }

    /// Paths and entries in order.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_str(), entry))
    }

    /// The entry of a path.
    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        self.0.get(path)
    }

    /// How many files it lists.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a file of it lies in this folder or below.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        self.0.range(inside.clone()..).next().is_some_and(|(path, _)| path.starts_with(&inside))
    }
}

fn header(count: usize) -> String {
    format!("hoshin-manifest 1  {count} files\n")
}

fn parse_header(line: &str) -> Option<usize> {
    line.strip_prefix("hoshin-manifest 1  ")?.strip_suffix(" files")?.parse().ok()
}

fn parse_line(line: &str) -> Option<(&str, Entry)> {
    let mut parts = line.splitn(3, "  ");
    let hash = blake3::Hash::from_hex(parts.next()?).ok()?;
    let size = parts.next()?.parse().ok()?;
    let path = parts.next()?;
    (name::is_sound(path) && path != MANIFEST).then_some((path, Entry { hash, size }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

    fn manifest(files: &[(&str, &'static [u8])]) -> Manifest {
        Manifest(files.iter().map(|(path, bytes)| ((*path).to_owned(), Entry::of(bytes))).collect())
    }

    #[test]
    fn it_is_text_and_reads_back() {
        let manifest = manifest(&[("index.html", b""), ("方針/a  b.html", b"abc")]);
        let text = manifest.text();
        assert_eq!(
            text,
            format!(
                "hoshin-manifest 1  2 files\n{EMPTY}  0  index.html\n\
                 6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85  3  方針/a  b.html\n"
            )
        );
        assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
        assert_eq!(Manifest::parse(b"hoshin-manifest 1  0 files\n"), Ok(Manifest::default()));
    }

    #[test]
    fn damage_is_found_with_its_line() {
        let line = |path: &str| format!("{EMPTY}  0  {path}\n");
        let table = [
            (String::new(), 1, "empty"),
            ("\u{feff}hoshin-manifest 1  0 files\n".to_owned(), 1, "a byte order mark"),
            ("hoshin-manifest 2  0 files\n".to_owned(), 1, "a version from the future"),
            (format!("hoshin-manifest 1  2 files\n{}", line("a")), 1, "cut off after a line"),
            (format!("hoshin-manifest 1  1 files\n{EMPTY}  0  a"), 1, "cut off within the last line"),
            (format!("hoshin-manifest 1  1 files\n{}", &EMPTY[..40]), 2, "cut off within a hash"),
            (format!("hoshin-manifest 1  2 files\n{}{}", line("b"), line("a")), 3, "not sorted"),
            (format!("hoshin-manifest 1  2 files\n{}{}", line("a"), line("a")), 3, "twice"),
            (format!("hoshin-manifest 1  1 files\n{}", line("../a")), 2, "a path that leads out"),
            (format!("hoshin-manifest 1  1 files\n{}", line("/a")), 2, "an absolute path"),
            (format!("hoshin-manifest 1  1 files\n{}", line(MANIFEST)), 2, "itself"),
            (format!("hoshin-manifest 1  1 files\n<<<<<<< HEAD\n{}", line("a")), 2, "a merge conflict"),
            (format!("hoshin-manifest 1  1 files\r\n{}", line("a")), 1, "CRLF"),
        ];
        for (text, at, why) in table {
            assert_eq!(Manifest::parse(text.as_bytes()), Err(at), "{why}");
        }
        assert_eq!(Manifest::parse(b"\xff\xfe"), Err(1), "not UTF-8");
    }

    #[test]
    fn folders_are_those_with_files_below() {
        let manifest = manifest(&[("a/b/c", b""), ("ab/c", b"")]);
        for (folder, has) in [("a", true), ("a/b", true), ("ab", true), ("a/b/c", false), ("b", false), ("abc", false)]
        {
            assert_eq!(manifest.has_folder(folder), has, "{folder}");
        }
    }
}
