//! Objectives whose day is over, and of which nobody has said that they are.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for goal in &subject.goals {
        let Some(day) = goal.deadline().filter(|_| goal.is_overdue(subject.corpus)) else { continue };
        let stated = goal.objective.due.day.given().map(|day| &day.range);
        let range = stated.or_else(|| goal.objective.status.given().map(|status| &status.range));
        found.push(subject.at(range.unwrap_or(&goal.clause.range), catalogue::deadline_passed(&era_date(day.date))));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn a_day_that_is_over() {
        for (yaml, expected) in [
            ("due: 1969-12-31", &["4"][..]),
            ("due: 1969-12-31\nstatus: 遅れ", &["4"]),
            ("due: 1969-12-31\nstatus: 達成", &[]),
            ("due: 1969-12-31\nstatus: 未達成", &[]),
            ("due: 1970-01-01", &[]),
            ("indicator: 数\ntarget: { value: 1, by: 1969-12-31 }", &["1"]),
            ("due_label: ４月初旬", &[]),
        ] {
            assert_eq!(found_in_objective("deadline-passed", yaml), expected, "{yaml}");
        }
    }
}
