//! A document's text on its way into HTML: what has been written and what it refers to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::atlas::Atlas;
use super::escape::{push_attribute, push_escaped};
use super::link;
use super::words::Words;
use crate::corpus::{Corpus, LinkTarget, resolve};
use crate::policy::Document;

/// What all pages are made from.
pub(super) struct Shelf<'a> {
    /// The documents and what is known beside them.
    pub(super) corpus: &'a Corpus,
    /// Files below `content/` that are no documents, by path below it.
    pub(super) assets: &'a BTreeMap<String, Arc<[u8]>>,
    /// Where everything with an address stands.
    pub(super) atlas: &'a Atlas<'a>,
}

/// What kind of page a text is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surface {
    /// The document's page: everything has its address there.
    Document,
    /// A clause's own page: the same text, whose addresses are on the document's page.
    Clause,
}

/// One document being written.
pub(super) struct Writer<'a> {
    /// The HTML so far.
    pub(super) out: String,
    /// What all pages are made from.
    pub(super) shelf: &'a Shelf<'a>,
    /// The document.
    pub(super) document: &'a Document,
    /// What the site says beside the text, in the language of the document.
    pub(super) words: &'static Words,
    /// The file the page will be.
    pub(super) file: String,
    /// What kind of page that is.
    pub(super) surface: Surface,
    /// Fragments that lead to former places and have been written: no id stands on a page twice.
    pub(super) former: BTreeSet<String>,
    /// Positions that changed hands and have got their note.
    pub(super) noted: BTreeSet<&'a str>,
    /// Files of the content it refers to.
    pub(super) assets: BTreeSet<String>,
    /// How often each footnote was referred to so far; footnote 1 first.
    pub(super) references: Vec<u32>,
    /// How many links the text is inside of: HTML knows no link within a link.
    pub(super) links: u32,
}

/// Where a link of a text may lead on the page.
pub(super) enum Destination {
    /// A page of this site; the link is ready to be written.
    Page(String),
    /// A page elsewhere.
    External,
    /// A file of the content, by path below `content/`.
    File {
        /// The link, ready to be written.
        href: String,
        /// Which.
        path: String,
    },
    /// Nowhere a reader may go: missing, not public, or a scheme that does more than open a page. Shown as text only;
    /// it is `check` that reports it.
    Nowhere,
}

impl<'a> Writer<'a> {
    /// Starts on a document.
    pub(super) fn new(shelf: &'a Shelf<'a>, document: &'a Document) -> Self {
        Self {
            // A page's text with its markup is about one and a half times its source.
            out: String::with_capacity(document.source.text.len() * 3 / 2),
            shelf,
            document,
            words: Words::of(&document.meta.language),
            file: link::document_file(&document.id),
            surface: Surface::Document,
            former: BTreeSet::new(),
            noted: BTreeSet::new(),
            assets: BTreeSet::new(),
            references: vec![0; document.body.footnotes.len()],
            links: 0,
        }
    }

    /// Adds text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// Adds markup as it is.
    pub(super) fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        push_attribute(&mut self.out, name, value);
    }

    /// Adds ` id="…"`, unless the fragment is empty or has its place on another page.
    pub(super) fn id(&mut self, fragment: &str) {
        if !fragment.is_empty() && self.surface == Surface::Document {
            self.attribute("id", fragment);
        }
    }

    /// What a place of the document is called: 「5(1)」.
    pub(super) fn place(&self, position: &str) -> String {
        self.shelf.atlas.chart(&self.document.id).map_or_else(String::new, |chart| chart.place(position))
    }

    /// Where a destination leads.
    pub(super) fn destination(&self, written: &str) -> Destination {
        let to = |file: &str, fragment: Option<&str>| Destination::Page(link::relative(&self.file, file, fragment));
        match resolve(self.shelf.corpus, &self.document.id, written) {
            LinkTarget::External => Destination::External,
            LinkTarget::Document { id, fragment } => {
                // A bare position means the clause that stands there today: the link is to mean it tomorrow too.
                let chart = self.shelf.atlas.chart(&id);
                let fragment = fragment.map(|bare| chart.map_or(bare.clone(), |chart| chart.fragment(&bare)));
                to(&link::document_file(&id), fragment.as_deref())
            }
            LinkTarget::Page(page) => to(&link::file_of(&page), None),
            LinkTarget::Asset(path) => Destination::File { href: link::relative(&self.file, &path, None), path },
            // Where drafts are shown, those who write them follow links to them, too.
            LinkTarget::Withheld(id) if self.shelf.corpus.public.contains_key(&id) => {
                let fragment = written.split_once('#').map(|(_, fragment)| fragment).filter(|bare| !bare.is_empty());
                let chart = self.shelf.atlas.chart(&id);
                let fragment = fragment.map(|bare| chart.map_or(bare.to_owned(), |chart| chart.fragment(bare)));
                to(&link::document_file(&id), fragment.as_deref())
            }
            LinkTarget::Withheld(_) | LinkTarget::Unread | LinkTarget::Missing { .. } => Destination::Nowhere,
        }
    }
}
