//! The official text as HTML, exactly as typed, with what is said at its clauses.

pub(crate) mod addresses;
pub(crate) mod backlinks;
mod bare_url;
pub(crate) mod clause;
pub(crate) mod fate;
pub(crate) mod footnote;
pub(crate) mod inline;
pub(crate) mod neighbours;
pub(crate) mod objective;
pub(crate) mod own_text;
pub(crate) mod picture;
pub(crate) mod table;
pub(crate) mod table_view;
pub(crate) mod toc;
pub(crate) mod tombstones;
pub(crate) mod writer;
