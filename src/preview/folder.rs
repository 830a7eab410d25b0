//! The site's folder, read again and again: only what may have changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::reading::Stamp;
use super::rescan::{Changes, Fingerprints, fingerprint, rescan};
use crate::diagnostic::{Diagnostics, Finding};
use crate::source::{self, Listing, Tree};

/// The site's folder as it was last read.
#[derive(Debug)]
pub struct Folder {
    site: PathBuf,
    tree: Tree,
    stamps: BTreeMap<String, Stamp>,
    prints: Fingerprints,
    found: Diagnostics,
    is_read: bool,
}

/// A file that had to be read.
type Read = (String, Option<Stamp>, Result<Arc<[u8]>, Finding>);

impl Folder {
    /// A folder that has not been read yet.
    #[must_use]
    pub fn new(site: &Path) -> Self {
        let site = site.to_owned();
        let (tree, found) = (Tree::default(), Diagnostics::default());
        Self { site, tree, stamps: BTreeMap::new(), prints: Fingerprints::new(), found, is_read: false }
    }

    /// What was read, and what reading it has found.
    #[must_use]
    pub fn read_last(&self) -> (&Tree, &Diagnostics) {
        (&self.tree, &self.found)
    }

    /// Reads what may have changed; `None` when all is as it was. What the file system says of a file is not believed
    /// for files in `touched`, about which it has said something. A missing `content/` is an empty one with a finding.
    pub fn read(&mut self, touched: &[PathBuf]) -> Option<Changes> {
        let listing = source::list_tree(&self.site).unwrap_or_else(|error| Listing {
            found: [error.diagnostic().clone()].into_iter().collect(),
            ..Listing::default()
        });
        let Listing { files, ignored, mut found } = listing;
        let now = SystemTime::now();
        let mut before = std::mem::take(&mut self.tree.files);
        let (mut tree, mut stamps, mut prints) = (BTreeMap::new(), BTreeMap::new(), Fingerprints::new());
        let mut suspects = Vec::new();
        let stamped: Vec<_> = files
            .into_par_iter()
            .map(|(path, on_disk)| {
                let stamp = fs::metadata(&on_disk).ok().map(|meta| Stamp::of(&meta, now));
                (path, on_disk, stamp)
            })
            .collect();
        for (path, on_disk, stamp) in stamped {
            let known = self.stamps.get(&path).zip(stamp.as_ref()).is_some_and(|(known, now)| known.stands_for(now));
            match (before.remove(&path), self.prints.get(&path), stamp) {
                (Some(bytes), Some(print), Some(stamp)) if known && !touched.contains(&on_disk) => {
                    prints.insert(path.clone(), *print);
                    stamps.insert(path.clone(), stamp);
                    tree.insert(path, bytes);
                }
                (_, _, stamp) => suspects.push((path, on_disk, stamp)),
            }
        }
        let read = |(path, on_disk, stamp): (String, PathBuf, Option<Stamp>)| -> Read {
            (path, stamp, source::read_file(&on_disk))
        };
        let read: Vec<Read> = suspects.into_par_iter().map(read).collect();
        for (path, stamp, bytes) in read {
            match bytes {
                Ok(bytes) => {
                    prints.insert(path.clone(), fingerprint(&bytes));
                    stamps.extend(stamp.map(|stamp| (path.clone(), stamp)));
                    tree.insert(path, bytes);
                }
                Err(finding) => found.push(finding.in_file(path)),
            }
        }
        let changes = rescan(&self.prints, &prints);
        let is_same = self.is_read && changes.is_empty() && found == self.found && ignored == self.tree.ignored;
        self.tree = Tree { files: tree, ignored };
        (self.stamps, self.prints, self.found, self.is_read) = (stamps, prints, found, true);
        (!is_same).then_some(changes)
    }
}
