//! Address records: when they are written, and the findings in damaged ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::kit::{Output, Site, document, titled};

const LOCK: &str = "content/r8/a.lock";
const SITE_LOCK: &str = "content/site.lock";
const DATED: &str = "status: published\nissued: 2026-04-01";

fn site() -> Site {
    Site::new().file("content/r8/a.md", text(&["市民に分かりやすく情報を発信すること。", "職員の育成に努めること。"]))
}

/// The same document as a later version.
fn later(text: &str) -> String {
    text.replace("issued: 2026-04-01", "issued: 2026-04-01\nrevised: 2026-07-01")
}

/// A document with these numbered clauses.
fn text(clauses: &[&str]) -> String {
    let clauses = clauses.iter().enumerate().map(|(index, text)| format!("({}) {text}\n\n", index + 1));
    document(DATED, &format!("# 令和8年度の方針\n\n{}", clauses.collect::<String>()))
}

fn records(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut files = site.files("content");
    files.retain(|path, _| path.ends_with(".lock"));
    files
}

/// The places of findings: `content/r8/a.lock:2:1`.
fn places(output: &Output) -> Vec<&str> {
    output.err.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect()
}

#[test]
fn a_build_records_the_addresses_of_what_is_public() {
    let site = site().file("content/r8/b.md", titled("下書き", "status: draft", "# 下書き\n\n(1) 途中です。\n"));
    assert_eq!(site.run("release --adopt --now 2026-04-01").code, 0);
    assert_eq!(records(&site).into_keys().collect::<Vec<_>>(), ["r8/a.lock", "site.lock"]);
    insta::assert_snapshot!(site.read(LOCK), @r#"
    {"hoshin":"addresses","version":1,"document":"r8/a"}
    {"id":"gfr4d","state":"live","kind":"item","position":"s1","name":"(1)","since":"2026-04-01","text":"市民に分かりやすく情報を発信すること。","seal":"3dbc0f7e"}
    {"id":"twf99","state":"live","kind":"item","position":"s2","name":"(2)","since":"2026-04-01","text":"職員の育成に努めること。","seal":"6f34fcb7"}
    {"rosters":true}
    {"roster":["gfr4d","twf99"],"seal":"46b51e35"}
    {"end":true}
    "#);
    insta::assert_snapshot!(site.read(SITE_LOCK), @r#"
    {"hoshin":"documents","version":1}
    {"document":"r8/a","seal":"2516ae35"}
    {"release":1,"moment":"2026-03-31T15:00:00Z","inputs":"a15c3c0ec5a47ba84e8565fb97c9508c56aa7fe968f8a4439fed3dc36773ffe9","seal":"075c5edf"}
    {"end":true}
    "#);
}

#[test]
fn neither_a_second_build_nor_a_check_nor_time_changes_records() {
    let site = site();
    assert_eq!(site.run("build --now 2026-04-01").code, 0);
    let first = site.files(".");
    for command in ["check", "build --now 2026-04-01", "anchor list", "anchor show gfr4d", "cite gfr4d"] {
        assert_eq!(site.run(command).code, 0, "{command}");
        assert_eq!(site.files("."), first, "{command}");
    }
    let recorded = records(&site);
    site.remove("public/index.html");
    assert_eq!(site.run("build --now 2026-05-01").code, 0);
    assert_eq!(records(&site), recorded);
}

#[test]
fn a_build_that_fails_records_nothing() {
    let broken = site().file("content/r8/b.md", document("status: pubished", "本文\n"));
    assert_eq!(broken.run("build").code, 1);
    assert!(records(&broken).is_empty());
    // A build whose output folder is refused records nothing either.
    let refused = site().file("elsewhere/theirs.txt", "not ours");
    assert_eq!(refused.run("build --output elsewhere").code, 2);
    assert!(records(&refused).is_empty());
}

#[test]
fn locked_refuses_a_changed_record_and_writes_nothing() {
    let site = site();
    let before = site.files(".");
    for command in ["build --locked", "check --locked"] {
        let output = site.run(command);
        assert_eq!((output.code, output.codes()), (1, vec!["lock-outdated"]), "{output}");
        assert_eq!(site.files("."), before);
    }
    assert_eq!(site.run("release --adopt").code, 0);
    assert_eq!(site.run("build --locked").code, 0);
    assert_eq!(site.run("check --locked").code, 0);
    site.write(
        "content/r8/a.md",
        later(&text(&["市民に分かりやすく情報を発信すること。", "職員の育成に努めること。", "新しい文。"])),
    );
    let recorded = records(&site);
    assert_eq!(site.run("check").code, 0);
    insta::assert_snapshot!(site.run("build --locked"), @r"
    exit 1
    --- stderr
    エラー[lock-outdated]: アドレスの記録が今の本文と合っていません（--locked のため書き換えません）
    --> content/r8/a.lock
     = なぜ: 記録が古いまま公開すると、次の改定のときに条項の対応を見失います。
     = 直し方: 手元で hoshin build を実行し、変わった .lock を本文と一緒に登録してください。site.lock では、aliases に書いた以前の名前がまだ登録されていないときにもこうなります。

    くわしい説明と例: hoshin explain コード（たとえば hoshin explain lock-outdated）

    エラー 1; 公開 1・設定と付属データ 3; 公開しませんでした（public は元のままです）
    ");
    assert_eq!(records(&site), recorded);
}

#[test]
fn a_damaged_record_is_reported_with_its_line_and_left_alone() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    let good = site.read(LOCK);
    let lines: Vec<&str> = good.lines().collect();
    let joined = |lines: &[&str]| format!("{}\n", lines.join("\n"));
    let other = good.replace("\"document\":\"r8/a\"", "\"document\":\"r8/b\"");
    let newer = good.replace("\"version\":1", "\"version\":2");
    let cut = good.find("に努める").unwrap();
    for (damage, code, place) in [
        (String::new(), "lock-header", "content/r8/a.lock:1:1"),
        (joined(&lines[1..]), "lock-header", "content/r8/a.lock:1:1"),
        (good[..cut].to_owned(), "lock-truncated", "content/r8/a.lock:3:1"),
        (good.replace("{\"id\":\"gfr4d\"", "{\"id\":gfr4d"), "lock-line", "content/r8/a.lock:2:1"),
        (good.replace("\"live\"", "\"dead\""), "lock-line", "content/r8/a.lock:2:1"),
        (good.replace("gfr4d", "Main"), "lock-line", "content/r8/a.lock:2:1"),
        (joined(&lines[..3]), "lock-truncated", "content/r8/a.lock:3:134"),
        (joined(&[lines[0], lines[1], lines[2], lines[1], lines[3]]), "lock-twice", "content/r8/a.lock:4:1"),
        (joined(&[lines[0], "<<<<<<< HEAD", lines[1], lines[2], lines[3]]), "lock-conflict", "content/r8/a.lock:2:1"),
        (joined(&[lines[0], lines[1], ">>>>>>> theirs", lines[2], lines[3]]), "lock-conflict", "content/r8/a.lock:3:1"),
        (joined(&[lines[0], lines[1], lines[2], lines[3], lines[5]]), "lock-roster-gone", "content/r8/a.lock:2:1"),
        (newer, "lock-version", "content/r8/a.lock:1:1"),
        (other, "lock-of-another", "content/r8/a.lock:1:1"),
    ] {
        site.write(LOCK, &damage);
        let published = site.files("public");
        let output = site.run("build");
        assert_eq!((output.code, output.codes()[0], places(&output)[0]), (1, code, place), "{output}");
        assert_eq!(site.read(LOCK), damage, "{code}: written over");
        assert_eq!(site.files("public"), published, "{code}: published");
    }
    // Cut in the middle of a character.
    site.write(LOCK, &good.as_bytes()[..=cut]);
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["lock-line"]), "{output}");
    site.write(LOCK, &good);
    assert_eq!(site.run("release --adopt").code, 0);
    assert_eq!(site.read(LOCK), good);
}

