//! Deletions by a table.

use super::*;

/// The lines of the Markdown that a table removes, and the report about them.
fn deleted(corpus: &Corpus, table: &str) -> Result<(String, Vec<String>), Vec<String>> {
    let text = imported(corpus, table)?;
    let (amended, _) = import(corpus, table).unwrap();
    let gone = amended.into_iter().flat_map(|one| one.gone).map(|(name, what)| format!("{name} {what}")).collect();
    Ok((text, gone))
}

const MANY: &str = "## 4 広報\n\n(1) 登録者を増やす。\n\n```objective\nindicators:\n  - name: 登録者数\n    unit: 人\n    direction: up\n    baseline: { value: 100, on: 2026-03-31, note: 前年度 }\n    target: { value: 200 }\n    actuals:\n      - { value: 110, on: 2026-06-30 } # 確定\n      - value: 120\n        on: 2026-09-30\n        note: 速報\n      - { value: 130, on: 2026-12-31 }\n    interim: [{ value: 150, by: 2026-09-30 }, 160]\ndue_label: 年度末\nsdgs: [3, 11]\nstatus: under-way\n```\n";

#[test]
fn only_marked_values_are_deleted() {
    let corpus = corpus(MANY);
    let table = exported(&corpus);
    let all = "150,2026-09-30";
    for (from, to, gone, lines) in [
        (
            "実績,1,110,",
            "実績,1,削除,",
            "登録者数 実績1（110、2026-06-30）",
            "      - { value: 110, on: 2026-06-30 } # 確定\n",
        ),
        (
            "実績,2,120,2026-09-30,速報",
            "実績,2,削除,2026/9/30,",
            "登録者数 実績2（120、2026-09-30、速報）",
            "      - value: 120\n        on: 2026-09-30\n        note: 速報\n",
        ),
        ("2026-09-30,速報", "2026-09-30,削除", "登録者数 実績2 備考（速報）", "        note: 速報\n"),
        (
            "基準値,,100,",
            "基準値,,削除,",
            "登録者数 基準値（100、2026-03-31、前年度）",
            "    baseline: { value: 100, on: 2026-03-31, note: 前年度 }\n",
        ),
        ("2026-03-31,前年度", "2026-03-31,未設定", "登録者数 基準値 備考（前年度）", ", note: 前年度"),
        (
            "中間目標,1,150,",
            "中間目標,1,削除,",
            "登録者数 中間目標1（150、2026-09-30）",
            "{ value: 150, by: 2026-09-30 }, ",
        ),
        ("中間目標,2,160,", "中間目標,2,削除,", "登録者数 中間目標2（160、未設定）", ", 160"),
    ] {
        assert!(table.contains(from) && table.contains(all), "{from} in {table}");
        let expected = MANY.replacen(lines, "", 1);
        let told = format!("4(1) {gone}");
        assert_eq!(deleted(&corpus, &table.replace(from, to)), Ok((expected, vec![told])), "{to}");
    }
    let with = |from: &str, to: &str| deleted(&corpus, &table.replace(from, to)).unwrap();
    let (text, gone) = with(",年度末,3;11,", ",削除,削除,");
    assert_eq!(text, MANY.replace("due_label: 年度末\nsdgs: [3, 11]\n", ""));
    assert_eq!(gone, ["4(1) 期限の表記（年度末）", "4(1) SDGs（3;11）"]);
    let (text, gone) = with(",進行中,", ",削除,");
    assert_eq!(text, MANY.replace("under-way", "未設定"));
    assert_eq!(gone, ["4(1) 達成状況（進行中）"]);
}

#[test]
fn a_whole_list_can_be_replaced() {
    let corpus = corpus(MANY);
    let table = exported(&corpus);
    let none = ["110", "120", "130"].iter().fold(table, |table, value| table.replace(&format!(",{value},"), ",削除,"));
    let (text, gone) = deleted(&corpus, &none).unwrap();
    let list = &MANY[MANY.find("    actuals:").unwrap()..MANY.find("    interim:").unwrap()];
    assert_eq!((text, gone.len()), (MANY.replace(list, ""), 3));
    let row = none.lines().nth(1).unwrap().replace("基準値,,100,2026-03-31,前年度", "実績,,140,2027-01-31,");
    let (text, _) = deleted(&corpus, &format!("{none}{row}\r\n")).unwrap();
    assert_eq!(text, MANY.replace(list, "    actuals:\n      - { value: 140, on: 2027-01-31 }\n"));
}

