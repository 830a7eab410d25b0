//! Tables of pipes and of HTML.

use super::{codes, parsed, tree};
use crate::policy::{Block, CellRole, CellShape, Table, plain_text};

const HTML: &str = "<table>\n<caption>表1　目標</caption>\n<thead>\n<tr><th rowspan=\"2\">分野</th><th colspan=\"2\">目標</th></tr>\n\
    <tr><th>現在</th><th>令和12年度</th></tr>\n</thead>\n\n<tbody>\n\
    <tr><th rowspan=2 scope=row>子育て</th><td>A &amp; B</td><td>10<br>(20)</td></tr>\n\n\
    <tr><td colspan='2'><ruby>強靱<rp>(</rp><rt>きょうじん</rt></ruby>な町[^a]</td></tr>\n</tbody>\n</table>\n";

fn table(markdown: &str) -> Table {
    let (body, found) = parsed(markdown);
    assert!(found.is_empty(), "{found:?}");
    let table =
        body.blocks.into_iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    table.unwrap_or_else(|| panic!("a table: {markdown}"))
}

/// The shapes of rows, `columns×rows`, `!` behind a name.
fn shapes(rows: &[Vec<CellShape>]) -> Vec<String> {
    let cell = |shape: &CellShape| {
        let name = if shape.role == CellRole::Name { "!" } else { "" };
        format!("{}×{}{name}", shape.columns, shape.rows)
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn an_html_table_is_read_with_its_blank_lines() {
    let markdown = format!("{HTML}\n続き[^a]。\n\n[^a]: 注\n");
    assert_eq!(
        tree(&markdown),
        "¶ 表1　目標\ntable 分野 | 目標 | 現在 | 令和12年度\n  子育て | A & B | 10(20)\n  強靱な町\n¶ 続き。\n"
    );
    let table = table(&markdown);
    assert_eq!(shapes(&table.layout.header), ["1×2! 2×1!", "1×1! 1×1!"]);
    assert_eq!(shapes(&table.layout.rows), ["1×2! 1×1 1×1", "2×1"]);
    assert!(table.layout.is_captioned);
    let row = &markdown[table.rows[1].range.clone()];
    assert!(row.starts_with("<tr><td colspan") && row.ends_with("</tr>"), "{row}");
}

#[test]
fn a_simple_html_table_is_the_same_as_one_of_pipes() {
    let pipes = table("| 番号 | 目標 |\n|---|---|\n| 1 | {強靱\\|きょうじん} |\n| 2 | 乙 |\n");
    let html = table(
        "<table>\n  <tr>\n    <th>番号</th>\n    <th>\n      目標\n    </th>\n  </tr>\n  <tr><td>1<td>{強靱|きょうじん}</tr>\n\
         <tr><td>2<td>乙\n</table>\n",
    );
    assert_eq!(html.header, pipes.header);
    assert_eq!(html.layout.rows, pipes.layout.rows);
    assert_eq!(html.layout.header, pipes.layout.header);
    let cells = |table: &Table| table.rows.iter().map(|row| row.content.clone()).collect::<Vec<_>>();
    assert_eq!(cells(&html), cells(&pipes));
}

#[test]
fn html_that_is_no_table_of_the_list_is_shown_and_reported() {
    for (markdown, code, shown) in [
        (
            "<table><tr><td style=\"x\">甲</td></tr></table>\n",
            "html-table-tag",
            "¶ <table><tr><td style=\"x\">甲</td></tr></table>\n",
        ),
        (
            "<table><tr><td><b>甲</b></td></tr></table>\n",
            "html-table-tag",
            "¶ <table><tr><td><b>甲</b></td></tr></table>\n",
        ),
        ("<table><tr>甲</tr></table>\n", "html-table-place", "¶ <table><tr>甲</tr></table>\n"),
        ("<table><tr><td>甲\n", "html-table-open", "¶ <table><tr><td>甲\n"),
        (
            "<table><tr><td>甲<td>乙<tr><td>丙</table>\n",
            "html-table-cells",
            "¶ <table><tr><td>甲<td>乙<tr><td>丙</table>\n",
        ),
        ("<table><tr><td rowspan=2>甲</table>\n", "html-table-cells", "¶ <table><tr><td rowspan=2>甲</table>\n"),
        ("<table><tr></tr></table>\n", "html-table-cells", "¶ <table><tr></tr></table>\n"),
        (
            "<table><tr><td><ruby>甲</td></tr></table>\n",
            "html-table-place",
            "¶ <table><tr><td><ruby>甲</td></tr></table>\n",
        ),
        ("> <table><tr><td>甲</table>\n", "raw-html", ">\n  ¶ <table><tr><td>甲</table>\n"),
    ] {
        assert_eq!(codes(markdown), [code], "{markdown}");
        assert_eq!(tree(markdown), shown, "{markdown}");
    }
}

#[test]
fn text_around_an_html_table_is_kept() {
    for (markdown, expected) in [
        ("<table><tr><td>甲</table> 後\n\n次\n", "table \n  甲\n¶ 後\n¶ 次\n"),
        ("<table><tr><td>甲\n\n乙</table> 後\n\n次\n", "table \n  甲乙\n¶ 後\n¶ 次\n"),
        ("- 一\n\n  <table><tr><td>甲</table>\n\n- 二\n", "[]一\n  table \n    甲\n[]二\n"),
    ] {
        assert_eq!(tree(markdown), expected, "{markdown}");
    }
}

#[test]
fn cells_of_pipe_tables_are_merged_by_marks() {
    let merged = table(
        "| 分野 | 目標 | <<  |\n|:--|:-:|--:|\n| 子育て | 待機児童 | 0人 |\n| ^^ | 相談 | 100件 |\n| 計 | << | \\^^ |\n",
    );
    assert_eq!(shapes(&merged.layout.header), ["1×1 2×1"]);
    assert_eq!(shapes(&merged.layout.rows), ["1×2 1×1 1×1", "1×1 1×1", "2×1 1×1"]);
    let markdown = "| 分野 | 値 |\n|---|---|\n| 甲 | 1 |\n| ^^ | 2<br/>3 |\n| 乙 | \\^^ |\n";
    assert_eq!(tree(markdown), "table 分野 | 値\n  甲 | 1\n  2 3\n  乙 | ^^\n");
    assert_eq!(codes("| 分野 | 値 |\n|---|---|\n| ^^ | 1 |\n"), ["merged-nothing"]);
}

#[test]
fn many_rows_of_html_are_read_in_one_pass() {
    let rows = "<tr><td rowspan=1>甲</td><td>乙</td></tr>\n\n".repeat(20_000);
    assert_eq!(table(&format!("<table>\n{rows}</table>\n")).rows.len(), 20_000);
    let open = "<table>\n\n".repeat(20_000);
    assert_eq!(codes(&open).len(), 20_000);
}

#[test]
fn a_row_states_the_merged_cells_that_cover_it() {
    let texts = |table: &Table| -> Vec<String> {
        let row =
            |row: &crate::policy::Clause| row.row_texts().into_iter().map(plain_text).collect::<Vec<_>>().join("/");
        table.rows.iter().map(row).collect()
    };
    let html = "<table>\n<tr><th>分野<th>年<th>目標</tr>\n<tr><td rowspan=3>子育て<td>R8<td rowspan=2>10</tr>\n\
                <tr><td>R9</tr>\n<tr><td>R10<td>30</tr>\n<tr><td>防災<td>R8<td>1</tr>\n</table>\n";
    assert_eq!(texts(&table(html)), ["子育て/R8/10", "子育て/R9/10", "子育て/R10/30", "防災/R8/1"]);
    let long = format!(
        "<table>\n<tr><th>甲<th>乙</tr>\n<tr><td rowspan=2>{}<td>1</tr>\n<tr><td>2</tr>\n</table>\n",
        "長".repeat(201)
    );
    assert_eq!(texts(&table(&long))[1], "2");
    let own: Vec<usize> = table(html).rows.iter().map(|row| row.texts().len()).collect();
    assert_eq!(own, [3, 1, 2, 3], "the cells of the row itself stay what they are");
}