#[test]
fn rosters_that_lack_an_old_id_are_made_anew_once_all_are_removed() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    let both = site.read(LOCK);
    let records: Vec<&str> = both.lines().take(3).collect();
    // A merge with a branch of an earlier hoshin leaves only the record of (2).
    let before = Site::new().file("content/r8/a.md", text(&["市民に分かりやすく情報を発信すること。"]));
    assert_eq!(before.run("release --adopt").code, 0);
    let rosters = before.read(LOCK);
    let rosters: Vec<&str> = rosters.lines().skip(2).collect();
    site.write(LOCK, [&records[..], &rosters].concat().join("\n") + "\n");
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["lock-roster-gone"]), "{output}");
    assert!(site.run("explain lock-roster-gone").out.contains("roster の行をすべて消し"));
    site.write(LOCK, [&records[..], &[r#"{"end":true}"#]].concat().join("\n") + "\n");
    assert_eq!(site.run("release --adopt").code, 0);
    let three = ["市民に分かりやすく情報を発信すること。", "職員の育成に努めること。", "窓口を改めること。"];
    site.write("content/r8/a.md", later(&text(&three)));
    assert_eq!(site.run("release --adopt").code, 0);
    let lock = site.read(LOCK);
    let ids: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("{\"id\":")?.split(',').next()).collect();
    let roster = format!("{{\"roster\":[{}],\"seal\":", ids.join(","));
    assert_eq!((ids.len(), lock.lines().filter(|line| line.starts_with(&roster)).count()), (3, 1), "{lock}");
}

#[test]
fn a_missing_record_is_a_new_start_only_after_forget() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    let (published, good) = (site.files("public"), site.read(LOCK));
    site.remove(LOCK);
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["lock-missing"]), "{output}");
    assert!(output.err.contains("hoshin anchor forget r8/a を実行します"), "{output}");
    assert_eq!(site.files("public"), published);
    assert_eq!(site.run("anchor forget r8/a").code, 0);
    assert_eq!(site.run("build").code, 1, "it was only a preview");
    assert_eq!(site.run("anchor forget r8/a --write").code, 0);
    assert_eq!(site.run("release --adopt").code, 0);
    assert_eq!(site.read(LOCK), good);
}

