//! The values from which addresses are assigned.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::SourceFile;
use crate::policy::{Body, Metadata, Published};

/// A document whose positions have been assigned.
#[derive(Debug, Clone)]
pub struct AddressInput<'a> {
    /// Its front matter.
    pub meta: &'a Metadata,
    /// Its file.
    pub source: &'a Arc<SourceFile>,
    /// Its text.
    pub body: Arc<Body>,
}

/// The values besides the documents on which addresses depend.
#[derive(Debug, Clone, Copy)]
pub struct AddressContext<'a> {
    /// The `.lock` files below `content/`, by path relative to the site's folder.
    pub locks: &'a BTreeMap<String, Arc<SourceFile>>,
    /// Paths of documents and locks that exist and could not be read. Their contents do not count as lost.
    pub unreadable: &'a BTreeSet<String>,
    /// Whether records may change.
    pub mode: Mode,
    /// The moment for which the site is built. Documents that are published later are not recorded yet.
    pub now: jiff::Timestamp,
    /// The published sites, as far as they are known.
    pub published: &'a [Arc<Published>],
}

/// Whether records may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Records may change.
    Record,
    /// A record that would change is an error (`--locked`).
    Locked,
    /// Records change, and everything in them becomes public for good (`hoshin release`).
    Release,
}
