//! A build promises nothing; a release promises for good.

use std::collections::BTreeMap;

use crate::kit::{Site, document};

const DAY: &str = "status: published\nissued: 2026-04-01";
const WHOLE: &str = "## 1 市民の安全\n\n公園の遊具を毎年点検する。\n\n災害に備えて食料を備蓄する。\n";

fn site(body: &str) -> Site {
    Site::new().file("content/r8/a.md", document(DAY, body))
}

fn write(site: &Site, body: &str) {
    site.write("content/r8/a.md", document(DAY, body));
}

fn build(site: &Site) {
    let built = site.run("build --now 2026-04-10");
    assert_eq!(built.code, 0, "{built}");
}

fn release(site: &Site) {
    let released = site.run("release --now 2026-04-10");
    assert_eq!(released.code, 0, "{released}");
}

/// All files below `content/` except documents, and all files of the site.
fn written(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let records = site.files("content").into_iter().filter(|(path, _)| !path.ends_with(".md"));
    records.chain(site.files("public")).collect()
}

fn naming<'a>(files: &'a BTreeMap<String, Vec<u8>>, words: &str) -> Vec<&'a str> {
    let has = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    files.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn a_sentence_built_ten_times_and_deleted_before_the_release_leaves_no_byte() {
    let clean = site(WHOLE);
    build(&clean);
    let typed = site(WHOLE);
    for number in 0..10 {
        write(
            &typed,
            &format!(
                "## 1 市民の安全\n\nうっかり書いた文{number}である。\n\n{}",
                &WHOLE[WHOLE.find("公園").unwrap()..]
            ),
        );
        build(&typed);
        assert!(!naming(&written(&typed), &format!("うっかり書いた文{number}")).is_empty());
    }
    write(&typed, WHOLE);
    build(&typed);
    let files = written(&typed);
    assert_eq!(naming(&files, "うっかり"), Vec::<&str>::new());
    assert!(files == written(&clean), "as if the sentence had never been there");
}

#[test]
fn a_sentence_deleted_after_the_release_is_a_tombstone() {
    let site = site(&format!("{WHOLE}\n公開した文である。\n"));
    release(&site);
    write(&site, WHOLE);
    build(&site);
    let files = written(&site);
    let page = naming(&files, "公開した文である").into_iter().find(|path| path.starts_with("c/"));
    assert!(page.is_some_and(|path| String::from_utf8_lossy(&files[path]).contains("廃止")), "{files:?}");
}

#[test]
fn a_change_of_a_released_document_undone_before_the_next_release_leaves_no_byte() {
    let site = site(WHOLE);
    release(&site);
    build(&site);
    let before = written(&site);
    let sections = "## 2 別の節\n\n別の文である。\n";
    for edited in [
        // A sentence above all others moves them.
        format!("はじめの文である。\n\n{WHOLE}"),
        // A clause is gone, and one is reworded.
        "## 1 市民の安全\n\n公園の遊具を毎月点検する。\n".to_owned(),
        // An author's id, and another section above.
        format!("{sections}\n{}", WHOLE.replace("## 1 市民の安全", "## 3 市民の安全 {#anzen}")),
    ] {
        write(&site, &edited);
        build(&site);
        assert!(written(&site) != before, "{edited}");
    }
    write(&site, WHOLE);
    build(&site);
    let after = written(&site);
    let differing: Vec<&String> = after.keys().filter(|path| after.get(*path) != before.get(*path)).collect();
    assert!(after == before, "{differing:?}");
}

#[test]
fn a_document_deleted_before_its_release_leaves_no_byte() {
    let site = site(WHOLE);
    release(&site);
    build(&site);
    let before = written(&site);
    site.write("content/r8/b.md", document(DAY, "## 1 余分\n\n余分な文書である。\n"));
    build(&site);
    assert!(!naming(&written(&site), "余分な文書").is_empty());
    site.remove("content/r8/b.md");
    build(&site);
    assert!(written(&site) == before);
    site.write("content/r8/b.md", document(DAY, "## 1 余分\n\n余分な文書である。\n"));
    release(&site);
    site.remove("content/r8/b.md");
    assert_eq!(site.run("build --now 2026-04-10").codes(), ["document-lost"]);
}

#[test]
fn an_unreleased_document_that_is_a_draft_again_leaves_no_record() {
    let site = site(WHOLE);
    build(&site);
    assert!(site.files("content").contains_key("r8/a.lock"));
    site.write("content/r8/a.md", document("status: draft", WHOLE));
    let built = site.run("build --now 2026-04-10");
    assert_eq!((built.code, built.codes()), (0, vec![]), "{built}");
    assert!(!site.files("content").contains_key("r8/a.lock"));
}

#[test]
fn nobody_is_asked_about_clauses_that_were_not_released() {
    let long = "市政運営の効果的な推進に当たっては、民間の知識を取り入れ経営の視点を持って、行政資源の選択と集中を常に意識する。\n";
    let reworded =
        "市政運営に当たっては、民間の経営感覚を取り入れ、行政資源の選択と集中を図り、人材と予算を事業に振り向ける。\n";
    let unreleased = site(long);
    build(&unreleased);
    write(&unreleased, reworded);
    build(&unreleased);
    let released = site(long);
    release(&released);
    write(&released, reworded);
    assert_eq!(released.run("build --now 2026-04-10").codes(), ["address-unclear"]);
}

#[test]
fn a_renaming_undone_before_the_release_leaves_no_byte() {
    let site = site(WHOLE);
    release(&site);
    build(&site);
    let before = written(&site);
    site.remove("content/r8/a.md");
    let lock = site.read("content/r8/a.lock");
    site.remove("content/r8/a.lock");
    site.write("content/r8/b.lock", lock);
    site.write("content/r8/b.md", document(&format!("{DAY}\naliases: r8/a"), WHOLE));
    build(&site);
    let lock = site.read("content/r8/b.lock");
    site.remove("content/r8/b.md");
    site.remove("content/r8/b.lock");
    site.write("content/r8/a.lock", lock);
    write(&site, WHOLE);
    build(&site);
    assert!(written(&site) == before);
}

