//! The position of every clause, and its permanent address.
//!
//! ```text
//! body ─► positions ─► clauses ─┬─► matching ─► recording ─► body with ids, former positions, tombstones; changed locks
//!                      record ──┘                  ▲
//!                                     settling (hoshin anchor) where matching cannot decide
//! ```
//!
//! A [position](assign_positions) says where a clause stands now: `s5-1`. A permanent id (`k7f3q`) is given once and kept
//! in the [record](AddressRecord) of the document, with all former positions. [`mod@assign`] matches the present clauses with
//! the entries of the record. Nothing here reads or writes a file.
//!
//! Some modules look at documents as a whole. `survey` finds lost documents, and `former_names` resolves former names.
//! `record_check` finds records that no document reads, and `unrecorded` finds published addresses without a record.

mod answers;
mod apply;
mod ask;
mod assign;
mod changes;
mod clash;
mod clauses;
mod document;
mod former_names;
mod former_owner;
mod id;
mod input;
mod known;
mod lock;
mod lost_documents;
mod matched;
mod matching;
mod memory;
mod mint;
mod moved;
mod position;
mod record_check;
mod recorded_ids;
mod recorder;
mod recording;

pub mod settle;
mod survey;
mod unrecorded;
mod unreleased;
mod wording;

pub use answers::{ProposedAnswer, answers};
pub use assign::{Assigned, assign, in_order};
pub use changes::{AddressChange, AddressChangeKind, Revision, Unreadable, record_of, revision};
pub use clauses::{AddressedClause, AddressedKind, addressed_clauses};
pub use former_owner::has_been;
pub use input::{AddressContext, AddressInput, Mode};
pub use lock::{
    AddressRecord, ClauseState, Confirmed, DocumentFate, EntryRelease, Gone, PublishedList, RecordEntry, SITE_LOCK,
};
pub use lock::{lock_path, parse as read_record, parse_list as read_list};
pub use matched::version_date;
pub use matching::by_position;
pub use matching::{MOST_CANDIDATES, MatchCandidate, Matches, Question, QuestionCause};
pub use memory::AddressMemory;
pub use position::assign_positions;
pub use unreleased::find;
