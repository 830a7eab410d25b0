//! The site's folder, read again and again. Only files that may have changed are read.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::rescan::{Changes, Fingerprints, fingerprint, rescan};
use super::stamp::Stamp;
use crate::diagnostic::Diagnostics;
use crate::output::directory;
use crate::policy::Published;
use crate::source::{self, Listing, Tree};

/// The most touched files that are read one by one. When there are more, the whole folder is listed.
const MOST_TOUCHED: usize = 50;

/// The site's folder as it was last read.
#[derive(Debug)]
pub struct Folder {
    site: PathBuf,
    tree: Tree,
    stamps: BTreeMap<String, Stamp>,
    prints: Fingerprints,
    found: Diagnostics,
    is_read: bool,
    /// True if no file is a symbolic link. Otherwise a change of one file may be the change of another.
    is_plain: bool,
    /// The stamp of the published site when it was last read.
    site_stamp: Option<Stamp>,
}

/// A file in the list of a folder.
struct ListedFile {
    path: String,
    on_disk: PathBuf,
    stamp: Option<Stamp>,
}

/// The files of one reading, by path.
#[derive(Default)]
struct ReadFiles {
    files: BTreeMap<String, Arc<[u8]>>,
    stamps: BTreeMap<String, Stamp>,
    prints: Fingerprints,
}

impl ReadFiles {
    fn insert(&mut self, file: ListedFile, bytes: Arc<[u8]>, print: [u8; 32]) {
        self.prints.insert(file.path.clone(), print);
        self.stamps.extend(file.stamp.map(|stamp| (file.path.clone(), stamp)));
        self.files.insert(file.path, bytes);
    }
}

impl Folder {
    /// A folder that has not been read yet.
    #[must_use]
    pub fn new(site: &Path) -> Self {
        let site = site.to_owned();
        let (tree, found) = (Tree::default(), Diagnostics::default());
        let (stamps, prints) = (BTreeMap::new(), Fingerprints::new());
        Self { site, tree, stamps, prints, found, is_read: false, is_plain: false, site_stamp: None }
    }

    /// The files as last read, and the findings of reading them.
    #[must_use]
    pub fn read_last(&self) -> (&Tree, &Diagnostics) {
        (&self.tree, &self.found)
    }

    /// Reads the touched files. When one of them is new or gone, reads the whole folder. Changes of which the system has not
    /// told are found by the next [`Folder::read`].
    pub fn read_touched(&mut self, touched: &[PathBuf]) -> Option<Changes> {
        match self.known(touched) {
            _ if touched.len() > MOST_TOUCHED => self.read(touched),
            Some(files) if self.is_read && self.is_plain && !files.is_empty() => self.read_again(files),
            _ => self.read(touched),
        }
    }

    /// The touched files, when all of them were there at the last reading; none when the folder has to be listed.
    fn known(&self, touched: &[PathBuf]) -> Option<BTreeMap<String, PathBuf>> {
        let mut files = BTreeMap::new();
        for on_disk in touched {
            let parts = on_disk.strip_prefix(&self.site).ok()?.components().map(|part| part.as_os_str().to_str());
            let below = &parts.collect::<Option<Vec<&str>>>()?.join("/");
            let is_known = self.tree.files.contains_key(below);
            match fs::symlink_metadata(on_disk) {
                Ok(meta) if is_known && meta.is_file() => {
                    files.insert(below.to_owned(), on_disk.clone());
                }
                // An editor has written a file beside another and removed it again.
                Err(error) if !is_known && error.kind() == ErrorKind::NotFound && !self.is_mentioned(below) => {}
                _ => return None,
            }
        }
        Some(files)
    }

    /// Returns whether the last reading mentions a path, or anything below it.
    fn is_mentioned(&self, below: &str) -> bool {
        let folder = format!("{below}/");
        let is_below = |path: &str| path == below || path.starts_with(&folder);
        let in_tree = self.tree.files.range(folder.clone()..).next().is_some_and(|(path, _)| is_below(path));
        let is_ignored = self.tree.ignored.keys().any(|path| is_below(path));
        in_tree || is_ignored || !self.found.is_empty()
    }

