//! After any edits the preview holds what a fresh `build --drafts` of the same files makes, byte for byte.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoshin::address::Mode;
use hoshin::artifact::Artifacts;
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Drafts, Moment, Options, Redone, Unobserved};
use hoshin::preview::{Session, Settings};
use hoshin::source::Tree;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::kit::{SITE, Site, document, titled};

pub(super) const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// An edit of the files or of the clock.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    Write(String, String),
    Remove(String),
    Rename(String, String),
    /// A folder with all that is in it.
    Move(String, String),
    /// A build writes its records.
    Record,
    /// The moment is so many days after the first.
    Wait(i64),
}

fn paths() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["content/r8/a.md", "content/r8/b.md", "content/r9/c.md", "content/zu.png"])
        .prop_map(str::to_owned)
}

/// Texts with references of every kind to each other.
fn texts() -> impl Strategy<Value = String> {
    let front = prop::sample::select(vec![
        "status: draft",
        "status: published",
        "status: published",
        "status: superseded",
        "status: published\npublish_at: 1970-03-01",
        "status: published\nid: r8/b",
        "status: published\naliases: [r8/a]",
        "status: published\nupper: [r8/a]",
        "status: published\nupper: [別の方針]",
        "status: published\nissued: 令和8年4月1日",
        "status: published\nvariant_of: r8/a\nlanguage: en",
        "status: published\norganization: ka\nissued: 2026-04-01",
        "status: published\nexample: true",
        "status: published\nvariant_of: r8/b\nlanguage: en",
        "status: published\nreplaces: r8/a",
        "status: published\nupper: [r8/b]",
        "status: published\norganization: ato\nrevised: 2026-05-01",
        "status: published\nsummary: 要約です",
    ]);
    let clause = prop::sample::select(vec![
        "# 1 見出し\n\n本文です。\n",
        "# 2 見出し {#midashi}\n\n本文です。\n",
        "(1) 一つ目です。\n\n(2) 二つ目です。\n",
        "(1) 一つ目の、長くて他にはない文章がここに書いてあります。\n",
        "(3) 一つ目の、長くて他にはない文章がここに書いてあります。\n",
        "・箇条です。\n\n・もう一つの箇条です。\n",
        "[[r8/a]] を参照します。\n",
        "[[r8/b#s1]] と [[r8/a#s1-2]] を参照します。\n",
        "[[midashi]] と [見出し](/c/midashi/) を参照します。\n",
        "[表](b.md#t1) と [項](../r8/a.md#s1-1) を参照します。\n",
        "![文書](/r8/b/#s1)\n",
        "「別の方針」1(2)及び「方針」1による。\n",
        "「総合計画」（以下「計画」という。）による。計画の一つ目。\n",
        "![図](/zu.png)\n",
        "DXを進めます。[^1]\n\n[^1]: [[r8/b]]の注です。\n",
        "| 表 | [[r8/a#s1]] |\n|---|---|\n| 値 | 「別の方針」 |\n",
        "# 3 目標\n\n```objective\nimplements: r8/a#s1-1\nindicator: 人数\nunit: 人\ndirection: up\nbaseline: 1\n\
         target: { value: 10, by: 1970-02-01 }\nactuals:\n- { value: 3, on: 1970-01-20 }\nstatus: achieved\nowner: ka\nsdgs: [11]\n```\n",
        "# 4 目標\n\n```objective\nindicator: 数\nstatus: 順調\ndue: 1970-01-15\n```\n",
        "# 5 目標\n\n```objective\nimplements: [r8/b#s1, r9/c#s2]\nindicator: 数\ndue: 1970-02-20\nowner: ato\n```\n",
        "[目標](/objectives/)、[道](/trace/r8/b/)、[課](/organizations/ka/)\n",
    ]);
    let title = prop::sample::select(vec!["方針", "方針", "別の方針", "総合計画"]);
    (title, front, prop::collection::vec(clause, 0..5))
        .prop_map(|(title, front, clauses)| titled(title, front, &format!("# {title}\n\n{}", clauses.join("\n"))))
}

