//! The search page in a real browser: queries and the exact clauses they find.
//!
//! Needs Chromium, like the other browser test; `tests/run` installs it and runs both.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test stops where it is not met")]
#![allow(dead_code, reason = "the browser test uses the rest")]

#[path = "../browser/chromium.rs"]
mod chromium;
mod counts;
mod finder;
#[path = "../kit/mod.rs"]
mod kit;
mod many;
#[path = "../browser/page.rs"]
mod page;
mod queries;
mod server;

use std::path::PathBuf;

use chromium::Chromium;
use finder::{Finder, address};
use kit::Site;
use page::{Medium, Page, Scripts, View};

const DESKTOP: View = View { width: 1280, scripts: Scripts::On, medium: Medium::Screen };
const PHONE: View = View { width: 320, ..DESKTOP };
const NO_SCRIPTS: View = View { scripts: Scripts::Off, ..PHONE };

/// Texts with the forms that both halves of the normaliser must give.
const VECTORS: &str = include_str!("vectors.json");

/// The site of the two real documents, without the example beside them. The queries are about these two.
fn built() -> Site {
    let site = Site::of_the_repository();
    let text = site.read("content/r8/mokuhyo.md");
    assert!(text.contains("\nstatus: published\n"), "{text}");
    site.write("content/r8/mokuhyo.md", text.replace("\nstatus: published\n", "\nstatus: draft\n"));
    let built = site.run("build --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    site
}

fn public(site: &Site) -> PathBuf {
    site.path("public").canonicalize().unwrap()
}

fn on_disk(site: &Site) -> String {
    format!("file://{}", public(site).display())
}

/// Performs an action that leads to another page, and waits for that page.
fn follow(page: &mut Page<'_>, action: &str) {
    page.evaluate(&format!("void setTimeout(() => {action})"));
    std::thread::sleep(std::time::Duration::from_secs(1));
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn every_query_finds_its_clauses_and_no_others() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    assert!(queries::QUERIES.len() >= 40);
    let mut finder = Finder::open(&mut browser, &address(&server, &[]), DESKTOP);
    for query in queries::QUERIES {
        finder.ask(query.typed);
        let found = finder.all_hits();
        let names: Vec<&str> = found.iter().map(|hit| &*hit.name).collect();
        assert_eq!(names, query.finds, "{}: {}", query.typed, finder.status());
        for hit in &found {
            assert!(query.marks.contains(&&*hit.marked), "{}: marks {:?} in {}", query.typed, hit.marked, hit.name);
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn both_halves_of_the_normaliser_make_the_same_forms() {
    let (site, mut browser) = (built(), Chromium::start());
    let mut page = Page::open(&mut browser, &format!("{}/search/index.html", on_disk(&site)), DESKTOP);
    let vectors: serde_json::Value = serde_json::from_str(VECTORS).unwrap();
    for vector in vectors.as_array().unwrap() {
        let forms = page.evaluate(&format!("hoshinSearch.forms({}).map(({{ text }}) => text)", vector[0]));
        assert_eq!(forms, vector[1], "{}", vector[0]);
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_site_on_a_disk_is_searched_from_the_field_of_any_page() {
    let (site, mut browser) = (built(), Chromium::start());
    let mut page = Page::open(&mut browser, &format!("{}/r8/seisaku-keiei/index.html", on_disk(&site)), DESKTOP);
    page.evaluate("document.querySelector('header input[name=q]').value = 'ｽｹｼﾞｭｰﾙ'");
    follow(&mut page, "document.querySelector('header form').requestSubmit()");
    let mut finder = Finder::on(page);
    assert_eq!(finder.status(), "1件見つかりました。");
    let hits = finder.all_hits();
    assert_eq!(hits[0].name, "「令和8年度政策経営部の運営方針」1（1項目め）");
    assert!(hits[0].link.starts_with("../r8/seisaku-keiei/index.html#s1-b1."), "{}", hits[0].link);
    follow(&mut finder.page, "document.querySelector('#search-results a').click()");
    let arrived = finder.page.evaluate("document.querySelector(':target').parentElement.closest('li').textContent");
    assert!(arrived.as_str().unwrap().contains("スケジュール感を持って"), "{arrived}");
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn an_address_of_a_search_can_be_shared_with_its_filters() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    for (filters, expected) in [
        (&[("year", "2025")][..], 2),
        (&[("year", "2026")], 1),
        (&[("kind", "部の運営方針")], 1),
        (&[("kind", "市政運営の基本方針")], 2),
        (&[("unit", "seisaku-keiei-bu")], 1),
        (&[("unit", "seisaku-keiei-bu"), ("year", "2025")], 0),
    ] {
        let asked = [&[("q", "AI")], filters].concat();
        let mut finder = Finder::open(&mut browser, &address(&server, &asked), DESKTOP);
        assert_eq!(finder.all_hits().len(), expected, "{filters:?}");
        for (name, value) in asked {
            let shown = finder.page.evaluate(&format!("document.querySelector('#search-form [name={name}]').value"));
            assert_eq!(shown, value);
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_query_without_hits_is_reported_with_advice() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    for (typed, said, helped) in [
        ("待機児童", "「待機児童」を含む項は見つかりませんでした。", true),
        ("業務改革 待機児童", "「待機児童」を含む項はありません。", true),
        ("業務改革", "4件見つかりました。", false),
    ] {
        let mut finder = Finder::open(&mut browser, &address(&server, &[("q", typed)]), DESKTOP);
        assert_eq!(finder.status(), said);
        assert_eq!(finder.page.evaluate("document.getElementById('search-help').checkVisibility()"), helped);
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_damaged_index_or_one_of_another_edition_is_reported() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    let lists = site.read("public/search/g0.js") + &site.read("public/search/g1.js");
    let version = lists.split('"').nth(1).unwrap().to_owned();
    let files = ["g0", "g1"].map(|name| format!("public/search/{name}.js"));
    let mut said = || {
        let mut finder = Finder::open(&mut browser, &address(&server, &[("q", "業務改革")]), DESKTOP);
        finder.status()
    };
    for file in &files {
        site.write(file, site.read(file).replace(&version, "00000000"));
    }
    assert_eq!(said(), "索引が新しくなりました。ページを読み込み直してください。");
    files.iter().for_each(|file| site.remove(file));
    let failed = "索引を読み込めませんでした。時間をおいて、ページを読み込み直してください。";
    assert_eq!(said(), failed);
    site.remove("public/search/index.js");
    assert_eq!(said(), failed);
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn hits_are_announced_politely_and_the_focus_stays() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    let mut finder = Finder::open(&mut browser, &address(&server, &[]), DESKTOP);
    assert_eq!(finder.page.evaluate("document.querySelector('[role=status]').id"), "search-status");
    finder.page.evaluate("document.getElementById('q').focus(), document.getElementById('q').value = 'こと'");
    finder.page.press("Enter", 13);
    finder.wait();
    assert_eq!(finder.status(), "48件見つかりました。");
    assert_eq!(finder.page.evaluate("document.activeElement.id"), "q");
    assert_eq!(finder.page.evaluate("location.search"), "?q=%E3%81%93%E3%81%A8");
    assert_eq!(finder.page.evaluate("document.querySelectorAll('#search-results li').length"), 10);
    finder
        .page
        .evaluate("document.getElementById('search-more').click(), new Promise((done) => setTimeout(done, 500))");
    assert_eq!(
        finder.page.evaluate("[...document.querySelectorAll('#search-results a')].indexOf(document.activeElement)"),
        10,
        "who asks for more reads on with the first of them"
    );
    finder.page.evaluate("history.back(), new Promise((done) => setTimeout(done, 300))");
    assert_eq!(finder.page.evaluate("document.querySelectorAll('#search-results li').length"), 0);
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn a_link_within_the_page_keeps_the_hits() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    let mut finder = Finder::open(&mut browser, &address(&server, &[("q", "こと")]), DESKTOP);
    finder.wait();
    let kept = finder.page.evaluate(
        "globalThis.first = document.querySelector('#search-results li'), location.hash = 'main', \
         new Promise((done) => setTimeout(() => done(first.isConnected), 500))",
    );
    assert_eq!(kept, true, "the skip link asks nothing new");
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn queries_and_hits_are_shown_as_text() {
    let evil = "<img src=x onerror=alert(1)>&quot;</script>";
    let body = format!("第一 `{evil}` の項\n");
    let site = Site::new().file("content/r8/a.md", kit::document("status: published", &body));
    assert_eq!(site.run("build --now 2026-11-21").code, 0);
    let mut browser = Chromium::start();
    let server = server::serve(&public(&site));
    let mut finder = Finder::open(&mut browser, &address(&server, &[("q", evil)]), DESKTOP);
    let hits = finder.all_hits();
    assert_eq!(hits[0].marked, "<img|src=x|onerror=alert(1)>&quot;</script>");
    assert_eq!(finder.page.evaluate("document.querySelectorAll('img, #search-results script').length"), 0);
    assert_eq!(finder.page.console(), Vec::<String>::new());
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn the_pages_are_readable_with_and_without_scripts() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    for path in ["/search/", "/search/?q=%E3%81%93%E3%81%A8", "/search/r8/", "/search/r7/"] {
        for view in [DESKTOP, PHONE, NO_SCRIPTS] {
            let mut page = Page::open(&mut browser, &format!("{server}{path}"), view);
            let probes = [
                "nothingInline",
                "oneTitle",
                "headingLevels",
                "skipLinkFirst",
                "uniqueIds",
                "landmarks",
                "sidewaysScrolling",
            ];
            for probe in probes {
                assert_eq!(page.complaints(probe), Vec::<String>::new(), "{probe}: {path} in {view:?}");
            }
            assert_eq!(page.requests_outside(&server), Vec::<String>::new(), "{path} in {view:?}");
            assert_eq!(page.console(), Vec::<String>::new(), "{path} in {view:?}");
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn without_scripts_the_field_of_a_page_leads_to_an_index_with_every_clause() {
    let (site, mut browser) = (built(), Chromium::start());
    let server = server::serve(&public(&site));
    let mut page = Page::open(&mut browser, &format!("{server}/search/?q=LINE"), NO_SCRIPTS);
    let links =
        page.evaluate("[...document.querySelectorAll('#search-index a')].map((link) => link.getAttribute('href'))");
    assert_eq!(links, serde_json::json!(["r8/index.html", "r7/index.html"]));
    assert!(
        page.evaluate("document.body.innerText").as_str().unwrap().contains("この検索には JavaScript を使います。")
    );
    drop(page);
    let mut page = Page::open(&mut browser, &format!("{server}/search/r8/"), NO_SCRIPTS);
    let line = page.evaluate(
        "[...document.querySelectorAll('.index li')].find((li) => li.textContent.includes('LINE')).innerText",
    );
    assert!(
        line.as_str().unwrap().starts_with("5（1項目め） ・市民が必要としている情報を容易に入手できるように市LINE"),
        "{line}"
    );
    assert_eq!(page.evaluate("document.querySelectorAll('.index li').length"), 32);
}
