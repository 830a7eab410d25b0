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
mod tests {
    use super::*;
    use crate::policy::SiteName;

    const EMPTY: &str = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";

    fn identity() -> Identity {
        let site = SiteName { base_url: "https://www.example.jp/".into(), city: "試験  \"市\"\n".into() };
        Identity { kind: FolderKind::Export, site }
    }

    fn manifest(files: &[(&str, &'static [u8])], identity: Option<Identity>) -> Manifest {
        let entry = |(path, bytes): &(&str, &'static [u8])| ((*path).to_owned(), ManifestEntry::of(bytes));
        Manifest { identity, files: files.iter().map(entry).collect() }
    }

    #[test]
    fn a_manifest_is_text_and_is_read_back() {
        let heads = [
            (None, "hoshin-manifest 1  2 files".to_owned()),
            (
                Some(identity()),
                r#"hoshin-manifest 2  2 files  {"kind":"export","base_url":"https://www.example.jp/","city":"試験  \"市\"\n"}"#
                    .to_owned(),
            ),
        ];
        for (identity, head) in heads {
            let manifest = manifest(&[("index.html", b""), ("方針/a  b.html", b"abc")], identity);
            let text = manifest.text();
            assert_eq!(
                text,
                format!(
                    "{head}\n{EMPTY}  0  index.html\n\
                     6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85  3  方針/a  b.html\n"
                )
            );
            assert_eq!(Manifest::parse(text.as_bytes()), Ok(manifest));
            assert_eq!(Manifest::paths(&text).collect::<Vec<_>>(), ["index.html", "方針/a  b.html"]);
        }
        assert_eq!(Manifest::parse(b"hoshin-manifest 1  0 files\n"), Ok(Manifest::default()));
    }

    #[test]
    fn the_kind_of_a_folder_is_in_the_head_or_follows_from_its_files() {
        let former = |files: &[(&str, &'static [u8])]| Manifest::kind(manifest(files, None).text().as_bytes());
        assert_eq!(former(&[("index.html", b"")]), Some((FolderKind::Site, None)));
        assert_eq!(former(&[(DRAFTS_MARKER, b""), ("index.html", b"")]), Some((FolderKind::Drafts, None)));
        assert_eq!(former(&[("r8/index.html", b""), ("review.csv", b"")]), Some((FolderKind::Export, None)));
        assert_eq!(former(&[]), Some((FolderKind::Export, None)));
        let stated = manifest(&[("index.html", b"")], Some(identity())).text();
        assert_eq!(Manifest::kind(stated.as_bytes()), Some((FolderKind::Export, Some(identity()))));
        assert_eq!(Manifest::kind(b"hoshin-manifest 3  0 files\n"), None);
    }

    #[test]
    fn damage_is_found_with_its_line() {
        let line = |path: &str| format!("{EMPTY}  0  {path}\n");
        let table = [
            (String::new(), 1, "empty"),
            ("\u{feff}hoshin-manifest 1  0 files\n".to_owned(), 1, "a byte order mark"),
            ("hoshin-manifest 3  0 files\n".to_owned(), 1, "a version from the future"),
            ("hoshin-manifest 2  0 files\n".to_owned(), 1, "without an identity"),
            (r#"hoshin-manifest 2  0 files  {"kind":"site","base_url":"u"}"#.to_owned() + "\n", 1, "half an identity"),
            (
                r#"hoshin-manifest 2  0 files  {"kind":"site","base_url":"u","city":"c","path":"/home"}"#.to_owned()
                    + "\n",
                1,
                "more than an identity",
            ),
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
    fn only_folders_with_files_below_are_folders() {
        let manifest = manifest(&[("a/b/c", b""), ("ab/c", b"")], None);
        for (folder, has) in [("a", true), ("a/b", true), ("ab", true), ("a/b/c", false), ("b", false), ("abc", false)]
        {
            assert_eq!(manifest.has_folder(folder), has, "{folder}");
        }
    }
}
