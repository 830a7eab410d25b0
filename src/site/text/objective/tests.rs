use crate::corpus::Corpus;
use crate::site::frame::output_file::OutputFile;
use crate::site::pages::objectives;
use crate::site::sample::{Sample, html, with_site, written};
use crate::site::text::writer::TextPage;

fn block(yaml: &str) -> String {
    format!("## 1 登録者を増やす\n\n文。\n\n```objective\n{yaml}\n```\n\n### 細目\n")
}

/// The facts of the objective on its own page.
fn own_page(yaml: &str) -> String {
    written(&block(yaml), |w| {
        w.text_page = TextPage::Clause;
        let document = w.document;
        document.body.each_clause(|clause| crate::site::text::objective::objective(w, clause));
    })
}

const FULL: &str = "indicator: 登録者数<b>\nkind: outcome\nunit: 人\ndirection: up\nbaseline: { value: 10000, on: 2025-04-01 }\ntarget: { value: 12000, by: 2026-04-01 }\nactuals:\n  - { value: 11250, on: 2025-10-01, note: 速報 }\nstatus: 遅れ\nsdgs: [11]\n";

#[test]
fn it_stands_behind_the_text_of_its_clause_and_before_the_next_heading() {
    let page = html(&block("status: 遅れ"));
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} in {page}"));
    assert!(at("文。") < at("class=\"objective\"") && at("class=\"objective\"") < at("細目"), "{page}");
    assert!(!page.contains("```") && !page.contains("<pre"), "{page}");
}

#[test]
fn every_value_stands_in_a_table_and_progress_with_its_formula() {
    let page = own_page(FULL);
    for expected in [
        "<div class=\"objective\" role=\"group\" data-nosnippet aria-label=\"1の指標と進み具合\">",
        "<dt>達成状況</dt><dd><span class=\"status\"><span aria-hidden=\"true\">▲</span> 遅れ</span></dd>",
        "<dt>SDGs</dt><dd>目標11「住み続けられるまちづくりを」</dd>",
        "<caption><p>登録者数&lt;b&gt;</p></caption>",
        "<tr><th scope=\"row\">基準値</th><td><span class=\"amount\">10000人</span></td><td><time datetime=\"2025-04-01\">令和7年4月1日</time></td><td>－</td></tr>",
        "<td>速報</td></tr>",
        "<dd>62.5%＝（実績11250－基準値10000）÷（目標値12000－基準値10000）</dd>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}

#[test]
fn what_is_missing_is_said_and_never_drawn_or_computed() {
    let page = own_page("indicator: 数\nunit: 人\ndirection: up\nbaseline: 該当なし\ntarget: 確認中\n");
    for expected in ["<td>該当なし</td>", "<td>確認中</td>", "<th scope=\"row\">実績</th><td>未設定</td>"] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    for absent in ["<svg", "進み具合</dt>", ">0"] {
        assert!(!page.contains(absent), "{absent}\n{page}");
    }
}

#[test]
fn a_chart_has_a_name_a_description_and_a_sign_for_each_kind_of_value() {
    let page = own_page(FULL);
    for expected in [
        "<svg role=\"img\"",
        "<title>登録者数&lt;b&gt;の推移</title>",
        "<desc>令和7年（2025年）4月1日の10000から令和7年（2025年）10月1日の11250まで。全ての値は表にあります。</desc>",
        // From the first day at the lower left to half of the year and five eighths of the way.
        "<polyline stroke-width=\"2\" points=\"80,164 212,82\"/>",
        "d=\"M344 25l7 7l-7 7l-7 -7z\"",
        "<text x=\"68\" y=\"37\" font-size=\"14\" text-anchor=\"end\" fill=\"currentColor\" stroke=\"none\">12000</text>",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(!html(&block(FULL)).contains("<svg"), "charts are on the page of the clause only");
    assert!(!own_page(&FULL.replace("on: 2025-10-01", "on: 未設定")).contains("<svg"), "one dated number is no line");
}

#[test]
fn what_somebody_has_judged_is_marked_so() {
    let page = own_page("indicator: 計画\ndirection: done\njudged: { value: 80, on: 2026-04-20 }\n");
    let expected = "<dt>進み具合（担当の判断）</dt><dd><span class=\"amount\">80%</span>（<time datetime=\"2026-04-20\">令和8年4月20日</time>）</dd>";
    assert!(page.contains(expected), "{page}");
}

fn site(text: &str) -> Corpus {
    Sample::new().with("r8/a", 2026, text).corpus()
}

fn html_of(page: &OutputFile) -> String {
    let Ok(content) = &page.content else { panic!("{} failed", page.path) };
    String::from_utf8(content.bytes().into_owned()).unwrap()
}

#[test]
fn a_list_is_cut_into_pages_and_sorted_into_lists() {
    let status = |n: usize| if n.is_multiple_of(3) { "遅れ" } else { "未設定" };
    let text: String =
        (1..=301).map(|n| format!("## {n} 目標\n\n```objective\nstatus: {}\nsdgs: [4]\n```\n\n", status(n))).collect();
    let corpus = site(&text);
    let pages = with_site(&corpus, objectives::pages);
    let files: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(
        files,
        [
            "objectives/index.html",
            "objectives/p2/index.html",
            "objectives/no-unit-0/index.html",
            "objectives/no-unit-0/p2/index.html",
            "objectives/status-late/index.html",
            "objectives/no-status-0/index.html",
            "objectives/sdg-4/index.html",
            "objectives/sdg-4/p2/index.html",
        ]
    );
    let rows = |at: usize| html_of(&pages[at]).matches("<li><h2>").count();
    assert_eq!([rows(0), rows(1), rows(4), rows(5)], [300, 1, 100, 201]);
    assert!(pages.iter().all(|page| html_of(page).len() < 600_000));
}

#[test]
fn a_site_without_objectives_has_no_list() {
    let corpus = site("## 1 甲\n");
    assert!(with_site(&corpus, objectives::pages).is_empty());
}

#[test]
fn examples_say_so_in_every_list() {
    let corpus =
        Sample::new().with("r8/a", 2026, &block("status: 遅れ")).meta("r8/a", |meta| meta.example = true).corpus();
    let pages = with_site(&corpus, objectives::pages);
    assert!(pages.iter().all(|page| html_of(page).contains("<strong class=\"old\">記載例</strong>")));
}
