//! The exact files of an export.

use jiff::Timestamp;

use super::{ExportKind, ExportRequest, ReviewNotes, export_files};
use crate::corpus::testing::{page, site};
use crate::policy::Channel;
use crate::snippet::{PostOptions, Splitting, all_posts};

const SETTINGS: &str = "title: 方針\ncity: 市\nbase_url: https://www.example.jp/\nsnippet:\n  friend_urls:\n    shiho: https://lin.ee/abc\n  csv:\n    tool:\n      channel: x\n      date_format: \"%m/%d/%Y %H:%M\"\n      columns:\n        Date: publish_at\n        Message: text\n";

fn exported(sidecar: &str, kind: ExportKind) -> Vec<(String, String)> {
    let document = page("R8", "方針", "(1) 市報を出し、「広報」に努めること。 {#a1}\n");
    let corpus = site(&[("site.yaml", SETTINGS), ("r8/a.md", &document), ("r8/a.yaml", sidecar)]);
    let channels: Vec<_> = ["x", "line"].into_iter().filter_map(Channel::named).collect();
    let clauses = all_posts(&corpus, &PostOptions { channels: &channels, splitting: Splitting::Never });
    let request = ExportRequest {
        corpus: &corpus,
        clauses: &clauses,
        kinds: &[kind],
        now: Timestamp::MAX,
        remarks: &ReviewNotes::new(),
    };
    let files = export_files(&request);
    files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

const PLANNED: &str = "clauses:\n  a1:\n    sns:\n      x: \"@市民; どうぞ\"\n      publish_at: 2026-04-02T09:00\n";

#[test]
fn texts_hold_the_post_and_nothing_else() {
    let files = exported("", ExportKind::Text);
    let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(names, ["line/r8-a_s1_a1.txt", "x/r8-a_s1_a1.txt"]);
    assert_eq!(
        files[1].1,
        "【市の方針】\n市報を出し、「広報」に努めること。\n▼原文：「方針」(1)\nhttps://www.example.jp/c/a1/"
    );
}

#[test]
fn tables_guard_against_formulas_and_follow_the_tools_settings() {
    let files = exported(PLANNED, ExportKind::Csv);
    let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(names, ["csv/tool.csv", "posts.csv", "refusals.csv"]);
    assert_eq!(
        files[0].1,
        "Date,Message\r\n04/02/2026 09:00,\"'@市民; どうぞ\n▼原文：「方針」(1)\nhttps://www.example.jp/c/a1/\"\r\n"
    );
    assert!(files[1].1.starts_with("\u{FEFF}document,clause,id,"), "{}", files[1].1);
}

#[test]
fn the_calendar_has_planned_posts_in_folded_lines() {
    let files = exported(PLANNED, ExportKind::Ics);
    let text = &files[0].1;
    assert!(text.contains("DTSTART:20260402T000000Z\r\n"), "{text}");
    assert!(text.replace("\r\n ", "").contains("DESCRIPTION:@市民\\; どうぞ\\n▼原文："), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    // RFC 5545 allows no calendar without an event.
    assert_eq!(exported("", ExportKind::Ics), []);
}

#[test]
fn only_approved_posts_are_in_the_feed() {
    assert_eq!(exported(PLANNED, ExportKind::Atom), []);
    let document = page("R8", "方針", "(1) 市報を出し、「広報」に努めること。 {#a1}\n");
    let corpus = site(&[("site.yaml", SETTINGS), ("r8/a.md", &document)]);
    let channels: Vec<_> = Channel::named("x").into_iter().collect();
    let clauses = all_posts(&corpus, &PostOptions { channels: &channels, splitting: Splitting::Never });
    let clause = clauses.iter().find(|clause| clause.posts().next().is_some()).unwrap();
    let post = clause.posts().next().unwrap();
    let approved = |clause: &str, post: &str| {
        format!(
            "clauses:\n  a1:\n    sns:\n      approved:\n        - {{channel: x, by: 課長, on: 2026-04-01, clause: \"{clause}\", post: \"{post}\"}}\n"
        )
    };
    let (clause, post) = (clause.subject.clause_text.digest(), post.digest());
    let feed = exported(&approved(&clause, &post), ExportKind::Atom).remove(0).1;
    assert!(feed.contains("<summary>【市の方針】\n市報を出し、「広報」に努めること。"), "{feed}");
    assert!(feed.contains("<updated>2026-03-31T15:00:00Z</updated>"), "{feed}");
    for (clause, post) in [("0", post.as_str()), (clause.as_str(), "0")] {
        assert_eq!(exported(&approved(clause, post), ExportKind::Atom), []);
    }
}

#[test]
fn line_gets_a_text_a_bubble_and_a_carousel() {
    let files = exported("clauses:\n  a1:\n    sns:\n      featured: true\n", ExportKind::Line);
    let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(names, ["line/digest_r8.a_1.json", "line/r8-a_s1_a1.flex.json", "line/r8-a_s1_a1.text.json"]);
    let body: serde_json::Value = serde_json::from_str(&files[1].1).unwrap();
    assert_eq!(body["messages"][0]["altText"], "【市の方針】\n市報を出し、「広報」に努めること。");
    assert_eq!(
        body["messages"][0]["contents"]["footer"]["contents"][0]["action"]["uri"],
        "https://www.example.jp/c/a1/"
    );
    let digest: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
    assert_eq!(digest["messages"][0]["contents"]["contents"][0], body["messages"][0]["contents"]);
}

#[test]
fn qr_codes_and_the_review_sheet_are_written() {
    let files = exported("", ExportKind::Qr);
    let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(names, ["qr/line_shiho.svg", "qr/r8-a_s1_a1.svg"]);
    assert!(files.iter().all(|(_, picture)| picture.contains("<svg")));
    let own = "clauses:\n  a1:\n    sns:\n      x: 市報を出し、<b>毎月</b>努めること。\n";
    let files = exported(own, ExportKind::Review);
    assert!(files[1].1.contains("市報を出し、<ins>&lt;b&gt;毎月&lt;/b&gt;</ins>努めること。"), "{}", files[1].1);
}
