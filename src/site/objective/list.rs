//! The pages that list objectives: all of them, and those of a unit, a status or a goal of the SDGs. They are plain pages, so
//! that nothing has to run in a browser; none of them grows with the site, because long lists are cut into pages.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::values::{self, missing};
use crate::corpus::pages::OBJECTIVES_ON_PAGE;
use crate::corpus::{Corpus, IndicatorPart, PlacedObjective};
use crate::policy::{Indicator, Stated, plain_text};
use crate::site::atlas::Atlas;
use crate::site::escape::push_escaped;
use crate::site::link;
use crate::site::wording::filled;
use crate::site::words::Words;

/// All objectives of a site, each as it stands in every list.
pub(in crate::site) struct Roll {
    words: &'static Words,
    rows: Vec<Row>,
    groups: Vec<Group>,
}

/// An objective in a list.
struct Row {
    /// Its page.
    file: String,
    /// The HTML after the address of its page.
    rest: String,
}

/// What a list can be about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Unit,
    Status,
    Sdg,
}

/// A list of some of the objectives.
struct Group {
    by: By,
    /// What its file is called.
    slug: String,
    /// What it is about, as finished HTML and as plain text.
    html: String,
    name: String,
    rows: Vec<usize>,
}

/// A page of a list.
pub(in crate::site) struct ListPage {
    pub(in crate::site) file: String,
    pub(in crate::site) title: String,
    pub(in crate::site) is_group: bool,
    /// For the template.
    pub(in crate::site) value: Value,
}

#[derive(Serialize)]
struct View<'a> {
    total: usize,
    rows: Value,
    choices: &'a [Choice],
    pages: Vec<Step>,
}

/// The lists of one sort, to choose from.
#[derive(Serialize)]
struct Choice {
    name: &'static str,
    links: Vec<Link>,
}

#[derive(Serialize, Clone)]
struct Link {
    file: String,
    html: Value,
    count: usize,
}

#[derive(Serialize)]
struct Step {
    file: String,
    number: usize,
    current: bool,
}

impl Roll {
    /// Of the public documents; `None` where there is no objective.
    pub(in crate::site) fn of(corpus: &Corpus, atlas: &Atlas<'_>) -> Option<Self> {
        let words = Words::of(&corpus.site.language);
        let mut groups = BTreeMap::new();
        let mut rows = Vec::new();
        for goal in corpus.objectives() {
            for (rank, group) in groups_of(corpus, words, &goal) {
                groups.entry(rank).or_insert(group).rows.push(rows.len());
            }
            rows.push(row(corpus, atlas, words, &goal));
        }
        (!rows.is_empty()).then(|| Self { words, rows, groups: groups.into_values().collect() })
    }

    /// Every page of every list.
    pub(in crate::site) fn pages(&self) -> Vec<ListPage> {
        let choices = self.choices();
        let all: Vec<usize> = (0..self.rows.len()).collect();
        let mut pages = self.list(None, &all, &choices);
        for group in &self.groups {
            pages.extend(self.list(Some(group), &group.rows, &choices));
        }
        pages
    }

    fn choices(&self) -> Vec<Choice> {
        let of = |(by, name)| {
            let own = self.groups.iter().filter(|group| group.by == by);
            let links = own.map(|group| Link {
                file: link::objectives_file(Some(&group.slug), 1),
                html: Value::safe_string(&group.html),
                count: group.rows.len(),
            });
            Choice { name, links: links.collect() }
        };
        let names = [(By::Unit, self.words.in_charge), (By::Status, self.words.status), (By::Sdg, "SDGs")];
        names.map(of).into_iter().filter(|choice| !choice.links.is_empty()).collect()
    }

    fn list(&self, group: Option<&Group>, rows: &[usize], choices: &[Choice]) -> Vec<ListPage> {
        let slug = group.map(|group| group.slug.as_str());
        let count = rows.len().div_ceil(OBJECTIVES_ON_PAGE);
        let title = match group {
            Some(group) => filled(self.words.objectives_of, &[("name", &group.name)]),
            None => self.words.objectives.to_owned(),
        };
        let page = |(at, rows): (usize, &[usize])| {
            let file = link::objectives_file(slug, at + 1);
            let step = |number| Step { file: link::objectives_file(slug, number), number, current: number == at + 1 };
            let pages = if count > 1 { (1..=count).map(step).collect() } else { Vec::new() };
            let html = Value::safe_string(&self.html(&file, rows));
            let view = View { total: self.rows.len(), rows: html, choices, pages };
            let number = (at + 1).to_string();
            let title = match at {
                0 => title.clone(),
                _ => filled(self.words.page_of, &[("title", &title), ("number", &number)]),
            };
            ListPage { title, is_group: group.is_some() || at > 0, value: Value::from_serializable(&view), file }
        };
        rows.chunks(OBJECTIVES_ON_PAGE).enumerate().map(page).collect()
    }

    fn html(&self, file: &str, rows: &[usize]) -> String {
        let root = "../".repeat(file.matches('/').count());
        let rows = rows.iter().map(|at| &self.rows[*at]);
        let mut out = String::with_capacity(rows.clone().map(|row| row.rest.len() + 64).sum());
        for row in rows {
            out.push_str("<li><h2><a href=\"");
            out.push_str(&root);
            push_escaped(&mut out, &row.file);
            out.push_str(&row.rest);
        }
        out
    }
}

/// Where a list stands among the others.
type Rank = (By, usize, String);

