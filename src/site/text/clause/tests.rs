//! Clauses in Markdown, and what stands on the page.

use crate::site::sample::html;

/// The permalink of a clause.
fn pl(fragment: &str, name: &str) -> String {
    format!(
        "<span data-nosnippet><a class=\"pl\" href=\"#{fragment}\" aria-label=\"{name}へのリンク\">\
         <span aria-hidden=\"true\">#</span></a></span>"
    )
}

#[test]
fn a_section_has_its_heading_and_its_items_in_one_list() {
    assert_eq!(
        html("## １ 目的\n\n(1) 一つ。\n\n(2) 二つ。\n\nまた、続く。\n"),
        format!(
            "<section id=\"s1\">\n\
             <div class=\"hd\"><h2><span class=\"n\">１</span> 目的</h2>{}</div>\n\
             <ol class=\"items\">\n\
             <li id=\"s1-1\"><span class=\"n\">(1)</span> 一つ。{}</li>\n\
             <li id=\"s1-2\"><span class=\"n\">(2)</span> 二つ。{}\n\
             <p id=\"s1-2-p2\">また、続く。{}</p>\n\
             </li>\n\
             </ol>\n\
             </section>\n",
            pl("s1", "1"),
            pl("s1-1", "1(1)"),
            pl("s1-2", "1(2)"),
            pl("s1-2-p2", "1(2)第2段落"),
        )
    );
}

#[test]
fn printed_marks_are_text_and_markdown_bullets_are_not() {
    assert_eq!(
        html("・甲\n\n・乙\n"),
        format!(
            "<ul class=\"items\">\n<li id=\"b1\"><span class=\"n\">・</span>甲{}</li>\n\
             <li id=\"b2\"><span class=\"n\">・</span>乙{}</li>\n</ul>\n",
            pl("b1", "（1項目め）"),
            pl("b2", "（2項目め）"),
        )
    );
    assert_eq!(
        html("- 甲\n"),
        format!("<ul class=\"bullets\">\n<li id=\"b1\">甲{}</li>\n</ul>\n", pl("b1", "（1項目め）"))
    );
}

#[test]
fn the_permalink_stands_before_what_is_nested() {
    assert_eq!(
        html("(1) 親\n\nア 子\n\nイ 丑\n"),
        format!(
            "<ol class=\"items\">\n<li id=\"s1\"><span class=\"n\">(1)</span> 親{}\n\
             <ol class=\"items\">\n<li id=\"s1-1\"><span class=\"n\">ア</span> 子{}</li>\n\
             <li id=\"s1-2\"><span class=\"n\">イ</span> 丑{}</li>\n</ol>\n</li>\n</ol>\n",
            pl("s1", "(1)"),
            pl("s1-1", "(1)ア"),
            pl("s1-2", "(1)イ"),
        )
    );
}

#[test]
fn printed_numbers_that_do_not_run_on_are_the_lists_too() {
    let html = html("(3) 三\n\n(4) 四\n\n(6) 六\n");
    let values: Vec<&str> = html.matches("value=\"3\"").chain(html.matches("value=")).collect();
    assert_eq!(values, ["value=\"3\"", "value=", "value="], "{html}");
    assert!(html.contains("<li id=\"s6\" value=\"6\">"), "{html}");
}

#[test]
fn heading_levels_follow_the_tree_and_end_at_six() {
    let html = html("#### 甲\n\n##### 乙\n\n###### 丙\n");
    for heading in ["<h2>甲</h2>", "<h3>乙</h3>", "<h4>丙</h4>"] {
        assert!(html.contains(heading), "{heading} in {html}");
    }
}

#[test]
fn the_frame_is_no_heading_but_an_annex_is() {
    assert_eq!(
        html("下記のとおり定める。\n\n記\n\n## 1 目的\n\n以上\n\n別紙１\n\n(1) 項目\n"),
        format!(
            "<p id=\"pre-p1\">下記のとおり定める。{}</p>\n\
             <p class=\"ki\">記</p>\n\
             <section id=\"s1\">\n<div class=\"hd\"><h2><span class=\"n\">1</span> 目的</h2>{}</div>\n\
             <p class=\"ijo\">以上</p>\n</section>\n\
             <section class=\"annex\" id=\"a1\">\n<div class=\"hd\"><h2>別紙１</h2>{}</div>\n\
             <ol class=\"items\">\n<li id=\"a1-1\"><span class=\"n\">(1)</span> 項目{}</li>\n</ol>\n</section>\n",
            pl("pre-p1", "前文第1段落"),
            pl("s1", "1"),
            pl("a1", "別紙1"),
            pl("a1-1", "別紙1(1)"),
        )
    );
}

#[test]
fn a_table_is_a_region_and_its_rows_have_addresses() {
    assert_eq!(
        html("## 1 表\n\n| 番号 | |\n|---|---|\n| 6-1 | 統合 |\n"),
        format!(
            "<section id=\"s1\">\n<div class=\"hd\"><h2><span class=\"n\">1</span> 表</h2>{}</div>\n\
             <div class=\"tbl\" role=\"region\" aria-label=\"1表1\" id=\"s1-t1\" tabindex=\"0\"><table>\n\
             <thead><tr><th scope=\"col\">番号</th><td></td></tr></thead>\n<tbody>\n\
             <tr id=\"s1-t1r1\"><th scope=\"row\">6-1</th><td>統合{}</td></tr>\n</tbody>\n</table>{}</div>\n</section>\n",
            pl("s1", "1"),
            pl("s1-t1r1", "1表1の1行目"),
            pl("s1-t1", "1表1"),
        )
    );
}

#[test]
fn the_paragraph_above_a_table_is_its_caption_and_a_column_of_unlike_names_its_row_headers() {
    let html = html("表1　目標\n\n| 番号 | 目標 |\n|---|---|\n| 1 | 甲 |\n| 1 | 乙 |\n");
    let caption = format!("<table>\n<caption><p id=\"p1\">表1　目標{}</p></caption>\n<thead>", pl("p1", "第1段落"));
    assert!(html.contains(&caption), "{html}");
    assert_eq!((html.matches("表1　目標").count(), html.matches("scope=\"row\"").count()), (1, 0), "{html}");
}

#[test]
fn quotations_code_and_rules_keep_their_place() {
    assert_eq!(
        html("> 引用\n\n```\na <b>\n```\n\n---\n"),
        format!(
            "<blockquote>\n<p id=\"q1-p1\">引用{}</p>\n</blockquote>\n\
             <pre tabindex=\"0\"><code>a &lt;b&gt;\n</code></pre>\n<hr>\n",
            pl("q1-p1", "引用1第1段落"),
        )
    );
}

#[test]
fn an_authors_id_is_the_clauses_id() {
    let html = html("## 1 LINE {#line-toroku}\n");
    assert_eq!(
        html,
        "<section id=\"line-toroku\">\n\
         <div class=\"hd\"><h2><span id=\"s1.line-toroku\"></span><span id=\"s1\"></span>\
         <span class=\"n\">1</span> LINE</h2>\
         <span data-nosnippet><a class=\"pl\" href=\"#s1.line-toroku\" aria-label=\"1へのリンク\">\
         <span aria-hidden=\"true\">#</span></a>\
         <a class=\"q\" href=\"../../c/line-toroku/index.html\" aria-label=\"1を引用\">引用</a></span></div>\n\
         </section>\n"
    );
}
