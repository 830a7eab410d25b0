//! Findings about Markdown that does not do what its author meant.

use std::ops::Range;
use std::sync::Arc;

use super::note_mark::is_enclosed;
use super::ruby::{self, RubyGroup};
use crate::diagnostic::{Diagnostic, Diagnostics, SourceFile, Span, catalogue};
use crate::japanese::narrow;

/// Raw HTML, or a comment, which is worse.
pub(super) fn raw_html(html: &str, span: Span) -> Diagnostic {
    if html.trim_start().starts_with("<!--") {
        return catalogue::html_comment().at(span);
    }
    let tag: String = html.trim_start().chars().take_while(|&c| c != '\n').take(40).collect();
    catalogue::raw_html(&tag).at(span)
}

/// Tells if HTML is `<br>`, which breaks a line in a cell.
pub(super) fn is_line_break(html: &str) -> bool {
    let inside = html.trim().strip_prefix('<').and_then(|html| html.strip_suffix('>')).unwrap_or_default();
    inside.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br")
}

/// The finding for a group that looks like ruby and is none, searched from the start of `rest`, and the byte where it ends.
pub(super) fn ruby_mismatch(group: &RubyGroup, rest: &Span) -> (Diagnostic, usize) {
    let (base, readings) = match group {
        RubyGroup::Mismatch { base, readings } => (base.as_str(), *readings),
        RubyGroup::Ruby(_) => ("", 0),
    };
    let typed = format!("{{{base}|");
    let text = rest.file.text.get(rest.range.clone()).unwrap_or_default();
    let start = rest.range.start + text.find(&typed).unwrap_or(0);
    let end = rest.file.text[start..].find('}').map_or(start, |at| start + at + 1);
    let finding = catalogue::ruby_mismatch(base, ruby::characters(base).len(), readings);
    (finding.at(Span::new(&rest.file, start..end)), end)
}

/// The line under a setext heading; nothing for a heading with `#`.
pub(super) fn setext_underline(file: &Arc<SourceFile>, heading: &Range<usize>) -> Option<Range<usize>> {
    let text = &file.text[heading.clone()];
    if text.trim_start().starts_with('#') {
        return None;
    }
    let trimmed = text.trim_end();
    let start = heading.start + trimmed.rfind('\n').map_or(0, |at| at + 1);
    Some(start..heading.start + trimmed.len())
}

/// The finding for a setext underline.
pub(super) fn setext_heading(file: &Arc<SourceFile>, underline: Range<usize>) -> Diagnostic {
    catalogue::setext_heading(file.text[underline.clone()].trim()).at(Span::new(file, underline))
}

/// From the start of a range to the end of its first line.
pub(super) fn first_line(file: &Arc<SourceFile>, range: &Range<usize>) -> Range<usize> {
    let end = file.text[range.start..].find('\n').map_or(file.text.len(), |at| range.start + at);
    let end = if range.is_empty() { end } else { end.min(range.end) };
    range.start..range.start + file.text[range.start..end].trim_end().len()
}

/// Reports a table row with more cells than the table has columns, which the parser drops, or with fewer.
pub(super) fn uneven_cells(file: &Arc<SourceFile>, row: &Range<usize>, columns: usize, found: &mut Diagnostics) {
    let row = first_line(file, row);
    let cells = cells(file.text[row.clone()].trim());
    if cells > columns {
        found.push(catalogue::surplus_cells(cells, columns).at(Span::new(file, row)));
    } else if cells < columns {
        found.push(catalogue::missing_cells(cells, columns).at(Span::new(file, row)));
    }
}

/// The number of cells of `| a | b |`: a `|` divides unless a backslash stands before it, in code too (GFM 4.10).
fn cells(row: &str) -> usize {
    let row = row.strip_prefix('|').unwrap_or(row);
    let divides = |at: usize| at == 0 || row.as_bytes()[at - 1] != b'\\';
    let dividers = row.match_indices('|').filter(|(at, _)| divides(*at)).count();
    let is_closed = row.ends_with('|') && divides(row.len() - 1);
    dividers + usize::from(!is_closed)
}

/// The name of a link definition as names are compared: without regard to case and to how much space is in it.
pub(super) fn link_name(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The marker of a list item as typed: `-`, `*`, `3.`, `3)`.
pub(super) fn list_marker(file: &SourceFile, item: usize) -> String {
    file.text[item..].trim_start().chars().take_while(|c| !c.is_whitespace()).take(11).collect()
}

/// Reports emphasis marks that stayed text in the text event at `range`.
pub(super) fn stray_marks(file: &Arc<SourceFile>, range: Range<usize>, found: &mut Diagnostics) {
    let mut from = range.start;
    while let Some(start) = file.text[from..range.end.max(from)].find(['*', '~']).map(|at| from + at) {
        let mark = file.text.as_bytes()[start];
        let run = file.text[start..].bytes().take_while(|&byte| byte == mark).count();
        // The parser hands over a long run in pieces. Only the first piece is reported.
        if start == 0 || ![mark, b'\\'].contains(&file.text.as_bytes()[start - 1]) {
            stray_mark(file, start..start + run, found);
        }
        from = start + run;
    }
}

fn stray_mark(file: &Arc<SourceFile>, run: Range<usize>, found: &mut Diagnostics) {
    let before = file.text[..run.start].chars().next_back();
    let after = file.text[run.end..].chars().next();
    let is_stray = match run.len() {
        _ if is_enclosed(before, after) => false,
        1 => file.text[run.clone()].starts_with('*') && touches_word(before, after),
        2 | 3 => touches(before) || touches(after),
        _ => false,
    };
    if is_stray {
        found.push(catalogue::stray_asterisk(&file.text[run.clone()]).at(Span::new(file, run)));
    }
}

/// Reports a footnote mark that stayed text, because there is no note of that name, in the text event at `range`.
pub(super) fn missing_footnote(file: &Arc<SourceFile>, range: Range<usize>, found: &mut Diagnostics) {
    let Some(start) = file.text[range.clone()].find('[').map(|at| range.start + at) else { return };
    let rest = &file.text[start..];
    let Some(inside) = rest.strip_prefix("[^") else { return };
    let Some(length) = inside.find([']', '\n', ' ', '[']).filter(|&at| at > 0 && inside[at..].starts_with(']')) else {
        return;
    };
    if !file.text[..start].ends_with('\\') {
        found.push(catalogue::footnote_missing(&inside[..length]).at(Span::new(file, start..start + length + 3)));
    }
}

/// A single `*` is an emphasis mark when Japanese text touches it; `*1` and `*印` are a note's mark and `2 * 3` a product.
fn touches_word(before: Option<char>, after: Option<char>) -> bool {
    let is_japanese = |c: Option<char>| c.is_some_and(|c| c >= '\u{3001}' && c != '\u{3000}');
    let is_note = after.is_some_and(|c| narrow(c).is_ascii_digit() || c == '印');
    !is_note && (is_japanese(before) || is_japanese(after))
}

fn touches(side: Option<char>) -> bool {
    side.is_some_and(|c| !c.is_whitespace())
}
