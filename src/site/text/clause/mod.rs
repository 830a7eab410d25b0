//! The clause tree as HTML: sections, items, paragraphs and the blocks between them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::addresses::{anchors, note, tools};
use super::inline::{inlines, running};
use super::neighbours::neighbours;
use super::objective::objective;
use super::own_text::{label, own_text};
use super::table::table;
use super::writer::{TextPage, TextWriter};
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, Label, LabelKind, Table};

/// The level of headings and the count of items at a place in the tree.
pub(crate) struct ListScope {
    /// The blocks that are items of the first paragraph of an article: a list of their own.
    items: Range<usize>,
    /// The level of the next heading, from 2 (the title of the document is the first).
    depth: u8,
    /// The number that a browser without style sheets would give the next item of the list.
    expected: u32,
}

impl ListScope {
    pub(crate) fn new(depth: u8) -> Self {
        Self { depth, expected: 1, items: 0..0 }
    }

    fn with_items(self, items: Range<usize>) -> Self {
        Self { items, ..self }
    }
}

/// Writes the text of a document, without its letterhead and footnotes.
pub(crate) fn body(w: &mut TextWriter<'_>, body: &Body) {
    blocks(w, &body.blocks, &mut ListScope::new(2));
}

/// Writes blocks; items that follow each other become one list.
pub(crate) fn blocks(w: &mut TextWriter<'_>, blocks: &[Block], scope: &mut ListScope) {
    let mut open = None;
    let captions = Table::captions(blocks);
    let placed: BTreeSet<usize> = captions.values().map(|caption| caption.at).collect();
    for (index, block) in blocks.iter().enumerate() {
        if placed.contains(&index) {
            continue;
        }
        let list = ListKind::of(block, scope.items.contains(&index));
        if open != list {
            close_list(w, open);
            open_list(w, list);
            open = list;
            scope.expected = 1;
        }
        match block {
            Block::Clause(clause) => self::clause(w, clause, scope),
            Block::Frame(frame) => self::frame(w, frame, scope),
            Block::Table(table) => self::table(w, table, captions.get(&index)),
            Block::Quote(inner) => {
                w.markup("<blockquote>\n");
                self::blocks(w, inner, &mut ListScope::new(scope.depth));
                w.markup("</blockquote>\n");
            }
            Block::Preformatted { text, .. } => {
                w.markup("<pre tabindex=\"0\"><code>");
                w.text(text);
                w.markup("</code></pre>\n");
            }
            Block::Rule => w.markup("<hr>\n"),
        }
    }
    close_list(w, open);
}

/// The lists of a page. Numbers and printed marks are text in all of them; only a Markdown bullet, which is no text, is
/// drawn by the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListKind {
    Numbered,
    /// The items of the first paragraph of an article, before its second one.
    OfFirstParagraph,
    Marked,
    Plain,
}

impl ListKind {
    fn of(block: &Block, in_first_paragraph: bool) -> Option<Self> {
        let Block::Clause(Clause { kind: ClauseKind::Item, label, .. }) = block else { return None };
        Some(match label {
            Some(label) if label.printed.is_empty() => Self::Plain,
            Some(label) if label.kind == LabelKind::Bullet => Self::Marked,
            Some(_) if in_first_paragraph => Self::OfFirstParagraph,
            Some(_) => Self::Numbered,
            None => Self::Plain,
        })
    }
}

fn open_list(w: &mut TextWriter<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered) => w.markup("<ol class=\"items\">\n"),
        Some(ListKind::OfFirstParagraph) => w.markup("<ol class=\"items first-paragraph\">\n"),
        Some(ListKind::Marked) => w.markup("<ul class=\"items\">\n"),
        Some(ListKind::Plain) => w.markup("<ul class=\"bullets\">\n"),
        None => {}
    }
}

fn close_list(w: &mut TextWriter<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered | ListKind::OfFirstParagraph) => w.markup("</ol>\n"),
        Some(ListKind::Marked | ListKind::Plain) => w.markup("</ul>\n"),
        None => {}
    }
}

