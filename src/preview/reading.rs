//! Whether a file has to be read again.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file written so shortly before it was read may have been written again since, within the same tick of the file
/// system's clock (2 s on FAT, the coarsest there is).
const TICK: Duration = Duration::from_millis(2_100);

/// What the file system says of a file: as long as it says the same, the bytes are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// On Unix the file's number and when it was last changed in any way; no copy or renaming passes unseen.
    identity: [i128; 2],
    is_settled: bool,
}

impl Stamp {
    /// The stamp of a file at the moment before it is read.
    pub(super) fn of(meta: &Metadata, now: SystemTime) -> Self {
        let modified = meta.modified().ok();
        let age = modified.and_then(|modified| now.duration_since(modified).ok());
        Self { length: meta.len(), modified, identity: identity(meta), is_settled: age.is_some_and(|age| age > TICK) }
    }

    /// Whether the bytes read under this stamp are those of a file that now has the other.
    pub(super) fn stands_for(&self, now: &Self) -> bool {
        self.is_settled
            && self.modified.is_some()
            && (self.length, self.modified, self.identity) == (now.length, now.modified, now.identity)
    }
}

#[cfg(unix)]
fn identity(meta: &Metadata) -> [i128; 2] {
    use std::os::unix::fs::MetadataExt as _;
    [i128::from(meta.ino()), i128::from(meta.ctime()) * 1_000_000_000 + i128::from(meta.ctime_nsec())]
}

#[cfg(not(unix))]
fn identity(meta: &Metadata) -> [i128; 2] {
    let created = meta.created().ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    [created.map_or(0, |time| i128::try_from(time.as_nanos()).unwrap_or_default()), 0]
}
