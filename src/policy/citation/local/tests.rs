//! References in the text of small laws.

use super::*;
use crate::policy::citation::tests::body;
use crate::policy::plain_text;

/// Every reference: the clause it stands in, its words, the place they mean, by their names.
fn found(markdown: &str) -> Vec<String> {
    let body = body(markdown);
    let local = LocalPlaces::of(&body);
    let name = |position: &Position| local.places.at(position).unwrap().written.clone();
    let mut found = Vec::new();
    body.each_clause(|clause| {
        let text = plain_text(clause.text());
        for it in local.references(&clause.position, &text, &[]).references {
            found.push(format!("{}: {} → {}", name(&clause.position), &text[it.range], name(&it.position)));
        }
    });
    found
}

const LAW: &str = "## 第1章 総則\n\n第1条　目的を定める。\n\n第2条　前条の目的を、次条の許可により達する。\n\n２　前項の許可は、第4条第1項による。\n\n３　前二項に定めるもののほか、第1項及び第2項を準用する。\n\n## 第2章 使用\n\n第3条　使用の許可は、次による。\n\n(1) 甲\n\n(2) 前号に準ずるもの\n\n(3) 前各号に掲げるもの\n\n第3条の2　前条第2号の者は、この章の許可を受ける。\n\n第4条　第3条（第2号を除く。）から前条までの規定は、第1章に準ずる。\n\n２　同条第1号の者は、本条による。\n";

#[test]
fn relative_words_and_numbers_lead_to_the_clauses_of_the_law() {
    assert_eq!(
        found(LAW),
        [
            "第1章第2条: 前条 → 第1章第1条",
            "第1章第2条: 次条 → 第2章第3条",
            "第1章第2条第2項: 前項 → 第1章第2条",
            "第1章第2条第2項: 第4条第1項 → 第2章第4条",
            "第1章第2条第3項: 前二項 → 第1章第2条",
            "第1章第2条第3項: 第1項 → 第1章第2条",
            "第1章第2条第3項: 第2項 → 第1章第2条第2項",
            "第2章第3条(2): 前号 → 第2章第3条(1)",
            "第2章第3条(3): 前各号 → 第2章第3条(1)",
            "第2章第3条の2: 前条第2号 → 第2章第3条(2)",
            "第2章第3条の2: この章 → 第2章",
            "第2章第4条: 第3条 → 第2章第3条",
            "第2章第4条: 第2号 → 第2章第3条(2)",
            "第2章第4条: 前条 → 第2章第3条の2",
            "第2章第4条: 第1章 → 第1章",
            "第2章第4条第2項: 本条 → 第2章第4条",
        ]
    );
}

/// The references in one sentence of 第5条第2項 of a law of five articles.
fn in_sentence(sentence: &str) -> String {
    let law = format!(
        "第1条　目的。\n\n第2条　者は、次による。\n\n(1) 甲\n\n(2) 乙\n\n(3) 丙\n\n２　乙とする。\n\n３　丙とする。\n\n第3条　丁。\n\n第4条　戊。\n\n第5条　己。\n\n２　{sentence}\n\n３　庚。\n\n別表第1\n\n| a |\n|---|\n| 一 |\n"
    );
    let inside = |line: &String| line.strip_prefix("第5条第2項: ").map(str::to_owned);
    found(&law).iter().filter_map(inside).collect::<Vec<_>>().join("; ")
}

#[test]
fn lists_and_ranges_are_read_place_by_place() {
    for (sentence, expected) in [
        ("第2条(1)、(3)及び第3条による。", "第2条(1) → 第2条(1); (3) → 第2条(3); 第3条 → 第3条"),
        ("第2条第1号から第3号までの者", "第2条第1号 → 第2条(1); 第3号 → 第2条(3)"),
        ("第1条から第3条までの規定", "第1条 → 第1条; 第3条 → 第3条"),
        ("第2条第2項及び第3項の額", "第2条第2項 → 第2条第2項; 第3項 → 第2条第3項"),
        ("第2条及び第3項の額", "第2条 → 第2条"),
        ("第1項及び第3項の額", "第1項 → 第5条; 第3項 → 第5条第3項"),
        ("前条及び第1条の額", "前条 → 第4条; 第1条 → 第1条"),
        ("第1条又は前条の額", "第1条 → 第1条; 前条 → 第4条"),
        ("第3条第1項ただし書及び第4条の規定並びに前項", "第3条第1項 → 第3条; 第4条 → 第4条; 前項 → 第5条"),
        ("第２条第３号の者", "第２条第３号 → 第2条(3)"),
        ("第二条第三号の者", "第二条第三号 → 第2条(3)"),
        ("別表第1に定める額及び別表第一の二の項", "別表第1 → 別表第1; 別表第一 → 別表第1"),
        ("第3条の許可を受けた者は、同条による。", "第3条 → 第3条; 同条 → 第3条"),
        (
            "第2条第1項の規定は、前項の者に準用する。この場合において、同条第2項による。",
            "第2条第1項 → 第2条; 前項 → 第5条; 同条第2項 → 第2条第2項",
        ),
        ("前項の者は、同条による。", "前項 → 第5条"),
        ("前項の者（第3条の者を除く。）は、同項による。", "前項 → 第5条; 第3条 → 第3条; 同項 → 第5条"),
        ("第3条（第2条において準用する場合を含む。）及び第4条", "第3条 → 第3条; 第2条 → 第2条; 第4条 → 第4条"),
    ] {
        assert_eq!(in_sentence(sentence), expected, "{sentence}");
    }
}