fn clause(w: &mut TextWriter<'_>, clause: &Clause, scope: &mut ListScope) {
    match clause.kind {
        ClauseKind::Section { .. } => section(w, clause, scope.depth),
        ClauseKind::Item => {
            w.markup("<li");
            w.id(&clause.fragment());
            number(w, clause.label.as_ref(), scope);
            w.markup(">");
            caption(w, clause);
            own_text(w, clause);
            note(w, &clause.position);
            neighbours(w, &clause.position);
            children(w, clause, scope.depth);
            beside(w, clause);
            w.markup("</li>\n");
        }
        ClauseKind::Paragraph | ClauseKind::Row => {
            w.markup("<p");
            w.id(&clause.fragment());
            w.markup(">");
            own_text(w, clause);
            w.markup("</p>");
            note(w, &clause.position);
            neighbours(w, &clause.position);
            w.markup("\n");
            children(w, clause, scope.depth);
        }
    }
}

/// Writes the caption above an article.
fn caption(w: &mut TextWriter<'_>, clause: &Clause) {
    if let Some(caption) = &clause.caption {
        w.markup("<p class=\"caption\">");
        inlines(w, &caption.value);
        w.markup("</p>\n");
    }
}

/// Numbers a list item where printed numbers do not run on: a browser without style sheets shows both numbers.
fn number(w: &mut TextWriter<'_>, label: Option<&Label>, scope: &mut ListScope) {
    let Some(printed) = label.filter(|label| label.kind != LabelKind::Bullet).and_then(|label| label.value.last())
    else {
        return;
    };
    if *printed != scope.expected {
        w.attribute("value", &printed.to_string());
    }
    scope.expected = printed.saturating_add(1);
}

fn children(w: &mut TextWriter<'_>, clause: &Clause, depth: u8) {
    if !clause.children.is_empty() {
        w.markup("\n");
        blocks(w, &clause.children, &mut ListScope::new(depth).with_items(clause.items_of_first_paragraph()));
    }
}

fn section(w: &mut TextWriter<'_>, clause: &Clause, depth: u8) {
    w.markup("<section");
    w.id(&clause.fragment());
    w.markup(">\n");
    caption(w, clause);
    w.markup("<div class=\"hd\">");
    heading(w, depth, |w| {
        anchors(w, clause.address());
        label(w, clause.label.as_ref());
        running(w, &clause.position, 0, clause.text());
    });
    tools(w, clause.address());
    w.markup("</div>");
    note(w, &clause.position);
    neighbours(w, &clause.position);
    w.markup("\n");
    // The indicators of an objective stand after its own text and before its sub-sections.
    let own = clause.children.iter().position(Block::is_section).unwrap_or(clause.children.len());
    let (own, below) = clause.children.split_at(own);
    let depth = depth.saturating_add(1);
    blocks(w, own, &mut ListScope::new(depth).with_items(clause.items_of_first_paragraph()));
    beside(w, clause);
    blocks(w, below, &mut ListScope::new(depth));
    w.markup("</section>\n");
}

/// Writes the indicators of an objective on the page of its document; on its own page they stand below the quotation.
fn beside(w: &mut TextWriter<'_>, clause: &Clause) {
    if w.text_page == TextPage::Document {
        objective(w, clause);
    }
}

/// Writes a heading. HTML has six levels; deeper headings stay at the sixth.
fn heading(w: &mut TextWriter<'_>, depth: u8, content: impl FnOnce(&mut TextWriter<'_>)) {
    let level = depth.min(6);
    w.markup(&format!("<h{level}>"));
    content(w);
    w.markup(&format!("</h{level}>"));
}

fn frame(w: &mut TextWriter<'_>, frame: &Frame, scope: &ListScope) {
    let class = match frame.kind {
        FrameKind::Notice => "ki",
        FrameKind::End => "ijo",
        FrameKind::Annex | FrameKind::Supplementary => return annex(w, frame, scope.depth),
    };
    w.markup(&format!("<p class=\"{class}\">"));
    inlines(w, &frame.text);
    w.markup("</p>\n");
}

fn annex(w: &mut TextWriter<'_>, frame: &Frame, depth: u8) {
    w.markup("<section class=\"annex\"");
    w.id(&frame.address().fragment());
    w.markup(">\n<div class=\"hd\">");
    heading(w, depth, |w| {
        anchors(w, frame.address());
        inlines(w, &frame.text);
    });
    tools(w, frame.address());
    w.markup("</div>");
    note(w, &frame.position);
    neighbours(w, &frame.position);
    w.markup("\n");
    blocks(w, &frame.blocks, &mut ListScope::new(depth.saturating_add(1)));
    w.markup("</section>\n");
}

#[cfg(test)]
mod tests;
