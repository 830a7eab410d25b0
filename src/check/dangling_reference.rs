//! `[[…]]` that leads nowhere, or to a document that is not public.

use super::Subject;
use crate::corpus::ProblemKind;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for problem in subject.corpus.links.problems(&subject.document.id) {
        let finding = match &problem.kind {
            ProblemKind::Dangling(suggestion) => {
                let suggestion = suggestion.as_ref().map(|near| format!("[[{near}]]"));
                catalogue::dangling_reference(&problem.written, suggestion.as_deref())
            }
            ProblemKind::Withheld => catalogue::withheld_link(&problem.written),
            ProblemKind::Unread
            | ProblemKind::Unknown
            | ProblemKind::Ambiguous(_)
            | ProblemKind::Place(_)
            | ProblemKind::OwnPlace => continue,
        };
        found.push(subject.at(&problem.source, finding));
    }
}
