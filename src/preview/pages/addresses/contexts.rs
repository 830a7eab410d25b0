//! The values that the templates of the address pages show.

use serde::Serialize;

use crate::edition::Stretch;

/// A document in the list.
#[derive(Serialize)]
pub(super) struct AddressRow<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) language: &'a str,
    pub(super) addresses: String,
    pub(super) note: String,
    /// The questions that somebody has to settle.
    pub(super) open: Option<String>,
}

/// The page of a document.
#[derive(Default, Serialize)]
pub(super) struct AddressesContext {
    pub(super) language: String,
    pub(super) page: Option<String>,
    pub(super) note: Option<String>,
    /// The commands that settle the fate of the whole document.
    pub(super) choices: Vec<ChoiceContext>,
    /// The links to the document or to any of its clauses; only for a document that is gone.
    pub(super) backlinks: Vec<Backlink>,
    pub(super) counts: Vec<ChangeCount>,
    pub(super) changes: Vec<ChangeContext>,
}

/// How many clauses have changed in one way.
#[derive(Serialize)]
pub(super) struct ChangeCount {
    pub(super) kind: &'static str,
    pub(super) kind_id: &'static str,
    pub(super) count: String,
}

/// The change of one clause.
#[derive(Default, Serialize)]
pub(super) struct ChangeContext {
    pub(super) kind: &'static str,
    pub(super) kind_id: &'static str,
    pub(super) heading: String,
    /// The permanent id; empty for a new clause.
    pub(super) id: String,
    pub(super) stretches: Vec<Stretch>,
    pub(super) candidates: Vec<CandidateContext>,
    pub(super) note: &'static str,
    pub(super) choices: Vec<ChoiceContext>,
    pub(super) backlinks: Vec<Backlink>,
    pub(super) posted: Vec<String>,
    /// True if the clause has been published, so that something can link to it.
    pub(super) was_public: bool,
}

/// A clause that an unclear one may have become.
#[derive(Serialize)]
pub(super) struct CandidateContext {
    pub(super) name: String,
    pub(super) stretches: Vec<Stretch>,
}

/// An answer to a question, and the command that gives it.
#[derive(Serialize)]
pub(super) struct ChoiceContext {
    pub(super) says: String,
    pub(super) command: String,
}

/// A document or clause that links to a clause.
#[derive(Serialize)]
pub(super) struct Backlink {
    pub(super) text: String,
    pub(super) page: Option<String>,
    pub(super) fragment: String,
}
