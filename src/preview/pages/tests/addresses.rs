//! The pages of addresses.

use super::{AFTER, BEFORE, PreviewSample, document, revised, texts};
use crate::address;
use crate::diagnostic::{SourceFile, catalogue};
use crate::policy::DocumentId;

#[test]
fn an_edit_is_shown_clause_by_clause() {
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
fn every_change_has_the_command_that_settles_it() {
    let sample = revised(AFTER);
    let html = sample.page("_hoshin/addresses/r8/a/index.html");
    let file = &sample.locks["content/r8/a.lock"];
    let lock = address::read_record(file).unwrap();
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
fn an_unclear_clause_is_shown_with_its_candidates() {
    let after =
        BEFORE.replace("駅前の道路を広げて歩道を設ける。", "駅前の道路を広げて自転車の通る道と植樹帯を設ける。");
    let html = revised(&after).page("_hoshin/addresses/r8/a/index.html");
    assert_eq!(texts(&html, ".counts .tag")[0], "どの項か決まらない");
    assert_eq!(texts(&html, ".change h3")[0], "候補 2第2段落");
    assert!(texts(&html, ".difference")[1].starts_with("駅前の道路を広げて"), "{:?}", texts(&html, ".difference"));
    assert!(texts(&html, ".choices code")[0].starts_with("hoshin anchor same "));
}

#[test]
fn a_document_without_changes_and_a_new_document_have_a_note() {
    let html = revised(BEFORE).page("_hoshin/addresses/r8/a/index.html");
    assert_eq!(texts(&html, "main .lead")[1], "公開済みの5項は、場所も文も変わっていません。");
    let html = revised(BEFORE).page("_hoshin/addresses/r8/b/index.html");
    assert_eq!(
        texts(&html, "main .lead")[1],
        "この文書は、まだ公開されていません。公開すると、1項にアドレスが付きます。"
    );
}

/// Two published documents. The second is gone, and the first refers to it.
fn with_one_gone() -> PreviewSample {
    let first = document("status: published", "方針", "[[r8/moto#s1]] による。");
    let gone = document("status: published", "元の方針", "## 1 一\n\n公園を整備する。");
    PreviewSample::new(&[("r8/a.md", &first)], &[("r8/a.md", &first), ("r8/moto.md", &gone)])
}

#[test]
fn a_document_that_was_taken_down_has_a_page() {
    let mut sample = with_one_gone();
    let mut lock = address::read_list(&sample.locks[address::SITE_LOCK]).unwrap();
    let fate = address::DocumentFate::TakenDown {
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
fn a_lost_document_has_a_page_with_the_commands_that_settle_it() {
    let mut sample = with_one_gone();
    let html = sample.page("_hoshin/addresses/r8/moto/index.html");
    assert_eq!(
        texts(&html, ".choices code"),
        ["hoshin anchor rename r8/moto … --write", "hoshin anchor retire r8/moto --reason \"…\" --write"]
    );
    assert_eq!(texts(&sample.page("_hoshin/addresses/index.html"), ".documents li .tag"), ["決めることがあります"]);
    // A document whose file exists and cannot be read is not lost.
    sample.found.push(catalogue::not_utf8().in_file("content/r8/moto.md"));
    assert_eq!(texts(&sample.page("_hoshin/addresses/index.html"), ".documents li a"), ["方針"]);
}
