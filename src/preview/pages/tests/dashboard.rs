//! The dashboard.

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};

use super::{PreviewSample, document, texts};
use crate::diagnostic::{Diagnostics, Lang, SourceFile, Span, catalogue};
use crate::preview::pages::{PageTemplates, PagesInput};

#[test]
fn the_dashboard_lists_the_status_of_each_document() {
    let sample = PreviewSample::new(
        &[
            ("r8/a.md", &document("status: published", "公開の方針", "本文")),
            ("r8/b.md", &document("status: draft\nreplaces: r8/a", "下書きの方針", "本文")),
            ("r8/c.md", &document("status: approved", "承認の方針", "本文")),
            ("r8/d.md", &document("status: published\npublish_at: 2026-04-02T09:00", "未来の方針", "本文")),
            ("r8/e.md", &document("status: superseded", "改められた方針", "本文")),
        ],
        &[],
    );
    let html = sample.page("_hoshin/index.html");
    assert_eq!(texts(&html, ".documents p.by"), ["引き継ぐ前の文書：r8/a"]);
    let rows: Vec<(String, String)> =
        texts(&html, ".documents b + code").into_iter().zip(texts(&html, ".documents .tag")).collect();
    let expected = [
        ("r8/a", "公開"),
        ("r8/b", "下書き"),
        ("r8/c", "承認済み（未公開）"),
        ("r8/d", "2026-04-02 09:00 に公開"),
        ("r8/e", "公開（改められた文書）"),
    ];
    assert_eq!(rows, expected.map(|(id, status)| (id.to_owned(), status.to_owned())));
    assert_eq!(texts(&html, "[aria-labelledby=coming] li"), ["2026-04-02 09:00 未来の方針 r8/d"]);
    assert_eq!(texts(&html, "[aria-labelledby=drafts] li code"), ["r8/b", "r8/c"]);
    // Only what the site has is linked.
    assert_eq!(texts(&html, "a[href='../r8/a/index.html']"), ["ページ"]);
    assert!(!html.contains("../r8/b/index.html"));
}

#[test]
fn a_finding_is_shown_with_its_place_excerpt_and_editor_link() {
    let text = "一行目\n<b>誤り</b>です";
    let file = SourceFile::new("content/r8/<a>.md", text);
    let start = text.find("誤り").unwrap();
    let mut sample = PreviewSample::new(&[], &[]);
    sample.found.push(catalogue::not_utf8().of_site());
    sample.found.push(catalogue::unknown_upper("r7/\"nai", Some("r7/ari")).at(Span::new(&file, start..start + 6)));
    let html = sample.page("_hoshin/index.html");
    assert_eq!(texts(&html, ".counts li"), ["エラー 2"]);
    assert_eq!(texts(&html, ".finding .where code"), ["content/r8/<a>.md:2:4"]);
    assert_eq!(texts(&html, ".excerpt"), ["<b>誤り</b>です"]);
    assert_eq!(texts(&html, ".excerpt mark"), ["誤り"]);
    assert!(html.contains("href=\"edit://%E5%B8%82/content/r8/%3Ca%3E.md:2\""), "{html}");
    assert!(!html.contains("<b>誤り"));
}

#[test]
fn thousands_of_findings_make_no_page_above_a_megabyte() {
    let file = SourceFile::new("content/r8/a.md", "誤り".repeat(1_000));
    let mut sample = PreviewSample::new(&[], &[]);
    for at in 0..5_000 {
        let finding = if at == 4_999 { catalogue::not_utf8() } else { catalogue::unknown_original("r8/nai", None) };
        sample.found.push(finding.at(Span::new(&file, 0..6_000)));
    }
    let html = sample.page("_hoshin/index.html");
    assert!(html.len() < 1_000_000, "{}", html.len());
    assert_eq!(texts(&html, ".finding").len(), 300);
    let more = "ここまでに載せきれない指摘が、ほかに4700件あります。hoshin check ですべて見られます。";
    assert_eq!(texts(&html, "[aria-labelledby=findings] > .lead")[1], more);
}

#[test]
fn a_site_that_cannot_be_read_has_a_dashboard_with_its_findings() {
    let mut found = Diagnostics::default();
    found.push(catalogue::site_missing().in_file("content/site.yaml"));
    let (locks, zone) = (BTreeMap::new(), TimeZone::UTC);
    let input = PagesInput {
        corpus: None,
        diagnostics: &found,
        locks: &locks,
        site: None,
        now: Timestamp::UNIX_EPOCH,
        zone: &zone,
        lang: Lang::En,
        editor: None,
    };
    let all = PageTemplates::new().unwrap().all(&input).unwrap();
    let paths: Vec<&str> = all.iter().map(|(path, _)| path).collect();
    assert_eq!(
        paths,
        [
            "_hoshin/addresses/index.html",
            "_hoshin/icon.svg",
            "_hoshin/index.html",
            "_hoshin/posts/index.html",
            "_hoshin/style.css"
        ]
    );
    let html = String::from_utf8(all.get("_hoshin/index.html").unwrap().to_vec()).unwrap();
    assert_eq!(texts(&html, ".where code"), ["content/site.yaml"]);
    assert_eq!(
        texts(&html, "[aria-labelledby=documents] p"),
        ["site.yaml cannot be read, so nothing is known of the documents yet."]
    );
}