#[test]
fn a_missing_list_of_documents_is_reported_and_can_be_made_anew() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    let list = site.read(SITE_LOCK);
    site.remove(SITE_LOCK);
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["site-lock-missing"]), "{output}");
    assert!(!site.path(SITE_LOCK).exists());
    assert_eq!(site.run("anchor adopt --write").code, 0);
    // The releases of the past are known only to the list that was lost.
    let without_releases =
        |list: &str| list.lines().filter(|line| !line.contains("\"release\"")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_releases(&site.read(SITE_LOCK)), without_releases(&list));
    assert_eq!(site.run("release --adopt").code, 0);
}

#[test]
fn a_missing_document_is_asked_about() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    site.remove("content/r8/a.md");
    site.remove(LOCK);
    let output = site.run("build");
    assert_eq!((output.code, output.codes()), (1, vec!["document-lost"]), "{output}");
}

/// A build writes its records one after the other. If it is killed between two of them, or before the sites are exchanged, the
/// next build completes its work.
#[test]
fn a_build_interrupted_between_records_is_completed_by_the_next() {
    let other =
        |verb: &str| titled("令和8年度の指針", DATED, &format!("# 令和8年度の指針\n\n(1) 情報公開を{verb}こと。\n"));
    let revised =
        later(&text(&["市民に分かりやすく情報を発信していくこと。", "職員の育成に努めること。", "新しい文。"]));
    let first = || site().file("content/r8/b.md", other("進める"));
    let whole = first();
    assert_eq!(whole.run("release --now 2026-04-10").code, 0);
    let new = records(&whole);
    let empty: &[u8] = b"{\"hoshin\":\"documents\",\"version\":1}\n{\"end\":true}\n";
    let steps: [&[(&str, &[u8])]; 4] = [
        &[("site.lock", empty)],
        &[("site.lock", empty), ("r8/a.lock", &new["r8/a.lock"])],
        &[("site.lock", empty), ("r8/a.lock", &new["r8/a.lock"]), ("r8/b.lock", &new["r8/b.lock"])],
        &[("r8/a.lock", &new["r8/a.lock"]), ("r8/b.lock", &new["r8/b.lock"]), ("site.lock", &new["site.lock"])],
    ];
    for written in steps {
        let site = written.iter().fold(first(), |site, (path, bytes)| site.file(&format!("content/{path}"), bytes));
        let output = site.run("release --now 2026-04-10");
        assert_eq!(output.code, 0, "{output}");
        assert_eq!((records(&site), site.files("public")), (new.clone(), whole.files("public")));
    }

    let old = new;
    whole.write("content/r8/a.md", &revised);
    whole.write("content/r8/b.md", later(&other("更に進める")));
    assert_eq!(whole.run("release --now 2026-04-10").code, 0);
    let new = records(&whole);
    for written in [&["r8/a.lock"][..], &["r8/b.lock"], &["r8/a.lock", "r8/b.lock"]] {
        let site = first();
        assert_eq!(site.run("release --now 2026-04-10").code, 0);
        assert_eq!(records(&site), old);
        site.write("content/r8/a.md", &revised);
        site.write("content/r8/b.md", later(&other("更に進める")));
        for path in written {
            site.write(&format!("content/{path}"), &new[*path]);
        }
        let output = site.run("release --now 2026-04-10");
        assert_eq!(output.code, 0, "{output}");
        assert_eq!((records(&site), site.files("public")), (new.clone(), whole.files("public")), "{written:?}");
    }
}

