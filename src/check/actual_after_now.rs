//! Actual values that are dated in the future.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let today = subject.corpus.today;
    let indicators = subject.objectives.iter().flat_map(|placed| &placed.objective.indicators);
    for point in indicators.flat_map(|indicator| indicator.actuals.iter().chain(&indicator.judged)) {
        let Some(day) = point.day.given().filter(|day| day.value.date > today) else { continue };
        let finding = catalogue::actual_after_now(&era_date(day.value.date), &era_date(today));
        found.push(subject.at(&day.range, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn an_actual_value_of_tomorrow_is_reported() {
        for (yaml, expected) in [
            ("indicator: 数\nactuals:\n  - { value: 1, on: 1970-01-02 }", &["6"][..]),
            ("indicator: 数\nactuals:\n  - { value: 1, on: 1970-01-01 }", &[]),
            ("indicator: 数\njudged: { value: 10, on: 2026-04-01 }", &["5"]),
            ("indicator: 数\ntarget: { value: 1, by: 2026-04-01 }", &[]),
        ] {
            assert_eq!(found_in_objective("actual-after-now", yaml), expected, "{yaml}");
        }
    }
}
