//! The goals of the SDGs that objectives name, and the objectives of each.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::parts::parts;
use crate::corpus::{Corpus, PlacedObjective};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;
use crate::site::frame::{link, sdg};

/// The most bytes of list on a page.
const LIMIT: usize = 400_000;

#[derive(Serialize)]
struct SdgContext {
    file: String,
    number: u8,
    name: &'static str,
    shape: Value,
    count: String,
}

/// The list of goals and the pages of each; none where no objective names a goal.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let goals = goals(site.corpus);
    if goals.is_empty() {
        return Vec::new();
    }
    let words = site.words();
    let description = filled(words.sdgs_description, &[("city", &site.corpus.site.city)]);
    let contexts: Vec<SdgContext> = goals.iter().map(|(number, all)| context(site, *number, all.len())).collect();
    let head = PageHead::plain(link::SDGS, words.sdgs, &description);
    let mut pages = vec![site.page(&head, "sdgs.html", [("goals", Value::from_serializable(&contexts))])];
    for (number, objectives) in &goals {
        pages.extend(goal_pages(site, *number, objectives));
    }
    pages
}

fn context(site: &SiteContext<'_>, number: u8, count: usize) -> SdgContext {
    let words = site.words();
    SdgContext {
        file: link::goal_file(number),
        number,
        name: sdg::name(words, number),
        shape: Value::safe_string(&sdg::shape(site.parts(), number)),
        count: filled(words.sdgs_count, &[("count", &count.to_string())]),
    }
}

fn goal_pages(site: &SiteContext<'_>, number: u8, objectives: &[PlacedObjective<'_>]) -> Vec<OutputFile> {
    let words = site.words();
    let digits = number.to_string();
    let values = [("number", digits.as_str()), ("name", sdg::name(words, number))];
    let (title, description) = (filled(words.sdgs_goal, &values), filled(words.sdgs_goal_description, &values));
    let lists = lists(site, number, objectives);
    let count = lists.len();
    let page = |(at, list): (usize, String)| {
        let file = goal_part(number, at + 1);
        let head = PageHead::plain(&file, &title, &description).below(words.sdgs, link::SDGS);
        let parts = parts(words, at + 1, count, |part| goal_part(number, part));
        let values = [
            ("goal", Value::from_serializable(&context(site, number, objectives.len()))),
            ("list", Value::safe_string(&list)),
            ("parts", Value::from_serializable(&parts)),
        ];
        site.page(&head, "sdg.html", values)
    };
    lists.into_iter().enumerate().map(page).collect()
}

/// The goals that are named, each with its objectives.
fn goals(corpus: &Corpus) -> BTreeMap<u8, Vec<PlacedObjective<'_>>> {
    let mut all: BTreeMap<u8, Vec<PlacedObjective<'_>>> = BTreeMap::new();
    for goal in corpus.objectives() {
        for number in goal.objective.sdgs.iter().map(|number| number.value) {
            if (1..=17).contains(&number) {
                all.entry(number).or_default().push(goal);
            }
        }
    }
    all
}

/// The objectives of a goal as HTML, a list for each page.
fn lists(site: &SiteContext<'_>, number: u8, objectives: &[PlacedObjective<'_>]) -> Vec<String> {
    let from = link::goal_file(number);
    let mut pages = vec![String::new()];
    for objective in objectives {
        let Some(page) = pages.last_mut() else { continue };
        let item = item(site, &from, objective);
        if !page.is_empty() && page.len() + item.len() > LIMIT {
            pages.push(item);
        } else {
            page.push_str(&item);
        }
    }
    pages
}

fn item(site: &SiteContext<'_>, from: &str, goal: &PlacedObjective<'_>) -> String {
    let (parts, document) = (site.parts(), goal.document);
    let href = link::relative(from, &link::document_file(&document.id), Some(&goal.clause.permalink()));
    let example = if document.meta.example { parts.sdg_example.with([]) } else { String::new() };
    let own = |text: &str| site.clauses.text_in_language(site.on(from), &document.id, text);
    parts.sdg_objective.with([&href, &own(&excerpt(goal.clause)), &own(&document.meta.title.value), &example])
}

/// The file of a part of a goal's page, from 1. All parts lie in the folder of the goal, so links from them are the same.
fn goal_part(number: u8, part: usize) -> String {
    if part == 1 { link::goal_file(number) } else { format!("sdgs/{number}/page-{part}.html") }
}
