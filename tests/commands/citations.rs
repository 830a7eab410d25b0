//! Citations and links lead only to the clause that they name. Counter words, dates and ids count.

use std::path::Path;

use hoshin::address::Mode;
use hoshin::corpus::{Citer, Copies, Corpus, Drafts, Resolution, cite};
use hoshin::diagnostic::Severity;
use hoshin::pipeline::{self, Moment, Options, Unobserved};
use hoshin::source;

use crate::kit::{Output, Site, document, titled};

const LAW: &str = "# 市例規

## 第1章 総則

### 第1条（目的）

目的を定める。

### 第2条（定義）

次の者をいう。

(1) 市民

(3) 学ぶ者

## 第2章 使用

### 第3条（許可）

許可を要する。

２　条件を付けることができる。
";

fn law() -> Site {
    let site = Site::new().file("content/r8/a.md", titled("市例規", "status: published", LAW));
    let built = site.run("build");
    assert_eq!(built.code, 0, "{built}");
    site
}

/// The output of `cite`: the position; citation and link when the target is no clause; or the code of the finding.
fn cited(site: &Site, text: &str) -> String {
    let output = site.command("cite --format json", &[]).arg(text).output().expect("the program runs");
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let word = |key: &str| said[key].as_str().map(str::to_owned);
    let error = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    let code = ["citation-not-found", "citation-ambiguous"].into_iter().find(|code| error.contains(code));
    word("position")
        .or_else(|| word("state"))
        .or_else(|| Some(format!("{} {}", word("citation")?, word("link")?)))
        .or_else(|| code.map(str::to_owned))
        .unwrap_or(error)
}

fn assert_cited(site: &Site, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(cited(site, text), *expected, "{text}");
    }
}

/// The findings about cited clauses.
fn cited_codes(output: &Output) -> Vec<&str> {
    output.codes().into_iter().filter(|code| code.starts_with("cited-")).collect()
}

/// The fragment of the clause at a position of `r8/a`.
fn permalink(site: &Site, position: &str) -> String {
    let clause = site.run(&format!("cite r8/a#{position} --format json")).json();
    format!("{position}.{}", clause["id"].as_str().expect("an id"))
}

/// The fragment to which the link with these words leads.
fn link_of(site: &Site, page: &str, words: &str) -> Option<String> {
    let html = site.read(page);
    let end = html.find(&format!(">{words}</a>"))?;
    let tag = html[..end].rfind("<a ")?;
    let href = html[tag..end].split_once("href=\"")?.1;
    Some(href.split_once('"')?.0.rsplit_once('#')?.1.to_owned())
}

#[test]
fn an_article_is_found_in_any_chapter_and_never_a_chapter_of_its_number() {
    assert_cited(
        &law(),
        &[
            ("「市例規」第1条", "s1-1"),
            ("「市例規」第２条", "s1-2"),
            ("「市例規」第三条", "s2-3"),
            ("「市例規」第3条第2項", "s2-3-2"),
            ("「市例規」第3条第1項", "s2-3-p1"),
            ("「市例規」第2条第3号", "s1-2-3"),
            ("「市例規」第2条第1項第3号", "s1-2-3"),
            ("「市例規」第2条(3)", "s1-2-3"),
            ("「市例規」第2章", "s2"),
            ("「市例規」第2章第3条", "s2-3"),
            ("「市例規」第1章第3条", "citation-not-found"),
            ("「市例規」第2条の3", "citation-not-found"),
            ("「市例規」第2条第3項", "citation-not-found"),
            ("「市例規」第2条第2号", "citation-not-found"),
            ("「市例規」第3章", "citation-not-found"),
            ("「市例規」第4条", "citation-not-found"),
            ("「市例規」第1節", "citation-not-found"),
            ("「市例規」第2条(1)、(3)", "citation-not-found"),
        ],
    );
}

#[test]
fn the_suggestion_is_the_place_above_and_no_clause_of_the_same_number() {
    let site = law();
    for (text, suggested) in [
        ("「市例規」第2条の3", "もしかして：「市例規」　"),
        ("「市例規」第3章", "もしかして：「市例規」　"),
        ("「市例規」第2条第9号", "もしかして：「市例規」第1章第2条　"),
        ("「長い名前の中にたまたま市例規を含む別の文書の計画」第1条", "直し方: 文書の題名"),
    ] {
        let output = site.run(&format!("cite {text}"));
        assert_eq!(output.code, 1, "{text}");
        assert!(output.err.contains(suggested), "{text}: {output}");
    }
}

