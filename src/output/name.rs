//! Checks that every system can store the output paths.

use crate::artifact::Artifacts;
use crate::source::is_publishable;

use super::PublishError;

/// Refuses the first path that leads out of the folder or that some system cannot store. For a site, rendering has
/// reported all such paths; this check is for other publications.
///
/// # Errors
/// [`PublishError::Name`] with the path.
pub(super) fn check_all(artifacts: &Artifacts) -> Result<(), PublishError> {
    match artifacts.contents().find(|(path, _)| !is_publishable(path)) {
        Some((path, _)) => Err(PublishError::Name { path: path.to_owned() }),
        None => Ok(()),
    }
}
