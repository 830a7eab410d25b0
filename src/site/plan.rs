//! The plans that documents mention by name: a list, and a page for each.

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::atlas::Atlas;
use super::wording::{Here, filled};
use super::words::Words;
use super::{backlink, link};
use crate::corpus::{Corpus, Referent, leads_outside};
use crate::policy::Plan;

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
    /// How many documents and clauses mention it, in words; empty when none does.
    count: String,
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
    let words = Words::of(&corpus.site.language);
    let mut mentions = String::new();
    if !all.is_empty() {
        backlink::push_list(&mut mentions, Here::new(&file, words), atlas, all);
    }
    let named = |id: &str| corpus.plans.iter().find(|other| other.id.value == id);
    let successors = plan.successors.iter().filter_map(|id| named(&id.value));
    let owner = plan.owner.as_ref().map(|owner| &owner.value);
    let unit = corpus.organizations.iter().find(|unit| owner.is_some_and(|owner| unit.id.value == *owner));
    Value::from_serializable(&View {
        name: &plan.name,
        aliases: plan.aliases.iter().map(|alias| alias.value.as_str()).collect(),
        period: plan.period.clone().or_else(|| period(words, plan)),
        owner: unit.map(|unit| unit.name.as_str()),
        status: plan.status.as_deref(),
        note: plan.note.as_deref(),
        url: plan.url.as_deref().filter(|url| leads_outside(url)),
        successors: successors
            .map(|other| Other { file: link::plan_file(&other.id.value), name: &other.name })
            .collect(),
        count: if all.is_empty() {
            String::new()
        } else {
            filled(words.plan_count, &[("count", &all.len().to_string())])
        },
        mentions: Value::safe_string(&mentions),
        file,
    })
}

/// The period by its days, where nobody has put it into words.
fn period(words: &Words, plan: &Plan) -> Option<String> {
    let word = match (plan.from, plan.until) {
        (None, None) => return None,
        (Some(_), None) => words.period_from,
        (None, Some(_)) => words.period_until,
        (Some(_), Some(_)) => words.period,
    };
    let said = |day: Option<Date>| day.map(|day| words.day(day)).unwrap_or_default();
    Some(filled(word, &[("from", &said(plan.from)), ("until", &said(plan.until))]))
}
