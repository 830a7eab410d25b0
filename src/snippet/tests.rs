//! Properties of every post, and examples.

use proptest::prelude::*;

use super::{ClausePosts, Level, Post, PostOptions, RefusalReason, Splitting, all_posts, count, sentences};
use crate::corpus::Corpus;
use crate::corpus::testing::{page, site};
use crate::policy::{Channel, Purpose};

fn all() -> Vec<&'static Channel> {
    Channel::for_posts().collect()
}

fn channel(name: &str) -> &'static Channel {
    Channel::named(name).unwrap()
}

/// A site with one clause in a section.
fn with_clause(text: &str, sidecar: &str, settings: &str) -> Corpus {
    let document = page("R8", "方針", &format!("## 1 取組\n\n(1) {text} {{#a1}}\n"));
    let settings = format!("title: 市の方針\ncity: 市\nbase_url: https://www.example.jp/\n{settings}");
    site(&[("site.yaml", &settings), ("r8/a.md", &document), ("r8/a.yaml", sidecar)])
}

fn of_clause<'a>(corpus: &'a Corpus, channels: &[&'static Channel], splitting: Splitting) -> ClausePosts<'a> {
    let mut all = all_posts(corpus, &PostOptions { channels, splitting });
    let at = all.iter().position(|clause| clause.subject.clause.address().id == "a1").unwrap();
    all.swap_remove(at)
}

/// The post about a clause for one channel.
fn post(text: &str, sidecar: &str, settings: &str, name: &str) -> Result<Post, super::PostRefusal> {
    let corpus = with_clause(text, sidecar, settings);
    of_clause(&corpus, &[channel(name)], Splitting::Never).outcomes.remove(0).1
}

/// Checks the properties that every post must have.
fn check_post(clause: &ClausePosts<'_>, post: &Post) {
    let text = &clause.subject.clause_text.text;
    let channel = post.channel;
    for part in &post.parts {
        for limit in channel.limits.iter().filter(|limit| limit.is_hard) {
            assert!(count(limit.unit, part) <= limit.max, "{}: {part}", channel.name);
        }
        assert!(count(channel.unit, part) <= post.count);
    }
    let last = post.parts.last().unwrap();
    if channel.purpose == Purpose::Post {
        assert!(post.link.is_ascii() && post.link.contains("/c/a1/"), "{}", post.link);
        assert_eq!(last.lines().filter(|line| *line == post.link).count(), 1, "{last}");
    }
    if post.level >= Level::Whole && post.parts.len() == 1 {
        // The body is the start of the clause, character by character.
        assert!(text.starts_with(&post.body), "{}", post.body);
        assert!(last.contains(&post.body), "{last}");
        let around: Vec<&str> =
            last.splitn(2, &post.body).flat_map(str::lines).filter(|line| !line.is_empty()).collect();
        for line in around {
            let is_template = line.starts_with(['【', '▼', '#']) || line == post.link || line.starts_with("（全");
            assert!(is_template, "{line} in {last}");
        }
    }
    if let Level::Sentences { shown, all } = post.level {
        let sentences = sentences(text);
        assert_eq!(sentences.len(), all);
        assert_eq!(sentences[..shown].concat().trim_end(), post.body);
    }
}

#[test]
fn the_first_text_that_fits_is_used() {
    let long = "市民の声を聴くこと。".repeat(20);
    let own = |x: &str| format!("clauses:\n  a1:\n    sns:\n      x: {x}\n      text: みんなの文。\n");
    for (text, sidecar, name, expected) in [
        ("一。", own("エックスの文。"), "x", Level::Channel),
        ("一。", own("エックスの文。"), "line", Level::General),
        ("一。", String::new(), "x", Level::Whole),
        (&long, String::new(), "x", Level::Sentences { shown: 11, all: 20 }),
        (&long, String::new(), "line", Level::Whole),
        (
            &long,
            format!("clauses:\n  a1:\n    sns:\n      text: {}\n", "長".repeat(300)),
            "x",
            Level::Sentences { shown: 11, all: 20 },
        ),
    ] {
        let post = post(text, &sidecar, "", name).unwrap();
        assert_eq!(post.level, expected, "{text} {name}");
    }
}

#[test]
fn a_post_has_a_head_a_body_a_citation_a_link_and_tags() {
    let tags = "snippet:\n  tags: [試験市, 方針]\n";
    assert_eq!(
        post("市報を出すこと。", "", tags, "x").unwrap().text(),
        "【市の方針】取組\n市報を出すこと。\n▼原文：「方針」1(1)\nhttps://www.example.jp/c/a1/\n#試験市 #方針"
    );
    let sidecar = "clauses:\n  a1:\n    sns:\n      text: 直しました。\n      correction_of: https://x.com/1\n";
    assert_eq!(
        post("市報を出すこと。", sidecar, "snippet:\n  utm_campaign: r8\n", "x").unwrap().text(),
        "【訂正】\n直しました。\n▼原文：「方針」1(1)\nhttps://www.example.jp/c/a1/?utm_source=x&utm_medium=social&utm_campaign=r8\n訂正する投稿：\nhttps://x.com/1"
    );
    assert_eq!(post("市報を出すこと。", "", tags, "og-description").unwrap().text(), "市報を出すこと。");
}

#[test]
fn a_text_that_is_too_long_is_refused_with_the_room_there_is() {
    let own = |text: &str| format!("clauses:\n  a1:\n    sns:\n      x: {text}\n");
    let over = |text: &str| match post("一。", &own(text), "", "x").unwrap_err().reason {
        RefusalReason::AuthorTooLong(excess) => excess.over(),
        reason => panic!("{reason:?}"),
    };
    // X allows 280; the link takes 23 and the line end 1.
    assert_eq!(over(&"字".repeat(129)), 2);
    assert_eq!(over(&"😀".repeat(130)), 4);
    assert_eq!(over(&"か\u{3099}".repeat(129)), 2);
    let refused = post(&"字".repeat(200), "", "", "x").unwrap_err();
    assert_eq!(refused.room, Some(128));
    assert!(matches!(refused.reason, RefusalReason::TooLong(excess) if excess.over() == 400 - 256), "{refused:?}");
    assert!(matches!(
        post("a < b。", "", "", "youtube").unwrap_err().reason,
        RefusalReason::Signs { is_authors: false, .. }
    ));
    assert_eq!(post("一。", "", "", "line").unwrap().limit, Some(5_000));
    assert_eq!(post("一。", "", "snippet:\n  limits:\n    line: 4000\n", "line").unwrap().limit, Some(4_000));
}

#[test]
fn a_text_for_line_that_is_over_is_refused_with_the_exact_number() {
    // LINE allows 5,000 UTF-16 units; the link takes 28 and the line end 1.
    for (sign, times, over) in [("字", 4_972, 1), ("😀", 2_486, 1), ("か\u{3099}", 2_500, 29), ("字", 5_000, 29)] {
        let sidecar = format!("clauses:\n  a1:\n    sns:\n      line: {}\n", sign.repeat(times));
        let refused = post("一。", &sidecar, "", "line").unwrap_err();
        assert!(
            matches!(refused.reason, RefusalReason::AuthorTooLong(excess) if excess.over() == over),
            "{sign}: {refused:?}"
        );
    }
}

#[test]
fn threads_split_between_sentences_only() {
    let text: String = (1..=30).map(|at| format!("{at}番目の取組を「着実に。」と進めること。")).collect();
    let corpus = with_clause(&text, "", "snippet:\n  tags: [試験市]\n");
    let clause = of_clause(&corpus, &[channel("x"), channel("line-oam")], Splitting::Threads);
    for post in clause.posts() {
        let all = post.parts.len();
        assert!(all > 1, "{}", post.channel.name);
        let mut told = String::new();
        for (at, part) in post.parts.iter().enumerate() {
            assert!(part.contains(&format!("({}/{all})", at + 1)), "{part}");
            assert_eq!(part.contains(&post.link), at + 1 == all, "{part}");
            assert_eq!(part.starts_with("【市の方針】取組"), at == 0, "{part}");
            assert!(part.contains("▼原文：「方針」1(1)"), "{part}");
            told.extend(part.lines().filter(|line| line.ends_with('。')));
        }
        assert_eq!(told, text);
        check_post(&clause, post);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// For any clause there is a refusal, or a post within its limits whose text comes from the clause.
    #[test]
    fn every_post_keeps_its_limits_and_the_words_of_the_clause(pieces in prop::collection::vec(
        prop::sample::select(vec!["市民の安全を", "「ゼロカーボン。」", "努めること。", "2050年までに", "（BPR）を", "、", "進める。", "example.jp", "ｶﾞ", "か\u{3099}", "😀"]), 1..80)) {
        let corpus = with_clause(&pieces.concat(), "", "snippet:\n  tags: [試験市, 方針]\n");
        for splitting in [Splitting::Never, Splitting::Threads] {
            let clause = of_clause(&corpus, &all(), splitting);
            prop_assert_eq!(clause.outcomes.len(), 13);
            clause.posts().for_each(|post| check_post(&clause, post));
        }
    }
}
