//! Objectives as a table for spreadsheets, and back into the Markdown: one row for each value of each indicator.
//!
//! ```text
//! corpus ─► export: Row ─► text ─► bytes (UTF-8 with BOM, CP932)
//! bytes ─► text ─► import: Row ─► what differs from the corpus ─► Markdown with these values, and nothing else, changed
//! ```
//!
//! What a row says is compared with what an export would say, after what a spreadsheet does to characters: where that is the
//! same, the file keeps its bytes.

mod amend;
mod block;
mod canonical;
mod cell;
mod change;
mod clauses;
mod column;
mod delete;
mod encoding;
mod export;
mod import;
mod intake;
mod names;
mod point;
mod row;
mod saved;
#[cfg(test)]
mod tests;

pub use change::Change;
pub use column::Column;
pub use encoding::{Encoding, decode, encode};
pub use export::export;
pub use import::{Amended, import};
