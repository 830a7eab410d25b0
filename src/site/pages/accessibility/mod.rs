//! The pages about the accessibility of a site: the policy, the result of each year's test, and the same for machines.
//!
//! They state only what is known: what a program has checked is marked so, what a person has signed bears the name and the day, and
//! everything else is open. Conformance is never stated.

mod english;
mod report;
mod rows;
mod title;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::artifact::Artifacts;
use crate::policy::{Accessibility, AccessibilityTest, Criterion};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::frame::years::{DayContext, day_context};
use rows::{CriterionRow, TemplateOrigin, rows};

/// The policy, the results of tests and the report, on a site that states a policy. `artifacts` are all other files of the site.
/// They are in the language of the site.
pub(crate) fn files(site: &SiteContext<'_>, artifacts: &Artifacts) -> Vec<OutputFile> {
    let Some(stated) = &site.corpus.site.accessibility else { return Vec::new() };
    let (words, site_title) = (site.words(), &site.corpus.site.title);
    let origin = if site.theme.is_default() { TemplateOrigin::Default } else { TemplateOrigin::Own };
    let result_title = |test| result_title(words, test);
    let description_of =
        |title: &str| filled(words.accessibility_description, &[("site", site_title), ("title", title)]);
    let results = stated.tests.iter().map(|test| (link::accessibility_result_file(test.year), result_title(test)));
    let policy = (link::ACCESSIBILITY.to_owned(), words.accessibility.to_owned());
    let own: Vec<(String, String)> = std::iter::once(policy).chain(results).collect();
    let pages = TestedPages::of(site, artifacts, &own);
    let paths = artifacts.contents().map(|(path, _)| path).chain(own.iter().map(|(path, _)| path.as_str()));
    let report = report::report(site, &stated.tests, origin, &paths.collect::<Vec<_>>());
    let description = description_of(words.accessibility);
    let head = PageHead::plain(link::ACCESSIBILITY, words.accessibility, &description);
    let mut files = vec![site.page(&head, "accessibility.html", [("policy", policy_value(words, stated, &pages))])];
    for test in &stated.tests {
        let (file, title) = (link::accessibility_result_file(test.year), result_title(test));
        let description = description_of(&title);
        let head = PageHead::plain(&file, &title, &description).below(words.accessibility, link::ACCESSIBILITY);
        let result = result_value(words, test, &pages, origin);
        files.push(site.page(&head, "accessibility-result.html", [("result", result)]));
    }
    files.push(OutputFile::new(link::ACCESSIBILITY_REPORT, report));
    files
}

/// The title of the page of a test.
fn result_title(words: &Words<'_>, test: &AccessibilityTest) -> String {
    filled(words.accessibility_result, &[("year", &test.year.to_string())])
}

/// A page of the site, in a list.
#[derive(Debug, Serialize)]
struct TestedPage {
    file: String,
    title: String,
    url: String,
}

/// The pages of a site that are tested one by one. Those of single clauses are counted, because they are all made alike.
#[derive(Debug, Serialize)]
struct TestedPages {
    listed: Vec<TestedPage>,
    clauses: usize,
    files: usize,
}

impl TestedPages {
    /// From the files of the output, and the pages that are still to be made: file and title.
    fn of(site: &SiteContext<'_>, artifacts: &Artifacts, own: &[(String, String)]) -> Self {
        let corpus = site.corpus;
        let endings = title::site_endings(["ja", "en"].map(|language| site.words_in(language)), &corpus.site.title);
        let mut pages = Self { listed: Vec::new(), clauses: 0, files: 0 };
        let made = artifacts.iter().map(|(path, page)| (path, title::of_page(&page, &endings)));
        let own = own.iter().map(|(path, title)| (path.as_str(), Some(title.clone())));
        for (path, title) in made.chain(own) {
            if path.starts_with("c/") {
                pages.clauses += 1;
            } else if path.ends_with(".html") {
                let title = title.unwrap_or_else(|| path.to_owned());
                let url = link::absolute(&corpus.site.base_url, path);
                pages.listed.push(TestedPage { file: path.to_owned(), title, url });
            } else if corpus.assets.contains(path) {
                pages.files += 1;
            }
        }
        pages.add_addresses(site.words());
        pages
    }

