//! Small documents for the tests of lints.

use std::collections::BTreeMap;

use super::{Lint, Subject};
use crate::corpus::testing::{document_source, sources};
use crate::corpus::{Corpus, link};
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::{Block, Body, Clause, ClauseKind, Content, DocumentId, Inline, Label, LabelKind};

fn clause(kind: ClauseKind, text: &str) -> Clause {
    Clause {
        kind,
        label: None,
        content: Content::Text(vec![Inline::Text(text.into())]),
        children: Vec::new(),
        authored_id: None,
        position: "".into(),
        range: 0..0,
    }
}

/// A labelled item.
pub(super) fn item(printed: &str, kind: LabelKind, value: &[u32]) -> Block {
    let label = Label { printed: printed.into(), separator: " ".into(), kind, value: value.to_vec() };
    Block::Clause(Clause { label: Some(label), ..clause(ClauseKind::Item, "本文") })
}

/// A section.
pub(super) fn section(level: u8, children: Vec<Block>) -> Block {
    Block::Clause(Clause { children, ..clause(ClauseKind::Section { level }, "見出し") })
}

/// A plain paragraph that is the whole text of a file.
pub(super) fn paragraph(text: &str) -> Body {
    let clause = Clause { range: 0..text.len(), position: "p1".into(), ..clause(ClauseKind::Paragraph, text) };
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
    link(sources, BTreeMap::from([(id, body)]), jiff::Timestamp::UNIX_EPOCH)
}

fn run(lint: Lint, corpus: &Corpus) -> Diagnostics {
    let mut found = Diagnostics::default();
    for document in corpus.documents() {
        let sidecar = corpus.sidecars.get(&document.id);
        lint(&Subject { corpus, document, sidecar }, &mut found);
    }
    found
}

fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.iter().map(|found| found.code.id).collect()
}
