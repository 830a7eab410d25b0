//! Pages of small sites, read back as a browser would.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};
use scraper::{Html, Selector};

use super::{Editor, Input, Press};
use crate::address;
use crate::corpus::{Corpus, testing};
use crate::diagnostic::{Diagnostics, Lang, SourceFile, Span, catalogue};
use crate::policy::DocumentId;

/// A site, and what the last publication has recorded of it.
struct Sample {
    corpus: Corpus,
    locks: BTreeMap<String, Arc<SourceFile>>,
    found: Diagnostics,
    site: Corpus,
}

const NOW: &str = "2026-04-01T00:00:00Z";

impl Sample {
    /// The files of today; `published` is what the documents were when they were last published.
    fn new(files: &[(&str, &str)], published: &[(&str, &str)]) -> Self {
        let mut locks = BTreeMap::new();
        for (path, text) in recorded(published) {
            let file = SourceFile::new(path.as_str(), text);
            locks.insert(path, file);
        }
        // What is served is older: only one of the documents is there.
        let served: Vec<(&str, &str)> = files.iter().filter(|(path, _)| path.starts_with("r8/a.")).copied().collect();
        Self { corpus: testing::site(files), locks, found: Diagnostics::default(), site: testing::site(&served) }
    }

    fn page(&self, file: &str) -> String {
        self.page_in(file, Lang::Ja)
    }

    fn page_in(&self, file: &str, lang: Lang) -> String {
        let editor = Editor::new("edit://{path}:{line}", "/市");
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let input = Input {
            corpus: Some(&self.corpus),
            diagnostics: &self.found,
            locks: &self.locks,
            site: Some(&self.site),
            now: NOW.parse::<Timestamp>().unwrap(),
            zone: &zone,
            lang,
            editor: Some(&editor),
        };
        let bytes = Press::new().unwrap().page(&input, file).unwrap();
        String::from_utf8(bytes.unwrap_or_else(|| panic!("no {file}"))).unwrap()
    }
}

/// The locks a publication of these files leaves.
fn recorded(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let corpus = testing::site(files);
    let (locks, unreadable) = (BTreeMap::new(), std::collections::BTreeSet::new());
    let context = address::Context {
        locks: &locks,
        unreadable: &unreadable,
        mode: address::Mode::Record,
        now: Timestamp::UNIX_EPOCH,
        published: &[],
    };
    let inputs = corpus.documents().map(|document| {
        let input = address::Input { meta: &document.meta, source: &document.source, body: document.body.clone() };
        (document.id.clone(), input)
    });
    let (assigned, _) = address::assign(&inputs.collect(), &context);
    assigned.changes.into_iter().collect()
}

/// The text of what a selector finds, its white space made single spaces.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let (html, selector) = (Html::parse_document(html), Selector::parse(selector).unwrap());
    let found = html.select(&selector).map(|one| {
        let text: String = one.text().collect();
        text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    });
    found.collect()
}

fn document(status: &str, title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nkind: 部の運営方針\nfiscal_year: R8\n{status}\n---\n\n{text}\n")
}

