//! `build.json`: the release that a site is, or what in it no release has made public yet. Without this file a site is of a
//! version of hoshin that had no releases.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::policy::{ClauseId, SiteRelease};

/// The content of the file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct BuildInfo {
    /// The version of hoshin.
    hoshin: String,
    /// The number of the release.
    pub(crate) release: Option<u32>,
    /// The moment for which the release was made (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moment: Option<String>,
    /// A digest of the files the release was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inputs: Option<String>,
    /// The ids of clauses that no release has made public.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) unreleased: BTreeSet<ClauseId>,
    /// Former names of documents that no release has made public.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) unreleased_names: BTreeSet<String>,
}

/// The bytes of the file; none for a site with drafts, which promises nothing, and for one of an earlier version.
pub(crate) fn file(corpus: &Corpus) -> Option<Vec<u8>> {
    let hoshin = env!("CARGO_PKG_VERSION").to_owned();
    let info = match &corpus.release {
        SiteRelease::Unmarked => return None,
        SiteRelease::Pending(unreleased) => BuildInfo {
            hoshin,
            unreleased: unreleased.clauses.clone(),
            unreleased_names: unreleased.names.iter().map(|name| name.0.clone()).collect(),
            ..BuildInfo::default()
        },
        SiteRelease::Released(release) => BuildInfo {
            hoshin,
            release: Some(release.number),
            moment: Some(release.moment.to_string()),
            inputs: Some(release.inputs.clone()),
            ..BuildInfo::default()
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&info).unwrap_or_default();
    bytes.push(b'\n');
    (!corpus.shows_drafts()).then_some(bytes)
}
