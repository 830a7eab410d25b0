//! Exports and imports.

mod changes;
mod characters;
mod deleting;

use super::*;
use crate::corpus::Corpus;
use crate::corpus::testing::{page, site};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::Document;

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
    decode(&encode(&export(corpus, &documents), Encoding::Utf8).unwrap()).unwrap().0
}

/// A text with some words replaced.
fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} in {text}");
        text.replacen(from, to, 1)
    })
}

/// Imports a table.
fn import(corpus: &Corpus, table: &str) -> Result<(Vec<Amended>, Diagnostics), Diagnostics> {
    super::import(corpus, &SourceFile::new("t.csv", table), Encoding::Utf8)
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
fn an_export_has_a_row_for_each_value() {
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
fn other_forms_that_a_spreadsheet_writes_are_no_change() {
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
fn new_values_indicators_and_objectives_are_added() {
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
    // A second import changes nothing, nor does an import of a new export.
    let again = self::corpus(&text);
    assert_eq!(imported(&again, &table), Ok(String::new()));
    let table = exported(&again);
    assert_eq!(imported(&again, &table), Ok(String::new()));
    assert_eq!(exported(&again), table);
}

#[test]
fn every_mistake_is_reported_with_row_and_column_and_nothing_is_written() {
    let corpus = corpus(TEXT);
    let row = |cells: &str| format!("{HEADER}{cells}\r\n");
    for (table, expected) in [
        (row("r8/a,,4(9),,,,,,,,数,,,,実績,,1,,"), "表の2行目「項目」の列「4(9)」：この項目はありません"),
        (
            row("r8/b,,4(1),,,,,,,,数,,,,実績,,1,,"),
            "表の2行目「文書」の列「r8/b」：この文書はありません。「r8/a」ではありませんか。",
        ),
        (
            row("r8/a,,4(1),,koho,未設定,,,,,登録者数,,人,増やす,実績,1,27人,2026-06-30,=速報"),
            "表の2行目「値」の列「27人」：数として読めません。半角の数だけを書いてください。「27」ではありませんか。",
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
        (
            row("r8/a,,4(1),,koho,未設定,,,,,登録者数,,人,増やす,実績,1,1E+04,2026-06-30,=速報"),
            "表の2行目「値」の列「1E+04」：数として読めません。半角の数だけを書いてください",
        ),
        (
            row("r8/a,,4(1),,koho,未設定,2026/3/31 0:00,,,,,,,,,,,,"),
            "表の2行目「期限」の列「2026/3/31 0:00」：日付の形ではありません。「2026-03-31」ではありませんか。",
        ),
        ("文書,項番\r\n".to_owned(), "表の見出し「項番」が、決まった列の名前と合いません"),
    ] {
        let found = imported(&corpus, &table).unwrap_err();
        assert!(found.iter().any(|one| one == expected), "{expected}\n{found:#?}");
    }
}

#[test]
fn a_table_without_commas_is_reported() {
    let corpus = corpus(TEXT);
    for (separator, name) in [("\t", "タブ"), (";", "セミコロン「;」")] {
        let table = exported(&corpus).replace(',', separator);
        let found = import(&corpus, &table).unwrap_err();
        let told: Vec<(&str, &str)> = found.iter().map(|one| (one.code.id, one.text.ja.as_str())).collect();
        assert_eq!(told, [("ledger-header", "表の見出し「文書」が、決まった列の名前と合いません")]);
        let help = &found.iter().next().unwrap().help.ja;
        assert!(help.contains(&format!("列が{name}で区切られています")), "{help}");
    }
}
