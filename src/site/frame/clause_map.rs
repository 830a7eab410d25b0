//! The place and the name of every clause with an address, read once for all pages of a site.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::foreign::{in_language, text_in_language};
use super::link;
use super::words::{PageContext, SiteWords, Words, filled};
use crate::corpus::{Citer, Corpus, Referent, title_of};
use crate::policy::{
    Citation, CitationForm, ClauseId, Document, DocumentId, Fragment, NamingLanguage, Position, Term, Tombstone,
    TombstoneState, title_in_citation,
};

/// The public documents and their clauses. Nothing else may be found from a page.
pub(crate) struct ClauseMap<'a> {
    corpus: &'a Corpus,
    words: &'a SiteWords<'a>,
    documents: BTreeMap<&'a DocumentId, OnceLock<DocumentMap>>,
    /// By each id that a lost clause had: the document that tells what became of it.
    tombstones: BTreeMap<&'a ClauseId, (&'a DocumentId, &'a Tombstone)>,
}

/// The clauses of one document.
pub(crate) struct DocumentMap {
    /// The title as it stands in citations.
    pub(crate) title: String,
    /// The language in which it is cited.
    pub(crate) naming: NamingLanguage,
    /// BCP 47.
    language: String,
    /// The names and citations of the clauses.
    pub(crate) citer: Citer,
    /// The word for the mark of a footnote, in the language of the document.
    note: String,
    /// Position and permanent id of each clause, in the order of positions.
    ids: Vec<(Position, ClauseId)>,
}

impl<'a> ClauseMap<'a> {
    /// A map whose documents are read when they are asked for.
    pub(crate) fn new(corpus: &'a Corpus, words: &'a SiteWords<'a>) -> Self {
        let documents = corpus.public.keys().map(|id| (id, OnceLock::new())).collect();
        let mut map = Self { corpus, words, documents, tombstones: BTreeMap::new() };
        let public = corpus.public.values().map(|document| (&document.id, &document.body.addresses.tombstones));
        for (document, tombstones) in public.chain(&corpus.taken_down) {
            tombstones.iter().for_each(|gone| map.add_tombstone(document, gone));
        }
        map
    }

    /// Reads all documents, on every core: for those who make all pages.
    pub(crate) fn read_all(&self) {
        let documents: Vec<&DocumentId> = self.corpus.public.keys().collect();
        documents.par_iter().for_each(|id| {
            self.document(id);
        });
    }

    /// A clause that was moved and is gone from there as well has tombstones in both documents: the last one tells.
    fn add_tombstone(&mut self, document: &'a DocumentId, gone: &'a Tombstone) {
        for id in gone.ids() {
            if gone.state == TombstoneState::Moved {
                self.tombstones.entry(id).or_insert((document, gone));
            } else {
                self.tombstones.insert(id, (document, gone));
            }
        }
    }

    /// Whether the page of an id is a tombstone, and this document the one that tells what became of the clause.
    pub(crate) fn has_tombstone_in(&self, id: &ClauseId, document: &DocumentId) -> bool {
        self.find(id).is_none() && self.tombstones.get(id).is_some_and(|(home, _)| *home == document)
    }

    /// Whether no other tombstone tells more of the clause.
    pub(crate) fn is_told_by(&self, id: &ClauseId, gone: &Tombstone) -> bool {
        self.tombstones.get(id).is_none_or(|(_, told)| *told == gone)
    }

    /// Adds a link to the tombstone of a clause, if there is one.
    pub(crate) fn push_tombstone_link(&self, out: &mut String, page: PageContext<'_>, id: &ClauseId) {
        let Some((document, gone)) = self.tombstones.get(id) else { return };
        let file = link::document_file(document);
        let text = match self.document(document).filter(|_| file != page.file) {
            Some(map) => {
                let place = gone.name.to_string();
                Citation { title: map.title.clone(), place, naming: map.naming }.write(CitationForm::Short)
            }
            None => gone.name.to_string(),
        };
        page.parts.link_to_gone.push(out, [&link::relative(page.file, &file, Some(&Fragment::from(&gone.id))), &text]);
    }

    /// A public document.
    pub(crate) fn document(&self, document: &DocumentId) -> Option<&DocumentMap> {
        let map = self.documents.get(document)?;
        let document = self.corpus.public.get(document)?;
        Some(map.get_or_init(|| DocumentMap::of(self.corpus, document, self.words.of(&document.meta.language))))
    }

    /// The document and position of the clause with a permanent id, which may have another one now.
    pub(crate) fn find(&self, id: &ClauseId) -> Option<(&'a DocumentId, &'a Position)> {
        self.corpus.place_of(id)
    }

