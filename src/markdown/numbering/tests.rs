use super::*;
use crate::japanese::testing::{NO_NUMERALS, NUMERALS};
use proptest::prelude::*;

/// `kind value | rest`, or `-` when the line has no label.
fn shown(line: &str, line_kind: LineKind) -> String {
    label_at(line, line_kind).map_or("-".to_owned(), |found| {
        let label = &found.label;
        assert!(line.starts_with(&*format!("{}{}", label.printed, label.separator)), "kept as typed: {line}");
        format!("{:?} {:?} {:?}| {}", found.strength, label.kind, label.value, &line[found.length..])
    })
}

#[test]
fn lines_with_a_label() {
    for (line, expected) in [
        ("(1) 令和７年１月", "Strong ParenthesizedNumber [1]| 令和７年１月"),
        ("（１）令和", "Strong ParenthesizedNumber [1]| 令和"),
        ("（1)混在", "Strong ParenthesizedNumber [1]| 混在"),
        ("　(2) 全角の字下げ", "Strong ParenthesizedNumber [2]| 全角の字下げ"),
        ("(1)の2 枝番", "Strong ParenthesizedNumber [1, 2]| 枝番"),
        ("(1)のぼり旗", "Strong ParenthesizedNumber [1]| のぼり旗"),
        ("１）子ども", "Strong HalfParenthesizedNumber [1]| 子ども"),
        ("4) 防災", "Strong HalfParenthesizedNumber [4]| 防災"),
        ("１．総則", "Strong Number [1]| 総則"),
        ("７. 総則", "Strong Number [7]| 総則"),
        ("1 総則", "Weak Number [1]| 総則"),
        ("１　総則", "Weak Number [1]| 総則"),
        ("5の2 総則", "Weak Number [5, 2]| 総則"),
        ("1-3-1 総則", "Weak Decimal(3) [1, 3, 1]| 総則"),
        ("1.2 総則", "Weak Decimal(2) [1, 2]| 総則"),
        ("①創意工夫", "Strong CircledNumber [1]| 創意工夫"),
        ("㉑創意工夫", "Strong CircledNumber [21]| 創意工夫"),
        ("⑴創意工夫", "Strong ParenthesizedDigitSign [1]| 創意工夫"),
        ("ア 生成AI", "Weak Kana [1]| 生成AI"),
        ("ウ　生成AI", "Weak Kana [3]| 生成AI"),
        ("ア）生成AI", "Strong Kana [1]| 生成AI"),
        ("(ア) 生成AI", "Strong ParenthesizedKana [1]| 生成AI"),
        ("（イ）生成AI", "Strong ParenthesizedKana [2]| 生成AI"),
        ("(ｱ) 半角", "Strong ParenthesizedKana [1]| 半角"),
        ("a 生成AI", "Weak Alphabet [1]| 生成AI"),
        ("b) 生成AI", "Strong Alphabet [2]| 生成AI"),
        ("(a) 生成AI", "Strong ParenthesizedAlphabet [1]| 生成AI"),
        ("ⓐ生成AI", "Strong CircledAlphabet [1]| 生成AI"),
        ("Ⅰ　総論", "Weak Roman [1]| 総論"),
        ("Ⅱ．総論", "Strong Roman [2]| 総論"),
        ("ⅲ 総論", "Weak SmallRoman [3]| 総論"),
        ("一　総論", "Weak KanjiNumber [1]| 総論"),
        ("（十二）総論", "Strong ParenthesizedKanjiNumber [12]| 総論"),
        ("第1 総論", "Strong Ordinal [1]| 総論"),
        ("第１　総論", "Strong Ordinal [1]| 総論"),
        ("第1条 市長は", "Strong Article [1]| 市長は"),
        ("第1条の2　市長は", "Strong Article [1, 2]| 市長は"),
        ("第十二条（目的）", "Strong Article [12]| （目的）"),
        ("第2項 市長は", "Strong ArticleParagraph [2]| 市長は"),
        ("第1章 総則", "Strong Chapter [1]| 総則"),
        ("・市民の", "Strong Bullet []| 市民の"),
        ("･市民の", "Strong Bullet []| 市民の"),
        ("○ 市民の", "Strong Bullet []| 市民の"),
    ] {
        assert_eq!(shown(line, LineKind::Text), expected, "{line}");
    }
}