    /// Adds its address to each title that several pages have: links to several places do not have the same text.
    fn add_addresses(&mut self, words: &Words<'_>) {
        let mut count: BTreeMap<String, u32> = BTreeMap::new();
        for page in &self.listed {
            *count.entry(page.title.clone()).or_default() += 1;
        }
        for page in &mut self.listed {
            if count.get(&page.title).is_some_and(|count| *count > 1) {
                page.title = format!("{}{}{}{}", page.title, words.paren_open, page.url, words.paren_close);
            }
        }
    }
}

#[derive(Serialize)]
struct PolicyContext<'a> {
    decided: Option<DayContext>,
    level: &'a str,
    due: Option<DayContext>,
    excluded: &'a [String],
    issues: &'a [String],
    pages: &'a TestedPages,
    results: Vec<ResultLink>,
}

#[derive(Serialize)]
struct ResultLink {
    file: String,
    title: String,
}

fn policy_value(words: &Words<'_>, stated: &Accessibility, pages: &TestedPages) -> Value {
    let result = |test: &AccessibilityTest| ResultLink {
        file: link::accessibility_result_file(test.year),
        title: result_title(words, test),
    };
    Value::from_serializable(&PolicyContext {
        decided: stated.decided.as_ref().map(|day| day_context(words, day)),
        level: &stated.level,
        due: stated.due.as_ref().map(|day| day_context(words, day)),
        excluded: &stated.excluded,
        issues: &stated.issues,
        pages,
        results: stated.tests.iter().map(result).collect(),
    })
}

#[derive(Serialize)]
struct ResultContext<'a> {
    year: i16,
    stated: Option<DayContext>,
    from: Option<DayContext>,
    until: Option<DayContext>,
    testers: Vec<&'a str>,
    pages: &'a TestedPages,
    lists: Vec<CriteriaList<'a>>,
}

fn result_value(words: &Words<'_>, test: &AccessibilityTest, pages: &TestedPages, origin: TemplateOrigin) -> Value {
    let mut testers: Vec<&str> = test.signed.iter().map(|signed| signed.by.as_str()).collect();
    testers.sort_unstable();
    testers.dedup();
    let all = |is_in: fn(&Criterion) -> bool| rows(words, test, origin, is_in);
    Value::from_serializable(&ResultContext {
        year: test.year,
        stated: test.stated.as_ref().map(|day| day_context(words, day)),
        from: test.from.as_ref().map(|day| day_context(words, day)),
        until: test.until.as_ref().map(|day| day_context(words, day)),
        testers,
        pages,
        lists: vec![
            CriteriaList::of("JIS X 8341-3:2016", "2016", all(Criterion::is_in_jis_2016)),
            CriteriaList::of("WCAG 2.2", "wcag22", all(Criterion::is_in_wcag_22)),
        ],
    })
}

/// The criteria of a standard, and how many of them are in each state.
#[derive(Debug, Serialize)]
struct CriteriaList<'a> {
    name: &'static str,
    id: &'static str,
    rows: Vec<CriterionRow<'a>>,
    /// Checked by a program.
    machine: usize,
    /// Without anything on the pages to which they apply.
    nothing: usize,
    /// Signed by a person.
    signed: usize,
    open: usize,
    /// Signed as not met.
    failed: usize,
}

impl<'a> CriteriaList<'a> {
    fn of(name: &'static str, id: &'static str, rows: Vec<CriterionRow<'a>>) -> Self {
        let count = |state: &str| rows.iter().filter(|row| row.state == state).count();
        Self {
            name,
            id,
            machine: count("machine"),
            nothing: count("nothing"),
            signed: count("signed"),
            open: count("open"),
            failed: rows.iter().filter(|row| row.result == "×").count(),
            rows,
        }
    }
}