    /// The permanent id of the clause at a position.
    pub(crate) fn id_at(&self, document: &DocumentId, position: &Position) -> Option<&ClauseId> {
        let ids = &self.document(document)?.ids;
        let at = ids.binary_search_by(|(known, _)| known.cmp(position)).ok()?;
        Some(&ids[at].1)
    }

    /// The link of a reference, from the root of the site; `None` for the page itself and for a document that is not public.
    pub(crate) fn destination(&self, referent: &Referent) -> Option<String> {
        match referent {
            Referent::Itself => None,
            Referent::Document(id) => self.documents.contains_key(id).then(|| format!("/{}/", id.0)),
            Referent::Clause(id, position) => {
                let map = self.document(id)?;
                Some(format!("/{}/#{}", id.0, map.fragment(position)))
            }
            Referent::Plan(id) => Some(format!("/plans/{id}/")),
            Referent::Department(id) => Some(format!("/organizations/{id}/")),
            Referent::Law(url) => Some(url.clone()),
            Referent::Term(term) => Some(format!("/terms/#{}", Term::fragment_of(term))),
        }
    }

    /// The short citation of a document.
    pub(crate) fn document_citation(&self, document: &DocumentId) -> String {
        self.citation(document, &Position::default())
    }

    /// The short citation of a document with what stands before a place: 「…」, “…”, .
    pub(crate) fn citation_before_place(&self, document: &DocumentId) -> String {
        let before = self.document(document).map_or("", |map| map.naming.before_place());
        self.document_citation(document) + before
    }

    /// The short citation of a place; of the document when the position is empty. Footnotes are cited by their mark.
    pub(crate) fn citation(&self, document: &DocumentId, position: &Position) -> String {
        let Some(map) = self.document(document) else { return String::new() };
        Citation { title: map.title.clone(), place: map.place(position), naming: map.naming }.write(CitationForm::Short)
    }

    /// A text about a document, escaped, with its language where it is not that of the page.
    pub(crate) fn text_in_language(&self, page: PageContext<'_>, document: &DocumentId, text: &str) -> String {
        text_in_language(page.language, self.document(document).map_or("", |map| &map.language), text)
    }

    /// Adds a link to a clause by its place alone: on pages that are about its document.
    pub(crate) fn push_place_link(
        &self,
        out: &mut String,
        page: PageContext<'_>,
        document: &DocumentId,
        position: &Position,
    ) {
        let Some(map) = self.document(document) else { return };
        let href = link::relative(page.file, &link::document_file(document), Some(&map.fragment(position)));
        let link = page.parts.link.with([&href, &map.place(position)]);
        out.push_str(&in_language(page.language, &map.language, &link));
    }

    /// Adds a link to a clause: by its place alone within its own document, else by its citation.
    pub(crate) fn push_link(
        &self,
        out: &mut String,
        page: PageContext<'_>,
        document: &DocumentId,
        position: &Position,
    ) {
        let Some(map) = self.document(document) else { return };
        let file = link::document_file(document);
        let fragment = (!position.is_empty()).then(|| map.fragment(position));
        let href = link::relative(page.file, &file, fragment.as_ref());
        let place = map.place(position);
        if file == page.file && !place.is_empty() {
            page.parts.link.push(out, [&href, &place]);
        } else {
            let citation = Citation { title: map.title.clone(), place, naming: map.naming }.write(CitationForm::Short);
            let link = page.parts.link.with([&href, &citation]);
            out.push_str(&in_language(page.language, &map.language, &link));
        }
    }
}

impl DocumentMap {
    fn of(corpus: &Corpus, document: &Document, words: &Words<'_>) -> Self {
        let mut ids = Vec::new();
        document.body.each_address(|address| {
            if !address.id.is_empty() {
                ids.push((address.position.clone(), address.id.clone()));
            }
        });
        ids.sort_unstable();
        let title = title_in_citation(&title_of(document));
        Self {
            title,
            naming: document.body.naming,
            language: document.meta.language.clone(),
            citer: Citer::new(corpus, document),
            note: words.note.to_owned(),
            ids,
        }
    }

    /// The name of a place; empty where there is no such place.
    pub(crate) fn place(&self, position: &Position) -> String {
        match self.citer.places().at(position) {
            Some(place) => place.written.to_string(),
            None => position
                .as_str()
                .strip_prefix("fn")
                .map_or_else(String::new, |number| filled(&self.note, &[("number", number)])),
        }
    }

    /// The fragment people copy: position and permanent id.
    pub(crate) fn fragment(&self, position: &Position) -> Fragment {
        match self.ids.binary_search_by(|(known, _)| known.cmp(position)) {
            Ok(at) => Fragment::of(position, &self.ids[at].1),
            Err(_) => Fragment::from(position),
        }
    }
}
