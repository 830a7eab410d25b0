//! Stamps of files, which tell whether a file has to be read again.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file that was written less than this before it was read may have been written again within the same tick of the file
/// system's clock. FAT has the coarsest clock: 2 s.
const TICK: Duration = Duration::from_millis(2_100);

/// The metadata of a file. As long as they stay the same, so do the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// On Unix the inode and the time of its last change of any kind, so that copies and renamings are seen.
    identity: [i128; 2],
    /// Since when the metadata have been the same, by the clock of this computer: that of a network drive may be slow.
    since: Option<SystemTime>,
    is_settled: bool,
}

impl Stamp {
    /// The stamp of a file at the moment before it is read for the first time.
    pub(super) fn first(meta: &Metadata, now: SystemTime) -> Self {
        let stamp = Self::unsettled(meta);
        stamp.settled_at(now, stamp.modified)
    }

    /// The stamp at the moment before it is read again; `known` is that of the last time.
    pub(super) fn next(meta: &Metadata, now: SystemTime, known: Option<&Self>) -> Self {
        let stamp = Self::unsettled(meta);
        let since = known.filter(|known| known.is_same(&stamp)).and_then(|known| known.since);
        stamp.settled_at(now, Some(since.unwrap_or(now)))
    }

    /// Returns whether the bytes read under this stamp are still those of a file that now has the other stamp.
    pub(super) fn stands_for(&self, now: &Self) -> bool {
        self.is_settled && self.is_same(now)
    }

    fn unsettled(meta: &Metadata) -> Self {
        let modified = meta.modified().ok();
        Self { length: meta.len(), modified, identity: identity(meta), since: None, is_settled: false }
    }

    /// The stamp can be trusted only if the file has not been written for longer than a tick, by either clock.
    fn settled_at(self, now: SystemTime, since: Option<SystemTime>) -> Self {
        let is_old = |time: Option<SystemTime>| {
            time.and_then(|time| now.duration_since(time).ok()).is_some_and(|age| age > TICK)
        };
        Self { since, is_settled: is_old(self.modified) && is_old(since), ..self }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.modified.is_some()
            && (self.length, self.modified, self.identity) == (other.length, other.modified, other.identity)
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
