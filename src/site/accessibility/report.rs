//! `a11y-report.json`: what is known about the accessibility of a site, for machines.

use serde_json::{Value as Json, json};

use super::super::link;
use super::rows::{Frame, rows};
use crate::policy::{AccessibilityTest, Site};

/// The tests of all years, the newest first, with every page they are about.
pub(in crate::site) fn report(site: &Site, tests: &[AccessibilityTest], frame: Frame, paths: &[&str]) -> Vec<u8> {
    let pages: Vec<String> =
        paths.iter().filter(|path| path.ends_with(".html")).map(|path| link::absolute(&site.base_url, path)).collect();
    let tests: Vec<Json> = tests.iter().map(|test| self::test(test, frame)).collect();
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

fn test(test: &AccessibilityTest, frame: Frame) -> Json {
    let criteria: Vec<Json> = rows(test, frame, |_| true)
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
