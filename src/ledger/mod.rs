//! Objectives as a table for spreadsheets, and back into the Markdown: one row for each value of each indicator.
//!
//! ```text
//! corpus ─► export: LedgerRow ─► text ─► bytes (UTF-8 with BOM, CP932)
//! bytes ─► text ─► import: LedgerRow ─► what differs from the corpus ─► Markdown with these values, and nothing else, changed
//! ```
//!
//! A row is compared with the row of an export, without the changes that spreadsheets make to characters. If both are the same,
//! the file keeps its bytes.

mod amend;
mod amender;
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
mod new_point;
mod point;
mod read;
mod refusal;
mod row;
mod saved;
#[cfg(test)]
mod tests;

pub use change::CellChange;
pub use column::Column;
pub use encoding::{Encoding, decode, encode};
pub use export::export;
pub use import::{Amended, import};
