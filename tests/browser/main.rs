//! The built site in a real browser: both documents, wide and narrow, with and without scripts and styles, on paper.
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
mod server;

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

/// What holds in every view.
const ALWAYS: [&str; 8] = [
    "nothingInline",
    "oneTitle",
    "headingLevels",
    "skipLinkFirst",
    "uniqueIds",
    "linksWithinThePage",
    "clausesSeen",
    "landmarks",
];
/// What the screen adds: on paper, and without styles, there is nothing to hit.
const ON_SCREEN: [&str; 4] = ["sidewaysScrolling", "permalinkNames", "permalinksLeadHome", "permalinkSize"];

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
            assert_reads_well(&mut browser, &on_disk, &url, view);
            assert_all_text_is_seen(&mut browser, &url, view, &original);
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn every_page_reads_well_from_a_server() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    let others = ["plans/", "plans/kokubunji-vision/", "c/gnc83/"];
    for page in
        ["", "r7/", "r8/", "r7/shisei-unei/", "r8/seisaku-keiei/", "r8/nowhere/to/be/found/"].into_iter().chain(others)
    {
        for view in VIEWS {
            assert_reads_well(&mut browser, &server, &format!("{server}/{page}"), view);
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn the_keyboard_skips_to_the_text() {
    let (site, mut browser) = (built(), Chromium::start());
    let url = format!("file://{}/r8/seisaku-keiei/index.html", public(&site).display());
    let mut page = Page::open(&mut browser, &url, DESKTOP);
    page.press("Tab", 9);
    assert_eq!(page.evaluate("document.activeElement.hash"), "#main");
    assert_eq!(page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"), true, "it shows");
    page.press("Enter", 13);
    assert_eq!(page.evaluate("location.hash"), "#main");
    page.press("Tab", 9);
    assert_eq!(page.evaluate("document.activeElement.closest('main') !== null"), true, "the next stop is in the text");
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn every_probe_finds_its_fault() {
    let mut browser = Chromium::start();
    let folder = concat!("file://", env!("CARGO_MANIFEST_DIR"), "/tests/browser");
    let mut page = Page::open(&mut browser, &format!("{folder}/broken.html"), PHONE);
    for probe in ALWAYS.iter().chain(&ON_SCREEN) {
        assert_ne!(page.complaints(probe), Vec::<String>::new(), "{probe} finds nothing");
    }
    assert_eq!(page.requests_outside(folder), ["https://elsewhere.example/style.css"]);
    assert!(page.console().iter().any(|line| line.contains("an error of a script")), "{:?}", page.console());
}

fn assert_reads_well(browser: &mut Chromium, site: &str, url: &str, view: View) {
    let mut page = Page::open(browser, url, view);
    let on_screen: &[&str] = if view.medium == Medium::Screen { &ON_SCREEN } else { &[] };
    for probe in ALWAYS.iter().chain(on_screen) {
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
