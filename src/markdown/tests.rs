//! Whole documents: Markdown in, clause tree out.

use proptest::prelude::*;

use super::*;
use crate::policy::{Block, Clause, ClauseKind, Content, FrameKind, Inline, plain_text};

mod letterhead;
mod table;

pub(super) fn parsed(markdown: &str) -> (Body, Diagnostics) {
    let file = SourceFile::new("content/a.md", markdown);
    parse(&file, 0, &LetterheadHints { title: "令和8年度 運営方針", issuer: Some("部長 村越隆治") })
}

/// The tree, a line a block: `# heading`, `[label] item`, `¶ paragraph`, `記`, rows as `a | b`.
pub(super) fn tree(markdown: &str) -> String {
    let mut out = String::new();
    show(&parsed(markdown).0.blocks, 0, &mut out);
    out
}

fn show(blocks: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                out.push_str(&format!("{indent}{}\n", line_of(clause)));
                show(&clause.children, depth + 1, out);
            }
            Block::Frame(frame) => {
                out.push_str(&format!("{indent}{:?} {}\n", frame.kind, plain_text(&frame.text)));
                show(&frame.blocks, depth + 1, out);
            }
            Block::Table(table) => {
                let cells =
                    |cells: &[Vec<Inline>]| cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" | ");
                out.push_str(&format!("{indent}table {}\n", cells(&table.header)));
                for row in &table.rows {
                    let Content::Cells(row) = &row.content else { panic!("a row has cells") };
                    out.push_str(&format!("{indent}  {}\n", cells(row)));
                }
            }
            Block::Quote(blocks) => {
                out.push_str(&format!("{indent}>\n"));
                show(blocks, depth + 1, out);
            }
            Block::Preformatted { text, .. } => out.push_str(&format!("{indent}pre {text:?}\n")),
            Block::Rule => out.push_str(&format!("{indent}---\n")),
        }
    }
}

fn line_of(clause: &Clause) -> String {
    let mark = match clause.kind {
        ClauseKind::Section { .. } => "# ",
        ClauseKind::Paragraph => "¶ ",
        ClauseKind::Item | ClauseKind::Row => "",
    };
    let label = clause.label.as_ref().map_or(String::new(), |label| format!("[{}]", label.printed));
    let caption = clause.caption.as_ref().map_or(String::new(), |caption| plain_text(&caption.value));
    format!("{mark}{caption}{label}{}", plain_text(clause.text()))
}

fn codes(markdown: &str) -> Vec<&'static str> {
    parsed(markdown).1.sorted().iter().map(|found| found.code.id).collect()
}

/// Each example: Markdown, then the tree.
pub(super) fn check(examples: &[(&str, &str)]) {
    for (markdown, expected) in examples {
        assert_eq!(tree(markdown), *expected, "\n{markdown}");
    }
}

#[test]
fn labels_give_the_tree() {
    check(&[
        (
            "## 1 目的\n\n(1) 一\n\n(2) 二\n\n## 2 手段\n\n(1) 三\n",
            "# [1]目的\n  [(1)]一\n  [(2)]二\n# [2]手段\n  [(1)]三\n",
        ),
        (
            "(1) 一\n\nア 甲\n\nイ 乙\n\n(2) 二\n\nア 丙\n\nイ 丁\n",
            "[(1)]一\n  [ア]甲\n  [イ]乙\n[(2)]二\n  [ア]丙\n  [イ]丁\n",
        ),
        (
            "第1 総則\n\n1 目的\n\n(1) 一\n\n2 定義\n\n第2 雑則\n",
            "[第1]総則\n  [1]目的\n    [(1)]一\n  [2]定義\n[第2]雑則\n",
        ),
        (
            "## 第1 総則\n\n## 1 目的\n\n## 2 定義\n\n## 第2 雑則\n\n## 1 細則\n",
            "# [第1]総則\n  # [1]目的\n  # [2]定義\n# [第2]雑則\n  # [1]細則\n",
        ),
        (
            "第１条　一\n\n(1) 甲\n\n(2) 乙\n\n２　二\n\n(1) 丙\n\n３　三\n\n第２条　四\n",
            "[第１条]一\n  [(1)]甲\n  [(2)]乙\n  [２]二\n    [(1)]丙\n  [３]三\n[第２条]四\n",
        ),
        ("ア 強{靱|じん}な\n\nイ ~~削る~~\n\n(1) **太字**\n", "[ア]強靱な\n[イ]削る\n  [(1)]太字\n"),
        ("第1条 一\n\n第1条の2 二\n\n第2条 三\n", "[第1条]一\n[第1条の2]二\n[第2条]三\n"),
        ("１　一\n\n２　二\n", "[１]一\n[２]二\n"),
        ("①甲\n\n②乙\n", "[①]甲\n[②]乙\n"),
        ("○方針\n\n・一\n\n・二\n\n○体制\n", "[○]方針\n  [・]一\n  [・]二\n[○]体制\n"),
        ("(1) 一\n\n・甲\n\n(2) 二\n", "[(1)]一\n  [・]甲\n[(2)]二\n"),
        ("イ 一\n\nロ 二\n\nハ 三\n", "[イ]一\n[ロ]二\n[ハ]三\n"),
        ("(1) 一\n\n(3) 三\n", "[(1)]一\n[(3)]三\n"),
    ]);
}

