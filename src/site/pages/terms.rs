//! The page that explains terms and abbreviations.

use serde::Serialize;
use tera::Value;

use crate::policy::Term;
use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;

#[derive(Serialize)]
struct TermContext<'a> {
    id: String,
    term: &'a str,
    expansion: &'a str,
    note: Option<&'a str>,
}

/// The page, with the terms in the order of `terms.yaml`; none without terms.
pub(crate) fn page(site: &SiteContext<'_>) -> Option<OutputFile> {
    let terms = &site.corpus.terms;
    if terms.is_empty() {
        return None;
    }
    let words = site.words();
    let description = filled(words.terms_description, &[("city", &site.corpus.site.city)]);
    let contexts = terms.iter().map(|term| TermContext {
        id: Term::fragment_of(&term.term.value).to_string(),
        term: &term.term.value,
        expansion: &term.expansion,
        note: term.note.as_deref(),
    });
    let terms = Value::from_serializable(&contexts.collect::<Vec<_>>());
    Some(site.page(&PageHead::plain(link::TERMS, words.terms, &description), "terms.html", [("terms", terms)]))
}
