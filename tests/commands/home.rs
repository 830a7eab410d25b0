//! The figure of the home page: an arrow stands where a document says what it takes up, and nowhere else.

use crate::kit::{SITE, Site};

fn document(title: &str, kind: &str, more: &str) -> String {
    format!("---\ntitle: {title}\nkind: {kind}\nfiscal_year: R8\nstatus: published\n{more}---\n\n(1) 一つの項です。\n")
}

/// The lines of the figure of the home page that tell of kinds and arrows.
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

/// A line without its elements; that of a step with how far it stands to the right.
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
fn there_is_no_arrow_where_no_document_says_what_it_takes_up() {
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
fn an_arrow_stands_where_the_documents_below_say_so() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r8/a]\n"))
        .file("content/r8/c.md", document("令和8年度の組織目標", "組織目標", "upper: [令和8年度の部の運営方針]\n"));
    assert_eq!(figure(&site), ["施政方針", ARROW, DEEP[0], "部の運営方針", ARROW, DEEP[1], "組織目標"]);
}

#[test]
fn a_kind_stands_below_what_its_documents_take_up_whatever_the_order_of_the_kinds() {
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
fn the_arrow_does_not_speak_for_documents_that_say_nothing() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の総務部の運営方針", "部の運営方針", "upper: [r8/a]\n"))
        .file("content/r8/c.md", document("令和8年度の福祉部の運営方針", "部の運営方針", ""));
    let some = "↓ 「令和8年度の施政方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", some, DEEP[0], "部の運営方針"]);
}

#[test]
fn the_arrow_does_not_stand_below_a_document_that_nobody_names() {
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
fn the_arrow_from_a_plan_that_is_not_on_the_site_does_not_speak_for_the_plan_beside_it() {
    let site = Site::new()
        .file("content/r8/a.md", document("あ方針", "部の運営方針", "upper: [総合計画]\n"))
        .file("content/r8/b.md", document("い計画", "計画", ""));
    let some = "↓ 「総合計画」を受けて定める文書があります";
    assert_eq!(figure(&site), ["計画", some, DEEP[0], "部の運営方針"]);
}

/// As many names as documents, and yet not each of them by each.
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
fn what_is_taken_up_and_stands_further_up_is_said_in_words() {
    let site = Site::new()
        .file("content/r8/a.md", document("令和8年度の施政方針", "施政方針", ""))
        .file("content/r8/b.md", document("令和8年度の市政運営の基本方針", "市政運営の基本方針", ""))
        .file("content/r8/c.md", document("令和8年度の部の運営方針", "部の運営方針", "upper: [r8/a, r8/b]\n"));
    let also = "「令和8年度の施政方針」を受けて定める文書があります。";
    assert_eq!(figure(&site), ["施政方針", "市政運営の基本方針", ARROW, DEEP[0], "部の運営方針", also]);
}

#[test]
fn kinds_that_take_each_other_up_are_shown_and_both_say_so() {
    let site = Site::new()
        .file("content/r8/a1.md", document("令和8年度の施政方針", "施政方針", "upper: [r8/b1]\n"))
        .file("content/r8/a2.md", document("令和8年度の補正施政方針", "施政方針", ""))
        .file("content/r8/b1.md", document("令和8年度の部の運営方針", "部の運営方針", ""))
        .file("content/r8/b2.md", document("令和8年度の課の運営方針", "部の運営方針", "upper: [r8/a2, r8/b1]\n"));
    let also = "「令和8年度の部の運営方針」を受けて定める文書があります。";
    let some = "↓ 「令和8年度の補正施政方針」を受けて定める文書があります";
    assert_eq!(figure(&site), ["施政方針", also, some, DEEP[0], "部の運営方針"]);
}

/// Of another year, a draft, a version in another language: none of these is a step of the figure.
#[test]
fn what_is_not_in_the_figure_makes_no_arrow_in_it() {
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
fn an_english_site_claims_no_more() {
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
    let some = "↓ some of these are drawn up on the ground of: 「The policy」";
    assert_eq!(figure(&site), ["Policy", some, DEEP[0], "Objectives"]);
}
