//! Targets that are due before their baseline.

use super::Subject;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let indicators = subject.objectives.iter().flat_map(|placed| &placed.objective.indicators);
    for indicator in indicators {
        let Some(baseline) = indicator.baseline.date() else { continue };
        for target in indicator.interim.iter().chain([&indicator.target]) {
            let Some(day) = target.day.given().filter(|day| day.value.date < baseline) else { continue };
            let finding = catalogue::target_before_baseline(&era_date(day.value.date), &era_date(baseline));
            found.push(subject.at(&day.range, finding));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn a_target_must_come_after_its_baseline() {
        for (yaml, expected) in [
            ("indicator: 数\nbaseline: { value: 1, on: 2026-03-31 }\ntarget: { value: 2, by: 2026-03-30 }", &["6"][..]),
            ("indicator: 数\nbaseline: { value: 1, on: 2026-03-31 }\ninterim: [{ value: 2, by: 2025-03-31 }]", &["6"]),
            ("indicator: 数\nbaseline: { value: 1, on: 2026-03-31 }\ntarget: { value: 2, by: 2026-03-31 }", &[]),
            ("indicator: 数\ntarget: { value: 2, by: 2026-03-31 }", &[]),
        ] {
            assert_eq!(found_in_objective("target-before-baseline", yaml), expected, "{yaml}");
        }
    }
}
