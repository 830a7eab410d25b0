use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::sample::{Sample, day};
use super::*;
use crate::diagnostic::{Lang, Located};
use crate::policy::{Contact, Issuer, Status, Upper};

const RICH: &str = "方針を定める[^a]。[次の1](#s1)、[別](../r7/b.md#s1-1)、[計画](keikaku.pdf)、![図](zu.png)\n\n\
    ## 1 目的\n\n(1) 一つ。\n\n(2) 二つ。\n\n| a | b |\n|---|---|\n| 一 | 二 |\n\n別紙\n\n- 甲\n\n[^a]: 注。\n";

fn theme(overrides: &[(&str, &str)]) -> Theme {
    let files = overrides.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let (theme, found) = Theme::load("default", &files);
    assert!(found.is_empty(), "{found:?}");
    theme.unwrap()
}

/// The files of a site with the default theme, and the findings as `code place`.
fn site(sample: Sample) -> (Artifacts, Vec<String>) {
    let corpus = sample.corpus();
    let assets = corpus.assets.iter().map(|path| (path.clone(), path.as_bytes().to_vec())).collect();
    let (artifacts, found) = render(&corpus, &theme(&[]), &assets);
    (artifacts, found.iter().map(|one| format!("{} {}", one.code.id, place(one))).collect())
}

fn place(found: &Diagnostic) -> String {
    use crate::diagnostic::Place;
    match &found.place {
        Place::Span(span) => format!("{}:{}:{}", span.file.path, span.start().line, span.start().column),
        Place::File(path) => path.clone(),
        Place::Site => "-".to_owned(),
    }
}

fn rich() -> Sample {
    Sample::new()
        .with("r8/a", 2026, RICH)
        .with("r7/b", 2025, "## 1 別\n\n(1) 項目\n")
        .asset("r8/zu.png")
        .asset("r8/keikaku.pdf")
        .asset("r8/tsukawanai.png")
}

fn text<'a>(artifacts: &'a Artifacts, path: &str) -> &'a str {
    std::str::from_utf8(artifacts.get(path).unwrap()).unwrap()
}

fn pages(artifacts: &Artifacts) -> Vec<(String, Html)> {
    artifacts
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, _)| (path.to_owned(), Html::parse_document(text(artifacts, path))))
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
            "assets/icon.svg",
            "assets/style.css",
            "feed.xml",
            "index.html",
            "r7/b/index.html",
            "r7/index.html",
            "r8/a/index.html",
            "r8/index.html",
            "r8/keikaku.pdf",
            "r8/zu.png",
            "robots.txt",
            "sitemap.xml",
        ]
    );
    assert_eq!(artifacts.get("r8/zu.png").unwrap(), b"r8/zu.png");
}

