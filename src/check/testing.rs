//! Small documents for the tests of lints.

use std::collections::BTreeMap;

use super::{Lint, Subject};
use crate::address::assign_positions;
use crate::corpus::Corpus;
use crate::corpus::testing::{document_source, linked, sources};
use crate::diagnostic::{Diagnostics, Place, SourceFile};
use crate::markdown::{self, LetterheadHints};
use crate::policy::{Block, Body, Clause, ClauseKind, DocumentId, Label, LabelKind};
use crate::source::{self, Tree};

pub(super) fn item(printed: &str, kind: LabelKind, value: &[u32]) -> Block {
    let label = Label { printed: printed.into(), separator: " ".into(), kind, value: value.to_vec() };
    Block::Clause(Clause { label: Some(label), ..Clause::of_text(ClauseKind::Item, "本文") })
}

pub(super) fn plain(text: &str) -> Block {
    Block::Clause(Clause::of_text(ClauseKind::Paragraph, text))
}

pub(super) fn section(level: u8, children: Vec<Block>) -> Block {
    Block::Clause(Clause { children, ..Clause::of_text(ClauseKind::Section { level }, "見出し") })
}

/// The body of a file whose whole text is one paragraph.
pub(super) fn paragraph(text: &str) -> Body {
    let clause = Clause { range: 0..text.len(), position: "p1".into(), ..Clause::of_text(ClauseKind::Paragraph, text) };
    Body { blocks: vec![Block::Clause(clause)], ..Body::default() }
}

/// The codes a lint finds in these blocks.
pub(super) fn lint(lint: Lint, blocks: Vec<Block>) -> Vec<&'static str> {
    codes(&run(lint, &corpus("", Body { blocks, ..Body::default() })))
}

/// The codes a lint finds in a file whose whole text is one paragraph.
pub(super) fn lint_text(lint: Lint, text: &str) -> Vec<&'static str> {
    codes(&run(lint, &corpus(text, paragraph(text))))
}

fn corpus(text: &str, body: Body) -> Corpus {
    let mut sources = sources();
    let mut document = document_source("r8/a", 2026);
    document.source = SourceFile::new("content/r8/a.md", text);
    let id = DocumentId("r8/a".to_owned());
    sources.documents.insert(id.clone(), document);
    linked(sources, BTreeMap::from([(id, body)]), jiff::Timestamp::UNIX_EPOCH)
}

fn run(lint: Lint, corpus: &Corpus) -> Diagnostics {
    let mut found = Diagnostics::default();
    for document in corpus.documents() {
        lint(&Subject::new(corpus, document), &mut found);
    }
    found
}

fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.iter().map(|found| found.code.id).collect()
}

/// The findings of all lints in a site of these files below `content/`, in order: `r8/a.md:7 dead-link`.
pub(super) fn check_site(files: &[(&str, &str)]) -> Vec<String> {
    let site = ("site.yaml", "title: 例\ncity: 例市\ndescription: 例\nbase_url: https://example.jp/\n");
    let files = files.iter().chain([&site]);
    let files = files.map(|(path, text)| (format!("content/{path}"), text.as_bytes().into())).collect();
    let (sources, read) = source::parse(&Tree { files, ..Tree::default() }, &mut source::SourceMemory::default());
    assert_eq!(codes(&read), [""; 0]);
    let sources = sources.unwrap();
    let mut bodies = BTreeMap::new();
    for (id, document) in &sources.documents {
        let hints = LetterheadHints { title: &document.meta.title.value, issuer: None };
        let (body, _) = markdown::parse(&document.source, document.body_start, &hints);
        bodies.insert(id.clone(), assign_positions(body));
    }
    let found = findings(&linked(sources, bodies, jiff::Timestamp::UNIX_EPOCH)).sorted();
    let place = |place: &Place| match place {
        Place::Span(span) => format!("{}:{}", span.file.path.trim_start_matches("content/"), span.start().line),
        Place::File(path) => path.clone(),
        Place::Site => String::new(),
    };
    found.iter().map(|found| format!("{} {}", place(&found.place), found.code.id)).collect()
}

/// A file with these further lines in its front matter; its text starts on line 6 plus their number.
pub(super) fn file(more: &str, text: &str) -> String {
    format!("---\ntitle: 方針\nkind: 計画\nfiscal_year: R8\n{more}---\n{text}")
}

/// The lines of the findings with a code about an objective with this YAML, counted from the heading of the objective. The
/// day is the first of January 1970.
pub(super) fn found_in_objective(code: &str, yaml: &str) -> Vec<String> {
    let text = crate::corpus::testing::page("R8", "目標", &format!("## 1 目標\n\n```objective\n{yaml}\n```\n"));
    let first = text.split("## 1").next().unwrap_or_default().lines().count();
    let found = findings(&crate::corpus::testing::site(&[("r8/a.md", &text)])).sorted();
    let line = |place: &Place| match place {
        Place::Span(span) => (span.start().line - first).to_string(),
        _ => String::new(),
    };
    found.iter().filter(|found| found.code.id == code).map(|found| line(&found.place)).collect()
}

/// The findings of all lints in a site.
pub(super) fn findings(corpus: &Corpus) -> Diagnostics {
    super::run(corpus, &mut super::CheckMemory::default())
}
