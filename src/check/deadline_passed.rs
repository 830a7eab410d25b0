//! Objectives whose deadline has passed and whose status does not say how they ended.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for placed in &subject.objectives {
        let Some(day) = placed.deadline().filter(|_| placed.is_overdue(subject.corpus)) else { continue };
        let stated = placed.objective.due.day.given().map(|day| &day.range);
        let range = stated.or_else(|| placed.objective.status.given().map(|status| &status.range));
        found.push(subject.at(range.unwrap_or(&placed.clause.range), catalogue::deadline_passed(&era_date(day.date))));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn a_passed_deadline_is_reported() {
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
