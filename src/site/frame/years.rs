//! Documents in lists: by fiscal year, newest first, and within a year in the order of the site's kinds.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::link;
use super::words::Words;
use super::words::filled;
use crate::corpus::{Corpus, Early};
use crate::policy::{Document, FiscalYear, Issuer, Status, WrittenDate};

/// The documents of a fiscal year.
pub(crate) struct Year<'a> {
    pub(crate) year: FiscalYear,
    /// In the order of the kinds of the site.
    pub(crate) documents: Vec<&'a Document>,
}

#[derive(Serialize)]
struct YearContext<'a> {
    file: String,
    name: String,
    western: String,
    documents: Vec<DocumentEntry<'a>>,
}

#[derive(Serialize)]
struct DocumentEntry<'a> {
    file: String,
    title: &'a str,
    kind: Cow<'a, str>,
    language: &'a str,
    issuer: Option<String>,
    date: Option<DayContext>,
    summary: Option<&'a str>,
    superseded: bool,
    example: bool,
}

/// A day for `<time>`.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct DayContext {
    /// `2026-04-01`
    pub(crate) iso: String,
    /// `令和8年（2026年）4月1日`
    pub(crate) text: String,
}

/// Public documents by year, newest first.
pub(crate) fn years(corpus: &Corpus) -> Vec<Year<'_>> {
    let mut by_year: BTreeMap<Reverse<FiscalYear>, Vec<&Document>> = BTreeMap::new();
    for document in corpus.public.values() {
        by_year.entry(Reverse(document.meta.fiscal_year.value)).or_default().push(document);
    }
    let rank = |document: &&Document| {
        let kind = &document.meta.kind.value;
        corpus.site.kinds.iter().position(|known| known == kind).unwrap_or(usize::MAX)
    };
    by_year
        .into_iter()
        .map(|(Reverse(year), mut documents)| {
            documents.sort_by_key(rank);
            Year { year, documents }
        })
        .collect()
}

impl Year<'_> {
    /// The year for a template.
    pub(crate) fn value(&self, corpus: &Corpus, words: &Words<'_>) -> Value {
        Value::from_serializable(&YearContext {
            file: link::year_file(self.year),
            name: words.year(self.year),
            western: filled(words.fiscal_year_western, &[("year", &self.year.0.to_string())]),
            documents: self.documents.iter().map(|document| entry(corpus, words, document)).collect(),
        })
    }
}

fn entry<'a>(corpus: &Corpus, words: &Words<'_>, document: &'a Document) -> DocumentEntry<'a> {
    let meta = &document.meta;
    DocumentEntry {
        file: link::document_file(&document.id),
        title: &meta.title.value,
        kind: marked_kind(corpus, words, document),
        language: &meta.language,
        issuer: meta.issuer.as_ref().and_then(Issuer::display_name),
        date: issued(document).map(|date| day_context(words, date)),
        summary: meta.summary.as_deref(),
        superseded: meta.status == Status::Superseded,
        example: meta.example,
    }
}

/// The day a document carries: of issue, else of declaration.
fn issued(document: &Document) -> Option<&WrittenDate> {
    document.meta.issued.as_ref().or(document.meta.declared.as_ref()).map(|date| &date.value)
}

/// When a document last changed, as far as it says itself: the day of its revision, else the one it carries.
pub(crate) fn changed(document: &Document) -> Option<&WrittenDate> {
    document.meta.revised.as_ref().map(|date| &date.value).or_else(|| issued(document))
}

/// A day as text and for machines.
pub(crate) fn day_context(words: &Words<'_>, date: &WrittenDate) -> DayContext {
    DayContext { iso: date.date.to_string(), text: words.day(date.date) }
}

/// The kind of a document as lists show it, with a word on why it is not public.
fn marked_kind<'a>(corpus: &Corpus, words: &Words<'_>, document: &'a Document) -> Cow<'a, str> {
    let kind = document.meta.kind.value.as_str();
    let mark = match corpus.early(document) {
        None => return Cow::Borrowed(kind),
        Some(Early::Draft) => words.early_draft_mark,
        Some(Early::Approved) => words.early_approved_mark,
        Some(Early::Future(_)) => words.early_future_mark,
    };
    Cow::Owned(if words.language == "ja" { format!("{kind}（{mark}）") } else { format!("{kind} ({mark})") })
}
