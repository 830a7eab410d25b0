use super::*;
use crate::corpus::Corpus;
use crate::corpus::testing::{page, site};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::{Document, DocumentId};

const UNITS: &str = "organizations:\n  - id: koho\n    name: 広報課\n";
const TEXT: &str = "## 4 広報\n\n(1) 登録者を増やす。\n\n```objective\n# 注\nimplements: r8/ue#s1\nindicators:\n  - name: 登録者数\n    unit: 人\n    direction: up\n    baseline: { value: 0100, on: 令和8年3月31日 } # 前年度\n    actuals:\n      - { value: 120, on: 2026-06-30, note: =速報 }\nstatus: 未設定\nowner: koho\n```\n\n(2) 残業を減らす。\n\n次の文。\n";

fn corpus(text: &str) -> Corpus {
    site(&[
        ("organizations.yaml", UNITS),
        ("r8/ue.md", &page("R8", "上", "## 1 甲\n")),
        ("r8/a.md", &page("R8", "目標", text)),
    ])
}

fn exported(corpus: &Corpus) -> String {
    let documents: Vec<&Document> = corpus.documents().collect();
    decode(&encode(&export(corpus, &documents), Encoding::Utf8).unwrap()).unwrap()
}

/// The table with some words replaced.
fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} in {text}");
        text.replacen(from, to, 1)
    })
}

/// What a table changes.
fn import(corpus: &Corpus, table: &str) -> Result<(Vec<Amended>, Diagnostics), Diagnostics> {
    super::import(corpus, &SourceFile::new("t.csv", table))
}

/// The Markdown of r8/a after an import, without its front matter.
fn imported(corpus: &Corpus, table: &str) -> Result<String, Vec<String>> {
    match import(corpus, table) {
        Ok((amended, _)) => Ok(amended.first().map_or(String::new(), |one| {
            one.text.split("---\n\n").nth(1).unwrap_or_default().trim_end().to_owned() + "\n"
        })),
        Err(found) => Err(found.sorted().iter().map(|one| one.text.ja.clone()).collect()),
    }
}

const HEADER: &str = "文書,id,項目,目標,担当,達成状況,期限,期限の表記,SDGs,上位の項目,指標,指標の種類,単位,目指す方向,区分,番号,値,時点,備考\r\n";

#[test]
fn a_row_for_each_value() {
    let shared = "r8/a,,4(1),登録者を増やす。,koho,未設定,未設定,,,r8/ue#s1,登録者数,未設定,人,増やす";
    let expected = [
        HEADER.to_owned(),
        format!("{shared},基準値,,0100,2026-03-31,\r\n"),
        format!("{shared},目標値,,未設定,未設定,\r\n"),
        format!("{shared},実績,1,120,2026-06-30,'=速報\r\n"),
    ];
    assert_eq!(exported(&corpus(TEXT)), expected.concat());
}

#[test]
fn what_a_spreadsheet_makes_of_it_is_no_change() {
    let corpus = corpus(TEXT);
    let table = exported(&corpus);
    for changes in [
        &[][..],
        &[("0100", "100"), ("2026-03-31", "2026/3/31"), ("2026-06-30", "2026/6/30")],
        &[("4(1)", "４（１）"), ("koho", "広報課")],
    ] {
        assert_eq!(imported(&corpus, &changed(&table, changes)), Ok(String::new()), "{changes:?}");
    }
}

#[test]
fn a_changed_value_changes_nothing_else() {
    let corpus = corpus(TEXT);
    let table = exported(&corpus);
    let all = |from: &str, to: &str| table.replace(from, to);
    for (table, from, to) in [
        (all("0100", "130"), "0100", "130"),
        (all("2026-06-30", "2026/7/1"), "2026-06-30", "2026-07-01"),
        (all(",koho,未設定", ",koho,達成"), "status: 未設定", "status: 達成"),
        (all("目標値,,未設定,未設定", "目標値,,200,2027/3/31"), "\n    actuals", "\n    actuals"),
    ] {
        let text = imported(&corpus, &table).unwrap();
        if from == to {
            let expected = TEXT.replace(
                "      - { value: 120, on: 2026-06-30, note: =速報 }\n",
                "      - { value: 120, on: 2026-06-30, note: =速報 }\n    target: { value: 200, by: 2027-03-31 }\n",
            );
            assert_eq!(text, expected);
        } else {
            assert_eq!(text, TEXT.replacen(from, to, 1));
        }
    }
}

