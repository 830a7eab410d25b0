//! References in markup: where `[[r7/shisei-unei#s2-2]]` leads, and its words if it has none of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ProblemKind, Referent};
use crate::corpus::{DocumentSet, places_of, title_of};
use crate::policy::{
    Block, Body, Citation, CitationForm, Clause, ClauseId, Document, DocumentId, Foreign, Fragment, Inline, Places,
    Position, title_in_citation,
};
use crate::source::nearest;

/// Where a reference in a document leads: `document`, `document#position`, `document#id`, `#position`, `id`.
pub(in crate::corpus) fn resolve(
    documents: &DocumentSet,
    from: &Document,
    target: &str,
) -> Result<Referent, ProblemKind> {
    let (name, fragment) = match target.split_once('#') {
        Some((name, fragment)) => (name.trim_matches('/'), Some(fragment)),
        None => (target.trim_matches('/'), None),
    };
    let id = if name.is_empty() { from.id.clone() } else { DocumentId(name.to_owned()) };
    let Some(_) = documents.document(&id) else { return elsewhere(documents, from, name, fragment) };
    if id != from.id && documents.is_withheld(&id) && !documents.is_withheld(&from.id) {
        return Err(ProblemKind::Withheld);
    }
    let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
        return Ok(if id == from.id { Referent::Itself } else { Referent::Document(id) });
    };
    let fragment = Fragment::new(fragment);
    match documents.addresses.position_of(&id, &fragment) {
        Some(position) => Ok(Referent::Clause(id, position)),
        None => {
            let near = nearest(fragment.as_str(), documents.addresses.fragments_around(&id, &fragment));
            Err(ProblemKind::Dangling(near.map(|near| format!("{name}#{near}"))))
        }
    }
}

/// The clause with this id in any document; else a suggestion.
fn elsewhere(
    documents: &DocumentSet,
    from: &Document,
    name: &str,
    fragment: Option<&str>,
) -> Result<Referent, ProblemKind> {
    let sees_withheld = documents.is_withheld(&from.id);
    let sees = |id: &DocumentId| sees_withheld || !documents.is_withheld(id);
    if fragment.is_none()
        && let Some((id, position)) = documents.addresses.clause_with_id(&ClauseId::new(name))
    {
        return if sees(id) { Ok(Referent::Clause(id.clone(), position.clone())) } else { Err(ProblemKind::Withheld) };
    }
    let may_be_clause = fragment.is_none() && documents.unread.has_documents() && !name.contains('/');
    if may_be_clause || documents.unread.is_document(name) {
        return Err(ProblemKind::Unread);
    }
    let known = documents.documents().filter(|document| sees(&document.id));
    let near = nearest(name, known.map(|document| document.id.0.as_str()));
    Err(ProblemKind::Dangling(near.map(|near| match fragment {
        Some(fragment) => format!("{near}#{fragment}"),
        None => near.to_owned(),
    })))
}

/// The text in which every reference without words has the citation of its target, and the documents whose places were
/// looked up. A reference that leads nowhere stays as typed.
pub(in crate::corpus) fn filled(documents: &DocumentSet, document: &Document) -> (Arc<Body>, BTreeSet<DocumentId>) {
    if !document.source.text.contains("[[") {
        return (Arc::clone(&document.body), BTreeSet::new());
    }
    let mut cited = Cited { documents, places: BTreeMap::new() };
    let mut body = Body::clone(&document.body);
    let mut words = |target: &str| cited.words(document, target);
    each_text_mut(&mut body.blocks, &mut |text| fill(text, &mut words));
    body.footnotes.iter_mut().flat_map(|note| &mut note.paragraphs).for_each(|text| fill(text, &mut words));
    (Arc::new(body), cited.places.into_keys().collect())
}

/// The documents that references cite, with the names of their places.
struct Cited<'a> {
    documents: &'a DocumentSet,
    places: BTreeMap<DocumentId, Places>,
}

impl Cited<'_> {
    fn words(&mut self, from: &Document, target: &str) -> Inline {
        let Some((citation, language)) = self.citation(from, target) else {
            return Inline::Text(format!("[[{target}]]").into());
        };
        let text = Inline::Text(citation.write(CitationForm::Short).into());
        match language == from.meta.language {
            true => text,
            false => Inline::Foreign(Box::new(Foreign { language: language.into(), text: vec![text] })),
        }
    }

    /// The citation of a target, and the language of its document.
    fn citation(&mut self, from: &Document, target: &str) -> Option<(Citation, String)> {
        let (id, position) = match resolve(self.documents, from, target).ok()? {
            Referent::Itself => (from.id.clone(), Position::default()),
            Referent::Document(id) => (id, Position::default()),
            Referent::Clause(id, position) => (id, position),
            Referent::Plan(_) | Referent::Department(_) | Referent::Law(_) | Referent::Term(_) => return None,
        };
        let document = self.documents.document(&id)?;
        let (title, naming) = (title_in_citation(&title_of(document)), document.body.naming);
        let language = document.meta.language.clone();
        if position.is_empty() {
            return Some((Citation { title, place: String::new(), naming }, language));
        }
        let documents = self.documents;
        let places = self.places.entry(id.clone()).or_insert_with(|| places_of(documents, &id));
        Some((Citation { title, place: places.at(&position)?.written.to_string(), naming }, language))
    }
}

/// Calls `visit` for the text of every clause, frame and table header.
fn each_text_mut(blocks: &mut [Block], visit: &mut dyn FnMut(&mut [Inline])) {
    for block in blocks {
        match block {
            Block::Frame(frame) => visit(&mut frame.text),
            Block::Table(table) => table.header.iter_mut().for_each(|cell| visit(cell)),
            _ => {}
        }
        block.clauses_mut().iter_mut().flat_map(Clause::texts_mut).for_each(|text| visit(text));
        if let Some(children) = block.children_mut() {
            each_text_mut(children, visit);
        }
    }
}

fn fill(text: &mut [Inline], words: &mut dyn FnMut(&str) -> Inline) {
    for inline in text {
        if let Inline::Reference(reference) = inline
            && reference.text.is_empty()
        {
            reference.text = vec![words(&reference.target)];
        }
        fill(inline.children_mut(), words);
    }
}
