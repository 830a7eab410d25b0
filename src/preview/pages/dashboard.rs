//! The overview: documents and their status, findings, what becomes public when.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use tera::Value;

use super::finding::{self, Counts, file_of};
use super::frame::Page;
use super::words::{Words, filled};
use super::{Input, link, status};
use crate::corpus::Corpus;
use crate::policy::{Document, Status};

/// Findings shown in full: what a person can take in, and far below a megabyte.
const MOST: usize = 300;

#[derive(Serialize)]
struct View<'a> {
    counts: Counts,
    total: usize,
    files: Vec<File<'a>>,
    more: Option<String>,
    has_corpus: bool,
    documents: Vec<Row<'a>>,
    coming: Vec<Coming<'a>>,
    drafts: Vec<Row<'a>>,
}

/// The findings of a file.
#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    findings: Vec<finding::View<'a>>,
}

/// A document in a list.
#[derive(Clone, Serialize)]
pub(super) struct Row<'a> {
    id: &'a str,
    title: &'a str,
    language: &'a str,
    kind: &'a str,
    /// The document it continues.
    replaces: Option<&'a str>,
    status: String,
    status_id: &'static str,
    /// Its page, where the site has one.
    page: Option<String>,
    posts: String,
    addresses: String,
    counts: Counts,
    total: usize,
    editor: Option<String>,
}

/// Something that becomes public.
#[derive(Serialize)]
struct Coming<'a> {
    #[serde(skip)]
    at: Timestamp,
    when: String,
    title: &'a str,
    language: &'a str,
    id: &'a str,
    /// What it is, if it is no document.
    what: Option<String>,
}

/// The page.
pub(super) fn page(input: &Input<'_>) -> Page {
    let mut counts = Counts::default();
    input.diagnostics.iter().for_each(|found| counts.add(found.severity));
    let documents = rows(input);
    let is_in_hand = |row: &&Row<'_>| matches!(row.status_id, "draft" | "approved");
    let words = Words::of(input.lang);
    let hidden = input.diagnostics.len().saturating_sub(MOST);
    let view = View {
        counts,
        total: counts.total(),
        files: files(input),
        more: (hidden > 0).then(|| filled(words.more_findings, &[("count", &hidden.to_string())])),
        has_corpus: input.corpus.is_some(),
        drafts: documents.iter().filter(is_in_hand).cloned().collect(),
        documents,
        coming: input.corpus.map(|corpus| coming(input, corpus)).unwrap_or_default(),
    };
    Page {
        template: "dashboard.html",
        title: words.dashboard.to_owned(),
        place: link::DASHBOARD,
        view: Value::from_serializable(&view),
    }
}

/// The gravest first, then in the order of files.
fn files<'a>(input: &Input<'a>) -> Vec<File<'a>> {
    let mut all: Vec<_> = input.diagnostics.iter().collect();
    all.sort_by_key(|found| std::cmp::Reverse(found.severity));
    all.truncate(MOST);
    let mut files: Vec<File<'_>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for found in all {
        let path = file_of(found);
        let place = *places.entry(path).or_insert_with(|| {
            files.push(File { path, findings: Vec::new() });
            files.len() - 1
        });
        files[place].findings.push(finding::view(input, found));
    }
    files
}

/// Every document, those in hand included.
pub(super) fn rows<'a>(input: &Input<'a>) -> Vec<Row<'a>> {
    let Some(corpus) = input.corpus else { return Vec::new() };
    let by_file = Counts::by_file(input);
    let mut documents: Vec<&Document> = corpus.documents().collect();
    documents.sort_by(|a, b| (b.meta.fiscal_year.value, &a.id).cmp(&(a.meta.fiscal_year.value, &b.id)));
    documents.into_iter().map(|document| row(input, document, &by_file)).collect()
}

fn row<'a>(input: &Input<'a>, document: &'a Document, by_file: &BTreeMap<&str, Counts>) -> Row<'a> {
    let path = document.source.path.as_str();
    let sidecar = format!("{}.yaml", path.strip_suffix(".md").unwrap_or(path));
    let mut counts = Counts::default();
    for own in [path, sidecar.as_str()].into_iter().filter_map(|path| by_file.get(path)) {
        counts.errors += own.errors;
        counts.warnings += own.warnings;
        counts.infos += own.infos;
    }
    let (status, status_id) = status::status(input, &document.meta);
    Row {
        id: &document.id.0,
        title: &document.meta.title.value,
        language: &document.meta.language,
        kind: &document.meta.kind.value,
        replaces: document.meta.replaces.as_ref().map(|replaced| replaced.value.0.as_str()),
        status,
        status_id,
        page: input.page_of(&document.id),
        posts: link::posts_file(&document.id, 1),
        addresses: link::addresses_file(&document.id),
        counts,
        total: counts.total(),
        editor: input.editor.map(|editor| editor.link(path, crate::diagnostic::LineColumn { line: 1, column: 1 })),
    }
}

/// Documents and planned posts to come, the next one first.
fn coming<'a>(input: &Input<'a>, corpus: &'a Corpus) -> Vec<Coming<'a>> {
    let words = Words::of(input.lang);
    let mut all: Vec<Coming<'_>> = Vec::new();
    for document in corpus.documents() {
        let mut add = |at: Timestamp, what: Option<String>| {
            all.push(Coming {
                at,
                when: status::moment(input, at),
                title: &document.meta.title.value,
                language: &document.meta.language,
                id: &document.id.0,
                what,
            });
        };
        if let Some(at) = status::coming(input, &document.meta) {
            add(at, None);
        }
        if document.meta.status == Status::Draft {
            continue;
        }
        let notes = corpus.sidecars.get(&document.id).into_iter().flat_map(|sidecar| &sidecar.clauses);
        for (clause, notes) in notes {
            let planned = notes.sns.as_ref().and_then(|sns| sns.publish_at.as_ref());
            if let Some(at) = planned.map(|at| at.value).filter(|at| *at > input.now) {
                add(at, Some(format!("{}（{}）", words.planned_post, clause.value)));
            }
        }
    }
    all.sort_by_key(|one| one.at);
    all
}
