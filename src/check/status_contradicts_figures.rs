//! Statuses that contradict the figures.

use super::Subject;
use crate::corpus::PlacedObjective;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::{Indicator, Meaning, reaches};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for placed in &subject.objectives {
        let (Some(status), Some(word)) =
            (placed.objective.status.given(), placed.status(subject.corpus).given().copied())
        else {
            continue;
        };
        let contradicts = match word.means {
            Some(Meaning::Achieved) => reached(placed).any(|(_, is_reached)| !is_reached),
            Some(Meaning::Late | Meaning::Missed) => {
                let all = placed.objective.indicators.len();
                all > 0 && reached(placed).filter(|(_, is_reached)| *is_reached).count() == all
            }
            Some(Meaning::NotStarted | Meaning::UnderWay | Meaning::Stopped) | None => false,
        };
        if contradicts {
            found.push(subject.at(&status.range, catalogue::status_contradicts_figures(&word.label)));
        }
    }
}

/// Indicators with numbers, and whether their targets are reached.
fn reached<'a>(placed: &PlacedObjective<'a>) -> impl Iterator<Item = (&'a Indicator, bool)> {
    placed.objective.indicators.iter().filter_map(|indicator| {
        let is_reached = reaches(*indicator.direction.given()?, indicator.latest()?, &indicator.target)?;
        Some((indicator, is_reached))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::found_in_objective;

    #[test]
    fn a_status_that_contradicts_the_figures_is_reported() {
        for (yaml, expected) in [
            ("indicator: 数\ndirection: up\ntarget: 10\nactuals: [9]\nstatus: 達成", &["8"][..]),
            ("indicator: 数\ndirection: up\ntarget: 10\nactuals: [10]\nstatus: 達成", &[]),
            ("indicator: 数\ndirection: down\ntarget: 10\nactuals: [9]\nstatus: 未達成", &["8"]),
            ("indicator: 数\ndirection: down\ntarget: 10\nactuals: [11]\nstatus: 遅れ", &[]),
            ("indicator: 数\ntarget: 10\nactuals: [9]\nstatus: 達成", &[]),
            ("indicator: 数\ndirection: up\ntarget: 10\nstatus: 達成", &[]),
            ("indicator: 数\ndirection: up\ntarget: 10\nactuals: [12]\nstatus: 進行中", &[]),
        ] {
            assert_eq!(found_in_objective("status-contradicts-figures", yaml), expected, "{yaml}");
        }
    }
}
