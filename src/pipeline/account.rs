//! What became of every file of a site: none is passed over in silence.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::artifact::Artifacts;
use crate::diagnostic::{Diagnostics, Place, Severity};
use crate::policy::{Site, Status};
use crate::source::{DocumentSource, Ignored, Sources, Tree};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// A document that is public.
    Public,
    /// A document that is being written.
    Draft,
    /// A document that is decided, but not released.
    Approved,
    /// A document that is public from this moment on.
    Future(Timestamp),
    /// A document that could not be understood, or a file that could not be read.
    Broken,
    /// A registry or a sidecar: read, not shown as such.
    Data,
    /// Another file that the site contains, because a public page refers to it.
    AssetUsed,
    /// Another file that no public page refers to; the site does not contain it.
    AssetUnused,
    /// Another file; whether it is used is not known, because no site was made.
    Asset,
    /// A file of the theme.
    Theme,
    /// A file of another theme than the site's.
    ThemeUnused,
    /// Left out: a temporary or backup file.
    EditorFile,
    /// Left out: its name starts with a dot.
    Hidden,
    /// Not looked at, because `site.yaml` could not be read.
    Unread,
}

/// The fate of every file, by path relative to the site's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accounts(pub BTreeMap<String, Fate>);

impl Accounts {
    /// Every file seen, before anything is known of those that were read.
    pub(super) fn unread(tree: &Tree) -> Self {
        let read = tree.files.keys().map(|path| (path.clone(), Fate::Unread));
        let ignored = tree.ignored.iter().map(|(path, why)| {
            let fate = match why {
                Ignored::EditorFile => Fate::EditorFile,
                Ignored::Hidden => Fate::Hidden,
            };
            (path.clone(), fate)
        });
        Self(read.chain(ignored).collect())
    }

    /// Tells what is known once the sources are read, before pages are made.
    pub(super) fn tell(&mut self, sources: &Sources, now: Timestamp) {
        let documents: BTreeMap<&str, &DocumentSource> =
            sources.documents.values().map(|document| (document.source.path.as_str(), document)).collect();
        for (path, fate) in &mut self.0 {
            if *fate == Fate::Unread {
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
                self.0.entry(path.clone()).or_insert(Fate::Broken);
            }
        }
    }

    /// Adds address records that were written after the walk.
    pub fn add_locks<'a>(&mut self, paths: impl Iterator<Item = &'a String>) {
        self.0.extend(paths.map(|path| (path.clone(), Fate::Data)));
    }

    /// Tells used from unused files, now that the site is made.
    pub(super) fn settle(&mut self, artifacts: &Artifacts) {
        for (path, fate) in &mut self.0 {
            if *fate == Fate::Asset {
                let used = path.strip_prefix("content/").is_some_and(|path| artifacts.has(path));
                *fate = if used { Fate::AssetUsed } else { Fate::AssetUnused };
            }
        }
    }
}

fn status(document: &DocumentSource, now: Timestamp) -> Fate {
    match (document.meta.status, &document.meta.publish_at) {
        (Status::Draft, _) => Fate::Draft,
        (Status::Approved, _) => Fate::Approved,
        (_, Some(at)) if !document.meta.is_public(now) => Fate::Future(at.value),
        (Status::Published | Status::Superseded, _) => Fate::Public,
    }
}

fn other(path: &str, site: &Site, assets: &BTreeSet<String>) -> Fate {
    if let Some(theme) = path.strip_prefix("themes/") {
        let ours = theme.strip_prefix(&site.theme).is_some_and(|rest| rest.starts_with('/'));
        return if ours { Fate::Theme } else { Fate::ThemeUnused };
    }
    let below = path.strip_prefix("content/").unwrap_or(path);
    match () {
        () if assets.contains(below) => Fate::Asset,
        () if path.ends_with(".yaml") || path.ends_with(".lock") => Fate::Data,
        // A document, or a file whose name needs mending.
        () => Fate::Broken,
    }
}
