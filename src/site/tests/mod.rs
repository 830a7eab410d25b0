//! The site as a whole.

mod about;
mod addresses;
mod contract;
mod documents;
mod feeds;
mod findings;
mod safety;
mod wings;

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::sample::{Sample, day};
use super::*;
use crate::diagnostic::{Lang, Located};
use crate::policy::{Contact, Issuer, Metadata, Status, Upper};

const RICH: &str = "方針を定める[^a]。[次の1](#s1)、[別](../r7/b.md#s1-1)、[計画](keikaku.pdf)、![図](zu.png)\n\n\
    ## 1 目的\n\n(1) 一つ。\n\n(2) 二つ。\n\n| a | b |\n|---|---|\n| 一 | 二 |\n\n別紙\n\n- 甲\n\n[^a]: 注。\n";

fn theme(overrides: &[(&str, &str)]) -> Theme {
    let files = overrides.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    let (theme, found) = Theme::load("default", &files);
    assert!(found.is_empty(), "{found:?}");
    theme.unwrap()
}

/// The files of a site with the default theme, and the findings as `code place`.
fn site(sample: Sample) -> (Artifacts, Vec<String>) {
    let corpus = sample.corpus();
    let assets = corpus.assets.iter().map(|path| (path.clone(), path.as_bytes().into())).collect();
    let (artifacts, found) = render(&corpus, &theme(&[]), &assets);
    (artifacts, found.iter().map(|one| format!("{} {}", one.code.id, one.place.shown())).collect())
}

fn rich() -> Sample {
    Sample::new()
        .with("r8/a", 2026, RICH)
        .with("r7/b", 2025, "## 1 別\n\n(1) 項目\n")
        .asset("r8/zu.png")
        .asset("r8/keikaku.pdf")
        .asset("r8/tsukawanai.png")
}

fn text(artifacts: &Artifacts, path: &str) -> String {
    String::from_utf8(artifacts.get(path).unwrap().into_owned()).unwrap()
}

fn pages(artifacts: &Artifacts) -> Vec<(String, Html)> {
    artifacts
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, _)| (path.to_owned(), Html::parse_document(&text(artifacts, path))))
        .collect()
}

fn values(page: &Html, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(&format!("[{attribute}]")).unwrap();
    page.select(&selector).filter_map(|element| element.attr(attribute)).map(str::to_owned).collect()
}

#[test]
fn a_site_is_its_pages_its_feed_and_the_files_its_documents_refer_to() {
    let (artifacts, found) = site(rich());
    assert_eq!(found, [""; 0]);
    let paths: Vec<&str> = artifacts.iter().map(|(path, _)| path).collect();
    assert_eq!(
        paths,
        [
            "404.html",
            "assets/chain.css",
            "assets/clause.css",
            "assets/copy.js",
            "assets/icon.svg",
            "assets/moved.js",
            "assets/objective.css",
            "assets/search.css",
            "assets/search.js",
            "assets/style.css",
            "data/clauses.csv",
            "data/clauses.json",
            "data/documents.json",
            "data/index.html",
            "data/objective-sdgs.csv",
            "data/objectives.csv",
            "data/organizations.csv",
            "data/plans.csv",
            "data/schema/clauses.csv.schema.json",
            "data/schema/clauses.json.schema.json",
            "data/schema/documents.json.schema.json",
            "data/schema/objective-sdgs.csv.schema.json",
            "data/schema/objectives.csv.schema.json",
            "data/schema/organizations.csv.schema.json",
            "data/schema/plans.csv.schema.json",
            "data/schema/trace.csv.schema.json",
            "data/trace.csv",
            "feed.xml",
            "index.html",
            "r7/b/index.html",
            "r7/index.html",
            "r8/a/index.html",
            "r8/index.html",
            "r8/keikaku.pdf",
            "r8/zu.png",
            "robots.txt",
            "search/g0.js",
            "search/index.html",
            "search/index.js",
            "search/r7/index.html",
            "search/r8/index.html",
            "search/t0.js",
            "sitemap.xml",
            "years/index.html",
        ]
    );
    assert_eq!(&*artifacts.get("r8/zu.png").unwrap(), b"r8/zu.png");
}

#[test]
fn every_link_within_the_site_arrives() {
    let followed = assert_links_arrive(&site(rich()).0);
    assert!(followed > 60, "{followed}");
}

