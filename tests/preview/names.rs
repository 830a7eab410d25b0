//! Symbolic links, and names that differ only by case.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use crate::kit::{Site, document, titled};
use crate::running::{Running, until};

const FIRST: &str = "# 令和8年度の方針\n\n最初の本文です。\n";

fn site() -> Site {
    Site::new().file("content/r8/a.md", document("status: published", FIRST))
}

fn is_mended(running: &Running) {
    until("the site to be good", || (running.status()["good"] == true).then_some(()));
}

#[test]
fn a_link_within_the_content_shows_its_target() {
    let site = site();
    let running = Running::start(&site, "");
    symlink("a.md", site.path("content/r8/b.md")).unwrap();
    running.sees("/r8/b/", "最初の本文です。");
    // A save of one file is shown at both places in the same version.
    site.write("content/r8/a.md", document("status: published", &FIRST.replace("最初", "二番目")));
    let first = running.sees("/r8/a/", "二番目の本文です。");
    assert!(running.get("/r8/b/").body.contains("二番目の本文です。"));
    assert!(first.head.contains(&format!("x-hoshin-version: {}", running.version())), "one save, one version");
    // The link gets another target.
    site.write("content/r8/c.md", titled("別の方針", "status: published", "別の本文です。\n"));
    running.sees("/r8/c/", "別の本文です。");
    fs::remove_file(site.path("content/r8/b.md")).unwrap();
    symlink("c.md", site.path("content/r8/b.md")).unwrap();
    running.sees("/r8/b/", "別の本文です。");
    fs::remove_file(site.path("content/r8/b.md")).unwrap();
    running.answers("/r8/b/", 404);
    running.sees("/r8/c/", "別の本文です。");
    assert_eq!(running.status()["good"], true);
}

#[test]
fn a_link_out_of_the_content_to_a_folder_or_nowhere_is_refused() {
    let site = site()
        .file("elsewhere/secret.md", titled("外の方針", "status: published", "外に置いた本文です。\n"))
        .file("themes/default/static/note.md", titled("外の方針", "status: published", "外に置いた本文です。\n"))
        .file("content/r9/c.md", titled("別の方針", "status: published", "別の本文です。\n"));
    let running = Running::start(&site, "");
    for (target, link, page, why) in [
        ("../../elsewhere/secret.md", "content/r8/b.md", "/r8/b/", "a file outside the site's folders"),
        ("../../themes/default/static/note.md", "content/r8/b.md", "/r8/b/", "a file of the themes"),
        ("../elsewhere", "content/r10", "/r10/secret/", "a folder outside"),
        ("r9", "content/r10", "/r10/c/", "a folder of the content"),
        ("nowhere.md", "content/r8/b.md", "/r8/b/", "nothing"),
    ] {
        symlink(target, site.path(link)).unwrap();
        let answer = running.sees("/r8/a/", "hoshin-overlay");
        assert!(answer.body.contains("最初の本文です。"), "{why}: the last good page stays");
        assert!(answer.body.contains("[link-refused]") && answer.body.contains(link), "{why}: {}", answer.body);
        let status = running.status();
        assert_eq!((status["good"].clone(), status["errors"].clone()), (false.into(), 1.into()), "{why}");
        assert_eq!(running.get(page).status, 404, "{why}");
        assert!(!running.get(page).body.contains("外に置いた"), "{why}");
        fs::remove_file(site.path(link)).unwrap();
        is_mended(&running);
        assert!(!running.get("/r8/a/").body.contains("hoshin-overlay"), "{why}");
    }
}

/// Only a file system that distinguishes `a.md` from `A.md` has both names. On others the name in the folder counts.
#[cfg(target_os = "linux")]
#[test]
fn a_renaming_by_case_alone_moves_the_file() {
    let site = site()
        .file("content/r8/b.md", titled("別の方針", "id: r8/betsu\nstatus: published", "![図](zu.png)\n"))
        .file("content/r8/zu.png", "図");
    let rename = |from: &str, to: &str| fs::rename(site.path(from), site.path(to)).unwrap();
    let running = Running::start(&site, "");
    running.sees("/r8/a/", "最初の本文です。");

    // The name is the address, and addresses have no capital letters.
    rename("content/r8/a.md", "content/r8/A.md");
    let answer = running.sees("/r8/a/", "hoshin-overlay");
    assert!(answer.body.contains("[bad-id]") && answer.body.contains("content/r8/A.md"), "{}", answer.body);
    assert_eq!((running.status()["good"].clone(), running.status()["errors"].clone()), (false.into(), 1.into()));
    rename("content/r8/A.md", "content/r8/a.md");
    is_mended(&running);
    assert!(!running.sees("/r8/a/", "最初の本文です。").body.contains("hoshin-overlay"));

    // With an id of its own the page stays where it is.
    let before = running.version();
    rename("content/r8/b.md", "content/r8/B.md");
    until("the new name to be read", || (running.version() > before).then_some(()));
    assert_eq!((running.get("/r8/betsu/").status, running.status()["good"].clone()), (200, true.into()));

    // A picture has its new address only.
    running.answers("/r8/zu.png", 200);
    rename("content/r8/zu.png", "content/r8/Zu.png");
    let answer = running.sees("/r8/betsu/", "hoshin-overlay");
    assert!(answer.body.contains("[dead-image]"), "{}", answer.body);
    site.write("content/r8/B.md", titled("別の方針", "id: r8/betsu\nstatus: published", "![図](Zu.png)\n"));
    is_mended(&running);
    assert_eq!((running.get("/r8/Zu.png").status, running.get("/r8/zu.png").status), (200, 404));
}
