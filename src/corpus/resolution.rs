//! The meaning of a citation, and how one of several clauses is named.

use super::versions::Placed;
use super::{DocumentSet, citation_at};
use crate::policy::{CitationForm, ClauseId, DocumentId, Position};

/// The meaning of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// A place of a public document, by position.
    Clause {
        /// The document that contains it.
        document: DocumentId,
        /// The position: `s5-1`.
        position: Position,
    },
    /// A published clause that is gone.
    Gone {
        /// The document it stood in.
        document: DocumentId,
        /// Its permanent id.
        id: ClauseId,
    },
    /// A public document.
    Document(DocumentId),
    /// A plan of the registry, by id.
    Plan(String),
    /// Any of these, as they would be cited.
    Ambiguous(Vec<String>),
    /// No document, clause or plan.
    NotFound {
        /// The citation that was perhaps meant.
        suggestion: Option<String>,
    },
}

/// The short citation of a place of a document; with an empty position, of the document.
pub(super) fn written(documents: &DocumentSet, id: &DocumentId, position: &Position) -> Option<String> {
    citation_at(documents, id, position).map(|citation| citation.write(CitationForm::Short))
}

/// The name of one of several clauses: its citation, or when it is gone the address of its page.
pub(super) fn written_of(documents: &DocumentSet, id: &DocumentId, placed: &Placed) -> Option<String> {
    match placed {
        Placed::Standing(position) => written(documents, id, position),
        Placed::Gone(gone) => Some(format!("{}c/{gone}/", documents.site.base_url)),
        Placed::Several(_) | Placed::Nothing(_) | Placed::UnknownVersion => None,
    }
}