/// Edits of files that are no documents.
fn others() -> impl Strategy<Value = Edit> {
    // With these severities a site with loose ends has pages.
    let lenient = "severities: {dead-link: warning, dangling-reference: warning, unknown-upper-clause: warning, \
         ground-not-shared: warning, cascade-loop: warning, unknown-progress-word: warning, unknown-organization: warning, actual-after-now: warning}\n";
    let plans = "plans:\n- id: sogo\n  name: 総合計画\n";
    let texts = [
        ("content/site.yaml", SITE.to_owned()),
        ("content/site.yaml", format!("{SITE}description: 説明\n")),
        ("content/site.yaml", format!("{SITE}severities: {{dead-link: warning}}\n")),
        ("content/site.yaml", "title: [".to_owned()),
        ("content/plans.yaml", plans.to_owned()),
        ("content/plans.yaml", format!("{plans}  aliases: [別の方針]\n")),
        ("content/plans.yaml", format!("{plans}  until: 2020-03-31\n")),
        ("content/plans.yaml", "plans: [".to_owned()),
        ("content/terms.yaml", "terms:\n- abbreviation: DX\n  name: デジタル技術による変革\n".to_owned()),
        ("content/r8/a.yaml", "clauses:\n  s1:\n    queries:\n    - text: 見出し\n      note: 原文のまま\n".to_owned()),
        ("content/r8/a.yaml", "clauses:\n  s9:\n    queries:\n    - text: ない\n      note: 原文のまま\n".to_owned()),
        ("content/r8/a.yaml", "clauses: [".to_owned()),
        ("content/r8/a.yaml", "clauses:\n  s1: {implements: r8/b#s1}\n".to_owned()),
        ("content/r8/b.yaml", "clauses:\n  s1: {implements: {clause: r8/a#s1-1, ground: 一つ目}}\n".to_owned()),
        ("content/r8/b.yaml", "clauses:\n  s4: {implements: {clause: midashi, relation: 引き継ぐ}}\n".to_owned()),
        ("content/r8/b.yaml", "not_applicable:\n- {clause: r8/a#s1, reason: 他の部の所管}\n".to_owned()),
        ("content/site.yaml", format!("{SITE}statuses:\n- {{code: A, label: 順調, shape: disc, means: achieved}}\n")),
        ("content/site.yaml", format!("{SITE}time_zone: America/Los_Angeles\n{lenient}")),
        ("content/site.yaml", format!("{SITE}{lenient}")),
        ("content/organizations.yaml", "organizations:\n- {id: ka, name: 課}\n".to_owned()),
        (
            "content/organizations.yaml",
            "organizations:\n- {id: ka, name: 課, until: 2020-03-31, successors: [ato]}\n- {id: ato, name: 後の課}\n"
                .to_owned(),
        ),
        ("content/organizations.yaml", "organizations: [".to_owned()),
        ("content/r8/a.lock", "壊れた記録".to_owned()),
        ("content/terms.yaml", "terms:\n- abbreviation: DX\n  name: 別の説明\n".to_owned()),
        ("content/r8/a.yaml", "clauses:\n  s1-1:\n    sdgs: [11]\n".to_owned()),
        ("content/r8/b.yaml", "clauses:\n  p1:\n    sns:\n      x: 短い文です。\n".to_owned()),
        ("content/r9/c.yaml", "clauses:\n  s1: {implements: r8/a#s1}\n".to_owned()),
        ("content/site.yaml", format!("{SITE}language: en\n{lenient}")),
        ("themes/default/theme.yaml", "colors:\n  accent: \"#7a1f3d\"\n".to_owned()),
        ("themes/default/templates/document.html", "{{ document.title }}{{ page.title }}".to_owned()),
        ("content/zu.png", "図".to_owned()),
        ("themes/default/templates/home.html", "別の表紙 {{ site.title }}".to_owned()),
        ("themes/default/templates/home.html", "{{ nothing.at.all }}".to_owned()),
        ("themes/default/templates/home.html", "{% if %}".to_owned()),
        ("themes/default/static/style.css", "body { color: red }".to_owned()),
    ];
    let texts = texts.map(|(path, text)| (path.to_owned(), text)).to_vec();
    let gone: Vec<String> =
        texts.iter().map(|(path, _)| path.clone()).filter(|path| !path.ends_with("site.yaml")).collect();
    prop_oneof![
        3 => prop::sample::select(texts).prop_map(|(path, text)| Edit::Write(path, text)),
        1 => prop::sample::select(gone).prop_map(Edit::Remove),
        1 => prop::sample::select(vec!["content/site.lock", "content/r8/a.lock", "content/r8/b.lock"])
            .prop_map(|path| Edit::Remove(path.to_owned())),
    ]
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => (paths(), texts()).prop_map(|(path, text)| Edit::Write(path, text)),
        1 => paths().prop_map(Edit::Remove),
        2 => (paths(), paths()).prop_map(|(from, to)| Edit::Rename(from, to)),
        4 => others(),
        1 => prop::sample::select(vec![("r8", "r9"), ("r9", "r8"), ("r8", "r10"), ("r10", "r8")])
            .prop_map(|(from, to)| Edit::Move(format!("content/{from}/"), format!("content/{to}/"))),
        2 => Just(Edit::Record),
        1 => (0_i64..120).prop_map(Edit::Wait),
    ]
}

pub(super) type Files = BTreeMap<String, Arc<[u8]>>;

