//! Trees of statutes, and of text that was pasted with one line end between its lines.

use crate::markdown::tests::{check, parsed, tree};

#[test]
fn a_number_below_an_article_is_a_paragraph_whichever_label_comes_first() {
    check(&[
        (
            "## 第1条（禁止）\n\n文。\n\n(1) 火\n\n(2) 木\n\n２　次による。\n\n(1) 日\n\n## 第2条（許可）\n\n１　次による。\n\n(1) 店\n\n２　条件\n",
            "# [第1条]（禁止）\n  ¶ 文。\n  [(1)]火\n  [(2)]木\n  [２]次による。\n    [(1)]日\n# [第2条]（許可）\n  [１]次による。\n    [(1)]店\n  [２]条件\n",
        ),
        (
            "第一条　次による。\n\n一　甲\n\nイ　子\n\n(1)　丑\n\n二　乙\n\n２　また。\n\n第二条　文。\n\n(1)　丙\n\nア　寅\n",
            "[第一条]次による。\n  [一]甲\n    [イ]子\n      [(1)]丑\n  [二]乙\n  [２]また。\n[第二条]文。\n  [(1)]丙\n    [ア]寅\n",
        ),
        ("## 第1条（許可）\n\n文。\n\n２　ただ一つの番号\n", "# [第1条]（許可）\n  ¶ 文。\n  [２]ただ一つの番号\n"),
    ]);
}

#[test]
fn divisions_have_their_legal_ranks() {
    check(&[
        (
            "## 第一編　総則\n\n## 第一章　通則\n\n第一条　文。\n\n## 第二編　各則\n\n## 第一章　細則\n\n第二条　文。\n",
            "# [第一編]総則\n  # [第一章]通則\n    [第一条]文。\n# [第二編]各則\n  # [第一章]細則\n    [第二条]文。\n",
        ),
        (
            "第一節　甲\n\n第一款　乙\n\n第一目　丙\n\n第一条　文。\n\n第二節　丁\n",
            "[第一節]甲\n  [第一款]乙\n    [第一目]丙\n      [第一条]文。\n[第二節]丁\n",
        ),
        (
            "## 第一章　総則\n\n第一条　文。\n\n　　　第二章　使用\n\n第二条　文。\n",
            "# [第一章]総則\n  [第一条]文。\n# [　　　第二章]使用\n  [第二条]文。\n",
        ),
        ("第三条及び第四条　削除\n\n第五条及び第六条の規定\n", "[第三条及び第四条]削除\n  ¶ 第五条及び第六条の規定\n"),
        (
            "附　則\n（施行期日）\n１　甲\n（経過措置）\n２　乙\n",
            "Supplementary 附　則\n  （施行期日）[１]甲\n  （経過措置）[２]乙\n",
        ),
        ("第九百九十九条　甲\n\n第千条　乙\n\n第千一条　丙\n", "[第九百九十九条]甲\n[第千条]乙\n[第千一条]丙\n"),
        (
            "第二条　甲\n\n第三条から第五条まで　削除\n\n第六条　乙\n",
            "[第二条]甲\n[第三条から第五条まで]削除\n[第六条]乙\n",
        ),
    ]);
}

#[test]
fn lines_of_a_pasted_statute_are_clauses_of_their_own() {
    check(&[
        (
            "第一章　総則\n（目的）\n第一条　甲とする。\n２　次のとおりとする\n一　子\n一の二　丑\n二　寅\n３　乙\n（定義）\n第一条の二　丙\n第二章　使用\n第二条　丁\n附　則\n１　戊\n",
            "[第一章]総則\n  （目的）[第一条]甲とする。\n    [２]次のとおりとする\n      [一]子\n      [一の二]丑\n      [二]寅\n    [３]乙\n  （定義）[第一条の二]丙\n[第二章]使用\n  [第二条]丁\nSupplementary 附　則\n  [１]戊\n",
        ),
        (
            "前項の規定は、\n第五条の規定にかかわらず適用する。\n",
            "¶ 前項の規定は、第五条の規定にかかわらず適用する。\n",
        ),
    ]);
}

