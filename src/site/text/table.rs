//! Tables. Each row is a clause and has its address.
//!
//! In a table with merged cells the headers of each cell are named by their ids (H43 of the techniques for WCAG 2.2): `scope` alone does
//! not say them of cells below or beside several headers.

use super::addresses::{anchors, note, tools};
use super::inline::{inlines, running};
use super::own_text::own_text;
use super::table_view::{HeaderIds, TableView};
use super::writer::{TextPage, TextWriter};
use crate::policy::{
    CaptionSide, Clause, ColumnAlignment, Content, Fragment, Inline, PlacedCell, Table, TableCaption, plain_text,
};

/// Writes a table in a box that can be scrolled, also by keyboard, where the table is wider than the page. The anchors stand above
/// the table, the permalink below.
pub(crate) fn table(w: &mut TextWriter<'_>, table: &Table, caption: Option<&TableCaption<'_>>) {
    let view = TableView::of(table);
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
    let ids = HeaderIds::of(&view, &table.address().fragment(), w.text_page);
    header(w, &view, &ids);
    w.markup("<tbody>\n");
    for (row, clause) in table.rows.iter().enumerate() {
        tr(w, clause, &view, &ids.of_row(row, &view));
    }
    w.markup("</tbody>\n</table>");
    tools(w, table.address());
    w.markup("</div>\n");
}

/// A table of one row, under its header. Cells from above that cover the row are part of it.
pub(crate) fn single(w: &mut TextWriter<'_>, view: &TableView<'_>, row: usize) {
    w.markup("<div class=\"tbl\" role=\"region\"");
    w.attribute("aria-label", w.words.table);
    w.markup(" tabindex=\"0\"><table>\n");
    let ids = HeaderIds::of(view, &Fragment::default(), TextPage::Clause);
    header(w, view, &ids);
    w.markup("<tbody>\n");
    tr(w, &view.table.rows[row], view, &RowCells::alone(view, row));
    w.markup("</tbody>\n</table></div>\n");
}

/// The cells of a row with what is said of each.
pub(super) struct RowCells<'a> {
    pub(super) cells: &'a [PlacedCell],
    /// The ids of the headers of each cell, or none.
    pub(super) headers: Vec<String>,
    /// The id of the table, where names of rows get one.
    pub(super) table: Option<&'a Fragment>,
    pub(super) is_alone: bool,
}

impl<'a> RowCells<'a> {
    fn alone(view: &'a TableView<'_>, row: usize) -> Self {
        Self { cells: &view.covering[row], headers: Vec::new(), table: None, is_alone: true }
    }
}

/// A header cell without text would be announced as a header of nothing; it becomes a plain cell.
fn header(w: &mut TextWriter<'_>, view: &TableView<'_>, ids: &HeaderIds) {
    let texts = &view.table.header;
    let is_empty = |cell: &[Inline]| plain_text(cell).trim().is_empty();
    if texts.iter().all(|cell| is_empty(cell)) {
        return;
    }
    w.markup("<thead>");
    let mut texts = texts.iter().enumerate();
    for (at, row) in view.header.iter().enumerate() {
        w.markup(if at == 0 { "<tr>" } else { "</tr>\n<tr>" });
        for (cell, (number, text)) in row.iter().zip(texts.by_ref()) {
            let name = if is_empty(text) { "td" } else { "th" };
            w.markup(&format!("<{name}"));
            if name == "th" {
                w.attribute("scope", if cell.shape.columns > 1 { "colgroup" } else { "col" });
                if let Some(id) = ids.of_header(number) {
                    w.attribute("id", &id);
                }
            }
            shape(w, cell, view);
            w.markup(">");
            inlines(w, text);
            w.markup(&format!("</{name}>"));
        }
    }
    w.markup("</tr></thead>\n");
}

/// Writes the columns and rows that a cell covers and how its column is aligned.
fn shape(w: &mut TextWriter<'_>, cell: &PlacedCell, view: &TableView<'_>) {
    if cell.shape.columns > 1 {
        w.attribute("colspan", &cell.shape.columns.to_string());
    }
    if cell.shape.rows > 1 {
        w.attribute("rowspan", &cell.shape.rows.to_string());
    }
    let alignment = view.table.layout.alignments.get(cell.column).filter(|_| cell.shape.columns == 1);
    match alignment {
        Some(ColumnAlignment::Center) => w.attribute("class", "center"),
        Some(ColumnAlignment::End) => w.attribute("class", "end"),
        // That is how cells are aligned anyway.
        Some(ColumnAlignment::Start | ColumnAlignment::Unset) | None => {}
    }
}

