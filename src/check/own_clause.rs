//! References within a document to a clause that it does not have: 第9条 of eight articles, 前条 in 第1条.

use super::Subject;
use crate::corpus::ProblemKind;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for problem in subject.corpus.links.problems(&subject.document.id) {
        if problem.kind == ProblemKind::OwnPlace {
            found.push(subject.at(&problem.source, catalogue::own_clause_missing(&problem.written)));
        }
    }
}
