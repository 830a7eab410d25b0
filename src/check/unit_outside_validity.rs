//! Units in charge that had ended, or did not exist yet, when the document was issued.

use std::ops::Range;

use super::Subject;
use crate::corpus::day_of;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let own = subject.goals.iter().filter_map(|goal| goal.objective.owner.given());
    own.for_each(|owner| unit(subject, (&owner.value, &owner.range), found));
    // The document's unit is in charge where an objective names none: told once.
    if let Some(unit) = &subject.document.meta.organization
        && subject.goals.iter().any(|goal| goal.objective.owner.given().is_none())
    {
        self::unit(subject, (&unit.value, &unit.range), found);
    }
}

fn unit(subject: &Subject<'_>, (id, range): (&str, &Range<usize>), found: &mut Diagnostics) {
    let (Some(day), Some(unit)) = (day_of(&subject.document.meta), subject.corpus.organization(id)) else { return };
    let has_ended = unit.until.as_ref().is_some_and(|until| until.date < day);
    let is_to_come = unit.from.as_ref().is_some_and(|from| from.date > day);
    if has_ended || is_to_come {
        let named = |id: &str| subject.corpus.organization(id).map(|unit| unit.name.as_str());
        let successors: Vec<&str> = unit.successors.iter().filter_map(|id| named(&id.value)).collect();
        let finding = catalogue::unit_outside_validity(&unit.name, &era_date(day), &successors);
        found.push(subject.at(range, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::{page, site};

    #[test]
    fn a_unit_is_in_charge_as_long_as_it_exists() {
        for (life, expected) in [
            ("until: 2026-03-31\n    successors: [ato]", 1),
            ("until: 2026-04-01", 0),
            ("from: 2026-04-01", 0),
            ("from: 2026-04-02", 1),
        ] {
            let units =
                format!("organizations:\n  - id: ka\n    name: 課\n    {life}\n  - id: ato\n    name: 後の課\n");
            let text = page("R8", "目標", "## 1 目標\n\n```objective\nowner: ka\n```\n");
            let found = crate::check::run(&site(&[("organizations.yaml", &units), ("a.md", &text)]));
            let told: Vec<_> = found.iter().filter(|found| found.code.id == "unit-outside-validity").collect();
            assert_eq!(told.len(), expected, "{life}");
            if life.contains("ato") {
                assert!(told[0].help.ja.starts_with("後身は「後の課」です。"), "{}", told[0].help.ja);
            }
        }
    }
}
