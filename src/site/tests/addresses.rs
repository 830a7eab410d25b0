//! Addresses: what a revision leaves of them, and the pages of clauses, plans and documents that are called otherwise now.

use super::super::sample::Locks;
use super::*;
use crate::address::{SITE_LOCK, read_list, settle};
use crate::diagnostic::SourceFile;
use crate::policy::{DocumentId, Plan};

const TITLE: &str = "令和8年度見本部の運営方針";

const FIRST: &str = "この方針は「見本市ビジョン」による。\n\n## 1 目的\n\n(1) 市民の安全を守ること。\n\n\
    (2) 市の強{靱|じん}な基盤をつくり、魅力を広く伝えること。\n\n(3) 行政を効率よく進めること[^a]。\n\n\
    ## 2 手段\n\n| 番号 | 施策 |\n|---|---|\n| 6-1 | 施設を統合する |\n\n別紙\n\n- 甲を定める。\n\n[^a]: 効率とは、費用に対する効果をいう。\n";

/// A clause comes in before the first, the second goes, the section of means goes to the end of a longer text.
const SECOND: &str = "この方針は「見本市ビジョン」による。\n\n## 1 目的\n\n(1) こどもの声を聴き、まちづくりに生かすこと。\n\n\
    (2) 市民の安全を守ること。\n\n(3) 行政を効率よく進めること[^a]。\n\n\
    ## 2 手段\n\n| 番号 | 施策 |\n|---|---|\n| 6-1 | 施設を統合する |\n\n別紙\n\n- 甲を定める。\n\n[^a]: 効率とは、費用に対する効果をいう。\n";

pub(super) fn plan() -> Plan {
    let source = crate::diagnostic::SourceFile::new("content/plans.yaml", "");
    Plan {
        source,
        id: Located::new("vision".to_owned(), 0..0),
        name: "見本市ビジョン".to_owned(),
        aliases: vec![Located::new("市ビジョン".to_owned(), 0..0)],
        period: Some("令和7年度から".to_owned()),
        from: None,
        until: None,
        successors: Vec::new(),
        url: Some("https://www.city.example.jp/vision/".to_owned()),
        owner: None,
        status: None,
        note: None,
    }
}

fn version(text: &str, locks: &mut Locks, change: impl FnOnce(Sample) -> Sample) -> Sample {
    let mut sample = Sample::new()
        .with("r8/a", 2026, text)
        .meta("r8/a", |meta| {
            TITLE.clone_into(&mut meta.title.value);
            meta.issued = day(2026, 4, 1);
            meta.issuer = Some(Issuer { post: Some("見本部長".into()), name: None, as_printed: None });
        })
        .with("r8/b", 2026, "「令和8年度見本部の運営方針」1(3)に従う。\n");
    sample.sources.plans.push(plan());
    change(sample).addressed(locks)
}

fn first(locks: &mut Locks) -> Sample {
    version(FIRST, locks, |sample| sample)
}

fn second(locks: &mut Locks) -> Sample {
    version(SECOND, locks, |sample| sample.meta("r8/a", |meta| meta.revised = day(2026, 7, 1)))
}

/// The site after one revision.
fn revised() -> Artifacts {
    let mut locks = Locks::new();
    first(&mut locks);
    let (artifacts, found) = site(second(&mut locks));
    assert_eq!(found, [""; 0]);
    artifacts
}

fn main_of(page: &str) -> &str {
    &page[page.find("<main").unwrap()..page.find("</main>").unwrap()]
}

/// The permanent id of the place of a document whose text contains `text`.
fn id_of(artifacts: &Artifacts, text: &str) -> String {
    let clauses = artifacts.iter().filter(|(path, _)| path.starts_with("c/"));
    let found = clauses.filter(|(path, _)| main_of(&super::text(artifacts, path)).contains(text));
    // The page of a clause is shorter than those of what it belongs to.
    let (path, _) = found.min_by_key(|(_, bytes)| bytes.len()).unwrap();
    path.trim_start_matches("c/").trim_end_matches("/index.html").to_owned()
}

#[test]
fn the_page_of_a_clause() {
    let mut locks = Locks::new();
    let (artifacts, _) = site(first(&mut locks));
    let id = id_of(&artifacts, "強<ruby>");
    insta::assert_snapshot!(text(&artifacts, &format!("c/{id}/index.html")));
}

#[test]
fn the_page_of_a_clause_that_is_gone() {
    let artifacts = revised();
    let id = id_of(&artifacts, "魅力を広く伝えること");
    insta::assert_snapshot!(text(&artifacts, &format!("c/{id}/index.html")));
}

#[test]
fn the_document_after_a_revision() {
    insta::assert_snapshot!(main_of(&text(&revised(), "r8/a/index.html")));
}

#[test]
fn the_page_of_a_plan() {
    insta::assert_snapshot!(main_of(&text(&revised(), "plans/vision/index.html")));
}

