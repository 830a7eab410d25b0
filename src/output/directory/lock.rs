//! Two builds never write to one folder at once.

use std::fs::{self, File, TryLockError};

use crate::output::PublishError;
use crate::output::error::AtPath;

use super::place::OutputPlace;

/// Held while a build looks at and changes a published folder. The system releases it when the process ends, however
/// it ends; so the file stays, and only its lock means anything.
#[derive(Debug)]
pub(super) struct BuildLock {
    file: File,
}

impl BuildLock {
    /// Takes the lock at once or not at all; makes the work folder if need be.
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
        // Closing would do, were it not for a process started meanwhile by another thread: until it has become its own
        // program it holds a copy of the open file, and the lock with it.
        let _ = self.file.unlock();
    }
}
