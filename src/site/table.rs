//! Tables. Each row is a clause and has its address.

use super::inline::{inlines, running};
use super::spot::{anchors, note, tools};
use super::writer::Writer;
use crate::policy::{Clause, Content, Inline, Table, plain_text};

/// Writes a table in a box of its own that can be scrolled, also by keyboard, where the table is wider than the page.
/// Its address and what can be done with it stand in the box, above the table.
pub(super) fn table(w: &mut Writer<'_>, table: &Table) {
    note(w, &table.position);
    w.markup("<div class=\"tbl\" role=\"region\"");
    let name = w.place(&table.position);
    w.attribute("aria-label", if name.is_empty() { w.words.table } else { &name });
    w.id(table.spot().fragment());
    w.markup(" tabindex=\"0\">");
    anchors(w, table.spot());
    tools(w, table.spot());
    w.markup("<table>\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    for clause in &table.rows {
        tr(w, clause);
    }
    w.markup("</tbody>\n</table></div>\n");
}

/// A table of one row, under its header.
pub(super) fn single(w: &mut Writer<'_>, table: &Table, row: &Clause) {
    w.markup("<div class=\"tbl\" role=\"region\"");
    w.attribute("aria-label", w.words.table);
    w.markup(" tabindex=\"0\"><table>\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    tr(w, row);
    w.markup("</tbody>\n</table></div>\n");
}

/// A header cell without text would be announced as a header of nothing; it becomes a plain cell.
fn header(w: &mut Writer<'_>, cells: &[Vec<Inline>]) {
    let is_empty = |cell: &[Inline]| plain_text(cell).trim().is_empty();
    if cells.iter().all(|cell| is_empty(cell)) {
        return;
    }
    w.markup("<thead><tr>");
    for cell in cells {
        if is_empty(cell) {
            w.markup("<td></td>");
        } else {
            w.markup("<th scope=\"col\">");
            inlines(w, cell);
            w.markup("</th>");
        }
    }
    w.markup("</tr></thead>\n");
}

fn tr(w: &mut Writer<'_>, clause: &Clause) {
    let Content::Cells(cells) = &clause.content else { return };
    w.markup("<tr");
    w.id(clause.fragment());
    w.markup(">");
    for (index, cell) in cells.iter().enumerate() {
        w.markup("<td>");
        if index == 0 {
            anchors(w, clause.spot());
        }
        running(w, (&clause.position, index), cell);
        if index + 1 == cells.len() {
            tools(w, clause.spot());
            note(w, &clause.position);
        }
        w.markup("</td>");
    }
    w.markup("</tr>\n");
}