#[test]
fn the_dashboard_tells_what_is_public_and_what_is_not() {
    let sample = Sample::new(
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
fn a_finding_is_shown_with_its_place_its_words_and_how_to_mend_it() {
    let text = "一行目\n<b>誤り</b>です";
    let file = SourceFile::new("content/r8/<a>.md", text);
    let start = text.find("誤り").unwrap();
    let mut sample = Sample::new(&[], &[]);
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
    let mut sample = Sample::new(&[], &[]);
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
fn a_site_that_cannot_be_read_has_its_findings_all_the_same() {
    let mut found = Diagnostics::default();
    found.push(catalogue::site_missing().in_file("content/site.yaml"));
    let (locks, zone) = (BTreeMap::new(), TimeZone::UTC);
    let input = Input {
        corpus: None,
        diagnostics: &found,
        locks: &locks,
        site: None,
        now: Timestamp::UNIX_EPOCH,
        zone: &zone,
        lang: Lang::En,
        editor: None,
    };
    let all = Press::new().unwrap().all(&input).unwrap();
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

const POST: &str = "clauses:\n  s1-1:\n    sns:\n      x: 文\n      line: |\n        LINEのための文です。二十字を超えるように長く書きます。\n";

#[test]
fn posts_are_shown_as_they_will_look() {
    let text = "## 1 一\n\n(1) 市民の声を聴く。\n";
    let sample = Sample::new(&[("r8/a.md", &document("status: published", "方針", text)), ("r8/a.yaml", POST)], &[]);
    let html = sample.page("_hoshin/posts/r8/a/index.html");
    assert_eq!(texts(&html, ".clause h2"), ["「方針」1(1)"]);
    assert_eq!(texts(&html, ".original"), ["市民の声を聴く。"]);
    assert_eq!(texts(&html, ".mock h3").len(), 3);
    assert_eq!(texts(&html, ".line .glance")[0].chars().count(), 20);
    assert_eq!(texts(&html, ".line .cut")[0], "◀通知の20字まで");
    assert_eq!(texts(&html, ".x .glance"), Vec::<String>::new());
    assert_eq!(texts(&html, ".x .url"), ["https://hoshin.example/c/xxxxx/"]);
    assert!(texts(&html, ".x .length")[0].contains("／280、残り全角"), "{:?}", texts(&html, ".x .length"));
    assert_eq!(texts(&html, ".x dd .tag"), ["未決裁"]);
}

#[test]
fn long_documents_have_several_pages_of_posts_and_none_above_a_megabyte() {
    let clause = format!("{}。\n\n", "市民の声を聴き、暮らしを支える取組を進める".repeat(40));
    let text: String = (1..=150).map(|n| format!("## {n} 見出し\n\n{clause}")).collect();
    let sample = Sample::new(&[("r8/a.md", &document("status: published", "方針", &text))], &[]);
    let first = sample.page("_hoshin/posts/r8/a/index.html");
    let second = sample.page("_hoshin/posts/r8/a/page-2.html");
    assert!(first.len() < 1_000_000 && first.len() > 200_000, "{}", first.len());
    assert_ne!(texts(&first, ".clause h2")[0], texts(&second, ".clause h2")[0]);
    assert_eq!(texts(&first, ".beside a"), ["次のページ"]);
}

const BEFORE: &str = "## 1 一\n\n市民の声を聴き、市政に生かすため、地域ごとに市長と語る懇談会を開く。\n\n## 2 二\n\n公園を整備する。\n\n駅前の道路を広げて歩道を設ける。\n";
const AFTER: &str = "## 1 一\n\n市民の声を広く聴き、市政に生かすため、地域ごとに市長と語る懇談会を開いた。\n\n公園を整備する。\n\n## 2 二\n\n図書館の開館時間を延長し、夜間にも利用できるようにする。\n";

fn revised(after: &str) -> Sample {
    let before = document("status: published", "方針", BEFORE);
    let after = document("status: published", "方針", after);
    let other = "「方針」1第1段落のとおり。[[r8/a#s2-p2]]も参照。";
    let other = document("status: published", "別の方針", other);
    Sample::new(&[("r8/a.md", &after), ("r8/b.md", &other)], &[("r8/a.md", &before)])
}

#[test]
fn an_edit_is_shown_address_by_address() {
    let html = revised(AFTER).page("_hoshin/addresses/r8/a/index.html");
    let counts = texts(&html, ".counts li");
    assert_eq!(counts, ["なくなった 1項", "文が変わった 1項", "場所が変わった 1項", "新しい 1項", "変わらない 2項"]);
    assert_eq!(
        texts(&html, ".difference"),
        [
            "［削除：駅前の道路を広げて歩道を設ける。］",
            "市民の声を［追加：広く］聴き、市政に生かすため、地域ごとに市長と語る懇談会を［削除：開く］［追加：開いた］。",
            "公園を整備する。",
            "［追加：図書館の開館時間を延長し、夜間にも利用できるようにする。］",
        ]
    );
    assert_eq!(
        texts(&html, ".change h2 span[lang]"),
        ["以前の場所 2第2段落", "1第1段落", "2第1段落 から 1第2段落 へ", "2第1段落"]
    );
    assert_eq!(texts(&html, ".change .bullets li"), ["「別の方針」", "「別の方針」第1段落"]);
}

#[test]
fn every_change_names_the_command_that_settles_it() {
    let sample = revised(AFTER);
    let html = sample.page("_hoshin/addresses/r8/a/index.html");
    let file = &sample.locks["content/r8/a.lock"];
    let lock = address::read_lock(file).unwrap();
    let id = |text: &str| lock.live().find(|(_, entry)| entry.text.contains(text)).unwrap().0.to_owned();
    let (lost, reworded) = (id("駅前"), id("懇談会"));
    assert_eq!(
        texts(&html, ".choices code"),
        [
            format!("hoshin anchor retire {lost} --reason \"…\" --write"),
            format!("hoshin anchor same {lost} r8/a#s2-p1 --write"),
            format!("hoshin anchor retire {reworded} --successor s1-p1 --write"),
        ]
    );
}

#[test]
fn what_cannot_be_decided_is_asked_with_the_candidates() {
    let after =
        BEFORE.replace("駅前の道路を広げて歩道を設ける。", "駅前の道路を広げて自転車の通る道と植樹帯を設ける。");
    let html = revised(&after).page("_hoshin/addresses/r8/a/index.html");
    assert_eq!(texts(&html, ".counts .tag")[0], "どの項か決まらない");
    assert_eq!(texts(&html, ".change h3")[0], "候補 2第2段落");
    assert!(texts(&html, ".difference")[1].starts_with("駅前の道路を広げて"), "{:?}", texts(&html, ".difference"));
    assert!(texts(&html, ".choices code")[0].starts_with("hoshin anchor same "));
}

#[test]
fn nothing_to_say_is_said() {
    let html = revised(BEFORE).page("_hoshin/addresses/r8/a/index.html");
    assert_eq!(texts(&html, "main .lead")[1], "公開済みの5項は、場所も文も変わっていません。");
    let html = revised(BEFORE).page("_hoshin/addresses/r8/b/index.html");
    assert_eq!(
        texts(&html, "main .lead")[1],
        "この文書は、まだ公開されていません。公開すると、1項にアドレスが付きます。"
    );
}

/// Two documents were published, the second of which is gone; the first refers to it.
fn with_one_gone() -> Sample {
    let first = document("status: published", "方針", "[[r8/moto#s1]] による。");
    let gone = document("status: published", "元の方針", "## 1 一\n\n公園を整備する。");
    Sample::new(&[("r8/a.md", &first)], &[("r8/a.md", &first), ("r8/moto.md", &gone)])
}

#[test]
fn a_document_that_was_taken_down_has_its_page() {
    let mut sample = with_one_gone();
    let mut lock = address::read_site_lock(&sample.locks[address::SITE_LOCK]).unwrap();
    let fate = address::Fate::TakenDown {
        on: Some(jiff::civil::date(2026, 5, 1)),
        reason: Some("計画に統合したため".into()),
    };
    lock.documents.insert(DocumentId("r8/moto".to_owned()), fate);
    let file = SourceFile::new(address::SITE_LOCK, lock.to_text());
    sample.locks.insert(address::SITE_LOCK.to_owned(), file);
    let list = sample.page("_hoshin/addresses/index.html");
    assert_eq!(texts(&list, ".documents li a"), ["方針", "r8/moto"]);
    assert_eq!(texts(&list, ".documents li .by")[1], "公開をやめた文書です（2026-05-01）。わけ：計画に統合したため。");
    let html = sample.page("_hoshin/addresses/r8/moto/index.html");
    assert_eq!(
        texts(&html, "main .lead")[1],
        "公開をやめた文書です（2026-05-01）。わけ：計画に統合したため。公開した2項のアドレスは、公開をやめたことの案内に届きます。"
    );
    assert_eq!(texts(&html, ".change .difference"), ["一", "公園を整備する。"]);
    assert_eq!(texts(&html, "[aria-labelledby=links] li"), ["「方針」"]);
    assert_eq!(texts(&html, ".choices code"), Vec::<String>::new());
}

#[test]
fn a_document_that_is_lost_has_its_page_with_the_commands_that_settle_it() {
    let mut sample = with_one_gone();
    let html = sample.page("_hoshin/addresses/r8/moto/index.html");
    assert_eq!(
        texts(&html, ".choices code"),
        ["hoshin anchor rename r8/moto … --write", "hoshin anchor retire r8/moto --reason \"…\" --write"]
    );
    assert_eq!(texts(&sample.page("_hoshin/addresses/index.html"), ".documents li .tag"), ["決めることがあります"]);
    // One whose file is there and cannot be read is not lost.
    sample.found.push(catalogue::not_utf8().in_file("content/r8/moto.md"));
    assert_eq!(texts(&sample.page("_hoshin/addresses/index.html"), ".documents li a"), ["方針"]);
}

#[test]
fn what_the_comparison_with_the_clause_found_is_said_in_the_language_of_the_page() {
    let text = "## 1 一\n\n(1) 市民の声を聴くよう努める。\n";
    let post = "clauses:\n  s1-1:\n    sns:\n      x: 市民の声を、必ずすべて実現します。\n";
    let sample = Sample::new(&[("r8/a.md", &document("status: published", "方針", text)), ("r8/a.yaml", post)], &[]);
    let remarks = |lang| texts(&sample.page_in("_hoshin/posts/r8/a/index.html", lang), ".x dl > div:last-child dd");
    assert_eq!(remarks(Lang::Ja)[..2], ["原文の「努め」が落ちています", "「必ず」は原文にありません"]);
    assert_eq!(remarks(Lang::En)[..2], ["the hedge `努め` of the clause is missing", "`必ず` is not in the clause"]);
}

#[test]
fn text_of_documents_is_never_markup() {
    let text = "<script>alert(1)</script>と\"引用\"を聴く。\n";
    let title = "'方針<b>'";
    let sample = Sample::new(
        &[("r8/a.md", &document("status: published", title, text))],
        &[("r8/a.md", &document("status: published", title, "別の<i>文</i>です。\n"))],
    );
    for file in ["_hoshin/index.html", "_hoshin/posts/r8/a/index.html", "_hoshin/addresses/r8/a/index.html"] {
        let html = sample.page(file);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"), "{file}: {html}");
    }
}

#[test]
fn english_pages_say_everything_in_english() {
    let html = revised(AFTER).page_in("_hoshin/addresses/r8/a/index.html", Lang::En);
    assert!(html.contains("<html lang=\"en\">"));
    assert_eq!(texts(&html, ".counts li")[0], "gone 1");
}

#[test]
fn a_site_itself_has_none_of_these_pages() {
    let sample = revised(AFTER);
    let (theme, _) = crate::site::Theme::load("default", &BTreeMap::new());
    let (artifacts, _) = crate::site::render(&sample.corpus, &theme.unwrap(), &BTreeMap::new());
    assert!(artifacts.iter().all(|(path, _)| !path.starts_with(super::FOLDER)));
    assert!(sample.corpus.public.contains_key(&DocumentId("r8/a".to_owned())));
}

/// Writes the pages of a site with every kind of change into a folder, for eyes and for the accessibility gate.
#[test]
#[ignore = "writes the folder that HOSHIN_PREVIEW_PAGES names, for the accessibility gate"]
fn pages_for_the_accessibility_gate() {
    let Some(folder) = std::env::var_os("HOSHIN_PREVIEW_PAGES") else { return };
    let sample = every_kind();
    let zone = TimeZone::get("Asia/Tokyo").unwrap();
    let editor = Editor::new("vscode://file/{path}:{line}:{column}", "/市");
    let input = Input {
        corpus: Some(&sample.corpus),
        diagnostics: &sample.found,
        locks: &sample.locks,
        site: None,
        now: NOW.parse().unwrap(),
        zone: &zone,
        lang: Lang::Ja,
        editor: Some(&editor),
    };
    for (path, bytes) in Press::new().unwrap().all(&input).unwrap().iter() {
        let path = std::path::Path::new(&folder).join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// A site in which everything happens that these pages can show.
fn every_kind() -> Sample {
    let after = AFTER.replace("図書館の", "駅前の道路を広げて自転車の通る道と植樹帯を設ける。\n\n図書館の");
    let file = SourceFile::new("content/r8/a.md", "---\ntitle: 方針\nfiscal_year: R八\n---\n");
    let start = file.text.find("R八").unwrap();
    let post = format!(
        "{POST}  s1-2:\n    sns:\n      publish_at: 2026-06-01T09:00\n      x: 市民の声を、必ずすべて実現します。\n"
    );
    let text = format!("{after}\n## 3 三\n\n(1) 市民の声を聴くよう努める。\n");
    let mut sample = Sample::new(
        &[
            ("r8/a.md", &document("status: published", "市民の声の方針", &text)),
            ("r8/a.yaml", &post.replace("s1-1", "s3-1").replace("s1-2", "s1-p1")),
            ("r8/b.md", &document("status: draft", "下書きの方針", "本文。「市民の声の方針」1第1段落のとおり。")),
            ("r8/c.md", &document("status: approved", "承認の方針", "本文")),
            ("r8/d.md", &document("status: published\npublish_at: 2026-04-02T09:00", "未来の方針", "本文")),
            ("r8/e.md", &document("status: superseded\nlanguage: en", "The former policy", "本文")),
            ("r8/f.md", &document("status: published", "参照する方針", "「市民の声の方針」1第1段落のとおり。")),
        ],
        &[("r8/a.md", &document("status: published", "市民の声の方針", BEFORE))],
    );
    sample.found.push(catalogue::unknown_upper("r7/nai", Some("r7/ari")).at(Span::new(&file, start..start + 4)));
    sample.found.push(catalogue::lock_missing("r8/c", "content/r8/c.lock").in_file("content/r8/c.md"));
    sample.found.push(catalogue::post_alt_missing().of_site());
    sample.found.push(
        catalogue::bad_id("R8", None)
            .at(Span::new(&file, 0..3))
            .with_related(Span::new(&file, 4..9), catalogue::first_is_here()),
    );
    sample
}
