//! After any edits the preview holds what a fresh `build --drafts` of the same files makes, byte for byte.

use std::collections::BTreeMap;

use hoshin::address::Mode;
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Drafts, Moment, Options, Unobserved};
use hoshin::preview::{Session, Settings};
use hoshin::source::Tree;
use jiff::Timestamp;
use proptest::prelude::*;

use crate::kit::{SITE, Site, document, titled};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// What is done to the files.
#[derive(Debug, Clone)]
enum Edit {
    Write(String, String),
    Remove(String),
    Rename(String, String),
}

fn paths() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "content/r8/a.md",
        "content/r8/b.md",
        "content/r9/c.md",
        "content/r8/a.yaml",
        "content/zu.png",
    ])
    .prop_map(str::to_owned)
}

fn texts() -> impl Strategy<Value = String> {
    let status =
        prop::sample::select(vec!["status: draft", "status: published", "status: published\npublish_at: 2030-01-01"]);
    let clause = prop::sample::select(vec![
        "# 1 見出し\n\n本文です。\n",
        "(1) 一つ目です。\n\n(2) 二つ目です。\n",
        "[[r8/a]] を参照します。\n",
        "[[r8/b#s1]] を参照します。\n",
        "「別の方針」による。\n",
        "![図](/zu.png)\n",
        "| 表 |\n|---|\n| 値 |\n",
    ]);
    let title = prop::sample::select(vec!["方針", "別の方針"]);
    (title, status, prop::collection::vec(clause, 0..4))
        .prop_map(|(title, status, clauses)| titled(title, status, &format!("# {title}\n\n{}", clauses.join("\n"))))
}

fn edits() -> impl Strategy<Value = Edit> {
    let settings =
        prop::sample::select(vec![SITE.to_owned(), format!("{SITE}description: 説明\n"), "title: [".to_owned()]);
    let theme = prop::sample::select(vec!["別の表紙 {{ site.title }}", "{{ nothing.at.all }}", "{% if %}"]);
    prop_oneof![
        6 => (paths(), texts()).prop_map(|(path, text)| Edit::Write(path, text)),
        2 => paths().prop_map(Edit::Remove),
        2 => (paths(), paths()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => settings.prop_map(|text| Edit::Write("content/site.yaml".to_owned(), text)),
        1 => theme.prop_map(|text| Edit::Write("themes/default/templates/home.html".to_owned(), text.to_owned())),
        1 => Just(Edit::Remove("themes/default/templates/home.html".to_owned())),
    ]
}

fn apply(files: &mut BTreeMap<String, Vec<u8>>, edit: Edit) {
    match edit {
        Edit::Write(path, text) => {
            files.insert(path, text.into_bytes());
        }
        Edit::Remove(path) => {
            files.remove(&path);
        }
        Edit::Rename(from, to) => {
            if let Some(bytes) = files.remove(&from) {
                files.insert(to, bytes);
            }
        }
    }
}

fn options() -> Options {
    Options { now: Moment::Instant(NOW), fails_from: Severity::Error, locks: Mode::Record, drafts: Drafts::Shown }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_edits_lead_to_what_a_fresh_build_makes(edits in prop::collection::vec(edits(), 1..12)) {
        let settings = Settings { now: Some(Moment::Instant(NOW)), fails_from: Severity::Error };
        let mut session = Session::new(settings);
        let mut files = BTreeMap::from([("content/site.yaml".to_owned(), SITE.as_bytes().to_vec())]);
        let mut good: Option<Vec<(String, Vec<u8>)>> = None;
        for edit in edits {
            apply(&mut files, edit);
            let tree = Tree { files: files.clone(), ..Tree::default() };
            let snapshot = session.step(&tree, &Diagnostics::default(), NOW);
            let fresh = pipeline::run(tree, Diagnostics::default(), &options(), &Unobserved);
            let all = |artifacts: &hoshin::artifact::Artifacts| -> Vec<(String, Vec<u8>)> {
                artifacts.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
            };
            prop_assert_eq!(snapshot.is_good, fresh.artifacts.is_some());
            if let Some(artifacts) = &fresh.artifacts {
                good = Some(all(artifacts));
                prop_assert_eq!(&snapshot.survey.diagnostics, &fresh.diagnostics);
            }
            let shown = snapshot.whole();
            prop_assert_eq!(shown.as_deref().map(all), good.clone());
            for (path, bytes) in good.iter().flatten() {
                let alone = snapshot.file(path);
                prop_assert_eq!(alone.as_deref(), Some(bytes.as_slice()), "{}", path);
            }
        }
    }
}

/// Of a large site pages are made one by one: the same bytes as all at once.
#[test]
fn a_page_made_by_itself_is_the_same() {
    let mut files = BTreeMap::from([("content/site.yaml".to_owned(), SITE.as_bytes().to_vec())]);
    for number in 0..60 {
        let body = format!(
            "# 方針{number}\n\n[[r8/d{}]] と「方針{}」を参照します。\n",
            (number + 3) % 60 / 3 * 3 + 1,
            (number + 2) % 60
        );
        let text = titled(
            &format!("方針{number}"),
            if number % 3 == 0 { "status: draft" } else { "status: published" },
            &body,
        );
        files.insert(format!("content/r8/d{number}.md"), text.into_bytes());
    }
    let tree = Tree { files, ..Tree::default() };
    let settings = Settings { now: Some(Moment::Instant(NOW)), fails_from: Severity::Error };
    let snapshot = Session::new(settings).step(&tree, &Diagnostics::default(), NOW);
    let fresh = pipeline::run(tree, Diagnostics::default(), &options(), &Unobserved).artifacts.unwrap();
    let mut alone = 0;
    for (path, bytes) in fresh.iter().filter(|(path, _)| path.ends_with("index.html") && !path.starts_with("c/")) {
        // What counts all documents needs them all.
        if !path.starts_with("search/") && !path.starts_with("data/") {
            assert!(!snapshot.is_whole(), "{path} needs no other page");
            assert_eq!(snapshot.file(path).as_deref(), Some(bytes), "{path}");
            alone += 1;
        }
    }
    assert_eq!(alone, 63, "60 documents, a year, the list of years, the home page");
    for (path, bytes) in fresh.iter() {
        assert_eq!(snapshot.file(path).as_deref(), Some(bytes), "{path}");
    }
}

#[test]
fn build_drafts_shows_them_marked_and_records_nothing() {
    let site = Site::new()
        .file("content/r8/a.md", document("status: draft", "# 令和8年度の方針\n\n下書きです。\n"))
        .file("content/r8/b.md", titled("公開の方針", "status: published", "# 公開の方針\n\n本文です。\n"));
    let built = site.run("build --drafts --output drafts");
    assert_eq!(built.code, 0, "{built}");
    let files = site.files("drafts");
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(page("r8/a/index.html").contains("下書きです。公開されていません。"));
    assert!(page("r8/b/index.html").contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page("r8/b/index.html").contains("class=\"superseded early\""));
    assert!(page("robots.txt").contains("Disallow: /"));
    assert!(files.contains_key("drafts-are-shown.txt"));
    assert!(site.files("content").keys().all(|path| !path.ends_with(".lock")), "nothing is recorded");

    assert_eq!(site.run("build").code, 0);
    assert!(!site.files("public").contains_key("r8/a/index.html"));
    for refused in ["build --drafts --output public", "build --drafts --output ./public/"] {
        let refused = site.run(refused);
        assert_eq!((refused.code, refused.codes()), (2, vec!["drafts-over-site"]), "{refused}");
    }
    assert_eq!(site.run("build --drafts").code, 2, "the folder has to be named");
}
