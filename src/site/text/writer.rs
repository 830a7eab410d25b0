//! The text of a document on its way into HTML.

use std::collections::BTreeSet;

use crate::corpus::{LinkTarget, resolve};
use crate::policy::{Document, Fragment, Position};
use crate::site::frame::escape::{push_attribute, push_escaped};
use crate::site::frame::link;
use crate::site::frame::site::SiteContext;
use crate::site::frame::theme::Components;
use crate::site::frame::words::{PageContext, Words};

/// The kind of page on which a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextPage {
    /// The page of the document: every clause has its address there.
    Document,
    /// A clause's own page: the same text, whose addresses are on the page of the document.
    Clause,
}

/// A document being written.
pub(crate) struct TextWriter<'a> {
    /// The HTML so far.
    pub(crate) out: String,
    pub(crate) site: &'a SiteContext<'a>,
    pub(crate) document: &'a Document,
    /// The words beside the text, in the language of the document.
    pub(crate) words: &'a Words<'a>,
    /// The components of the theme in that language.
    pub(crate) parts: &'a Components,
    /// The output file of the page.
    pub(crate) file: String,
    /// The kind of that page.
    pub(crate) text_page: TextPage,
    /// Fragments of former places that have been written: no id stands on a page twice.
    pub(crate) former: BTreeSet<Fragment>,
    /// Positions that have got their note about former clauses.
    pub(crate) noted: BTreeSet<&'a Position>,
    /// Files of the content that the text refers to.
    pub(crate) assets: BTreeSet<String>,
    /// How often each footnote was referred to so far; footnote 1 first.
    pub(crate) references: Vec<u32>,
    /// How many links the text is inside of: HTML knows no link within a link.
    pub(crate) links: u32,
}

/// Where a link of a text leads on the page.
pub(crate) enum TextLink {
    /// A page of this site, by its link.
    Page(String),
    /// A page elsewhere.
    External,
    /// A file of the content.
    File {
        /// The link to it.
        href: String,
        /// The path below `content/`.
        path: String,
    },
    /// Nowhere a reader may go: missing, not public, or a scheme that does more than open a page. Only the text is shown;
    /// `check` reports it.
    Nowhere,
}

impl<'a> TextWriter<'a> {
    /// Starts the page of a document.
    pub(crate) fn new(site: &'a SiteContext<'a>, document: &'a Document) -> Self {
        let words = site.words_in(&document.meta.language);
        Self {
            // A page's text with its markup is about one and a half times its source.
            out: String::with_capacity(document.source.text.len() * 3 / 2),
            site,
            document,
            words,
            parts: site.theme.parts(words),
            file: link::document_file(&document.id),
            text_page: TextPage::Document,
            former: BTreeSet::new(),
            noted: BTreeSet::new(),
            assets: BTreeSet::new(),
            references: vec![0; document.body.footnotes.len()],
            links: 0,
        }
    }

    /// Adds text, escaped.
    pub(crate) fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// Adds markup as it is.
    pub(crate) fn markup(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds ` name="value"`.
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        push_attribute(&mut self.out, name, value);
    }

    /// Adds ` id="…"`, unless the fragment is empty or has its place on another page.
    pub(crate) fn id(&mut self, fragment: &Fragment) {
        if !fragment.is_empty() && self.text_page == TextPage::Document {
            self.attribute("id", fragment.as_str());
        }
    }

    /// The HTML that `write` adds, apart from the rest.
    pub(crate) fn apart(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.out);
        write(self);
        std::mem::replace(&mut self.out, before)
    }

    /// The page, for links and sentences on it.
    pub(crate) fn page(&self) -> PageContext<'_> {
        let (language, site_language) = (&*self.document.meta.language, &*self.site.corpus.site.language);
        PageContext { file: &self.file, language, site_language, words: self.words, parts: self.parts }
    }

    /// A link to a clause, as HTML.
    pub(crate) fn link_to(&self, document: &crate::policy::DocumentId, position: &Position) -> String {
        let mut link = String::new();
        self.site.clauses.push_link(&mut link, self.page(), document, position);
        link
    }

    /// The name of a place of the document: 「5(1)」.
    pub(crate) fn place(&self, position: &Position) -> String {
        self.site.clauses.document(&self.document.id).map_or_else(String::new, |map| map.place(position))
    }

    /// Where a destination leads.
    pub(crate) fn text_link(&self, written: &str) -> TextLink {
        let to = |file: &str, fragment: Option<&Fragment>| TextLink::Page(link::relative(&self.file, file, fragment));
        match resolve(self.site.corpus, &self.document.id, written) {
            LinkTarget::External => TextLink::External,
            LinkTarget::Document { id, fragment } => {
                // A bare position means the clause that stands there today: the link is to mean it tomorrow too.
                let map = self.site.clauses.document(&id);
                let fragment = fragment.map(|bare| map.map_or(bare.clone(), |map| map.fragment(&bare.position())));
                to(&link::document_file(&id), fragment.as_ref())
            }
            LinkTarget::Page(page) => {
                let fragment = written.split_once('#').map(|(_, fragment)| Fragment::new(fragment));
                to(&link::file_of(&page), fragment.filter(|fragment| !fragment.is_empty()).as_ref())
            }
            LinkTarget::Asset(path) => TextLink::File { href: link::relative(&self.file, &path, None), path },
            // Where drafts are shown, those who write them follow links to them, too.
            LinkTarget::Withheld(id) if self.site.corpus.public.contains_key(&id) => {
                let fragment = written
                    .split_once('#')
                    .map(|(_, fragment)| fragment)
                    .filter(|bare| !bare.is_empty())
                    .map(Fragment::new);
                let map = self.site.clauses.document(&id);
                let fragment = fragment.map(|bare| map.map_or(bare.clone(), |map| map.fragment(&bare.position())));
                to(&link::document_file(&id), fragment.as_ref())
            }
            LinkTarget::Withheld(_) | LinkTarget::Unread | LinkTarget::Missing { .. } => TextLink::Nowhere,
        }
    }
}