#[test]
fn a_new_value_a_new_indicator_and_a_new_objective() {
    let corpus = corpus(TEXT);
    let shared = "r8/a,,4(1),,koho,,,,,,";
    let table = format!(
        "{HEADER}{shared}登録者数,,人,増やす,実績,,150,2026/9/30,確定\r\n{shared}閲覧数,成果指標,件,増やす,目標値,,9,,\r\nr8/a,,4(2),,広報課,遅れ,,４月初旬,8;3,r8/ue#s1,残業時間,,時間,減らす,基準値,,12.5,2026/3/31,\r\n"
    );
    let text = imported(&corpus, &table).unwrap();
    let expected = TEXT
        .replace(
            "note: =速報 }\n",
            "note: =速報 }\n      - { value: 150, on: 2026-09-30, note: 確定 }\n  - name: 閲覧数\n    direction: 増やす\n    kind: 成果指標\n    unit: 件\n    target: { value: 9, by: 未設定 }\n",
        )
        .replace(
            "(2) 残業を減らす。\n\n次の文。\n",
            "(2) 残業を減らす。\n\n次の文。\n\n```objective\nimplements:\n  - \"r8/ue#s1\"\nindicators:\n  - name: 残業時間\n    direction: 減らす\n    unit: 時間\n    baseline: { value: 12.5, on: 2026-03-31 }\nowner: koho\nstatus: 遅れ\ndue_label: ４月初旬\nsdgs: [8, 3]\n```\n",
        );
    assert_eq!(text, expected);
    // Taken over once more, it changes nothing; exported and taken over, neither.
    let again = self::corpus(&text);
    assert_eq!(imported(&again, &table), Ok(String::new()));
    let table = exported(&again);
    assert_eq!(imported(&again, &table), Ok(String::new()));
    assert_eq!(exported(&again), table);
}

#[test]
fn every_mistake_is_told_with_row_and_column_and_nothing_is_written() {
    let corpus = corpus(TEXT);
    let row = |cells: &str| format!("{HEADER}{cells}\r\n");
    for (table, expected) in [
        (row("r8/a,,4(9),,,,,,,,数,,,,実績,,1,,"), "表の2行目「項目」の列「4(9)」：この項目はありません"),
        (
            row("r8/b,,4(1),,,,,,,,数,,,,実績,,1,,"),
            "表の2行目「文書」の列「r8/b」：この文書はありません「r8/a」ではありませんか。",
        ),
        (
            row("r8/a,,4(1),,koho,未設定,,,,,登録者数,,人,増やす,実績,1,27人,2026-06-30,=速報"),
            "表の2行目「値」の列「27人」：数として読めません。半角の数だけを書いてください「27」ではありませんか。",
        ),
        (
            row("r8/a,,4(1),,koho,未設定,,,,,登録者数,,人,増やす,実績,1,,2026-06-30,=速報"),
            "表の2行目「値」の列「」：値が消えています。消すときは「削除」、まだ決まっていないときは「未設定」と書いてください",
        ),
        (
            row("r8/a,,4(1),登録者を減らす。,koho,未設定,,,,,,,,,,,,,"),
            "表の2行目「目標」の列「登録者を減らす。」：この列は表では変えられません。Markdown を直してください",
        ),
        (
            row("r8/a,,4(1),,koho,未設定,,,,,登録者数,,人,増やす,実績,7,1,,"),
            "表の2行目「番号」の列「7」：この番号の値はありません。新しい値は番号を空欄にします",
        ),
        (
            row("r8/a,,4(2),,koho,,,,,r8/ue#s7,数,,人,増やす,基準値,,1,,"),
            "表の2行目「上位の項目」の列「r8/ue#s7」：この項目はありません",
        ),
        (row("r8/a,,4(1),,koho,順調,,,18,,,,,,,,,,"), "表の2行目「SDGs」の列「18」：SDGs の目標は1から17までです"),
        ("文書,項番\r\n".to_owned(), "表の見出し「項番」が、決まった列の名前と合いません"),
    ] {
        let found = imported(&corpus, &table).unwrap_err();
        assert!(found.iter().any(|one| one == expected), "{expected}\n{found:#?}");
    }
}

