//! From Markdown to the clause tree, one pass for each concern.
//!
//! ```text
//! text ─► emphasis ─► parser ─► block + inline (reference, language, ruby, line_break) ─► letterhead ─► outline (numbering, frame, anchor)
//! ```
//!
//! The text shown is the text typed: passes take mark-up off and never touch a character of it.

mod anchor;
mod block;
mod containers;
mod emphasis;
mod footnote;
mod frame;
mod head_line;
mod heading_line;
mod html_block;
mod html_table;
mod inline;
mod language;
mod letterhead;
mod line_break;
mod marked_ruby;
mod merged_cells;
mod node;
mod note_mark;
mod numbering;
mod objective;
mod outline;
mod pipe_table;
mod reference;
mod ruby;
mod syntax;

pub use heading_line::{HeadingLine, LINES_BELOW, heading_line};
pub use letterhead::{LetterheadHints, says_title};
pub use objective::{OBJECTIVE, objective_yaml, objectives};

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SourceFile};
use crate::policy::Body;

/// Reads the Markdown of `file` from byte `body_start` on. Any text gives a body; positions are still empty in it.
#[must_use]
pub fn parse(file: &Arc<SourceFile>, body_start: usize, hints: &LetterheadHints<'_>) -> (Body, Diagnostics) {
    let (read, mut found) = block::read(file, body_start);
    let node::MarkdownNodes { mut nodes, notes, references } = read;
    let (letterhead, more) = letterhead::take(&mut nodes, hints, file);
    found.extend(more);
    let (footnotes, more) = footnote::resolve(notes, references, file);
    found.extend(more);
    let blocks = outline::clauses(nodes, file);
    (Body { letterhead, blocks, footnotes, ..Body::default() }, found)
}

#[cfg(test)]
mod tests;
