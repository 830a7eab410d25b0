//! The trees of documents as offices write them, one of each kind, and the promise that no character of any text is lost.
//!
//! Each document stands beside its tree. After a change that is meant, `HOSHIN_WRITE_TREES=1 cargo test --test structure` writes the trees
//! anew; look at every difference.
#![allow(clippy::unwrap_used, reason = "a test stops where it is not met")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use hoshin::diagnostic::SourceFile;
use hoshin::markdown::{LetterheadHints, parse};
use hoshin::policy::{Block, Body, Clause, ClauseKind, plain_text};
use proptest::prelude::*;

#[test]
fn every_kind_of_document_has_the_tree_its_author_meant() {
    for path in documents() {
        let shown = tree(&body(&fs::read_to_string(&path).unwrap()));
        let expected = path.with_extension("tree");
        if std::env::var_os("HOSHIN_WRITE_TREES").is_some() {
            fs::write(&expected, &shown).unwrap();
        }
        assert_eq!(shown, fs::read_to_string(&expected).unwrap(), "{}", path.display());
    }
}

#[test]
fn no_character_of_a_document_is_lost() {
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        // Marks of Markdown are no text: headings, the rule of a table, the stops between cells.
        let is_mark = |c: &char| matches!(c, '#' | '|' | '-');
        let typed: String = visible(&text).chars().filter(|c| !is_mark(c)).collect();
        let kept: String = visible(&words(&body(&text))).chars().filter(|c| !is_mark(c)).collect();
        assert_eq!(kept, typed, "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_character_of_any_numbered_text_is_lost(
        lines in prop::collection::vec(
            "[ 　]{0,2}(第[一二千12１]{1,2}[編章節款目条項]?(の二)?[ 　：]?|[(（][1１一アイav]{1,2}[)）] ?|[1-3１２][ 　．.]|[一二アイiA][ 　]|①|・|㋐)?(（目的）|記|附則|以上|令和8年4月1日|会長　山田)?[文は。]{0,3}",
            1..14,
        ),
        blank in prop::collection::vec(any::<bool>(), 14),
    ) {
        let text = lines.iter().zip(&blank).map(|(line, blank)| format!("{line}\n{}", if *blank { "\n" } else { "" })).collect::<String>();
        prop_assert_eq!(visible(&words(&body(&text))), visible(&text), "{}", text);
    }
}

fn documents() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/structure/documents");
    let mut all: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    all.sort();
    assert_eq!(all.len(), 10);
    all
}

fn body(text: &str) -> Body {
    let file = SourceFile::new("content/a.md", text);
    parse(&file, 0, &LetterheadHints { title: "", issuer: None }).0
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A line for each block, indented by its depth.
fn tree(body: &Body) -> String {
    let mut out = String::new();
    show(&body.blocks, 0, &mut out);
    out
}

fn show(blocks: &[Block], depth: usize, out: &mut String) {
    for block in blocks {
        let indent = "  ".repeat(depth);
        match block {
            Block::Clause(clause) => writeln!(out, "{indent}{}", line(clause)).unwrap(),
            Block::Frame(frame) => writeln!(out, "{indent}{:?} {}", frame.kind, plain_text(&frame.text)).unwrap(),
            Block::Table(table) => {
                writeln!(out, "{indent}table").unwrap();
                table.rows.iter().for_each(|row| writeln!(out, "{indent}  {}", line(row)).unwrap());
            }
            Block::Quote(_) => writeln!(out, "{indent}quote").unwrap(),
            Block::Preformatted { text, .. } => writeln!(out, "{indent}pre {text}").unwrap(),
            Block::Rule => writeln!(out, "{indent}rule").unwrap(),
        }
        show(block.children(), depth + 1, out);
    }
}

fn line(clause: &Clause) -> String {
    let kind = match clause.kind {
        ClauseKind::Section { .. } => "#",
        ClauseKind::Item => "-",
        ClauseKind::Paragraph => "¶",
        ClauseKind::Row => "row",
    };
    let caption = clause.caption.as_ref().map_or(String::new(), |caption| format!("{} ", plain_text(&caption.value)));
    let label = clause.label.as_ref().map_or(String::new(), |label| format!("[{}] ", label.printed));
    let texts: Vec<String> = clause.texts().iter().map(|text| plain_text(text)).collect();
    format!("{kind} {caption}{label}{}", texts.join(" | "))
}

/// All words of a document, in the order of the page.
fn words(body: &Body) -> String {
    let mut out = String::new();
    let mut head: Vec<_> = body.letterhead.lines.iter().map(|line| &line.text).chain(&body.letterhead.title).collect();
    head.sort_by_key(|line| line.range.start);
    head.iter().for_each(|line| out.push_str(&plain_text(&line.value)));
    add(&body.blocks, &mut out);
    out
}

fn add(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Clause(clause) => add_clause(clause, out),
            Block::Frame(frame) => out.push_str(&plain_text(&frame.text)),
            Block::Table(table) => {
                table.header.iter().for_each(|cell| out.push_str(&plain_text(cell)));
                table.rows.iter().for_each(|row| add_clause(row, out));
            }
            Block::Preformatted { text, .. } => out.push_str(text),
            Block::Quote(_) | Block::Rule => {}
        }
        add(block.children(), out);
    }
}

fn add_clause(clause: &Clause, out: &mut String) {
    if let Some(caption) = &clause.caption {
        out.push_str(&plain_text(&caption.value));
    }
    if let Some(label) = &clause.label {
        out.push_str(&label.printed);
        out.push_str(&label.separator);
    }
    clause.texts().iter().for_each(|text| out.push_str(&plain_text(text)));
}
