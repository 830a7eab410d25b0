//! The built site in a real browser, from the disk: every word of both documents is seen in every view, and old links arrive.
//! Whether the pages read well is the business of `tests/a11y`.
//!
//! Needs Chromium and a Japanese font, so it is left out of a plain `cargo test`; `tests/run` installs them and runs it.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test stops where it is not met")]

mod arriving;
mod chromium;
#[path = "../kit/mod.rs"]
mod kit;
#[path = "../originals/mod.rs"]
mod originals;
mod page;

use std::path::PathBuf;

use chromium::Chromium;
use kit::Site;
use originals::{Joined, R7, R8, join_r7, join_r8};
use page::{Medium, Page, Scripts, View};

const DESKTOP: View = View { width: 1280, scripts: Scripts::On, medium: Medium::Screen };
const PHONE: View = View { width: 390, ..DESKTOP };
/// The narrowest screen of WCAG 1.4.10, or a desktop at 400 %.
const NARROW: View = View { width: 320, ..DESKTOP };

const VIEWS: [View; 7] = [
    DESKTOP,
    PHONE,
    NARROW,
    View { scripts: Scripts::Off, ..DESKTOP },
    View { scripts: Scripts::Off, ..PHONE },
    View { medium: Medium::Print, ..DESKTOP },
    View { medium: Medium::Unstyled, scripts: Scripts::Off, ..PHONE },
];

/// The repository's own site, built.
fn built() -> Site {
    let site = Site::of_the_repository();
    let built = site.run("build --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    site
}

/// Where it was built to, as the browser names it.
fn public(site: &Site) -> PathBuf {
    site.path("public").canonicalize().unwrap()
}

fn documents() -> [(&'static str, Joined); 2] {
    [("r7/shisei-unei", join_r7(R7)), ("r8/seisaku-keiei", join_r8(R8))]
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn both_documents_read_well_from_the_disk() {
    let (site, mut browser) = (built(), Chromium::start());
    let on_disk = format!("file://{}", public(&site).display());
    for (document, original) in documents() {
        let url = format!("{on_disk}/{document}/index.html");
        for view in VIEWS {
            assert_stays_within(&mut browser, &on_disk, &url, view);
            assert_all_text_is_seen(&mut browser, &url, view, &original);
        }
    }
}

fn assert_stays_within(browser: &mut Chromium, site: &str, url: &str, view: View) {
    let mut page = Page::open(browser, url, view);
    for probe in ["clausesSeen", "linksWithinThePage"] {
        assert_eq!(page.complaints(probe), Vec::<String>::new(), "{probe}: {url} in {view:?}");
    }
    assert_eq!(page.requests_outside(site), Vec::<String>::new(), "{url} in {view:?}");
    assert_eq!(page.console(), Vec::<String>::new(), "{url} in {view:?}");
}

fn assert_all_text_is_seen(browser: &mut Chromium, url: &str, view: View, original: &Joined) {
    let seen = Page::open(browser, url, view).evaluate("visibleText()");
    let seen = seen.as_str().expect("text");
    for paragraph in &original.paragraphs {
        assert!(seen.contains(paragraph.as_str()), "{view:?} does not show: {paragraph}\nbut: {seen}");
    }
}

/// A table with merged cells in each notation.
const MERGED: &str = "| 区分 | 施設 | 件数 | 前年 |\n|---|---|--:|--:|\n| 教育 | 小学校 | 10 | 12 |\n| ^^ | 中学校 | 5 | << |\n\n\
    <table>\n<thead>\n<tr><th rowspan=\"2\">施設</th><th colspan=\"2\">点検</th></tr>\n<tr><th>前回</th><th>次回</th></tr>\n</thead>\n\
    <tbody>\n<tr><th rowspan=\"2\" scope=\"rowgroup\">庁舎</th><td>R6</td><td>R8</td></tr>\n<tr><td colspan=\"2\">毎年</td></tr>\n</tbody>\n</table>\n";

/// The cells of a table that cover more rows than one and do not reach the bottom of the last, and those whose headers are not on the page.
const MISPLACED_CELLS: &str = "[...document.querySelectorAll('table')].flatMap((table) => {
    const rows = [...table.rows];
    const low = [...table.querySelectorAll('[rowspan]')].filter((cell) => {
        const last = rows[rows.indexOf(cell.parentElement) + cell.rowSpan - 1];
        return Math.abs(cell.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom) > 2;
    });
    const lost = [...table.querySelectorAll('td[headers]')].filter((cell) => cell.headers.split(' ').some((id) => !document.getElementById(id)));
    return [...low, ...lost].map((cell) => cell.outerHTML);
})";

#[test]
#[ignore = "needs Chromium: tests/run"]
fn merged_cells_cover_their_rows_and_name_headers_of_the_page() {
    let site = Site::new().file("content/r8/hyo.md", kit::document("status: published\n", MERGED));
    let built = site.run("build --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    let mut browser = Chromium::start();
    let on_disk = format!("file://{}", public(&site).display());
    let url = format!("{on_disk}/r8/hyo/index.html");
    for view in [DESKTOP, View { medium: Medium::Print, ..DESKTOP }] {
        let mut page = Page::open(&mut browser, &url, view);
        assert_eq!(page.evaluate("document.querySelectorAll('table [rowspan]').length"), 3, "{view:?}");
        assert_eq!(page.evaluate(MISPLACED_CELLS), serde_json::json!([]), "{view:?}");
    }
    for view in VIEWS {
        assert_stays_within(&mut browser, &on_disk, &url, view);
    }
}
