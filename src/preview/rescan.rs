//! The changes between two readings of a folder, decided by the bytes and not by the events of the file system.

use std::collections::{BTreeMap, BTreeSet};

/// A digest of the bytes of every file, by path.
pub type Fingerprints = BTreeMap<String, [u8; 32]>;

/// The files that have changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are new.
    pub added: BTreeSet<String>,
    /// Files with other bytes.
    pub changed: BTreeSet<String>,
    /// Files that are gone.
    pub removed: BTreeSet<String>,
}

impl Changes {
    /// Returns whether no file has changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// The digest of a file's bytes.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

/// The changes from one set of digests to the next.
#[must_use]
pub fn rescan(before: &Fingerprints, after: &Fingerprints) -> Changes {
    let mut changes = Changes::default();
    for (path, print) in after {
        match before.get(path) {
            None => changes.added.insert(path.clone()),
            Some(known) => known != print && changes.changed.insert(path.clone()),
        };
    }
    changes.removed = before.keys().filter(|path| !after.contains_key(*path)).cloned().collect();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prints(files: &[(&str, &str)]) -> Fingerprints {
        files.iter().map(|(path, text)| ((*path).to_owned(), fingerprint(text.as_bytes()))).collect()
    }

    #[test]
    fn changes_are_decided_by_the_bytes() {
        let before = prints(&[("a.md", "1"), ("b.md", "2"), ("r8/c.md", "3")]);
        for (after, expected, why) in [
            (&[("a.md", "1"), ("b.md", "2"), ("r8/c.md", "3")][..], "", "saved without a change"),
            (&[("a.md", "1!"), ("b.md", "2"), ("r8/c.md", "3")], "~a.md", "an edit"),
            (&[("a.md", "1"), ("b.md", "2"), ("r8/c.md", "3"), ("d.md", "4")], "+d.md", "a new file"),
            (&[("b.md", "2"), ("r8/c.md", "3")], "-a.md", "a deletion"),
            (&[("A.md", "1"), ("b.md", "2"), ("r8/c.md", "3")], "+A.md -a.md", "a renaming by case alone"),
            (&[("a.md", "1"), ("b.md", "2"), ("r9/c.md", "3")], "+r9/c.md -r8/c.md", "a folder moved"),
            (&[("a.md", "2"), ("b.md", "1"), ("r8/c.md", "3")], "~a.md ~b.md", "two files exchanged"),
            (&[], "-a.md -b.md -r8/c.md", "everything is gone"),
        ] {
            let Changes { added, changed, removed } = rescan(&before, &prints(after));
            let marked = |mark: &'static str, paths: BTreeSet<String>| {
                paths.into_iter().map(move |path| format!("{mark}{path}")).collect::<Vec<_>>()
            };
            let listed = [marked("+", added), marked("~", changed), marked("-", removed)].concat().join(" ");
            assert_eq!(listed, expected, "{why}");
        }
    }
}
