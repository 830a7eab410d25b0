//! The tour of the README is true: its commands are run as a reader would run them, and have to print what it shows.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it is not met")]
#![cfg(unix)] // the tour is written for a Unix shell

mod kit;

use std::fs;
use std::process::Command;

use kit::{Site, without_seconds};

const README: &str = include_str!("../README.md");
/// Printed between two commands, to tell their outputs apart.
const MARK: &str = "=====next=====";

/// A command and what the README shows below it.
#[derive(Debug, PartialEq)]
struct Step {
    command: String,
    shown: String,
}

#[test]
fn the_tour_prints_what_it_shows() {
    let tours: Vec<&str> = README.split("\n## ").filter(|section| section.starts_with("Five minutes")).collect();
    assert_eq!(tours.len(), 2);
    tours.into_iter().for_each(replay);
}

/// Runs the steps of a tour in a clone of its own.
fn replay(tour: &str) {
    let steps = steps(tour);
    assert!(steps.len() >= 7, "{steps:#?}");

    let folder = with_clone();
    let script: String = steps.iter().map(|step| format!("{}\necho {MARK}\n", step.command)).collect();
    let run = Command::new("bash")
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .current_dir(folder.path("hoshin"))
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let printed: Vec<_> = printed.split(&format!("{MARK}\n")).collect();

    // Every mark has been printed, and nothing after the last.
    assert_eq!(printed.len(), steps.len() + 1, "{printed:#?}");
    for (step, printed) in steps.iter().zip(printed) {
        assert_eq!(without_seconds(printed), without_seconds(&step.shown), "$ {}", step.command);
    }
}

/// The commands of the console blocks: a line that starts with `$ `, and the lines up to the next one.
fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut in_console = false;
    for line in text.lines() {
        if line.starts_with("```") {
            in_console = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) {
            steps.push(Step { command: command.to_owned(), shown: String::new() });
        } else if let Some(step) = steps.last_mut().filter(|_| in_console) {
            step.shown.push_str(line);
            step.shown.push('\n');
        }
    }
    steps
}

/// A folder with `hoshin/` in it, as a clone is after the first build: the content, and the executable where cargo puts
/// it.
fn with_clone() -> Site {
    let folder = Site::of_the_repository();
    let release = folder.path("hoshin/target/release");
    fs::create_dir_all(&release).unwrap();
    fs::rename(folder.path("content"), folder.path("hoshin/content")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_hoshin"), release.join("hoshin")).unwrap();
    folder
}

#[test]
fn a_tour_is_taken_apart_into_steps() {
    let text = "text\n```console\n$ a\n$ b\nout 1\nout 2\n```\nmore\n```text\n$ no\n```\n";
    let expected = [("a", ""), ("b", "out 1\nout 2\n")];
    let expected = expected.map(|(command, shown)| Step { command: command.into(), shown: shown.into() });
    assert_eq!(steps(text), expected);
}