pub(super) fn apply(files: &mut Files, now: &mut Timestamp, edit: Edit) {
    match edit {
        Edit::Write(path, text) => {
            files.insert(path, text.as_bytes().into());
        }
        Edit::Remove(path) => {
            files.remove(&path);
        }
        Edit::Rename(from, to) => {
            if let Some(bytes) = files.remove(&from) {
                files.insert(to, bytes);
            }
        }
        Edit::Move(from, to) => {
            let inside = |path: &String| path.starts_with(&from);
            let moved: Vec<String> = files.keys().filter(|path| inside(path)).cloned().collect();
            for path in moved {
                let bytes = files.remove(&path);
                files.extend(bytes.map(|bytes| (path.replacen(&from, &to, 1), bytes)));
            }
        }
        Edit::Record => {
            let options = Options { drafts: Drafts::Withheld, ..options(*now) };
            let locks = pipeline::run(tree(files), Diagnostics::default(), &options, &Unobserved).records.written;
            files.extend(locks.into_iter().map(|(path, text)| (path, text.as_bytes().into())));
        }
        Edit::Wait(days) => *now = NOW + SignedDuration::from_hours(24 * days),
    }
}

pub(super) fn options(now: Timestamp) -> Options {
    Options { now: Moment::Instant(now), fails_from: Severity::Error, locks: Mode::Record, drafts: Drafts::Shown }
}

pub(super) fn tree(files: &Files) -> Tree {
    Tree { files: files.clone(), ..Tree::default() }
}

/// The first state of the site.
fn beginning() -> Files {
    let files = [
        ("content/site.yaml", SITE.to_owned()),
        (
            "content/r8/a.md",
            titled("方針", "status: published", "# 方針\n\n# 1 見出し\n\n(1) 一つ目です。\n\n(2) 二つ目です。\n"),
        ),
        (
            "content/r8/b.md",
            titled("別の方針", "status: published", "# 別の方針\n\n[[r8/a#s1-1]] と「方針」1(2)による。\n"),
        ),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().into())).into()
}