#[test]
fn bare_lines_become_clauses() {
    check(&[
        ("・一\n・二\n・三", "[・]一\n[・]二\n[・]三\n"),
        ("(1) 一。\n(2) 二。\n", "[(1)]一。\n[(2)]二。\n"),
        ("- ・一\n- ・二\n", "[・]一\n[・]二\n"),
        ("- (1) 一\n- (2) 二\n", "[(1)]一\n[(2)]二\n"),
        ("* 一\n* 二\n", "[]一\n[]二\n"),
        ("次のとおり。\n・一\n・二", "¶ 次のとおり。\n[・]一\n[・]二\n"),
        ("- 一\n  - 甲\n  - 乙\n- 二\n", "[]一\n  []甲\n  []乙\n[]二\n"),
        ("- 一。\n  (1) 甲\n\n  (2) 乙\n", "[]一。\n  [(1)]甲\n  [(2)]乙\n"),
    ]);
}

#[test]
fn a_caption_in_brackets_belongs_to_the_article_below_it() {
    check(&[
        (
            "（趣旨）\n\n第1条　一\n\n２　二\n\n（定義）\n\n第2条　三\n\n（注）\n\n２　四\n",
            "（趣旨）[第1条]一\n  [２]二\n（定義）[第2条]三\n  ¶ （注）\n  [２]四\n",
        ),
        ("第1条　一\n\n（定義）\n第2条　三\n", "[第1条]一\n（定義）[第2条]三\n"),
        ("第1条　一\n\n（甲）又は（乙）\n\n第2条　二\n", "[第1条]一\n  ¶ （甲）又は（乙）\n[第2条]二\n"),
    ]);
}

#[test]
fn labels_of_lines_below_each_other_need_no_full_stop_before_them() {
    check(&[
        ("(1) 一\n(2) 二\nア　甲\nイ　乙\n(3) 三\n", "[(1)]一\n[(2)]二\n  [ア]甲\n  [イ]乙\n[(3)]三\n"),
        ("重点施策\n(1) 子育て\n(2) 教育\n", "¶ 重点施策\n[(1)]子育て\n[(2)]教育\n"),
        ("(1) 子育て\n(3) 教育\n", "[(1)]子育て\n[(3)]教育\n"),
        (
            "１　一\n　(1)　二\n　　ア　三\n　　　(ア)　四\n　　　(イ)　五\n　　イ　六\n　(2)　七\n２　八\n　(1)　九\n　(2)　十\n",
            "[１]一\n  [　(1)]二\n    [　　ア]三\n      [　　　(ア)]四\n      [　　　(イ)]五\n    [　　イ]六\n  [　(2)]七\n\
             [２]八\n  [　(1)]九\n  [　(2)]十\n",
        ),
        ("イ　甲\nロ　乙\nハ　丙\n", "[イ]甲\n[ロ]乙\n[ハ]丙\n"),
        ("(1) 次の\n(3) の規定による。\n\n(2) 二\n", "[(1)]次の(3) の規定による。\n[(2)]二\n"),
    ]);
}

