//! Walking through a document. [`Block::children`] and [`Inline::children`] are the only places that know what each kind
//! contains.
//!
//! The parser bounds how deep blocks and running text are nested, so these functions may call themselves.

use std::ops::Range;

use super::{Block, Body, Clause, ClauseAddress, Content, Image, Inline, Link};

/// Running text that stands at one place: a clause's own text, the cells of a row, a line of the letterhead, a footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct RunningText<'a> {
    /// Bytes of the document's file.
    pub range: Range<usize>,
    /// One text, or one for each cell or paragraph.
    pub texts: &'a [Vec<Inline>],
    /// The part of the document to which it belongs.
    pub part: TextPart,
    /// The clause whose own text this is.
    pub clause: Option<&'a Clause>,
}

/// The part of a document to which a running text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPart {
    /// The form: the letterhead, `記`, the title of an annex.
    Form,
    /// A table: its header or a row.
    Table,
    /// The text: a clause or a footnote.
    Text,
}

impl Body {
    /// Calls `visit` for every block, parents before children, in the order of the page.
    pub fn each_block<'a>(&'a self, mut visit: impl FnMut(&'a Block)) {
        each_block_in(&self.blocks, &mut visit);
    }

    /// Calls `visit` for every clause, parents before children, in the order of the page.
    pub fn each_clause<'a>(&'a self, mut visit: impl FnMut(&'a Clause)) {
        self.each_block(|block| block.clauses().iter().for_each(&mut visit));
    }

    /// The same for changing clauses.
    pub fn each_clause_mut(&mut self, mut visit: impl FnMut(&mut Clause)) {
        each_clause_mut_in(&mut self.blocks, &mut visit);
    }

    /// Calls `visit` for everything with an address, parents before children, in the order of the page.
    pub fn each_address<'a>(&'a self, mut visit: impl FnMut(ClauseAddress<'a>)) {
        self.each_block(|block| {
            match block {
                Block::Frame(frame) if !frame.position.is_empty() => visit(frame.address()),
                Block::Table(table) => visit(table.address()),
                _ => {}
            }
            block.clauses().iter().for_each(|clause| visit(clause.address()));
        });
    }

    /// Calls `visit` for every running text: the letterhead, the blocks in the order of the page, the footnotes.
    pub fn each_text<'a>(&'a self, mut visit: impl FnMut(&RunningText<'a>)) {
        let letterhead = &self.letterhead;
        let above = letterhead.above().map(|line| &line.text);
        let below = letterhead.below().map(|line| &line.text);
        for line in above.chain(&letterhead.title).chain(below) {
            visit(&RunningText {
                range: line.range.clone(),
                texts: std::slice::from_ref(&line.value),
                part: TextPart::Form,
                clause: None,
            });
        }
        self.each_block(|block| {
            if let Some(own) = block.own_text() {
                visit(&own);
            }
            block.clauses().iter().for_each(|clause| visit(&clause.running_text()));
        });
        for note in &self.footnotes {
            let (range, texts) = (note.range.clone(), &*note.paragraphs);
            visit(&RunningText { range, texts, part: TextPart::Text, clause: None });
        }
    }

    /// Calls `visit` for every link.
    pub fn each_link<'a>(&'a self, mut visit: impl FnMut(&'a Link)) {
        self.each_text(|text| {
            text.each_inline(|inline| {
                if let Inline::Link(link) = inline {
                    visit(link);
                }
            });
        });
    }

    /// Calls `visit` for every image.
    pub fn each_image<'a>(&'a self, mut visit: impl FnMut(&'a Image)) {
        self.each_text(|text| {
            text.each_inline(|inline| {
                if let Inline::Image(image) = inline {
                    visit(image);
                }
            });
        });
    }
}

