//! `hoshin objective`: a table that Excel has saved, back into the Markdown.

use crate::kit::{Site, document};

/// Thirty objectives without a value, as an office starts the year.
fn thirty() -> String {
    let one = |n: usize| {
        format!(
            "## {n} 目標その{n}\n\n説明の文{n}。\n\n```objective\n# 担当者の覚え書き{n}\nindicators:\n  - name: 指標{n}\n    unit: 件\n    direction: up\n```\n\n"
        )
    };
    (1..=30).map(one).collect()
}

fn site() -> Site {
    let site = Site::new().file("content/r8/a.md", document("status: published", &thirty()));
    let built = site.run("build");
    assert_eq!(built.code, 0, "{built}");
    site
}

/// As Excel on Windows saves it.
fn excel(text: &str) -> Vec<u8> {
    let (bytes, _, failed) = encoding_rs::SHIFT_JIS.encode(text.trim_start_matches('\u{FEFF}'));
    assert!(!failed);
    bytes.into_owned()
}

#[test]
fn a_table_saved_by_excel_is_taken_over_and_comes_back_byte_for_byte() {
    let site = site();
    let before = site.read("content/r8/a.md");
    assert_eq!(site.run("objective export --csv mokuhyo.csv").code, 0);
    let table = site.read("mokuhyo.csv");
    assert!(table.starts_with("\u{FEFF}文書,id,項目,目標,"), "{table}");
    assert_eq!(table.lines().count(), 1 + 30 * 3);
    assert_eq!(table.matches("\r\n").count(), 1 + 30 * 3);

    // Unchanged, it changes nothing, in either encoding.
    site.write("excel.csv", excel(&table));
    for file in ["mokuhyo.csv", "excel.csv"] {
        assert_eq!(
            site.run(&format!("objective import {file} --write")).out,
            "表と原稿は同じです。変えるものはありません。\n"
        );
    }
    assert_eq!(site.read("content/r8/a.md"), before);

    // With thirty baselines filled in.
    let filled = table.replace("基準値,,未設定,未設定", "基準値,,100,2026/3/31");
    site.write("excel.csv", excel(&filled));
    let preview = site.run("objective import excel.csv");
    assert!(preview.out.contains("  30：1か所\n") && preview.out.contains("まだ書き込んでいません"), "{preview}");
    assert_eq!(site.read("content/r8/a.md"), before);
    let written = site.run("objective import excel.csv --write");
    assert_eq!(written.code, 0, "{written}");
    let after = site.read("content/r8/a.md");
    let expected =
        before.replace("    direction: up\n", "    direction: up\n    baseline: { value: 100, on: 2026-03-31 }\n");
    assert_eq!(after, expected);

    // Out, in and out again: the same bytes; and no address has changed.
    for encoding in ["utf-8", "cp932"] {
        let export = format!("objective export --encoding {encoding} --csv");
        assert_eq!(site.run(&format!("{export} first.csv")).code, 0);
        assert_eq!(site.run("objective import first.csv --write").code, 0);
        assert_eq!(site.run(&format!("{export} second.csv")).code, 0);
        assert_eq!(std::fs::read(site.path("first.csv")).unwrap(), std::fs::read(site.path("second.csv")).unwrap());
    }
    assert_eq!(site.read("content/r8/a.md"), after);
    let locked = site.run("build --locked");
    assert_eq!(locked.code, 0, "{locked}");
}

#[test]
fn what_a_table_deletes_is_listed_before_it_is_deleted() {
    let site = site();
    site.run("objective export --csv t.csv");
    let table = site.read("t.csv").replacen("基準値,,未設定,未設定,", "基準値,,100,2026/3/31,速報", 1);
    site.write("t.csv", &table);
    site.run("objective import t.csv --write");
    let filled = site.read("content/r8/a.md");
    site.write("t.csv", table.replacen("基準値,,100,", "基準値,,削除,", 1));
    insta::assert_snapshot!(site.run("objective import t.csv"), @"
    exit 0
    --- stdout
    content/r8/a.md
      1：1か所
      消えるもの:
        1 指標1 基準値（100、2026-03-31、速報）

    まだ書き込んでいません。これでよければ:
      hoshin objective import t.csv --write
    ");
    assert_eq!(site.read("content/r8/a.md"), filled);
    assert_eq!(site.run("objective import t.csv --write").code, 0);
    let gone = "    baseline: { value: 100, on: 2026-03-31, note: 速報 }\n";
    assert_eq!(site.read("content/r8/a.md"), filled.replace(gone, ""));
    assert!(filled.contains(gone) && site.run("check").code == 0);
    assert!(
        site.run("objective import --help").out.contains("消すときは「削除」"),
        "{}",
        site.run("objective import --help")
    );
}

#[test]
fn a_wrong_clause_and_a_windows_character_are_told_with_row_and_column() {
    let site = site();
    let before = site.read("content/r8/a.md");
    assert_eq!(site.run("objective export --csv t.csv").code, 0);
    let table = site.read("t.csv");
    let id = table.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let wrong = table.replacen(&format!("r8/a,{id},1,"), "r8/a,,31,", 1).replacen(
        "基準値,,未設定,未設定,",
        "基準値,,7,2026/3/31,第①回",
        2,
    );
    site.write("t.csv", excel(&wrong));
    let told = site.run("objective import t.csv --write");
    assert_eq!(told.code, 1, "{told}");
    assert!(told.err.contains("表の2行目「項目」の列「31」：この項目はありません"), "{told}");
    assert!(told.err.contains("表の2行目「備考」の列に機種依存文字「①」（U+2460）があります"), "{told}");
    assert_eq!(site.read("content/r8/a.md"), before);
}

#[test]
fn what_cp932_does_not_have_is_listed_and_nothing_is_written() {
    let site = site();
    let text = site.read("content/r8/a.md").replacen(
        "    direction: up\n",
        "    direction: up\n    baseline: { value: 1, note: 𠮷〜 }\n",
        1,
    );
    site.write("content/r8/a.md", text);
    let told = site.run("objective export --encoding cp932 --csv t.csv");
    assert_eq!(told.code, 1, "{told}");
    for expected in ["表の2行目「備考」の列の「𠮷」（U+20BB7）", "表の2行目「備考」の列の「〜」（U+301C）"]
    {
        assert!(told.err.contains(expected), "{told}");
    }
    assert!(!site.path("t.csv").exists());
}

#[test]
fn files_of_windows_keep_their_line_ends() {
    let text =
        document("status: draft", "## 1 目標\n\n```objective\nindicator: 数\nunit: 人\n```\n").replace('\n', "\r\n");
    let site = Site::new().file("content/r8/a.md", format!("\u{FEFF}{text}"));
    site.write("t.csv", "文書,項目,指標,区分,値\r\nr8/a,1,数,目標値,5\r\n");
    let written = site.run("objective import t.csv --write");
    assert_eq!(written.code, 0, "{written}");
    let expected = text.replace("unit: 人\r\n", "unit: 人\r\ntarget: { value: 5, by: 未設定 }\r\n");
    assert_eq!(site.read("content/r8/a.md"), format!("\u{FEFF}{expected}"));
}
