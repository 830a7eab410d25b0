//! Detects changes in a published folder without reading its files.
//!
//! A stamp is a digest of the file system's data about every file and folder of the site: inode, size, the time of the
//! last change of content, and the time of the last change of the entry. No program can set the last one. While the
//! stamp is the same, the folder has the same bytes. For 33,000 files a stamp costs a quarter of reading them.
//!
//! A stamp depends on the clock of the file system. It moves in ticks, and a change within the tick of an earlier
//! change leaves the time as it was. So there is no stamp of an entry that was changed just now ([`GRAIN`]). Stamps are
//! used only on file systems that are known to keep times as precisely as the kernel tells them; on others the bytes
//! are read. A stamp does not detect a disk that changes bytes by itself, nor a program that writes through shared
//! memory that it opened before.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::manifest::{MANIFEST, Manifest};
use super::place::OutputPlace;

/// Longer than any tick of a kernel's clock (at 100 Hz, the slowest, 10 ms).
pub(super) const GRAIN: Duration = Duration::from_millis(20);

/// The state of a published folder according to the file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The digest as 64 hexadecimal digits. It has a meaning on this machine only.
    pub digest: String,
    /// BLAKE3 over the manifest, as in [`Verified::Intact`](super::Verified::Intact).
    pub site: String,
    /// The number of files in the manifest.
    pub files: usize,
}

/// The times of a file or folder, since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// The last change of content. Any program can set this time.
    pub(super) content: Duration,
    /// The last change of the entry, its times included.
    pub(super) any: Duration,
}

impl Times {
    /// The later of the two.
    pub(super) fn latest(self) -> Duration {
        self.content.max(self.any)
    }
}

/// Tells whether a file or folder, given by its path in the site, cannot have changed.
pub(super) type Settled<'a> = &'a (dyn Fn(&str, Times) -> bool + Sync);

/// The stamp of a published folder. `None` if there is no site, if something was changed just now, or if stamps cannot
/// be relied on.
#[must_use]
pub fn stamp(target: &Path) -> Option<Stamp> {
    take(&OutputPlace::find(target).ok()?, &|_, _| true)
}

/// The stamp of a single file, as good as that of a folder.
#[must_use]
pub fn file_stamp(path: &Path) -> Option<String> {
    system::digest(path.parent()?, &[path.file_name()?.to_str()?], &|_, _| true)
}

/// The time since 1970; zero if the clock is set to an earlier time, so that nothing counts as settled.
pub(super) fn clock() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Waits until every clock has moved on and returns the time. Later changes have a later time than earlier ones.
pub(super) fn rest() -> Duration {
    std::thread::sleep(GRAIN);
    clock()
}

/// The stamp of a folder; `None` if `settled` is false for one of its entries.
pub(super) fn take(place: &OutputPlace, settled: Settled<'_>) -> Option<Stamp> {
    let text = std::fs::read_to_string(place.target.join(MANIFEST)).ok()?;
    let paths: Vec<&str> = Manifest::paths(&text).collect();
    let digest = system::digest(&place.target, &with_folders(&paths), settled)?;
    Some(Stamp { digest, site: Manifest::digest_of(&text), files: paths.len() })
}

/// The paths, each after the folders that contain it. The empty path is the folder of the site.
fn with_folders<'a>(paths: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["", MANIFEST];
    let mut last = "";
    for path in paths {
        let folder = path.rfind('/').map_or("", |end| &path[..end]);
        if folder != last {
            let above = path.match_indices('/').map(|(end, _)| &path[..end]);
            all.extend(above.filter(|above| !lies_in(last, above)));
            last = folder;
        }
        all.push(path);
    }
    all
}

/// True if `folder` is `other` or lies in it.
fn lies_in(folder: &str, other: &str) -> bool {
    folder.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(target_os = "linux")]
mod system {
    //! `newfstatat`, and the file systems on which its times are precise.

    use std::fs::File;
    use std::path::Path;
    use std::time::Duration;

