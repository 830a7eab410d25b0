//! Tables. Each row is a clause and has its address.

use std::collections::BTreeSet;

use super::addresses::{anchors, note, tools};
use super::inline::{inlines, running};
use super::own_text::own_text;
use super::writer::TextWriter;
use crate::policy::{Clause, Content, Inline, Table, plain_text};

/// Writes a table in a box that can be scrolled, also by keyboard, where the table is wider than the page. The anchors stand above
/// the table, the permalink below.
pub(crate) fn table(w: &mut TextWriter<'_>, table: &Table, caption: Option<&Clause>) {
    note(w, &table.position);
    w.markup("<div class=\"tbl\" role=\"region\"");
    let name = w.place(&table.position);
    w.attribute("aria-label", if name.is_empty() { w.words.table } else { &name });
    w.id(&table.address().fragment());
    w.markup(" tabindex=\"0\">");
    anchors(w, table.address());
    w.markup("<table>\n");
    if let Some(caption) = caption {
        self::caption(w, caption);
    }
    header(w, &table.header);
    w.markup("<tbody>\n");
    let named = names_its_rows(table);
    for clause in &table.rows {
        tr(w, clause, named);
    }
    w.markup("</tbody>\n</table>");
    tools(w, table.address());
    w.markup("</div>\n");
}

/// A table of one row, under its header. `first` is [`names_its_rows`] of the table: it is the same for all its rows.
pub(crate) fn single(w: &mut TextWriter<'_>, table: &Table, row: &Clause, first: FirstCell) {
    w.markup("<div class=\"tbl\" role=\"region\"");
    w.attribute("aria-label", w.words.table);
    w.markup(" tabindex=\"0\"><table>\n");
    header(w, &table.header);
    w.markup("<tbody>\n");
    tr(w, row, first);
    w.markup("</tbody>\n</table></div>\n");
}

/// A header cell without text would be announced as a header of nothing; it becomes a plain cell.
fn header(w: &mut TextWriter<'_>, cells: &[Vec<Inline>]) {
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

/// The caption is a paragraph of the document and keeps its address. It stays in view when a wide table is scrolled.
fn caption(w: &mut TextWriter<'_>, caption: &Clause) {
    w.markup("<caption><p");
    w.id(&caption.fragment());
    w.markup(">");
    own_text(w, caption);
    w.markup("</p>");
    note(w, &caption.position);
    w.markup("</caption>\n");
}

/// The meaning of the first cell of each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FirstCell {
    /// The name of its row.
    Header,
    /// A cell like all the others.
    Cell,
}

/// The first column names the rows where every row has a name of its own there, and more than the name. Looks at every row.
pub(crate) fn names_its_rows(table: &Table) -> FirstCell {
    #[cfg(test)]
    tests::LOOKED_AT.with(|count| count.set(count.get() + table.rows.len()));
    let mut names = BTreeSet::new();
    let named = table.rows.iter().all(|row| match &row.content {
        Content::Cells(cells) => {
            let name = cells.first().map(|cell| plain_text(cell)).unwrap_or_default();
            cells.len() > 1 && !name.trim().is_empty() && names.insert(name)
        }
        Content::Text(_) => false,
    });
    if named && !table.header.is_empty() { FirstCell::Header } else { FirstCell::Cell }
}

fn tr(w: &mut TextWriter<'_>, clause: &Clause, first: FirstCell) {
    let Content::Cells(cells) = &clause.content else { return };
    w.markup("<tr");
    w.id(&clause.fragment());
    w.markup(">");
    for (index, cell) in cells.iter().enumerate() {
        let is_header = index == 0 && first == FirstCell::Header;
        w.markup(if is_header { "<th scope=\"row\">" } else { "<td>" });
        if index == 0 {
            anchors(w, clause.address());
        }
        running(w, &clause.position, index, cell);
        if index + 1 == cells.len() {
            tools(w, clause.address());
            note(w, &clause.position);
        }
        w.markup(if is_header { "</th>" } else { "</td>" });
    }
    w.markup("</tr>\n");
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeMap;

    use crate::corpus::testing::{page, site};
    use crate::site::{Theme, render};

    thread_local! {
        /// The number of rows read to tell the meaning of the first column.
        pub(crate) static LOOKED_AT: Cell<usize> = const { Cell::new(0) };
    }

    /// The number of rows read while a site with a table of so many rows is rendered.
    fn looked_at(rows: usize) -> usize {
        let rows: String = (0..rows).map(|row| format!("|{row}|事業{row}|\n")).collect();
        let corpus = site(&[("r8/a.md", &page("R8", "表", &format!("## 1 表\n\n|番号|事業|\n|-|-|\n{rows}")))]);
        let (theme, _) = Theme::load("default", &BTreeMap::new());
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        pool.install(|| {
            LOOKED_AT.set(0);
            let (artifacts, found) = render(&corpus, &theme.unwrap(), &BTreeMap::new());
            assert!(found.is_empty() && artifacts.has("r8/a/index.html"));
            LOOKED_AT.get()
        })
    }

    #[test]
    fn the_rows_looked_at_grow_with_the_table_and_not_with_its_square() {
        let (few, many) = (looked_at(20), looked_at(200));
        assert!(few >= 20 && many <= 10 * few, "{few} {many}");
    }
}