pub(super) fn all(artifacts: &Artifacts) -> Vec<(String, Vec<u8>)> {
    artifacts.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]
    #[test]
    fn any_edits_lead_to_what_a_fresh_build_makes(edits in prop::collection::vec(edits(), 1..16)) {
        let mut session = Session::new(Settings { now: None, fails_from: Severity::Error });
        let (mut files, mut now) = (beginning(), NOW);
        session.step(&tree(&files), &Diagnostics::default(), now);
        let first = pipeline::run(tree(&files), Diagnostics::default(), &options(now), &Unobserved);
        let mut good = first.artifacts.as_ref().map(all);
        for edit in edits {
            apply(&mut files, &mut now, edit);
            let snapshot = session.step(&tree(&files), &Diagnostics::default(), now);
            let fresh = pipeline::run(tree(&files), Diagnostics::default(), &options(now), &Unobserved);
            prop_assert_eq!(snapshot.is_good, fresh.artifacts.is_some());
            let told: Vec<_> = snapshot.survey.diagnostics.iter().collect();
            // Without a site a build does not read the theme; the preview always does.
            prop_assert!(fresh.diagnostics.iter().all(|found| told.contains(&found)), "{told:?} {:?}", fresh.diagnostics);
            if let Some(artifacts) = &fresh.artifacts {
                prop_assert_eq!(told, fresh.diagnostics.iter().collect::<Vec<_>>());
                good = Some(all(artifacts));
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

/// `HOSHIN_CASES=1000` runs more cases.
fn cases() -> u32 {
    std::env::var("HOSHIN_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(32)
}

/// Every kind of reference to another document, with every change of that document.
#[test]
fn a_change_reaches_every_document_that_refers_to_it() {
    let a = |title: &str, text: &str| titled(title, "status: published", &format!("# {title}\n\n{text}"));
    let item = "(1) 市民の声を広く聴き、計画を着実に進めること。\n";
    let changes = [
        a("方針", &format!("# 1 見出し\n\n{item}\n(2) 二つ目です。\n")),
        a("方針", "# 1 見出し\n"),
        a("方針", &format!("# 1 見出し {{#midashi}}\n\n{item}")),
        a("方針", &format!("# 2 見出し\n\n{item}")),
        a("新方針", &format!("# 1 見出し\n\n{item}")),
        a("方針", &format!("# 1 見出し\n\n{item}")).replace("published", "draft"),
        a("方針", &format!("# 1 見出し\n\n{item}")).replace("status", "id: r8/z\nstatus"),
        "壊れた文書".to_owned(),
    ];
    for reference in [
        "[項](a.md#s1-1)",
        "[項](a.md#s1-2)",
        "[[r8/a#s1-1]]",
        "[[r8/a#s1-2]]",
        "[[midashi]]",
        "[題](/c/midashi/)",
        "「方針」1(2)",
        "「新方針」1(1)",
        "![図](a.md#s2)",
        "[[r8/z]]",
    ] {
        for change in &changes {
            let first = a("方針", &format!("# 1 見出し\n\n{item}"));
            let settings =
                format!("{SITE}severities: {{dead-link: warning, dangling-reference: warning, dead-image: warning}}\n");
            let b = a("別の指針", &format!("{reference}による。\n"));
            let mut files: Files =
                [("content/site.yaml", settings), ("content/r8/a.md", first), ("content/r8/b.md", b)]
                    .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
                    .into();
            let mut session = Session::new(Settings { now: Some(Moment::Instant(NOW)), fails_from: Severity::Error });
            session.step(&tree(&files), &Diagnostics::default(), NOW);
            files.insert("content/r8/a.md".to_owned(), change.as_bytes().into());
            let shown = session.step(&tree(&files), &Diagnostics::default(), NOW);
            let fresh = pipeline::run(tree(&files), Diagnostics::default(), &options(NOW), &Unobserved);
            assert_eq!(shown.survey.diagnostics, fresh.diagnostics, "{reference}: {change}");
            assert_eq!(shown.is_good, fresh.artifacts.is_some());
            for (path, bytes) in fresh.artifacts.iter().flat_map(Artifacts::iter) {
                assert_eq!(shown.file(path).as_deref(), Some(&*bytes), "{reference}: {change}: {path}");
            }
        }
    }
}

/// An edit, and the number of documents that are read, parsed, matched, linked and checked again.
#[test]
fn an_edit_repeats_only_the_stages_that_it_affects() {
    let a = |title: &str, text: &str| titled(title, "status: published", &format!("# {title}\n\n{text}"));
    let text = "# 1 見出し\n\n(1) 市民の声を広く聴き、計画を着実に進めること。\n";
    for (path, edited, expected, why) in [
        ("content/r8/a.md", a("方針", text), [0, 0, 0, 0, 0], "saved without a change"),
        ("content/r8/a.md", a("方針", &text.replace("着実に", "早く")), [1, 1, 1, 1, 1], "other words"),
        (
            "content/r8/a.md",
            a("方針", &format!("{text}\n(2) 二つ目です。\n")),
            [1, 1, 1, 2, 2],
            "a clause more: b may lead to it",
        ),
        ("content/r8/a.md", a("新方針", text), [1, 1, 1, 3, 3], "another title: anyone may name it"),
        ("content/r8/a.yaml", "clauses: {}\n".to_owned(), [1, 1, 1, 1, 1], "a sidecar"),
        ("content/r8/c.md", a("他の方針", "本文を直しました。\n"), [1, 1, 1, 1, 1], "a document nobody looks at"),
        (
            "content/plans.yaml",
            "plans:\n- id: a\n  name: 計画\n".to_owned(),
            [0, 0, 0, 3, 3],
            "a plan: anyone may name it",
        ),
        ("content/site.yaml", format!("{SITE}description: 説明\n"), [0, 0, 0, 3, 3], "a setting"),
        ("content/r8/d.md", a("第四の方針", "本文です。\n"), [1, 1, 1, 4, 4], "a new document: anyone may lead to it"),
        ("themes/default/static/style.css", "a".to_owned(), [0, 0, 0, 0, 0], "a style"),
        (
            "content/site.yaml",
            format!("{SITE}statuses:\n- {{code: A, label: 順調, shape: disc}}\n"),
            [0, 3, 3, 3, 3],
            "words for objectives: they are in the texts",
        ),
        (
            "content/r8/a.yaml",
            "clauses:\n  s1: {implements: r8/c#p1}\n".to_owned(),
            [1, 1, 1, 1, 3],
            "the first of the chain: there are pages of it, anyone may lead to them",
        ),
    ] {
        let mut files: Files = [
            ("content/site.yaml", SITE.to_owned()),
            ("content/r8/a.md", a("方針", text)),
            ("content/r8/b.md", a("別の方針", "[項](a.md#s1-1)\n")),
            ("content/r8/c.md", a("他の方針", "本文です。\n")),
        ]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
        .into();
        let mut session = Session::new(Settings { now: Some(Moment::Instant(NOW)), fails_from: Severity::Error });
        apply(&mut files, &mut { NOW }, Edit::Record);
        session.step(&tree(&files), &Diagnostics::default(), NOW);
        files.insert(path.to_owned(), edited.as_bytes().into());
        let Redone { read, parsed, matched, linked, checked } =
            session.step(&tree(&files), &Diagnostics::default(), NOW).survey.redone;
        assert_eq!([read, parsed, matched, linked, checked], expected, "{why}");
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
