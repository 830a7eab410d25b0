//! Tables. Each row is a clause and has its address.

use super::inline::{inlines, running};
use super::name::row;
use super::spot::{anchors, clause_links, note};
use super::writer::Writer;
use crate::policy::{Clause, Content, Inline, Table, plain_text};

/// Writes a table in a box of its own that can be scrolled, also by keyboard, where the table is wider than the page.
/// `name` is what the table is called: 「5の表1」.
pub(super) fn table(w: &mut Writer<'_>, table: &Table, name: &str) {
    anchors(w, table.spot());
    note(w, &table.position);
    w.markup("<div class=\"tbl\" role=\"region\"");
    w.attribute("aria-label", name);
    w.markup(" tabindex=\"0\"><table");
    w.id(table.spot().fragment());
    w.markup(">\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    for (index, clause) in table.rows.iter().enumerate() {
        tr(w, clause, &row(name, index + 1));
    }
    w.markup("</tbody>\n</table></div>\n");
}

/// A table of one row, under its header.
pub(super) fn single(w: &mut Writer<'_>, table: &Table, row: &Clause) {
    w.markup("<div class=\"tbl\" role=\"region\" aria-label=\"表\" tabindex=\"0\"><table>\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    tr(w, row, "");
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

fn tr(w: &mut Writer<'_>, clause: &Clause, name: &str) {
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
            clause_links(w, clause.spot(), name);
            note(w, &clause.position);
        }
        w.markup("</td>");
    }
    w.markup("</tr>\n");
}
