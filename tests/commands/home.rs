//! The figure of the home page has an arrow only where a document names an upper document.

use crate::kit::{SITE, Site};

fn document(title: &str, kind: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nkind: {kind}\nfiscal_year: R8\nstatus: published\n{more}---\n\n(1) 一つの項です。\n")
}

/// The lines of the figure that name kinds and arrows.
fn figure(site: &Site) -> Vec<String> {
    let built = site.run("build -q --now 2026-11-21");
    assert_eq!(built.code, 0, "{built}");
    let home = site.read("public/index.html");
    let (_, stairs) = home.split_once("<ol class=\"stairs\">").expect("a figure");
    let (stairs, _) = stairs.split_once("</ol>").expect("its end");
    let marks = ["<p class=\"step\">", "<p class=\"next\">", "<p class=\"what\">", "<li class=\"under"];
    let told = |line: &&str| {
        marks.iter().any(|mark| line.starts_with(mark)) && !line.contains("市長が") && !line.contains("各部")
    };
    stairs.lines().filter(told).map(plain).collect()
}

/// A line without its markup. The line of a step begins with its indentation.
fn plain(line: &str) -> String {
    let mut out = line.to_owned();
    while let Some((from, rest)) = out.split_once('<') {
        let (element, after) = rest.split_once('>').expect("an element that ends");
        let kept = if element.starts_with("li") { element } else { "" };
        out = format!("{from}{kept}{after}");
    }
    out
}

const ARROW: &str = "↓ これを受けて定める";
const DEEP: [&str; 2] = ["li class=\"under under-1\"", "li class=\"under under-2\""];

#[test]
fn there_is_no_arrow_where_no_document_names_an_upper_one() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の部の運営方針", "部の運営方針", ""))
        .file("content/r8/c.md", document("令和8年度の組織目標", "組織目標", ""));
    assert_eq!(figure(&site), ["施政方針", "部の運営方針", "組織目標"]);
    let home = site.read("public/index.html");
    for claim in ["受けて", "つながり", "上の段", "↓", "under"] {
        assert!(!home.contains(claim), "{claim}: {home}");
    }
}

#[test]
fn there_is_an_arrow_where_the_lower_documents_name_the_upper_ones() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r8/a]\n"))
        .file("content/r8/c.md", document("令和8年度の組織目標", "組織目標", "upper: [令和8年度の部の運営方針]\n"));
    assert_eq!(figure(&site), ["施政方針", ARROW, DEEP[0], "部の運営方針", ARROW, DEEP[1], "組織目標"]);
}

#[test]
fn a_kind_stands_below_the_kinds_its_documents_name_whatever_their_order() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の組織目標", "組織目標", "upper: [r8/b]\n"))
        .file("content/r8/b.md", document("令和8年度の地域計画", "計画", ""));
    assert_eq!(figure(&site), ["計画", ARROW, DEEP[0], "組織目標"]);
}

#[test]
fn a_plan_that_is_not_on_the_site_stands_above_the_kind_that_names_it() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [第2期総合計画]\n"))
        .file("content/r8/b.md", document("令和8年度の組織目標", "組織目標", ""));
    assert_eq!(figure(&site), ["計画", ARROW, DEEP[0], "部の運営方針", "組織目標"]);
}

#[test]
fn the_arrow_names_the_documents_when_others_name_no_upper_one() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の総務部の運営方針", "部の運営方針", "upper: [r8/a]\n"))
        .file("content/r8/c.md", document("令和8年度の福祉部の運営方針", "部の運営方針", ""));
    let some = "↓ 「令和8年度の施政方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", some, DEEP[0], "部の運営方針"]);
}

#[test]
fn there_is_no_arrow_below_a_document_that_nobody_names() {
    let site = Site::new()
        .file("content/r8/a.md", document("地域計画", "計画", "upper: [r8/b]\n"))
        .file("content/r8/b.md", document("市長方針", "施政方針", ""))
        .file("content/r8/c.md", document("教育長方針", "施政方針", ""));
    let some = "↓ 「市長方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", some, DEEP[0], "計画"]);
    site.write("content/r8/a.md", document("地域計画", "計画", "upper: [r8/b, r8/c]\n"));
    assert_eq!(figure(&site), ["施政方針", ARROW, DEEP[0], "計画"]);
}

#[test]
fn the_arrow_from_a_plan_outside_the_site_does_not_include_the_plan_beside_it() {
    let site = Site::new()
        .file("content/r8/a.md", document("あ方針", "部の運営方針", "upper: [総合計画]\n"))
        .file("content/r8/b.md", document("い計画", "計画", ""));
    let some = "↓ 「総合計画」を受けて定める文書があります";
    assert_eq!(figure(&site), ["計画", some, DEEP[0], "部の運営方針"]);
}