#[test]
fn what_may_mean_another_document_is_no_reference() {
    for (sentence, expected) in [
        ("民法（明治29年法律第89号）第3条による。", ""),
        ("民法第3条及び第4条による。", ""),
        ("法第3条第1項の者は、同条による。", ""),
        ("法の第3条による。", ""),
        ("法第3条の額と第4条の額を、前条による。", "前条 → 第4条"),
        ("法第3条の許可を受けた者は、第4条による。", "第4条 → 第4条"),
        ("法第3条による。第4条を準用する。", "第4条 → 第4条"),
        ("「第3条」とあるのは", "第3条 → 第3条"),
        ("規則中「市長」を「長」に改め、第3条を加える。", ""),
        ("第9条、次々条及び前六項による。", ""),
        ("第3条第5項による。", ""),
        ("第2章及びこの節による。", ""),
        ("第2条第1項第9号による。", ""),
        ("名前条例、日本条項、第1号被保険者、第2次計画、第3者", ""),
        ("第1に人、第2に物、第三の柱", ""),
        ("次条による。", ""),
        ("前条例による。", ""),
        ("この条例第3条による。", "第3条 → 第3条"),
        ("この条例の第3条による。", "第3条 → 第3条"),
    ] {
        assert_eq!(in_sentence(sentence), expected, "{sentence}");
    }
}

#[test]
fn an_article_before_is_only_the_one_with_the_number_before() {
    assert_eq!(
        found("第1条　目的。\n\n第3条　前条による。\n\n第4条　前条及び前二条による。\n"),
        ["第4条: 前条 → 第3条"]
    );
}

#[test]
fn supplementary_provisions_have_paragraphs_of_their_own() {
    let law = "第1条　目的。\n\n第2条　者。\n\n附　則\n\n１　この条例は、公布の日から施行する。\n\n２　前項の日の前日までは、第2条を適用しない。\n\n３　附則第1項及び第2項による。\n";
    assert_eq!(
        found(law),
        [
            "附則の2: 前項 → 附則の1",
            "附則の2: 第2条 → 第2条",
            "附則の3: 附則第1項 → 附則の1",
            "附則の3: 第2項 → 附則の2"
        ]
    );
}

#[test]
fn an_ordinal_place_is_found_with_all_its_numbers() {
    let plan = "第1 総則\n\n1 目的\n\n第2 事業\n\n1 補助\n\n(1) 額\n\nア 上限\n\nイ 下限\n\n2 委託\n\n額は、第2の1(1)アの例による。\n";
    let found = found(plan);
    assert!(found.iter().any(|line| line.ends_with("第2の1(1)ア → 第2の1(1)ア")), "{found:?}");
}

#[test]
fn further_places_of_a_list_take_over_what_stands_above() {
    for (text, first, expected) in [
        ("第2条(1)、(3)及び第3条第2項による", "第2条(1)", "第2条(3) 第3条第2項"),
        ("第2条第1号から第3号まで", "第2条第1号", "第2条第3号"),
        ("第2条第1項ただし書及び第3項", "第2条第1項", "第2条第3項"),
        ("第2条及び第3項", "第2条", ""),
        ("第2条及び前条", "第2条", ""),
        ("5(1)、(2)", "5(1)", ""),
        ("第2条の額と市の額", "第2条", ""),
    ] {
        let found = further_places(text, first.len(), first);
        let names: Vec<&str> = found.iter().map(|(_, name)| &**name).collect();
        assert_eq!(names.join(" "), expected, "{text}");
    }
}

#[test]
fn a_hundred_thousand_references_take_linear_time() {
    let many = format!("{}\n", "。第1条（".repeat(100_000));
    let body = body("第1条　目的。\n\n第2条　前条。\n");
    let local = LocalPlaces::of(&body);
    assert_eq!(local.references(&Position::new("s2"), &many, &[]).references.len(), 100_000);
}

