//! HTML tables among the blocks of a document.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::containers::Containers;
use super::html_table::{HtmlFault, HtmlFaultKind, HtmlTable};
use super::line_break::{LineEnd, SourceLine};
use super::node::MarkdownNode;
use super::syntax;
use crate::diagnostic::{Diagnostic, SourceFile, Span, catalogue};

/// What is known of the HTML tables of a document while it is read.
#[derive(Debug, Default)]
pub(super) struct HtmlTables {
    /// The bytes of the last table that was read. Markdown ends HTML at a blank line, a table goes on.
    pub(super) skipped: Range<usize>,
    /// The end of the last table that was looked for; the end of the text when there is no more `</table>`.
    end: Option<usize>,
    /// The names of footnotes that have a note.
    notes: Option<BTreeSet<Box<str>>>,
}

impl HtmlTables {
    /// The byte behind the next `</table>` from byte `start` on. Each part of the text is searched once.
    pub(super) fn end_of_table(&mut self, text: &str, start: usize) -> Option<usize> {
        const CLOSE: &[u8] = b"</table";
        let end = match self.end {
            Some(end) if end > start => end,
            _ => {
                let rest = &text.as_bytes()[start..];
                let close = rest.windows(CLOSE.len()).position(|bytes| bytes.eq_ignore_ascii_case(CLOSE));
                let end = close.and_then(|at| Some(start + at + text[start + at..].find('>')? + 1));
                *self.end.insert(end.unwrap_or(usize::MAX))
            }
        };
        (end <= text.len()).then_some(end)
    }

    /// Tells if a footnote has a note, `[^name]:` at the start of a line.
    pub(super) fn has_note(&mut self, text: &str, name: &str) -> bool {
        let notes = self.notes.get_or_insert_with(|| {
            let name = |line: &str| line.trim_start().strip_prefix("[^")?.split_once("]:").map(|(name, _)| name.into());
            text.lines().filter_map(name).collect()
        });
        notes.contains(name)
    }
}

/// Adds a table, with its caption as the paragraph above it.
pub(super) fn push(table: HtmlTable, range: Range<usize>, containers: &mut Containers) {
    let HtmlTable { caption, header, rows, layout } = table;
    if let Some(caption) = caption {
        let line = SourceLine { text: caption.text, range: caption.range, end: LineEnd::Soft };
        containers.push(MarkdownNode::Paragraph { lines: vec![line] });
    }
    containers.push(MarkdownNode::Table { header, rows, layout, range });
}

/// The finding for HTML that is no table.
pub(super) fn fault(fault: &HtmlFault, file: &Arc<SourceFile>) -> Diagnostic {
    let range = syntax::first_line(file, &fault.range);
    let source = file.text[range.clone()].chars().take(40).collect::<String>();
    let finding = match fault.kind {
        HtmlFaultKind::NotAllowed => catalogue::html_table_tag(&source),
        HtmlFaultKind::Misplaced => catalogue::html_table_place(&source),
        HtmlFaultKind::Unclosed => catalogue::html_table_open(),
        HtmlFaultKind::EmptyRow | HtmlFaultKind::Uneven => catalogue::html_table_cells(),
    };
    finding.at(Span::new(file, range))
}
