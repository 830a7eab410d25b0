//! The way into the chain: its documents, and what is open in each, in both directions.

use serde::Serialize;
use tera::Value;

use super::super::link;
use super::super::listing::Year;
use super::super::wording::filled;
use super::super::words::Words;
use crate::corpus::pages::CASCADE_ON_PAGE;
use crate::corpus::{Answers, Corpus, title_of};
use crate::policy::{Clause, Document, title_in_citation};

/// How many open clauses are listed of a document; its own page has them all.
const LISTED: usize = 5;

#[derive(Serialize)]
struct YearView<'a> {
    name: String,
    documents: Vec<DocumentView<'a>>,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    file: String,
    title: String,
    kind: &'a str,
    /// 「24のうち11」; null where nothing is asked of it.
    taken_up: Option<String>,
    rooted: Option<String>,
    open: Vec<OpenView>,
    rootless: Vec<OpenView>,
    /// How many more there are.
    open_more: usize,
    rootless_more: usize,
}

#[derive(Serialize)]
struct OpenView {
    place: String,
    text: String,
}

/// For the template: the documents of the chain by year, in as many parts as there are pages.
pub(in crate::site) fn index(corpus: &Corpus, years: &[Year<'_>]) -> Vec<Value> {
    let words = Words::of(&corpus.site.language);
    let chain = corpus.cascade.documents();
    let mut parts: Vec<Vec<YearView<'_>>> = vec![Vec::new()];
    let mut count = 0;
    for year in years {
        let mut fresh = true;
        for document in year.documents.iter().filter(|document| chain.contains(&document.id)) {
            if count > 0 && count % CASCADE_ON_PAGE == 0 {
                parts.push(Vec::new());
                fresh = true;
            }
            count += 1;
            let Some(part) = parts.last_mut() else { continue };
            if fresh {
                part.push(YearView { name: words.year(year.year), documents: Vec::new() });
                fresh = false;
            }
            if let Some(of_year) = part.last_mut() {
                of_year.documents.push(view(words, corpus, document));
            }
        }
    }
    parts.iter().map(Value::from_serializable).collect()
}

fn view<'a>(words: &Words, corpus: &'a Corpus, document: &'a Document) -> DocumentView<'a> {
    let answers = Answers::of(&corpus.cascade, document);
    let of = |count: usize| {
        let (all, count) = (answers.clauses.len().to_string(), count.to_string());
        filled(words.trace_of_count, &[("all", &all), ("count", &count)])
    };
    let (is_upper, is_lower) = (corpus.cascade.is_upper(&document.id), corpus.cascade.is_lower(&document.id));
    let places = crate::corpus::places_of(corpus, &document.id);
    let listed = |clauses: &mut dyn Iterator<Item = &Clause>| -> Vec<OpenView> {
        let open = |clause: &Clause| OpenView {
            place: places.at(&clause.position).map_or_else(String::new, |place| place.written.to_string()),
            text: super::excerpt(clause),
        };
        clauses.take(LISTED).map(open).collect()
    };
    let open = if is_upper { listed(&mut answers.open()) } else { Vec::new() };
    let rootless = if is_lower { listed(&mut answers.rootless()) } else { Vec::new() };
    DocumentView {
        file: link::trace_file(&document.id),
        title: title_in_citation(&title_of(document)),
        kind: &document.meta.kind.value,
        taken_up: is_upper.then(|| of(answers.taken_up())),
        rooted: is_lower.then(|| of(answers.rooted())),
        open_more: if is_upper { answers.open().count() - open.len() } else { 0 },
        rootless_more: if is_lower { answers.rootless().count() - rootless.len() } else { 0 },
        open,
        rootless,
    }
}
