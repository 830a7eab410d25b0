//! The clause tree into HTML: sections, items, paragraphs and what stands between them.

use super::inline::{inlines, running};
use super::name::Counts;
use super::spot::{anchors, clause_links, note, permalink};
use super::table::table;
use super::writer::Writer;
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, Label, LabelKind, plain_text};

/// Where in the tree we are.
pub(super) struct Scope {
    /// What the parent is called; empty at the top.
    name: String,
    /// The level of the next heading, from 2 (the title of the document is the first).
    depth: u8,
    /// The clauses of the parent so far.
    counts: Counts,
    /// What a browser without style sheets would number the next item of the list.
    expected: u32,
}

impl Scope {
    pub(super) fn new(name: String, depth: u8, counts: Counts) -> Self {
        Self { name, depth, counts, expected: 1 }
    }
}

/// Writes the text of a document, without its letterhead and footnotes.
pub(super) fn body(w: &mut Writer<'_>, body: &Body) {
    let (preamble, rest) = body.blocks.split_at(body.preamble_length());
    blocks(w, preamble, &mut Scope::new("前文".to_owned(), 2, Counts::default()));
    blocks(w, rest, &mut Scope::new(String::new(), 2, Counts::default()));
}

/// Writes blocks; items that follow each other become one list.
pub(super) fn blocks(w: &mut Writer<'_>, blocks: &[Block], scope: &mut Scope) {
    let mut open = None;
    for block in blocks {
        let list = ListKind::of(block);
        if open != list {
            close_list(w, open);
            open_list(w, list);
            open = list;
            scope.expected = 1;
        }
        match block {
            Block::Clause(clause) => self::clause(w, clause, scope),
            Block::Frame(frame) => self::frame(w, frame, scope),
            Block::Table(table) => self::table(w, table, &scope.counts.table(&scope.name)),
            Block::Quote(inner) => {
                let name = scope.counts.quote(&scope.name);
                w.markup("<blockquote>\n");
                self::blocks(w, inner, &mut Scope::new(name, scope.depth, Counts::default()));
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
    Marked,
    Plain,
}

impl ListKind {
    fn of(block: &Block) -> Option<Self> {
        let Block::Clause(Clause { kind: ClauseKind::Item, label, .. }) = block else { return None };
        Some(match label {
            Some(label) if label.printed.is_empty() => Self::Plain,
            Some(label) if label.kind == LabelKind::Bullet => Self::Marked,
            Some(_) => Self::Numbered,
            None => Self::Plain,
        })
    }
}

fn open_list(w: &mut Writer<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered) => w.markup("<ol class=\"items\">\n"),
        Some(ListKind::Marked) => w.markup("<ul class=\"items\">\n"),
        Some(ListKind::Plain) => w.markup("<ul class=\"bullets\">\n"),
        None => {}
    }
}

fn close_list(w: &mut Writer<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered) => w.markup("</ol>\n"),
        Some(ListKind::Marked | ListKind::Plain) => w.markup("</ul>\n"),
        None => {}
    }
}

fn clause(w: &mut Writer<'_>, clause: &Clause, scope: &mut Scope) {
    let name = scope.counts.clause(&scope.name, clause);
    match clause.kind {
        ClauseKind::Section { .. } => section(w, clause, Scope::new(name, scope.depth, Counts::default())),
        ClauseKind::Item => {
            w.markup("<li");
            w.id(clause.fragment());
            number(w, clause.label.as_ref(), scope);
            w.markup(">");
            own_text(w, clause, &name);
            note(w, &clause.position);
            children(w, clause, Scope::new(name, scope.depth, Counts::of_item()));
            w.markup("</li>\n");
        }
        ClauseKind::Paragraph | ClauseKind::Row => {
            w.markup("<p");
            w.id(clause.fragment());
            w.markup(">");
            own_text(w, clause, &name);
            w.markup("</p>");
            note(w, &clause.position);
            w.markup("\n");
            children(w, clause, Scope::new(name, scope.depth, Counts::of_item()));
        }
    }
}

/// Where printed numbers do not run on, the list's own numbers follow them: a browser without style sheets shows both.
fn number(w: &mut Writer<'_>, label: Option<&Label>, scope: &mut Scope) {
    let Some(printed) = label.filter(|label| label.kind != LabelKind::Bullet).and_then(|label| label.value.last())
    else {
        return;
    };
    if *printed != scope.expected {
        w.attribute("value", &printed.to_string());
    }
    scope.expected = printed.saturating_add(1);
}

fn own_text(w: &mut Writer<'_>, clause: &Clause, name: &str) {
    anchors(w, clause.spot());
    label(w, clause.label.as_ref());
    running(w, (&clause.position, 0), clause.text());
    clause_links(w, clause.spot(), name);
}

fn children(w: &mut Writer<'_>, clause: &Clause, mut scope: Scope) {
    if !clause.children.is_empty() {
        w.markup("\n");
        blocks(w, &clause.children, &mut scope);
    }
}

fn section(w: &mut Writer<'_>, clause: &Clause, mut scope: Scope) {
    w.markup("<section");
    w.id(clause.fragment());
    w.markup(">\n<div class=\"hd\">");
    heading(w, scope.depth, |w| {
        anchors(w, clause.spot());
        label(w, clause.label.as_ref());
        running(w, (&clause.position, 0), clause.text());
    });
    clause_links(w, clause.spot(), &scope.name);
    w.markup("</div>");
    note(w, &clause.position);
    w.markup("\n");
    scope.depth = scope.depth.saturating_add(1);
    blocks(w, &clause.children, &mut scope);
    w.markup("</section>\n");
}

/// HTML has six levels; what lies deeper stays at the sixth.
fn heading(w: &mut Writer<'_>, depth: u8, content: impl FnOnce(&mut Writer<'_>)) {
    let level = depth.min(6);
    w.markup(&format!("<h{level}>"));
    content(w);
    w.markup(&format!("</h{level}>"));
}

/// A printed number is text, so that it is copied, found and read aloud; what separates it from the text stays too.
pub(super) fn label(w: &mut Writer<'_>, label: Option<&Label>) {
    let Some(label) = label.filter(|label| !label.printed.is_empty()) else { return };
    w.markup("<span class=\"n\">");
    w.text(&label.printed);
    w.markup("</span>");
    w.text(&label.separator);
}

fn frame(w: &mut Writer<'_>, frame: &Frame, scope: &Scope) {
    let class = match frame.kind {
        FrameKind::Notice => "ki",
        FrameKind::End => "ijo",
        FrameKind::Annex | FrameKind::Supplementary => return annex(w, frame, scope),
    };
    w.markup(&format!("<p class=\"{class}\">"));
    inlines(w, &frame.text);
    w.markup("</p>\n");
}

fn annex(w: &mut Writer<'_>, frame: &Frame, scope: &Scope) {
    let name = plain_text(&frame.text).trim().to_owned();
    w.markup("<section class=\"annex\"");
    w.id(frame.spot().fragment());
    w.markup(">\n<div class=\"hd\">");
    heading(w, scope.depth, |w| {
        anchors(w, frame.spot());
        inlines(w, &frame.text);
    });
    permalink(w, frame.spot(), &name);
    w.markup("</div>");
    note(w, &frame.position);
    w.markup("\n");
    let depth = scope.depth.saturating_add(1);
    blocks(w, &frame.blocks, &mut Scope::new(name, depth, Counts::default()));
    w.markup("</section>\n");
}

#[cfg(test)]
mod tests;
