//! `/trace/`: each clause above with those who take it up, down to objectives; and back.
//!
//! A document of the chain has a page of its own; a long one is split ([`sheet`]), so that no page grows with the site.

mod index;
mod neighbours;
mod row;
mod sayings;
mod sheet;

pub(super) use index::index;
pub(super) use neighbours::{neighbours, section as neighbours_section};
pub(super) use sayings::excerpt;

use rayon::prelude::*;

use super::atlas::Atlas;
use super::escape::push_escaped;
use super::link;
use super::wording::{Here, filled};
use super::words::Words;
use crate::corpus::{Answers, Corpus};
use crate::policy::{Document, DocumentId, title_in_citation};
use row::Rows;
use sayings::Sayings;
use sheet::Piece;

/// A finished page but for its frame.
pub(super) struct TracePage {
    /// Its output file.
    pub(super) file: String,
    /// Its title.
    pub(super) title: String,
    /// For search engines.
    pub(super) description: String,
    /// What it says, as HTML.
    pub(super) body: String,
    /// Which of how many, from 1.
    pub(super) part: (usize, usize),
}

/// The pages of all documents of the chain, in order.
pub(super) fn pages(corpus: &Corpus, atlas: &Atlas<'_>) -> Vec<TracePage> {
    let documents: Vec<&DocumentId> = corpus.cascade.documents().into_iter().collect();
    let sayings = Sayings::of(corpus, &documents);
    let made: Vec<Vec<TracePage>> =
        documents.par_iter().filter_map(|id| Some(of_document(&sayings, atlas, corpus.public.get(*id)?))).collect();
    made.into_iter().flatten().collect()
}

fn of_document(sayings: &Sayings<'_>, atlas: &Atlas<'_>, document: &Document) -> Vec<TracePage> {
    let words = Words::of(&sayings.corpus.site.language);
    let name = title_in_citation(&crate::corpus::title_of(document));
    let title = filled(words.trace_of, &[("name", &name)]);
    let file = link::trace_file(&document.id);
    let answers = Answers::of(&sayings.corpus.cascade, document);
    let lead = lead(words, sayings.corpus, (document, &answers));
    let mut intro = String::from("<p class=\"lead\">");
    push_escaped(&mut intro, &lead);
    intro.push_str("</p>\n<p><a href=\"");
    push_escaped(&mut intro, &link::relative(&file, &link::document_file(&document.id), None));
    intro.push_str("\">");
    intro.push_str(words.read_document);
    intro.push_str("</a></p>\n");
    let rows = Rows { sayings, atlas, here: Here::new(&file, words) };
    let mut pieces: Vec<Piece> = Vec::new();
    if sayings.corpus.cascade.is_upper(&document.id) {
        rows.downward(document, &answers, &mut pieces);
    }
    if sayings.corpus.cascade.is_lower(&document.id) {
        rows.upward(document, &answers, &mut pieces);
    }
    let bodies = sheet::packed(&intro, pieces);
    let count = bodies.len();
    let page = |(at, body): (usize, String)| TracePage {
        file: link::trace_part(&document.id, at + 1),
        title: if count > 1 { format!("{title}（{}/{count}）", at + 1) } else { title.clone() },
        description: lead.clone(),
        body,
        part: (at + 1, count),
    };
    bodies.into_iter().enumerate().map(page).collect()
}

/// 「24項のうち11項に、これを受けた項があります。」
fn lead(words: &Words, corpus: &Corpus, (document, answers): (&Document, &Answers<'_>)) -> String {
    let all = answers.clauses.len().to_string();
    let said = |word: &str, count: usize| filled(word, &[("all", &all), ("count", &count.to_string())]);
    let mut lead = String::new();
    if corpus.cascade.is_upper(&document.id) {
        lead.push_str(&said(words.trace_taken_up, answers.taken_up()));
    }
    if corpus.cascade.is_lower(&document.id) {
        lead.push_str(&said(words.trace_rooted, answers.rooted()));
    }
    lead
}