#[test]
fn windows_characters_are_told_and_taken_over() {
    let corpus = corpus(TEXT);
    let table = exported(&corpus).replace("'=速報", "①速報");
    let (amended, found) = import(&corpus, &table).unwrap();
    let told: Vec<&str> = found.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(told, ["表の4行目「備考」の列に機種依存文字「①」（U+2460）があります"]);
    assert!(amended[0].text.contains("note: \"①速報\"") || amended[0].text.contains("note: ①速報"));
}

#[test]
fn cp932_refuses_what_it_does_not_have() {
    let corpus = corpus(&TEXT.replace("=速報", "𠮷野〜速報"));
    let documents = [corpus.document(&DocumentId("r8/a".to_owned())).unwrap()];
    let rows = export(&corpus, &documents);
    let found = encode(&rows, Encoding::Cp932).unwrap_err();
    let told: Vec<&str> = found.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(
        told,
        [
            "表の4行目「備考」の列の「𠮷」（U+20BB7）は CP932 では書けません",
            "表の4行目「備考」の列の「〜」（U+301C）は CP932 では書けません",
        ]
    );
}

/// The lines of the Markdown that a table takes away, and what it says of them.
fn deleted(corpus: &Corpus, table: &str) -> Result<(String, Vec<String>), Vec<String>> {
    let text = imported(corpus, table)?;
    let (amended, _) = import(corpus, table).unwrap();
    let gone = amended.into_iter().flat_map(|one| one.gone).map(|(name, what)| format!("{name} {what}")).collect();
    Ok((text, gone))
}

const MANY: &str = "## 4 広報\n\n(1) 登録者を増やす。\n\n```objective\nindicators:\n  - name: 登録者数\n    unit: 人\n    direction: up\n    baseline: { value: 100, on: 2026-03-31, note: 前年度 }\n    target: { value: 200 }\n    actuals:\n      - { value: 110, on: 2026-06-30 } # 確定\n      - value: 120\n        on: 2026-09-30\n        note: 速報\n      - { value: 130, on: 2026-12-31 }\n    interim: [{ value: 150, by: 2026-09-30 }, 160]\ndue_label: 年度末\nsdgs: [3, 11]\nstatus: under-way\n```\n";

