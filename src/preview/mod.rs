//! `hoshin serve`: shows at once and exactly what a save will publish.
//!
//! ```text
//! events ─► batch ─► folder (stat, read) ─► rescan: changed files ─► session ─► snapshot ─► server ─► browser
//! ```
//!
//! Events of the file system are only a hint that something may have changed ([`watch`]); the bytes decide what did change
//! ([`rescan()`]). When no event has come for a moment ([`Batch`]), [`Session::step`] makes the next [`Snapshot`] of all files:
//! a complete site, which never changes again. Every request is answered from one snapshot. If the files cannot be published,
//! the last good pages stay, with the findings on top of them.
//!
//! Pages are those of the same pipeline with [`Drafts::Shown`](crate::pipeline::Drafts::Shown). The preview adds a notice and a
//! script to each page as it is served. Nothing is written to the disk.

mod batch;
mod folder;
mod lazy_pages;
mod look_up;
mod page_state;
pub mod pages;
mod render_thread;
mod reply;
mod request;
mod rescan;
mod respond;
mod response_context;
mod server;
mod session;
mod snapshot;
mod snapshot_channel;
mod stamp;
pub mod watch;

pub use batch::{BATCH, Batch, CAP};
pub use folder::Folder;
pub use rescan::{Changes, Fingerprints, fingerprint, rescan};
pub use server::{Bound, ServerConfig, bind};
pub use session::{Session, Settings};
pub use snapshot::Snapshot;
pub use snapshot_channel::SnapshotChannel;
