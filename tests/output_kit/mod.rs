//! Functions for the tests of publishing.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hoshin::artifact::Artifacts;
use hoshin::output::directory::{Published, Verified, verify};
use hoshin::output::{Claim, FolderKind, Publication, PublishError};
use hoshin::policy::SiteName;

/// A site of these files.
pub(crate) fn site(files: &[(&str, &str)]) -> Artifacts {
    let mut artifacts = Artifacts::default();
    for (path, text) in files {
        artifacts.insert(*path, text.as_bytes().to_vec()).unwrap();
    }
    artifacts
}

/// Publishes these files as a site whose folder contains the target.
pub(crate) fn publish(artifacts: &Artifacts, target: &Path) -> Result<Published, PublishError> {
    let site = SiteName { base_url: "https://www.example.jp/".into(), city: "試験市".into() };
    let claim = Claim { kind: FolderKind::Site, site_dir: target.parent().unwrap_or(target) };
    hoshin::output::directory::publish(&Publication { artifacts, claim, site: &site }, target)
}

/// All entries of a folder by path; folders have no bytes.
pub(crate) fn tree(root: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    let walk = walkdir::WalkDir::new(root).min_depth(1).into_iter().map(Result::unwrap);
    walk.map(|entry| {
        let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        (path, entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap()))
    })
    .collect()
}

/// True if a folder contains exactly this site: every byte, no other file, and a matching manifest.
pub(crate) fn is_exactly(target: &Path, artifacts: &Artifacts) -> bool {
    let mut found: BTreeMap<_, _> = tree(target).into_iter().filter_map(|(path, bytes)| Some((path, bytes?))).collect();
    let has_manifest = found.remove(".hoshin-manifest").is_some();
    let wanted: BTreeMap<_, _> = artifacts.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    has_manifest && found == wanted && matches!(verify(target), Verified::Intact { .. })
}

/// The entries of the work folder beside a target.
pub(crate) fn work_folder(target: &Path) -> Vec<String> {
    let name = format!(".{}.hoshin", target.file_name().unwrap().to_str().unwrap());
    let work = target.with_file_name(name);
    let mut names: Vec<_> = fs::read_dir(work)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.sort();
    names
}

/// A folder for one test, and `public` in it.
pub(crate) fn room() -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("public");
    (root, target)
}
