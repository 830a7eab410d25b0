//! Every key of `site.yaml`, of the registries and of an objective, changed and changed back: the preview holds what a fresh
//! build makes.

use hoshin::artifact::Artifacts;
use hoshin::diagnostic::{Diagnostics, Severity};
use hoshin::pipeline::{self, Unobserved};
use hoshin::preview::{Session, Settings};

use crate::kit::{SITE, titled};
use crate::same::{Files, NOW, options, tree};

const SITE_FILE: &str = "content/site.yaml";
const DEPARTMENTS: &str = "content/organizations.yaml";
const PLANS: &str = "content/plans.yaml";
const TERMS: &str = "content/terms.yaml";
const OBJECTIVES: &str = "content/r8/c.md";

/// A site whose documents name departments, plans, terms and each other. Its loose ends are warnings, so that it has pages.
fn beginning() -> Files {
    let lenient = "severities: {dead-link: warning, dangling-reference: warning, unknown-upper-clause: warning, \
         ground-not-shared: warning, unknown-progress-word: warning, unknown-organization: warning, \
         unknown-successor: warning}\n";
    let upper = "# 方針\n\n# 1 見出し\n\n(1) 「総合計画」によりDXを進めます。\n\n[課](/organizations/ka/)と[計画](/plans/sogo/)を見る。\n";
    let citing = "# 別の方針\n\n「方針」1(1)と[[r8/c#s1]]による。「前期計画」も見る。\n\n[目標](/objectives/)、[用語](/terms/)\n";
    [
        (SITE_FILE, format!("{SITE}{lenient}")),
        (DEPARTMENTS, "organizations:\n- {id: ka, name: 課}\n- {id: bu, name: 部}\n".to_owned()),
        (PLANS, "plans:\n- {id: sogo, name: 総合計画}\n- {id: zenki, name: 前期計画}\n".to_owned()),
        (TERMS, "terms:\n- {term: DX, expansion: デジタル技術による変革}\n".to_owned()),
        ("content/r8/a.md", titled("方針", "status: published\norganization: ka\nissued: 2026-04-01", upper)),
        ("content/r8/b.md", titled("別の方針", "status: published\nupper: [方針, 総合計画]", citing)),
        (OBJECTIVES, titled("目標", "status: published\norganization: bu", &objective(""))),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().into()))
    .into()
}

/// A text with an objective that has these further lines.
fn objective(more: &str) -> String {
    format!("# 目標\n\n# 1 市民の声の目標\n\n```objective\nindicator: 人数\nunit: 人\n{more}```\n")
}

/// Lines that are added to `site.yaml`, or that take the place of its first lines.
fn settings() -> Vec<String> {
    let lines = [
        "area_code: \"132144\"",
        "description: 説明です。",
        "language: en",
        "time_zone: America/Los_Angeles",
        "notice: お知らせです。",
        "license: CC BY 4.0",
        "contact: {name: 企画課, phone: 042-000-0000}",
        "kinds: [計画の案]",
        "statuses: [{code: A, label: 順調, shape: disc, means: achieved}]",
        "snippet: {head: 市の方針, tags: [市]}",
        "original: 原本は企画課にあります。",
        "colors: {accent: \"#0c472a\"}",
        "header: [{text: 市, url: \"https://mihon.example/\"}]",
        "footer: {lines: [市役所]}",
        "accessibility: {decided: 2026-04-01, level: AA, due: 2027-03-31}",
        "theme: no-such-theme",
        "no_such_key: 1",
    ];
    let replaced =
        [("試験市の方針", "別の題"), ("city: 試験市", "city: 別の市"), ("www.example.jp", "other.example.jp")];
    let site = String::from_utf8(beginning()[SITE_FILE].to_vec()).unwrap();
    let added = lines.map(|line| format!("{site}{line}\n"));
    added.into_iter().chain(replaced.map(|(from, to)| site.replace(from, to))).collect()
}

