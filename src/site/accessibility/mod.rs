//! What a site says about its accessibility: the policy, the result of each year's test, and the same for machines.
//!
//! The pages say what is known and no more: what a program can tell is told as such, what a person has signed bears the name
//! and the day, and all else is open. Conformance is never stated here.

mod report;
mod rows;
mod title;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::link;
use super::listing::{DateView, date_view};
use super::words::Words;
use crate::artifact::Artifacts;
use crate::corpus::Corpus;
use crate::policy::{Accessibility, AccessibilityTest, Criterion};
pub(super) use report::report;
pub(super) use rows::Frame;
use rows::{Row, rows};

/// What the test's page is called.
pub(super) fn result_title(test: &AccessibilityTest) -> String {
    format!("ウェブアクセシビリティ試験結果（{}年）", test.year)
}

/// A page of the site, in a list.
#[derive(Debug, Serialize)]
pub(super) struct Listed {
    file: String,
    title: String,
    url: String,
}

/// The pages of a site that are looked at one by one. Those of single clauses are counted: they are all made alike.
#[derive(Debug, Serialize)]
pub(super) struct Pages {
    listed: Vec<Listed>,
    clauses: usize,
    files: usize,
}

impl Pages {
    /// From the files of the output, and the pages that are still to be made: file and title.
    pub(super) fn of(corpus: &Corpus, artifacts: &Artifacts, own: &[(String, String)]) -> Self {
        let mut pages = Self { listed: Vec::new(), clauses: 0, files: 0 };
        let made = artifacts.iter().map(|(path, page)| (path, title::of_page(&page, &corpus.site.title)));
        let own = own.iter().map(|(path, title)| (path.as_str(), Some(title.clone())));
        for (path, title) in made.chain(own) {
            if path.starts_with("c/") {
                pages.clauses += 1;
            } else if path.ends_with(".html") {
                let title = title.unwrap_or_else(|| path.to_owned());
                let url = link::absolute(&corpus.site.base_url, path);
                pages.listed.push(Listed { file: path.to_owned(), title, url });
            } else if corpus.assets.contains(path) {
                pages.files += 1;
            }
        }
        pages.tell_apart();
        pages
    }

    /// Pages of one title bear their addresses: links that lead to several places do not say the same.
    fn tell_apart(&mut self) {
        let mut count: BTreeMap<String, u32> = BTreeMap::new();
        for page in &self.listed {
            *count.entry(page.title.clone()).or_default() += 1;
        }
        for page in &mut self.listed {
            if count.get(&page.title).is_some_and(|count| *count > 1) {
                page.title = format!("{}（{}）", page.title, page.url);
            }
        }
    }
}

/// The policy, for a template.
pub(super) fn policy(site: &Accessibility, pages: &Pages) -> Value {
    #[derive(Serialize)]
    struct View<'a> {
        decided: Option<DateView>,
        level: &'a str,
        due: Option<DateView>,
        excluded: &'a [String],
        issues: &'a [String],
        pages: &'a Pages,
        results: Vec<Result>,
    }
    #[derive(Serialize)]
    struct Result {
        file: String,
        title: String,
    }
    let words = Words::of("ja");
    let result = |test: &AccessibilityTest| Result {
        file: link::accessibility_result_file(test.year),
        title: result_title(test),
    };
    Value::from_serializable(&View {
        decided: site.decided.as_ref().map(|day| date_view(words, day)),
        level: &site.level,
        due: site.due.as_ref().map(|day| date_view(words, day)),
        excluded: &site.excluded,
        issues: &site.issues,
        pages,
        results: site.tests.iter().map(result).collect(),
    })
}

/// The result of a year, for a template.
pub(super) fn result(test: &AccessibilityTest, pages: &Pages, frame: Frame) -> Value {
    #[derive(Serialize)]
    struct View<'a> {
        year: i16,
        stated: Option<DateView>,
        from: Option<DateView>,
        until: Option<DateView>,
        testers: Vec<&'a str>,
        pages: &'a Pages,
        lists: Vec<List<'a>>,
    }
    let words = Words::of("ja");
    let mut testers: Vec<&str> = test.signed.iter().map(|signed| signed.by.as_str()).collect();
    testers.sort_unstable();
    testers.dedup();
    Value::from_serializable(&View {
        year: test.year,
        stated: test.stated.as_ref().map(|day| date_view(words, day)),
        from: test.from.as_ref().map(|day| date_view(words, day)),
        until: test.until.as_ref().map(|day| date_view(words, day)),
        testers,
        pages,
        lists: vec![
            List::of("JIS X 8341-3:2016", "2016", Criterion::is_in_jis_2016, (test, frame)),
            List::of("WCAG 2.2", "wcag22", Criterion::is_in_wcag_22, (test, frame)),
        ],
    })
}

/// The criteria of a standard.
#[derive(Debug, Serialize)]
struct List<'a> {
    name: &'static str,
    id: &'static str,
    rows: Vec<Row<'a>>,
    /// How many of them a program has looked at, have nothing to apply to, a person has signed, are open.
    machine: usize,
    nothing: usize,
    signed: usize,
    open: usize,
    failed: usize,
}

impl<'a> List<'a> {
    fn of(
        name: &'static str,
        id: &'static str,
        is_in: fn(&Criterion) -> bool,
        (test, frame): (&'a AccessibilityTest, Frame),
    ) -> Self {
        let rows = rows(test, frame, is_in);
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
