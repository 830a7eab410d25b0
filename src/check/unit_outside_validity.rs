//! Departments in charge that had ended, or did not exist yet, when the document was issued.

use super::Subject;
use crate::corpus::day_of;
use crate::diagnostic::{Diagnostics, Located, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let own = subject.objectives.iter().filter_map(|placed| placed.objective.owner.given());
    own.for_each(|owner| department(subject, owner, found));
    // Where an objective names no department, the document's is in charge. It is reported once.
    if let Some(id) = &subject.document.meta.organization
        && subject.objectives.iter().any(|placed| placed.objective.owner.given().is_none())
    {
        department(subject, id, found);
    }
}

fn department(subject: &Subject<'_>, id: &Located<String>, found: &mut Diagnostics) {
    let (Some(day), Some(department)) = (day_of(&subject.document.meta), subject.corpus.organization(&id.value)) else {
        return;
    };
    let has_ended = department.until.as_ref().is_some_and(|until| until.date < day);
    let is_to_come = department.from.as_ref().is_some_and(|from| from.date > day);
    if has_ended || is_to_come {
        let named = |id: &str| subject.corpus.organization(id).map(|other| other.name.as_str());
        let successors: Vec<&str> = department.successors.iter().filter_map(|id| named(&id.value)).collect();
        let finding = catalogue::unit_outside_validity(&department.name, &era_date(day), &successors);
        found.push(subject.at(&id.range, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::{page, site};

    #[test]
    fn a_department_must_exist_when_the_document_is_issued() {
        for (life, expected) in [
            ("until: 2026-03-31\n    successors: [ato]", 1),
            ("until: 2026-04-01", 0),
            ("from: 2026-04-01", 0),
            ("from: 2026-04-02", 1),
        ] {
            let units =
                format!("organizations:\n  - id: ka\n    name: 課\n    {life}\n  - id: ato\n    name: 後の課\n");
            let text = page("R8", "目標", "## 1 目標\n\n```objective\nowner: ka\n```\n");
            let found = crate::check::testing::findings(&site(&[("organizations.yaml", &units), ("a.md", &text)]));
            let told: Vec<_> = found.iter().filter(|found| found.code.id == "unit-outside-validity").collect();
            assert_eq!(told.len(), expected, "{life}");
            if life.contains("ato") {
                assert!(told[0].help.ja.starts_with("後身は「後の課」です。"), "{}", told[0].help.ja);
            }
        }
    }
}