#[test]
fn indented_lines_dates_and_signatures_are_blocks_of_their_own() {
    check(&[
        (
            "　一つ目の文である。\n続きの文である。\n　二つ目の文である。\n",
            "¶ 　一つ目の文である。続きの文である。\n¶ 　二つ目の文である。\n",
        ),
        (
            "この会則を定める。\n令和8年4月1日\n会長　山田太郎\n書記　川田花子\n",
            "¶ この会則を定める。\n¶ 令和8年4月1日\n¶ 会長　山田太郎\n¶ 書記　川田花子\n",
        ),
        ("(1) 長い項目の\n　　続き\n(2) 次\n", "[(1)]長い項目の　　続き\n[(2)]次\n"),
        ("会議は\n令和8年4月1日\nに開く。\n", "¶ 会議は令和8年4月1日に開く。\n"),
    ]);
}

#[test]
fn a_label_in_bold_or_before_a_colon_is_a_label() {
    check(&[
        ("**第一条（目的）**　文。\n\n**２**　また。\n", "[第一条]（目的）　文。\n  [２]また。\n"),
        ("**1 重点**\n\n**2 予算**\n", "¶ 1 重点\n¶ 2 予算\n"),
        ("### 第１条：目的\n\n文。\n", "# [第１条]目的\n  ¶ 文。\n"),
        ("**2050**年\n", "¶ 2050年\n"),
    ]);
}

#[test]
fn a_paragraph_without_an_indent_ends_a_list_of_numbers() {
    check(&[
        ("1. 甲\n2. 乙\n\n以上を定める。\n", "[1.]甲\n[2.]乙\n¶ 以上を定める。\n"),
        ("1. 甲\n\n(1) 子\n", "[1.]甲\n  [(1)]子\n"),
        ("- ・甲\n\nまた\n", "[・]甲\n  ¶ また\n"),
    ]);
}

#[test]
fn letters_are_words_numerals_or_letters_by_their_neighbours() {
    check(&[
        (
            "## A plan for parks\n\nA park is open.\n\nI agree.\n",
            "# A plan for parks\n  ¶ A park is open.\n  ¶ I agree.\n",
        ),
        ("a) 甲\n\nb) 乙\n\ni. 子\n\nii. 丑\n\nc) 丙\n", "[a)]甲\n[b)]乙\n  [i.]子\n  [ii.]丑\n[c)]丙\n"),
        ("(h) 甲\n\n(i) 乙\n\n(j) 丙\n", "[(h)]甲\n[(i)]乙\n[(j)]丙\n"),
        ("(iv) 甲\n\n(v) 乙\n\n(vi) 丙\n", "[(iv)]甲\n[(v)]乙\n[(vi)]丙\n"),
        ("(z) 甲\n\n(aa) 乙\n", "[(z)]甲\n[(aa)]乙\n"),
        ("㋐ 甲\n\n㋑ 乙\n", "[㋐]甲\n[㋑]乙\n"),
    ]);
}

#[test]
fn a_number_directly_behind_a_number_is_its_item() {
    check(&[
        ("## 2 (1) 手続\n\n(2) 期限\n", "# [2]\n  [(1)]手続\n  [(2)]期限\n"),
        ("第２　(1)　甲\n\n(2)　乙\n\n第３　(1)　丙\n", "[第２]\n  [(1)]甲\n  [(2)]乙\n[第３]\n  [(1)]丙\n"),
        ("## 2 (2) の扱い\n", "# [2](2) の扱い\n"),
    ]);
}

