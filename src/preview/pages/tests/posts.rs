//! The pages of posts.

use super::{POST, PreviewSample, document, texts};
use crate::diagnostic::Lang;

#[test]
fn posts_are_shown_as_the_channels_show_them() {
    let text = "## 1 一\n\n(1) 市民の声を聴く。\n";
    let sample =
        PreviewSample::new(&[("r8/a.md", &document("status: published", "方針", text)), ("r8/a.yaml", POST)], &[]);
    let html = sample.page("_hoshin/posts/r8/a/index.html");
    assert_eq!(texts(&html, ".clause h2"), ["「方針」1(1)"]);
    assert_eq!(texts(&html, ".original"), ["市民の声を聴く。"]);
    assert_eq!(texts(&html, ".mock h3").len(), 3);
    assert_eq!(texts(&html, ".line .glance")[0].chars().count(), 20);
    assert_eq!(texts(&html, ".line .cut")[0], "◀通知の20字まで");
    assert_eq!(texts(&html, ".x .glance"), Vec::<String>::new());
    assert_eq!(texts(&html, ".x .url"), ["https://hoshin.example/c/xxxxx/"]);
    assert!(texts(&html, ".x .length")[0].contains("／280、残り全角"), "{:?}", texts(&html, ".x .length"));
    assert_eq!(texts(&html, ".x dd .tag"), ["未決裁"]);
}

#[test]
fn long_documents_have_several_pages_of_posts_and_none_above_a_megabyte() {
    let clause = format!("{}。\n\n", "市民の声を聴き、暮らしを支える取組を進める".repeat(40));
    let text: String = (1..=150).map(|n| format!("## {n} 見出し\n\n{clause}")).collect();
    let sample = PreviewSample::new(&[("r8/a.md", &document("status: published", "方針", &text))], &[]);
    let first = sample.page("_hoshin/posts/r8/a/index.html");
    let second = sample.page("_hoshin/posts/r8/a/page-2.html");
    assert!(first.len() < 1_000_000 && first.len() > 200_000, "{}", first.len());
    assert_ne!(texts(&first, ".clause h2")[0], texts(&second, ".clause h2")[0]);
    assert_eq!(texts(&first, ".beside a"), ["次のページ"]);
}

#[test]
fn remarks_on_a_post_are_in_the_language_of_the_page() {
    let text = "## 1 一\n\n(1) 市民の声を聴くよう努める。\n";
    let post = "clauses:\n  s1-1:\n    sns:\n      x: 市民の声を、必ずすべて実現します。\n";
    let sample =
        PreviewSample::new(&[("r8/a.md", &document("status: published", "方針", text)), ("r8/a.yaml", post)], &[]);
    let remarks = |lang| texts(&sample.page_in("_hoshin/posts/r8/a/index.html", lang), ".x dl > div:last-child dd");
    assert_eq!(remarks(Lang::Ja)[..2], ["原文の「努め」が落ちています", "「必ず」は原文にありません"]);
    assert_eq!(remarks(Lang::En)[..2], ["the hedge `努め` of the clause is missing", "`必ず` is not in the clause"]);
}
