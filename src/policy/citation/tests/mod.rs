//! Citations as they are written and read.

use proptest::prelude::*;

use super::*;
use crate::address::assign_positions;
use crate::diagnostic::SourceFile;
use crate::markdown::{LetterheadHints, parse};
use crate::policy::{Body, NamingLanguage};

mod dated;
mod english;
mod leading;
mod uncertain;

pub(super) fn body(markdown: &str) -> Body {
    let file = SourceFile::new("content/a.md", markdown);
    assign_positions(parse(&file, 0, &LetterheadHints { title: "", issuer: None }).0)
}

/// ASCII as full-width characters.
fn wide(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c })
        .collect()
}

#[test]
fn every_place_has_its_name() {
    for (markdown, expected) in [
        ("前文\n\n・甲\n\n## 1 目的\n\n(1) 一\n\n(2) 二\n", "前文第1段落 前文（1項目め） 1 1(1) 1(2)"),
        ("## ５ 一\n\n・甲\n\nまた\n\n・乙\n", "5 5（1項目め） 5（1項目め）第2段落 5（2項目め）"),
        ("## 5 一\n\n文\n\nまた\n", "5 5第1段落 5第2段落"),
        ("## 5の2 枝番\n\n（１） 一\n\n（２） 二\n", "5の2 5の2(1) 5の2(2)"),
        ("## 2 一\n\n(3) 甲\n\nア 子\n\n(ア) 丑\n\n(イ) 寅\n\nイ 卯\n", "2 2(3) 2(3)ア 2(3)ア(ア) 2(3)ア(イ) 2(3)イ"),
        ("## 1 表\n\n| a |\n|---|\n| 一 |\n| 二 |\n", "1 1表1 1表1の1行目 1表1の2行目"),
        ("(1) 一\n\n別紙１\n\n2 甲\n\n3 乙\n", "(1) 別紙1 別紙1の2 別紙1の3"),
        ("(1) 一\n\n別　紙\n\n1 甲\n\n2 乙\n\n附則\n\n1 丙\n\n2 丁\n", "(1) 別紙 別紙の1 別紙の2 附則 附則の1 附則の2"),
        ("本文\n\n別表第1（第3条関係）\n\n| a |\n|---|\n| 一 |\n", "第1段落 別表第1 別表第1表1 別表第1表1の1行目"),
        ("第1 総則\n\n1 目的\n\n(1) 一\n\n2 定義\n\n第2 雑則\n", "第1 第1の1 第1の1(1) 第1の2 第2"),
        ("## 第1条の2 枝番\n\n2 項\n\n3 項\n", "第1条の2 第1条の2第2項 第1条の2第3項"),
        ("## 1-3 節\n\n### 1-3-1 目\n\n(1) 一\n\n### 1-3-2 目\n", "1-3 1-3-1 1-3-1(1) 1-3-2"),
        ("## はじめに\n\n文\n\n## 「まち」とは\n\n文\n", "「はじめに」 「はじめに」第1段落 第2見出し 第2見出し第1段落"),
        ("## 1 一\n\n(1) 甲\n\n(1) 乙\n\n文\n", "1 1(1) 1(1)（2つ目） 1(1)（2つ目）第2段落"),
        ("1. 一\n2. 二\n", "1 2"),
        ("> 引用\n", "引用1第1段落"),
        ("## 1 強{靱|じん}\n\n## 強{靱|じん}化\n", "1 「強靱化」"),
    ] {
        let places = Places::of(&body(markdown));
        let written: Vec<&str> = places.all().iter().map(|place| &*place.written).collect();
        assert_eq!(written.join(" "), expected, "{markdown}");
    }
}

