//! The first pages of the cascade: its documents, and the open clauses of each in both directions.

use serde::Serialize;
use tera::Value;

use crate::corpus::pages::CASCADE_ON_PAGE;
use crate::corpus::{Answers, Corpus, title_of};
use crate::policy::{Clause, Document, title_in_citation};
use crate::site::frame::excerpt::excerpt;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::pages::parts::{ListPart, parts};

/// How many open clauses of a document are listed; its own page has them all.
const LISTED: usize = 5;

#[derive(Serialize)]
struct CascadeYear<'a> {
    name: String,
    documents: Vec<CascadeDocument<'a>>,
}

#[derive(Serialize)]
struct CascadeDocument<'a> {
    file: String,
    title: String,
    kind: &'a str,
    /// 「24のうち11」; null where nothing is asked of it.
    taken_up: Option<String>,
    rooted: Option<String>,
    open: Vec<OpenClause>,
    rootless: Vec<OpenClause>,
    /// How many more there are.
    open_more: usize,
    rootless_more: usize,
}

#[derive(Serialize)]
struct OpenClause {
    place: String,
    text: String,
}

#[derive(Serialize)]
struct CascadeIndexContext {
    years: Value,
    parts: Vec<ListPart>,
}

/// The pages.
pub(super) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let words = site.words();
    let index = index(site);
    let description = filled(words.trace_description, &[("city", &site.corpus.site.city)]);
    let file_of = |part: usize| if part == 1 { link::TRACE.to_owned() } else { format!("trace/{part}/index.html") };
    let count = index.len();
    let page = |(at, years): (usize, Value)| {
        let file = file_of(at + 1);
        let context = CascadeIndexContext { years, parts: parts(words, at + 1, count, file_of) };
        let head = PageHead::plain(&file, words.trace, &description);
        site.page(&head, "trace-index.html", [("trace", Value::from_serializable(&context))])
    };
    index.into_iter().enumerate().map(page).collect()
}

/// The documents of the cascade by year, a part for each page.
fn index(site: &SiteContext<'_>) -> Vec<Value> {
    let (corpus, words) = (site.corpus, site.words());
    let cascade = corpus.cascade.documents();
    let mut parts: Vec<Vec<CascadeYear<'_>>> = vec![Vec::new()];
    let mut count = 0;
    for year in &site.years {
        let mut fresh = true;
        for document in year.documents.iter().filter(|document| cascade.contains(&document.id)) {
            if count > 0 && count % CASCADE_ON_PAGE == 0 {
                parts.push(Vec::new());
                fresh = true;
            }
            count += 1;
            let Some(part) = parts.last_mut() else { continue };
            if fresh {
                part.push(CascadeYear { name: words.year(year.year), documents: Vec::new() });
                fresh = false;
            }
            if let Some(of_year) = part.last_mut() {
                of_year.documents.push(self::document(words, corpus, document));
            }
        }
    }
    parts.iter().map(Value::from_serializable).collect()
}

fn document<'a>(words: &Words<'_>, corpus: &'a Corpus, document: &'a Document) -> CascadeDocument<'a> {
    let answers = Answers::of(&corpus.cascade, document);
    let of = |count: usize| {
        let (all, count) = (answers.clauses.len().to_string(), count.to_string());
        filled(words.trace_of_count, &[("all", &all), ("count", &count)])
    };
    let (is_upper, is_lower) = (corpus.cascade.is_upper(&document.id), corpus.cascade.is_lower(&document.id));
    let places = crate::corpus::places_of(corpus, &document.id);
    let listed = |clauses: &mut dyn Iterator<Item = &Clause>| -> Vec<OpenClause> {
        let open = |clause: &Clause| OpenClause {
            place: places.at(&clause.position).map_or_else(String::new, |place| place.written.to_string()),
            text: excerpt(clause),
        };
        clauses.take(LISTED).map(open).collect()
    };
    let open = if is_upper { listed(&mut answers.open()) } else { Vec::new() };
    let rootless = if is_lower { listed(&mut answers.rootless()) } else { Vec::new() };
    CascadeDocument {
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