#[test]
fn a_second_import_deletes_nothing() {
    let corpus = corpus(MANY);
    let table = exported(&corpus).replace("実績,1,110,", "実績,1,削除,");
    let (text, _) = deleted(&corpus, &table).unwrap();
    let again = deleted(&self::corpus(&text), &table).unwrap_err();
    assert!(
        again[0].ends_with("消そうとしている値は、この時点の値ではありません。表を書き出し直してください"),
        "{again:?}"
    );
    let row = |cells: &str| {
        let table = format!("{HEADER}r8/a,,4(1),,未設定,進行中,未設定,年度末,3;11,,登録者数,,人,増やす,{cells}\r\n");
        deleted(&corpus, &table).unwrap_err()
    };
    for (cells, expected) in [
        (
            "実績,,削除,,",
            "表の2行目「番号」の列「」：どの値を消すのか分かりません。「番号」を書いてください（hoshin objective export が書き出します）",
        ),
        ("実績,7,削除,,", "表の2行目「番号」の列「7」：この番号の値はありません。新しい値は番号を空欄にします"),
        ("進み具合,,削除,,", "表の2行目「値」の列「削除」：消すものがありません"),
    ] {
        assert_eq!(row(cells)[0], expected);
    }
}

#[test]
fn a_value_of_a_list_is_deleted_only_by_a_unique_day() {
    let needed = "番号だけでは、どの値を消すのか確かめられません。「時点」を書き出されたまま残してください（hoshin objective export が書き出します）";
    let same =
        "同じ時点の値（時点のないもの同士も同じです）がほかにもあるため、表では消せません。Markdown で消してください";
    let twice = MANY.replace("on: 2026-09-30", "on: 2026-06-30");
    let bare = MANY.replace("{ value: 150, by: 2026-09-30 }", "150");
    for (text, changes, expected) in [
        (MANY, &[("実績,1,110,2026-06-30", "実績,1,削除,削除")][..], Err((6, "削除", needed))),
        (&twice, &[("実績,1,110,", "実績,1,削除,")], Err((6, "2026-06-30", same))),
        (&twice, &[("実績,2,120,", "実績,2,削除,")], Err((7, "2026-06-30", same))),
        (&twice, &[("実績,3,130,", "実績,3,削除,")], Ok(1)),
        // None of them stays, so none can be mistaken for another.
        (&twice, &[("実績,1,110,", "実績,1,削除,"), ("実績,2,120,", "実績,2,削除,")], Ok(2)),
        (&bare, &[("中間目標,1,150,", "中間目標,1,削除,")], Err((3, "未設定", same))),
    ] {
        let corpus = corpus(text);
        let found = deleted(&corpus, &changed(&exported(&corpus), changes)).map(|(_, gone)| gone.len());
        let told = |(row, cell, why)| vec![format!("表の{row}行目「時点」の列「{cell}」：{why}")];
        assert_eq!(found, expected.map_err(told), "{changes:?}");
    }
    // The table lacks the column.
    let without = |from: &str, to: &str| {
        let table = changed(&exported(&corpus(MANY)), &[(from, to)]);
        let cut = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            [&cells[..17], &cells[18..]].concat().join(",")
        };
        let table: String = table.lines().map(|line| cut(line) + "\r\n").collect();
        deleted(&corpus(MANY), &table).map(|(_, gone)| gone.len())
    };
    assert_eq!(without("実績,1,110,", "実績,1,削除,"), Err(vec![format!("表の6行目「時点」の列「」：{needed}")]));
    assert_eq!(without("基準値,,100,", "基準値,,削除,"), Ok(1));
}

#[test]
fn a_text_equal_to_the_word_for_deleting_is_exported_and_imported() {
    let corpus = corpus(&TEXT.replace("=速報", "削除"));
    let table = exported(&corpus);
    assert!(table.contains(",'削除\r\n"), "{table}");
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
}
