//! `[[r7/shisei-unei#s2-2]]`: what it leads to, and the words it gets when it has none of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ProblemKind, Referent};
use crate::corpus::ids::position_of;
use crate::corpus::{Corpus, places_of, title_of};
use crate::policy::{
    Block, Body, Citation, CitationForm, Clause, Content, Document, DocumentId, Inline, Places, title_in_citation,
};
use crate::source::nearest;

/// What a reference in a document leads to: `document`, `document#position`, `document#id`, `#position`, `id`.
pub(in crate::corpus) fn resolve(corpus: &Corpus, from: &Document, target: &str) -> Result<Referent, ProblemKind> {
    let (name, fragment) = match target.split_once('#') {
        Some((name, fragment)) => (name.trim_matches('/'), Some(fragment)),
        None => (target.trim_matches('/'), None),
    };
    let id = if name.is_empty() { from.id.clone() } else { DocumentId(name.to_owned()) };
    let Some(_) = corpus.document(&id) else { return elsewhere(corpus, from, name, fragment) };
    if id != from.id && corpus.is_withheld(&id) && !corpus.is_withheld(&from.id) {
        return Err(ProblemKind::Withheld);
    }
    let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
        return Ok(if id == from.id { Referent::Itself } else { Referent::Document(id) });
    };
    match position_of(corpus, &id, fragment) {
        Some(position) => Ok(Referent::Clause(id, position)),
        None => {
            let near = nearest(fragment, corpus.index.fragments_around(&id, fragment));
            Err(ProblemKind::Dangling(near.map(|near| format!("{name}#{near}"))))
        }
    }
}

/// A clause's own id, wherever it is; or what was perhaps meant.
fn elsewhere(corpus: &Corpus, from: &Document, name: &str, fragment: Option<&str>) -> Result<Referent, ProblemKind> {
    let sees_withheld = corpus.is_withheld(&from.id);
    let sees = |id: &DocumentId| sees_withheld || !corpus.is_withheld(id);
    if fragment.is_none()
        && let Some((id, position)) = corpus.ids.anywhere(name)
    {
        return if sees(id) { Ok(Referent::Clause(id.clone(), position.into())) } else { Err(ProblemKind::Withheld) };
    }
    let may_be_clause = fragment.is_none() && corpus.unread.has_documents() && !name.contains('/');
    if may_be_clause || corpus.unread.is_document(name) {
        return Err(ProblemKind::Unread);
    }
    let known = corpus.documents().filter(|document| sees(&document.id));
    let near = nearest(name, known.map(|document| document.id.0.as_str()));
    Err(ProblemKind::Dangling(near.map(|near| match fragment {
        Some(fragment) => format!("{near}#{fragment}"),
        None => near.to_owned(),
    })))
}

/// The text with words for every reference that has none of its own: the citation of its target. One that leads nowhere stays
/// as it was typed. And the documents whose places were asked for.
pub(in crate::corpus) fn filled(corpus: &Corpus, document: &Document) -> (Arc<Body>, BTreeSet<DocumentId>) {
    if !document.source.text.contains("[[") {
        return (Arc::clone(&document.body), BTreeSet::new());
    }
    let mut cited = Cited { corpus, places: BTreeMap::new() };
    let mut body = Body::clone(&document.body);
    let mut words = |target: &str| cited.words(document, target);
    in_blocks(&mut body.blocks, &mut words);
    body.footnotes.iter_mut().flat_map(|note| &mut note.paragraphs).for_each(|text| in_text(text, &mut words));
    (Arc::new(body), cited.places.into_keys().collect())
}

/// The documents that references cite, with the names of their places.
struct Cited<'a> {
    corpus: &'a Corpus,
    places: BTreeMap<DocumentId, Places>,
}

impl Cited<'_> {
    fn words(&mut self, from: &Document, target: &str) -> String {
        self.citation(from, target)
            .map_or_else(|| format!("[[{target}]]"), |citation| citation.write(CitationForm::Short))
    }

    fn citation(&mut self, from: &Document, target: &str) -> Option<Citation> {
        let (id, position) = match resolve(self.corpus, from, target).ok()? {
            Referent::Itself => (from.id.clone(), "".into()),
            Referent::Document(id) => (id, "".into()),
            Referent::Clause(id, position) => (id, position),
            Referent::Plan(_) => return None,
        };
        let title = title_in_citation(&title_of(self.corpus.document(&id)?));
        if position.is_empty() {
            return Some(Citation { title, place: String::new() });
        }
        let corpus = self.corpus;
        let places = self.places.entry(id.clone()).or_insert_with(|| places_of(corpus, &id));
        Some(Citation { title, place: places.at(&position)?.written.to_string() })
    }
}

fn in_blocks(blocks: &mut [Block], words: &mut dyn FnMut(&str) -> String) {
    for block in blocks {
        match block {
            Block::Clause(clause) => in_clause(clause, words),
            Block::Frame(frame) => {
                in_text(&mut frame.text, words);
                in_blocks(&mut frame.blocks, words);
            }
            Block::Table(table) => {
                table.header.iter_mut().for_each(|cell| in_text(cell, words));
                table.rows.iter_mut().for_each(|row| in_clause(row, words));
            }
            Block::Quote(blocks) => in_blocks(blocks, words),
            Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}

fn in_clause(clause: &mut Clause, words: &mut dyn FnMut(&str) -> String) {
    match &mut clause.content {
        Content::Text(text) => in_text(text, words),
        Content::Cells(cells) => cells.iter_mut().for_each(|cell| in_text(cell, words)),
    }
    in_blocks(&mut clause.children, words);
}

fn in_text(text: &mut [Inline], words: &mut dyn FnMut(&str) -> String) {
    for inline in text {
        match inline {
            Inline::Reference(reference) if reference.text.is_empty() => {
                reference.text = vec![Inline::Text(words(&reference.target).into())];
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => in_text(inner, words),
            Inline::Link(link) => in_text(&mut link.text, words),
            _ => {}
        }
    }
}