#[test]
fn text_below_a_numbered_heading_line_is_a_block_of_its_own() {
    check(&[
        (
            "1 計画の期間\n令和8年度から5年とする。\n2 対象\n　市内に住所を有する者とする。\n",
            "[1]計画の期間\n  ¶ 令和8年度から5年とする。\n[2]対象\n  ¶ 　市内に住所を有する者とする。\n",
        ),
        ("第1 目的\nこの要綱は、必要な事項を定める。\n", "[第1]目的\n  ¶ この要綱は、必要な事項を定める。\n"),
        ("(1) 趣旨\n本市は、次の取組を\n進める。\n", "[(1)]趣旨\n  ¶ 本市は、次の取組を進める。\n"),
        ("○ 対象\n市民とする。\n○ 期限\n4月1日とする。\n", "[○]対象\n  ¶ 市民とする。\n[○]期限\n  ¶ 4月1日とする。\n"),
        ("1. 目的\nこの計画は、市の方針である。\n", "[1.]目的\n  ¶ この計画は、市の方針である。\n"),
        ("- 対象\n  市民とする。\n", "[]対象\n  ¶ 市民とする。\n"),
        ("第1条　目的\nこの要綱は、次のとおり。\n", "[第1条]目的\n  ¶ この要綱は、次のとおり。\n"),
        (
            "(1) 市民と行政が協働して進める安全なまちづくり\n本市は、市民、事業者及び関係する団体と共に、安全なまちをつくる。\n",
            "[(1)]市民と行政が協働して進める安全なまちづくり\n  ¶ 本市は、市民、事業者及び関係する団体と共に、安全なまちをつくる。\n",
        ),
        ("(1) Purpose\nThis plan sets the goals.\n", "[(1)]Purpose\n  ¶ This plan sets the goals.\n"),
        ("**目的**\nこの計画は、市の方針である。\n", "¶ 目的\n¶ この計画は、市の方針である。\n"),
        ("【目的】\nこの計画は、市の方針である。\n", "¶ 【目的】\n¶ この計画は、市の方針である。\n"),
    ]);
}

#[test]
fn numbered_text_that_is_wrapped_by_hand_stays_whole() {
    for lines in [
        "(1) 本市は、必要であり、|これを進める。",
        "(1) 市の計画|に基づき進める。",
        "(1) 市の計画|及び県の計画による。",
        "(1) 計画を策定|し、実施する。",
        "(1) 計画の期間|中に実施する。",
        "(1) 市民、|事業者は、協力する。",
        "(1) 市長は申請の内容|審査の結果を通知する。",
        "(1) 国及び県との連携による広域的な防災体制|整備の推進を図る。",
        "(1) 市の庁舎、学校及び公園の設備の適切な維持|管理の計画を策定する。",
        "第1条（目的）|この条例は、次のとおりとする。",
        "(1) The council reviews the|City plan each year.",
        "(1) Parks and gardens|are open.",
    ] {
        assert_eq!(tree(&lines.replace('|', "\n")).lines().count(), 1, "{lines}");
    }
}

#[test]
fn roman_numerals_in_letters_are_a_series_of_their_own() {
    check(&[
        ("I. 甲\n\nII. 乙\n\nIII. 丙\n\nIV. 丁\n\nV. 戊\n", "[I.]甲\n[II.]乙\n[III.]丙\n[IV.]丁\n[V.]戊\n"),
        ("I 総論\n\n(1) 子\n\nII 各論\n", "[I]総論\n  [(1)]子\n[II]各論\n"),
        ("I．総論\n\nII．各論\n", "[I．]総論\n[II．]各論\n"),
        ("（Ⅰ）甲\n\n（Ⅱ）乙\n\n(ⅲ) 丙\n", "[（Ⅰ）]甲\n[（Ⅱ）]乙\n  [(ⅲ)]丙\n"),
        ("(I) 甲\n\n(II) 乙\n\n(III) 丙\n", "[(I)]甲\n[(II)]乙\n[(III)]丙\n"),
        ("H. 甲\n\nI. 乙\n\nJ. 丙\n", "[H.]甲\n[I.]乙\n[J.]丙\n"),
        ("I agree.\n\nII World War\n", "¶ I agree.\n¶ II World War\n"),
        (
            "## I. 総論\n\n### A. 甲\n\n## II. 各論\n\n## III. 結び\n",
            "# [I.]総論\n  # [A.]甲\n# [II.]各論\n# [III.]結び\n",
        ),
    ]);
    let positions = |markdown: &str| {
        let mut all = Vec::new();
        let body = crate::address::assign_positions(parsed(markdown).0);
        body.each_clause(|clause| all.push(clause.position.as_str().to_owned()));
        all
    };
    assert_eq!(positions("I. 甲\n\nII. 乙\n\nIII. 丙\n\nIV. 丁\n\nV. 戊\n"), ["s1", "s2", "s3", "s4", "s5"]);
    assert_eq!(positions("## I. 総論\n\n## II. 各論\n\n## III. 結び\n"), ["s1", "s2", "s3"]);
    assert_eq!(positions("## H. 甲\n\n## I. 乙\n\n## J. 丙\n"), ["s8", "s9", "s10"]);
}