#[test]
fn everything_with_an_address_has_a_page_and_every_page_is_of_something() {
    let artifacts = revised();
    let titles: BTreeSet<String> = pages(&artifacts)
        .into_iter()
        .filter(|(path, _)| path.starts_with("c/"))
        .map(|(_, page)| page.select(&Selector::parse("h1").unwrap()).next().unwrap().text().collect())
        .collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    assert_eq!(
        titles,
        [
            "「令和8年度見本部の運営方針」1",
            "「令和8年度見本部の運営方針」1(1)",
            "「令和8年度見本部の運営方針」1(2)",
            "「令和8年度見本部の運営方針」1(3)",
            "「令和8年度見本部の運営方針」2",
            "「令和8年度見本部の運営方針」2表1",
            "「令和8年度見本部の運営方針」2表1の1行目",
            "「令和8年度見本部の運営方針」別紙",
            "「令和8年度見本部の運営方針」別紙（1項目め）",
            "「令和8年度見本部の運営方針」前文第1段落",
            "「見本」第1段落",
        ]
    );
}

#[test]
fn after_a_revision_every_link_arrives_and_every_id_is_a_name() {
    let artifacts = revised();
    assert_ids(&artifacts);
    let followed = assert_links_arrive(&artifacts);
    assert!(followed > 200, "{followed}");
}

#[test]
fn every_address_of_the_first_version_is_on_the_page_of_the_second() {
    let mut locks = Locks::new();
    let (before, _) = site(first(&mut locks));
    let (after, _) = site(second(&mut locks));
    let ids = |artifacts: &Artifacts| values(&Html::parse_document(&text(artifacts, "r8/a/index.html")), "id");
    let (old, new) = (ids(&before), ids(&after));
    let lost: Vec<&String> = old.iter().filter(|id| !new.contains(id)).collect();
    assert_eq!(lost, [""; 0]);
    for (path, _) in before.iter().filter(|(path, _)| path.starts_with("c/")) {
        assert!(after.get(path).is_some(), "{path}");
    }
}

#[test]
fn no_reading_is_copied() {
    let mut locks = Locks::new();
    let (artifacts, _) = site(first(&mut locks));
    for (path, page) in pages(&artifacts) {
        for copied in page.select(&Selector::parse(".copy dd").unwrap()) {
            let copied: String = copied.text().collect();
            assert!(!copied.contains("じん") && !copied.contains('#') || copied.contains("/#"), "{path}: {copied}");
        }
    }
    let of_section = text(&artifacts, &format!("c/{}/index.html", id_of(&artifacts, "強<ruby>")));
    assert!(of_section.contains("(2) 市の強靱な基盤をつくり、魅力を広く伝えること。\n出典："), "{of_section}");
}

#[test]
fn withheld_documents_have_no_pages_of_clauses() {
    let mut locks = Locks::new();
    let sample = version(FIRST, &mut locks, |sample| sample.meta("r8/a", |meta| meta.status = Status::Draft));
    let (artifacts, _) = site(sample);
    let clauses = artifacts.iter().filter(|(path, _)| path.starts_with("c/")).count();
    assert_eq!(clauses, 1, "the one of r8/b");
    for (path, bytes) in artifacts.iter() {
        assert!(!String::from_utf8_lossy(&bytes).contains("市民の安全"), "{path}");
    }
}

#[test]
fn a_document_of_another_name_is_found_under_its_old_one() {
    let mut locks = Locks::new();
    first(&mut locks);
    let alias = |sample: Sample| {
        sample.meta("r8/a", |meta| {
            meta.revised = day(2026, 7, 1);
            meta.aliases = vec![Located::new(DocumentId("r8/mukashi".to_owned()), 0..0)];
        })
    };
    let (artifacts, found) = site(version(SECOND, &mut locks, alias));
    assert_eq!(found, [""; 0]);
    assert_ids(&artifacts);
    assert_links_arrive(&artifacts);
    assert_eq!(text(&artifacts, "redirects.json"), "{\n  \"/houshin/r8/mukashi/\": \"/houshin/r8/a/\"\n}\n");
    assert_eq!(text(&artifacts, "_redirects"), "/houshin/r8/mukashi/ /houshin/r8/a/ 301\n");
    let page = text(&artifacts, "r8/mukashi/index.html");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://www.city.example.jp/houshin/r8/a/\">"), "{page}");
    insta::assert_snapshot!(main_of(&page));
    // Every fragment of the document leads on from the old page.
    let ids = |path: &str| values(&Html::parse_document(&text(&artifacts, path)), "id");
    let (old, new) = (ids("r8/mukashi/index.html"), ids("r8/a/index.html"));
    let of_the_page = ["main", "toc", "notes", "gone", "mentions", "fn1", "fnref1-1"];
    let lost: Vec<&String> = new.iter().filter(|id| !old.contains(id) && !of_the_page.contains(&id.as_str())).collect();
    assert_eq!(lost, [""; 0]);
}

#[test]
fn a_document_that_was_taken_down_says_so_at_every_address() {
    let mut locks = Locks::new();
    let (before, _) = site(first(&mut locks));
    let record = locks.get_mut(SITE_LOCK).unwrap();
    let list = read_list(&SourceFile::new(SITE_LOCK, record.as_str())).unwrap();
    let on = Some(jiff::civil::date(2026, 7, 1));
    *record = settle::retire_document(&list, &DocumentId("r8/a".into()), on, Some("組織を改めたため")).to_text();
    let (after, found) = site(Sample::new().with("r8/b", 2026, "本文。\n").addressed(&mut locks));
    assert_eq!(found, [""; 0]);
    assert_ids(&after);
    assert_links_arrive(&after);
    insta::assert_snapshot!(main_of(&text(&after, "r8/a/index.html")));
    for (path, _) in before.iter().filter(|(path, _)| path.starts_with("c/")) {
        assert!(after.get(path).is_some(), "{path}");
    }
}
