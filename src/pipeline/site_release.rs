//! Whether a site is what a release has made public, and the mark of a new release.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::address::{Mode, PublishedList};
use crate::policy::{Release, SiteRelease, Unreleased};
use crate::source::Tree;

/// How a site stands to its releases, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseStanding {
    /// The number of the release that the site is.
    pub number: Option<u32>,
    /// Documents with clauses that no release has made public as they are.
    pub documents: usize,
    /// Clauses that no release knows.
    pub clauses: usize,
    /// Released clauses that have changed, moved or gone since.
    pub changed: usize,
}

impl ReleaseStanding {
    /// The numbers of a site.
    #[must_use]
    pub fn of(release: &SiteRelease) -> Self {
        match release {
            SiteRelease::Unmarked => Self::default(),
            SiteRelease::Released(release) => Self { number: Some(release.number), ..Self::default() },
            SiteRelease::Pending(unreleased) => Self {
                number: None,
                documents: unreleased.documents.len(),
                clauses: unreleased.clauses.len(),
                changed: unreleased.changed,
            },
        }
    }
}

/// The values that decide whether a site is a release.
pub(super) struct ReleasedState {
    pub(super) mode: Mode,
    /// Digest of the files of the site.
    pub(super) inputs: String,
    /// The moment for which the site is made.
    pub(super) now: Timestamp,
    /// What no release has made public.
    pub(super) unreleased: Unreleased,
    /// Whether address records change.
    pub(super) changes_records: bool,
}

impl ReleasedState {
    /// How the site stands to the releases of its list. A new release is added to the list, unless nothing has changed since
    /// the last one.
    pub(super) fn settle(self, list: &mut PublishedList) -> SiteRelease {
        let last = list.last_release();
        let same = last.filter(|last| last.inputs == self.inputs && self.unreleased.is_empty());
        match (same, self.mode) {
            (Some(same), Mode::Release) if !self.changes_records => SiteRelease::Released(same.clone()),
            (_, Mode::Release) => {
                let number = last.map_or(1, |last| last.number + 1);
                let release = Release { number, moment: self.now, inputs: self.inputs };
                list.releases.insert(number, release.clone());
                SiteRelease::Released(release)
            }
            (Some(same), Mode::Record | Mode::Locked) => SiteRelease::Released(same.clone()),
            (None, _) if last.is_none() && self.unreleased.is_empty() => SiteRelease::Unmarked,
            (None, _) => SiteRelease::Pending(self.unreleased),
        }
    }
}

/// A digest of all files of a site except those that hoshin writes: address records and editions.
pub(super) fn digest(tree: &Tree) -> String {
    let mut digest = blake3::Hasher::new();
    let inputs = tree.files.iter().filter(|(path, _)| !path.ends_with(".lock") && !path.contains(".editions/"));
    for (path, bytes) in inputs {
        for part in [path.as_bytes(), bytes] {
            // Each part is preceded by its length, so that the parts cannot run into each other.
            digest.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
    }
    digest.finalize().to_hex().to_string()
}
