//! Pages of small sites, read back as a browser reads them.

mod addresses;
mod dashboard;
mod posts;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};
use scraper::{Html, Selector};

use super::{Editor, PageTemplates, PagesInput};
use crate::address;
use crate::corpus::{Corpus, testing};
use crate::diagnostic::{Diagnostics, Lang, SourceFile, Span, catalogue};
use crate::policy::DocumentId;

/// A site, and the records of its last publication.
struct PreviewSample {
    corpus: Corpus,
    locks: BTreeMap<String, Arc<SourceFile>>,
    found: Diagnostics,
    site: Corpus,
}

const NOW: &str = "2026-04-01T00:00:00Z";

impl PreviewSample {
    /// A site of these files; `published` are the documents at the last publication.
    fn new(files: &[(&str, &str)], published: &[(&str, &str)]) -> Self {
        let mut locks = BTreeMap::new();
        for (path, text) in recorded(published) {
            let file = SourceFile::new(path.as_str(), text);
            locks.insert(path, file);
        }
        // The served site is older: it has only one of the documents.
        let served: Vec<(&str, &str)> = files.iter().filter(|(path, _)| path.starts_with("r8/a.")).copied().collect();
        Self { corpus: testing::site(files), locks, found: Diagnostics::default(), site: testing::site(&served) }
    }

    fn page(&self, file: &str) -> String {
        self.page_in(file, Lang::Ja)
    }

    fn page_in(&self, file: &str, lang: Lang) -> String {
        let editor = Editor::new("edit://{path}:{line}", "/市");
        let zone = TimeZone::get("Asia/Tokyo").unwrap();
        let input = PagesInput {
            corpus: Some(&self.corpus),
            diagnostics: &self.found,
            locks: &self.locks,
            site: Some(&self.site),
            now: NOW.parse::<Timestamp>().unwrap(),
            zone: &zone,
            lang,
            editor: Some(&editor),
        };
        let bytes = PageTemplates::new().unwrap().page(&input, file).unwrap();
        String::from_utf8(bytes.unwrap_or_else(|| panic!("no {file}"))).unwrap()
    }
}

/// The locks that a publication of these files writes.
fn recorded(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let corpus = testing::site(files);
    let (locks, unreadable) = (BTreeMap::new(), std::collections::BTreeSet::new());
    let context = address::AddressContext {
        locks: &locks,
        unreadable: &unreadable,
        mode: address::Mode::Release,
        now: Timestamp::UNIX_EPOCH,
        published: &[],
    };
    let inputs = corpus.documents().map(|document| {
        let input =
            address::AddressInput { meta: &document.meta, source: &document.source, body: document.body.clone() };
        (document.id.clone(), input)
    });
    let (assigned, _) = address::assign(&inputs.collect(), &context, &mut address::AddressMemory::default());
    assigned.changes.into_iter().collect()
}

/// The texts of the elements that a selector finds, with single spaces.
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

const POST: &str = "clauses:\n  s1-1:\n    sns:\n      x: 文\n      line: |\n        LINEのための文です。二十字を超えるように長く書きます。\n";

const BEFORE: &str = "## 1 一\n\n市民の声を聴き、市政に生かすため、地域ごとに市長と語る懇談会を開く。\n\n## 2 二\n\n公園を整備する。\n\n駅前の道路を広げて歩道を設ける。\n";
const AFTER: &str = "## 1 一\n\n市民の声を広く聴き、市政に生かすため、地域ごとに市長と語る懇談会を開いた。\n\n公園を整備する。\n\n## 2 二\n\n図書館の開館時間を延長し、夜間にも利用できるようにする。\n";

fn revised(after: &str) -> PreviewSample {
    let before = document("status: published", "方針", BEFORE);
    let after = document("status: published", "方針", after);
    let other = "「方針」1第1段落のとおり。[[r8/a#s2-p2]]も参照。";
    let other = document("status: published", "別の方針", other);
    PreviewSample::new(&[("r8/a.md", &after), ("r8/b.md", &other)], &[("r8/a.md", &before)])
}

#[test]
fn text_of_documents_is_never_markup() {
    let text = "<script>alert(1)</script>と\"引用\"を聴く。\n";
    let title = "'方針<b>'";
    let sample = PreviewSample::new(
        &[("r8/a.md", &document("status: published", title, text))],
        &[("r8/a.md", &document("status: published", title, "別の<i>文</i>です。\n"))],
    );
    for file in ["_hoshin/index.html", "_hoshin/posts/r8/a/index.html", "_hoshin/addresses/r8/a/index.html"] {
        let html = sample.page(file);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"), "{file}: {html}");
    }
}

#[test]
fn english_pages_are_in_english() {
    let html = revised(AFTER).page_in("_hoshin/addresses/r8/a/index.html", Lang::En);
    assert!(html.contains("<html lang=\"en\">"));
    assert_eq!(texts(&html, ".counts li")[0], "gone 1");
}

#[test]
fn a_site_has_none_of_these_pages() {
    let sample = revised(AFTER);
    let (theme, _) = crate::site::Theme::load("default", &BTreeMap::new());
    let (artifacts, _) = crate::site::render(&sample.corpus, &theme.unwrap(), &BTreeMap::new());
    assert!(artifacts.iter().all(|(path, _)| !path.starts_with(super::FOLDER)));
    assert!(sample.corpus.public.contains_key(&DocumentId("r8/a".to_owned())));
}

/// Writes the pages of a site with every kind of change into a folder, for the accessibility gate.
#[test]
#[ignore = "writes the folder that HOSHIN_PREVIEW_PAGES names, for the accessibility gate"]
fn pages_for_the_accessibility_gate() {
    let Some(folder) = std::env::var_os("HOSHIN_PREVIEW_PAGES") else { return };
    let sample = every_kind();
    let zone = TimeZone::get("Asia/Tokyo").unwrap();
    let editor = Editor::new("vscode://file/{path}:{line}:{column}", "/市");
    let input = PagesInput {
        corpus: Some(&sample.corpus),
        diagnostics: &sample.found,
        locks: &sample.locks,
        site: None,
        now: NOW.parse().unwrap(),
        zone: &zone,
        lang: Lang::Ja,
        editor: Some(&editor),
    };
    for (path, bytes) in PageTemplates::new().unwrap().all(&input).unwrap().iter() {
        let path = std::path::Path::new(&folder).join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// A site with everything that these pages can show.
fn every_kind() -> PreviewSample {
    let after = AFTER.replace("図書館の", "駅前の道路を広げて自転車の通る道と植樹帯を設ける。\n\n図書館の");
    let file = SourceFile::new("content/r8/a.md", "---\ntitle: 方針\nfiscal_year: R八\n---\n");
    let start = file.text.find("R八").unwrap();
    let post = format!(
        "{POST}  s1-2:\n    sns:\n      publish_at: 2026-06-01T09:00\n      x: 市民の声を、必ずすべて実現します。\n"
    );
    let text = format!("{after}\n## 3 三\n\n(1) 市民の声を聴くよう努める。\n");
    let mut sample = PreviewSample::new(
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
