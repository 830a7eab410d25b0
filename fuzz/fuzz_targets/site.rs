//! Sites of one document for the fuzz targets, and what must hold for each.

use std::collections::BTreeSet;
use std::sync::Arc;

use hoshin::address::{Mode, assign_positions};
use hoshin::diagnostic::{Diagnostics, Place, Severity, SourceFile};
use hoshin::markdown::{self, LetterheadHints};
use hoshin::pipeline::{Drafts, Moment, Options};
use hoshin::policy::{Block, Body, Inline, each_inline};
use hoshin::source::Tree;

/// A front matter that can be read.
pub const FRONT_MATTER: &str = "---\ntitle: 例\nkind: 計画\nfiscal_year: R8\nstatus: published\n---\n";
/// A `site.yaml` that can be read.
pub const SITE: &str = "title: 例\ncity: 例市\ndescription: 例\nbase_url: https://example.jp/\n";

/// A site of these files below `content/`.
#[must_use]
pub fn tree(files: &[(&str, &[u8])]) -> Tree {
    let files = files.iter().map(|(path, bytes)| (format!("content/{path}"), Arc::from(*bytes))).collect();
    Tree { files, ..Tree::default() }
}

/// A build at a fixed moment.
#[must_use]
pub fn options() -> Options {
    Options {
        now: Moment::Instant(jiff::Timestamp::UNIX_EPOCH),
        fails_from: Severity::Error,
        locks: Mode::Record,
        drafts: Drafts::Withheld,
    }
}

/// The clause tree of a text, with positions.
#[must_use]
pub fn body(text: &str) -> (Body, Diagnostics) {
    let file = SourceFile::new("content/r8/a.md", text);
    let (body, found) = markdown::parse(&file, 0, &LetterheadHints { title: "例", issuer: None });
    (assign_positions(body), found)
}

/// Every position of a document leads to one place.
///
/// # Panics
/// If two places share a position.
pub fn assert_distinct_positions(body: &Body) {
    let mut seen = BTreeSet::new();
    body.each_address(|address| {
        let position = address.position.as_str().to_owned();
        assert!(seen.insert(position.clone()), "two places at {position}");
    });
}

/// Every finding lies at whole characters of its file.
///
/// # Panics
/// If one does not.
pub fn assert_findings_in_file(found: &Diagnostics) {
    for one in found.iter() {
        if let Place::Span(span) = &one.place {
            assert!(span.file.text.get(span.range.clone()).is_some(), "{} at {:?}", one.code.id, span.range);
        }
    }
}

/// The kana and kanji of a text, sorted: Markdown has no marks among them.
#[must_use]
pub fn japanese(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().filter(|c| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='鿿')).collect();
    all.sort_unstable();
    all
}

/// All that a reader sees of a document: labels, text, preformatted text.
#[must_use]
pub fn shown(body: &Body) -> String {
    let mut shown = String::new();
    body.each_text(|running| {
        if let Some(label) = running.clause.and_then(|clause| clause.label.as_ref()) {
            shown.push_str(&label.printed);
            shown.push_str(&label.separator);
        }
        for text in running.texts {
            each_inline(text, &mut |inline| match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => shown.push_str(text),
                _ => {}
            });
        }
    });
    body.each_block(|block| {
        if let Block::Preformatted { info, text, .. } = block {
            shown.push_str(info);
            shown.push_str(text);
        }
    });
    shown
}
