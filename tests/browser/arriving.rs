//! Old links after a revision, followed in a browser without scripts: each leads to its clause, or to words that say what
//! became of it.

use std::collections::BTreeMap;

use crate::chromium::Chromium;
use crate::kit::Site;
use crate::page::{Page, View};
use crate::{DESKTOP, PHONE, Scripts, built, public};

const R7: &str = "content/r7/shisei-unei.md";
const FOURTH: &str = "(4) 戦後80年";

/// A revision of the R7 document: what it is called, and what it makes of the text.
type Revision = (&'static str, fn(&str) -> String);

const REVISIONS: [Revision; 5] = [
    ("inserting", |text| {
        let later = [("(6) 2050年", "(7) 2050年"), ("(5) デジタル技術", "(6) デジタル技術"), (FOURTH, "(5) 戦後80年")];
        let text = later.iter().fold(text.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
        text.replacen("(5) 戦後80年", "(4) 自転車の安全な利用を広く呼び掛けること。\n\n(5) 戦後80年", 1)
    }),
    ("swapping", |text| {
        let (first, second) = (paragraph(text, "(1) 令和７年１月に"), paragraph(text, "(2) 切迫性が"));
        let relabelled = |paragraph: &str, label: &str| format!("{label}{}", &paragraph[3..]);
        let (now_first, now_second) = (relabelled(&second, "(1)"), relabelled(&first, "(2)"));
        text.replacen(&format!("{first}\n\n{second}"), &format!("{now_first}\n\n{now_second}"), 1)
    }),
    ("renumbering", |text| text.replacen("## ３ ", "## ６ ", 1)),
    ("rewording", |text| text.replacen("業務効率化を図ること。", "業務の効率化を着実に進めること。", 1)),
    ("removing", |text| text.replacen(&format!("{}\n\n", paragraph(text, "(5) デジタル技術")), "", 1)),
];

fn paragraph(text: &str, start: &str) -> String {
    let from = text.find(start).expect(start);
    text[from..].lines().next().unwrap().to_owned()
}

/// The clauses of the document as it stands: permanent ids and positions.
fn clauses(site: &Site) -> BTreeMap<String, String> {
    let html = scraper::Html::parse_document(&site.read("public/r7/shisei-unei/index.html"));
    let permalinks = scraper::Selector::parse("a.pl").unwrap();
    let hrefs = html.select(&permalinks).filter_map(|link| link.attr("href"));
    hrefs.filter_map(|href| href.strip_prefix('#')?.rsplit_once('.')).map(|(at, id)| (id.into(), at.into())).collect()
}

fn revised(revision: Revision) -> (Site, BTreeMap<String, String>) {
    let site = built();
    let before = clauses(&site);
    let text = site.read(R7);
    let changed = revision.1(&text);
    assert_ne!(changed, text, "{}", revision.0);
    site.write(R7, changed.replacen("status:", "revised: 令和７年10月１日\nstatus:", 1));
    let again = site.run("build --now 2026-11-21");
    assert_eq!(again.code, 0, "{}: {again}", revision.0);
    (site, before)
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn every_old_link_arrives_after_every_revision() {
    let mut browser = Chromium::start();
    let still: View = View { scripts: Scripts::Off, ..DESKTOP };
    let mut told = Vec::new();
    for revision in REVISIONS {
        let (site, before) = revised(revision);
        let url = format!("file://{}/r7/shisei-unei/index.html", public(&site).display());
        let mut arrivals: BTreeMap<String, usize> = BTreeMap::new();
        let mut page = Page::open(&mut browser, &url, still);
        for (id, position) in &before {
            for fragment in [id.clone(), format!("{position}.{id}"), position.clone()] {
                page.evaluate(&format!("location.hash = '#{fragment}'"));
                let arrived = page.evaluate(&format!("arrival('{id}')"));
                let arrived = arrived.as_str().unwrap();
                let is_right = matches!(arrived, "clause" | "tombstone" | "note");
                assert!(is_right, "{}: #{fragment} of {id}: {arrived}", revision.0);
                assert!(arrived != "note" || fragment == *position, "{}: #{fragment} is only noted", revision.0);
                *arrivals.entry(arrived.to_owned()).or_default() += 1;
            }
        }
        told.push((revision.0, arrivals));
    }
    let told: Vec<String> = told.into_iter().map(|(name, arrivals)| format!("{name} {arrivals:?}")).collect();
    // 30 clauses, each by its id, by what people copy, and by its bare position.
    assert_eq!(
        told,
        [
            r#"inserting {"clause": 87, "note": 3}"#,
            r#"swapping {"clause": 88, "note": 2}"#,
            r#"renumbering {"clause": 90}"#,
            r#"rewording {"clause": 90}"#,
            r#"removing {"clause": 87, "tombstone": 3}"#,
        ]
    );
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn an_old_link_scrolls_to_its_clause_and_the_tab_key_continues_there() {
    let mut browser = Chromium::start();
    let (site, before) = revised(REVISIONS[1]);
    let folder = format!("file://{}", public(&site).display());
    for view in [DESKTOP, PHONE].map(|view| View { scripts: Scripts::Off, ..view }) {
        for (id, position) in before.iter().take(6) {
            let url = format!("{folder}/r7/shisei-unei/index.html#{position}.{id}");
            let mut page = Page::open(&mut browser, &url, view);
            assert_eq!(page.evaluate(&format!("arrival('{id}')")), "clause", "{url}");
            page.press("Tab", 9);
            let focused = page.evaluate(&format!("document.getElementById('{id}').contains(document.activeElement)"));
            assert_eq!(focused, true, "the next stop is in the clause: {url}");
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn the_page_of_every_clause_shows_it_and_what_can_be_copied() {
    let mut browser = Chromium::start();
    for revision in [REVISIONS[0], REVISIONS[4]] {
        let (site, before) = revised(revision);
        for id in before.keys() {
            let url = format!("file://{}/c/{id}/index.html", public(&site).display());
            let mut page = Page::open(&mut browser, &url, View { scripts: Scripts::Off, ..PHONE });
            let text = page.evaluate("document.querySelector('blockquote').innerText.trim().length > 0");
            assert_eq!(text, true, "{url}");
            let gone = page.evaluate("document.querySelector('.was') !== null");
            let copied = page.evaluate("document.querySelectorAll('.copy dd').length");
            assert_eq!(copied, if gone == true { 0 } else { 5 }, "{url}");
            assert_eq!(page.evaluate("document.querySelectorAll('button').length"), 0, "{url}");
        }
    }
}

#[test]
#[ignore = "needs Chromium: tests/run"]
fn with_scripts_each_string_has_a_button_that_copies_it() {
    let (site, mut browser) = (built(), Chromium::start());
    let id = clauses(&site).into_keys().next().unwrap();
    let url = format!("file://{}/c/{id}/index.html", public(&site).display());
    let mut page = Page::open(&mut browser, &url, DESKTOP);
    page.evaluate("globalThis.copied = []; navigator.clipboard.writeText = async (text) => void copied.push(text)");
    let strings = page.evaluate("[...document.querySelectorAll('.copy dd')].map((e) => e.textContent)");
    let names = page.evaluate("[...document.querySelectorAll('button')].map((e) => e.getAttribute('aria-label'))");
    assert_eq!(
        names.as_array().unwrap(),
        &["リンク", "名称", "出典", "引用文（本文と出典）", "Markdown"].map(|what| format!("{what}をコピー"))
    );
    page.evaluate("document.querySelector('button').focus()");
    for _ in 0..5 {
        page.press("Enter", 13);
        page.press("Tab", 9);
    }
    assert_eq!(page.evaluate("copied"), strings);
    let status = page.evaluate(
        "new Promise((done) => setTimeout(() => done(document.querySelector('[role=status]').textContent), 200))",
    );
    assert_eq!(status, "Markdownをコピーしました。");
}