#[test]
fn places_are_found_however_they_are_written() {
    let text = "前文\n\n## 5 一\n\n(1) 甲\n\n(2) 乙\n\nア 子\n\nイ 丑\n\n## 5の2 枝\n\n(1) 丙\n\n(2) 丁\n\n## 6 二\n\n・甲\n\nまた\n\n・乙\n\n| a |\n|---|\n| 一 |\n\n別紙1\n\n(1) 一\n";
    let places = Places::of(&body(text));
    for (written, expected) in [
        ("5(1)", "s5-1"),
        ("５（１）", "s5-1"),
        ("5-(1)", "s5-1"),
        ("５の（１）", "s5-1"),
        ("第5の1", "s5-1"),
        ("第５の（１）", "s5-1"),
        ("5 (1)", "s5-1"),
        ("5-1", "s5-1"),
        ("五の一", "s5-1"),
        ("5⑴", "s5-1"),
        ("5の2", "s5_2"),
        ("5の2(1)", "s5_2-1"),
        ("5の2の(1)", "s5_2-1"),
        ("5(2)", "s5-2"),
        ("5(2)イ", "s5-2-2"),
        ("5(2)ｲ", "s5-2-2"),
        ("6（2項目め）", "s6-b2"),
        ("6(2項目)", "s6-b2"),
        ("6の二つ目の項目", "s6-b2"),
        ("6の2番目の項目", "s6-b2"),
        ("6（1項目め）第2段落", "s6-b1-p2"),
        ("6（1項目め）の第２段落", "s6-b1-p2"),
        ("前文第1段落", "pre-p1"),
        ("別紙１(1)", "a1-1"),
        ("別紙1", "a1"),
    ] {
        let found = match places.find(written) {
            PlaceMatch::One(place) => place.position.as_str(),
            other => panic!("{written}: {other:?}"),
        };
        assert_eq!(found, expected, "{written}");
    }
}

/// The position of a written place, all positions that fit, or `-`.
fn meant(places: &Places, written: &str) -> String {
    match places.find(written) {
        PlaceMatch::One(place) => place.position.to_string(),
        PlaceMatch::Several(all) => all.iter().map(|place| place.position.as_str()).collect::<Vec<_>>().join(" "),
        PlaceMatch::Nothing => "-".to_owned(),
    }
}

fn assert_meant(markdown: &str, table: &[(&str, &str)]) {
    let places = Places::of(&body(markdown));
    for (written, expected) in table {
        assert_eq!(meant(&places, written), *expected, "{written} in {markdown}");
    }
}

#[test]
fn a_counter_word_names_its_own_kind_of_clause_wherever_it_stands() {
    let law = "## 第1章 総則\n\n### 第1条（目的）\n\n目的を定める。\n\n### 第2条（定義）\n\n次の者をいう。\n\n(1) 市民\n\n(3) 学ぶ者\n\n## 第2章 使用\n\n### 第1節 通則\n\n#### 第3条（許可）\n\n許可を要する。\n\n２　条件を付けることができる。\n\n#### 第3条の2（特例）\n\n特例を定める。\n\n### 第2節 雑則\n\n#### 第十条（委任）\n\n規則で定める。\n";
    assert_meant(
        law,
        &[
            ("第1条", "s1-1"),
            ("第2条", "s1-2"),
            ("第３条", "s2-1-3"),
            ("第三条", "s2-1-3"),
            ("第3条第2項", "s2-1-3-2"),
            ("第3条第1項", "s2-1-3-p1"),
            ("第3条第4項", "-"),
            ("第3条の2", "s2-1-3_2"),
            ("第三条の二", "s2-1-3_2"),
            ("第3条の3", "-"),
            ("第2条の3", "-"),
            ("第2条-3", "-"),
            ("第2条3", "-"),
            ("第2条(3)", "s1-2-3"),
            ("第2条の(3)", "s1-2-3"),
            ("第2条第3号", "s1-2-3"),
            ("第2条第1項第3号", "s1-2-3"),
            ("第2条第2号", "-"),
            ("第2条第3項", "-"),
            ("第2条①", "-"),
            ("第2章", "s2"),
            ("第3章", "-"),
            ("第2節", "s2-2"),
            ("第2章第2節", "s2-2"),
            ("第1章第2節", "-"),
            ("第2章第3条", "s2-1-3"),
            ("第1章第3条", "-"),
            ("第2章第1節第3条第2項", "s2-1-3-2"),
            ("第10条", "s2-2-10"),
            ("10条", "s2-2-10"),
            ("第4条", "-"),
            ("第1編", "-"),
            ("第1款", "-"),
            ("第1号", "-"),
            ("第1項", "-"),
            ("第3条第1章", "-"),
        ],
    );
}

