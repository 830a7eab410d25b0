//! Clauses that are cited with the name of their document: 「…」第2条. If it is not certain which clause is meant, there is no
//! link; the finding says why.

use super::Subject;
use crate::corpus::{PlaceProblem, ProblemKind};
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for problem in subject.corpus.links.problems(&subject.document.id) {
        let ProblemKind::Place(kind) = &problem.kind else { continue };
        let written = &problem.written;
        let finding = match kind {
            PlaceProblem::Missing => catalogue::cited_clause_missing(written),
            PlaceProblem::Several(candidates) => catalogue::cited_clause_ambiguous(written, &candidates.join("・")),
            PlaceProblem::Gone(id) => {
                let address = format!("{}c/{id}/", subject.corpus.site.base_url);
                catalogue::cited_clause_gone(written, &address)
            }
            PlaceProblem::UnknownVersion => catalogue::cited_version_unknown(written),
        };
        found.push(subject.at(&problem.source, finding));
    }
}