impl Block {
    /// The blocks directly in it. The rows of a table are clauses: see [`Block::clauses`].
    #[must_use]
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Clause(clause) => &clause.children,
            Self::Frame(frame) => &frame.blocks,
            Self::Quote(blocks) => blocks,
            Self::Table(_) | Self::Preformatted { .. } | Self::Rule => &[],
        }
    }

    /// The same for changing them; `None` for a block that never contains any.
    pub fn children_mut(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Clause(clause) => Some(&mut clause.children),
            Self::Frame(frame) => Some(&mut frame.blocks),
            Self::Quote(blocks) => Some(blocks),
            Self::Table(_) | Self::Preformatted { .. } | Self::Rule => None,
        }
    }

    /// The blocks directly in it that are the document's own: a quotation has none, because it keeps the form of what it
    /// quotes.
    #[must_use]
    pub fn own_children(&self) -> &[Self] {
        if matches!(self, Self::Quote(_)) { &[] } else { self.children() }
    }

    /// The clause that it is, or the rows of a table.
    #[must_use]
    pub fn clauses(&self) -> &[Clause] {
        match self {
            Self::Clause(clause) => std::slice::from_ref(clause),
            Self::Table(table) => &table.rows,
            _ => &[],
        }
    }

    /// The same for changing them.
    pub fn clauses_mut(&mut self) -> &mut [Clause] {
        match self {
            Self::Clause(clause) => std::slice::from_mut(clause),
            Self::Table(table) => &mut table.rows,
            _ => &mut [],
        }
    }

    /// The caption of an article, the text of a frame, the header of a table. The range of a header ends where the rows begin.
    fn own_text(&self) -> Option<RunningText<'_>> {
        match self {
            Self::Clause(clause) => clause.caption.as_ref().map(|caption| RunningText {
                range: caption.range.clone(),
                texts: std::slice::from_ref(&caption.value),
                part: TextPart::Form,
                clause: None,
            }),
            Self::Frame(frame) => Some(RunningText {
                range: frame.range.clone(),
                texts: std::slice::from_ref(&frame.text),
                part: TextPart::Form,
                clause: None,
            }),
            Self::Table(table) => {
                let end = table.rows.first().map_or(table.range.end, |row| row.range.start);
                let range = table.range.start..end.max(table.range.start);
                Some(RunningText { range, texts: &table.header, part: TextPart::Table, clause: None })
            }
            _ => None,
        }
    }
}

impl Clause {
    /// Its running text; the cells of a row.
    #[must_use]
    pub fn texts(&self) -> &[Vec<Inline>] {
        match &self.content {
            Content::Text(text) => std::slice::from_ref(text),
            Content::Cells(cells) => cells,
        }
    }

    /// The same for changing it.
    pub fn texts_mut(&mut self) -> &mut [Vec<Inline>] {
        match &mut self.content {
            Content::Text(text) => std::slice::from_mut(text),
            Content::Cells(cells) => cells,
        }
    }

    fn running_text(&self) -> RunningText<'_> {
        let part = match self.content {
            Content::Text(_) => TextPart::Text,
            Content::Cells(_) => TextPart::Table,
        };
        RunningText { range: self.range.clone(), texts: self.texts(), part, clause: Some(self) }
    }
}

impl<'a> RunningText<'a> {
    /// Calls `visit` for every piece, those inside others included.
    pub fn each_inline(&self, mut visit: impl FnMut(&'a Inline)) {
        self.texts.iter().for_each(|text| each_inline(text, &mut visit));
    }
}

impl Inline {
    /// The running text inside: of emphasis, links, references, words in another language.
    #[must_use]
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Strong(inner) | Self::Emphasis(inner) | Self::Strikethrough(inner) => inner,
            Self::Foreign(words) => &words.text,
            Self::Link(link) => &link.text,
            Self::Reference(reference) => &reference.text,
            _ => &[],
        }
    }

    /// The same for changing it.
    pub fn children_mut(&mut self) -> &mut [Self] {
        match self {
            Self::Strong(inner) | Self::Emphasis(inner) | Self::Strikethrough(inner) => inner,
            Self::Foreign(words) => &mut words.text,
            Self::Link(link) => &mut link.text,
            Self::Reference(reference) => &mut reference.text,
            _ => &mut [],
        }
    }
}

/// Calls `visit` for every piece of a running text, those inside others included.
pub fn each_inline<'a>(text: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in text {
        visit(inline);
        each_inline(inline.children(), visit);
    }
}

fn each_block_in<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        each_block_in(block.children(), visit);
    }
}

fn each_clause_mut_in(blocks: &mut [Block], visit: &mut impl FnMut(&mut Clause)) {
    for block in blocks {
        block.clauses_mut().iter_mut().for_each(&mut *visit);
        if let Some(children) = block.children_mut() {
            each_clause_mut_in(children, visit);
        }
    }
}