    use rayon::prelude::*;
    use rustix::fs::{AtFlags, Stat, fstat, fstatfs, statat};

    use super::{GRAIN, Settled, Times, clock};

    /// The numbers of the file systems, from Linux 6.12, include/uapi/linux/magic.h (ZFS: statfs(2), 2024): ext2 to 4,
    /// XFS, Btrfs, tmpfs, F2FS, bcachefs, `OverlayFS`, ZFS. All can keep nanoseconds. A time without nanoseconds is
    /// treated as one of whole seconds, as of an ext3 or of an ext4 with small inodes.
    const PRECISE: [u64; 8] =
        [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0xF2F5_2010, 0xCA45_1A4E, 0x794C_7630, 0x2FC1_2FC1];

    /// The number of entries that one thread reads in a row.
    const RUN: usize = 2_048;

    pub(super) fn digest(target: &Path, paths: &[&str], settled: Settled<'_>) -> Option<String> {
        let now = clock();
        let root = File::open(target).ok()?;
        let system = u64::try_from(fstatfs(&root).ok()?.f_type).ok()? & 0xFFFF_FFFF;
        if !PRECISE.contains(&system) {
            return None;
        }
        let device = fstat(&root).ok()?.st_dev;
        let look = |run: &[&str]| {
            let mut hasher = blake3::Hasher::new();
            for path in run {
                let name = if path.is_empty() { "." } else { path };
                let stat = statat(&root, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
                let times = Times {
                    content: since(stat.st_mtime, stat.st_mtime_nsec)?,
                    any: since(stat.st_ctime, stat.st_ctime_nsec)?,
                };
                let is_precise = stat.st_ctime_nsec != 0 && stat.st_dev == device;
                if !is_precise || times.latest() + GRAIN > now || !settled(path, times) {
                    return None;
                }
                note(&mut hasher, &stat);
            }
            Some(hasher.finalize())
        };
        let runs: Option<Vec<_>> = paths.par_chunks(RUN).map(look).collect();
        let mut whole = blake3::Hasher::new();
        for run in runs? {
            whole.update(run.as_bytes());
        }
        Some(whole.finalize().to_hex().to_string())
    }

    fn since(seconds: impl TryInto<u64>, nanoseconds: impl TryInto<u32>) -> Option<Duration> {
        Some(Duration::new(seconds.try_into().ok()?, nanoseconds.try_into().ok()?))
    }

    /// The inode tells files from folders. All entries are on one device; its number may change at a restart.
    fn note(hasher: &mut blake3::Hasher, stat: &Stat) {
        hasher.update(&stat.st_ino.to_ne_bytes());
        hasher.update(&stat.st_size.to_ne_bytes());
        hasher.update(&stat.st_mtime.to_ne_bytes());
        hasher.update(&stat.st_mtime_nsec.to_ne_bytes());
        hasher.update(&stat.st_ctime.to_ne_bytes());
        hasher.update(&stat.st_ctime_nsec.to_ne_bytes());
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    //! On other systems the bytes are read.

    pub(super) fn digest(_: &super::Path, _: &[&str], _: super::Settled<'_>) -> Option<String> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_folder_comes_before_what_lies_in_it() {
        let table: [(&[&str], &[&str]); 4] = [
            (&[], &["", MANIFEST]),
            (&["a.html"], &["", MANIFEST, "a.html"]),
            (
                &["c/x/index.html", "c/y/index.html", "d.html"],
                &["", MANIFEST, "c", "c/x", "c/x/index.html", "c/y", "c/y/index.html", "d.html"],
            ),
            (
                &["a/b.html", "a/b/c/d.html", "a/bc/d.html", "方針/x.html"],
                &[
                    "",
                    MANIFEST,
                    "a",
                    "a/b.html",
                    "a/b",
                    "a/b/c",
                    "a/b/c/d.html",
                    "a/bc",
                    "a/bc/d.html",
                    "方針",
                    "方針/x.html",
                ],
            ),
        ];
        for (paths, expected) in table {
            assert_eq!(with_folders(paths), expected);
        }
    }
}
