//! The list of departments, and a page for each: its period, the documents it issued, its objectives and plans.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use crate::corpus::{Backlink, Corpus, Referent, title_of};
use crate::policy::{Document, Organization, Stated, title_in_citation};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::frame::years::{DayContext, changed, day_context};
use crate::site::text::backlinks;

/// How many documents and objectives a page names; lists and data have them all.
const LISTED: usize = 300;

#[derive(Serialize)]
struct DepartmentContext<'a> {
    file: String,
    name: &'a str,
    period: Option<String>,
    note: Option<&'a str>,
    /// Whether another department has its work now.
    ended: bool,
    parent: Option<DepartmentLink<'a>>,
    children: Vec<DepartmentLink<'a>>,
    predecessors: Vec<DepartmentLink<'a>>,
    successors: Vec<DepartmentLink<'a>>,
    documents: Vec<IssuedDocument<'a>>,
    objectives: Vec<ObjectiveLink<'a>>,
    objectives_more: usize,
    plans: Vec<PlanLink<'a>>,
    count: String,
    /// The clauses that name it, as HTML; empty when none does.
    mentions: Value,
    mentions_more: usize,
}

#[derive(Serialize)]
struct DepartmentLink<'a> {
    file: String,
    name: &'a str,
}

#[derive(Serialize)]
struct IssuedDocument<'a> {
    file: String,
    title: String,
    language: &'a str,
    kind: &'a str,
    date: Option<DayContext>,
    /// The name the department had then, where it was another one.
    then: Option<&'a str>,
    /// The page of its cascade, if it has one.
    trace: Option<String>,
}

#[derive(Serialize)]
struct ObjectiveLink<'a> {
    file: String,
    href: String,
    language: &'a str,
    text: String,
}

#[derive(Serialize)]
struct PlanLink<'a> {
    file: String,
    name: &'a str,
}

/// The list and the pages of all departments; none without departments.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let organizations = &site.corpus.organizations;
    if organizations.is_empty() {
        return Vec::new();
    }
    let words = site.words();
    let departments = Departments::of(site);
    let values: Vec<Value> = organizations.iter().map(|department| departments.value(department)).collect();
    let description = filled(words.organizations_description, &[("city", &site.corpus.site.city)]);
    let head = PageHead::plain(link::ORGANIZATIONS, words.organizations, &description);
    let list = site.page(&head, "organizations.html", [("organizations", Value::from(values.clone()))]);
    let page = |(department, value): (&Organization, Value)| {
        let file = link::organization_file(&department.id.value);
        let description = filled(words.organization_description, &[("name", &department.name)]);
        let head = PageHead::plain(&file, &department.name, &description);
        let head = head.below(words.organizations, link::ORGANIZATIONS);
        site.page(&head, "organization.html", [("organization", value)])
    };
    std::iter::once(list).chain(organizations.iter().zip(values).map(page)).collect()
}

/// Everything that belongs to departments, found once.
struct Departments<'a> {
    site: &'a SiteContext<'a>,
    corpus: &'a Corpus,
    words: &'a Words<'a>,
    issued: BTreeMap<&'a str, Vec<&'a Document>>,
    objectives: BTreeMap<&'a str, Vec<crate::corpus::PlacedObjective<'a>>>,
    before: BTreeMap<&'a str, Vec<&'a Organization>>,
}

impl<'a> Departments<'a> {
    fn of(site: &'a SiteContext<'a>) -> Self {
        let corpus = site.corpus;
        let mut departments = Self {
            site,
            corpus,
            words: site.words(),
            issued: BTreeMap::new(),
            objectives: BTreeMap::new(),
            before: BTreeMap::new(),
        };
        for document in corpus.public.values().rev() {
            if let Some(id) = &document.meta.organization {
                departments.issued.entry(&id.value).or_default().push(document);
            }
        }
        for documents in departments.issued.values_mut() {
            documents.sort_by_key(|document| std::cmp::Reverse(document.meta.fiscal_year.value));
        }
        for goal in corpus.objectives() {
            if let Stated::Given(owner) = goal.owner() {
                departments.objectives.entry(owner).or_default().push(goal);
            }
        }
        for department in &corpus.organizations {
            for successor in &department.successors {
                departments.before.entry(&successor.value).or_default().push(department);
            }
        }
        departments
    }

