//! Two plans that claim one name at the same time.

use std::collections::BTreeMap;

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Span, catalogue};
use crate::policy::{Name, Plan};

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let mut claims: BTreeMap<Name, Vec<(&Plan, &str, Span)>> = BTreeMap::new();
    for plan in &corpus.plans {
        let official = (plan.name.as_str(), plan.id.span(&plan.source));
        let others = plan.aliases.iter().map(|alias| (alias.value.as_str(), alias.span(&plan.source)));
        for (printed, span) in std::iter::once(official).chain(others) {
            let claimed = claims.entry(Name::read(printed)).or_default();
            if claimed.last().is_none_or(|(last, ..)| last.id.value != plan.id.value) {
                claimed.push((plan, printed, span));
            }
        }
    }
    for claimed in claims.values() {
        // Each is compared with the one before it in time, so that a pair that overlaps is reported once.
        let mut in_time: Vec<_> = claimed.iter().collect();
        in_time.sort_by_key(|(plan, ..)| plan.from);
        for pair in in_time.windows(2) {
            let ((first, _, first_span), (second, printed, span)) = (pair[0], pair[1]);
            if overlap(first, second) {
                let finding = catalogue::plan_name_clash(printed, &first.id.value, &second.id.value);
                found.push(finding.at(span.clone()).with_related(first_span.clone(), catalogue::first_is_here()));
            }
        }
    }
}

/// Whether both may have been in force on one day. An unknown day counts as open-ended.
fn overlap(first: &Plan, second: &Plan) -> bool {
    let is_over = |one: &Plan, other: &Plan| one.until.zip(other.from).is_some_and(|(until, from)| until < from);
    !is_over(first, second) && !is_over(second, first)
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::site;

    #[test]
    fn plans_of_one_name_must_not_overlap() {
        for (a, b, expected) in [
            ("", "", 1),
            ("from: H29\n  until: R2", "from: R7\n  until: R10", 0),
            ("from: H29\n  until: R2", "from: R7", 0),
            ("until: R2", "from: R3", 0),
            ("until: R3", "from: R3", 1),
            ("from: R7", "from: R3", 1),
            ("from: R7", "until: R6", 0),
            ("from: H29\n  until: R2", "", 1),
        ] {
            let yaml = format!(
                "plans:\n- id: a\n  name: 前期計画\n  aliases: [前期 計画]\n  {a}\n- id: b\n  name: 別の名\n  aliases: [前期計画]\n  {b}\n"
            );
            let found = crate::check::testing::findings(&site(&[("plans.yaml", &yaml)]));
            assert_eq!(found.iter().filter(|it| it.code.id == "plan-name-clash").count(), expected, "{a} / {b}");
        }
    }
}