/// Follows every link of every page; tells how many there were.
fn assert_links_arrive(artifacts: &Artifacts) -> usize {
    let ids: BTreeMap<String, BTreeSet<String>> =
        pages(artifacts).iter().map(|(path, page)| (path.clone(), values(page, "id").into_iter().collect())).collect();
    let mut followed = 0;
    for (path, page) in pages(artifacts) {
        for href in values(&page, "href").into_iter().chain(values(&page, "src")) {
            if href.starts_with("https://") || href.starts_with("mailto:") {
                continue;
            }
            let (file, fragment) = href.split_once('#').map_or((href.as_str(), None), |(file, id)| (file, Some(id)));
            let target = resolved(&path, file);
            assert!(artifacts.get(&target).is_some(), "{path} → {href} → {target}");
            if let Some(fragment) = fragment {
                assert!(ids[&target].contains(fragment), "{path} → {href}");
            }
            followed += 1;
        }
    }
    followed
}

/// Where a browser goes from a page, in paths of the output.
fn resolved(page: &str, href: &str) -> String {
    let base = format!("https://www.city.example.jp/houshin/{page}");
    let mut parts: Vec<&str> = base.split('/').collect();
    if let Some(rooted) = href.strip_prefix("/houshin/") {
        return link::file_of(rooted);
    }
    if href.is_empty() {
        return page.to_owned();
    }
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/").strip_prefix("https://www.city.example.jp/houshin/").unwrap().to_owned()
}

#[test]
fn ids_are_unique_on_every_page() {
    assert_ids(&site(rich()).0);
}

/// Every id of every page stands there once, and is what HTML, XML (an `NCName` of ASCII) and URLs take.
fn assert_ids(artifacts: &Artifacts) {
    let is_name_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    for (path, page) in pages(artifacts) {
        let ids = values(&page, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{path}: {ids:?}");
        for id in ids {
            assert!(id.starts_with(is_name_start) && id.chars().all(is_name), "{path}: {id}");
        }
    }
}

#[test]
fn the_page_for_lost_readers_works_at_any_depth() {
    let (artifacts, _) = site(rich());
    let page = Html::parse_document(&text(&artifacts, "404.html"));
    let rooted: Vec<String> = values(&page, "href").into_iter().filter(|href| !href.starts_with('#')).collect();
    assert_eq!(
        rooted,
        [
            "/houshin/assets/icon.svg",
            "/houshin/assets/style.css",
            "/houshin/feed.xml",
            "/houshin/",
            "/houshin/",
            "/houshin/",
            "/houshin/",
            "/houshin/years/",
            "/houshin/data/",
            "/houshin/feed.xml",
        ]
    );
    assert!(text(&artifacts, "404.html").contains("noindex"));
}

#[test]
fn home_lists_the_newest_year_first_and_kinds_in_the_sites_order() {
    let sample = rich()
        .with("r8/0", 2026, "")
        .with("r8/z", 2026, "")
        .meta("r8/0", |meta| "独自の種類".clone_into(&mut meta.kind.value))
        .meta("r8/z", |meta| "施政方針".clone_into(&mut meta.kind.value));
    let (artifacts, _) = site(sample);
    let home = Html::parse_document(&text(&artifacts, "index.html"));
    let links: Vec<String> = home
        .select(&Selector::parse("main .year a").unwrap())
        .filter_map(|link| link.attr("href"))
        .map(str::to_owned)
        .collect();
    let expected =
        ["r8/index.html", "r8/z/index.html", "r8/a/index.html", "r8/0/index.html", "r7/index.html", "r7/b/index.html"];
    assert_eq!(links, expected);
}

#[test]
fn a_site_without_documents_is_a_site() {
    let (artifacts, found) = site(Sample::new());
    assert_eq!(found, [""; 0]);
    assert!(artifacts.get("feed.xml").is_none());
    assert!(text(&artifacts, "index.html").contains("公開している文書は、まだありません。"));
    assert!(!text(&artifacts, "index.html").contains("feed.xml"));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let sample = || (1..40).fold(rich(), |sample, n| sample.with(&format!("r8/d{n}"), 2026, RICH));
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| site(sample()))
    };
    assert_eq!(with(1), with(8));
}
