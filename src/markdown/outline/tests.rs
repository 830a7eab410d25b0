//! Trees of statutes, and of text that was pasted with one line end between its lines.

use crate::markdown::tests::check;

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
