//! Where the files of a build go: for now a folder on disk, replaced all at once.
//!
//! A sink takes [`Artifacts`](crate::artifact::Artifacts) and knows nothing of policies.

pub mod directory;
mod error;
mod name;
mod replace;

pub use error::{NotOurs, PublishError, Unsuitable};
pub use replace::{ReplaceError, Replacement, replace};
