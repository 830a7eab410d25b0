//! What a document said at its last release, and what has changed since: clause by clause, word by word.

mod changes;
mod dated;
mod difference;

pub use changes::{ClauseChange, ClauseChangeKind, Wording, changes};
pub use dated::{ChangedDocument, undated};
pub use difference::{DEL, INS, SAME, Stretch, difference};
