//! `a11y-report.json`: the results of accessibility tests for machines.

use serde_json::{Value as Json, json};

use super::rows::{TemplateOrigin, rows};
use crate::policy::AccessibilityTest;
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::Words;

/// The tests of all years, the newest first, with every page they are about.
pub(super) fn report(
    context: &SiteContext<'_>,
    tests: &[AccessibilityTest],
    origin: TemplateOrigin,
    paths: &[&str],
) -> Vec<u8> {
    let (site, words) = (&context.corpus.site, context.words());
    let pages: Vec<String> =
        paths.iter().filter(|path| path.ends_with(".html")).map(|path| link::absolute(&site.base_url, path)).collect();
    let tests: Vec<Json> = tests.iter().map(|test| self::test(words, test, origin)).collect();
    let report = json!({
        "tool": { "name": "hoshin", "version": env!("CARGO_PKG_VERSION") },
        "conformance": null,
        "standards": ["JIS X 8341-3:2016", "WCAG 2.2"],
        "technologies": ["HTML", "CSS", "SVG"],
        "pages": pages,
        "tests": tests,
    });
    let mut bytes = format!("{report:#}").into_bytes();
    bytes.push(b'\n');
    bytes
}

fn test(words: &Words<'_>, test: &AccessibilityTest, origin: TemplateOrigin) -> Json {
    let criteria: Vec<Json> = rows(words, test, origin, |_| true)
        .into_iter()
        .map(|row| {
            let outcome = match (row.state, row.result) {
                ("signed", "○") => "passed",
                ("signed", "×") => "failed",
                ("signed" | "nothing", _) => "inapplicable",
                ("machine", _) => "checked by the program",
                _ => "untested",
            };
            json!({
                "criterion": row.number,
                "level": row.level,
                "outcome": outcome,
                "note": row.note,
                "by": row.by,
                "on": row.on.map(|day| day.iso),
            })
        })
        .collect();
    json!({ "year": test.year, "criteria": criteria })
}
