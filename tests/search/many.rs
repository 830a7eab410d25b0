//! The cost of a query in a browser on a site of many similar documents, in which every word is common.
//!
//! There are 100 documents, or as many as `HOSHIN_DOCUMENTS` says. With 1,000 documents a release build is needed
//! (`cargo test --release`).

use crate::chromium::Chromium;
use crate::finder::{Finder, address};
use crate::kit::{Site, titled};
use crate::{DESKTOP, public, server};

const REAL: [&str; 2] =
    [include_str!("../../content/r7/shisei-unei.md"), include_str!("../../content/r8/seisaku-keiei.md")];

/// The longest time until the first hit is shown, in milliseconds after the page is ready.
const MOST_TIME: f64 = 300.0;
/// The most that may be loaded for one query and its page, in bytes.
const MOST_BYTES: u64 = 300_000;

/// Searches and returns when the first hit was shown, or the answer that there is none.
const TIMED: &str = "new Promise((done) => {
  const status = document.getElementById('search-status');
  const began = performance.now();
  document.getElementById('search-form').requestSubmit();
  const look = () => {
    const said = status.textContent;
    if (said && said !== status.dataset.wait) done(performance.now() - began);
  };
  new MutationObserver(look).observe(status, { childList: true });
})";

/// The size of all loaded files, in bytes before compression.
const LOADED: &str = "[...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
  .map(({ decodedBodySize }) => decodedBodySize).reduce((sum, size) => sum + size, 0)";

fn site(documents: usize) -> Site {
    let bodies = REAL.map(|text| text.splitn(3, "---\n").nth(2).unwrap().split("\n## ").skip(1).collect::<Vec<_>>());
    (0..documents).fold(Site::new(), |site, number| {
        let sections = &bodies[number % 2];
        let turned = (0..sections.len()).map(|at| sections[(at + number) % sections.len()]);
        let body = turned.map(|section| format!("## {section}\n")).collect::<String>();
        let title = format!("令和8年度 第{number}課の運営方針");
        site.file(&format!("content/r8/d{number:04}.md"), titled(&title, "status: published", &body))
    })
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_query_is_answered_at_once_from_a_few_files() {
    let documents = std::env::var("HOSHIN_DOCUMENTS").map_or(100, |number| number.parse().unwrap());
    let site = site(documents);
    let built = site.run("build -q --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    let mut browser = Chromium::start();
    let server = server::serve(&public(&site));
    for typed in [
        "業務改革",
        "強じん",
        "2026年度",
        "ワークライフバランス",
        "第77課",
        "LINE登録",
        "こと",
        "取り組むこと",
        "推進 市民 情報",
        "職員が人にしかできない仕事に注力できる体制を構築すること",
        "待機児童",
    ] {
        let mut finder = Finder::open(&mut browser, &address(&server, &[]), DESKTOP);
        finder.page.evaluate(&format!("document.getElementById('q').value = '{typed}'"));
        let time = finder.page.evaluate(TIMED).as_f64().unwrap();
        let bytes = finder.page.evaluate(LOADED).as_u64().unwrap();
        let shown = finder.page.evaluate("document.querySelectorAll('#search-results li').length");
        println!("{typed}: {time:.0} ms, {bytes} bytes, {shown} shown: {}", finder.status());
        assert!(shown.as_u64() > Some(0) || typed == "待機児童", "{typed}: {}", finder.status());
        assert!(bytes <= MOST_BYTES, "{typed}: {bytes} bytes");
        assert!(time <= MOST_TIME || documents < 1_000, "{typed}: {time} ms");
    }
}