/// A change of a record during a build must not be lost: it is reported, and nothing is written. Here the record becomes a
/// folder between two builds, which no build can replace.
#[test]
fn a_record_that_cannot_be_written_leaves_the_old_site() {
    let site = site();
    assert_eq!(site.run("release --adopt").code, 0);
    let published = site.files("public");
    site.write("content/r8/b.md", titled("別の方針", DATED, "# 別の方針\n\n(1) 文。\n"));
    site.write("content/r8/b.lock/in-the-way.md", "");
    let output = site.run("build");
    assert_ne!(output.code, 0, "{output}");
    assert_eq!(site.files("public"), published);
}

/// Two people on two branches add clauses at different places of one document; text and record merge line by line.
#[test]
fn two_branches_that_add_clauses_merge_without_conflict() {
    let clauses =
        ["市民に情報を発信すること。", "職員を育成すること。", "事務を効率化すること。", "財政の健全化を図ること。"];
    let headed = |inserted: &[(usize, &str)]| {
        let mut body = String::from("# 令和8年度の方針\n\n");
        for (index, clause) in clauses.iter().enumerate() {
            body.push_str(&format!("## {clause}\n\n"));
            for (_, new) in inserted.iter().filter(|(at, _)| *at == index) {
                body.push_str(&format!("・{new}\n\n"));
            }
        }
        document(DATED, &body)
    };
    let built = |text: &str, lock: Option<&str>, list: Option<&str>| {
        let site = Site::new().file("content/r8/a.md", text);
        if let (Some(lock), Some(list)) = (lock, list) {
            site.write(LOCK, lock);
            site.write(SITE_LOCK, list);
        }
        let output = site.run("build");
        assert_eq!(output.code, 0, "{output}");
        (site.read(LOCK), site.read(SITE_LOCK), site)
    };
    let base_text = headed(&[]);
    let (base, list, _) = built(&base_text, None, None);
    let ours_text = headed(&[(0, "広報紙を読みやすくすること。")]);
    let theirs_text = headed(&[(3, "公共施設の使用料を見直すこと。")]);
    let (ours, ..) = built(&ours_text, Some(&base), Some(&list));
    let (theirs, ..) = built(&theirs_text, Some(&base), Some(&list));
    let merged_text = merged(&[], &ours_text, &base_text, &theirs_text);
    let merged_lock = merged(&["--union"], &ours, &base, &theirs);
    let (after, _, site) = built(&merged_text, Some(&merged_lock), Some(&list));
    let lines = |lock: &str| lock.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(lines(&after), lines(&merged_lock), "what was merged is what a build records");
    let ids = |lock: &str| -> Vec<String> {
        lock.lines()
            .filter(|line| line.starts_with("{\"id\""))
            .map(|line| line.split('"').nth(3).unwrap_or_default().to_owned())
            .collect()
    };
    for id in ids(&ours).into_iter().chain(ids(&theirs)) {
        assert!(ids(&after).contains(&id), "{id}");
        assert!(site.path(&format!("public/c/{id}/index.html")).exists(), "{id}");
    }
}