/// There are as many names as documents, but not every document names every other.
#[test]
fn two_documents_that_take_up_one_each_do_not_take_up_both() {
    let site = Site::new()
        .file("content/r8/a.md", document("市長方針", "施政方針", ""))
        .file("content/r8/b.md", document("教育長方針", "施政方針", ""))
        .file("content/r8/c.md", document("総務部方針", "部の運営方針", "upper: [r8/a, r8/a]\n"))
        .file("content/r8/d.md", document("教育部方針", "部の運営方針", "upper: [r8/b, 教育長方針]\n"));
    let some = "↓ 「市長方針」、「教育長方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", some, DEEP[0], "部の運営方針"]);
}

#[test]
fn a_sentence_names_five_documents_and_says_how_many_more_there_are() {
    let plans = (1..=7).map(|number| format!("第{number}期計画")).collect::<Vec<_>>().join(", ");
    let site = Site::new()
        .file("content/r8/a.md", document("い計画", "計画", ""))
        .file("content/r8/b.md", document("あ方針", "部の運営方針", &format!("upper: [{plans}]\n")));
    let some = "↓ 「第1期計画」、「第2期計画」、「第3期計画」、「第4期計画」、「第5期計画」ほか2件を受けて定める文書があります";
    assert_eq!(figure(&site), ["計画", some, DEEP[0], "部の運営方針"]);
}

#[test]
fn an_upper_document_further_up_is_named_in_words() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の市政運営の基本方針", "市政運営の基本方針", ""))
        .file("content/r8/c.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r8/a, r8/b]\n"));
    let also = "「令和8年度の施政方針」を受けて定める文書があります。";
    assert_eq!(figure(&site), ["施政方針", "市政運営の基本方針", ARROW, DEEP[0], "部の運営方針", also]);
}

#[test]
fn kinds_that_name_each_other_are_both_shown_with_words() {
    let site = Site::new()
        .file("content/r8/a1.md", document("令和8年度の施政方針", "施政方針", "upper: [r8/b1]\n"))
        .file("content/r8/a2.md", document("令和8年度の補正施政方針", "施政方針", ""))
        .file("content/r8/b1.md", document("令和8年度の部の運営方針", "部の運営方針", ""))
        .file("content/r8/b2.md", document("令和8年度の課の運営方針", "部の運営方針", "upper: [r8/a2, r8/b1]\n"));
    let also = "「令和8年度の部の運営方針」を受けて定める文書があります。";
    let some = "↓ 「令和8年度の補正施政方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", also, some, DEEP[0], "部の運営方針"]);
}

/// Documents of another year, drafts and versions in another language are no steps of the figure.
#[test]
fn documents_outside_the_figure_make_no_arrow() {
    let site = Site::new()
        .file("content/r7/a.md", document("令和7年度の施政方針", "施政方針", "").replace("R8", "R7"))
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/d.md", document("令和8年度の案", "市政運営の基本方針", "").replace("published", "draft"))
        .file("content/r8/b.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r7/a, r8/d]\n"))
        .file(
            "content/r8/b-en.md",
            document("Policy", "部の運営方針", "language: en\nvariant_of: r8/b\nupper: [r8/a]\n"),
        );
    assert_eq!(figure(&site), ["施政方針", "部の運営方針"]);
}

#[test]
fn an_upper_that_names_a_version_in_another_language_names_the_document() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/a-en.md", document("Address", "施政方針", "language: en\nvariant_of: r8/a\n"))
        .file("content/r8/b.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r8/a-en]\n"));
    assert_eq!(figure(&site), ["施政方針", ARROW, DEEP[0], "部の運営方針"]);
}

#[test]
fn an_english_site_makes_the_same_claims() {
    let english = format!("{SITE}language: en\nkinds: [Policy, Objectives]\n");
    let site = Site::new()
        .file("content/site.yaml", &english)
        .file("content/r8/a.md", document("The policy", "Policy", ""))
        .file("content/r8/b.md", document("The objectives", "Objectives", ""));
    assert_eq!(figure(&site), ["Policy", "Objectives"]);
    let home = site.read("public/index.html");
    assert!(!home.contains("leads to") && !home.contains("drawn up") && !home.contains("connect"), "{home}");
    site.write("content/r8/b.md", document("The objectives", "Objectives", "upper: [r8/a]\n"));
    assert_eq!(figure(&site), ["Policy", "↓ leads to", DEEP[0], "Objectives"]);
    site.write("content/r8/c.md", document("The other policy", "Policy", ""));
    let some = "↓ some of these are drawn up on the ground of: “The policy”";
    assert_eq!(figure(&site), ["Policy", some, DEEP[0], "Objectives"]);
}