#[test]
fn text_that_markdown_would_drop_is_reported() {
    for (markdown, expected) in [
        ("[注]: この計画は、市が定める。", &["reference-unused"][..]),
        ("[注]: https://example.jp/ \"題\"\n\n本文", &["reference-unused"]),
        ("[概要]を見る。\n\n[概要]: https://example.jp/", &[]),
        ("![図][ A  b]\n\n[a B]: a.png", &[]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", &["surplus-cells"]),
        ("| a |\n|---|\n| {靱|じん} |\n", &["surplus-cells"]),
        ("| a |\n|---|\n| {靱\\|じん} |\n", &[]),
        ("a | b\n--|--\n1 | 2 \\|\n| 1 |\n| | |\n", &["missing-cells"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n次の段落\n", &["missing-cells"]),
    ] {
        assert_eq!(codes(markdown), expected, "{markdown}");
    }
}

#[test]
fn numbers_are_shown_as_typed_and_never_counted() {
    check(&[
        ("1. 第一\n3. 第三\n", "[1.]第一\n[3.]第三\n"),
        ("7) 七\n", "[7)]七\n"),
        ("1986. 始まりの年。", "¶ 1986. 始まりの年。\n"),
        ("1986. 始まり\n\n   続き\n", "¶ 1986. 始まり\n¶ 続き\n"),
        ("- 1. 一\n- 2. 二\n", "[1.]一\n[2.]二\n"),
    ]);
}

#[test]
fn wrapped_lines_are_not_clauses() {
    check(&[
        ("市民の生活を\n2050年までに\n変える。", "¶ 市民の生活を2050年までに変える。\n"),
        ("前条及び\n(2) の規定", "¶ 前条及び(2) の規定\n"),
        ("教育・文化\n・スポーツの振興", "¶ 教育・文化・スポーツの振興\n"),
        ("(1) 一は\n(1) と同じ。", "[(1)]一は(1) と同じ。\n"),
        ("(1)～(3)の事項は、別に定める。", "¶ (1)～(3)の事項は、別に定める。\n"),
        ("1 つだけの項目", "¶ 1 つだけの項目\n"),
        ("a policy is text", "¶ a policy is text\n"),
    ]);
}

#[test]
fn paragraphs_without_a_label_belong_to_the_item_above() {
    check(&[
        ("## 6 推進\n\n・一。\n\nまた、二。\n\n・三。\n", "# [6]推進\n  [・]一。\n    ¶ また、二。\n  [・]三。\n"),
        ("## 5 取扱い\n\n一。\n\nまた、二。\n", "# [5]取扱い\n  ¶ 一。\n  ¶ また、二。\n"),
        ("- 一\n\n  続き\n\n外\n", "[]一\n  ¶ 続き\n¶ 外\n"),
        ("1. 一\n\n(1) 小\n\n2. 二\n", "[1.]一\n  [(1)]小\n[2.]二\n"),
        ("(1) 一\n\n---\n\n外\n", "[(1)]一\n---\n¶ 外\n"),
    ]);
}

#[test]
fn annexes_start_numbering_anew() {
    check(&[
        ("定める。\n\n記\n\n## 1 目的\n\n・一\n\n以上\n", "¶ 定める。\nNotice 記\n# [1]目的\n  [・]一\n  End 以上\n"),
        (
            "(1) 一\n\n別紙１\n\n(1) 甲\n\n附則\n\n1 乙\n\n2 丙\n",
            "[(1)]一\nAnnex 別紙１\n  [(1)]甲\nSupplementary 附則\n  [1]乙\n  [2]丙\n",
        ),
        ("## 1 目的\n\n## 別紙 目標\n\n### 1 指標\n", "# [1]目的\nAnnex 別紙 目標\n  # [1]指標\n"),
    ]);
}

#[test]
fn tables_have_rows_as_clauses() {
    check(&[(
        "## 1 目標\n\n| 番号 | 目標 |\n|---|---|\n| 1 | **増やす** |\n| 2 | {靱\\|じん} |\n",
        "# [1]目標\n  table 番号 | 目標\n    1 | 増やす\n    2 | 靱\n",
    )]);
}

#[test]
fn the_letterhead_is_taken_off_the_front() {
    let (body, found) = parsed("令和8年4月1日\n\n# 令和8年度 運営方針\n\n部長　村 越 隆 治\n\n下記のとおり定める。\n");
    let text = |line: Option<&crate::diagnostic::Located<Vec<Inline>>>| line.map(|line| plain_text(&line.value));
    assert_eq!(text(body.letterhead.date()).as_deref(), Some("令和8年4月1日"));
    assert_eq!(text(body.letterhead.title.as_ref()).as_deref(), Some("令和8年度 運営方針"));
    assert_eq!(text(body.letterhead.issuer()).as_deref(), Some("部長　村 越 隆 治"));
    assert_eq!(body.blocks.len(), 1);
    assert!(found.is_empty());
}

#[test]
fn a_title_may_be_a_plain_line_and_text_is_never_taken_for_letterhead() {
    let (body, _) = parsed("令和8年度運営方針\n\n令和8年4月1日から施行する。\n");
    assert!(body.letterhead.title.is_some() && body.letterhead.lines.is_empty());
    assert_eq!(body.blocks.len(), 1);
}

#[test]
fn footnotes_are_numbered_by_first_mark() {
    let (body, found) = parsed("一[^b]二[^a]三[^b]\n\n[^a]: 甲\n[^b]: 乙\n");
    let notes: Vec<_> =
        body.footnotes.iter().map(|note| (note.number, &*note.name, plain_text(&note.paragraphs[0]))).collect();
    assert_eq!(notes, [(1, "b", "乙".to_owned()), (2, "a", "甲".to_owned())]);
    assert!(found.is_empty());
}

#[test]
fn ids_of_the_author_are_kept_with_their_place() {
    let markdown = "## 5 情報発信 {#joho}\n\n・LINEの登録者を増やす。 {#line-toroku}\n";
    let (body, _) = parsed(markdown);
    let mut ids = Vec::new();
    body.each_clause(|clause| {
        let id = clause.authored_id.as_ref().unwrap();
        ids.push((id.value.to_string(), markdown[id.range.clone()].to_owned(), plain_text(clause.text())));
    });
    assert_eq!(
        ids,
        [
            ("joho".to_owned(), "joho".to_owned(), "情報発信".to_owned()),
            ("line-toroku".to_owned(), "line-toroku".to_owned(), "LINEの登録者を増やす。".to_owned()),
        ]
    );
}

#[test]
fn unintended_markdown_is_reported_with_its_place() {
    let place = |markdown: &str| {
        let found = parsed(markdown).1.sorted();
        let shown = found.iter().map(|found| {
            let crate::diagnostic::Place::Span(span) = &found.place else { panic!("has a place") };
            let at = span.start();
            format!("{} {}:{} {:?}", found.code.id, at.line, at.column, &span.file.text[span.range.clone()])
        });
        shown.collect::<Vec<_>>().join("; ")
    };
    for (markdown, expected) in [
        ("推進すること。\n---\n記", "setext-heading 2:1 \"---\""),
        ("方針\n===\n", "setext-heading 2:1 \"===\""),
        ("本文\n\n## \n", "empty-heading 3:1 \"##\""),
        ("本文\n\n    (1) 四つの空白\n", "indented-code 3:5 \"(1) 四つの空白\""),
        ("これは**重要です。", "stray-asterisk 1:4 \"**\""),
        ("これは*重要です。", "stray-asterisk 1:4 \"*\""),
        ("~~消す", "stray-asterisk 1:1 \"~~\""),
        ("目標<br>期限", "raw-html 1:3 \"<br>\""),
        ("<div>\n本文\n</div>\n", "raw-html 1:1 \"<div>\""),
        ("本文<!-- 内部 -->です", "html-comment 1:3 \"<!-- 内部 -->\""),
        ("{国土強靱|こくど|きょうじん}化", "ruby-mismatch 1:1 \"{国土強靱|こくど|きょうじん}\""),
        (
            "{国土|あ|い|う}と{国土|あ|い|う}",
            "ruby-mismatch 1:1 \"{国土|あ|い|う}\"; ruby-mismatch 1:12 \"{国土|あ|い|う}\"",
        ),
        ("一[^x]二", "footnote-missing 1:2 \"[^x]\""),
        ("本文\n\n[^x]: 注\n", "footnote-unused 3:1 \"[^x]: 注\""),
        (r"2 * 3 * 4、\*\*記号\*\*、*1 注、**太字**、x \< y", ""),
        ("**「重要」**です。~~「削除」~~した", ""),
        ("新築（*）及び中古（*）を対象とし、\n*印は新築に限る。", ""),
        ("施策甲*、施策乙*を", "stray-asterisk 1:4 \"*\"; stray-asterisk 1:9 \"*\""),
        ("これは*重要（**）です", "stray-asterisk 1:4 \"*\""),
    ] {
        assert_eq!(place(markdown), expected, "{markdown}");
    }
}

#[test]
fn a_setext_heading_stays_the_paragraph_it_was() {
    check(&[("推進すること。\n---\n記", "¶ 推進すること。\n---\nNotice 記\n")]);
}

#[test]
fn raw_html_is_text() {
    check(&[("<div onclick=\"x\">\n本文\n</div>\n", "¶ <div onclick=\"x\">本文</div>\n"), ("a<b>b", "¶ a<b>b\n")]);
}

#[test]
fn hostile_nesting_is_bounded_and_loses_no_text() {
    for (open, close) in [
        ("> ", ""),
        ("- ", ""),
        ("**「", "」**"),
        ("[", "](x)"),
        ("*a_ ", ""),
        ("1. ", ""),
        ("<!--", ""),
        ("![", "](x)"),
        ("~~「", "」~~"),
    ] {
        let markdown = format!("{}深い{}", open.repeat(5_000), close.repeat(5_000));
        let (body, _) = parsed(&markdown);
        let mut text = String::new();
        show(&body.blocks, 0, &mut text);
        assert!(text.contains("深い"), "{open}");
    }
    assert!(codes(&format!("{}深い", "> ".repeat(100))).contains(&"nesting-too-deep"));
}

/// Series that all nest in each other, in lists that nest in each other: every level makes all positions below it longer.
#[test]
fn mixed_series_nest_no_deeper_than_lists() {
    let labels =
        ["第1章", "第1節", "第1", "第1条", "1．", "1-1．", "1-1-1．", "(1)", "1）", "①", "⑴", "Ⅰ．", "ア）", "○", "●"];
    let mut markdown = String::new();
    for level in 0..20 {
        let indent = "  ".repeat(level);
        markdown.push_str(&format!("{indent}- 段\n\n"));
        labels.iter().for_each(|label| markdown.push_str(&format!("{indent}  {label} 項\n\n")));
    }
    labels.iter().for_each(|label| markdown.push_str(&format!("## {label} 見出し\n\n{label} 項\n\n")));
    let shown = tree(&markdown);
    assert_eq!(shown.matches("項").count(), 21 * labels.len());
    let deepest = shown.lines().map(|line| line.len() - line.trim_start().len()).max();
    assert!(deepest <= Some(2 * 2 * containers::MAX_DEPTH), "{deepest:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_parses(markdown in "\\PC{0,80}|[-*~`#>|\\[\\](){}!<1-3アイ・（）。、\\n \u{3000}\u{E000}^:]{0,120}") {
        let _ = parsed(&markdown);
    }

    #[test]
    fn japanese_sentences_come_out_as_they_went_in(sentences in proptest::collection::vec("[ぁ-ん一-龠ァ-ヴ「」（）・０-９]{1,30}。", 1..6)) {
        let (body, _) = parsed(&sentences.join("\n\n"));
        let mut shown = String::new();
        body.each_clause(|clause| {
            if let Some(label) = &clause.label {
                shown.push_str(&label.printed);
                shown.push_str(&label.separator);
            }
            shown.push_str(&plain_text(clause.text()));
        });
        prop_assert_eq!(shown, sentences.concat());
    }
}

#[test]
fn frame_kinds_are_told_apart() {
    let (body, _) = parsed("記\n\n以上\n");
    let kinds: Vec<FrameKind> = body
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Frame(frame) => Some(frame.kind),
            _ => None,
        })
        .collect();
    assert_eq!(kinds, [FrameKind::Notice, FrameKind::End]);
}