#[test]
fn what_is_marked_as_deleted_is_deleted_and_nothing_else() {
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
fn all_of_a_list_can_be_deleted_and_others_put_in_their_place() {
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
fn a_table_that_deletes_deletes_nothing_when_it_comes_again() {
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
fn a_value_of_a_list_is_deleted_only_by_a_day_of_its_own() {
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
        // None of them stays, so that none can be taken for another.
        (&twice, &[("実績,1,110,", "実績,1,削除,"), ("実績,2,120,", "実績,2,削除,")], Ok(2)),
        (&bare, &[("中間目標,1,150,", "中間目標,1,削除,")], Err((3, "未設定", same))),
    ] {
        let corpus = corpus(text);
        let found = deleted(&corpus, &changed(&exported(&corpus), changes)).map(|(_, gone)| gone.len());
        let told = |(row, cell, why)| vec![format!("表の{row}行目「時点」の列「{cell}」：{why}")];
        assert_eq!(found, expected.map_err(told), "{changes:?}");
    }
    // A table without the column.
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
fn a_text_that_happens_to_be_the_word_for_deleting_comes_and_goes() {
    let corpus = corpus(&TEXT.replace("=速報", "削除"));
    let table = exported(&corpus);
    assert!(table.contains(",'削除\r\n"), "{table}");
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
}

/// An objective whose texts have what code page 932 lacks or gives another character for.
const SHIFTED: &str = "## 4 4〜6月の広報—その1\n\n```objective\nindicators:\n  - name: 4〜6月の\u{200b}回数（−5度—）\n    unit: ‖回\n    baseline: { value: 100, note: 前年度〜 }\n    actuals: [{ value: 120, note: \"一行目\\n二行目\" }]\n  - name: か\u{3099}っこう\n  - name: 𠮷野の数\ndue_label: 4〜6月\n```\n";

/// As a spreadsheet saves it in code page 932: other characters for some, none for those that cannot be seen, `?` for the rest.
fn saved_in_cp932(table: &str) -> String {
    let pairs =
        [("〜", "～"), ("−", "－"), ("—", "―"), ("‖", "∥"), ("\u{200b}", ""), ("か\u{3099}", "が"), ("𠮷", "??")];
    pairs.iter().fold(table.to_owned(), |table, (from, to)| table.replace(from, to))
}

#[test]
fn characters_that_a_save_in_cp932_exchanges_are_no_change_and_no_second_indicator() {
    let corpus = corpus(SHIFTED);
    let table = saved_in_cp932(&exported(&corpus));
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
    let (_, found) = import(&corpus, &table).unwrap();
    let told: Vec<&str> = found.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(told, ["表の8行目「指標」の列で、表計算ソフトが「𠮷」（U+20BB7）を「?」などに置き換えています"]);
    // A value that somebody changed is taken over; the characters of everything else stay.
    let changed = table.replace("100,未設定,前年度～", "130,未設定,前年度～");
    assert_eq!(imported(&corpus, &changed).unwrap(), SHIFTED.replace("value: 100", "value: 130"));
}

#[test]
fn a_new_value_that_comes_again_after_a_save_is_not_added_twice() {
    let corpus = corpus(&TEXT.replace("note: =速報", "note: 4〜6月"));
    let row = "r8/a,,4(1),,koho,,,,,,登録者数,,人,増やす,実績,,120,2026-06-30,4～6月";
    assert_eq!(imported(&corpus, &format!("{HEADER}{row}\r\n")), Ok(String::new()));
}

#[test]
fn names_that_look_the_same_are_refused() {
    let told = "表の2行目「指標」の列：「4〜6月」と「4～6月」は見た目が同じで、どちらの指標か分かりません";
    let both = "## 4 広報\n\n```objective\nindicators:\n  - name: 4〜6月\n  - name: 4～6月\n```\n";
    let row = |name: &str| format!("r8/a,,4,,,,,,,,{name},,,,基準値,,1,,\r\n");
    for name in ["4〜6月", "4～6月", "4〜6\u{200b}月"] {
        let found = imported(&corpus(both), &format!("{HEADER}{}", row(name))).unwrap_err();
        assert_eq!(found[0], told, "{name}");
    }
    // Two new ones in one table.
    let found = imported(&corpus("## 4 広報\n"), &format!("{HEADER}{}{}", row("4〜6月"), row("4～6月"))).unwrap_err();
    assert_eq!(found, [told.replace("2行目", "3行目")]);
    // What is left of either of two names.
    let lost = "## 4 広報\n\n```objective\nindicators:\n  - name: 𠮷の数\n  - name: 𠮸の数\n```\n";
    let found = imported(&corpus(lost), &format!("{HEADER}{}", row("??の数"))).unwrap_err();
    assert_eq!(found, [told.replace("4〜6月", "𠮷の数").replace("4～6月", "𠮸の数")]);
}

#[test]
fn every_cell_that_changes_is_told_with_what_it_said_and_what_it_will_say() {
    let corpus = corpus(TEXT);
    let table = changed(
        &exported(&corpus).replace("人,増やす", "千人,減らす").replace(",koho,未設定", ",koho,達成"),
        &[("0100,2026-03-31", "130,2026/3/31"), ("目標値,,未設定,未設定", "目標値,,200,2027/3/31"), ("'=速報", "削除")],
    );
    let (amended, _) = import(&corpus, &table).unwrap();
    let told = |change: &Change| {
        [&change.indicator, &change.part, change.column, &change.old, &change.new].map(str::to_owned).join("|")
    };
    let told: Vec<String> = amended[0].changes.iter().flat_map(|(_, cells)| cells).map(told).collect();
    let expected = [
        "||達成状況|未設定|達成",
        "登録者数||目指す方向|増やす|減らす",
        "登録者数||単位|人|千人",
        "登録者数|基準値|値|0100|130",
        "登録者数|目標値|値|未設定|200",
        "登録者数|目標値|時点|未設定|2027-03-31",
        "登録者数|実績1|備考|=速報|",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_new_or_deleted_is_told_cell_by_cell() {
    let corpus = corpus(TEXT);
    let shared = "r8/a,,4(1),,koho,,,,,,";
    let table = format!(
        "{HEADER}{shared}登録者数,,人,増やす,実績,1,削除,2026-06-30,\r\n{shared}登録者数,,人,増やす,実績,,150,2026/9/30,確定\r\n{shared}閲覧数,,件,,目標値,,9,,\r\nr8/a,,4(2),,,,,,,r8/ue#s1,残業,,,,,,,,\r\n"
    );
    let (amended, _) = import(&corpus, &table).unwrap();
    let told = |(clause, cells): &(String, Vec<Change>)| {
        let line = |cell: &Change| {
            format!("{clause}|{}|{}|{}|{}|{}", cell.indicator, cell.part, cell.column, cell.old, cell.new)
        };
        cells.iter().map(line).collect::<Vec<_>>()
    };
    let told: Vec<String> = amended[0].changes.iter().flat_map(told).collect();
    let expected = [
        "4(1)|登録者数|実績1|値|120|",
        "4(1)|登録者数|実績1|時点|2026-06-30|",
        "4(1)|登録者数|実績1|備考|=速報|",
        "4(1)|登録者数|実績（追加）|値|未設定|150",
        "4(1)|登録者数|実績（追加）|時点|未設定|2026-09-30",
        "4(1)|登録者数|実績（追加）|備考||確定",
        "4(1)|閲覧数||指標||閲覧数",
        "4(1)|閲覧数||単位||件",
        "4(1)|閲覧数|目標値|値|未設定|9",
        "4(2)|||上位の項目||r8/ue#s1",
        "4(2)|残業||指標||残業",
    ];
    assert_eq!(told, expected);
}

#[test]
fn characters_that_cannot_be_seen_are_told_at_their_place_in_the_table() {
    use crate::diagnostic::Place;
    let corpus = corpus(TEXT);
    let found_in = |cells: &str| {
        let table = format!("{HEADER}r8/a,,4(1),,koho,,,,,,{cells}\r\n");
        let found = match import(&corpus, &table) {
            Ok((_, found)) | Err(found) => found.sorted(),
        };
        let told = |one: &crate::diagnostic::Diagnostic| match &one.place {
            Place::Span(span) => {
                format!("{} {}:{} {}", span.file.path, span.start().line, span.start().column, one.code.id)
            }
            _ => one.code.id.to_owned(),
        };
        found.iter().map(told).collect::<Vec<_>>()
    };
    for (cells, expected) in [
        ("登録\0者数,,人,増やす,,,,,", &["t.csv 2:25 control-character"][..]),
        ("登録者数,,人,増やす,実績,1,120,2026-06-30,速\u{8}報", &["t.csv 2:56 control-character"]),
        ("登録者数,,人,増やす,実績,1,120,2026-06-30,\"速\u{202e}\"\"報\"", &["t.csv 2:57 bidi-control"]),
        ("登録者数,,人,増やす,実績,1,120,2026-06-30,速報\u{200b}", &["t.csv 2:57 zero-width-character"]),
        ("登録者数,,人,増やす,実績,1,120,2026-06-30,\"速報\r\n確定\"", &[]),
    ] {
        assert_eq!(found_in(cells), expected, "{cells:?}");
    }
}
