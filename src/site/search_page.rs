//! The search page, the files it searches, and for readers without JavaScript an index of each year: all its clauses on
//! one page, or on a few where they are very many, where the browser's own search finds them.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::listing::Year;
use super::page::{Crumb, Page, Shared};
use super::wording::filled;
use super::words::Words;
use super::{Press, link};
use crate::corpus::Corpus;
use crate::diagnostic::Finding;
use crate::policy::{Document, FiscalYear};
use crate::search::{self, Facets};

/// The options of the form, and the indexes.
#[derive(Serialize)]
struct View<'a> {
    years: Vec<YearView>,
    kinds: &'a [String],
    units: Vec<UnitView<'a>>,
}

#[derive(Serialize)]
struct YearView {
    /// As it stands in the address of a search: `2026`.
    value: i16,
    name: String,
    /// The file of its index.
    file: String,
    /// What the index is called.
    index: String,
    /// How many documents it has, in words.
    documents: String,
}

#[derive(Serialize)]
struct UnitView<'a> {
    id: &'a str,
    name: &'a str,
}

impl Press<'_> {
    /// The search page, its index, and the indexes to be read.
    pub(super) fn search(&mut self, atlas: &Atlas<'_>, shared: &Shared<'_>, (corpus, years): (&Corpus, &[Year<'_>])) {
        let searchable = search::searchable(corpus);
        let words = Words::of(&corpus.site.language);
        let description = filled(words.search_description, &[("city", &corpus.site.city)]);
        let mut context = shared.context(&Page::plain(link::SEARCH, words.search, &description));
        context.insert_value("search", Value::from_serializable(&view(&searchable.facets, years, words)));
        self.file(link::SEARCH, "search.html", &context);
        if years.is_empty() {
            return;
        }
        for file in search::index(corpus) {
            self.put(&link::search_file(&file.name), file.bytes, Finding::of_site);
        }
        for year in years {
            self.year_index(atlas, shared, (corpus, year));
        }
    }

    /// The index of a year, in as many parts as keep its pages small.
    fn year_index(&mut self, atlas: &Atlas<'_>, shared: &Shared<'_>, (corpus, year): (&Corpus, &Year<'_>)) {
        let words = Words::of(&corpus.site.language);
        let name = words.year(year.year);
        let whole = filled(words.search_index_of, &[("year", &name)]);
        let description = filled(words.search_index_description, &[("year", &name)]);
        let parts = parts(&year.documents);
        for (part, documents) in (1..).zip(&parts) {
            let file = link::year_index_file(year.year, part);
            let title = if part == 1 { whole.clone() } else { format!("{whole} {}", part_name(part, words)) };
            let crumbs = vec![Crumb { title: words.search, file: link::SEARCH }];
            let mut context = shared.context(&Page { crumbs, ..Page::plain(&file, &title, &description) });
            let body = body(corpus, atlas, (&file, documents)) + &ways(year.year, (part, parts.len()), words);
            context.insert_value("body", Value::safe_string(&body));
            self.file(&file, "search-index.html", &context);
        }
    }
}

/// About how many bytes of Markdown one page of an index holds. With links and names the page is two to three times as large.
const PART_BYTES: usize = 250_000;

/// A year's documents, page by page.
fn parts<'a>(documents: &[&'a Document]) -> Vec<Vec<&'a Document>> {
    let mut parts = vec![Vec::new()];
    let mut bytes = 0;
    for document in documents {
        let more = document.source.text.len();
        if bytes > 0 && bytes + more > PART_BYTES {
            parts.push(Vec::new());
            bytes = 0;
        }
        bytes += more;
        if let Some(part) = parts.last_mut() {
            part.push(*document);
        }
    }
    parts
}

fn part_name(part: usize, words: &Words) -> String {
    filled(words.trace_page, &[("part", &part.to_string())])
}

/// Links to the parts of an index that has several.
fn ways(year: FiscalYear, (current, last): (usize, usize), words: &Words) -> String {
    let mut out = String::new();
    if last == 1 {
        return out;
    }
    let file = link::year_index_file(year, current);
    out.push_str("<nav");
    push_attribute(&mut out, "aria-label", words.trace_pages);
    out.push_str(">\n<ul class=\"index\">\n");
    for part in 1..=last {
        let name = part_name(part, words);
        if part == current {
            out.push_str("<li><span aria-current=\"page\">");
            push_escaped(&mut out, &name);
            out.push_str("</span></li>\n");
        } else {
            out.push_str("<li><a");
            push_attribute(&mut out, "href", &link::relative(&file, &link::year_index_file(year, part), None));
            out.push('>');
            push_escaped(&mut out, &name);
            out.push_str("</a></li>\n");
        }
    }
    out.push_str("</ul>\n</nav>\n");
    out
}

fn view<'a>(facets: &'a Facets, years: &[Year<'_>], words: &Words) -> View<'a> {
    let year = |Year { year, documents }: &Year<'_>| {
        let name = words.full_year(*year);
        YearView {
            value: year.0,
            index: filled(words.search_index_of, &[("year", &name)]),
            documents: filled(words.search_index_count, &[("count", &documents.len().to_string())]),
            file: link::year_index_file(*year, 1),
            name,
        }
    };
    View {
        years: years.iter().map(year).collect(),
        kinds: &facets.kinds,
        units: facets.departments.iter().map(|unit| UnitView { id: &unit.id, name: &unit.name }).collect(),
    }
}

/// Documents, each a heading and a list.
fn body(corpus: &Corpus, atlas: &Atlas<'_>, (file, documents): (&str, &[&Document])) -> String {
    let sections: Vec<String> = documents.par_iter().map(|document| section(corpus, atlas, (file, document))).collect();
    sections.concat()
}

fn section(corpus: &Corpus, atlas: &Atlas<'_>, (file, document): (&str, &Document)) -> String {
    let to = link::document_file(&document.id);
    let cited = atlas.citation(&document.id, "");
    let mut out = String::with_capacity(document.source.text.len() * 2);
    out.push_str("<section");
    if document.meta.language != corpus.site.language {
        push_attribute(&mut out, "lang", &document.meta.language);
    }
    out.push_str(">\n<h2><a");
    push_attribute(&mut out, "href", &link::relative(file, &to, None));
    out.push('>');
    push_escaped(&mut out, &cited);
    out.push_str("</a></h2>\n<ul class=\"index\">\n");
    // The first passage is the document itself.
    for passage in search::passages(corpus, document).iter().skip(1) {
        out.push_str("<li><a");
        push_attribute(&mut out, "href", &link::relative(file, &to, Some(&passage.fragment)));
        // Several documents have a 5(1); a list of links, read aloud without the page around it, tells them apart.
        push_attribute(&mut out, "aria-label", &format!("{cited}{}", passage.place));
        out.push('>');
        push_escaped(&mut out, &passage.place);
        out.push_str("</a> ");
        push_escaped(&mut out, &passage.shown());
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
    out
}
