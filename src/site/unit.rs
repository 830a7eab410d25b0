//! The units of the city: when each existed under its name, what it issued, what it answers for.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use super::link;
use super::listing::{DateView, changed, date_view};
use super::wording::filled;
use super::words::Words;
use crate::corpus::{Corpus, title_of};
use crate::policy::{Document, Organization, Stated, title_in_citation};

/// How many documents and objectives a page names; lists and data have them all.
const LISTED: usize = 300;

#[derive(Serialize)]
struct View<'a> {
    file: String,
    name: &'a str,
    period: Option<String>,
    note: Option<&'a str>,
    /// Whether it is over.
    ended: bool,
    parent: Option<Other<'a>>,
    children: Vec<Other<'a>>,
    predecessors: Vec<Other<'a>>,
    successors: Vec<Other<'a>>,
    documents: Vec<DocumentView<'a>>,
    objectives: Vec<ObjectiveView>,
    objectives_more: usize,
    plans: Vec<PlanView<'a>>,
    count: String,
}

#[derive(Serialize)]
struct Other<'a> {
    file: String,
    name: &'a str,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    file: String,
    title: String,
    kind: &'a str,
    date: Option<DateView>,
    /// The name the unit had then, where it was another one.
    then: Option<&'a str>,
    /// Its connections, if it has any.
    trace: Option<String>,
}

#[derive(Serialize)]
struct ObjectiveView {
    file: String,
    href: String,
    text: String,
}

#[derive(Serialize)]
struct PlanView<'a> {
    file: String,
    name: &'a str,
}

/// What belongs to units, found once.
pub(super) struct Units<'a> {
    corpus: &'a Corpus,
    words: &'static Words,
    issued: BTreeMap<&'a str, Vec<&'a Document>>,
    objectives: BTreeMap<&'a str, Vec<crate::corpus::PlacedObjective<'a>>>,
    before: BTreeMap<&'a str, Vec<&'a Organization>>,
}

impl<'a> Units<'a> {
    /// Of public documents.
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let mut units = Self {
            corpus,
            words: Words::of(&corpus.site.language),
            issued: BTreeMap::new(),
            objectives: BTreeMap::new(),
            before: BTreeMap::new(),
        };
        for document in corpus.public.values().rev() {
            if let Some(id) = &document.meta.organization {
                units.issued.entry(&id.value).or_default().push(document);
            }
        }
        for documents in units.issued.values_mut() {
            documents.sort_by_key(|document| std::cmp::Reverse(document.meta.fiscal_year.value));
        }
        for goal in corpus.objectives() {
            if let Stated::Given(owner) = goal.owner() {
                units.objectives.entry(owner).or_default().push(goal);
            }
        }
        for unit in &corpus.organizations {
            for successor in &unit.successors {
                units.before.entry(&successor.value).or_default().push(unit);
            }
        }
        units
    }

    /// A unit for a template.
    pub(super) fn value(&self, unit: &'a Organization) -> Value {
        let id = unit.id.value.as_str();
        let documents = self.documents(unit);
        let all = self.objectives.get(id).map_or(&[][..], Vec::as_slice);
        let words = self.words;
        let count = filled(
            words.unit_count,
            &[("documents", &documents.len().to_string()), ("objectives", &all.len().to_string())],
        );
        let plans = self.corpus.plans.iter().filter(|plan| plan.owner.as_ref().is_some_and(|owner| owner.value == id));
        Value::from_serializable(&View {
            file: link::organization_file(id),
            name: &unit.name,
            period: self.period(unit),
            note: unit.note.as_deref(),
            ended: unit.until.is_some() || !unit.successors.is_empty(),
            parent: unit.parent.as_ref().and_then(|id| self.other(&id.value)),
            children: self.corpus.organizations.iter().filter(|child| is_below(child, id)).map(other).collect(),
            predecessors: self.before.get(id).into_iter().flatten().map(|unit| other(unit)).collect(),
            successors: unit.successors.iter().filter_map(|id| self.other(&id.value)).collect(),
            documents,
            objectives: all.iter().take(LISTED).map(|goal| self.objective(goal)).collect(),
            objectives_more: all.len().saturating_sub(LISTED),
            plans: plans.map(|plan| PlanView { file: link::plan_file(&plan.id.value), name: &plan.name }).collect(),
            count,
        })
    }

    /// What it issued, and under what name: that of those it took over from too.
    fn documents(&self, unit: &'a Organization) -> Vec<DocumentView<'a>> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::from([unit.id.value.as_str()]);
        let mut open = vec![unit];
        while let Some(one) = open.pop() {
            let then = (one.id.value != unit.id.value).then_some(one.name.as_str());
            let issued = self.issued.get(one.id.value.as_str()).into_iter().flatten();
            found.extend(issued.map(|document| self.document(document, then)));
            for before in self.before.get(one.id.value.as_str()).into_iter().flatten() {
                if seen.insert(&before.id.value) {
                    open.push(before);
                }
            }
        }
        found.truncate(LISTED);
        found
    }

    fn document(&self, document: &'a Document, then: Option<&'a str>) -> DocumentView<'a> {
        let cascade = &self.corpus.cascade;
        let is_in_chain = cascade.is_upper(&document.id) || cascade.is_lower(&document.id);
        DocumentView {
            file: link::document_file(&document.id),
            title: title_in_citation(&title_of(document)),
            kind: &document.meta.kind.value,
            date: changed(document).map(|date| date_view(self.words, date)),
            then,
            trace: is_in_chain.then(|| link::trace_file(&document.id)),
        }
    }

    fn objective(&self, goal: &crate::corpus::PlacedObjective<'a>) -> ObjectiveView {
        let file = link::document_file(&goal.document.id);
        ObjectiveView {
            href: link::relative("organizations/x/index.html", &file, Some(&goal.clause.permalink())),
            file,
            text: match goal.document.meta.example {
                true => format!("{}（{}）", super::trace::excerpt(goal.clause), self.words.example),
                false => super::trace::excerpt(goal.clause),
            },
        }
    }

    fn other(&self, id: &str) -> Option<Other<'a>> {
        self.corpus.organization(id).map(other)
    }

    fn period(&self, unit: &Organization) -> Option<String> {
        let word = match (&unit.from, &unit.until) {
            (None, None) => return None,
            (Some(_), None) => self.words.period_from,
            (None, Some(_)) => self.words.period_until,
            (Some(_), Some(_)) => self.words.period,
        };
        let said = |day: &Option<crate::policy::WrittenDate>| {
            day.as_ref().map(|day| self.words.day(day.date)).unwrap_or_default()
        };
        Some(filled(word, &[("from", &said(&unit.from)), ("until", &said(&unit.until))]))
    }
}

fn other(unit: &Organization) -> Other<'_> {
    Other { file: link::organization_file(&unit.id.value), name: &unit.name }
}

fn is_below(child: &Organization, id: &str) -> bool {
    child.parent.as_ref().is_some_and(|parent| parent.value == id)
}
