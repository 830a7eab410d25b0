//! Whether anything in a published folder can have changed since the last look, without reading a byte of it.
//!
//! A stamp is a digest over what the file system says of every file and folder of the site: inode, size, when its content was
//! changed, and when anything of it was; the last no program can set. As long as the stamp is the same, the folder holds the
//! bytes it held when the stamp was taken; for 33,000 files that costs a quarter of reading them.
//!
//! A stamp is only as good as the clock of the file system. That moves in ticks, and a change within the tick of the change
//! before it leaves the time as it was. So there is no stamp of what was changed just now ([`GRAIN`]), and only on file
//! systems that are known to keep times as precisely as the kernel can tell them; everywhere else the bytes are read. What it
//! cannot see: a disk that changes bytes by itself, and a program that writes through shared memory it has held since before.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::manifest::{MANIFEST, Manifest};
use super::place::OutputPlace;

/// Longer than any tick of a kernel's clock (at 100 Hz, the slowest, 10 ms).
pub(super) const GRAIN: Duration = Duration::from_millis(20);

/// What a published folder is, as far as the file system tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The digest, as 64 hexadecimal digits. It means something on this machine only.
    pub digest: String,
    /// BLAKE3 over the manifest, as in [`Verified::Intact`](super::Verified::Intact).
    pub site: String,
    /// How many files the manifest lists.
    pub files: usize,
}

/// When a file or folder was changed, since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    /// Its content, as far as is told: any program can set this time.
    pub(super) content: Duration,
    /// Anything of it, its times included.
    pub(super) any: Duration,
}

impl Times {
    /// The later of the two.
    pub(super) fn latest(self) -> Duration {
        self.content.max(self.any)
    }
}

/// Tells of a file or folder, by its path in the site, whether it can only be as it was meant to be.
pub(super) type Settled<'a> = &'a (dyn Fn(&str, Times) -> bool + Sync);

/// The stamp of a published folder; `None` where there is no site, where something in it was changed just now, or where
/// no stamp can be relied on.
#[must_use]
pub fn stamp(target: &Path) -> Option<Stamp> {
    take(&OutputPlace::find(target).ok()?, &|_, _| true)
}

/// The stamp of a single file, as good as that of a folder.
#[must_use]
pub fn file_stamp(path: &Path) -> Option<String> {
    system::digest(path.parent()?, &[path.file_name()?.to_str()?], &|_, _| true)
}

/// The time since 1970; zero where the clock is set to a time before, so that nothing is settled.
pub(super) fn clock() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// The time after a rest in which every clock has moved on: what is changed from now on bears a later time than what has
/// been changed before.
pub(super) fn rest() -> Duration {
    std::thread::sleep(GRAIN);
    clock()
}

/// The stamp of a folder, unless `settled` denies it for one of its files or folders.
pub(super) fn take(place: &OutputPlace, settled: Settled<'_>) -> Option<Stamp> {
    let text = std::fs::read_to_string(place.target.join(MANIFEST)).ok()?;
    let paths: Vec<&str> = Manifest::paths(&text).collect();
    let digest = system::digest(&place.target, &with_folders(&paths), settled)?;
    Some(Stamp { digest, site: Manifest::digest_of(&text), files: paths.len() })
}

/// The paths, each after the folders it lies in; the folder of the site itself is the empty one.
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

/// Whether a folder is another one or lies in it.
fn lies_in(folder: &str, other: &str) -> bool {
    folder.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(target_os = "linux")]
mod system {
    //! `newfstatat`, and the file systems it can be believed on.

    use std::fs::File;
    use std::path::Path;
    use std::time::Duration;

    use rayon::prelude::*;
    use rustix::fs::{AtFlags, Stat, fstat, fstatfs, statat};

    use super::{GRAIN, Settled, Times, clock};

    /// Their numbers, from Linux 6.12, include/uapi/linux/magic.h (ZFS: statfs(2), 2024): ext2 to 4, XFS, Btrfs, tmpfs, F2FS,
    /// bcachefs, `OverlayFS`, ZFS. All of them can keep nanoseconds; a time without any is taken for one of whole seconds, as of
    /// an ext3 or of an ext4 with small inodes.
    const PRECISE: [u64; 8] =
        [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0xF2F5_2010, 0xCA45_1A4E, 0x794C_7630, 0x2FC1_2FC1];

    /// How many entries one thread looks at in a row.
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

    /// Whether it is a file or a folder is told by the inode. All are on one device; its number may be another after a restart.
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
    //! Elsewhere the bytes are read.

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
