//! The pages that list objectives: all of them, and those of a department, a status or a goal of the SDGs. They need no script in
//! the browser. Long lists are cut into pages, so none grows with the site.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::corpus::pages::OBJECTIVES_ON_PAGE;
use crate::corpus::{IndicatorPart, PlacedObjective};
use crate::policy::{Indicator, Missing, Stated, plain_text};
use crate::site::frame::escape::push_escaped;
use crate::site::frame::foreign::{in_language, text_in_language};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{PageContext, filled};
use crate::site::text::objective::values::{self, missing};

/// All objectives of a site, each as it stands in every list.
struct ObjectiveLists<'a> {
    site: &'a SiteContext<'a>,
    rows: Vec<ObjectiveRow>,
    groups: Vec<ObjectiveGroup>,
}

/// An objective in a list.
struct ObjectiveRow {
    /// The output file of its page.
    file: String,
    /// ` lang="…"` where the text is in another language than the site, else empty.
    language: String,
    text: String,
    example: String,
    citation: String,
    /// The status, deadline, indicators and gaps, as HTML.
    facts: String,
}

/// The property by which objectives are grouped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum GroupBy {
    Department,
    Status,
    Sdg,
}

/// A list of some of the objectives.
struct ObjectiveGroup {
    by: GroupBy,
    /// The name of its folder.
    slug: String,
    /// The name of the list, as HTML.
    html: String,
    /// The same as text.
    name: String,
    rows: Vec<usize>,
}

#[derive(Serialize)]
struct ObjectiveListContext<'a> {
    total: usize,
    rows: Value,
    choices: &'a [ListChoice<'a>],
    pages: Vec<PageLink>,
}

/// The lists of one sort, to choose from.
#[derive(Serialize)]
struct ListChoice<'a> {
    name: &'a str,
    links: Vec<ChoiceLink>,
}

#[derive(Serialize, Clone)]
struct ChoiceLink {
    file: String,
    html: Value,
    count: usize,
}

#[derive(Serialize)]
struct PageLink {
    file: String,
    number: usize,
    current: bool,
}

/// Every page of every list; none on a site without objectives.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let lists = ObjectiveLists::of(site);
    if lists.rows.is_empty() {
        return Vec::new();
    }
    let count = lists.rows.len().to_string();
    let values = [("city", site.corpus.site.city.as_str()), ("count", &count)];
    let description = filled(site.words().objectives_description, &values);
    let choices = lists.choices();
    let all: Vec<usize> = (0..lists.rows.len()).collect();
    let mut pages = lists.list(None, &all, &choices, &description);
    for group in &lists.groups {
        pages.extend(lists.list(Some(group), &group.rows, &choices, &description));
    }
    pages
}

impl<'a> ObjectiveLists<'a> {
    fn of(site: &'a SiteContext<'a>) -> Self {
        let mut groups = BTreeMap::new();
        let mut rows = Vec::new();
        for goal in site.corpus.objectives() {
            for (rank, group) in groups_of(site, &goal) {
                groups.entry(rank).or_insert(group).rows.push(rows.len());
            }
            rows.push(row(site, &goal));
        }
        Self { site, rows, groups: groups.into_values().collect() }
    }

    fn choices(&self) -> Vec<ListChoice<'a>> {
        let words = self.site.words();
        let of = |(by, name)| {
            let own = self.groups.iter().filter(|group| group.by == by);
            let links = own.map(|group| ChoiceLink {
                file: link::objectives_file(Some(&group.slug), 1),
                html: Value::safe_string(&group.html),
                count: group.rows.len(),
            });
            ListChoice { name, links: links.collect() }
        };
        let names = [(GroupBy::Department, words.in_charge), (GroupBy::Status, words.status), (GroupBy::Sdg, "SDGs")];
        names.map(of).into_iter().filter(|choice| !choice.links.is_empty()).collect()
    }

    fn list(
        &self,
        group: Option<&ObjectiveGroup>,
        rows: &[usize],
        choices: &[ListChoice<'_>],
        description: &str,
    ) -> Vec<OutputFile> {
        let words = self.site.words();
        let slug = group.map(|group| group.slug.as_str());
        let count = rows.len().div_ceil(OBJECTIVES_ON_PAGE);
        let list_title = match group {
            Some(group) => filled(words.objectives_of, &[("name", &group.name)]),
            None => words.objectives.to_owned(),
        };
        let page = |(at, rows): (usize, &[usize])| {
            let file = link::objectives_file(slug, at + 1);
            let link =
                |number| PageLink { file: link::objectives_file(slug, number), number, current: number == at + 1 };
            let pages = if count > 1 { (1..=count).map(link).collect() } else { Vec::new() };
            let rows = Value::safe_string(&self.html(&file, rows));
            let context = ObjectiveListContext { total: self.rows.len(), rows, choices, pages };
            let number = (at + 1).to_string();
            let title = match at {
                0 => list_title.clone(),
                _ => filled(words.page_of, &[("title", &list_title), ("number", &number)]),
            };
            let mut head = PageHead::plain(&file, &title, description);
            if group.is_some() || at > 0 {
                head = head.below(words.objectives, link::OBJECTIVES);
            }
            self.site.page(&head, "objectives.html", [("list", Value::from_serializable(&context))])
        };
        rows.chunks(OBJECTIVES_ON_PAGE).enumerate().map(page).collect()
    }

    fn html(&self, file: &str, rows: &[usize]) -> String {
        let (root, parts) = ("../".repeat(file.matches('/').count()), self.site.parts());
        let mut out = String::new();
        for ObjectiveRow { file, language, text, example, citation, facts } in rows.iter().map(|at| &self.rows[*at]) {
            parts.listed_objective.push(&mut out, [&format!("{root}{file}"), language, text, example, citation, facts]);
        }
        out
    }
}

