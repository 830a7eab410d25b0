//! Quotations that look like the name of a document that is neither on the site nor in the registries.

use super::Subject;
use crate::corpus::ProblemKind;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for problem in subject.corpus.links.problems(&subject.document.id) {
        if problem.kind == ProblemKind::Unknown {
            found.push(subject.at(&problem.source, catalogue::unknown_document(&problem.written)));
        }
    }
}
