//! Tables. Each row is a clause and has its address.

use super::inline::inlines;
use super::name::row;
use super::reserved;
use super::writer::Writer;
use crate::policy::{Clause, Content, Inline, Table, plain_text};

/// Writes a table in a box of its own that can be scrolled, also by keyboard, where the table is wider than the page.
/// `name` is what the table is called: 「5の表1」.
pub(super) fn table(w: &mut Writer<'_>, table: &Table, name: &str) {
    w.markup("<div class=\"tbl\" role=\"region\"");
    w.attribute("aria-label", name);
    w.markup(" tabindex=\"0\"><table");
    w.id(&table.position);
    w.markup(">\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    for (index, clause) in table.rows.iter().enumerate() {
        tr(w, clause, &row(name, index + 1));
    }
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
    reserved::check(w, clause);
    let Content::Cells(cells) = &clause.content else { return };
    w.markup("<tr");
    w.id(clause.fragment());
    w.markup(">");
    for (index, cell) in cells.iter().enumerate() {
        w.markup("<td>");
        inlines(w, cell);
        if index + 1 == cells.len() {
            w.permalink(clause.fragment(), name);
        }
        w.markup("</td>");
    }
    w.markup("</tr>\n");
}
