//! The search page, the files it searches, and for readers without JavaScript an index of each year: all its clauses on
//! one page, or on a few where they are very many, where the browser's own search finds them.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use crate::policy::{Document, FiscalYear};
use crate::search::{self, Facets};
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::{Words, filled};
use crate::site::frame::years::Year;

/// The options of the form, and the indexes.
#[derive(Serialize)]
struct SearchContext<'a> {
    years: Vec<SearchYear>,
    kinds: &'a [String],
    units: Vec<SearchDepartment<'a>>,
}

#[derive(Serialize)]
struct SearchYear {
    /// As it stands in the address of a search: `2026`.
    value: i16,
    name: String,
    /// The file of its index.
    file: String,
    /// The title of the index.
    index: String,
    /// How many documents it has, in words.
    documents: String,
}

#[derive(Serialize)]
struct SearchDepartment<'a> {
    id: &'a str,
    name: &'a str,
}

/// The search page, its index, and the indexes to be read.
pub(crate) fn files(site: &SiteContext<'_>) -> Vec<OutputFile> {
    let words = site.words();
    let searchable = search::searchable(site.corpus);
    let description = filled(words.search_description, &[("city", &site.corpus.site.city)]);
    let head = PageHead::plain(link::SEARCH, words.search, &description);
    let context = Value::from_serializable(&context(&searchable.facets, &site.years, words));
    let mut files = vec![site.page(&head, "search.html", [("search", context)])];
    if site.years.is_empty() {
        return files;
    }
    let index = search::index(site.corpus).into_iter();
    files.extend(index.map(|file| OutputFile::new(link::search_file(&file.name), file.bytes)));
    for year in &site.years {
        files.extend(year_index(site, year));
    }
    files
}

/// The index of a year, in as many parts as keep its pages small.
fn year_index(site: &SiteContext<'_>, year: &Year<'_>) -> Vec<OutputFile> {
    let words = site.words();
    let name = words.year(year.year);
    let whole = filled(words.search_index_of, &[("year", &name)]);
    let description = filled(words.search_index_description, &[("year", &name)]);
    let parts = parts(&year.documents);
    let page = |(part, documents): (usize, &Vec<&Document>)| {
        let file = link::year_index_file(year.year, part);
        let title = match part {
            1 => whole.clone(),
            _ => format!("{whole} {}", filled(words.trace_page, &[("part", &part.to_string())])),
        };
        let head = PageHead::plain(&file, &title, &description).below(words.search, link::SEARCH);
        let body = body(site, &file, documents) + &part_links(site, year.year, part, parts.len());
        site.page(&head, "search-index.html", [("body", Value::safe_string(&body))])
    };
    (1..).zip(&parts).map(page).collect()
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

/// Links to the parts of an index that has several.
fn part_links(site: &SiteContext<'_>, year: FiscalYear, current: usize, last: usize) -> String {
    if last == 1 {
        return String::new();
    }
    let (parts, file) = (site.parts(), link::year_index_file(year, current));
    let mut items = String::new();
    for part in 1..=last {
        let number = part.to_string();
        if part == current {
            parts.index_current_part.push(&mut items, [&number]);
        } else {
            let href = link::relative(&file, &link::year_index_file(year, part), None);
            parts.index_part.push(&mut items, [&href, &number]);
        }
    }
    parts.index_parts.with([&items])
}

fn context<'a>(facets: &'a Facets, years: &[Year<'_>], words: &Words<'_>) -> SearchContext<'a> {
    let year = |Year { year, documents }: &Year<'_>| {
        let name = words.full_year(*year);
        SearchYear {
            value: year.0,
            index: filled(words.search_index_of, &[("year", &name)]),
            documents: filled(words.search_index_count, &[("count", &documents.len().to_string())]),
            file: link::year_index_file(*year, 1),
            name,
        }
    };
    SearchContext {
        years: years.iter().map(year).collect(),
        kinds: &facets.kinds,
        units: facets
            .departments
            .iter()
            .map(|department| SearchDepartment { id: &department.id, name: &department.name })
            .collect(),
    }
}

/// Documents, each a heading and a list.
fn body(site: &SiteContext<'_>, file: &str, documents: &[&Document]) -> String {
    let sections: Vec<String> = documents.par_iter().map(|document| section(site, file, document)).collect();
    sections.concat()
}

fn section(site: &SiteContext<'_>, file: &str, document: &Document) -> String {
    let (corpus, parts) = (site.corpus, site.parts());
    let to = link::document_file(&document.id);
    let citation = site.clauses.document_citation(&document.id);
    let before_place = site.clauses.citation_before_place(&document.id);
    let language = match document.meta.language == corpus.site.language {
        true => String::new(),
        false => parts.language.with([&document.meta.language]),
    };
    let mut items = String::with_capacity(document.source.text.len() * 2);
    // The first passage is the document itself.
    for passage in search::passages(corpus, document).iter().skip(1) {
        let href = link::relative(file, &to, Some(&passage.fragment));
        // Several documents have a 5(1); a list of links, read aloud without the page around it, tells them apart.
        let name = format!("{before_place}{}", passage.place);
        parts.index_item.push(&mut items, [&href, &name, &passage.place, &passage.shown()]);
    }
    parts.index_document.with([&language, &link::relative(file, &to, None), &citation, &items])
}
