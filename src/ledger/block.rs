//! The objective block for a clause without one: its text and its place.

use super::Column;
use super::intake::Incoming;
use crate::policy::{Block, Clause, ClauseKind};
use crate::source::{ObjectiveEdit, scalar};

/// The place of a new block: after the line that ends at byte `at`.
pub(super) struct Gap {
    pub(super) at: usize,
    pub(super) indent: usize,
}

/// The place of a clause's block: behind its own text, before its sub-sections.
pub(super) fn gap(text: &str, clause: &Clause) -> Gap {
    let mut end = clause.range.end;
    match clause.kind {
        ClauseKind::Section { .. } => {
            let own = clause.children.iter().take_while(|block| !block.is_section());
            own.for_each(|block| end = end.max(end_of(block)));
        }
        _ => clause.children.iter().for_each(|block| end = end.max(end_of(block))),
    }
    // The last block may end with a line feed.
    let kept = text[..end.min(text.len())].trim_end().len();
    let at = text[kept..].find('\n').map_or(text.len(), |at| kept + at);
    Gap { at, indent: indent(text, clause) }
}

/// The last byte of a block with its children. `markdown` limits the depth.
fn end_of(block: &Block) -> usize {
    let own = match block {
        Block::Clause(clause) => {
            // The objective block of a child ends with its closing fence.
            let objective = clause.objective.as_ref().map_or(0, |objective| objective.range.end + "```".len());
            clause.range.end.max(objective)
        }
        Block::Frame(frame) => frame.range.end,
        Block::Table(table) => table.range.end,
        Block::Preformatted { range, .. } => range.end,
        _ => 0,
    };
    block.children().iter().map(end_of).fold(own, usize::max)
}

/// The indentation of the text of a clause, in bytes. Only Markdown list items have one; printed numbers do not.
fn indent(text: &str, clause: &Clause) -> usize {
    let line = &text[text[..clause.range.start].rfind('\n').map_or(0, |at| at + 1)..];
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let rest = &line[blanks..];
    if rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ") {
        return blanks + 2;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_item = (1..=9).contains(&digits) && (rest[digits..].starts_with(". ") || rest[digits..].starts_with(") "));
    if is_item { blanks + digits + 2 } else { blanks }
}

/// The block with these lines of YAML.
pub(super) fn text(lines: &[String], indent: usize) -> String {
    let blanks = " ".repeat(indent);
    let mut out = format!("\n\n{blanks}```objective\n");
    for line in lines {
        out.push_str(&format!("{blanks}{line}\n"));
    }
    out.push_str(&format!("{blanks}```"));
    out
}

/// The clauses above a new objective, as the rows give them.
pub(super) fn upper_of<'r>(rows: &[&'r Incoming]) -> Option<&'r str> {
    rows.iter().map(|row| row.row.get(Column::Implements)).find(|upper| !upper.is_empty())
}

/// The lines of a new block: the clauses above, the indicators, then the other keys in the order of the columns.
pub(super) fn lines(edits: &[ObjectiveEdit], rows: &[&Incoming]) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(upper) = upper_of(rows) {
        lines.push("implements:".to_owned());
        lines.extend(
            upper.split(';').map(str::trim).filter(|one| !one.is_empty()).map(|one| format!("  - {}", scalar(one))),
        );
    }
    let mut has_indicators = false;
    for edit in edits {
        if let ObjectiveEdit::AddIndicator(fields) = edit {
            if !has_indicators {
                lines.push("indicators:".to_owned());
                has_indicators = true;
            }
            for (at, (key, value)) in fields.iter().enumerate() {
                lines.push(format!("  {} {key}: {value}", if at == 0 { "-" } else { " " }));
            }
        }
    }
    for edit in edits {
        if let ObjectiveEdit::Objective { key, yaml } = edit {
            lines.push(format!("{key}: {yaml}"));
        }
    }
    lines
}
