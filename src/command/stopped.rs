//! Why a command that reads a whole site does nothing.

use super::console::Console;
use super::{Context, Exit, Failure, report};
use crate::diagnostic::{Diagnostics, Finding};

/// Why there is nothing to show or to write.
pub(super) enum Stopped {
    /// Something must be mended first.
    Found(Diagnostics),
    /// The files.
    Failure(Failure),
}

impl Stopped {
    /// Tells what must be mended, or hands the failure on.
    pub(super) fn told(self, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
        match self {
            Self::Found(found) => report::refusal(&found, context, console),
            Self::Failure(failure) => Err(failure),
        }
    }
}

impl From<Finding> for Stopped {
    fn from(finding: Finding) -> Self {
        Self::Found([finding.of_site()].into_iter().collect())
    }
}

impl<E: Into<Failure>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}
