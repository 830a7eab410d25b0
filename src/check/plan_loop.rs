//! Plans whose successors lead back to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::Plan;

pub(super) fn check(corpus: &Corpus, found: &mut Diagnostics) {
    let plans: BTreeMap<&str, &Plan> = corpus.plans.iter().map(|plan| (plan.id.value.as_str(), plan)).collect();
    let mut finished = BTreeSet::new();
    for plan in &corpus.plans {
        let Some(chain) = loop_from(&plans, plan, &mut finished) else { continue };
        let shown = chain.join(" → ");
        found.push(catalogue::plan_loop(&shown).at(plan.id.span(&plan.source)));
    }
}

/// The ids from a plan back to one already among them. No plan is visited twice, so each loop is reported once.
fn loop_from<'a>(
    plans: &BTreeMap<&'a str, &'a Plan>,
    start: &'a Plan,
    finished: &mut BTreeSet<&'a str>,
) -> Option<Vec<&'a str>> {
    // Plans on the way, each with the index of its next successor.
    let mut way: Vec<(&Plan, usize)> = vec![(start, 0)];
    let mut on_way: BTreeSet<&str> = BTreeSet::from([start.id.value.as_str()]);
    let mut found = None;
    while let Some((plan, next)) = way.last_mut() {
        let successor = plan.successors.get(*next).map(|id| id.value.as_str());
        *next += 1;
        let Some(id) = successor else {
            on_way.remove(plan.id.value.as_str());
            finished.insert(plan.id.value.as_str());
            way.pop();
            continue;
        };
        if on_way.contains(id) {
            let ids = way.iter().map(|(plan, _)| plan.id.value.as_str());
            let chain: Vec<&str> = ids.skip_while(|known| *known != id).chain([id]).collect();
            found.get_or_insert(chain);
        } else if !finished.contains(id)
            && let Some(plan) = plans.get(id)
        {
            on_way.insert(id);
            way.push((plan, 0));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::corpus::testing::site;

    #[test]
    fn each_loop_is_reported_once() {
        for (plans, expected) in [
            ("a>b b>c c>a", "a → b → c → a"),
            ("a>a", "a → a"),
            ("x>a a>b b>a", "a → b → a"),
            ("a>b b>c c>", ""),
            ("a>b,c b>d c>d d>", ""),
        ] {
            let mut yaml = "plans:\n".to_owned();
            for plan in plans.split(' ') {
                let (id, successors) = plan.split_once('>').unwrap();
                yaml.push_str(&format!("- id: {id}\n  name: 計画{id}\n  successors: [{successors}]\n"));
            }
            let found = crate::check::testing::findings(&site(&[("plans.yaml", &yaml)]));
            let told: Vec<&str> = found
                .iter()
                .filter(|it| it.code.id == "plan-loop")
                .map(|it| it.text.en.rsplit_once(": ").unwrap().1)
                .collect();
            assert_eq!(told.join("; "), expected, "{plans}");
        }
    }
}
