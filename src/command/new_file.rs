//! Writes new files, and never over a file that exists.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::Failure;
use crate::diagnostic::catalogue;
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
        io::ErrorKind::AlreadyExists => Failure::of(catalogue::new_taken(path)),
        _ => failed(&target.display().to_string(), &error),
    })
}

/// The failure when the disk refuses.
pub(super) fn failed(path: &str, error: &io::Error) -> Failure {
    Failure::of(catalogue::start_io(path, &error.to_string()))
}