/// The first entry of a registry with these further lines, one at a time; the entry renamed; the registry broken and gone.
fn entries(path: &str, first: &str, lines: &[&str]) -> Vec<Option<String>> {
    let registry = String::from_utf8(beginning()[path].to_vec()).unwrap();
    let added = lines.iter().map(|line| registry.replacen(first, &format!("{first}, {line}"), 1));
    let renamed = registry.replacen(first, &format!("{first}等"), 1);
    let broken = format!("{registry}- [");
    added.chain([renamed, broken]).map(Some).chain([None]).collect()
}

/// Every change: a file with its new text, or without the file.
fn changes() -> Vec<(&'static str, Option<String>)> {
    let dates = ["from: 2026-04-02", "until: 2026-03-31"];
    let department = [&dates[..], &["successors: [bu]", "parent: bu", "note: 注です。"]].concat();
    let plan = [
        &dates[..],
        &[
            "aliases: [前期計画]",
            "period: 令和8年度から",
            "successors: [zenki]",
            "url: \"https://mihon.example/\"",
            "owner: ka",
            "status: 策定中",
            "note: 注です。",
        ],
    ]
    .concat();
    let objectives = [
        "implements: r8/a#s1-1\n",
        "implements: r8/a#s9\n",
        "direction: up\n",
        "baseline: 1\n",
        "target: { value: 10, by: 1970-02-01 }\n",
        "baseline: 1\nactuals:\n- { value: 3, on: 1970-01-20 }\n",
        "status: 順調\n",
        "owner: ka\n",
        "owner: nobody\n",
        "sdgs: [11]\n",
        "due: 1970-01-15\n",
        "note: 注です。\n",
    ];
    let text = |more: &&str| Some(titled("目標", "status: published\norganization: bu", &objective(more)));
    let mut all: Vec<_> = settings().into_iter().map(|text| (SITE_FILE, Some(text))).collect();
    all.extend(entries(DEPARTMENTS, "name: 課", &department).into_iter().map(|text| (DEPARTMENTS, text)));
    all.extend(entries(PLANS, "name: 総合計画", &plan).into_iter().map(|text| (PLANS, text)));
    all.extend(entries(TERMS, "変革", &["note: 注です。"]).into_iter().map(|text| (TERMS, text)));
    all.extend(objectives.iter().map(|more| (OBJECTIVES, text(more))));
    all.push((OBJECTIVES, None));
    all
}

#[test]
fn every_key_of_settings_registries_and_objectives_reaches_the_preview() {
    let beginning = beginning();
    let mut session = Session::new(Settings { now: None, fails_from: Severity::Error });
    let mut step = |files: &Files, why: &str| {
        let shown = session.step(&tree(files), &Diagnostics::default(), NOW);
        let fresh = pipeline::run(tree(files), Diagnostics::default(), &options(NOW), &Unobserved);
        let told: Vec<_> = shown.survey.diagnostics.iter().collect();
        // A build does not read the theme without a site to make with it; the preview always reads it.
        assert!(fresh.diagnostics.iter().all(|found| told.contains(&found)), "{why}: {told:?}");
        assert_eq!(shown.is_good, fresh.artifacts.is_some(), "{why}: {told:?}");
        for (path, bytes) in fresh.artifacts.iter().flat_map(Artifacts::iter) {
            assert_eq!(shown.file(path).as_deref(), Some(&*bytes), "{why}: {path}");
        }
        fresh.artifacts.is_some()
    };
    assert!(step(&beginning, "the beginning"), "the site has pages");
    let mut with_pages = 0;
    for (path, text) in changes() {
        let mut files = beginning.clone();
        match &text {
            Some(text) => files.insert(path.to_owned(), text.as_bytes().into()),
            None => files.remove(path),
        };
        let why = format!("{path}: {}", text.unwrap_or_default());
        with_pages += usize::from(step(&files, &why));
        step(&beginning, &format!("back from {why}"));
    }
    assert!(with_pages > 40, "most changes leave a site with pages: {with_pages}");
}