/// The result of `git merge-file` for three versions of a file; there must be no conflict. Records are merged as the
/// `.gitattributes` of this repository and `docs/addresses.md` say: the lines of both sides are kept.
fn merged(options: &[&str], ours: &str, base: &str, theirs: &str) -> String {
    let site = Site::empty().file("ours", ours).file("base", base).file("theirs", theirs);
    let mut git = std::process::Command::new("git");
    let output = git
        .arg("merge-file")
        .args(options)
        .args(["-p", "ours", "base", "theirs"])
        .current_dir(site.path("."))
        .output()
        .expect("git");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{text}");
    text
}

/// Two branches through git itself, with the line `docs/addresses.md` gives for `.gitattributes`: both add a clause, and each
/// of these moves clauses of its own.
#[test]
fn git_merges_two_branches_without_conflict() {
    let attributes = include_str!("../../docs/addresses.md").lines().find(|line| line.ends_with("merge=union"));
    let text = |first: &str, second: &str| {
        let body = format!(
            "# 令和8年度の方針\n\n## 1 発信\n\n{first}(1) 市民に情報を発信すること。\n\n## 2 育成\n\n\
             (1) 職員を育成すること。\n\n## 3 財政\n\n{second}・財政の健全化を図ること。\n"
        );
        document(DATED, &body)
    };
    let site = Site::new().file("content/r8/a.md", text("", "")).file(".gitattributes", attributes.expect("the line"));
    let git = |arguments: &str| {
        let mut git = std::process::Command::new("git");
        let who = ["-c", "user.name=a", "-c", "user.email=a@example.jp"];
        let output =
            git.args(who).args(arguments.split_whitespace()).current_dir(site.path(".")).output().expect("git");
        assert!(output.status.success(), "git {arguments}: {output:?}");
    };
    let commit = || {
        assert_eq!(site.run("release --adopt").code, 0);
        git("add content .gitattributes");
        git("commit --quiet --message=version");
        site.read(LOCK).lines().map(str::to_owned).collect::<BTreeSet<_>>()
    };
    git("init --quiet --initial-branch=main");
    let base = commit();
    git("switch --quiet --create theirs");
    site.write("content/r8/a.md", later(&text("・広報紙を読みやすくすること。\n\n", "")));
    let theirs = commit();
    git("switch --quiet main");
    site.write("content/r8/a.md", later(&text("", "・公共施設の使用料を見直すこと。\n\n")));
    let ours = commit();
    git("merge --quiet --no-edit theirs");
    let merged = site.read(LOCK).lines().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(merged, both_sides(&base, &ours, &theirs));
    let output = site.run("build --locked");
    assert_eq!(output.code, 0, "{output}");
}

/// The lines of both, without those either has changed.
fn both_sides(base: &BTreeSet<String>, ours: &BTreeSet<String>, theirs: &BTreeSet<String>) -> BTreeSet<String> {
    ours.union(theirs)
        .filter(|line| !base.contains(*line) || ours.contains(*line) && theirs.contains(*line))
        .cloned()
        .collect()
}
