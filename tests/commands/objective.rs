//! `hoshin objective`: imports a table that Excel has saved into the Markdown.

use crate::kit::{Site, document};

/// Thirty objectives without values, as at the start of a year.
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

/// A table as Excel on Windows saves it.
fn excel(text: &str) -> Vec<u8> {
    let (bytes, _, failed) = encoding_rs::SHIFT_JIS.encode(text.trim_start_matches('\u{FEFF}'));
    assert!(!failed);
    bytes.into_owned()
}

#[test]
fn a_table_saved_by_excel_is_imported_and_exported_byte_for_byte() {
    let site = site();
    let before = site.read("content/r8/a.md");
    assert_eq!(site.run("objective export --csv mokuhyo.csv").code, 0);
    let table = site.read("mokuhyo.csv");
    assert!(table.starts_with("\u{FEFF}文書,id,項目,目標,"), "{table}");
    assert_eq!(table.lines().count(), 1 + 30 * 3);
    assert_eq!(table.matches("\r\n").count(), 1 + 30 * 3);

    // An unchanged table changes nothing, in either encoding.
    site.write("excel.csv", excel(&table));
    for file in ["mokuhyo.csv", "excel.csv"] {
        assert_eq!(
            site.run(&format!("objective import {file} --write")).out,
            "表と原稿は同じです。変えるものはありません。\n"
        );
    }
    assert_eq!(site.read("content/r8/a.md"), before);

    // Thirty baselines are filled in.
    let filled = table.replace("基準値,,未設定,未設定", "基準値,,100,2026/3/31");
    site.write("excel.csv", excel(&filled));
    let preview = site.run("objective import excel.csv");
    let cells = "  30：2か所\n    30 指標30 基準値 値：未設定 → 100\n    30 指標30 基準値 時点：未設定 → 2026-03-31\n";
    assert!(preview.out.contains(cells) && preview.out.contains("まだ書き込んでいません"), "{preview}");
    assert_eq!(preview.out.matches(" → ").count(), 60, "{preview}");
    assert_eq!(site.read("content/r8/a.md"), before);
    let written = site.run("objective import excel.csv --write");
    assert_eq!(written.code, 0, "{written}");
    let after = site.read("content/r8/a.md");
    let expected =
        before.replace("    direction: up\n", "    direction: up\n    baseline: { value: 100, on: 2026-03-31 }\n");
    assert_eq!(after, expected);

    // Another export and import give the same bytes, and no address has changed.
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
fn deletions_are_listed_before_they_are_made() {
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
      1：3か所
        1 指標1 基準値 値：100 → （なし）
        1 指標1 基準値 時点：2026-03-31 → （なし）
        1 指標1 基準値 備考：速報 → （なし）
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
fn a_wrong_clause_and_a_windows_character_are_reported_with_row_and_column() {
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
fn characters_missing_in_cp932_are_listed_and_nothing_is_written() {
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
fn windows_line_ends_are_kept() {
    let text =
        document("status: draft", "## 1 目標\n\n```objective\nindicator: 数\nunit: 人\n```\n").replace('\n', "\r\n");
    let site = Site::new().file("content/r8/a.md", format!("\u{FEFF}{text}"));
    site.write("t.csv", "文書,項目,指標,区分,値\r\nr8/a,1,数,目標値,5\r\n");
    let written = site.run("objective import t.csv --write");
    assert_eq!(written.code, 0, "{written}");
    let expected = text.replace("unit: 人\r\n", "unit: 人\r\ntarget: { value: 5, by: 未設定 }\r\n");
    assert_eq!(site.read("content/r8/a.md"), format!("\u{FEFF}{expected}"));
}

/// An objective with characters that code page 932 replaces by others.
fn shifted() -> Site {
    let block = "```objective\nindicators:\n  - name: 4〜6月の回数\n    unit: 回\n    direction: up\n    baseline: { value: 10000, on: 2026-03-31 }\n```\n";
    let text = format!("## 1 4〜6月—その1\n\n{block}");
    let site = Site::new().file("content/r8/a.md", document("status: published", &text));
    assert_eq!(site.run("build").code, 0);
    assert_eq!(site.run("objective export --csv t.csv").code, 0);
    site
}

#[test]
fn a_table_saved_in_cp932_makes_no_second_indicator() {
    let site = shifted();
    let before = site.read("content/r8/a.md");
    let table = site.read("t.csv").replace('〜', "～").replace('—', "―");
    site.write("t.csv", excel(&table));
    for command in ["objective import t.csv", "objective import t.csv --write"] {
        assert_eq!(site.run(command).out, "表と原稿は同じです。変えるものはありません。\n");
    }
    assert_eq!(site.read("content/r8/a.md"), before);
    // Calc does this with invisible characters, Excel with characters it does not have.
    for (ours, theirs) in [("回\u{200b}数", "回数"), ("回\u{20bb7}数", "回??数"), ("か\u{3099}数", "が数")]
    {
        site.write("content/r8/a.md", before.replace("回数", ours));
        site.write("t.csv", excel(&table.replace("回数", theirs)));
        let told = site.run("objective import t.csv --write");
        assert_eq!((told.code, told.out.as_str()), (0, "表と原稿は同じです。変えるものはありません。\n"), "{told}");
        assert_eq!(site.read("content/r8/a.md"), before.replace("回数", ours));
    }
}

#[test]
fn the_import_shows_old_and_new_of_every_cell_before_it_writes() {
    let site = shifted();
    let table = site.read("t.csv");
    for (from, to, line) in [
        ("10000,", "1000,", "1 4〜6月の回数 基準値 値：10000 → 1000"),
        ("増やす", "減らす", "1 4〜6月の回数 目指す方向：増やす → 減らす"),
        (",回,", ",千回,", "1 4〜6月の回数 単位：回 → 千回"),
    ] {
        site.write("t.csv", table.replace(from, to));
        let shown = site.run("objective import t.csv");
        assert!(shown.out.contains(&format!("    {line}\n")), "{shown}");
        let json = site.run("objective import t.csv --format json").json();
        let cell = &json["changes"][0];
        let told = ["clause", "indicator", "part", "column", "old", "new"].map(|key| cell[key].as_str().unwrap());
        let [clause, indicator, part, column, old, new] = told;
        let place = [clause, indicator, part, column].into_iter().filter(|part| !part.is_empty());
        assert_eq!(format!("{}：{old} → {new}", place.collect::<Vec<_>>().join(" ")), line, "{json}");
    }
    let shown = site.run("objective import t.csv").out;
    let written = site.run("objective import t.csv --write").out;
    let listed = shown.split("\nまだ").next().unwrap();
    assert_eq!(written, format!("{listed}書き込みました。表にない値は、そのままです。\n"));
}

#[test]
fn warnings_of_the_import_are_in_the_json() {
    let site = shifted();
    site.write("t.csv", site.read("t.csv").replace("2026-03-31,", "2026-03-31,①速報"));
    let json = site.run("objective import t.csv --format json").json();
    let codes: Vec<&str> =
        json["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["ledger-platform-character"]);
}

#[test]
fn a_control_character_in_a_table_is_refused() {
    let site = shifted();
    let (before, table) = (site.read("content/r8/a.md"), site.read("t.csv"));
    for c in ['\0', '\u{8}', '\u{85}', '\u{fffe}'] {
        site.write("t.csv", table.replace("2026-03-31,", &format!("2026-03-31,速{c}報")));
        let told = site.run("objective import t.csv --write");
        assert_eq!((told.code, told.codes()), (1, vec!["control-character"]), "{told}");
        assert!(told.err.contains("t.csv:2:"), "{told}");
    }
    assert_eq!(site.read("content/r8/a.md"), before);
}

#[test]
fn a_table_that_cannot_be_written_is_reported_as_such() {
    let site = site();
    let told = site.run("objective export --csv nai/t.csv --lang en");
    assert_eq!((told.code, told.codes()), (1, vec!["ledger-not-written"]), "{told}");
    assert!(told.err.contains("this file cannot be written"), "{told}");
    assert!(!told.err.contains("would publish"), "{told}");
}