/// The caption is a paragraph of the document and keeps its address. It stays in view when a wide table is scrolled.
fn caption(w: &mut TextWriter<'_>, caption: &TableCaption<'_>) {
    let clause = caption.clause;
    w.markup(match caption.side {
        CaptionSide::Above => "<caption><p",
        CaptionSide::Below => "<caption class=\"below\"><p",
    });
    w.id(&clause.fragment());
    w.markup(">");
    own_text(w, clause);
    w.markup("</p>");
    note(w, &clause.position);
    w.markup("</caption>\n");
}

fn tr(w: &mut TextWriter<'_>, clause: &Clause, view: &TableView<'_>, row: &RowCells<'_>) {
    w.markup("<tr");
    w.id(&clause.fragment());
    w.markup(">");
    for (at, cell) in row.cells.iter().enumerate() {
        let of = &view.table.rows[cell.row];
        let Content::Cells(texts) = &of.content else { continue };
        let name = if view.is_name(cell) { "th" } else { "td" };
        w.markup(&format!("<{name}"));
        let mut shown = *cell;
        if row.is_alone {
            shown.shape.rows = 1;
        }
        if name == "th" {
            w.attribute("scope", if shown.shape.rows > 1 { "rowgroup" } else { "row" });
            if let Some(table) = row.table {
                w.attribute("id", &HeaderIds::of_name(table, cell));
            }
        }
        if let Some(headers) = row.headers.get(at).filter(|ids| !ids.is_empty()) {
            w.attribute("headers", headers);
        }
        shape(w, &shown, view);
        w.markup(">");
        if at == 0 {
            anchors(w, clause.address());
        }
        if let Some(text) = texts.get(cell.index) {
            running(w, &of.position, cell.index, text);
        }
        if at + 1 == row.cells.len() {
            tools(w, clause.address());
            note(w, &clause.position);
        }
        w.markup(&format!("</{name}>"));
    }
    w.markup("</tr>\n");
}

#[cfg(test)]
pub(crate) mod tests {
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

    /// The table on the page of its document, without what stands beside the text.
    fn shown(markdown: &str) -> String {
        let html = crate::site::sample::html(markdown);
        let table = &html[html.find("<table>").unwrap()..html.find("</table>").unwrap()];
        let mut out = String::new();
        let mut rest = table;
        while let Some(at) = rest.find("<span data-nosnippet>") {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = &rest[rest.find("</a></span>").unwrap() + "</a></span>".len()..];
        }
        out + rest
    }

    #[test]
    fn merged_cells_name_their_headers() {
        let markdown =
            "表1　目標\n\n| 分野 | 目標 | << |\n|---|:-:|--:|\n| 子育て | 相談 | 3件 |\n| ^^ | 見守り | 5件 |\n";
        assert_eq!(
            shown(markdown),
            "<table>\n<caption><p id=\"p1\">表1　目標</p></caption>\n\
             <thead><tr><th scope=\"col\" id=\"t1-h1\">分野</th><th scope=\"colgroup\" id=\"t1-h2\" colspan=\"2\">目標</th></tr></thead>\n\
             <tbody>\n<tr id=\"t1r1\"><th scope=\"rowgroup\" id=\"t1-r1c1\" headers=\"t1-h1\" rowspan=\"2\">子育て</th>\
             <td headers=\"t1-h2 t1-r1c1\" class=\"center\">相談</td><td headers=\"t1-h2 t1-r1c1\" class=\"end\">3件</td></tr>\n\
             <tr id=\"t1r2\"><td headers=\"t1-h2 t1-r1c1\" class=\"center\">見守り</td>\
             <td headers=\"t1-h2 t1-r1c1\" class=\"end\">5件</td></tr>\n</tbody>\n"
        );
    }

    #[test]
    fn a_caption_stands_above_or_below() {
        for (markdown, expected) in [
            ("表1　甲\n\n|一|\n|-|\n|二|\n", "<caption><p id=\"p1\">表1　甲</p></caption>"),
            ("|一|\n|-|\n|二|\n\n表1　甲\n", "<caption class=\"below\"><p id=\"p1\">表1　甲</p></caption>"),
            (
                "|一|\n|-|\n|二|\n\n表1　甲\n\n|三|\n|-|\n|四|\n\n表2　乙\n",
                "<caption class=\"below\"><p id=\"p1\">表1　甲</p></caption>",
            ),
            ("<table><caption>施策</caption><tr><td>二</table>\n", "<caption><p id=\"p1\">施策</p></caption>"),
        ] {
            assert!(shown(markdown).starts_with(&format!("<table>\n{expected}\n")), "{markdown} {}", shown(markdown));
        }
        let between = shown("|一|\n|-|\n|二|\n\n表1　甲\n\n|三|\n|-|\n|四|\n");
        assert!(!between.contains("<caption"), "{between}");
    }
}
