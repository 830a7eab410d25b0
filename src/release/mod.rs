//! What a release makes public: the addresses that are new, and those that lead elsewhere from now on.
//!
//! A release takes a site as it stands and promises its addresses for good (`Mode::Release`). Before it, an address may change
//! or go without trace.

mod summary;

pub use summary::{DocumentRelease, compare};
