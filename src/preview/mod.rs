//! `hoshin serve`: what a save will publish, at once and exactly.
//!
//! ```text
//! events ─► batch ─► folder (stat, read) ─► rescan: what has changed ─► session ─► snapshot ─► server ─► browser
//! ```
//!
//! Events of the file system are only a hint that something may have changed ([`watch`]); what did change is decided by the
//! bytes ([`rescan()`]). When nothing has come for a moment ([`Batch`]), [`Session::step`] makes the next [`Snapshot`] of all
//! that was read: a complete site, which never changes again. Every request is answered from one of them. What cannot be published
//! leaves the last good pages standing, with what was found on top of them.
//!
//! Pages are those of the same pipeline with [`Drafts::Shown`](crate::pipeline::Drafts::Shown); what the preview adds to a page
//! ([`overlay`]) is put in as it is served. Nothing is written to the disk.

mod batch;
mod folder;
mod look_up;
mod maker;
mod overlay;
pub mod pages;
mod reading;
mod rescan;
mod respond;
mod server;
mod session;
mod snapshot;
pub mod watch;

pub use batch::{BATCH, Batch, CAP};
pub use folder::Folder;
pub use rescan::{Changes, Fingerprints, fingerprint, rescan};
pub use server::{Bound, Manner, bind};
pub use session::{Session, Settings};
pub use snapshot::{Snapshot, Stage};
