//! Plans that had ended when the document was issued.

use super::Subject;
use crate::corpus::{Referent, day_of};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::era_date;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(day) = day_of(&subject.document.meta) else { return };
    let plans = &subject.corpus.plans;
    for mention in subject.corpus.links.mentions(&subject.document.id) {
        let Referent::Plan(id) = &mention.referent else { continue };
        let Some(plan) = plans.iter().find(|plan| plan.id.value == *id) else { continue };
        let Some(until) = plan.until.filter(|until| *until < day) else { continue };
        let successors = plans.iter().filter(|other| plan.successors.iter().any(|id| id.value == other.id.value));
        let successors: Vec<&str> = successors.map(|plan| plan.name.as_str()).collect();
        let finding = catalogue::expired_plan(&plan.name, &era_date(until), &era_date(day), &successors);
        found.push(subject.at(&mention.source, finding));
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::{page, site};

    #[test]
    fn a_plan_is_expired_from_the_day_after_its_last() {
        let plans = "plans:\n- id: a\n  name: 旧計画\n  until: R7\n  successors: [b]\n- id: b\n  name: 新計画\n";
        for (year, issued, expected) in
            [("R7", "令和8年3月31日", 0), ("R8", "令和8年4月1日", 1), ("R8", "令和8年3月20日", 0)]
        {
            let document =
                page(year, "方針", "「旧計画」と「新計画」").replace("status:", &format!("issued: {issued}\nstatus:"));
            let corpus = site(&[("plans.yaml", plans), ("a.md", &document)]);
            let found = crate::check::testing::findings(&corpus);
            let expired: Vec<_> = found.iter().filter(|found| found.code.id == "expired-plan").collect();
            assert_eq!(expired.len(), expected, "{issued}");
            for found in expired {
                assert_eq!(
                    found.text.ja,
                    "「旧計画」（令和8年3月31日まで）は、この文書の日付（令和8年4月1日）には期間が終わっています"
                );
                assert!(found.help.ja.starts_with("後継は「新計画」です。"), "{}", found.help.ja);
            }
        }
    }
}