#[test]
fn every_link_within_the_site_arrives() {
    let (artifacts, _) = site(rich());
    let ids: BTreeMap<String, BTreeSet<String>> =
        pages(&artifacts).iter().map(|(path, page)| (path.clone(), values(page, "id").into_iter().collect())).collect();
    let mut followed = 0;
    for (path, page) in pages(&artifacts) {
        for href in values(&page, "href").into_iter().chain(values(&page, "src")) {
            if href.starts_with("https://www.city.example.jp/houshin/") {
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
    assert!(followed > 60, "{followed}");
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
    let (artifacts, _) = site(rich());
    for (path, page) in pages(&artifacts) {
        let ids = values(&page, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{path}: {ids:?}");
    }
}

#[test]
fn no_page_runs_or_loads_anything() {
    let (artifacts, _) = site(rich());
    for (path, page) in pages(&artifacts) {
        for forbidden in ["script", "style", "iframe", "object", "embed", "[style]", "base"] {
            assert_eq!(page.select(&Selector::parse(forbidden).unwrap()).count(), 0, "{path}: {forbidden}");
        }
        for source in values(&page, "src") {
            assert!(!source.contains("//"), "{path}: {source}");
        }
    }
}

#[test]
fn nothing_in_any_field_becomes_markup() {
    let evil = "\"><script>alert(1)</script><a onclick='x'>&{{ 7 }}";
    let mut sample = Sample::new().with("r8/a", 2026, evil).with("r8/b", 2026, "").meta("r8/a", |meta| {
        meta.title.value = evil.to_owned();
        meta.kind.value = evil.to_owned();
        meta.summary = Some(evil.to_owned());
        meta.license = Some(evil.to_owned());
        meta.language = evil.to_owned();
        meta.issuer = Some(Issuer { post: Some(evil.to_owned()), name: Some(evil.to_owned()), as_printed: None });
        meta.upper = vec![Located::new(Upper::Title(evil.to_owned()), 0..0)];
        let (name, evil) = (evil.to_owned(), Some(evil.to_owned()));
        meta.contact = Some(Contact { name, phone: evil.clone(), mail: evil.clone(), url: evil });
    });
    let site_fields = &mut sample.sources.site;
    for field in [&mut site_fields.title, &mut site_fields.city, &mut site_fields.description, &mut site_fields.notice]
    {
        evil.clone_into(field);
    }
    let (artifacts, _) = site(sample);
    for (path, page) in pages(&artifacts) {
        assert_eq!(page.select(&Selector::parse("script, [onclick]").unwrap()).count(), 0, "{path}");
    }
    assert!(text(&artifacts, "r8/a/index.html").contains("{{ 7 }}"));
    for xml in ["feed.xml", "sitemap.xml"] {
        assert!(!text(&artifacts, xml).contains("<script"), "{xml}");
    }
}

#[test]
fn a_contact_with_a_dangerous_address_is_no_link() {
    let contact = Contact { name: "課".to_owned(), url: Some("javascript:alert(1)".to_owned()), ..Contact::default() };
    let (artifacts, _) = site(rich().meta("r8/a", |meta| meta.contact = Some(contact)));
    let page = text(&artifacts, "r8/a/index.html");
    assert!(page.contains("<li>課</li>") && !page.contains("javascript"), "{page}");
}

#[test]
fn withheld_documents_leave_nothing() {
    let sample = rich()
        .with("r9/himitsu", 2027, "秘密の本文")
        .meta("r9/himitsu", |meta| {
            meta.status = Status::Draft;
            "秘密の題名".clone_into(&mut meta.title.value);
        })
        .with("r8/c", 2026, "[次](../r9/himitsu.md)を見る。")
        .meta("r8/c", |meta| {
            meta.upper = vec![Located::new(Upper::Document(crate::policy::DocumentId("r9/himitsu".into())), 0..0)]
        });
    let (artifacts, _) = site(sample);
    for (path, bytes) in artifacts.iter() {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["himitsu", "秘密", "r9", "令和9年度", "上位文書"] {
            assert!(!path.contains(secret) && !text.contains(secret), "{secret} in {path}");
        }
    }
}

#[test]
fn the_page_for_lost_readers_works_at_any_depth() {
    let (artifacts, _) = site(rich());
    let page = Html::parse_document(text(&artifacts, "404.html"));
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
            "/houshin/feed.xml",
        ]
    );
    assert!(text(&artifacts, "404.html").contains("noindex"));
}

#[test]
fn a_document_shows_what_is_known_about_it() {
    let sample = rich().meta("r8/a", |meta| {
        meta.issued = day(2026, 4, 1);
        meta.revised = day(2026, 7, 1);
        meta.issuer =
            Some(Issuer { post: Some("見本部長".into()), name: Some("見本太郎".into()), as_printed: None });
        meta.license = Some("CC BY 4.0".into());
        meta.upper = vec![
            Located::new(Upper::Document(crate::policy::DocumentId("r7/b".into())), 0..0),
            Located::new(Upper::Title("市の総合計画".into()), 0..0),
        ];
    });
    let (artifacts, _) = site(sample);
    let page = text(&artifacts, "r8/a/index.html");
    let facts = &page[page.find("<dl>").unwrap()..page.find("</dl>").unwrap()];
    assert_eq!(
        facts,
        "<dl>\n\
         <div><dt>種類</dt>\n<dd>部の運営方針</dd></div>\n\
         <div><dt>年度</dt>\n<dd><a href=\"../index.html\">令和8年度（2026年度）</a></dd></div>\n\
         <div><dt>発信者</dt>\n<dd>見本部長 見本太郎</dd></div>\n\
         <div><dt>制定日</dt>\n<dd><time datetime=\"2026-04-01\">令和8年（2026年）4月1日</time></dd></div>\n\
         <div><dt>改定日</dt>\n<dd><time datetime=\"2026-07-01\">令和8年（2026年）7月1日</time></dd></div>\n\
         <div><dt>上位文書</dt>\n<dd><a href=\"../../r7/b/index.html\">見本</a></dd>\n<dd>市の総合計画</dd></div>\n\
         <div><dt>ライセンス</dt>\n<dd>CC BY 4.0</dd></div>\n"
    );
}

#[test]
fn the_letterhead_is_shown_once_as_printed() {
    let letter = "令和８年４月１日\n\n# 見本\n\n見本部長 見本太郎\n\n本文。\n";
    let (artifacts, _) = site(Sample::new().with("r8/a", 2026, letter));
    let page = text(&artifacts, "r8/a/index.html");
    let head = &page[page.find("<div class=\"letterhead\">").unwrap()..page.find("<div class=\"about\">").unwrap()];
    assert_eq!(
        head,
        "<div class=\"letterhead\">\n<p class=\"kind\">部の運営方針</p>\n\
         <p class=\"date\"><time datetime=\"2026-04-01\">令和８年４月１日</time></p>\n\
         <h1>見本</h1>\n<p class=\"issuer\">見本部長 見本太郎</p>\n</div>\n"
    );
    assert_eq!(page.matches("見本部長").count(), 1);
}

#[test]
fn contents_list_headings_in_base_text() {
    let markdown = "## 1 強{靱|じん}な\n\n### (1) 節\n\n文。\n\n## 2 次[^a]\n\n文。\n\n[^a]: 注。\n";
    let (artifacts, _) = site(Sample::new().with("r8/a", 2026, markdown));
    let page = text(&artifacts, "r8/a/index.html");
    let toc = &page[page.find("目次</h2>").unwrap()..page.find("</nav>\n</div>\n<div class=\"text\">").unwrap()];
    assert_eq!(
        toc,
        "目次</h2>\n<ul>\n\
         <li><a href=\"#s1\"><span class=\"n\">1</span> 強靱な</a>\n\
         <ul>\n<li><a href=\"#s1-1\"><span class=\"n\">(1)</span> 節</a></li>\n</ul>\n</li>\n\
         <li><a href=\"#s2\"><span class=\"n\">2</span> 次</a></li>\n\
         <li><a href=\"#notes\">注</a></li>\n</ul>\n"
    );
}

#[test]
fn a_superseded_document_says_so() {
    let (artifacts, _) = site(rich().meta("r7/b", |meta| meta.status = Status::Superseded));
    assert!(text(&artifacts, "r7/b/index.html").contains("この文書は、後の文書によって改められています。"));
    assert!(text(&artifacts, "index.html").contains("<span class=\"old\">改められた文書</span>"));
    assert!(!text(&artifacts, "r8/a/index.html").contains("改められています"));
}

#[test]
fn home_lists_the_newest_year_first_and_kinds_in_the_sites_order() {
    let sample = rich()
        .with("r8/0", 2026, "")
        .with("r8/z", 2026, "")
        .meta("r8/0", |meta| "独自の種類".clone_into(&mut meta.kind.value))
        .meta("r8/z", |meta| "施政方針".clone_into(&mut meta.kind.value));
    let (artifacts, _) = site(sample);
    let home = Html::parse_document(text(&artifacts, "index.html"));
    let links: Vec<String> = home
        .select(&Selector::parse("main a").unwrap())
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
fn what_wants_the_same_place_is_reported() {
    for (sample, expected) in [
        (rich().with("r8", 2026, ""), "path-clash content/r8.md"),
        (rich().with("r8/A", 2026, ""), "path-clash content/r8/a.md"),
        (
            Sample::new().with("r8/a", 2026, "[様式](/assets/style.css)").asset("assets/style.css"),
            "path-clash content/assets/style.css",
        ),
    ] {
        let (_, found) = site(sample);
        assert_eq!(found, [expected]);
    }
}

#[test]
fn an_id_the_page_needs_is_reported_at_its_place() {
    let (_, found) = site(Sample::new().with("r8/a", 2026, "## 1 目的 {#main}\n\n文。\n"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("reserved-id content/r8/a.md:1:"), "{found:?}");
}

#[test]
fn a_mistake_in_a_template_is_reported_once_with_its_place_and_a_page() {
    let template = "{% extends \"base.html\" %}\n{% block main %}日本語{{ document.titel }}{% endblock main %}";
    let (artifacts, found) =
        render(&rich().corpus(), &theme(&[("templates/document.html", template)]), &BTreeMap::new());
    let lines: Vec<String> =
        found.iter().map(|one| format!("{} {} {}", one.code.id, place(one), one.text.get(Lang::En))).collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].starts_with(
            "template-render themes/default/templates/document.html:2:32 the template failed while making the page \
             \"r7/b/index.html\": Field `titel` is not defined."
        ),
        "{lines:?}"
    );
    assert!(artifacts.get("r7/b/index.html").is_none());
}

#[test]
fn an_undefined_variable_in_the_base_names_the_base() {
    let base = String::from_utf8(include_bytes!("../../themes/default/templates/base.html").to_vec()).unwrap();
    let base = base.replace("{{ site.city }}", "{{ city }}");
    let (_, found) = render(&Sample::new().corpus(), &theme(&[("templates/base.html", &base)]), &BTreeMap::new());
    let line = base.lines().position(|line| line.contains("{{ city }}")).unwrap() + 1;
    let places: Vec<String> = found.iter().map(place).collect();
    assert_eq!(places, [format!("themes/default/templates/base.html:{line}:20")]);
}

#[test]
fn the_feed_takes_its_dates_from_the_documents() {
    let sample = rich()
        .meta("r8/a", |meta| {
            meta.issued = day(2026, 4, 1);
            meta.revised = day(2026, 7, 1);
            "A&B".clone_into(&mut meta.title.value);
            meta.summary = Some("方針を定める。".to_owned());
            meta.issuer = Some(Issuer { post: Some("部長".into()), name: None, as_printed: None });
        })
        .meta("r7/b", |meta| meta.summary = Some("別の方針を定める。".to_owned()));
    let (artifacts, _) = site(sample);
    insta::assert_snapshot!(text(&artifacts, "feed.xml").replace("><", ">\n<"));
}

#[test]
fn the_id_of_an_entry_does_not_depend_on_where_the_site_stands() {
    let ids = |base_url: &str| {
        let mut sample = rich();
        base_url.clone_into(&mut sample.sources.site.base_url);
        let (artifacts, _) = site(sample);
        let feed = text(&artifacts, "feed.xml").to_owned();
        feed.split("<id>").skip(1).map(|rest| rest[..rest.find('<').unwrap()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids("https://a.example/"), ids("https://b.example/x/"));
    assert_eq!(ids("https://a.example/").into_iter().collect::<BTreeSet<_>>().len(), 3);
}

#[test]
fn search_engines_are_told_the_addresses_people_cite() {
    let (artifacts, _) = site(rich().meta("r8/a", |meta| meta.issued = day(2026, 4, 1)));
    assert_eq!(
        text(&artifacts, "sitemap.xml"),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
         <url><loc>https://www.city.example.jp/houshin/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r8/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r7/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r7/b/</loc></url>\
         <url><loc>https://www.city.example.jp/houshin/r8/a/</loc><lastmod>2026-04-01</lastmod></url>\
         </urlset>\n"
    );
    assert_eq!(
        text(&artifacts, "robots.txt"),
        "User-agent: *\nAllow: /\n\nSitemap: https://www.city.example.jp/houshin/sitemap.xml\n"
    );
    assert!(
        text(&artifacts, "r8/a/index.html")
            .contains("<link rel=\"canonical\" href=\"https://www.city.example.jp/houshin/r8/a/\">")
    );
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

#[test]
fn a_page_of_a_document() {
    let letter = "令和8年4月1日\n\n# 見本\n\n見本部長 見本太郎\n\n下記のとおり定める。\n\n記\n\n## 1 目的\n\n・強{靱|じん}な。\n\n## 2 手段\n\n(1) 一つ。\n\n以上\n";
    let (artifacts, _) = site(Sample::new().with("r8/a", 2026, letter).meta("r8/a", |meta| {
        meta.issued = day(2026, 4, 1);
        let (name, phone) = ("見本課".to_owned(), Some("０４２－０００－００００（内線１）".to_owned()));
        meta.contact = Some(Contact { name, phone, mail: Some("a@city.example.jp".to_owned()), url: None });
    }));
    insta::assert_snapshot!(text(&artifacts, "r8/a/index.html"));
}

/// The site of this repository.
fn real() -> Artifacts {
    let (tree, found) = crate::source::read_tree(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(!found.has_errors(), "{found:?}");
    let (sources, found) = crate::source::parse(&tree);
    assert!(!found.has_errors(), "{found:?}");
    let sources = sources.unwrap();
    let bodies = sources
        .documents
        .iter()
        .map(|(id, document)| {
            let issuer = document.meta.issuer.as_ref().and_then(|issuer| issuer.as_printed.as_ref());
            let hints = crate::markdown::LetterheadHints {
                title: &document.meta.title.value,
                issuer: issuer.map(|line| line.value.as_str()),
            };
            let (body, _) = crate::markdown::parse(&document.source, document.body_start, &hints);
            (id.clone(), crate::address::assign_positions(body))
        })
        .collect();
    let corpus = crate::corpus::link(sources, bodies, jiff::Timestamp::from_second(1_800_000_000).unwrap());
    let (artifacts, found) = render(&corpus, &theme(&[]), &BTreeMap::new());
    assert!(found.is_empty(), "{found:?}");
    artifacts
}

#[test]
fn the_two_real_documents_are_light_and_every_clause_has_an_address() {
    let artifacts = real();
    for (path, sections, items) in [("r7/shisei-unei/index.html", 5, 21), ("r8/seisaku-keiei/index.html", 8, 21)] {
        let html = text(&artifacts, path);
        assert!(html.len() <= 30_000, "{path}: {} bytes", html.len());
        let page = Html::parse_document(html);
        let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!(count(".text section[id]"), sections, "{path}");
        assert_eq!(count(".text .items > li[id]"), items, "{path}");
        let names = values(&page, "aria-label");
        let unique: BTreeSet<&String> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "{path}: {names:?}");
    }
}
