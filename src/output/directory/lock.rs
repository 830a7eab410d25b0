//! A lock that keeps two builds from writing to one folder.

use std::fs::{self, File, TryLockError};

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::place::OutputPlace;

/// A lock that a build holds while it reads and changes a published folder. The system releases it when the process
/// ends in whatever way. The file stays; only its lock has a meaning.
#[derive(Debug)]
pub(super) struct BuildLock {
    file: File,
}

impl BuildLock {
    /// Takes the lock without waiting. Creates the work folder if there is none.
    ///
    /// # Errors
    /// [`PublishError::Busy`] when another build has it; I/O errors.
    pub(super) fn take(place: &OutputPlace) -> Result<Self, PublishError> {
        fs::create_dir_all(place.work()).at(place.work())?;
        let path = place.lock();
        let file = File::options().create(true).truncate(false).write(true).open(&path).at(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(PublishError::Busy { target: place.given.clone() }),
            Err(TryLockError::Error(error)) => Err(error).at(&path),
        }
    }
}

impl Drop for BuildLock {
    fn drop(&mut self) {
        // Closing the file is not enough. A process that another thread starts meanwhile holds a copy of the open file,
        // and the lock with it, until it runs its own program.
        let _ = self.file.unlock();
    }
}
