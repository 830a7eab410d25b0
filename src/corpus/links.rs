//! Who refers to whom, in both directions.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::document_links::DocumentLinks;
use super::memory::LinkedDocument;
use super::reference::{Mention, Problem, Referent, Via, with_links};
use crate::policy::{DocumentId, Inline, Position};
use crate::recall::Same;

/// All references of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    from: BTreeMap<DocumentId, Arc<DocumentLinks>>,
    to: BTreeMap<Referent, Vec<Backlink>>,
}

/// A reference to a document, a clause or a plan, seen from there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// The document that refers.
    pub document: DocumentId,
    /// Its clause, by position, or footnote (`fn1`); empty for the document as a whole.
    pub position: Position,
    /// How.
    pub via: Via,
}

/// Equal as long as nothing has changed that the references of a document depend on. Whatever else depends only on that
/// need not be made again while it is equal.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkState(Same<DocumentLinks>);

impl Links {
    /// The links of documents. Only public documents count as referring: nobody is to learn yet to what a draft refers.
    pub(super) fn of(linked: &[(DocumentId, Arc<LinkedDocument>)], is_public: impl Fn(&DocumentId) -> bool) -> Self {
        let mut links = Self::default();
        for (id, linked) in linked {
            if is_public(id) {
                links.add_backlinks(id, &linked.links);
            }
            links.from.insert(id.clone(), Arc::clone(&linked.links));
        }
        links
    }

    /// The state of a document's references.
    #[must_use]
    pub fn link_state(&self, document: &DocumentId) -> Option<LinkState> {
        self.from.get(document).map(|links| LinkState(Same::of(links)))
    }

    /// The references a document makes, in the order of the page.
    #[must_use]
    pub fn mentions(&self, document: &DocumentId) -> &[Mention] {
        self.from.get(document).map_or(&[], |from| &from.mentions)
    }

    /// The references a clause makes, in the order of its text.
    #[must_use]
    pub fn mentions_in(&self, document: &DocumentId, position: &Position) -> &[Mention] {
        self.from.get(document).map_or(&[], |from| from.mentions_in(position))
    }

    /// The references of a document that lead nowhere.
    #[must_use]
    pub fn problems(&self, document: &DocumentId) -> &[Problem] {
        self.from.get(document).map_or(&[], |from| &from.problems)
    }

    /// The document or plan above a document, for each entry of its `upper`: `None` where it is neither on the site nor in
    /// the registry.
    #[must_use]
    pub fn upper(&self, document: &DocumentId) -> &[Option<Referent>] {
        self.from.get(document).map_or(&[], |from| &from.upper)
    }

    /// The public documents and clauses that refer to something, in order, each once.
    #[must_use]
    pub fn referring_to(&self, referent: &Referent) -> &[Backlink] {
        self.to.get(referent).map_or(&[], Vec::as_slice)
    }

    /// The clauses of a document that are referred to, by position.
    pub fn clauses_referred_to<'a>(
        &'a self,
        document: &'a DocumentId,
    ) -> impl Iterator<Item = (&'a Position, &'a [Backlink])> {
        let first = Referent::Clause(document.clone(), Position::default());
        self.to.range(first..).map_while(move |(referent, backlinks)| match referent {
            Referent::Clause(id, position) if id == document => Some((position, backlinks.as_slice())),
            _ => None,
        })
    }

    /// The text of a clause (or of a cell, or a footnote's paragraph) with its references as links, as a page shows it.
    /// Its plain text is that of `inlines`. `destination` gives the address of a referent; without one it stays text.
    #[must_use]
    pub fn linked<'a>(
        &self,
        document: &DocumentId,
        position: &Position,
        part: usize,
        inlines: &'a [Inline],
        mut destination: impl FnMut(&Referent) -> Option<String>,
    ) -> Cow<'a, [Inline]> {
        let mentions = self.mentions_in(document, position).iter();
        let own = mentions.filter(|mention| mention.part == part && mention.via != Via::Link);
        let ranges: Vec<(Range<usize>, String)> =
            own.filter_map(|mention| Some((mention.range.clone(), destination(&mention.referent)?))).collect();
        let is_plain = ranges.is_empty() && !inlines.iter().any(has_reference);
        if is_plain { Cow::Borrowed(inlines) } else { Cow::Owned(with_links(inlines, &ranges)) }
    }

    fn add_backlinks(&mut self, document: &DocumentId, from: &DocumentLinks) {
        let uppers = from.upper.iter().flatten().map(|referent| (referent, Position::default(), Via::Upper));
        let mentions = from.mentions.iter().map(|mention| (&mention.referent, mention.position.clone(), mention.via));
        for (referent, position, via) in uppers.chain(mentions) {
            // Nobody needs to be told that the next article says 前条.
            if *referent == Referent::Itself || via == Via::Relative {
                continue;
            }
            let all = self.to.entry(referent.clone()).or_default();
            // Mentions of one clause follow each other; a clause is listed once, however often it refers.
            let is_listed = all.last().is_some_and(|last| last.document == *document && last.position == position);
            if !is_listed {
                all.push(Backlink { document: document.clone(), position, via });
            }
        }
    }
}

fn has_reference(inline: &Inline) -> bool {
    matches!(inline, Inline::Reference(_)) || inline.children().iter().any(has_reference)
}
