//! What links can lead to, gathered once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Corpus;
use super::face::Faces;
use crate::policy::{Body, Document, DocumentId, Footnote, FormerPosition};

/// How many fragments a missing one is compared with, so that thousands of dead links in a document of thousands of
/// clauses cost no more than their number.
const COMPARED: usize = 200;

/// Fragments, paths and pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Index {
    faces: Arc<Faces>,
    /// Documents by the path of their file below `content/`.
    files: BTreeMap<String, DocumentId>,
    /// Output paths of pages that are no documents: `r8/`, and the empty one of the home page.
    pages: BTreeSet<String>,
    /// Ids of clauses of documents that were taken down.
    graves: BTreeSet<Box<str>>,
}

impl Index {
    pub(super) fn new<'a>(documents: impl Iterator<Item = &'a Document>, faces: &Arc<Faces>) -> Self {
        let files = documents.map(|document| (content_path(&document.source.path).to_owned(), document.id.clone()));
        Self { faces: Arc::clone(faces), files: files.collect(), ..Self::default() }
    }

    /// Says which pages there are that are no documents, by address, and which clauses fell with their documents.
    pub(super) fn set_pages(&mut self, pages: BTreeSet<String>, graves: BTreeSet<Box<str>>) {
        (self.pages, self.graves) = (pages, graves);
    }

    /// Whether a clause of a document that was taken down had this id.
    pub(super) fn is_grave(&self, id: &str) -> bool {
        self.graves.contains(id)
    }

    /// The fragments of a document among which the one that was meant may be, in order: all, or in a document with very
    /// many those next to the missing one.
    pub(super) fn fragments_around(&self, id: &DocumentId, missing: &str) -> impl Iterator<Item = &str> {
        self.faces.of(id).into_iter().flat_map(move |known| known.fragments.around(missing))
    }

    /// The fragment of the clause at a position, if it is another than the position.
    pub(super) fn fragment_at(&self, id: &DocumentId, position: &str) -> Option<&str> {
        self.faces.of(id)?.otherwise.get(position).map(|fragment| &**fragment)
    }

    pub(super) fn has_fragment(&self, id: &DocumentId, fragment: &str) -> bool {
        self.faces.of(id).is_some_and(|known| known.fragments.position(fragment).is_ok())
    }

    /// Documents by the path of their file below `content/`.
    pub(super) fn files(&self) -> &BTreeMap<String, DocumentId> {
        &self.files
    }

    pub(super) fn is_page(&self, path: &str) -> bool {
        self.pages.contains(path)
    }
}

impl Corpus {
    /// What a link may lead to that is neither a document nor a file: output paths of pages; the home page has an empty one.
    #[must_use]
    pub fn pages(&self) -> &BTreeSet<String> {
        &self.index.pages
    }
}

/// A path as it is below `content/`.
pub(super) fn content_path(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}

/// The fragments of one document in order, in one piece: a site of thousands of documents holds them all.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Fragments {
    text: Box<str>,
    /// Where each one ends in `text`, in bytes.
    ends: Box<[usize]>,
}

impl Fragments {
    pub(super) fn of(body: &Body) -> Self {
        let mut found = Vec::new();
        body.each_address(|address| found.push(Box::from(address.fragment())));
        recorded(body, &mut found);
        found.extend(body.footnotes.iter().map(|note| Footnote::fragment(note.number).into_boxed_str()));
        found.retain(|fragment| !fragment.is_empty());
        found.sort_unstable();
        found.dedup();
        let ends = found.iter().scan(0, |end, fragment| {
            *end += fragment.len();
            Some(*end)
        });
        Self { ends: ends.collect(), text: found.concat().into() }
    }

    fn get(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// Where a fragment is, else where it would be.
    fn position(&self, wanted: &str) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(wanted) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Ok(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Err(low)
    }

    /// [`COMPARED`] fragments around the place of one that is not there.
    fn around(&self, missing: &str) -> impl Iterator<Item = &str> {
        let (Ok(at) | Err(at)) = self.position(missing);
        let start = at.saturating_sub(COMPARED / 2);
        (start..self.ends.len().min(start + COMPARED)).map(|at| self.get(at))
    }
}

/// What leads to clauses with a permanent id besides it: the fragments people copy, former ones, those of clauses that are
/// gone, and positions that have only ever meant one clause.
fn recorded(body: &Body, found: &mut Vec<Box<str>>) {
    let bare = |position: &str, found: &mut Vec<Box<str>>| {
        if body.addresses.is_unambiguous(position) {
            found.push(position.into());
        }
    };
    let former = |places: &[FormerPosition], found: &mut Vec<Box<str>>| {
        for place in places {
            found.extend([place.fragment().into(), place.id.clone()]);
            bare(&place.position, found);
        }
    };
    body.each_address(|address| {
        if !address.id.is_empty() {
            found.push(address.permalink().into());
            bare(address.position, found);
        }
        former(address.former, found);
    });
    for gone in &body.addresses.tombstones {
        found.extend([gone.id.clone(), gone.fragment().into()]);
        bare(&gone.position, found);
        former(&gone.former, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_fragment_is_compared_with_those_around_it() {
        let names: Vec<String> = (1000..1500).map(|number| format!("s{number}")).collect();
        let ends = names.iter().scan(0, |end, name| {
            *end += name.len();
            Some(*end)
        });
        let known = Fragments { ends: ends.collect(), text: names.concat().into() };
        for (missing, first, last) in [("a", "s1000", "s1199"), ("s12000", "s1101", "s1300"), ("z", "s1400", "s1499")] {
            let around: Vec<&str> = known.around(missing).collect();
            assert_eq!((around[0], around[around.len() - 1]), (first, last), "{missing}");
        }
        assert_eq!(known.position("s1250"), Ok(250));
        assert_eq!(Fragments::default().around("s1").count(), 0);
    }
}
