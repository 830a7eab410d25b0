//! Every kind of edit is shown. Every error is shown until it is mended.

use std::fs;

use crate::kit::{SITE, Site, document, titled};
use crate::running::Running;

fn site() -> Site {
    Site::new()
        .file("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n最初の本文です。\n"))
        .file("content/r8/b.md", titled("別の方針", "status: draft", "# 別の方針\n\n下書きの本文です。\n"))
}

#[test]
fn a_save_is_shown_and_a_draft_is_marked() {
    let site = site();
    let running = Running::start(&site, "");
    running.sees("/r8/a/", "最初の本文です。");
    assert!(running.get("/r8/b/").body.contains("下書きです。公開されていません。"));
    assert!(running.get("/").body.contains("計画（下書き）"));
    site.write("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n書き直した本文です。\n"));
    let answer = running.sees("/r8/a/", "書き直した本文です。");
    assert!(!answer.body.contains("最初の本文です。"));
    // Only the saved document is parsed again.
    let redone = &running.status()["redone"];
    assert_eq!(redone["parsed"], 1, "{redone}");
    // The preview has written nothing.
    assert!(site.files("content").keys().all(|path| !path.ends_with(".lock")));
}

#[test]
fn an_error_is_shown_over_the_last_good_page_until_it_is_mended() {
    let site = site();
    let running = Running::start(&site, "");
    let good = document("status: published", "# 令和8年度の方針\n\n最初の本文です。\n");
    let settings = format!("{SITE}theme: city\n");
    for (path, broken, mended, code, why) in [
        ("content/r8/a.md", "最初の本文です。\n", good.as_str(), "front-matter-missing", "front matter"),
        ("content/r8/a.md", "---\ntitle: [\n---\n", &good, "yaml", "YAML"),
        ("content/site.yaml", "title: [\n", SITE, "yaml", "site.yaml"),
        ("content/plans.yaml", "plans: [\n", "plans: []\n", "yaml", "a registry"),
        ("content/r8/a.yaml", "clauses: [\n", "clauses: {}\n", "yaml", "a sidecar"),
        ("content/site.yaml", &settings, SITE, "theme-not-found", "a theme that is not there"),
        ("themes/default/templates/home.html", "{% if %}", "新しい表紙", "template", "a template"),
        (
            "themes/default/templates/home.html",
            "{{ nothing.at.all }}",
            "新しい表紙",
            "template",
            "a template's variable",
        ),
    ] {
        site.write(path, broken);
        let answer = running.sees("/r8/a/", "hoshin-overlay");
        assert!(answer.body.contains("最初の本文です。"), "{why}: the last good page stays: {}", answer.body);
        assert!(answer.body.contains(&format!("[{code}")), "{why}: {}", answer.body);
        assert!(answer.body.contains(path), "{why}: {}", answer.body);
        assert_eq!(running.status()["good"], false, "{why}");
        site.write(path, mended);
        let answer = crate::running::until(why, || {
            Some(running.get("/r8/a/")).filter(|answer| !answer.body.contains("hoshin-overlay"))
        });
        assert!(answer.body.contains("最初の本文です。"), "{why}");
    }
    assert!(running.get("/").body.contains("新しい表紙"));
}

#[test]
fn a_theme_asset_is_served_until_it_is_removed() {
    let site = site();
    let running = Running::start(&site, "");
    site.write("themes/default/static/style.css", "body { color: red }");
    running.sees("/assets/style.css", "color: red");
    site.remove("themes/default/static/style.css");
    running.sees("/assets/style.css", "--edge");
}

