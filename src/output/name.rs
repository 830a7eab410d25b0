//! Which output paths every system can store.

use crate::artifact::Artifacts;
use crate::source::is_publishable;

use super::PublishError;

/// Refuses the first path that leads out of the folder, or that some system cannot store. Of a site, rendering has told of
/// all of them before; this is for whatever else is published.
///
/// # Errors
/// [`PublishError::Name`] with the path.
pub(super) fn check_all(artifacts: &Artifacts) -> Result<(), PublishError> {
    match artifacts.contents().find(|(path, _)| !is_publishable(path)) {
        Some((path, _)) => Err(PublishError::Name { path: path.to_owned() }),
        None => Ok(()),
    }
}