#[test]
fn lines_without_a_label() {
    for line in [
        "",
        "2050年までに",
        "2050 年までに",
        "1986. 始まり",
        "2 つの案".trim_start_matches("2 "),
        "アウトカムは",
        "令和７年",
        "DX・行政改革室",
        "a.m.",
        "e.g. 例",
        "第２次国分寺市総合ビジョン",
        "第Ⅱ期国分寺市業務改革",
        "第1条の規定により",
        "第3四半期",
        "(1)～(3)の事項",
        "(1)及び(2)の",
        "(1)、(2)",
        "①～③の",
        "（案）",
        "(2026)",
        "(注) 注記",
        "○○市は",
        "・・・",
        "・",
        "一人一人が",
        "三つの柱",
        "(1",
        "（ア",
        "1つ目",
        "※1 注",
        "千代田",
        "1-1-1-1-1-1-1-1-1 九つの部分",
        "第1の1の1の1の1の1の1の1の1の1 枝番の枝番",
        "Ａ－１",
    ] {
        assert_eq!(shown(line, LineKind::Text), "-", "{line}");
    }
}

#[test]
fn headings_with_a_label() {
    for (line, expected) in [
        ("1 施政方針の具現化", "Weak Number [1]| 施政方針の具現化"),
        ("第1章総則", "Strong Chapter [1]| 総則"),
        ("５．総則", "Strong Number [5]| 総則"),
        ("第3条（定義）", "Strong Article [3]| （定義）"),
    ] {
        assert_eq!(shown(line, LineKind::Heading), expected);
    }
}

#[test]
fn kana_have_a_second_order() {
    let value =
        |line: &str| as_iroha(&label_at(line, LineKind::Text).unwrap().label).map(|label| (label.kind, label.value));
    assert_eq!(value("イ 一つ"), Some((LabelKind::Iroha, vec![1])));
    assert_eq!(value("ロ 二つ"), Some((LabelKind::Iroha, vec![2])));
    assert_eq!(value("(ハ) 三つ"), Some((LabelKind::ParenthesizedIroha, vec![3])));
    assert_eq!(value("(1) 一つ"), None);
}

#[test]
fn markers_of_markdown_lists_keep_the_number_typed() {
    assert_eq!(ordered_marker("3.").map(|label| (label.printed, label.value)), Some(("3.".into(), vec![3])));
    assert_eq!(ordered_marker("1986."), None, "a year that starts a sentence");
}

#[test]
fn labels_read_every_form_of_a_number() {
    for (form, value) in NUMERALS {
        let found = label_at(&format!("第{form}条　市長は"), LineKind::Text).map(|found| found.label.value);
        assert_eq!(found, Some(vec![value]), "{form}");
    }
    for form in NO_NUMERALS {
        assert_eq!(label_at(&format!("第{form}条　市長は"), LineKind::Text), None, "{form}");
    }
}

#[test]
fn a_zero_in_kanji_is_no_label() {
    for line in ["〇　市民の", "（〇）市民の", "〇〇 市の"] {
        assert_eq!(label_at(line, LineKind::Text), None, "{line}");
    }
}

proptest! {
    #[test]
    fn any_line_is_read_without_panic_and_nothing_is_lost(line in "\\PC{0,24}") {
        for line_kind in [LineKind::Heading, LineKind::Text] {
            if let Some(found) = label_at(&line, line_kind) {
                let typed = format!("{}{}{}", found.label.printed, found.label.separator, &line[found.length..]);
                prop_assert_eq!(&typed, &line);
            }
        }
    }

    #[test]
    fn every_number_of_every_series_has_its_value(n in 1u32..=999) {
        let full: String = n.to_string().chars().map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap()).collect();
        for line in [format!("({n}) 項"), format!("（{full}）項"), format!("{n} 項"), format!("{full}．項"), format!("第{n}条 項"), format!("{full}）項")] {
            prop_assert_eq!(label_at(&line, LineKind::Text).map(|found| found.label.value), Some(vec![n]), "{}", line);
        }
    }
}
