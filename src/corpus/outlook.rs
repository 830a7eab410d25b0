//! What a document can see of others: all that its links, pictures and references are looked up in. Names are known to all.

use std::collections::BTreeSet;

use super::Corpus;
use super::resolve::{Sight, sight};
use crate::policy::{Block, Clause, Content, Document, DocumentId, Inline};

/// The documents whose places a document looks at.
#[derive(Debug, Default)]
pub(super) struct Outlook {
    pub(super) documents: BTreeSet<DocumentId>,
    /// Whether it looks for an id wherever it may be.
    pub(super) is_everywhere: bool,
}

impl Outlook {
    pub(super) fn of(corpus: &Corpus, document: &Document) -> Self {
        let mut looker = Looker { corpus, document, seen: Self::default() };
        let letterhead = &document.body.letterhead;
        for line in [&letterhead.date, &letterhead.title, &letterhead.issuer].into_iter().flatten() {
            looker.text(&line.value);
        }
        looker.blocks(&document.body.blocks);
        document.body.footnotes.iter().flat_map(|note| &note.paragraphs).for_each(|text| looker.text(text));
        looker.seen
    }
}

struct Looker<'a> {
    corpus: &'a Corpus,
    document: &'a Document,
    seen: Outlook,
}

impl Looker<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => self.clause(clause),
                Block::Frame(frame) => {
                    self.text(&frame.text);
                    self.blocks(&frame.blocks);
                }
                Block::Table(table) => {
                    table.header.iter().for_each(|cell| self.text(cell));
                    table.rows.iter().for_each(|row| self.clause(row));
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn clause(&mut self, clause: &Clause) {
        match &clause.content {
            Content::Text(text) => self.text(text),
            Content::Cells(cells) => cells.iter().for_each(|cell| self.text(cell)),
        }
        self.blocks(&clause.children);
    }

    fn text(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => self.text(inner),
                Inline::Foreign(words) => self.text(&words.text),
                Inline::Image(image) => self.destination(&image.destination),
                Inline::Link(link) => {
                    self.destination(&link.destination);
                    self.text(&link.text);
                }
                Inline::Reference(reference) => {
                    self.reference(&reference.target);
                    self.text(&reference.text);
                }
                Inline::Text(_)
                | Inline::Ruby(_)
                | Inline::Code(_)
                | Inline::RawHtml(_)
                | Inline::FootnoteReference(_)
                | Inline::LineBreak => {}
            }
        }
    }

    fn destination(&mut self, destination: &str) {
        match sight(self.corpus, &self.document.id, destination) {
            Sight::Nothing => {}
            Sight::Document(id) => {
                self.seen.documents.insert(id);
            }
            Sight::Everything => self.seen.is_everywhere = true,
        }
    }

    /// See `reference::resolve`: a document, or an id that may be anywhere.
    fn reference(&mut self, target: &str) {
        let name = target.split_once('#').map_or(target, |(name, _)| name).trim_matches('/');
        let id = if name.is_empty() { self.document.id.clone() } else { DocumentId(name.to_owned()) };
        match self.corpus.document(&id) {
            Some(_) => {
                self.seen.documents.insert(id);
            }
            None => self.seen.is_everywhere = true,
        }
    }
}