    fn read_again(&mut self, files: BTreeMap<String, PathBuf>) -> Option<Changes> {
        let mut changes = Changes::default();
        for (path, on_disk) in files {
            let stamp = fs::metadata(&on_disk).ok().map(|meta| Stamp::next(&meta, SystemTime::now(), None));
            let Ok(bytes) = source::read_file(&on_disk) else { return self.read(&[on_disk]) };
            let print = fingerprint(&bytes);
            match stamp {
                Some(stamp) => self.stamps.insert(path.clone(), stamp),
                None => self.stamps.remove(&path),
            };
            if self.prints.insert(path.clone(), print) != Some(print) {
                self.tree.files.insert(path.clone(), bytes);
                changes.changed.insert(path);
            }
        }
        (!changes.is_empty()).then_some(changes)
    }

    /// Reads the files that may have changed; `None` when nothing has. Files in `touched` are read whatever their stamps say.
    /// A missing `content/` is an empty one with a finding.
    pub fn read(&mut self, touched: &[PathBuf]) -> Option<Changes> {
        let listing = source::list_tree(&self.site).unwrap_or_else(|error| Listing {
            found: [error.diagnostic().clone()].into_iter().collect(),
            ..Listing::default()
        });
        let Listing { files, ignored, mut found } = listing;
        self.is_plain = files.iter().all(|(path, on_disk)| *on_disk == self.site.join(path));
        let now = SystemTime::now();
        let listed: Vec<ListedFile> = files
            .into_par_iter()
            .map(|(path, on_disk)| {
                let stamp = fs::metadata(&on_disk).ok().map(|meta| self.stamp(&meta, &path, now));
                ListedFile { path, on_disk, stamp }
            })
            .collect();
        let mut before = std::mem::take(&mut self.tree.files);
        let mut read = ReadFiles::default();
        let mut suspects = Vec::new();
        for file in listed {
            match (before.remove(&file.path), self.prints.get(&file.path)) {
                (Some(bytes), Some(print)) if self.is_unchanged(&file) && !touched.contains(&file.on_disk) => {
                    read.insert(file, bytes, *print);
                }
                _ => suspects.push(file),
            }
        }
        let read_file = |file: ListedFile| {
            let bytes = source::read_file(&file.on_disk);
            (file, bytes)
        };
        for (file, bytes) in suspects.into_par_iter().map(read_file).collect::<Vec<_>>() {
            match bytes {
                Ok(bytes) => {
                    let print = fingerprint(&bytes);
                    read.insert(file, bytes, print);
                }
                Err(finding) => found.push(finding.in_file(file.path)),
            }
        }
        let ReadFiles { files, stamps, prints } = read;
        let changes = rescan(&self.prints, &prints);
        let published = self.published(now);
        let is_same = self.is_read
            && changes.is_empty()
            && found == self.found
            && ignored == self.tree.ignored
            && published == self.tree.published;
        self.tree = Tree { files, ignored, published };
        (self.stamps, self.prints, self.found, self.is_read) = (stamps, prints, found, true);
        (!is_same).then_some(changes)
    }

    /// The published site in the usual folder, read again only when its manifest may have changed.
    fn published(&mut self, now: SystemTime) -> Vec<Arc<Published>> {
        let target = self.site.join(directory::DEFAULT_FOLDER);
        let meta = fs::metadata(target.join(directory::MANIFEST)).ok();
        let stamp = meta.map(|meta| Stamp::next(&meta, now, self.site_stamp.as_ref()));
        let is_known = |known: &Stamp| stamp.as_ref().is_some_and(|now| known.stands_for(now));
        if self.is_read && self.site_stamp.as_ref().is_some_and(is_known) {
            return self.tree.published.clone();
        }
        self.site_stamp = stamp;
        directory::published_site(&target, &self.site).map(Arc::new).into_iter().collect()
    }

    /// Returns whether the stamp of a file proves that its bytes are those of the last reading.
    fn is_unchanged(&self, file: &ListedFile) -> bool {
        let known = self.stamps.get(&file.path).zip(file.stamp.as_ref());
        known.is_some_and(|(known, now)| known.stands_for(now))
    }

