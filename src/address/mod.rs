//! Where a clause stands, and the address that leads to it for ever.
//!
//! ```text
//! body ─► positions ─► units ─┬─► matching ─► recording ─► body with ids, former places, tombstones; changed locks
//!                      lock ──┘                  ▲
//!                                     settling (hoshin anchor) for what matching cannot decide
//! ```
//!
//! A [position](assign_positions) says where a clause stands now: `s5-1`. A permanent id (`k7f3q`) is given once and kept
//! in the [`Lock`] beside the document, with all former positions; [`mod@assign`] finds out which clause of today is which
//! clause of the lock. Nothing here reads or writes a file.
//!
//! Of documents as a whole, `site` tells what became of them, `names` what former names mean now, `records` whether every record
//! is read by somebody, and `standing` whether every address of the published site is recorded.

mod apply;
mod ask;
mod assign;
mod changes;
mod clash;
mod document;
mod id;
mod ledger;
mod lock;
mod matching;
mod memory;
mod mint;
mod moved;
mod names;
mod normal;
mod position;
mod record;
mod records;
pub mod settle;
mod site;
mod standing;
mod unit;

pub use assign::{Assigned, Context, Input, Mode, assign, assign_remembered, in_order};
pub use changes::{Change, ChangeKind, Choice, Revision, Unreadable, choices, lock_of, revision};
pub use document::{lock_path, version_date};
pub use lock::{Confirmed, Entry, Fate, Gone, Lock, SITE_LOCK, SiteLock, State};
pub use lock::{parse as read_lock, parse_site as read_site_lock};
pub use matching::{Candidate, MOST_CANDIDATES, Matches, Question, find};
pub use memory::Memory;
pub use position::assign_positions;
pub use records::has_been;
pub use unit::{Unit, UnitKind, units};
