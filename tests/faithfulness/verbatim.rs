//! A post that is word for word taken from its clause is always faithful.

use hoshin::diagnostic::Severity;
use hoshin::snippet::faithfulness::{SourceClause, SourceContext};

use crate::clauses::Clauses;
use crate::codes;

/// The whole clause, each sentence, and any sentences in order get no remark. The two documents have no proviso.
#[test]
fn the_clause_and_its_sentences_are_faithful() {
    let clauses = Clauses::of_repository();
    let mut posts = 0;
    for clause in &clauses.list {
        clauses.with(clause, |source| {
            for post in verbatim(&clause.text) {
                let found = codes(&source.check(&post));
                assert!(found.is_empty(), "{}: {found:?}\n{post}", clause.place);
                posts += 1;
            }
        });
    }
    assert!(clauses.list.len() > 60 && posts > 150, "{} clauses, {posts} posts", clauses.list.len());
}

/// 推進すること。 → 推進する。 is no error either.
#[test]
fn the_last_koto_may_be_dropped() {
    let clauses = Clauses::of_repository();
    let mut posts = 0;
    for clause in &clauses.list {
        clauses.with(clause, |source| {
            for sentence in sentences(&clause.text) {
                let Some(stem) = sentence.strip_suffix("こと。") else { continue };
                let report = source.check(&format!("{stem}。"));
                assert!(!report.has_errors(), "{}: {:?}\n{stem}。", clause.place, codes(&report));
                posts += 1;
            }
        });
    }
    assert!(posts > 50, "{posts}");
}

#[test]
fn a_frame_and_line_breaks_get_no_remark() {
    let clauses = Clauses::of_repository();
    let link = "https://hoshin.example/c/k7f3q/";
    for clause in &clauses.list {
        let context = SourceContext {
            link: Some(link),
            frame: &["（運営方針5-1）"],
            tags: &["国分寺市"],
            ..SourceContext::new(&clauses.names)
        };
        let source = SourceClause::new(&clause.text, context);
        let broken: String =
            clause.text.chars().flat_map(|c| if c == '、' { vec![c, '\n'] } else { vec![c] }).collect();
        let post = format!("【市の方針】\n{broken}\n▼原文（運営方針5-1）\n{link}\n#国分寺市");
        let found = codes(&source.check(&post));
        assert!(found.is_empty(), "{}: {found:?}\n{post}", clause.place);
    }
}

/// A check of any text ends quickly, and its remarks point into the post.
#[test]
fn any_text_may_be_checked() {
    let clauses = Clauses::of_repository();
    let odd = [
        "",
        "。",
        "「「「",
        "」」",
        "##",
        "http://",
        "２",
        "令和",
        "第",
        "分の",
        "１分の",
        "\u{3099}",
        "9999999999999999999999年",
        "万億兆",
        "○",
        "ー",
    ];
    let long = "あい等（".repeat(1_000);
    for clause in clauses.list.iter().step_by(20) {
        let mut cut: Vec<String> =
            clause.text.char_indices().step_by(5).map(|(at, _)| clause.text[at..].to_owned()).collect();
        cut.extend(odd.map(str::to_owned));
        cut.push(long.clone());
        clauses.with(clause, |source| {
            for post in &cut {
                for remark in source.check(post).remarks {
                    assert!(post.get(remark.range.clone()).is_some(), "{:?} of {post}", remark.range);
                    assert!(remark.code().severity >= Severity::Info);
                }
            }
        });
    }
}

/// The whole text, and every choice of its sentences that keeps their order.
fn verbatim(text: &str) -> Vec<String> {
    let sentences = sentences(text);
    let choices = 1_u32 << sentences.len().min(6);
    let chosen = (1..choices).map(|choice| {
        let taken = sentences.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1);
        taken.map(|(_, sentence)| *sentence).collect::<String>()
    });
    chosen.chain([text.to_owned()]).collect()
}

fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive('。').filter(|sentence| !sentence.trim().is_empty()).collect()
}
