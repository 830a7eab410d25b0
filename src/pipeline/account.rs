//! The fate of every file of a site. No file is passed over in silence.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::artifact::Artifacts;
use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::policy::{Site, Status};
use crate::source::{DocumentSource, Ignored, Sources, Tree};

/// The fate of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFate {
    /// A document that is public.
    Public,
    /// A document that is being written.
    Draft,
    /// A document that is decided, but not released.
    Approved,
    /// A document that will be public from this moment on.
    Future(Timestamp),
    /// A document with errors, or a file that could not be read.
    Broken,
    /// A registry, a sidecar or a record: read, but no page of its own.
    Data,
    /// Another file that the site contains because a public page refers to it.
    AssetUsed,
    /// Another file that no public page refers to; the site does not contain it.
    AssetUnused,
    /// Another file. No site was made, so it is not known whether it is used.
    Asset,
    /// A file of the theme.
    Theme,
    /// A file of another theme than the site's.
    ThemeUnused,
    /// Ignored: a temporary or backup file.
    EditorFile,
    /// Ignored: its name starts with a dot.
    Hidden,
    /// Not read, because `site.yaml` could not be read.
    Unread,
}

/// The fate of every file, by path relative to the site's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accounts(pub BTreeMap<String, FileFate>);

impl Accounts {
    /// All files, before the contents of any are known.
    pub(super) fn unread(tree: &Tree) -> Self {
        let read = tree.files.keys().map(|path| (path.clone(), FileFate::Unread));
        let ignored = tree.ignored.iter().map(|(path, why)| {
            let fate = match why {
                Ignored::EditorFile => FileFate::EditorFile,
                Ignored::Hidden => FileFate::Hidden,
            };
            (path.clone(), fate)
        });
        Self(read.chain(ignored).collect())
    }

    /// Sets the fates that are known once the sources are read.
    pub(super) fn tell(&mut self, sources: &Sources, now: Timestamp) {
        let documents: BTreeMap<&str, &DocumentSource> =
            sources.documents.values().map(|document| (document.source.path.as_str(), document)).collect();
        for (path, fate) in &mut self.0 {
            if *fate == FileFate::Unread {
                *fate = match documents.get(path.as_str()) {
                    Some(document) => status(document, now),
                    None => other(path, &sources.site, &sources.assets),
                };
            }
        }
    }

    /// Adds the files that the walk saw and could not read.
    pub(super) fn add_unreadable(&mut self, found: &Diagnostics) {
        for finding in found {
            if let Place::File(path) = &finding.place
                && finding.severity == Severity::Error
            {
                self.0.entry(path.clone()).or_insert(FileFate::Broken);
            }
        }
    }

    /// Adds address records that were written after the walk.
    pub fn add_locks<'a>(&mut self, paths: impl Iterator<Item = &'a String>) {
        self.0.extend(paths.map(|path| (path.clone(), FileFate::Data)));
    }

    /// Distinguishes used from unused files once the site is made.
    pub(super) fn settle(&mut self, artifacts: &Artifacts) {
        for (path, fate) in &mut self.0 {
            if *fate == FileFate::Asset {
                let used = path.strip_prefix("content/").is_some_and(|path| artifacts.has(path));
                *fate = if used { FileFate::AssetUsed } else { FileFate::AssetUnused };
            }
        }
    }
}

fn status(document: &DocumentSource, now: Timestamp) -> FileFate {
    match (document.meta.status, &document.meta.publish_at) {
        (Status::Draft, _) => FileFate::Draft,
        (Status::Approved, _) => FileFate::Approved,
        (_, Some(at)) if !document.meta.is_public(now) => FileFate::Future(at.value),
        (Status::Published | Status::Superseded, _) => FileFate::Public,
    }
}

fn other(path: &str, site: &Site, assets: &BTreeSet<String>) -> FileFate {
    if let Some(theme) = path.strip_prefix("themes/") {
        let ours = theme.strip_prefix(&site.theme).is_some_and(|rest| rest.starts_with('/'));
        return if ours { FileFate::Theme } else { FileFate::ThemeUnused };
    }
    let below = path.strip_prefix("content/").unwrap_or(path);
    match () {
        () if assets.contains(below) => FileFate::Asset,
        () if path.ends_with(".yaml") || path.ends_with(".lock") => FileFate::Data,
        // A document, or a file with an invalid name.
        () => FileFate::Broken,
    }
}
