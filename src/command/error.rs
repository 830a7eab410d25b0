//! The reasons why a command ends without its result.

use std::io;

use crate::diagnostic::{Diagnostics, Finding};
use crate::output::{PublishError, ReplaceError};
use crate::source::ReadError;

/// Why a command could not be carried out.
pub(super) enum Failure {
    /// Standard output or standard error cannot be written.
    Console(io::Error),
    /// The site's folder cannot be read.
    Read(ReadError),
    /// The output folder cannot be replaced.
    Publish(PublishError),
    /// The address records cannot be written.
    Records(ReplaceError),
    /// The preview's server cannot start: its address and the reason.
    Port(String, String),
    /// The threads asked for cannot be started.
    Threads(String),
    /// The settings of the site, or what was asked for, are wrong.
    Site(Diagnostics),
}

/// Why a command that reads a whole site has no result.
pub(super) enum CommandError {
    /// These findings must be mended first.
    Found(Diagnostics),
    /// The command could not be carried out.
    Failure(Failure),
}

impl Failure {
    /// The failure of a command that a finding about the site as a whole stops.
    pub(super) fn of(finding: Finding) -> Self {
        Self::Site([finding.of_site()].into_iter().collect())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Console(error)
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl From<Finding> for CommandError {
    fn from(finding: Finding) -> Self {
        Self::Found([finding.of_site()].into_iter().collect())
    }
}

impl From<Box<Finding>> for CommandError {
    fn from(finding: Box<Finding>) -> Self {
        (*finding).into()
    }
}

impl<E: Into<Failure>> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self::Failure(error.into())
    }
}
