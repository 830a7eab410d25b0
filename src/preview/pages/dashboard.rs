//! The overview: findings, documents and their status, publications to come.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use tera::Value;

use super::finding::{self, SeverityCounts, file_of};
use super::page::Page;
use super::words::{Words, filled};
use super::{PagesInput, link, status};
use crate::corpus::Corpus;
use crate::policy::{Document, Status};

/// The most findings shown: as many as a person can take in, and far below a megabyte.
const MOST: usize = 300;

#[derive(Serialize)]
struct DashboardContext<'a> {
    counts: SeverityCounts,
    total: usize,
    files: Vec<FileFindings<'a>>,
    more: Option<String>,
    has_corpus: bool,
    documents: Vec<DocumentRow<'a>>,
    coming: Vec<UpcomingPublication<'a>>,
    drafts: Vec<DocumentRow<'a>>,
}

/// The findings of a file.
#[derive(Serialize)]
struct FileFindings<'a> {
    path: &'a str,
    findings: Vec<finding::FindingContext<'a>>,
}

/// A document in a list.
#[derive(Clone, Serialize)]
pub(super) struct DocumentRow<'a> {
    id: &'a str,
    title: &'a str,
    language: &'a str,
    kind: &'a str,
    /// The document it continues.
    replaces: Option<&'a str>,
    status: String,
    status_id: &'static str,
    /// The file of its page, if the site has one.
    page: Option<String>,
    posts: String,
    addresses: String,
    counts: SeverityCounts,
    total: usize,
    editor: Option<String>,
}

/// A document or a planned post that becomes public.
#[derive(Serialize)]
struct UpcomingPublication<'a> {
    #[serde(skip)]
    at: Timestamp,
    when: String,
    title: &'a str,
    language: &'a str,
    id: &'a str,
    /// The planned post; none for a document.
    what: Option<String>,
}

pub(super) fn page(input: &PagesInput<'_>) -> Page {
    let mut counts = SeverityCounts::default();
    input.diagnostics.iter().for_each(|found| counts.add(found.severity));
    let documents = rows(input);
    let is_in_hand = |row: &&DocumentRow<'_>| matches!(row.status_id, "draft" | "approved");
    let words = Words::of(input.lang);
    let hidden = input.diagnostics.len().saturating_sub(MOST);
    let view = DashboardContext {
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

/// The findings by file; the gravest come first.
fn files<'a>(input: &PagesInput<'a>) -> Vec<FileFindings<'a>> {
    let mut all: Vec<_> = input.diagnostics.iter().collect();
    all.sort_by_key(|found| std::cmp::Reverse(found.severity));
    all.truncate(MOST);
    let mut files: Vec<FileFindings<'_>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for found in all {
        let path = file_of(found);
        let place = *places.entry(path).or_insert_with(|| {
            files.push(FileFindings { path, findings: Vec::new() });
            files.len() - 1
        });
        files[place].findings.push(finding::context(found, input.lang, input.editor));
    }
    files
}

/// All documents, drafts included.
pub(super) fn rows<'a>(input: &PagesInput<'a>) -> Vec<DocumentRow<'a>> {
    let Some(corpus) = input.corpus else { return Vec::new() };
    let by_file = SeverityCounts::by_file(input);
    let mut documents: Vec<&Document> = corpus.documents().collect();
    documents.sort_by(|a, b| (b.meta.fiscal_year.value, &a.id).cmp(&(a.meta.fiscal_year.value, &b.id)));
    documents.into_iter().map(|document| row(input, document, &by_file)).collect()
}

fn row<'a>(
    input: &PagesInput<'a>,
    document: &'a Document,
    by_file: &BTreeMap<&str, SeverityCounts>,
) -> DocumentRow<'a> {
    let path = document.source.path.as_str();
    let sidecar = format!("{}.yaml", path.strip_suffix(".md").unwrap_or(path));
    let mut counts = SeverityCounts::default();
    for own in [path, sidecar.as_str()].into_iter().filter_map(|path| by_file.get(path)) {
        counts.errors += own.errors;
        counts.warnings += own.warnings;
        counts.infos += own.infos;
    }
    let (status, status_id) = status::status(input, &document.meta);
    DocumentRow {
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
fn coming<'a>(input: &PagesInput<'a>, corpus: &'a Corpus) -> Vec<UpcomingPublication<'a>> {
    let words = Words::of(input.lang);
    let mut all: Vec<UpcomingPublication<'_>> = Vec::new();
    for document in corpus.documents() {
        let mut add = |at: Timestamp, what: Option<String>| {
            all.push(UpcomingPublication {
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
