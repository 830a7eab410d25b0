//! The search page, the files it searches, and for readers without JavaScript an index of each year: all its clauses on
//! one page, where the browser's own search finds them.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::listing::Year;
use super::page::{Crumb, Page, Shared};
use super::{Press, link};
use crate::corpus::Corpus;
use crate::diagnostic::Finding;
use crate::policy::{Document, FiscalYear};
use crate::search::{self, Facets};

const TITLE: &str = "検索";

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
    documents: usize,
}

#[derive(Serialize)]
struct UnitView<'a> {
    id: &'a str,
    name: &'a str,
}

impl Press<'_> {
    /// The search page, its index, and the indexes to be read.
    pub(super) fn search(&mut self, atlas: &Atlas<'_>, shared: &Shared<'_>, (corpus, years): (&Corpus, &[Year<'_>])) {
        let roster = search::roster(corpus);
        let description = format!("{}の方針を、項ごとに言葉で探すことができます。", corpus.site.city);
        let mut context = shared.context(&Page::plain(link::SEARCH, TITLE, &description));
        context.insert_value("search", Value::from_serializable(&view(&roster.facets, years)));
        self.file(link::SEARCH, "search.html", &context);
        if years.is_empty() {
            return;
        }
        for file in search::index(corpus) {
            self.put(&link::search_file(&file.name), file.bytes, Finding::of_site);
        }
        for year in years {
            let (file, title) = (link::year_index_file(year.year), format!("{}の索引", year.year.wareki()));
            let description = format!("{}の方針のすべての項を、1ページで読むことができます。", year.year.wareki());
            let crumbs = vec![Crumb { title: TITLE, file: link::SEARCH }];
            let mut context = shared.context(&Page { crumbs, ..Page::plain(&file, &title, &description) });
            context.insert_value("body", Value::safe_string(&body(corpus, atlas, (&file, year))));
            self.file(&file, "search-index.html", &context);
        }
    }
}

fn view<'a>(facets: &'a Facets, years: &[Year<'_>]) -> View<'a> {
    let name = |year: FiscalYear| format!("{}（{}年度）", year.wareki(), year.0);
    View {
        years: years
            .iter()
            .map(|Year { year, documents }| YearView {
                value: year.0,
                name: name(*year),
                file: link::year_index_file(*year),
                documents: documents.len(),
            })
            .collect(),
        kinds: &facets.kinds,
        units: facets.units.iter().map(|unit| UnitView { id: &unit.id, name: &unit.name }).collect(),
    }
}

/// All documents of a year, each a heading and a list.
fn body(corpus: &Corpus, atlas: &Atlas<'_>, (file, year): (&str, &Year<'_>)) -> String {
    let parts: Vec<String> =
        year.documents.par_iter().map(|document| section(corpus, atlas, (file, document))).collect();
    parts.concat()
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