#[test]
fn links_in_texts_go_to_the_clause_with_the_counter_word_or_to_the_document() {
    let text = "(1) 「市例規」第2条(1)、(3)及び第3条第2項による。

(2) 「市例規」第2条の3による。

(3) 「市例規」第3章による。

(4) 「市例規」第3条第1項による。

(5) 「市例規」第2条第1項第1号による。

(6) 「市例規」第2条第2号による。

(7) 「市例規」（令和8年条例第3号）第3条による。

(8) 旧「市例規」第1条による。
";
    let site = law().file("content/r8/b.md", titled("市手引", "status: published", text));
    let built = site.run("build");
    assert_eq!(built.code, 0, "{built}");
    let page = "public/r8/b/index.html";
    for (words, expected) in [
        ("「市例規」第2条(1)", Some("s1-2-1")),
        ("「市例規」第3条第1項", Some("s2-3-p1")),
        ("「市例規」第2条第1項第1号", Some("s1-2-1")),
        ("「市例規」（令和8年条例第3号）第3条", Some("s2-3")),
        ("「市例規」第2条の3", None),
        ("「市例規」第3章", None),
        ("「市例規」第2条第2号", None),
        ("「市例規」第1条", None),
    ] {
        assert_eq!(link_of(&site, page, words), expected.map(|position| permalink(&site, position)), "{words}");
    }
    assert_eq!(site.read(page).matches(">市例規</a>」").count(), 4, "links to the document");
    let checked = site.run("check");
    assert_eq!(checked.code, 0, "{checked}");
    assert_eq!(
        cited_codes(&checked),
        ["cited-clause-missing", "cited-clause-missing", "cited-clause-missing", "cited-version-unknown"]
    );
    assert!(checked.err.contains("content/r8/b.md:10:"), "{checked}");
}

const FIRST: &str = "## 5 推進

(1) 道路を直すこと。

(2) 公園を増やすこと。

(3) 学校を建てること。
";
const SECOND: &str = "## 5 推進

(1) 図書館を新しく設けること。

(2) 道路を直すこと。

(3) 学校を建てること。
";

/// A document of 令和8年4月1日, and of 令和8年7月1日 with a new first item, the second moved down and the old second gone.
fn revised() -> Site {
    let site = Site::new().file("content/r8/a.md", document("issued: 2026-04-01\nstatus: published", FIRST));
    assert_eq!(site.run("release --adopt --now 2026-04-02T00:00:00Z").code, 0);
    let meta = "issued: 2026-04-01\nrevised: 2026-07-01\nstatus: published";
    let site = site.file("content/r8/a.md", document(meta, SECOND));
    let built = site.run("build --now 2026-07-02T00:00:00Z");
    assert_eq!(built.code, 0, "{built}");
    site
}

#[test]
fn a_citation_with_the_date_of_an_earlier_version_means_the_clause_of_that_version() {
    assert_cited(
        &revised(),
        &[
            ("「令和8年度の方針」5(1)", "s5-1"),
            ("「令和8年度の方針」（令和8年7月1日）5(1)", "s5-1"),
            ("「令和8年度の方針」（令和8年8月1日時点）5(1)", "s5-1"),
            ("「令和8年度の方針」（令和8年4月1日）5(1)", "s5-2"),
            ("「令和８年度の方針」（２０２６年４月１日）５（１）", "s5-2"),
            ("令和8年度の方針（令和8年4月1日）5(1)", "s5-2"),
            ("令和8年4月1日付け「令和8年度の方針」5(1)", "s5-2"),
            ("「令和8年度の方針」5(1)（令和8年6月30日時点）", "s5-2"),
            ("「令和8年度の方針」（令和8年4月1日）5(1)（令和8年7月1日版）", "s5-1"),
            ("「令和8年度の方針」（令和8年4月1日）5(2)", "withdrawn"),
            ("「令和8年度の方針」（令和8年4月1日）5(3)", "s5-3"),
            ("「令和8年度の方針」（令和8年4月1日）5(4)", "citation-not-found"),
            ("「令和8年度の方針」（令和7年4月1日）5(1)", "citation-not-found"),
            ("「令和8年度の方針」（令和8年）5(1)", "citation-not-found"),
            ("「令和8年度の方針」（改正前）5(1)", "citation-not-found"),
            ("旧「令和8年度の方針」5(1)", "citation-not-found"),
        ],
    );
}

#[test]
fn a_link_with_the_date_of_an_earlier_version_goes_to_the_clause_of_that_version_or_to_the_document() {
    let text = "- 「令和8年度の方針」（令和8年4月1日）5(1)による。
- 「令和8年度の方針」（令和8年4月1日）5(2)による。
- 「令和8年度の方針」（令和7年4月1日）5(3)による。
- 「令和8年度の方針」（令和8年7月1日）5(1)による。
";
    let site = revised().file("content/r8/b.md", titled("市手引", "status: published", text));
    let built = site.run("build --now 2026-07-03T00:00:00Z");
    assert_eq!(built.code, 0, "{built}");
    for (words, expected) in [
        ("「令和8年度の方針」（令和8年4月1日）5(1)", Some("s5-2")),
        ("「令和8年度の方針」（令和8年4月1日）5(2)", None),
        ("「令和8年度の方針」（令和7年4月1日）5(3)", None),
        ("「令和8年度の方針」（令和8年7月1日）5(1)", Some("s5-1")),
    ] {
        let link = link_of(&site, "public/r8/b/index.html", words);
        assert_eq!(link, expected.map(|position| permalink(&site, position)), "{words}");
    }
    assert_eq!(cited_codes(&site.run("check")), ["cited-clause-gone", "cited-version-unknown"]);
}

