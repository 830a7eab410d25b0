//! The pages about the site itself: accessibility and terms.

use super::*;
use crate::policy::{Accessibility, AccessibilityTest};

fn stated() -> Sample {
    let mut sample = rich();
    let test = |year| AccessibilityTest { year, stated: None, from: None, until: None, signed: Vec::new() };
    let tests = vec![test(2026), test(2025)];
    sample.sources.site.accessibility = Some(Accessibility { level: "AA".to_owned(), tests, ..Default::default() });
    sample
}

#[test]
fn accessibility_has_its_pages_where_the_site_speaks_of_it() {
    assert!(site(rich()).0.get("accessibility/index.html").is_none());
    let (artifacts, found) = site(stated());
    assert_eq!(found, [""; 0]);
    assert_links_arrive(&artifacts);
    assert_ids(&artifacts);
    for page in ["index.html", "r8/a/index.html", "r8/index.html"] {
        assert!(text(&artifacts, page).contains("accessibility/index.html"), "{page}");
    }
    let result = text(&artifacts, "accessibility/result-2026/index.html");
    assert_eq!(result.matches("<th scope=\"row\">").count(), 38 + 55);
    assert!(result.contains(
        "38項目のうち、自動で確認 6、構造上該当なし 11、人が確認 0（うち満たしていない 0）、人の確認が要る 21。"
    ));
    assert!(text(&artifacts, "sitemap.xml").contains("/accessibility/result-2026/"));
}

#[test]
fn every_page_is_listed_and_nothing_is_claimed() {
    let (artifacts, _) = site(stated());
    let report: serde_json::Value = serde_json::from_str(&text(&artifacts, "a11y-report.json")).unwrap();
    assert!(report["conformance"].is_null());
    let mut listed: Vec<&str> = report["pages"].as_array().unwrap().iter().map(|page| page.as_str().unwrap()).collect();
    listed.sort_unstable();
    let pages = artifacts.iter().map(|(path, _)| path).filter(|path| path.ends_with(".html"));
    let mut expected: Vec<String> =
        pages.map(|path| link::absolute("https://www.city.example.jp/houshin/", path)).collect();
    expected.sort_unstable();
    assert_eq!(listed, expected);
    let criteria = report["tests"][0]["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), 56);
    assert!(criteria.iter().all(|row| row["outcome"] != "passed"));
}

#[test]
fn a_theme_of_the_sites_own_leaves_nothing_to_the_machine() {
    let corpus = stated().corpus();
    let own = theme(&[("static/style.css", "body{}")]);
    let (artifacts, _) = render(&corpus, &own, &BTreeMap::new());
    let result = text(&artifacts, "accessibility/result-2026/index.html");
    assert!(result.contains(
        "38項目のうち、自動で確認 0、構造上該当なし 0、人が確認 0（うち満たしていない 0）、人の確認が要る 38。"
    ));
}

#[test]
fn a_document_leads_to_those_beside_it_and_to_its_kind_of_other_years() {
    let english = |meta: &mut crate::policy::Metadata| "en".clone_into(&mut meta.language);
    let sample = Sample::new()
        .with("r7/a", 2025, "")
        .with("r8/a", 2026, "")
        .with("r8/b", 2026, "")
        .meta("r8/b", english)
        .with("r8/c", 2026, "");
    let (artifacts, _) = site(sample);
    let links = |page: &str, css: &str| -> Vec<String> {
        let page = Html::parse_document(&text(&artifacts, page));
        let css = Selector::parse(css).unwrap();
        let links = page.select(&css).filter_map(|link| link.attr("href")).map(str::to_owned);
        links.collect()
    };
    for (page, beside, related) in [
        ("r8/a/index.html", &["../c/index.html"][..], &["../../r7/a/index.html"][..]),
        ("r8/b/index.html", &[], &[]),
        ("r8/c/index.html", &["../a/index.html"], &["../../r7/a/index.html"]),
        ("r7/a/index.html", &[], &["../../r8/a/index.html", "../../r8/c/index.html"]),
    ] {
        assert_eq!(links(page, ".beside a"), beside, "{page}");
        assert_eq!(links(page, "section:has(> #related) a"), related, "{page}");
    }
}

#[test]
fn the_search_page_speaks_the_language_of_the_site() {
    let japanese = site(rich()).0;
    let mut sample = rich();
    sample.sources.site.language = "en".to_owned();
    let english = site(sample).0;
    for (page, ja, en) in [
        ("search/index.html", "探す言葉", "Words to find"),
        ("search/index.html", "{n}件見つかりました。", "Found: {n}."),
        ("search/index.html", "令和8年度（2026年度）の索引", "Index of 2026"),
        ("search/r8/index.html", "令和8年度の索引", "Index of Fiscal year 2026"),
    ] {
        let of = |artifacts: &Artifacts, word: &str| {
            let mut pages = artifacts.iter().filter(|(path, _)| path.starts_with(page));
            pages.any(|(_, bytes)| std::str::from_utf8(&bytes).unwrap().contains(word))
        };
        assert!(of(&japanese, ja) && !of(&japanese, en), "{page}: {ja}");
        assert!(of(&english, en) && !of(&english, ja), "{page}: {en}");
    }
}

#[test]
fn the_index_of_a_year_with_very_many_clauses_is_in_parts() {
    let clause = "・市民の声を幅広く聴き、その内容を次の年度の計画に生かすこと。\n\n";
    let sample = ["r8/a", "r8/b", "r8/c", "r8/d"]
        .into_iter()
        .fold(Sample::new(), |sample, id| sample.with(id, 2026, &format!("## 1 広聴\n\n{}", clause.repeat(1_200))));
    let (artifacts, _) = site(sample);
    let parts: Vec<(&str, usize)> = artifacts
        .iter()
        .filter(|(path, _)| path.starts_with("search/r8/"))
        .map(|(path, bytes)| (path, std::str::from_utf8(&bytes).unwrap().matches("<h2><a").count()))
        .collect();
    assert_eq!(parts, [("search/r8/2.html", 2), ("search/r8/index.html", 2)]);
    assert!(
        artifacts.iter().filter(|(path, _)| path.starts_with("search/r8/")).all(|(_, bytes)| bytes.len() < 1_000_000)
    );
    let second = text(&artifacts, "search/r8/2.html");
    assert!(second.contains("<h1>令和8年度の索引 2ページ目</h1>"));
    assert!(second.contains(
        "<li><a href=\"index.html\">1ページ目</a></li>\n<li><span aria-current=\"page\">2ページ目</span></li>"
    ));
}
