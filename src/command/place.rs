//! The clause that a citation, an id or an address names.

use crate::corpus::{self, Corpus, Resolution};
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{CitationForm, Clause, Document, DocumentId, Position, Tombstone};

/// The target of a citation.
pub(super) enum CitedPlace<'a> {
    /// A clause of a public document.
    Clause(&'a Document, &'a Clause),
    /// A clause that is gone, and its document.
    Gone(&'a DocumentId, &'a Tombstone),
    /// Something that is no clause: its citation and its address.
    Elsewhere(String, String),
}

/// Finds the target of a text, as [`corpus::cite`] reads it.
///
/// # Errors
/// A finding when the text names no clause, or several.
pub(super) fn find_cited<'a>(corpus: &'a Corpus, text: &str) -> Result<CitedPlace<'a>, Finding> {
    let text = text.trim();
    match corpus::cite(corpus, text) {
        Resolution::Clause { document, position } => Ok(at(corpus, &document, &position)),
        Resolution::Gone { document, id } => {
            let mut all = corpus.tombstones();
            let gone = all.find(|(of, gone)| **of == document && gone.id == id);
            gone.map(|(of, gone)| CitedPlace::Gone(of, gone)).ok_or_else(|| catalogue::citation_not_found(text, None))
        }
        Resolution::Document(document) => Ok(at(corpus, &document, &Position::default())),
        Resolution::Plan(id) => {
            let name = corpus.plan(&id).map_or(String::new(), |plan| format!("「{}」", plan.name));
            Ok(CitedPlace::Elsewhere(name, format!("{}plans/{id}/", corpus.site.base_url)))
        }
        Resolution::Ambiguous(all) => Err(catalogue::citation_ambiguous(text, &listed(&all))),
        Resolution::NotFound { suggestion } => Err(catalogue::citation_not_found(text, suggestion.as_deref())),
    }
}

/// The clause at a position. An annex, a table or the document itself is named by its citation.
fn at<'a>(corpus: &'a Corpus, id: &DocumentId, position: &Position) -> CitedPlace<'a> {
    let mut found = None;
    if let Some(document) = corpus.public.get(id) {
        document.body.each_clause(|clause| {
            if !position.is_empty() && clause.position == *position {
                found = Some(CitedPlace::Clause(document, clause));
            }
        });
    }
    found.unwrap_or_else(|| {
        let citation =
            corpus::citation_at(corpus, id, position).map_or(String::new(), |it| it.write(CitationForm::Short));
        let fragment = if position.is_empty() { String::new() } else { format!("#{position}") };
        CitedPlace::Elsewhere(citation, format!("{}{}/{fragment}", corpus.site.base_url, id.0))
    })
}

fn listed(all: &[String]) -> String {
    all.iter().map(|one| format!("\n  {one}")).collect()
}
