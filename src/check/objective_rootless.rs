//! Objectives that take up no clause above.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for placed in &subject.objectives {
        // The sidecar may name one as well. A clause that is named and not found has its own finding.
        let mut upward = subject.corpus.cascade.upward(&subject.document.id, &placed.clause.position);
        if placed.objective.implements.is_empty() && upward.next().is_none() {
            found.push(subject.at(&placed.clause.range, catalogue::objective_without_upper()));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn an_objective_must_name_a_clause_above() {
        for (yaml, expected) in [("indicator: 数", &["1"][..]), ("implements: r8/a#s1\nindicator: 数", &[])] {
            assert_eq!(found_in_objective("objective-without-upper", yaml), expected, "{yaml}");
        }
    }
}
