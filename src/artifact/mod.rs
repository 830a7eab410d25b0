//! What a build produces, before anything is written: an ordered map of output paths to bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a site, by path relative to the output folder (`r8/seisaku-keiei/index.html`; `/` between parts, no
/// leading one, never `..`). Ordered, so that the same site is always the same sequence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Artifacts(BTreeMap<String, Arc<[u8]>>);

/// Two files want the same path, or paths that some file system takes for the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The path that was there first.
    pub first: String,
    /// The path that was refused.
    pub second: String,
}

impl Artifacts {
    /// Adds a file.
    ///
    /// # Errors
    /// [`Clash`] when the path is taken; what was there stays.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Result<(), Clash> {
        let path = path.into();
        if let Some((first, _)) = self.0.get_key_value(&path) {
            return Err(Clash { first: first.clone(), second: path });
        }
        self.0.insert(path, bytes.into());
        Ok(())
    }

    /// Paths and bytes in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), &**bytes))
    }

    /// The bytes at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(|bytes| &**bytes)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
