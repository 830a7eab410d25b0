//! Where everything with an address stands, and what it is called: made once for all pages of a site.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::escape::push_escaped;
use super::link;
use super::wording::Here;
use super::words::Words;
use crate::corpus::{Citer, Corpus, Referent, title_of};
use crate::policy::{Citation, CitationForm, Document, DocumentId, Tombstone, TombstoneState, title_in_citation};

/// The public documents and what has an address in them.
pub(super) struct Atlas<'a> {
    corpus: &'a Corpus,
    charts: BTreeMap<&'a DocumentId, OnceLock<Chart>>,
    /// The document that tells what became of a clause, by each id the clause had.
    graves: BTreeMap<&'a str, (&'a DocumentId, &'a Tombstone)>,
}

/// One document.
pub(super) struct Chart {
    /// Its title as it stands in citations.
    pub(super) title: String,
    /// What its clauses are called and cited.
    pub(super) citer: Citer,
    /// What the site says about it is said in its language.
    words: &'static Words,
    /// Permanent ids by position, in the order of positions.
    ids: Vec<(Box<str>, Box<str>)>,
}

impl<'a> Atlas<'a> {
    /// Of the public documents: nothing else may be found from a page. All charts are drawn at once, on every core.
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let atlas = Self::to_be_drawn(corpus);
        let documents: Vec<&DocumentId> = corpus.public.keys().collect();
        documents.par_iter().for_each(|id| {
            atlas.chart(id);
        });
        atlas
    }

    /// The same, each chart drawn when it is looked at: for a single page.
    pub(super) fn to_be_drawn(corpus: &'a Corpus) -> Self {
        let charts = corpus.public.keys().map(|id| (id, OnceLock::new())).collect();
        let mut atlas = Self { corpus, charts, graves: BTreeMap::new() };
        let public = corpus.public.values().map(|document| (&document.id, &document.body.addresses.tombstones));
        for (document, tombstones) in public.chain(&corpus.taken_down) {
            tombstones.iter().for_each(|gone| atlas.bury(document, gone));
        }
        atlas
    }

    /// A clause that was moved and is gone from there as well has tombstones in both documents: the last one tells.
    fn bury(&mut self, document: &'a DocumentId, gone: &'a Tombstone) {
        for id in gone.ids() {
            if gone.state == TombstoneState::Moved {
                self.graves.entry(id).or_insert((document, gone));
            } else {
                self.graves.insert(id, (document, gone));
            }
        }
    }

    /// Whether the page of an id is a tombstone, and this document the one that tells what became of the clause.
    pub(super) fn is_grave(&self, id: &str, document: &DocumentId) -> bool {
        self.find(id).is_none() && self.graves.get(id).is_some_and(|(home, _)| *home == document)
    }

    /// Whether no other tombstone tells more of the clause.
    pub(super) fn is_told_by(&self, id: &str, gone: &Tombstone) -> bool {
        self.graves.get(id).is_none_or(|(_, told)| *told == gone)
    }

    /// Adds a link to the tombstone of a clause, if there is one.
    pub(super) fn push_grave(&self, out: &mut String, here: Here<'_>, id: &str) {
        let Some((document, gone)) = self.graves.get(id) else { return };
        let file = link::document_file(document);
        out.push_str("<a href=\"");
        push_escaped(out, &link::relative(here.file, &file, Some(&gone.id)));
        out.push_str("\">");
        match self.chart(document).filter(|_| file != here.file) {
            Some(chart) => {
                let place = gone.name.to_string();
                push_escaped(out, &Citation { title: chart.title.clone(), place }.write(CitationForm::Short));
            }
            None => push_escaped(out, &gone.name),
        }
        out.push_str("</a>");
        out.push_str(here.words.gone_mark);
    }

    /// A public document.
    pub(super) fn chart(&self, document: &DocumentId) -> Option<&Chart> {
        let chart = self.charts.get(document)?;
        let document = self.corpus.public.get(document)?;
        Some(chart.get_or_init(|| Chart::of(self.corpus, document)))
    }

    /// Where the clause with a permanent id stands.
    pub(super) fn find(&self, id: &str) -> Option<(&'a DocumentId, &'a str)> {
        self.corpus.place_of(id)
    }

    /// The permanent id of what stands at a position.
    pub(super) fn id_at(&self, document: &DocumentId, position: &str) -> Option<&str> {
        let ids = &self.chart(document)?.ids;
        let at = ids.binary_search_by(|(known, _)| (**known).cmp(position)).ok()?;
        Some(&ids[at].1)
    }

    /// Where a reference leads, as a link from the root of the site; `None` where that is the page itself or not public.
    pub(super) fn destination(&self, referent: &Referent) -> Option<String> {
        match referent {
            Referent::Itself => None,
            Referent::Document(id) => self.charts.contains_key(id).then(|| format!("/{}/", id.0)),
            Referent::Clause(id, position) => {
                let chart = self.chart(id)?;
                Some(format!("/{}/#{}", id.0, chart.fragment(position)))
            }
            Referent::Plan(id) => Some(format!("/plans/{id}/")),
        }
    }

    /// The short citation of a place; of the document when the position is empty. Footnotes are cited by their mark.
    pub(super) fn citation(&self, document: &DocumentId, position: &str) -> String {
        let Some(chart) = self.chart(document) else { return String::new() };
        Citation { title: chart.title.clone(), place: chart.place(position) }.write(CitationForm::Short)
    }

    /// Adds a link to a place of a document by the place alone: on pages that are about that document.
    pub(super) fn push_place(&self, out: &mut String, here: Here<'_>, (document, position): (&DocumentId, &str)) {
        let Some(chart) = self.chart(document) else { return };
        out.push_str("<a href=\"");
        let fragment = chart.fragment(position);
        push_escaped(out, &link::relative(here.file, &link::document_file(document), Some(&fragment)));
        out.push_str("\">");
        push_escaped(out, &chart.place(position));
        out.push_str("</a>");
    }

    /// Adds a link to a place: by its place alone within its own document, else by its citation.
    pub(super) fn push_link(&self, out: &mut String, here: Here<'_>, (document, position): (&DocumentId, &str)) {
        let Some(chart) = self.chart(document) else { return };
        let file = link::document_file(document);
        let fragment = (!position.is_empty()).then(|| chart.fragment(position));
        out.push_str("<a href=\"");
        push_escaped(out, &link::relative(here.file, &file, fragment.as_deref()));
        out.push_str("\">");
        let place = chart.place(position);
        if file == here.file && !place.is_empty() {
            push_escaped(out, &place);
        } else {
            push_escaped(out, &self.citation(document, position));
        }
        out.push_str("</a>");
    }
}

impl Chart {
    fn of(corpus: &Corpus, document: &Document) -> Self {
        let mut ids = Vec::new();
        document.body.each_address(|address| {
            if !address.id.is_empty() {
                ids.push((address.position.into(), address.id.into()));
            }
        });
        ids.sort_unstable();
        let title = title_in_citation(&title_of(document));
        Self { title, citer: Citer::new(corpus, document), words: Words::of(&document.meta.language), ids }
    }

    /// What a place is called; empty where there is no such place.
    pub(super) fn place(&self, position: &str) -> String {
        match self.citer.places().at(position) {
            Some(place) => place.written.to_string(),
            None => position.strip_prefix("fn").map_or_else(String::new, |number| self.words.note_mark(number)),
        }
    }

    /// The fragment people copy.
    pub(super) fn fragment(&self, position: &str) -> String {
        match self.ids.binary_search_by(|(known, _)| (**known).cmp(position)) {
            Ok(at) => format!("{position}.{}", self.ids[at].1),
            Err(_) => position.to_owned(),
        }
    }
}
