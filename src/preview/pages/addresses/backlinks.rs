//! The links to clauses of a document.

use super::contexts::Backlink;
use crate::corpus::{Corpus, ProblemKind, Referent, citation_at};
use crate::policy::{CitationForm, DocumentId, Position};
use crate::preview::pages::PagesInput;

/// The links to the clause at a position.
pub(super) fn to_clause(
    input: &PagesInput<'_>,
    corpus: &Corpus,
    id: &DocumentId,
    position: &Position,
) -> Vec<Backlink> {
    let referent = Referent::Clause(id.clone(), position.clone());
    let all = corpus.links.referring_to(&referent).iter();
    all.map(|one| backlink(input, corpus, &one.document, &one.position)).collect()
}

/// The documents with a link that leads nowhere now, and that led to what is gone as `led_here` says.
pub(super) fn to_gone(input: &PagesInput<'_>, corpus: &Corpus, led_here: impl Fn(&str) -> bool) -> Vec<Backlink> {
    let links = |other: &&crate::policy::Document| {
        let mut problems = corpus.links.problems(&other.id).iter();
        problems.any(|it| matches!(it.kind, ProblemKind::Dangling(_)) && led_here(&it.written))
    };
    corpus.documents().filter(links).map(|other| backlink(input, corpus, &other.id, &Position::default())).collect()
}

fn backlink(input: &PagesInput<'_>, corpus: &Corpus, document: &DocumentId, position: &Position) -> Backlink {
    let citation = citation_at(corpus, document, position).map(|citation| citation.write(CitationForm::Short));
    Backlink {
        text: citation.unwrap_or_else(|| document.0.clone()),
        page: input.page_of(document),
        fragment: position.to_string(),
    }
}
