//! The list of plans that documents name, and a page for each.

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use crate::corpus::{Referent, leads_outside};
use crate::policy::Plan;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::text::backlinks;

#[derive(Serialize)]
struct PlanContext<'a> {
    file: String,
    name: &'a str,
    aliases: Vec<&'a str>,
    period: Option<String>,
    owner: Option<&'a str>,
    status: Option<&'a str>,
    note: Option<&'a str>,
    url: Option<&'a str>,
    successors: Vec<SuccessorContext<'a>>,
    /// How many documents and clauses mention it, in words; empty when none does.
    count: String,
    /// The documents and clauses that mention it, as HTML; empty when none does.
    mentions: Value,
}

#[derive(Serialize)]
struct SuccessorContext<'a> {
    file: String,
    name: &'a str,
}

/// The list and the pages of all plans; none without plans.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let plans = &site.corpus.plans;
    if plans.is_empty() {
        return Vec::new();
    }
    let contexts: Vec<Value> = plans.iter().map(|plan| context(site, plan)).collect();
    let words = site.words();
    let description = filled(words.plans_description, &[("city", &site.corpus.site.city)]);
    let head = PageHead::plain(link::PLANS, words.plans, &description);
    let mut pages = vec![site.page(&head, "plans.html", [("plans", Value::from(contexts.clone()))])];
    for (plan, context) in plans.iter().zip(contexts) {
        let file = link::plan_file(&plan.id.value);
        let description = filled(words.plan_description, &[("name", &plan.name)]);
        let head = PageHead::plain(&file, &plan.name, &description).below(words.plans, link::PLANS);
        pages.push(site.page(&head, "plan.html", [("plan", context)]));
    }
    pages
}

fn context(site: &SiteContext<'_>, plan: &Plan) -> Value {
    let (corpus, words) = (site.corpus, site.words());
    let file = link::plan_file(&plan.id.value);
    let all = corpus.links.referring_to(&Referent::Plan(plan.id.value.clone()));
    let (count, mentions) = match all.is_empty() {
        true => (String::new(), String::new()),
        false => {
            let count = filled(words.plan_count, &[("count", &all.len().to_string())]);
            (count, backlinks::list(site, site.on(&file), all))
        }
    };
    let named = |id: &str| corpus.plans.iter().find(|other| other.id.value == id);
    let successors = plan.successors.iter().filter_map(|id| named(&id.value));
    let owner =
        plan.owner.as_ref().and_then(|owner| corpus.organizations.iter().find(|one| one.id.value == owner.value));
    Value::from_serializable(&PlanContext {
        name: &plan.name,
        aliases: plan.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        period: plan.period.clone().or_else(|| period(words, plan)),
        owner: owner.map(|owner| owner.name.as_str()),
        status: plan.status.as_deref(),
        note: plan.note.as_deref(),
        url: plan.url.as_deref().filter(|url| leads_outside(url)),
        successors: successors
            .map(|other| SuccessorContext { file: link::plan_file(&other.id.value), name: &other.name })
            .collect(),
        count,
        mentions: Value::safe_string(&mentions),
        file,
    })
}

/// The period by its days, where nobody has put it into words.
fn period(words: &Words<'_>, plan: &Plan) -> Option<String> {
    let word = match (plan.from, plan.until) {
        (None, None) => return None,
        (Some(_), None) => words.period_from,
        (None, Some(_)) => words.period_until,
        (Some(_), Some(_)) => words.period,
    };
    let said = |day: Option<Date>| day.map(|day| words.day(day)).unwrap_or_default();
    Some(filled(word, &[("from", &said(plan.from)), ("until", &said(plan.until))]))
}
