//! Writes the new tree into the work folder.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::inventory::{Kept, KeptKind};
use super::manifest::MANIFEST;
use super::place::OutputPlace;
use super::plan::{FileAction, Plan};

/// Writes the whole new tree. On an error, the files written so far are removed.
///
/// Unchanged files are hard links to those of the old tree, which costs neither space nor time. For a moment one file
/// is in both trees, and an edit in place would change both; but the old tree is removed right after the swap.
///
/// # Errors
/// The first I/O error, with its path.
pub(super) fn build(plan: &Plan<'_>, place: &OutputPlace) -> Result<(), PublishError> {
    let written = write_tree(plan, place);
    if written.is_err() {
        // The error is reported; the next start removes what is left.
        let _ = fs::remove_dir_all(place.staging());
    }
    written
}

fn write_tree(plan: &Plan<'_>, place: &OutputPlace) -> Result<(), PublishError> {
    let staging = place.staging();
    fs::create_dir(&staging).at(&staging)?;
    for folder in folders(plan) {
        let path = staging.join(folder);
        fs::create_dir(&path).at(&path)?;
    }
    plan.files.par_iter().try_for_each(|(path, content, step)| {
        let new = staging.join(path);
        if *step == FileAction::Link && fs::hard_link(place.target.join(path), &new).is_ok() {
            return Ok(());
        }
        // Also reached where the file system has no links or allows no more of them.
        write(&new, &content.bytes())
    })?;
    for kept in plan.kept {
        carry_over(kept, place)?;
    }
    write(&staging.join(MANIFEST), plan.manifest.text().as_bytes())?;
    if let Ok(old) = place.target.metadata() {
        // A folder that is open to a group or a web server stays so.
        fs::set_permissions(&staging, old.permissions()).at(&staging)?;
    }
    Ok(())
}

/// Every folder of the site, each after its parent.
fn folders<'a>(plan: &Plan<'a>) -> BTreeSet<&'a str> {
    let mut folders = BTreeSet::new();
    for (path, _, _) in &plan.files {
        for (end, _) in path.rmatch_indices('/') {
            if !folders.insert(&path[..end]) {
                break;
            }
        }
    }
    folders
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    File::create_new(path).and_then(|mut file| file.write_all(bytes)).at(path)
}

/// Links the entry instead of moving it: the old tree stays complete until the swap.
fn carry_over(kept: &Kept, place: &OutputPlace) -> Result<(), PublishError> {
    let (old, new) = (place.target.join(&kept.path), place.staging().join(&kept.path));
    match kept.kind {
        KeptKind::Folder => {
            fs::create_dir_all(&new).at(&new)?;
            fs::set_permissions(&new, old.metadata().at(&old)?.permissions()).at(&new)
        }
        KeptKind::File => {
            // The folder may have belonged to the old site and be missing in the new one.
            let folder = new.parent().unwrap_or(&new);
            fs::create_dir_all(folder).at(folder)?;
            fs::hard_link(&old, &new).or_else(|_| copy(&old, &new)).at(&old)
        }
    }
}

fn copy(old: &Path, new: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if old.is_symlink() {
        return std::os::unix::fs::symlink(old.read_link()?, new);
    }
    fs::copy(old, new).map(drop)
}
