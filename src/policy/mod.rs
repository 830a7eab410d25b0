//! The vocabulary all rooms speak: documents, clauses, labels, dates, organizations, plans.
//!
//! Nothing here reads a file, knows Markdown's syntax or writes HTML.

mod clause;
mod document;
mod label;
mod registry;
mod text;

pub use clause::{Block, Body, Clause, ClauseKind, Content, Footnote, Frame, FrameKind, Letterhead, Table};
pub use document::{Contact, Document, DocumentId, FiscalYear, Issuer, Metadata, Status, Upper, WrittenDate};
pub use label::{Label, LabelKind};
pub use registry::{Organization, Plan, Site, Term};
pub use text::{Image, Inline, Link, RubyPair, plain_text};