#[test]
fn two_clauses_that_had_one_number_under_one_date_are_ambiguous() {
    let site = Site::new().file("content/r8/a.md", document("issued: 2026-04-01\nstatus: published", FIRST));
    assert_eq!(site.run("release --adopt").code, 0);
    let site = site.file("content/r8/a.md", document("issued: 2026-04-01\nstatus: published", SECOND));
    assert_eq!(site.run("build").code, 0);
    assert_cited(
        &site,
        &[
            ("「令和8年度の方針」5(1)", "s5-1"),
            ("「令和8年度の方針」（令和8年4月1日）5(1)", "citation-ambiguous"),
            ("「令和8年度の方針」（令和8年4月1日）5(3)", "s5-3"),
        ],
    );
}

/// A text with its ASCII as full-width characters.
fn wide(text: &str) -> String {
    let wide =
        |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).expect("a character") } else { c };
    text.chars().map(wide).collect()
}

#[test]
fn an_id_in_a_citation_decides_whatever_the_present_number_is() {
    let site = Site::new().file("content/r8/a.md", document("issued: 2026-04-01\nstatus: published", FIRST));
    assert_eq!(site.run("release --adopt").code, 0);
    let before = site.run("cite r8/a#s5-1 --format json").json();
    let gone = site.run("cite r8/a#s5-2 --format json").json();
    let meta = "issued: 2026-04-01\nrevised: 2026-07-01\nstatus: published";
    let site = site.file("content/r8/a.md", document(meta, SECOND));
    assert_eq!(site.run("release --adopt").code, 0);
    for key in ["link", "citation", "quotation", "markdown"] {
        let text = before[key].as_str().expect("a text");
        assert_eq!(cited(&site, text), "s5-2", "{text}");
        assert_eq!(cited(&site, &wide(text)), "s5-2", "{text}");
        assert_eq!(cited(&site, &text.replace("https:", "http:")), "s5-2", "{text}");
        let moved = text.replace("www.example.jp", "old.example.jp");
        assert!(key == "link" || cited(&site, &moved) == "s5-2", "{moved}");
        let text = gone[key].as_str().expect("a text");
        assert_eq!(cited(&site, text), "withdrawn", "{text}");
    }
    let id = before["id"].as_str().expect("an id");
    assert_cited(
        &site,
        &[
            (&format!("https://www.example.jp/c/{id}/"), "s5-2"),
            (&format!("www.example.jp/r8/a/#s5-1.{id}"), "s5-2"),
            ("「令和8年度の方針」5(1)、https://www.example.jp/r8/a/#s5-1.zzzzz", "citation-not-found"),
            ("https://www.example.jp/c/zzzzz/", "citation-not-found"),
            ("https://www.example.jp/r8/a/#s5-1", "citation-ambiguous"),
            ("https://www.example.jp/r8/a/#s5-3", "s5-3"),
        ],
    );
}

/// The corpus of a site of the repository, as the commands see it.
fn corpus(folder: &str) -> Option<Corpus> {
    let (tree, found) = source::read_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).ok()?;
    let now = Moment::Instant(jiff::Timestamp::MAX);
    let options = Options { now, fails_from: Severity::Error, locks: Mode::Record, drafts: Drafts::Withheld };
    Some(pipeline::gather(tree, found, &options, &Unobserved).ok()?.corpus)
}

#[test]
fn every_text_offered_for_copying_leads_back_to_its_clause() {
    for (folder, at_least) in [(".", 75), ("tests/a11y/sample", 40), ("tests/frozen/site", 80)] {
        let corpus = corpus(folder).expect("a site");
        let mut tried = 0;
        for document in corpus.public.values() {
            let citer = Citer::new(&corpus, document);
            let base = &corpus.site.base_url;
            document.body.each_clause(|clause| {
                let found = Resolution::Clause { document: document.id.clone(), position: clause.position.clone() };
                let Copies { link, name, citation, quotation, markdown } = citer.copies(clause);
                let id = &clause.id;
                let page = format!("{base}c/{id}/");
                let fragments =
                    [format!("{}#{}.{id}", document.id.0, clause.position), format!("{}#{id}", document.id.0)];
                for text in [&link, &name, &citation, &quotation, &markdown, &page, &fragments[0], &fragments[1]] {
                    assert_eq!(cite(&corpus, text), found, "{folder}: {text}");
                    assert_eq!(cite(&corpus, &wide(text)), found, "{folder}: {text}");
                }
                tried += 1;
            });
            document.body.each_address(|address| {
                let found = Resolution::Clause { document: document.id.clone(), position: address.position.clone() };
                assert_eq!(cite(&corpus, &format!("{base}c/{}/", address.id)), found, "{folder}: {}", address.id);
            });
        }
        assert!(tried >= at_least, "{folder}: {tried}");
    }
}
