//! Documents as offices write them: each has the clause tree that a reader sees in it, keeps every character, and gives no false warning.
//!
//! `documents/NAME.md` is the document, `documents/NAME.tree` its clauses: a line for each, two spaces a level, the printed
//! number and the text. A clause without a number has a sign: `#` a section, `¶` a paragraph, `・` a list item, `|` a table row.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[path = "../kit/mod.rs"]
mod kit;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kit::Site;
use serde_json::Value;

const SITE: &str = "title: 試験市の文書\ncity: 試験市\nbase_url: https://www.example.jp/\n\
    kinds: [施政方針, 通知, 要綱, 条例, 計画, 議事録, 評価, 案内, Policy, By-law]\n";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/documents")
}

/// The names of all documents.
fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".md").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 20, "{names:?}");
    names
}

fn text_of(name: &str, extension: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.{extension}"))).unwrap()
}

/// All documents in one site, built.
fn built() -> (Site, kit::Output) {
    let site = Site::empty().file("content/site.yaml", SITE);
    for name in names() {
        site.write(&format!("content/r8/{name}.md"), text_of(&name, "md"));
    }
    let output = site.run("build --now 2026-11-30T09:00");
    (site, output)
}

/// The sign of a clause: its printed number, or what stands for its kind.
fn sign(clause: &Value) -> &str {
    match (clause["number"].as_str(), clause["kind"].as_str()) {
        (Some(number), _) => number.trim(),
        (None, Some("section")) => "#",
        (None, Some("paragraph")) => "¶",
        (None, Some("row")) => "|",
        (None, _) => "・",
    }
}

/// The clause trees as the data of the site has them, by document.
fn trees(site: &Site) -> BTreeMap<String, String> {
    let data: Value = serde_json::from_str(&site.read("public/data/clauses.json")).unwrap();
    let mut depths: BTreeMap<String, usize> = BTreeMap::new();
    let mut trees: BTreeMap<String, String> = BTreeMap::new();
    for clause in data.as_array().unwrap() {
        // A part behind the main text (附則) has an address and no clause of its own.
        let depth = clause["parent"].as_str().map_or(0, |parent| depths.get(parent).map_or(1, |depth| depth + 1));
        depths.insert(clause["id"].as_str().unwrap().to_owned(), depth);
        let name = clause["document"].as_str().unwrap().trim_start_matches("r8/").to_owned();
        let text = clause["text"].as_str().unwrap_or_default();
        let line = format!("{}{} {text}", "  ".repeat(depth), sign(clause));
        *trees.entry(name).or_default() += &format!("{}\n", line.trim_end());
    }
    trees
}

#[test]
fn every_document_has_the_clauses_that_a_reader_sees() {
    let (site, output) = built();
    assert_eq!(output.code, 0, "{output}");
    let trees = trees(&site);
    let mut wrong = Vec::new();
    for name in names() {
        let expected: String = text_of(&name, "tree").lines().map(|line| format!("{}\n", line.trim_end())).collect();
        let found = trees.get(&name).cloned().unwrap_or_default();
        if expected != found {
            wrong.push(format!("== {name}\n-- expected\n{expected}-- found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{} documents are read differently:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_document_gives_a_warning() {
    let (_, output) = built();
    let warnings: Vec<&str> =
        output.err.lines().filter(|line| line.starts_with("警告[") || line.starts_with("エラー[")).collect();
    assert_eq!(warnings, [""; 0], "{output}");
}

/// The characters of a text that a page must show: no spaces, and no signs of Markdown that are marks and not text.
fn visible(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !"#*|-:{}".contains(*sign)).collect()
}

#[test]
fn every_line_of_every_document_is_on_its_page() {
    let (site, _) = built();
    let mut lost = Vec::new();
    for name in names() {
        let page = site.read(&format!("public/r8/{name}/index.html"));
        let html = scraper::Html::parse_document(&page);
        let main = html.select(&scraper::Selector::parse("main").unwrap()).next().unwrap();
        let shown = visible(&without_readings(main));
        let source = text_of(&name, "md");
        let (_, body) = source[3..].split_once("\n---\n").unwrap();
        for line in body.lines() {
            let base = base_text(line);
            for part in base.split('|').map(visible).filter(|part| !part.is_empty()) {
                if !shown.contains(&part) {
                    lost.push(format!("{name}: {line}"));
                }
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

/// The text of an element without the readings of its ruby.
fn without_readings(element: scraper::ElementRef<'_>) -> String {
    let is_reading = |name: &str| matches!(name, "rt" | "rp");
    let nodes = element.descendants().filter(|node| {
        !node.ancestors().any(|above| above.value().as_element().is_some_and(|above| is_reading(above.name())))
    });
    nodes.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
}

/// A line of Markdown with `{base|reading}` replaced by its base.
fn base_text(line: &str) -> String {
    let mut parts = line.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((ruby, rest)) => {
                text.push_str(ruby.split('|').next().unwrap_or_default());
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}