#[test]
fn paragraphs_and_items_of_articles_that_are_no_headings() {
    assert_meant(
        "第1条　目的を定める。\n\n第2条　次の者を対象とする。\n\n(1) 市民\n\nア　甲\n\nイ　乙\n\n(2) 勤める者\n\n(3) 学ぶ者\n\n第2条の2　特例を定める。\n\n第3条　費用は、無料とする。\n\n２　団体は、有料とする。\n\n附則\n\n１　公布の日から施行する。\n\n２　経過を定める。\n",
        &[
            ("第2条第1項第1号", "s2-1"),
            ("第2条第1号イ", "s2-1-2"),
            ("第2条第1項第1号ア", "s2-1-1"),
            ("第2条第1項(2)", "s2-2"),
            ("第2条第1項", "s2"),
            ("第2条第2項", "-"),
            ("第2条の2", "s2_2"),
            ("第2条の2第1項", "s2_2"),
            ("第2条の3", "-"),
            ("第2条の4", "-"),
            ("第3条第1項", "s3"),
            ("第3条第2項", "s3-2"),
            ("第3条第2号", "-"),
            ("第3条の2", "-"),
            ("第2章", "-"),
            ("第20条", "-"),
            ("附則第2項", "x1-2"),
            ("附則第3項", "-"),
            ("附則第1条", "-"),
            ("第1条第2項", "-"),
            ("2", "s2"),
            ("2(1)", "s2-1"),
        ],
    );
}

#[test]
fn an_article_of_the_supplementary_provisions_is_not_that_of_the_body() {
    assert_meant(
        "第1条　目的を定める。\n\n第2条　定める。\n\n附則\n\n第1条　公布の日から施行する。\n\n第3条　経過を定める。\n",
        &[("第1条", "s1"), ("附則第1条", "x1-1"), ("附則第3条", "x1-3"), ("第3条", "-"), ("附則第2条", "-")],
    );
}

#[test]
fn articles_numbered_anew_in_each_chapter_are_ambiguous_without_it() {
    assert_meant(
        "## 第1章 甲\n\n### 第1条 一\n\n文。\n\n## 第2章 乙\n\n### 第1条 一\n\n文。\n\n### 第2条 二\n\n文。\n",
        &[("第1条", "s1-1 s2-1"), ("第2章第1条", "s2-1"), ("第2条", "s2-2"), ("第1章第2条", "-")],
    );
}

#[test]
fn the_second_of_a_chapter_is_no_item_of_it() {
    assert_meant(
        "## 第3章 施策\n\n### 1 甲\n\n(1) 一\n\n(2) 二\n\n### 2 乙\n\n文。\n\n## 第4章 推進\n\n(1) 三\n\n(2) 四\n",
        &[("第3章の2", "s3-2"), ("第3章2", "s3-2"), ("第3章1(2)", "s3-1-2"), ("第4章の2", "-"), ("第4章(2)", "s4-2")],
    );
}

#[test]
fn a_list_of_places_is_no_place() {
    let places = Places::of(&body("## 2 一\n\n(1) 甲\n\n(3) 乙\n\n(3) 丙\n"));
    for written in ["2(1)、(3)", "2、3", "2(1)及び(3)"] {
        assert_eq!(places.find(written), PlaceMatch::Nothing, "{written}");
    }
}

