//! Compares counts with X's own counter (npm twitter-text 3.1.0), and bodies for LINE with the types of LINE's SDK.
//! Run `npm ci --prefix tests/snippet` first.

mod conformance;

use std::path::Path;
use std::process::Command;

use hoshin::policy::LengthUnit;
use hoshin::snippet::count;

fn node(script: &str, arguments: &[&str]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snippet");
    let run = Command::new("node").arg(script).args(arguments).current_dir(folder).output();
    let (succeeded, said, complained) =
        run.map(|run| (run.status.success(), run.stdout, run.stderr)).unwrap_or_default();
    assert!(succeeded, "node {script}: {}", String::from_utf8_lossy(&complained));
    String::from_utf8(said).unwrap_or_default()
}

/// Compares every piece, every pair of pieces and 6,000 random strings of URLs, emoji, IVS, NFD, half-width kana and bare domains.
#[test]
#[ignore = "needs node and npm ci; tests/run does it"]
fn counts_are_those_of_x() {
    let mut compared = 0;
    let mut wrong = Vec::new();
    for line in node("oracle.mjs", &[]).lines() {
        let (text, expected): (String, usize) = serde_json::from_str(line).unwrap();
        let counted = count(LengthUnit::Weight, &text);
        if counted != expected {
            wrong.push(format!("{text:?}: {expected}, not {counted}"));
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
    assert!(compared > 8_000, "{compared}");
}

#[test]
#[ignore = "needs node and npm ci; tests/run does it"]
fn the_tables_are_those_of_twitter_text() {
    node("tables.mjs", &[]);
}

/// Checks the texts, bubbles and carousels of the repository's own posts.
#[test]
#[ignore = "needs node and npm ci; tests/run does it"]
fn bodies_for_line_match_the_types_of_line() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("posts");
    let exported = Command::new(env!("CARGO_BIN_EXE_hoshin"))
        .args(["snippet", "export", "--kind", "line", "--site", env!("CARGO_MANIFEST_DIR"), "--out"])
        .arg(&out)
        .status()
        .unwrap();
    assert!(exported.success());
    let checked = node("line.mjs", &[&out.join("line").to_string_lossy()]);
    assert!(checked.trim().parse::<usize>().unwrap() > 80, "{checked}");
}
