//! The program that made a site. Another version may make another site.

use std::fs::File;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::output::directory;

/// A program, as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Program {
    /// The stamp of its file, if it has one. It means nothing on another machine.
    stamp: Option<String>,
    /// BLAKE3 over its bytes; `None` where it could not be read.
    digest: Option<String>,
}

impl Program {
    /// The running program.
    pub(super) fn running() -> Self {
        let path = std::env::current_exe().ok();
        let stamp = path.as_deref().and_then(directory::file_stamp);
        // The stamp is taken before the bytes. A file that changes while it is read has another stamp afterwards.
        let digest = path.and_then(|path| digest(&path).ok());
        Self { stamp, digest }
    }

    /// Returns whether it is the running program, by its stamp or by its bytes. A program that cannot be read is not.
    pub(super) fn is_running(&self) -> bool {
        let Ok(path) = std::env::current_exe() else { return false };
        if self.stamp.is_some() && directory::file_stamp(&path) == self.stamp {
            return true;
        }
        self.digest.is_some() && digest(&path).ok() == self.digest
    }
}

fn digest(path: &Path) -> io::Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize().to_hex().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_recognised_by_its_stamp_or_its_bytes() {
        let running = Program::running();
        let (stamp, digest) = (running.stamp.clone(), running.digest.clone());
        let other = || Some("other".to_owned());
        let table = [
            (running, true),
            // The same bytes, on another machine.
            (Program { stamp: other(), digest: digest.clone() }, true),
            (Program { stamp: None, digest }, true),
            (Program { stamp: other(), digest: other() }, false),
            (Program { stamp: None, digest: None }, false),
        ];
        for (program, is_running) in table {
            assert_eq!(program.is_running(), is_running, "{program:?}");
        }
        if stamp.is_some() {
            assert!(Program { stamp, digest: None }.is_running());
        }
    }
}