/// Every reference that certainly leads nowhere, by its words.
fn dangling(markdown: &str) -> String {
    let body = body(markdown);
    let local = LocalPlaces::of(&body);
    let mut found = Vec::new();
    body.each_clause(|clause| {
        let text = plain_text(clause.text());
        let all = local.references(&clause.position, &text, &[]).dangling;
        found.extend(all.into_iter().map(|range| text[range].to_owned()));
    });
    found.join(" ")
}

#[test]
fn a_reference_to_a_place_that_is_not_there_is_told_where_it_is_certain() {
    for (sentence, expected) in [
        ("第9条及び第2条第4項による。", "第9条 第2条第4項"),
        ("第2条第1項第9号の者", "第2条第1項第9号"),
        ("第3条第2項、第3項", "第3条第2項 第3項"),
        ("前項第4号の者、次項の者", "前項第4号"),
        ("第3条から第8条まで", "第8条"),
        ("別表第2による。", "別表第2"),
        ("第7章による。", ""),
        ("様式第1号による。", ""),
        ("附則第2項による。", ""),
        ("第2条(9)、第2の1(1)アによる。", ""),
        ("民法第9条、第10条による。", ""),
        ("地方自治法（昭和22年法律第67号）第99条による。", ""),
        ("民法第9条の者は、同条、同法第10条及び第11条による。", ""),
        ("法第9条の者は、第10条による。", ""),
        ("改正前の第9条による。", ""),
        ("令和8年条例第3号による。", ""),
        ("第1号被保険者及び第9次計画", ""),
        ("第3条中「甲」を「乙」に改め、第9条を加える。", ""),
    ] {
        let law = format!(
            "第1条　目的。\n\n第2条　者は、次による。\n\n(1) 甲\n\n(2) 乙\n\n２　乙とする。\n\n第3条　己。\n\n第4条　庚。\n\n２　{sentence}\n\n３　辛。\n\n別表第1\n\n| a |\n|---|\n| 一 |\n"
        );
        assert_eq!(dangling(&law), expected, "{sentence}");
    }
}

#[test]
fn a_relative_reference_beyond_the_first_or_the_last_is_told() {
    for (law, expected) in [
        ("第1条　前条による。\n\n第2条　次条による。\n", "前条 次条"),
        ("第1条　目的。\n\n第2条　前二条による。\n", "前二条"),
        ("第1条　前項による。\n\n２　次項による。\n", "前項 次項"),
        ("第1条　次による。\n\n(1) 前号\n\n(2) 前号\n", "前号"),
        ("## 第1章 総則\n\n第1条　前章及び次章による。\n", "前章"),
        // Old statutes print no numbers of paragraphs; an excerpt begins in the middle.
        ("第1条　目的。\n\n前項による。次項による。\n\n次による。\n", ""),
        ("第5条　前条による。\n\n第8条　前条による。\n", ""),
        ("前条及び第3条による。\n", ""),
    ] {
        assert_eq!(dangling(law), expected, "{law}");
    }
}

#[test]
fn all_items_of_a_place_are_part_of_the_reference() {
    for (sentence, expected) in [
        ("第2条第1項各号の者", "第2条第1項各号 → 第2条"),
        ("第2条の各号及び第3条による。", "第2条の各号 → 第2条; 第3条 → 第3条"),
        ("第2条各項の額", "第2条各項 → 第2条"),
        ("第3条各号の者", "第3条 → 第3条"),
        ("第2条各号列記以外の部分", "第2条 → 第2条"),
    ] {
        assert_eq!(in_sentence(sentence), expected, "{sentence}");
    }
}

#[test]
fn articles_that_are_gone_keep_their_places() {
    assert_eq!(
        found("第一条　甲。\n\n第二条から第四条まで　削除\n\n第五条　前条及び第三条による。\n"),
        ["第五条: 前条 → 第二条から第四条まで", "第五条: 第三条 → 第二条から第四条まで"]
    );
}

#[test]
fn provisions_of_an_amendment_mean_the_articles_of_that_amendment() {
    let law = "第1条　目的。\n\n第2条　者。\n\n附　則\n\n１　第2条を適用しない。\n\n附　則（令和9年条例第5号）\n\n１　公布の日から施行する。\n\n２　第2条の規定は、前項の日から適用する。\n";
    assert_eq!(found(law), ["附則の1: 第2条 → 第2条", "附則（2つ目）の2: 前項 → 附則（2つ目）の1"]);
}

#[test]
fn forms_are_references() {
    let law = "第1条　様式第1号、別記様式及び第2号様式による。\n\n様式第1号（第1条関係）\n\n一\n\n別記様式（第1条関係）\n\n二\n\n第2号様式（第1条関係）\n\n三\n";
    assert_eq!(
        found(law),
        ["第1条: 様式第1号 → 様式第1号", "第1条: 別記様式 → 別記様式", "第1条: 第2号様式 → 第2号様式"]
    );
}