#[test]
fn a_missing_place_is_not_found_and_the_nearest_is_suggested() {
    let places = Places::of(&body("## 5 一\n\n・甲\n\n・乙\n\n## 6 二\n\n(1) 一\n\n(2) 二\n"));
    for (written, near) in [
        ("5(2)", Some("5（2項目め）")),
        ("5(3)", Some("5")),
        ("6（2項目め）", Some("6(2)")),
        ("6①", Some("6(1)")),
        ("6(9)", Some("6")),
        ("7", None),
        ("第5章", None),
        ("第6条", None),
        ("方針", None),
        ("", None),
    ] {
        assert_eq!(places.find(written), PlaceMatch::Nothing, "{written}");
        assert_eq!(places.nearest(written).map(|place| &*place.written), near, "{written}");
    }
    let chapter = Places::of(&body("## 第1章 甲\n\n### 1 一\n\n(1) 子\n\n### 2 二\n\n文。\n"));
    assert_eq!(chapter.nearest("1(2)").map(|place| &*place.written), Some("第1章"));
}

#[test]
fn a_name_that_can_be_read_in_two_ways_means_the_place_called_so() {
    let places = Places::of(&body("## 第5 一\n\n### 2 甲\n\n## 第5の2 乙\n\n(1) 丙\n\n(2) 丁\n\n① 戊\n\n② 己\n"));
    let written: Vec<&str> = places.all().iter().map(|place| &*place.written).collect();
    assert_eq!(
        written,
        [
            "第5",
            "第5の2",
            "第5の2（2つ目）",
            "第5の2（2つ目）(1)",
            "第5の2（2つ目）(2)",
            "第5の2（2つ目）(2)①",
            "第5の2（2つ目）(2)②"
        ]
    );
    let PlaceMatch::One(place) = places.find("第5の2") else { panic!() };
    assert_eq!(place.position, "s5-2");
}

#[test]
fn citations_have_a_short_and_a_full_form() {
    let citation = Citation {
        title: "令和8年度政策経営部の運営方針".into(),
        place: "5(1)".into(),
        naming: NamingLanguage::Japanese,
    };
    assert_eq!(citation.write(CitationForm::Short), "「令和8年度政策経営部の運営方針」5(1)");
    let mut edition = Edition {
        issuer: Some("政策経営部長".into()),
        issued: Some("令和8年4月1日".into()),
        url: "https://hoshin.example/r8/seisaku-keiei/#s5-1".into(),
        version: Some("令和8年7月1日".into()),
    };
    let full = "政策経営部長「令和8年度政策経営部の運営方針」（令和8年4月1日）5(1)、https://hoshin.example/r8/seisaku-keiei/#s5-1（令和8年7月1日版）";
    assert_eq!(citation.write(CitationForm::Full(&edition)), full);
    edition = Edition { url: edition.url, ..Edition::default() };
    let full = "「令和8年度政策経営部の運営方針」5(1)、https://hoshin.example/r8/seisaku-keiei/#s5-1";
    assert_eq!(citation.write(CitationForm::Full(&edition)), full);
}

