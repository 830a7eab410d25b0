//! Who refers to what: 「…」, `[[…]]`, links, 本運営方針.
//!
//! ```text
//! inlines ─► plain text ─► quotes ─► names (Names, Aliases) ─► Mention  {range of the text, referent}
//!                      └► own (本運営方針)                    └► Problem  {why there is no referent}
//! ```
//!
//! Names are compared whole, never by likeness. Texts are never changed: a mention is a range of the plain text, and
//! [`wrap::with_links`] puts links around such ranges when a page is written.

mod alias;
mod cited;
mod finder;
mod kind;
mod local;
mod own;
mod plain;
mod quote;
mod registered;
mod source_locator;
mod wrap;
mod written;

pub(super) use finder::find;
pub(super) use wrap::with_links;
pub(super) use written::{filled, resolve as resolve_written};

use std::ops::Range;

use crate::policy::{ClauseId, DocumentId, Position};

/// The document, clause or plan to which a reference leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Referent {
    /// The document that refers.
    Itself,
    /// A document of the site.
    Document(DocumentId),
    /// A clause of a document, by its position.
    Clause(DocumentId, Position),
    /// A plan of the registry, by its id.
    Plan(String),
    /// A department of the registry, by its id.
    Department(String),
    /// A law of the state, by its address on the law site.
    Law(String),
    /// A term of the registry, as it is written there.
    Term(String),
}

/// The form of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// By name: 「…」, a short name, 本運営方針, 第3条.
    Name,
    /// By where it stands itself: 前条, この章.
    Relative,
    /// By `[[…]]`.
    Reference,
    /// By a Markdown link.
    Link,
    /// By `upper` in the front matter.
    Upper,
}

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The clause it stands in, by position; a footnote by its fragment (`fn1`).
    pub position: Position,
    /// The number of the text in the clause: 0, or that of the cell of a row, or of the paragraph of a footnote.
    pub part: usize,
    /// Bytes of the plain text of that part.
    pub range: Range<usize>,
    /// Bytes of the source file, as near as possible.
    pub source: Range<usize>,
    /// Where it leads.
    pub referent: Referent,
    /// Its form.
    pub via: Via,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the source file, as near as possible.
    pub source: Range<usize>,
    /// The reference as written, without its brackets.
    pub written: String,
    /// Why it leads nowhere.
    pub kind: ProblemKind,
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A quotation that looks like the name of a document that is not known.
    Unknown,
    /// Several documents or plans have this name.
    Ambiguous(Vec<String>),
    /// `[[…]]` that leads nowhere. Perhaps this was meant.
    Dangling(Option<String>),
    /// `[[…]]` to a document that is not public.
    Withheld,
    /// Perhaps to a document that exists and cannot be read.
    Unread,
    /// A place of a document leads to no clause.
    Place(PlaceProblem),
    /// The document itself has no such place: 前条 in 第1条.
    OwnPlace,
}

/// Why a place of a document leads to no clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceProblem {
    /// The document has no such clause.
    Missing,
    /// It may be any of these, as they would be cited.
    Several(Vec<String>),
    /// The clause that stood there in the version that is meant is gone. By its id.
    Gone(ClauseId),
    /// The version that is meant is not recorded.
    UnknownVersion,
}

#[cfg(test)]
mod tests;
