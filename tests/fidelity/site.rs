//! The repository's own site as a whole: its ids, its links, its weight.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

use crate::kit::Site;

/// The files of the built site by path.
fn built() -> BTreeMap<String, Vec<u8>> {
    let site = Site::of_the_repository();
    let built = site.run("build --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    site.files("public")
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, Html)> {
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), Html::parse_document(std::str::from_utf8(bytes).unwrap())))
}

fn attributes(page: &Html, css: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(css).unwrap();
    page.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

/// The ids of what has a page of its own: `k7f3q` of `c/k7f3q/index.html`.
fn permanent(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<&str> {
    files.keys().filter_map(|path| path.strip_prefix("c/")?.strip_suffix("/index.html")).collect()
}

#[test]
fn ids_are_valid_and_unique_on_their_page_and_permanent_ids_on_the_site() {
    let files = built();
    let permanent = permanent(&files);
    assert_eq!(permanent.len(), 75, "clauses of both documents and of the example");
    let mut places: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (path, page) in pages(&files) {
        let ids = attributes(&page, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{path}: {ids:?}");
        for id in ids {
            let is_name = id.starts_with(|c: char| c.is_ascii_alphabetic())
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
            assert!(is_name, "{path}: {id}");
            places.entry(id).or_default().push(path);
        }
    }
    for id in permanent {
        assert_eq!(places.get(id).map(Vec::len), Some(1), "{id}: {:?}", places.get(id));
    }
}

#[test]
fn every_clause_offers_its_link_citation_quotation_and_markdown_as_text() {
    let files = built();
    for id in permanent(&files) {
        let page = Html::parse_document(std::str::from_utf8(&files[&format!("c/{id}/index.html")]).unwrap());
        let texts: Vec<String> =
            page.select(&Selector::parse(".copy dd").unwrap()).map(|copied| copied.text().collect()).collect();
        let [link, name, citation, quotation, markdown] = &texts[..] else { panic!("{id}: {texts:?}") };
        let title: String = page.select(&Selector::parse("h1").unwrap()).next().unwrap().text().collect();
        assert_eq!(*name, title);
        assert!(link.starts_with("https://") && link.ends_with(&format!(".{id}")), "{link}");
        assert!(
            citation.ends_with(link.as_str()) && quotation.ends_with(&format!("\n出典：{citation}")),
            "{quotation}"
        );
        assert!(markdown.starts_with("> ") && markdown.ends_with(&format!("[{name}]({link})")), "{markdown}");
        assert!(texts.iter().all(|text| !text.contains("じん")), "the reading of 強靱: {texts:?}");
    }
}

/// What is asked for when a page is opened: itself, style sheets, scripts, the icon.
fn requests(files: &BTreeMap<String, Vec<u8>>, page: &str) -> Vec<(String, usize)> {
    let html = Html::parse_document(std::str::from_utf8(&files[page]).unwrap());
    let hrefs = attributes(&html, "link[rel=stylesheet], link[rel=icon]", "href").into_iter();
    let all = hrefs.chain(attributes(&html, "[src]", "src"));
    let assets = all.map(|href| href.trim_start_matches("../").to_owned());
    std::iter::once(page.to_owned()).chain(assets).map(|path| (path.clone(), files[&path].len())).collect()
}

#[test]
fn pages_are_light() {
    let files = built();
    for (page, limit, most) in [
        ("r7/shisei-unei/index.html", 60_000, 4),
        ("r8/seisaku-keiei/index.html", 60_000, 4),
        ("c/gnc83/index.html", 24_000, 5),
        ("plans/index.html", 20_000, 4),
    ] {
        let requests = requests(&files, page);
        assert!(requests.len() <= most, "{requests:?}");
        let bytes: usize = requests.iter().map(|(_, size)| size).sum();
        assert!(bytes <= limit, "{bytes} bytes: {requests:?}");
        let css: usize = requests.iter().filter(|(path, _)| path.ends_with(".css")).map(|(_, size)| size).sum();
        assert!(css > 0 && css <= 12_000, "{page}: {css} bytes of style sheets");
    }
}
