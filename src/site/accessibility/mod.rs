//! What a site says about its accessibility: the policy, the result of each year's test, and the same for machines.
//!
//! The pages say what is known and no more: what a program can tell is told as such, what a person has signed bears the name
//! and the day, and all else is open. Conformance is never stated here.

mod report;
mod rows;

use serde::Serialize;
use tera::Value;

use super::link;
use super::listing::{DateView, date_view};
use super::words::Words;
use crate::corpus::Corpus;
use crate::policy::{Accessibility, AccessibilityTest, Criterion, DocumentId};
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
    /// From the files of the output.
    pub(super) fn of(corpus: &Corpus, paths: &[&str]) -> Self {
        let mut pages = Self { listed: Vec::new(), clauses: 0, files: 0 };
        for path in paths.iter().copied() {
            if path.starts_with("c/") {
                pages.clauses += 1;
            } else if path.ends_with(".html") {
                let title = title(corpus, path);
                let url = link::absolute(&corpus.site.base_url, path);
                pages.listed.push(Listed { file: path.to_owned(), title, url });
            } else if corpus.assets.contains(path) {
                pages.files += 1;
            }
        }
        pages
    }
}

/// What a page is called; pages of a former name are known by their path.
fn title(corpus: &Corpus, path: &str) -> String {
    let words = Words::of(&corpus.site.language);
    let fixed = [
        (link::HOME, corpus.site.title.as_str()),
        (link::PLANS, words.plans),
        (link::TERMS, words.terms),
        (link::NOT_FOUND, words.not_found),
        (link::ACCESSIBILITY, words.accessibility),
    ];
    let fixed = fixed.into_iter().find(|(file, _)| *file == path).map(|(_, title)| title.to_owned());
    let document = || {
        let id = DocumentId(path.strip_suffix("/index.html")?.to_owned());
        corpus.public.get(&id).map(|document| document.meta.title.value.clone())
    };
    let plan = || {
        let plan = corpus.plans.iter().find(|plan| link::plan_file(&plan.id.value) == path)?;
        Some(plan.name.clone())
    };
    let year = || {
        let years = corpus.public.values().map(|document| document.meta.fiscal_year.value);
        years.into_iter().find(|year| link::year_file(*year) == path).map(|year| words.year(year))
    };
    let test = || {
        let tests = corpus.site.accessibility.iter().flat_map(|stated| &stated.tests);
        tests.into_iter().find(|test| link::accessibility_result_file(test.year) == path).map(result_title)
    };
    fixed.or_else(document).or_else(plan).or_else(year).or_else(test).unwrap_or_else(|| path.to_owned())
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
