//! A document's page.

use super::*;

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
fn what_a_document_replaces_is_told_on_both_pages() {
    let replaces = |id: &str| Some(Located::new(crate::policy::DocumentId(id.into()), 0..0));
    let made = |change: fn(&mut Metadata)| {
        let sample = Sample::new().with("r7/b", 2025, "文。\n").with("r8/a", 2026, "文。\n");
        let sample = sample.meta("r8/a", |meta| {
            meta.title.value = "方針 <新>".into();
            meta.replaces = Some(Located::new(crate::policy::DocumentId("r7/b".into()), 0..0));
        });
        let (artifacts, _) = site(sample.meta("r8/a", change).meta("r7/b", |meta| meta.status = Status::Superseded));
        ["r8/a/index.html", "r7/b/index.html"].map(|page| {
            artifacts.get(page).map_or_else(String::new, |bytes| String::from_utf8_lossy(&bytes).into_owned())
        })
    };
    let [new, old] = made(|_| ());
    assert!(
        new.contains("<div><dt>置き換えた文書</dt>\n<dd><a href=\"../../r7/b/index.html\">見本</a></dd></div>"),
        "{new}"
    );
    let notice = "<p class=\"superseded\" data-nosnippet>この文書は「<a href=\"../../r8/a/index.html\">方針 &lt;新&gt;</a>」に置き換えられました。</p>";
    assert!(old.contains(notice) && !old.contains("後の文書によって"), "{old}");
    let [new, old] = made(|meta| meta.language = "en".into());
    assert!(
        new.contains(
            "<dt>Replaces</dt>\n<dd><a href=\"../../r7/b/index.html\" hreflang=\"ja\" lang=\"ja\">見本</a></dd>"
        ),
        "{new}"
    );
    assert!(
        old.contains("「<a href=\"../../r8/a/index.html\" hreflang=\"en\" lang=\"en\">方針 &lt;新&gt;</a>」に"),
        "{old}"
    );
    // Neither a draft nor an example has replaced anything, and no draft is named.
    for change in [|meta: &mut Metadata| meta.status = Status::Draft, |meta: &mut Metadata| meta.example = true] {
        assert!(made(change)[1].contains("後の文書によって"));
    }
    let sample = Sample::new().with("r7/b", 2025, "文。\n").with("r8/a", 2026, "文。\n");
    let sample = sample.meta("r8/a", |meta| meta.replaces = replaces("r7/b"));
    let (artifacts, _) = site(sample.meta("r7/b", |meta| meta.status = Status::Draft));
    assert!(!text(&artifacts, "r8/a/index.html").contains("置き換え"));
}

#[test]
fn the_letterhead_is_shown_once_as_printed() {
    let letter = "令和８年４月１日\n\n# 見本\n\n見本部長 見本太郎\n\n本文。\n";
    let (artifacts, _) = site(Sample::new().with("r8/a", 2026, letter));
    let page = text(&artifacts, "r8/a/index.html");
    let head = &page
        [page.find("<div class=\"letterhead\">").unwrap()..page.find("<div class=\"about\" data-nosnippet>").unwrap()];
    assert_eq!(
        head,
        "<div class=\"letterhead\">\n<p class=\"kind\" data-nosnippet>部の運営方針</p>\n\
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
fn a_page_of_a_document() {
    let letter = "令和8年4月1日\n\n# 見本\n\n見本部長 見本太郎\n\n下記のとおり定める。\n\n記\n\n## 1 目的\n\n・強{靱|じん}な。\n\n## 2 手段\n\n(1) 一つ。\n\n以上\n";
    let (artifacts, _) = site(Sample::new().with("r8/a", 2026, letter).meta("r8/a", |meta| {
        meta.issued = day(2026, 4, 1);
        let (name, phone) = ("見本課".to_owned(), Some("０４２－０００－００００（内線１）".to_owned()));
        meta.contact = Some(Contact { name, phone, mail: Some("a@city.example.jp".to_owned()), url: None });
    }));
    insta::assert_snapshot!(text(&artifacts, "r8/a/index.html"));
}

#[test]
fn versions_in_other_languages_link_to_each_other() {
    let sample = Sample::new()
        .with("r8/a", 2026, "本文。\n")
        .with("r8/a-en", 2026, "Text.\n")
        .with("r8/a-simple", 2026, "ほんぶん。\n")
        .meta("r8/a-en", |meta| {
            meta.language = "en".to_owned();
            meta.variant_of = Some(Located::new(crate::policy::DocumentId("r8/a".into()), 0..0));
        })
        .meta("r8/a-simple", |meta| {
            meta.language = "ja-simple".to_owned();
            meta.variant_of = Some(Located::new(crate::policy::DocumentId("r8/a".into()), 0..0));
        });
    let (artifacts, _) = site(sample);
    let link = |file: &str, tag: &str, name: &str| {
        format!("<dd><a href=\"../{file}/index.html\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a></dd>")
    };
    let simple = link("a-simple", "ja-simple", "やさしい日本語");
    for (page, expected) in [
        ("r8/a/index.html", [link("a-en", "en", "English"), simple.clone()]),
        ("r8/a-en/index.html", [link("a", "ja", "日本語"), simple]),
        ("r8/a-simple/index.html", [link("a", "ja", "日本語"), link("a-en", "en", "English")]),
    ] {
        let html = text(&artifacts, page);
        let name = if page == "r8/a-en/index.html" { "Other languages" } else { "他の言語" };
        let row = format!("<div><dt>{name}</dt>\n{}</div>\n", expected.join("\n"));
        assert!(html.contains(&row), "{page}: {html}");
    }
}

#[test]
fn a_page_speaks_the_language_of_its_document() {
    let sample = Sample::new()
        .with("r8/a", 2026, "本文。\n")
        .with("r8/a-en", 2026, "## 1 Aims\n\nText[^a].\n\n## 2 Means\n\nMore.\n\n[^a]: A note.\n")
        .meta("r8/a-en", |meta| {
            meta.language = "en".to_owned();
            meta.variant_of = Some(Located::new(crate::policy::DocumentId("r8/a".into()), 0..0));
            meta.issued = day(2026, 4, 1);
        });
    let (artifacts, _) = site(sample);
    let english = text(&artifacts, "r8/a-en/index.html");
    for expected in [
        "<html lang=\"en\">",
        "Skip to main content",
        "aria-label=\"Breadcrumbs\"",
        "<a href=\"../index.html\">Fiscal year 2026</a>",
        "<time datetime=\"2026-04-01\">1 April 2026</time>",
        "aria-label=\"Link to 1\"",
        "<sup><a href=\"#fn1\" id=\"fnref1-1\">note 1</a></sup>",
        "Back to note 1 in the text",
    ] {
        assert!(english.contains(expected), "{expected}: {english}");
    }
    let alternates = "<link rel=\"alternate\" hreflang=\"ja\" href=\"https://www.city.example.jp/houshin/r8/a/\">";
    for page in ["r8/a/index.html", "r8/a-en/index.html"] {
        assert!(text(&artifacts, page).contains(alternates), "{page}");
    }
    assert!(text(&artifacts, "r8/a/index.html").contains("<html lang=\"ja\">"));
    assert!(!text(&artifacts, "index.html").contains("hreflang"));
}