/// Where a list stands among the others.
type GroupRank = (GroupBy, usize, String);

fn groups_of(site: &SiteContext<'_>, goal: &PlacedObjective<'_>) -> Vec<(GroupRank, ObjectiveGroup)> {
    let words = site.words();
    let mut all = vec![department(site, goal), status(site, goal)];
    all.extend(goal.objective.sdgs.iter().map(|one| {
        let name = words.sdg(one.value);
        (
            (GroupBy::Sdg, one.value.into(), String::new()),
            group(GroupBy::Sdg, PlacedObjective::sdg_group(one.value), name),
        )
    }));
    all
}

fn department(site: &SiteContext<'_>, goal: &PlacedObjective<'_>) -> (GroupRank, ObjectiveGroup) {
    let words = site.words();
    match goal.owner() {
        Stated::Given(id) => {
            let name = site.corpus.organization(id).map_or(id, |department| department.name.as_str()).to_owned();
            ((GroupBy::Department, 0, id.to_owned()), group(GroupBy::Department, goal.unit_group(), name))
        }
        Stated::Missing(why) => {
            let name = format!("{}{}{}", words.in_charge, words.colon, missing(words, why));
            ((GroupBy::Department, 1, name.clone()), group(GroupBy::Department, goal.unit_group(), name))
        }
    }
}

fn status(site: &SiteContext<'_>, goal: &PlacedObjective<'_>) -> (GroupRank, ObjectiveGroup) {
    let (corpus, words) = (site.corpus, site.words());
    let status = goal.status(corpus);
    let html = values::status(site.on(""), &status);
    let slug = goal.status_group(corpus);
    let (place, name) = match &status {
        Stated::Given(word) => {
            let place = corpus.site.statuses.iter().position(|known| known == *word).unwrap_or_default();
            (place, word.label.clone())
        }
        Stated::Missing(why) => (usize::MAX, format!("{}{}{}", words.status, words.colon, missing(words, *why))),
    };
    ((GroupBy::Status, place, slug.clone()), ObjectiveGroup { html, ..group(GroupBy::Status, slug, name) })
}

fn group(by: GroupBy, slug: String, name: String) -> ObjectiveGroup {
    let mut html = String::new();
    push_escaped(&mut html, &name);
    ObjectiveGroup { by, slug, html, name, rows: Vec::new() }
}

fn row(site: &SiteContext<'_>, goal: &PlacedObjective<'_>) -> ObjectiveRow {
    let (corpus, words, parts) = (site.corpus, site.words(), site.parts());
    let page = site.on("");
    let address = goal.clause.address();
    let (document, meta) = (&goal.document.id, &goal.document.meta);
    let language = match meta.language == corpus.site.language {
        true => String::new(),
        false => parts.language.with([&meta.language]),
    };
    let owner = match goal.owner() {
        Stated::Given(id) => corpus.organization(id).map_or(id, |department| department.name.as_str()),
        Stated::Missing(why) => missing(words, why),
    };
    let (status, due) = (values::status(page, &goal.status(corpus)), values::due(page, goal, corpus));
    let indicators: String =
        goal.objective.indicators.iter().map(|indicator| listed_indicator(page, indicator, &meta.language)).collect();
    ObjectiveRow {
        file: if address.id.is_empty() { link::document_file(document) } else { link::clause_file(address.id) },
        language,
        text: plain_text(goal.clause.text()),
        example: if meta.example { parts.listed_example.with([]) } else { String::new() },
        citation: site.clauses.text_in_language(page, document, &site.clauses.citation(document, address.position)),
        facts: parts.listed_facts.with([&status, &due, owner, &indicators, &gaps(page, goal)]),
    }
}

/// An indicator with its last actual and its target.
fn listed_indicator(page: PageContext<'_>, indicator: &Indicator, language: &str) -> String {
    let own = |value: String| in_language(page.language, language, &value);
    let actual = match indicator.latest() {
        Some(point) => own(values::quantity(page, &point.value, &indicator.unit)),
        None => {
            let why = indicator.actuals.last().map_or(Missing::Unset, |last| match last.value {
                Stated::Missing(why) => why,
                Stated::Given(_) => Missing::Unset,
            });
            missing(page.words, why).to_owned()
        }
    };
    let target = own(values::quantity(page, &indicator.target.value, &indicator.unit));
    let progress = indicator.progress().map(|progress| page.parts.listed_progress.with([&progress.percent()]));
    page.parts.listed_indicator.with([
        &text_in_language(page.language, language, &indicator.name.value),
        &actual,
        &target,
        &progress.unwrap_or_default(),
    ])
}

/// The values that have not been set or are being found out.
fn gaps(page: PageContext<'_>, goal: &PlacedObjective<'_>) -> String {
    let words = page.words;
    let is_gap = |part: IndicatorPart| goal.gaps().any(|(_, gap, _)| gap == part);
    let values = [
        (IndicatorPart::Baseline, words.baseline),
        (IndicatorPart::Target, words.target),
        (IndicatorPart::Actual, words.actual),
    ];
    let named: Vec<&str> = values.into_iter().filter(|(part, _)| is_gap(*part)).map(|(_, name)| name).collect();
    if goal.gaps().next().is_none() {
        return String::new();
    }
    page.parts.listed_gaps.with([&named.join(words.and)])
}
