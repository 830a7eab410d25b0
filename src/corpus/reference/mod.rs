//! Who refers to what: 「…」, `[[…]]`, links, 本運営方針.
//!
//! ```text
//! inlines ─► plain text ─► quotes ─► names (Names, Aliases) ─► Mention  {where in the text, what it refers to}
//!                      └► own (本運営方針)                    └► Problem  {what could not be told}
//! ```
//!
//! Names are compared whole, never by likeness. Texts are never changed: a mention is a range of the plain text, and
//! [`wrap::with_links`] puts links around such ranges when a page is written.

mod alias;
mod cited;
mod finder;
mod kind;
mod located;
mod own;
mod plain;
mod quote;
mod wrap;
mod written;

pub(super) use finder::find;
pub(super) use wrap::with_links;
pub(super) use written::{filled, resolve as resolve_written};

use std::ops::Range;

use crate::policy::DocumentId;

/// What is referred to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Referent {
    /// The document that speaks.
    Itself,
    /// A document of the site.
    Document(DocumentId),
    /// A clause of a document, by its position.
    Clause(DocumentId, Box<str>),
    /// A plan of the registry, by its id.
    Plan(String),
}

/// How it is referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// By name: 「…」, a short name, 本運営方針.
    Name,
    /// By `[[…]]`.
    Reference,
    /// By a Markdown link.
    Link,
    /// As the document above, in the front matter.
    Upper,
}

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The clause it stands in, by position; a footnote by its fragment (`fn1`).
    pub position: Box<str>,
    /// Which text of the clause: 0, the cell of a row, the paragraph of a footnote.
    pub part: usize,
    /// Bytes of the plain text of that part.
    pub range: Range<usize>,
    /// Bytes of the source file, as near as can be told.
    pub source: Range<usize>,
    /// What is referred to.
    pub referent: Referent,
    /// How.
    pub via: Via,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the source file, as near as can be told.
    pub source: Range<usize>,
    /// As written, without its brackets.
    pub written: String,
    /// Why.
    pub kind: ProblemKind,
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A quotation that looks like a document nobody has told us of.
    Unknown,
    /// Several documents or plans have this name; which is meant cannot be told.
    Ambiguous(Vec<String>),
    /// `[[…]]` to nothing; perhaps this was meant.
    Dangling(Option<String>),
    /// `[[…]]` to a document that is not public.
    Withheld,
    /// Perhaps of a document that is there and cannot be read.
    Unread,
    /// A place of a document leads to no clause.
    Place(PlaceProblem),
}

/// Why a place of a document leads to no clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceProblem {
    /// The document has no such clause.
    Missing,
    /// It may be any of these, as they would be cited.
    Several(Vec<String>),
    /// The clause that was there in the version that is meant, by its id, is gone.
    Gone(Box<str>),
    /// The version that is meant is not recorded.
    UnknownVersion,
}

#[cfg(test)]
mod tests;