    fn value(&self, department: &'a Organization) -> Value {
        let id = department.id.value.as_str();
        let documents = self.documents(department);
        let all = self.objectives.get(id).map_or(&[][..], Vec::as_slice);
        let words = self.words;
        let count = filled(
            words.unit_count,
            &[("documents", &documents.len().to_string()), ("objectives", &all.len().to_string())],
        );
        let named = self.corpus.links.referring_to(&Referent::Department(id.to_owned()));
        let plans = self.corpus.plans.iter().filter(|plan| plan.owner.as_ref().is_some_and(|owner| owner.value == id));
        Value::from_serializable(&DepartmentContext {
            file: link::organization_file(id),
            name: &department.name,
            period: self.period(department),
            note: department.note.as_deref(),
            ended: department.until.is_some() || !department.successors.is_empty(),
            parent: department.parent.as_ref().and_then(|id| self.other(&id.value)),
            children: self.corpus.organizations.iter().filter(|child| is_below(child, id)).map(other).collect(),
            predecessors: self.before.get(id).into_iter().flatten().map(|department| other(department)).collect(),
            successors: department.successors.iter().filter_map(|id| self.other(&id.value)).collect(),
            documents,
            objectives: all.iter().take(LISTED).map(|goal| self.objective(goal)).collect(),
            objectives_more: all.len().saturating_sub(LISTED),
            plans: plans.map(|plan| PlanLink { file: link::plan_file(&plan.id.value), name: &plan.name }).collect(),
            count,
            mentions: self.mentions(id, named),
            mentions_more: named.len().saturating_sub(LISTED),
        })
    }

    /// The clauses that name it in their text.
    fn mentions(&self, id: &str, named: &[Backlink]) -> Value {
        let shown = &named[..named.len().min(LISTED)];
        let file = link::organization_file(id);
        let list =
            if shown.is_empty() { String::new() } else { backlinks::list(self.site, self.site.on(&file), shown) };
        Value::safe_string(&list)
    }

    /// The documents it issued, and those of the departments it took over from, with the name of that time.
    fn documents(&self, department: &'a Organization) -> Vec<IssuedDocument<'a>> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::from([department.id.value.as_str()]);
        let mut open = vec![department];
        while let Some(one) = open.pop() {
            let then = (one.id.value != department.id.value).then_some(one.name.as_str());
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

    fn document(&self, document: &'a Document, then: Option<&'a str>) -> IssuedDocument<'a> {
        let cascade = &self.corpus.cascade;
        let is_in_chain = cascade.is_upper(&document.id) || cascade.is_lower(&document.id);
        IssuedDocument {
            file: link::document_file(&document.id),
            title: title_in_citation(&title_of(document)),
            language: &document.meta.language,
            kind: &document.meta.kind.value,
            date: changed(document).map(|date| day_context(self.words, date)),
            then,
            trace: is_in_chain.then(|| link::trace_file(&document.id)),
        }
    }

    fn objective(&self, goal: &crate::corpus::PlacedObjective<'a>) -> ObjectiveLink<'a> {
        let file = link::document_file(&goal.document.id);
        ObjectiveLink {
            href: link::relative("organizations/x/index.html", &file, Some(&goal.clause.permalink())),
            file,
            language: &goal.document.meta.language,
            text: match goal.document.meta.example {
                true => {
                    let words = self.words;
                    format!("{}{}{}{}", excerpt(goal.clause), words.bracket_open, words.example, words.bracket_close)
                }
                false => excerpt(goal.clause),
            },
        }
    }

    fn other(&self, id: &str) -> Option<DepartmentLink<'a>> {
        self.corpus.organization(id).map(other)
    }

    fn period(&self, department: &Organization) -> Option<String> {
        let word = match (&department.from, &department.until) {
            (None, None) => return None,
            (Some(_), None) => self.words.period_from,
            (None, Some(_)) => self.words.period_until,
            (Some(_), Some(_)) => self.words.period,
        };
        let said = |day: &Option<crate::policy::WrittenDate>| {
            day.as_ref().map(|day| self.words.day(day.date)).unwrap_or_default()
        };
        Some(filled(word, &[("from", &said(&department.from)), ("until", &said(&department.until))]))
    }
}

fn other(department: &Organization) -> DepartmentLink<'_> {
    DepartmentLink { file: link::organization_file(&department.id.value), name: &department.name }
}

fn is_below(child: &Organization, id: &str) -> bool {
    child.parent.as_ref().is_some_and(|parent| parent.value == id)
}
