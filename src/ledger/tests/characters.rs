//! Characters that spreadsheets change, and invisible characters.

use super::*;
use crate::policy::DocumentId;

#[test]
fn platform_dependent_characters_are_reported_and_imported() {
    let corpus = corpus(TEXT);
    let table = exported(&corpus).replace("'=速報", "①速報");
    let (amended, found) = import(&corpus, &table).unwrap();
    let told: Vec<&str> = found.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(told, ["表の4行目「備考」の列に機種依存文字「①」（U+2460）があります"]);
    assert!(amended[0].text.contains("note: \"①速報\"") || amended[0].text.contains("note: ①速報"));
}

#[test]
fn an_export_in_cp932_refuses_foreign_characters() {
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

/// An objective with characters that code page 932 lacks or exchanges.
const SHIFTED: &str = "## 4 4〜6月の広報—その1\n\n```objective\nindicators:\n  - name: 4〜6月の\u{200b}回数（−5度—）\n    unit: ‖回\n    baseline: { value: 100, note: 前年度〜 }\n    actuals: [{ value: 120, note: \"一行目\\n二行目\" }]\n  - name: か\u{3099}っこう\n  - name: 𠮷野の数\ndue_label: 4〜6月\n```\n";

/// The table as a spreadsheet saves it in code page 932: some characters exchanged, invisible ones dropped, `?` for the rest.
fn saved_in_cp932(table: &str) -> String {
    let pairs =
        [("〜", "～"), ("−", "－"), ("—", "―"), ("‖", "∥"), ("\u{200b}", ""), ("か\u{3099}", "が"), ("𠮷", "??")];
    pairs.iter().fold(table.to_owned(), |table, (from, to)| table.replace(from, to))
}

#[test]
fn exchanged_characters_are_no_change_and_add_no_indicator() {
    let corpus = corpus(SHIFTED);
    let table = saved_in_cp932(&exported(&corpus));
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
    let (_, found) = import(&corpus, &table).unwrap();
    let told: Vec<&str> = found.iter().map(|one| one.text.ja.as_str()).collect();
    assert_eq!(told, ["表の8行目「指標」の列で、表計算ソフトの保存により「𠮷」（U+20BB7）が失われています"]);
    // A changed value is imported. All other characters stay.
    let changed = table.replace("100,未設定,前年度～", "130,未設定,前年度～");
    assert_eq!(imported(&corpus, &changed).unwrap(), SHIFTED.replace("value: 100", "value: 130"));
}

#[test]
fn a_new_value_imported_again_after_a_save_is_not_added_twice() {
    let corpus = corpus(&TEXT.replace("note: =速報", "note: 4〜6月"));
    let row = "r8/a,,4(1),,koho,,,,,,登録者数,,人,増やす,実績,,120,2026-06-30,4～6月";
    assert_eq!(imported(&corpus, &format!("{HEADER}{row}\r\n")), Ok(String::new()));
}

/// The texts that an import of a table in this encoding would write, and the codes found.
fn imported_as(encoding: Encoding, corpus: &Corpus, table: &str) -> (Vec<String>, Vec<String>) {
    let told = |found: &Diagnostics| found.iter().map(|one| one.text.ja.clone()).collect();
    match super::super::import(corpus, &SourceFile::new("t.csv", table), encoding) {
        Ok((amended, found)) => (amended.into_iter().map(|one| one.text).collect(), told(&found)),
        Err(found) => (Vec::new(), told(&found.sorted())),
    }
}

#[test]
fn in_utf_8_a_question_mark_in_a_value_was_typed() {
    let corpus = corpus(&TEXT.replace("unit: 人", "unit: 5m²"));
    let table = exported(&corpus).replace("5m²", "5m2");
    let (texts, told) = imported_as(Encoding::Cp932, &corpus, &table);
    assert!(texts.is_empty(), "{texts:?}");
    assert_eq!(told, ["表の2行目「単位」の列で、表計算ソフトの保存により「²」（U+00B2）が失われています"]);
    let (texts, told) = imported_as(Encoding::Utf8, &corpus, &table);
    assert!(texts[0].contains("unit: 5m2\n") && told.is_empty(), "{texts:?} {told:?}");
}

#[test]
fn an_old_form_of_a_kanji_differs_from_the_new_one() {
    let corpus = corpus(&TEXT.replace("=速報", "福\u{fa1b}"));
    let table = exported(&corpus);
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
    let text = imported(&corpus, &table.replace('\u{fa1b}', "\u{798f}")).unwrap();
    assert!(text.contains("note: 福\u{798f}"), "{text}");
}

#[test]
fn a_decomposed_name_without_its_sound_mark_adds_no_indicator() {
    let corpus = corpus(&TEXT.replace("name: 登録者数", "name: 済んだか"));
    let table = exported(&corpus).replace("済んだか", "済んた?か");
    let (texts, told) = imported_as(Encoding::Cp932, &corpus, &table);
    assert!(texts.is_empty(), "{texts:?}");
    assert_eq!(told, ["表の2行目「指標」の列で、表計算ソフトの保存により「\u{3099}」（U+3099）が失われています"]);
}

#[test]
fn a_name_with_other_blanks_adds_no_indicator() {
    let corpus = corpus(&TEXT.replace("name: 登録者数", "name: 登録 者数"));
    let table = exported(&corpus);
    for blanks in ["  ", "　", "\u{a0}", " 　 "] {
        let table = table.replace("登録 者数", &format!("登録{blanks}者数"));
        assert_eq!(imported(&corpus, &table), Ok(String::new()), "{blanks:?}");
    }
    // In a remark, blanks count.
    let corpus = self::corpus(&TEXT.replace("=速報", "甲 乙"));
    let text = imported(&corpus, &exported(&corpus).replace("甲 乙", "甲  乙")).unwrap();
    assert!(text.contains("note: \"甲  乙\""), "{text}");
}

const BOTH: &str = "## 4 広報\n\n```objective\nindicators:\n  - name: 4〜6月\n    baseline: 1\n    actuals: [3]\n  - name: 4～6月\n    baseline: 2\n```\n";

#[test]
fn names_that_look_the_same_are_distinguished_if_the_table_has_both() {
    let corpus = corpus(BOTH);
    let table = exported(&corpus);
    assert_eq!(table.lines().count(), 7);
    assert_eq!(imported(&corpus, &table), Ok(String::new()));
    let text = imported(&corpus, &table.replace("基準値,,2,", "基準値,,5,")).unwrap();
    assert_eq!(text, BOTH.replace("baseline: 2", "baseline: { value: 5, on: 未設定 }"));
}

#[test]
fn names_that_look_the_same_are_reported_once() {
    let corpus = corpus(BOTH);
    let table = exported(&corpus).replace('〜', "～");
    let (texts, told) = imported_as(Encoding::Cp932, &corpus, &table);
    assert!(texts.is_empty());
    assert_eq!(told, ["表の2行目「指標」の列：「4〜6月」と「4～6月」は見た目が同じで、どちらの指標か分かりません"]);
}

/// The number of comparisons in an import of a table with two rows for each of `count` indicators: one with the name as a save
/// leaves it, one with a new name.
fn compared_names(count: usize) -> usize {
    let names: String = (0..count).map(|at| format!("  - name: 𠮷{at}の数\n")).collect();
    let corpus = corpus(&format!("## 4 広報\n\n```objective\nindicators:\n{names}```\n"));
    let row =
        |at: usize| format!("r8/a,,4,,,,,,,,??{at}の数,,,,基準値,,1,,\r\nr8/a,,4,,,,,,,,別の?{at},,,,基準値,,1,,\r\n");
    let table: String = HEADER.to_owned() + &(0..count).map(row).collect::<String>();
    crate::ledger::saved::work::of(|| assert_eq!(import(&corpus, &table).unwrap().0.len(), 1))
}

/// The number of comparisons for values: all existing ones without their numbers, and as many new ones.
fn compared_values(count: usize) -> usize {
    let values: Vec<String> = (0..count).map(|at| at.to_string()).collect();
    let text =
        format!("## 4 広報\n\n```objective\nindicators:\n  - name: 数\n    actuals: [{}]\n```\n", values.join(", "));
    let corpus = corpus(&text);
    let row = |at: usize| format!("r8/a,,4,,,,,,,,数,,,,実績,,{at},,\r\n");
    let table: String = HEADER.to_owned() + &(0..2 * count).map(row).collect::<String>();
    crate::ledger::saved::work::of(|| assert_eq!(import(&corpus, &table).unwrap().0.len(), 1))
}

#[test]
fn the_number_of_comparisons_is_linear() {
    for compared in [compared_names, compared_values] {
        let (few, many) = (compared(20), compared(40));
        assert!(few > 0 && many <= 2 * few + 20, "{few} {many}");
    }
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
    // Two new names in one table.
    let found = imported(&corpus("## 4 広報\n"), &format!("{HEADER}{}{}", row("4〜6月"), row("4～6月"))).unwrap_err();
    assert_eq!(found, [told.replace("2行目", "3行目")]);
    // A name that may be left of either of two names.
    let lost = "## 4 広報\n\n```objective\nindicators:\n  - name: 𠮷の数\n  - name: 𠮸の数\n```\n";
    let found = imported(&corpus(lost), &format!("{HEADER}{}", row("??の数"))).unwrap_err();
    assert_eq!(found, [told.replace("4〜6月", "𠮷の数").replace("4～6月", "𠮸の数")]);
}

#[test]
fn invisible_characters_are_reported_at_their_place_in_the_table() {
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
