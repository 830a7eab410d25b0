//! Names that several documents or plans have.

use super::Subject;
use crate::corpus::ProblemKind;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for problem in subject.corpus.links.problems(&subject.document.id) {
        if let ProblemKind::Ambiguous(candidates) = &problem.kind {
            let finding = catalogue::ambiguous_name(&problem.written, &candidates.join("・"));
            found.push(subject.at(&problem.source, finding));
        }
    }
}