    fn stamp(&self, meta: &fs::Metadata, path: &str, now: SystemTime) -> Stamp {
        if self.is_read { Stamp::next(meta, now, self.stamps.get(path)) } else { Stamp::first(meta, now) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// A folder with `content/a.md` and `content/r8/b.md`, as it was read.
    fn folder() -> (tempfile::TempDir, Folder) {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content/r8")).unwrap();
        fs::write(site.path().join("content/a.md"), "甲").unwrap();
        fs::write(site.path().join("content/r8/b.md"), "乙").unwrap();
        let mut folder = Folder::new(site.path());
        folder.read(&[]).unwrap();
        (site, folder)
    }

    #[test]
    fn reading_touched_files_gives_the_same_as_reading_all() {
        type Edit = fn(&Path) -> std::io::Result<()>;
        let edits: [(&[&str], Edit, &str); 9] = [
            (&["a.md"], |content| fs::write(content.join("a.md"), "丙"), "an edit"),
            (&["a.md"], |content| fs::write(content.join("a.md"), "甲"), "saved without a change"),
            (&["a.md"], |content| fs::remove_file(content.join("a.md")), "a deletion"),
            (&["c.md"], |content| fs::write(content.join("c.md"), "丙"), "a new file"),
            (&["a.md", "c.md"], |content| fs::rename(content.join("a.md"), content.join("c.md")), "a renaming"),
            (&["r8", "r9"], |content| fs::rename(content.join("r8"), content.join("r9")), "a folder moved"),
            (&["r8"], |content| fs::remove_dir_all(content.join("r8")), "a folder gone"),
            (
                &["a.md", ".a.tmp"],
                |content| {
                    fs::write(content.join(".a.tmp"), "丙")?;
                    fs::rename(content.join(".a.tmp"), content.join("a.md"))
                },
                "an editor's save",
            ),
            (&["a.md~", "a.md"], |content| fs::rename(content.join("a.md"), content.join("a.md~")), "a backup"),
        ];
        for (touched, edit, why) in edits {
            let (site, mut folder) = folder();
            let content = site.path().join("content");
            edit(&content).unwrap();
            let touched: Vec<PathBuf> = touched.iter().map(|name| content.join(name)).collect();
            folder.read_touched(&touched);
            let mut fresh = Folder::new(site.path());
            fresh.read(&[]);
            assert_eq!(folder.read_last(), fresh.read_last(), "{why}");
            assert_eq!(folder.read(&[]), None, "{why}: nothing is left to be found");
        }
    }

    #[test]
    fn changes_without_an_event_are_found_by_reading_all() {
        let (site, mut folder) = folder();
        let content = site.path().join("content");
        fs::write(content.join("a.md"), "丙").unwrap();
        fs::write(content.join("r8/b.md"), "丁").unwrap();
        let changes = folder.read_touched(&[content.join("a.md")]).unwrap();
        assert_eq!(changes.changed, ["content/a.md".to_owned()].into());
        let changes = folder.read(&[]).unwrap();
        assert_eq!(changes.changed, ["content/r8/b.md".to_owned()].into());
    }

    /// A file may be written twice within one tick of the file system's clock, with as many bytes. Both have the same stamp.
    #[test]
    fn a_file_written_a_moment_ago_is_read_again() {
        let (second, long) = (Duration::from_secs(1), Duration::from_secs(60));
        let (ago, ahead) = (|time: Duration| SystemTime::now() - time, |time: Duration| SystemTime::now() + time);
        for (written, is_first_look, is_seen, why) in [
            (ago(Duration::ZERO), true, true, "just now"),
            (ago(second), true, true, "within the tick of FAT, which is two seconds"),
            (ahead(long), true, true, "by a fast clock"),
            (ago(long), false, true, "by a slow clock: it has changed since the last look"),
            (ago(long), true, false, "long ago: its stamp is trusted"),
        ] {
            let (site, mut folder) = folder();
            let (path, on_disk) = ("content/a.md", site.path().join("content/a.md"));
            let set_time = || fs::File::options().write(true).open(&on_disk).unwrap().set_modified(written).unwrap();
            set_time();
            if is_first_look {
                folder = Folder::new(site.path());
            }
            folder.read(&[]);
            // As if other bytes had been read under the same stamp.
            folder.prints.insert(path.to_owned(), fingerprint("乙".as_bytes()));
            folder.tree.files.insert(path.to_owned(), "乙".as_bytes().into());
            let changes = folder.read(&[]).unwrap_or_default();
            assert_eq!(changes.changed.contains(path), is_seen, "{why}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_change_of_a_linked_file_changes_both_paths() {
        let (site, mut folder) = folder();
        let content = site.path().join("content");
        std::os::unix::fs::symlink("a.md", content.join("link.md")).unwrap();
        folder.read(&[]);
        fs::write(content.join("a.md"), "丙").unwrap();
        let changes = folder.read_touched(&[content.join("a.md")]).unwrap();
        assert_eq!(changes.changed, ["content/a.md".to_owned(), "content/link.md".to_owned()].into());
    }
}
