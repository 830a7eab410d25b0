//! Writing files that were not there before.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::Failure;
use crate::diagnostic::{Finding, catalogue};
use crate::output::directory;

/// Writes a file that must not exist; `path` is relative to the folder, with `/`.
pub(super) fn create(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let target = folder.join(path);
    directory::check_outside(&target)?;
    let written = target.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&target)?;
        file.write_all(bytes)
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => refused(catalogue::new_taken(path)),
        _ => failed(&target.display().to_string(), &error),
    })
}

/// Something stands in the way.
pub(super) fn refused(finding: Finding) -> Failure {
    Failure::Site([finding.of_site()].into_iter().collect())
}

/// The disk refuses.
pub(super) fn failed(path: &str, error: &io::Error) -> Failure {
    refused(catalogue::start_io(path, &error.to_string()))
}
