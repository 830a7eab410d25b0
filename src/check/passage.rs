//! Walking through the text of a document.

use std::ops::Range;

use crate::policy::{Block, Body, Clause, Content, Image, Inline, Link};

/// Running text that stands at one place: a clause's own text, the cells of a row, a line of the letterhead, a footnote.
pub(super) struct Passage<'a> {
    /// Bytes of the document's file.
    pub(super) range: Range<usize>,
    /// One text, or one for each cell or paragraph.
    pub(super) texts: &'a [Vec<Inline>],
    /// What it is part of.
    pub(super) part: Part,
    /// The clause, if it is one's own text.
    pub(super) clause: Option<&'a Clause>,
}

/// What a passage is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The form: the letterhead, `記`, the title of an annex.
    Form,
    /// A table: its header or a row.
    Table,
    /// The text: a clause or a footnote.
    Text,
}

/// Calls `visit` for every passage, in the order of the page.
pub(super) fn each_passage<'a>(body: &'a Body, mut visit: impl FnMut(&Passage<'a>)) {
    let letterhead = &body.letterhead;
    for line in [&letterhead.date, &letterhead.title, &letterhead.issuer].into_iter().flatten() {
        visit(&Passage {
            range: line.range.clone(),
            texts: std::slice::from_ref(&line.value),
            part: Part::Form,
            clause: None,
        });
    }
    in_blocks(&body.blocks, &mut visit);
    for note in &body.footnotes {
        visit(&Passage { range: note.range.clone(), texts: &note.paragraphs, part: Part::Text, clause: None });
    }
}

fn in_blocks<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&Passage<'a>)) {
    for block in blocks {
        match block {
            Block::Clause(clause) => {
                visit(&own_text(clause));
                in_blocks(&clause.children, visit);
            }
            Block::Frame(frame) => {
                let texts = std::slice::from_ref(&frame.text);
                visit(&Passage { range: frame.range.clone(), texts, part: Part::Form, clause: None });
                in_blocks(&frame.blocks, visit);
            }
            Block::Table(table) => {
                let end = table.rows.first().map_or(table.range.end, |row| row.range.start);
                let range = table.range.start..end.max(table.range.start);
                visit(&Passage { range, texts: &table.header, part: Part::Table, clause: None });
                table.rows.iter().for_each(|row| visit(&own_text(row)));
            }
            Block::Quote(blocks) => in_blocks(blocks, visit),
            Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}

fn own_text(clause: &Clause) -> Passage<'_> {
    let (texts, part) = match &clause.content {
        Content::Text(text) => (std::slice::from_ref(text), Part::Text),
        Content::Cells(cells) => (cells.as_slice(), Part::Table),
    };
    Passage { range: clause.range.clone(), texts, part, clause: Some(clause) }
}

/// Calls `visit` for every link of a document.
pub(crate) fn each_link<'a>(body: &'a Body, mut visit: impl FnMut(&'a Link)) {
    each_inline(body, |inline| {
        if let Inline::Link(link) = inline {
            visit(link);
        }
    });
}

/// Calls `visit` for every image of a document.
pub(super) fn each_image<'a>(body: &'a Body, mut visit: impl FnMut(&'a Image)) {
    each_inline(body, |inline| {
        if let Inline::Image(image) = inline {
            visit(image);
        }
    });
}

/// Calls `visit` for every reading of ruby, with the bytes of the passage it stands in.
pub(super) fn each_reading<'a>(body: &'a Body, mut visit: impl FnMut(&Range<usize>, &'a str)) {
    each_passage(body, |passage| {
        let mut of_inline = |inline: &'a Inline| {
            if let Inline::Ruby(pairs) = inline {
                pairs.iter().for_each(|pair| visit(&passage.range, &pair.reading));
            }
        };
        passage.texts.iter().for_each(|text| in_inlines(text, &mut of_inline));
    });
}

/// Calls `visit` for every piece of running text, those inside others included.
fn each_inline<'a>(body: &'a Body, mut visit: impl FnMut(&'a Inline)) {
    each_passage(body, |passage| {
        passage.texts.iter().for_each(|text| in_inlines(text, &mut visit));
    });
}

/// Calls `visit` for every piece of a running text, those inside others included.
pub(super) fn in_inlines<'a>(inlines: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strikethrough(inner) => in_inlines(inner, visit),
            Inline::Foreign(words) => in_inlines(&words.text, visit),
            Inline::Link(link) => in_inlines(&link.text, visit),
            _ => {}
        }
    }
}
