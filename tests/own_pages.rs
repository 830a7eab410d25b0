//! A link to a page or a file that hoshin makes is accepted, and one to what it does not make is told.

#![allow(clippy::expect_used, reason = "a test stops where it is not met")]

mod kit;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kit::{Site, document};

/// A site with a page of nearly every kind.
fn everything() -> Site {
    let objective = "```objective\nindicator: 人数\nunit: 人\ndirection: up\nbaseline: 1\n\
                     target: { value: 10, by: 2027-02-01 }\nowner: ka\nsdgs: [11]\nimplements: r7/ue#s1-1\n```\n";
    Site::new()
        .file("content/organizations.yaml", "organizations:\n- {id: ka, name: 課}\n")
        .file("content/plans.yaml", "plans:\n- {id: keikaku, name: 総合計画}\n")
        .file("content/terms.yaml", "terms:\n- {term: DX, expansion: デジタルによる変革}\n")
        .file(
            "content/r7/ue.md",
            document("status: published\naliases: [r7/mae]", "## 1 上\n\n(1) 人を増やす。\n")
                .replace("R8", "R7")
                .replace("令和8", "令和7"),
        )
        .file(
            "content/r8/a.md",
            document(
                "status: published\nissued: 2026-04-01",
                &format!("## 1 目標\n\n(1) 人数を増やす。\n\n{objective}"),
            ),
        )
}

/// A folder of the repository as a site.
fn of_folder(folder: &str) -> Site {
    fn add(site: Site, folder: &Path, prefix: &str) -> Site {
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")).fold(site, |site, entry| {
            let path = format!("{prefix}{}", entry.file_name().to_str().expect("UTF-8"));
            match entry.file_type().expect("a type").is_dir() {
                true => add(site, &entry.path(), &format!("{path}/")),
                false => site.file(&path, fs::read(entry.path()).expect("a file")),
            }
        })
    }
    add(Site::empty(), &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), "content/")
}

/// Links to addresses, one a line, in a document of their own.
fn with_links<'a>(site: &Site, addresses: impl Iterator<Item = &'a str>) {
    let links: String = addresses.map(|address| format!("・[一覧の{address}](</{address}>)\n\n")).collect();
    site.write("content/r8/links.md", document("status: published\nexample: true", &format!("## 1 一覧\n\n{links}")));
}

/// The addresses that a check calls dead.
fn dead(site: &Site) -> BTreeSet<String> {
    let json = site.run("check --format json --now 2026-06-01").json();
    let findings = json["findings"].as_array().expect("a list").iter();
    let dead = findings.filter(|one| one["code"] == "dead-link");
    // `[一覧の…](</…>)`
    let excerpt = |one: &serde_json::Value| one["excerpt"].as_str().expect("words").to_owned();
    dead.map(|one| {
        excerpt(one).split_once("(</").map_or_else(String::new, |(_, rest)| rest.trim_end_matches(">)").to_owned())
    })
    .collect()
}

#[test]
fn a_link_to_any_file_that_is_made_is_accepted() {
    for (name, site) in [
        ("everything", everything()),
        ("the repository", of_folder("content")),
        ("the sample", of_folder("tests/a11y/sample/content")),
        ("the starter", of_folder("starter/content")),
    ] {
        let built = site.run("build --now 2026-06-01");
        assert_eq!(built.code, 0, "{name}: {built}");
        let files: BTreeSet<String> =
            site.files("public").into_keys().filter(|file| file != ".hoshin-manifest").collect();
        let addresses = files.iter().map(|file| match file.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => file.as_str(),
        });
        with_links(&site, addresses.chain(files.iter().map(String::as_str)));
        assert_eq!(dead(&site), BTreeSet::new(), "{name}");
        let built = site.run("build --now 2026-06-01");
        assert_eq!(built.code, 0, "{name}: {built}");
    }
}

#[test]
fn a_link_to_a_page_that_is_not_made_is_told() {
    let beside = [
        "sdgs/12/",
        "sdgs/11/page-2.html",
        "objectives/unit-ki/",
        "objectives/sdg-12/",
        "objectives/p2/",
        "objectives/unit-ka/p2/",
        "objectives/status-late/",
        "data/nothing.csv",
        "data/objectives.json",
        "data/snippets.json",
        "data/schema/nothing.json",
        "search/r9/",
        "search/r8/2.html",
        "search/g99.js",
        "r9/",
        "organizations/ki/",
        "plans/other/",
        "trace/r8/links/",
        "trace/2/",
        "trace/r7/ue/2/",
        "accessibility/",
        "a11y-report.json",
        "c/zzzzz/",
        "c/zzzzz/card.png",
        "assets/nothing.css",
        "r7/atarashii/",
        "feed.xml/",
        "sitemap.html",
        "yearss/",
        "redirects.json/",
    ];
    let site = everything();
    assert_eq!(site.run("build --now 2026-06-01").code, 0);
    // Those that are known before a page is made, and those that are only known afterwards, are told in turn.
    let mut all = BTreeSet::new();
    for address in beside {
        with_links(&site, [address].into_iter());
        all.extend(dead(&site));
    }
    assert_eq!(all, beside.iter().map(|address| (*address).to_owned()).collect());
}

#[test]
fn pages_that_a_site_does_not_have_are_not_linked() {
    let site = Site::new();
    let addresses = [
        "feed.xml",
        "changes.xml",
        "sdgs/",
        "objectives/",
        "trace/",
        "plans/",
        "terms/",
        "organizations/",
        "redirects.json",
        "_redirects",
    ];
    // An example is nobody's news: the site has no feed, and nothing but the list of links.
    for address in addresses {
        with_links(&site, [address].into_iter());
        assert_eq!(dead(&site), BTreeSet::from([address.to_owned()]));
    }
}

/// What is only shown to those who write drafts is no page yet.
#[test]
fn a_page_that_only_a_draft_would_have_is_told() {
    let site = everything();
    let draft = document("status: draft", "## 1 目標\n\n```objective\nindicator: 数\nowner: ka\nsdgs: [3]\n```\n");
    site.write("content/r9/b.md", draft.replace("R8", "R9"));
    with_links(&site, ["r9/", "sdgs/3/", "objectives/sdg-3/", "search/r9/"].into_iter());
    assert_eq!(dead(&site).len(), 4);
}
