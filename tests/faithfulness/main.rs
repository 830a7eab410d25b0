//! Posts beside the clauses of the two real documents: unfaithful posts are found, and no faithful post is stopped.

#![allow(unreachable_pub)]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops where it is not met")]

mod clauses;
mod pairs;
mod table;
mod verbatim;

use clauses::Clauses;
use hoshin::diagnostic::Severity;
use hoshin::snippet::faithfulness::Report;
use pairs::Pair;
use table::{Outcome, Table};

#[test]
fn every_pair_gets_its_codes() {
    let clauses = Clauses::of_repository();
    let mut wrong = Vec::new();
    for group in pairs::read() {
        let clause = clauses.at(&group.clause);
        clauses.with(clause, |source| {
            for pair in &group.posts {
                let codes = codes(&source.check(&pair.post));
                if codes != pair.expect {
                    wrong.push(format!(
                        "{} {:?} {}\n  {}\n  → [{}]",
                        group.clause,
                        pair.verdict,
                        pair.kind,
                        pair.post.trim(),
                        codes.join(", ")
                    ));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{} pairs:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_tables_of_the_documentation_are_those_measured() {
    let page = include_str!("../../docs/faithfulness.md");
    for held_out in [false, true] {
        let table = measure(|pair| pair.held_out == held_out);
        println!("{table}");
        assert!(page.contains(&table.to_string()), "docs/faithfulness.md should have:\n\n{table}");
    }
}

fn measure(wanted: impl Fn(&Pair) -> bool) -> Table {
    let clauses = Clauses::of_repository();
    let mut table = Table::default();
    for group in pairs::read() {
        let clause = clauses.at(&group.clause);
        clauses.with(clause, |source| {
            for pair in group.posts.iter().filter(|pair| wanted(pair)) {
                table.add(pair, outcome(&source.check(&pair.post)));
            }
        });
    }
    table
}

fn outcome(report: &Report) -> Outcome {
    match report.remarks.iter().map(|remark| remark.code().severity).max() {
        Some(Severity::Error) => Outcome::Error,
        Some(_) => Outcome::Warning,
        None => Outcome::Nothing,
    }
}

fn codes(report: &Report) -> Vec<String> {
    let mut codes: Vec<String> = report.remarks.iter().map(|remark| remark.code().id.to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}