#[test]
fn a_release_says_on_one_screen_what_becomes_public() {
    let site = site(WHOLE);
    insta::assert_snapshot!(site.run("release --now 2026-04-10 --dry-run"), @r"
    exit 0
    --- stdout
    第1回の公開で、次のとおり公開されます
      r8/a  新しい文書：新しいアドレス 3
    まだ公開していません。これでよければ hoshin release を実行してください。
    --- stderr
    指摘なし; 公開 1・設定と付属データ 1
    ");
    assert_eq!(site.files("public").len() + site.files("content").len(), 2, "nothing is written");
    release(&site);
    insta::assert_snapshot!(site.run("release --now 2026-04-11 --lang en"), @r"
    exit 0
    --- stdout
    Release 1
      no address changes
    --- stderr
    nothing found; public 1, registries and sidecars 3; public: 0 written, 44 unchanged, 0 removed (0.00 s)
    ");
    let edited = "## 1 市民の安全\n\n市民を招いて毎月相談会を開く。\n\n公園の遊具を毎年点検する。\n";
    site.write("content/r8/a.md", document(&format!("{DAY}\nrevised: 2026-04-12"), edited));
    let built = site.run("build --now 2026-04-12");
    let last = built.err.lines().last().unwrap();
    assert_eq!(last, "まだ公開していません（hoshin release で公開します）: 文書 1・新しい条項 1・変わった条項 2");
    let released = site.run("release --now 2026-04-12");
    assert_eq!(released.out, "第2回の公開\n  r8/a  新しいアドレス 1・移動 1・廃止 1\n");
}

#[test]
fn a_released_site_tells_its_release_and_is_made_again_as_it_was() {
    let site = site(WHOLE);
    build(&site);
    assert!(site.read("public/build.json").contains("\"release\": null"));
    release(&site);
    let released = site.files("public");
    insta::assert_snapshot!(hidden(&site.read("public/build.json")), @r#"
    {
      "hoshin": "0.1.0",
      "release": 1,
      "moment": "2026-04-09T15:00:00Z",
      "inputs": "…"
    }
    "#);
    // On another day, from a clean clone, without a release: the same bytes.
    let clone = site
        .files("content")
        .into_iter()
        .fold(Site::empty(), |clone, (path, bytes)| clone.file(&format!("content/{path}"), bytes));
    assert_eq!(clone.run("build --locked --now 2026-08-01").code, 0);
    assert!(clone.files("public") == released);
    clone.write("content/site.yaml", format!("{}language: ja\n", crate::kit::SITE));
    assert_eq!(clone.run("build --now 2026-08-01").code, 0);
    assert!(clone.read("public/build.json").contains("\"release\": null"), "an edit is not released");
}

/// The file without the digest.
fn hidden(text: &str) -> String {
    let is_digest = |word: &str| word.len() == 64;
    text.split('"').map(|word| if is_digest(word) { "…" } else { word }).collect::<Vec<_>>().join("\"")
}

#[test]
fn a_site_of_a_day_to_come_is_not_recorded_and_does_not_replace_a_release() {
    let site = site(WHOLE);
    let future = "--now 2999-04-01";
    assert_eq!(site.run(&format!("build {future}")).code, 0);
    assert!(!site.files("content").keys().any(|path| path.ends_with(".lock")));
    assert_eq!(site.run(&format!("release {future}")).codes(), ["release-in-future"]);
    release(&site);
    site.write("content/r8/b.md", document(&format!("{DAY}\npublish_at: 2999-03-01"), "予告の文である。\n"));
    let (content, public) = (site.files("content"), site.files("public"));
    assert_eq!(site.run(&format!("build {future}")).codes(), ["future-over-release"]);
    assert!(site.files("content") == content && site.files("public") == public);
    let apart = site.run(&format!("build {future} --output apart"));
    assert_eq!(apart.code, 0, "{apart}");
    assert!(!naming(&site.files("apart"), "予告の文").is_empty());
    assert!(site.files("content") == content);
}

#[test]
fn a_site_of_an_earlier_version_is_taken_over_once() {
    let site = site(WHOLE);
    release(&site);
    // Earlier versions wrote the same records without releases.
    let list = site.read("content/site.lock");
    let earlier: String =
        list.lines().filter(|line| !line.contains("\"release\"")).map(|line| format!("{line}\n")).collect();
    site.write("content/site.lock", earlier);
    build(&site);
    assert!(!site.files("public").contains_key("build.json"), "nothing is new");
    assert_eq!(site.run("release --now 2026-04-10").codes(), ["release-not-adopted"]);
    assert_eq!(site.run("release --adopt --now 2026-04-10").code, 0);
    assert!(site.read("content/site.lock") == list);
}

#[test]
fn a_release_does_not_take_away_the_addresses_of_a_withheld_document() {
    let site = site(WHOLE);
    assert_eq!(site.run("release --now 2026-04-10").code, 0);
    let before = site.files("public");
    for front in
        ["status: draft\nissued: 2026-04-01", "status: published\npublish_at: 2099-04-01T09:00\nissued: 2026-04-01"]
    {
        site.write("content/r8/a.md", document(front, WHOLE));
        let refused = site.run("release --now 2026-05-01");
        assert_eq!((refused.code, refused.codes()), (1, vec!["document-unpublished"]), "{front}: {refused}");
        assert!(site.files("public") == before, "{front}: the site is as it was");
    }
}
