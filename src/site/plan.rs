//! The plans that documents mention by name: a list, and a page for each.

use serde::Serialize;
use tera::Value;

use super::atlas::Atlas;
use super::{backlink, link};
use crate::corpus::{Corpus, Referent, leads_outside};
use crate::policy::{Plan, full_date};

/// What the list of plans is called.
pub(super) const TITLE: &str = "計画・方針の一覧";

#[derive(Serialize)]
struct View<'a> {
    file: String,
    name: &'a str,
    aliases: Vec<&'a str>,
    period: Option<String>,
    owner: Option<&'a str>,
    status: Option<&'a str>,
    note: Option<&'a str>,
    url: Option<&'a str>,
    successors: Vec<Other<'a>>,
    /// How many documents and clauses mention it.
    count: usize,
    /// Who mentions it, as finished HTML; empty when nobody does.
    mentions: Value,
}

#[derive(Serialize)]
struct Other<'a> {
    file: String,
    name: &'a str,
}

/// A plan for a template.
pub(super) fn value(corpus: &Corpus, atlas: &Atlas<'_>, plan: &Plan) -> Value {
    let file = link::plan_file(&plan.id.value);
    let all = corpus.links.referring_to(&Referent::Plan(plan.id.value.clone()));
    let mut mentions = String::new();
    if !all.is_empty() {
        backlink::push_list(&mut mentions, &file, atlas, all);
    }
    let named = |id: &str| corpus.plans.iter().find(|other| other.id.value == id);
    let successors = plan.successors.iter().filter_map(|id| named(&id.value));
    let owner = plan.owner.as_ref().map(|owner| &owner.value);
    let unit = corpus.organizations.iter().find(|unit| owner.is_some_and(|owner| unit.id.value == *owner));
    Value::from_serializable(&View {
        name: &plan.name,
        aliases: plan.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        period: plan.period.clone().or_else(|| period(plan)),
        owner: unit.map(|unit| unit.name.as_str()),
        status: plan.status.as_deref(),
        note: plan.note.as_deref(),
        url: plan.url.as_deref().filter(|url| leads_outside(url)),
        successors: successors
            .map(|other| Other { file: link::plan_file(&other.id.value), name: &other.name })
            .collect(),
        count: all.len(),
        mentions: Value::safe_string(&mentions),
        file,
    })
}

/// The period by its days, where nobody has put it into words.
fn period(plan: &Plan) -> Option<String> {
    match (plan.from.map(full_date), plan.until.map(full_date)) {
        (None, None) => None,
        (Some(from), None) => Some(format!("{from}から")),
        (None, Some(until)) => Some(format!("{until}まで")),
        (Some(from), Some(until)) => Some(format!("{from}から{until}まで")),
    }
}
