//! Writes the files of a build to a folder on disk, which is replaced in one step.
//!
//! This room takes [`Artifacts`](crate::artifact::Artifacts) and knows nothing of policies.

pub mod directory;
mod error;
mod identity;
mod name;
mod occupied;
mod replace;

pub use error::{NotOurs, PublishError, Unsuitable};
pub use identity::{Claim, FolderKind, Identity, Publication};
pub use occupied::{Occupant, Occupied, Relation};
pub use replace::{ReplaceError, Replacement, replace};