fn groups_of(corpus: &Corpus, words: &'static Words, goal: &PlacedObjective<'_>) -> Vec<(Rank, Group)> {
    let mut all = vec![unit(corpus, words, goal), status(corpus, words, goal)];
    all.extend(goal.objective.sdgs.iter().map(|one| {
        let name = words.sdg(one.value);
        ((By::Sdg, one.value.into(), String::new()), group(By::Sdg, PlacedObjective::sdg_group(one.value), name))
    }));
    all
}

fn unit(corpus: &Corpus, words: &'static Words, goal: &PlacedObjective<'_>) -> (Rank, Group) {
    match goal.owner() {
        Stated::Given(id) => {
            let name = corpus.organization(id).map_or(id, |unit| unit.name.as_str()).to_owned();
            ((By::Unit, 0, id.to_owned()), group(By::Unit, goal.unit_group(), name))
        }
        Stated::Missing(why) => {
            let name = format!("{}{}{}", words.in_charge, words.colon, missing(words, why));
            ((By::Unit, 1, name.clone()), group(By::Unit, goal.unit_group(), name))
        }
    }
}

fn status(corpus: &Corpus, words: &'static Words, goal: &PlacedObjective<'_>) -> (Rank, Group) {
    let status = goal.status(corpus);
    let mut html = String::new();
    values::status(&mut html, words, &status);
    let slug = goal.status_group(corpus);
    let (place, name) = match &status {
        Stated::Given(word) => {
            let place = corpus.site.statuses.iter().position(|known| known == *word).unwrap_or_default();
            (place, word.label.clone())
        }
        Stated::Missing(why) => (usize::MAX, format!("{}{}{}", words.status, words.colon, missing(words, *why))),
    };
    ((By::Status, place, slug.clone()), Group { html, ..group(By::Status, slug, name) })
}

fn group(by: By, slug: String, name: String) -> Group {
    let mut html = String::new();
    push_escaped(&mut html, &name);
    Group { by, slug, html, name, rows: Vec::new() }
}

fn row(corpus: &Corpus, atlas: &Atlas<'_>, words: &'static Words, goal: &PlacedObjective<'_>) -> Row {
    let address = goal.clause.address();
    let (document, language) = (&goal.document.id, &goal.document.meta.language);
    let mut out = String::from("\"");
    if *language != corpus.site.language {
        crate::site::escape::push_attribute(&mut out, "lang", language);
    }
    out.push('>');
    push_escaped(&mut out, &plain_text(goal.clause.text()));
    out.push_str("</a></h2>\n<p class=\"by\">");
    if goal.document.meta.example {
        out.push_str(&format!("<strong class=\"old\">{}</strong> ", words.example));
    }
    out.push_str("<span>");
    push_escaped(&mut out, &atlas.citation(document, address.position));
    out.push_str("</span></p>\n<dl>\n");
    let owner = match goal.owner() {
        Stated::Given(id) => corpus.organization(id).map_or(id, |unit| unit.name.as_str()),
        Stated::Missing(why) => missing(words, why),
    };
    let status = goal.status(corpus);
    fact(&mut out, words.status, |out| values::status(out, words, &status));
    fact(&mut out, words.due, |out| values::due(out, words, goal, corpus));
    fact(&mut out, words.in_charge, |out| push_escaped(out, owner));
    for indicator in &goal.objective.indicators {
        fact_of(&mut out, words, indicator);
    }
    gaps(&mut out, words, goal);
    out.push_str("</dl></li>\n");
    let file = if address.id.is_empty() { link::document_file(document) } else { link::clause_file(address.id) };
    Row { file, rest: out }
}

fn fact(out: &mut String, name: &str, value: impl FnOnce(&mut String)) {
    out.push_str("<div><dt>");
    push_escaped(out, name);
    out.push_str("</dt><dd>");
    value(out);
    out.push_str("</dd></div>\n");
}

/// An indicator with its last actual and its target.
fn fact_of(out: &mut String, words: &'static Words, indicator: &Indicator) {
    fact(out, &indicator.name.value, |out| {
        out.push_str(words.actual);
        out.push_str(words.colon);
        match indicator.latest() {
            Some(point) => values::quantity(out, words, &point.value, &indicator.unit),
            None => {
                let why = indicator.actuals.last().map_or(crate::policy::Missing::Unset, |last| match last.value {
                    Stated::Missing(why) => why,
                    Stated::Given(_) => crate::policy::Missing::Unset,
                });
                out.push_str(missing(words, why));
            }
        }
        out.push_str(words.and);
        out.push_str(words.target);
        out.push_str(words.colon);
        values::quantity(out, words, &indicator.target.value, &indicator.unit);
        if let Ok(progress) = indicator.progress() {
            out.push_str(words.and);
            push_escaped(out, &filled(words.progress_percent, &[("percent", &progress.percent())]));
        }
    });
}

/// How many values have not been set, and how many are being found out.
fn gaps(out: &mut String, words: &'static Words, goal: &PlacedObjective<'_>) {
    let count = goal.gaps().count();
    if count == 0 {
        return;
    }
    let of = |part: IndicatorPart| goal.gaps().filter(|(_, gap, _)| *gap == part).count();
    let parts = [
        (IndicatorPart::Baseline, words.baseline),
        (IndicatorPart::Target, words.target),
        (IndicatorPart::Actual, words.actual),
    ];
    let named: Vec<&str> = parts.into_iter().filter(|(part, _)| of(*part) > 0).map(|(_, name)| name).collect();
    fact(out, words.gaps, |out| push_escaped(out, &named.join(words.and)));
}