#[test]
fn titles_and_places_are_told_apart() {
    let read = |text: &str| {
        let all = Citation::readings(text).into_iter().map(|it| format!("{}|{}", it.title, it.place));
        all.collect::<Vec<_>>().join(" ")
    };
    for (text, expected) in [
        ("「運営方針」5(1)", "運営方針|5(1)"),
        ("「運営方針」", "運営方針|"),
        ("｢運営方針｣５（１）", "運営方針|５（１）"),
        ("「運営方針」の5(1)", "運営方針|の5(1)"),
        ("部長「運営方針」（令和8年4月1日）5(1)、https://x.example/#s5（令和8年7月1日版、参照日）", "運営方針|5(1)"),
        ("「運営方針」(3項目め)", "運営方針|(3項目め)"),
        ("「A「B」C」5", "A「B」C|5"),
        ("「運営方針」「はじめに」第1段落", "運営方針」「はじめに|第1段落 運営方針|「はじめに」第1段落"),
        ("運営方針5(1)", "運営方針5(1)| 運営方針5(|1) 運営方針5|(1) 運営方針|5(1)"),
        ("計画2030", "計画2030| 計画203|0 計画20|30 計画2|030 計画|2030"),
        ("「運営方針」に基づき", ""),
        ("「」5", ""),
        ("", ""),
        ("」「", ""),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

fn assert_all_found(body: &Body) {
    let places = Places::of(body);
    let mut clauses = 0;
    body.each_clause(|clause| {
        clauses += 1;
        assert!(places.at(&clause.position).is_some(), "{} has no name", clause.position);
    });
    assert!(places.all().len() >= clauses);
    for place in places.all() {
        for written in [place.written.to_string(), wide(&place.written)] {
            let citation =
                Citation {
                    title: "令和8年度運営方針".into(), place: written, naming: NamingLanguage::Japanese
                };
            let text = citation.write(CitationForm::Short);
            let found = Citation::readings(&text).into_iter().find(|reading| reading.title == citation.title);
            let reading = found.unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!(places.find(&reading.place), PlaceMatch::One(place), "{text}");
        }
    }
}

#[test]
fn every_clause_of_the_real_documents_is_found_by_its_citation() {
    for text in
        [include_str!("../../../../content/r7/shisei-unei.md"), include_str!("../../../../content/r8/seisaku-keiei.md")]
    {
        let body_start = text.match_indices("---\n").nth(1).unwrap().0 + 4;
        assert_all_found(&body(&text[body_start..]));
    }
}

proptest! {
    #[test]
    fn a_place_with_a_counter_word_is_only_ever_found_where_that_word_is_printed(
        markdown in "((#{2,4} )?(第[1-3][章条節](の[2-3])?|[1-3]|[(][1-3][)]|[一二]|ア|)[ 　]あ。(\n\n|附則\n\n)?\n){1,14}",
        number in 1_u32..4,
        branch in proptest::option::of(2_u32..4),
        below in "|第1項|第2項|第1号|[(]1[)]"
    ) {
        let body = body(&markdown);
        let places = Places::of(&body);
        let branched = branch.map_or_else(String::new, |branch| format!("の{branch}"));
        let expected: Vec<u32> = std::iter::once(number).chain(branch).collect();
        let found = match places.find(&format!("第{number}条{branched}{below}")) {
            PlaceMatch::One(place) => vec![place.position.clone()],
            PlaceMatch::Several(all) => all.into_iter().map(|place| place.position.clone()).collect(),
            PlaceMatch::Nothing => Vec::new(),
        };
        let mut articles = Vec::new();
        body.each_clause(|clause| {
            let label = clause.label.as_ref();
            if label.is_some_and(|label| label.kind == crate::policy::LabelKind::Article && label.value == expected) {
                articles.push(clause.position.clone());
                Body { blocks: clause.children.clone(), ..Body::default() }
                    .each_clause(|below| articles.push(below.position.clone()));
            }
        });
        for position in found {
            prop_assert!(articles.contains(&position), "{position} is not in 第{number}条{branched}");
        }
    }

    #[test]
    fn every_clause_of_any_document_is_found_by_its_citation(
        markdown in "((## )?([#・(（第]{0,2}[1-3１アイ一①Ⅰaの-]{0,3}[)）条章.]?) ?[あ「」a]{1,3}(\n\n|別紙\n\n|\\| a \\|\n|\\|---\\|\n)?\n){1,12}"
    ) {
        assert_all_found(&body(&markdown));
    }

    #[test]
    fn any_text_can_be_asked_for(text in "\\PC{0,60}|[「」『』（）()0-9の第表項目段落行一二アイ、-]{0,60}") {
        let places = Places::of(&body("## 5 一\n\n・甲\n\n(1) 乙\n"));
        for reading in Citation::readings(&text) {
            let _ = (places.find(&reading.place), places.nearest(&reading.place));
        }
        let _ = places.find(&text);
        prop_assert!(text.starts_with(leading_place(&text)));
    }
}