#[test]
fn pages_are_added_removed_and_moved_with_their_files() {
    let site = site();
    let running = Running::start(&site, "");
    let missing = running.get("/r9/c/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("/_hoshin/reload.js"), "the page that is not there waits for it");
    site.write("content/r9/c.md", document("status: draft", "# 令和8年度の方針\n\n新しい文書です。\n"));
    running.sees("/r9/c/", "新しい文書です。");
    fs::rename(site.path("content/r9/c.md"), site.path("content/r9/d.md")).unwrap();
    running.sees("/r9/d/", "新しい文書です。");
    running.answers("/r9/c/", 404);
    fs::rename(site.path("content/r9/d.md"), site.path("content/r9/tmp")).unwrap();
    fs::rename(site.path("content/r9/tmp"), site.path("content/r9/d2.md")).unwrap();
    running.answers("/r9/d/", 404);
    running.sees("/r9/d2/", "新しい文書です。");
    fs::rename(site.path("content/r9"), site.path("content/r10")).unwrap();
    running.sees("/r10/d2/", "新しい文書です。");
    running.answers("/r9/d2/", 404);
    // A moved folder is watched at its new place.
    site.write("content/r10/d2.md", document("status: draft", "# 令和8年度の方針\n\n移した後の文書です。\n"));
    running.sees("/r10/d2/", "移した後の文書です。");
    fs::remove_dir_all(site.path("content/r10")).unwrap();
    running.answers("/r10/d2/", 404);
}

#[test]
fn saves_by_renaming_a_temporary_file_are_seen() {
    let site = site();
    let running = Running::start(&site, "");
    for round in 0..3 {
        let text = document("status: published", &format!("# 令和8年度の方針\n\n{round}回目の保存です。\n"));
        site.write("content/r8/.a.md.tmp", &text);
        fs::rename(site.path("content/r8/.a.md.tmp"), site.path("content/r8/a.md")).unwrap();
        running.sees("/r8/a/", &format!("{round}回目の保存です。"));
    }
}

#[test]
fn the_last_good_site_stays_when_everything_is_deleted() {
    let site = site();
    let running = Running::start(&site, "");
    running.sees("/r8/a/", "最初の本文です。");
    fs::rename(site.path("content"), site.path("away")).unwrap();
    let answer = running.sees("/r8/a/", "hoshin-overlay");
    assert!(answer.body.contains("最初の本文です。"));
    fs::rename(site.path("away"), site.path("content")).unwrap();
    crate::running::until("the site to come back", || {
        (!running.get("/r8/a/").body.contains("hoshin-overlay")).then_some(())
    });
    site.write("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n戻った後の本文です。\n"));
    running.sees("/r8/a/", "戻った後の本文です。");
}

#[test]
fn a_build_makes_no_new_version_with_events_or_polling() {
    let site = site();
    let running = Running::start(&site, "--poll=100");
    assert_eq!(running.status()["watching"], "poll");
    site.write("content/r8/a.md", document("status: published", "# 令和8年度の方針\n\n見に行って分かる本文です。\n"));
    running.sees("/r8/a/", "見に行って分かる本文です。");
    drop(running);

    let running = Running::start(&site, "");
    assert_eq!(running.status()["watching"], "events");
    assert_eq!(site.run("build").code, 0);
    // The records the build writes are sources; the pages are not.
    crate::running::until("the records to be read", || (running.version() > 1).then_some(()));
    std::thread::sleep(std::time::Duration::from_millis(800));
    let version = running.version();
    assert_eq!(site.run("build").code, 0);
    std::thread::sleep(std::time::Duration::from_millis(2_500));
    assert_eq!(running.version(), version, "nothing changed, and nothing was done");
}

#[test]
fn findings_elsewhere_show_as_a_badge() {
    let site = site();
    let running = Running::start(&site, "");
    let badge = |path: &str| running.get(path).body.contains("class=\"hoshin-badge\"");
    assert!(!badge("/r8/a/"), "{}", running.get("/r8/a/").body);
    let before = running.get("/r8/a/").body;
    // A warning in another document: the page itself is as it was.
    site.write("content/r8/b.md", titled("別の方針", "status: draft", "# 別の方針\n\n(2) 平成36年度に行います。\n"));
    let answer = running.sees("/r8/a/", "hoshin-badge");
    assert!(answer.body.contains("<a href=\"/_hoshin/\">指摘 "), "{}", answer.body);
    assert!(!answer.body.contains("hoshin-overlay"));
    assert_eq!(running.status()["good"], true);
    site.write("content/r8/b.md", titled("別の方針", "status: draft", "# 別の方針\n\n下書きの本文です。\n"));
    crate::running::until("the badge to go", || (!badge("/r8/a/")).then_some(()));
    let without_token =
        |body: &str| body.lines().filter(|line| !line.contains("data-seen=")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_token(&running.get("/r8/a/").body), without_token(&before));
}
