//! Footnotes: marks and notes brought together.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::line_break::join;
use super::node::{MarkdownNode, Note};
use super::syntax::first_line;
use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};
use crate::policy::{Footnote, Inline};

/// The notes in the order of their marks, then those without a mark. `references` are the marks' numbers by name.
pub(super) fn resolve(
    notes: Vec<Note>,
    mut references: BTreeMap<Box<str>, u32>,
    file: &Arc<SourceFile>,
) -> (Vec<Footnote>, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut next = u32::try_from(references.len()).unwrap_or(u32::MAX);
    let mut footnotes: Vec<Footnote> = Vec::with_capacity(notes.len());
    for Note { name, nodes, range } in notes {
        let number = references.remove(&name).unwrap_or_else(|| {
            let place = Span::new(file, first_line(file, &range));
            found.push(catalogue::footnote_unused(&name).at(place));
            next += 1;
            next
        });
        let mut paragraphs = Vec::new();
        collect(nodes, &mut paragraphs);
        footnotes.push(Footnote { number, name, paragraphs, range });
    }
    footnotes.sort_by_key(|footnote| footnote.number);
    (footnotes, found)
}

/// A note is running text: the paragraphs of whatever it holds.
fn collect(nodes: Vec<MarkdownNode>, out: &mut Vec<Vec<Inline>>) {
    for node in nodes {
        match node {
            MarkdownNode::Paragraph { lines } => out.push(join(lines)),
            MarkdownNode::Heading { text, .. } => out.push(text),
            MarkdownNode::List(items) => items.into_iter().for_each(|item| collect(item.nodes, out)),
            MarkdownNode::Quote(nodes) => collect(nodes, out),
            MarkdownNode::Preformatted { text, .. } => out.push(vec![Inline::Code(text)]),
            MarkdownNode::Table { header, rows, .. } => {
                out.extend(header);
                out.extend(rows.into_iter().flat_map(|row| row.cells));
            }
            MarkdownNode::Rule => {}
        }
    }
}
