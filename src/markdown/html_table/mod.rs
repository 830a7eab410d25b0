//! Tables in HTML: an allow-list of tags, read into the same table as a pipe table. Anything else makes the whole no table.
//!
//! Tags: table, caption, thead, tbody, tr, th, td, br, ruby, rb, rt, rp. Attributes: colspan, rowspan, scope. The text of cells
//! may have ruby, references and marks of footnotes as anywhere; emphasis of Markdown is text.

mod builder;
mod cell;
mod scan;

use std::ops::Range;

use crate::policy::{Inline, TableLayout};

pub(super) use builder::read;

/// The most columns that a table may have. More is a slip of the pen in `colspan`, which HTML bounds at 1000 (HTML standard, 4.9.11).
pub(super) const MAX_COLUMNS: usize = 100;

/// A table read from HTML.
#[derive(Debug, Default)]
pub(super) struct HtmlTable {
    pub(super) caption: Option<HtmlCell>,
    /// The texts of the header, row after row.
    pub(super) header: Vec<Vec<Inline>>,
    pub(super) rows: Vec<super::node::TableRow>,
    pub(super) layout: TableLayout,
}

/// The text of a caption or cell and the bytes of the file from which it was read.
#[derive(Debug)]
pub(super) struct HtmlCell {
    pub(super) text: Vec<Inline>,
    pub(super) range: Range<usize>,
}

/// Why HTML is no table of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HtmlFault {
    pub(super) kind: HtmlFaultKind,
    /// Bytes of the file.
    pub(super) range: Range<usize>,
}

/// The kinds of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HtmlFaultKind {
    /// A tag or attribute that is not on the list, or a value that it cannot have.
    NotAllowed,
    /// A tag where it cannot stand, or text outside of cells.
    Misplaced,
    /// There is no `</table>`.
    Unclosed,
    /// A row without a cell of its own.
    EmptyRow,
    /// Cells of one row lie over those of another, or rows have different numbers of columns.
    Uneven,
}

/// Tells if HTML begins a table.
pub(super) fn begins(html: &str) -> bool {
    let html = html.trim_start().as_bytes();
    html.len() > 6 && html[..6].eq_ignore_ascii_case(b"<table") && (html[6] == b'>' || html[6].is_ascii_whitespace())
}
