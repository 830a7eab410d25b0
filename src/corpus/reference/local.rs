//! References to places of the same document: 第3条, 前条, この章, 別表第1.

use std::ops::Range;

use super::finder::NamedRange;
use super::quote::quotes;
use super::{Referent, Via};
use crate::policy::{ClosedName, ClosedRange, Document, LocalPlaces, LocalReference, LocalReferences, Position};

/// The references of one text to places of its document.
#[derive(Default)]
pub(super) struct LocalMentions {
    pub(super) named: Vec<(NamedRange, Via)>,
    /// Bytes of those that lead nowhere.
    pub(super) dangling: Vec<Range<usize>>,
}

/// Finds the references of one document to its own places.
pub(super) struct LocalFinder<'a> {
    document: &'a Document,
    /// Made when a text first needs it; `None` before.
    places: Option<LocalPlaces>,
    /// Whether the document amends another, whose places its numbers mean.
    amends: bool,
}

impl<'a> LocalFinder<'a> {
    pub(super) fn new(document: &'a Document, title: &str) -> Self {
        let amends = ["一部を改正", "一部改正", "を廃止する"].iter().any(|words| title.contains(words));
        Self { document, places: None, amends }
    }

    /// The references in a text besides the `named` ones, and those that lead nowhere. `taken` are the ranges that are links already, in
    /// order.
    pub(super) fn find(
        &mut self,
        position: &Position,
        text: &str,
        taken: &[Range<usize>],
        named: &[NamedRange],
    ) -> LocalMentions {
        if self.amends || !LocalPlaces::may_be_in(text) {
            return LocalMentions::default();
        }
        let document = self.document;
        let places = self.places.get_or_insert_with(|| LocalPlaces::of(&document.body));
        let closed = closed(text, taken, named);
        let LocalReferences { references, dangling } = places.references(position, text, &closed);
        let via = |is_relative| if is_relative { Via::Relative } else { Via::Name };
        let named =
            |it: LocalReference| ((it.range, Referent::Clause(document.id.clone(), it.position)), via(it.is_relative));
        LocalMentions { named: references.into_iter().map(named).collect(), dangling }
    }
}

/// The ranges in which no place is named: links, names of documents, quotations.
fn closed(text: &str, taken: &[Range<usize>], named: &[NamedRange]) -> Vec<ClosedRange> {
    let links = taken.iter().map(|range| ClosedRange { range: range.clone(), names: ClosedName::Nothing });
    let names = named.iter().map(|(range, referent)| {
        let names = if *referent == Referent::Itself { ClosedName::Itself } else { ClosedName::Another };
        ClosedRange { range: range.clone(), names }
    });
    let quoted = quotes(text).into_iter().map(|quote| ClosedRange { range: quote.whole, names: ClosedName::Nothing });
    let mut all: Vec<ClosedRange> = links.chain(names).chain(quoted).collect();
    all.sort_by_key(|closed| (closed.range.start, closed.range.end));
    // A name in brackets stands inside a quotation; what it names counts for the whole.
    let mut joined: Vec<ClosedRange> = Vec::with_capacity(all.len());
    for closed in all {
        match joined.last_mut().filter(|last| closed.range.start < last.range.end) {
            Some(last) => {
                last.range.end = last.range.end.max(closed.range.end);
                if closed.names != ClosedName::Nothing {
                    last.names = closed.names;
                }
            }
            None => joined.push(closed),
        }
    }
    joined
}
