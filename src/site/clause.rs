//! The clause tree into HTML: sections, items, paragraphs and what stands between them.

use super::inline::{inlines, running};
use super::name::Counts;
use super::spot::{anchors, clause_links, note, permalink};
use super::table::table;
use super::writer::Writer;
use crate::diagnostic::catalogue;
use crate::policy::{Block, Body, Clause, ClauseKind, Frame, FrameKind, Label, LabelKind, plain_text};

/// Where in the tree we are.
pub(super) struct Scope {
    /// What the parent is called; empty at the top.
    pub(super) name: String,
    /// The level of the next heading, from 2 (the title of the document is the first).
    pub(super) depth: u8,
    /// The clauses of the parent so far.
    pub(super) counts: Counts,
    /// What a browser without style sheets would number the next item of the list.
    expected: u32,
}

impl Scope {
    pub(super) fn new(name: String, depth: u8, counts: Counts) -> Self {
        Self { name, depth, counts, expected: 1 }
    }
}

/// Writes the text of a document, without its letterhead and footnotes.
pub(super) fn body(w: &mut Writer<'_>, body: &Body) {
    let first = body.blocks.iter().position(is_section);
    let (preamble, rest) = body.blocks.split_at(first.unwrap_or(0));
    blocks(w, preamble, &mut Scope::new("前文".to_owned(), 2, Counts::default()));
    blocks(w, rest, &mut Scope::new(String::new(), 2, Counts::default()));
}

fn is_section(block: &Block) -> bool {
    matches!(block, Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }))
}

/// Writes blocks; items that follow each other become one list.
pub(super) fn blocks(w: &mut Writer<'_>, blocks: &[Block], scope: &mut Scope) {
    let mut open = None;
    for block in blocks {
        let list = ListKind::of(block);
        if open != list {
            close_list(w, open);
            open_list(w, list);
            open = list;
            scope.expected = 1;
        }
        match block {
            Block::Clause(clause) => self::clause(w, clause, scope),
            Block::Frame(frame) => self::frame(w, frame, scope),
            Block::Table(table) => self::table(w, table, scope),
            Block::Quote(inner) => {
                let name = scope.counts.quote(&scope.name);
                w.markup("<blockquote>\n");
                self::blocks(w, inner, &mut Scope::new(name, scope.depth, Counts::default()));
                w.markup("</blockquote>\n");
            }
            Block::Preformatted { text, .. } => {
                w.markup("<pre tabindex=\"0\"><code>");
                w.text(text);
                w.markup("</code></pre>\n");
            }
            Block::Rule => w.markup("<hr>\n"),
        }
    }
    close_list(w, open);
}

/// The lists of a page. Numbers and printed marks are text in all of them; only a Markdown bullet, which is no text, is
/// drawn by the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListKind {
    Numbered,
    Marked,
    Plain,
}

impl ListKind {
    fn of(block: &Block) -> Option<Self> {
        let Block::Clause(Clause { kind: ClauseKind::Item, label, .. }) = block else { return None };
        Some(match label {
            Some(label) if label.printed.is_empty() => Self::Plain,
            Some(label) if label.kind == LabelKind::Bullet => Self::Marked,
            Some(_) => Self::Numbered,
            None => Self::Plain,
        })
    }
}

fn open_list(w: &mut Writer<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered) => w.markup("<ol class=\"items\">\n"),
        Some(ListKind::Marked) => w.markup("<ul class=\"items\">\n"),
        Some(ListKind::Plain) => w.markup("<ul class=\"bullets\">\n"),
        None => {}
    }
}

fn close_list(w: &mut Writer<'_>, kind: Option<ListKind>) {
    match kind {
        Some(ListKind::Numbered) => w.markup("</ol>\n"),
        Some(ListKind::Marked | ListKind::Plain) => w.markup("</ul>\n"),
        None => {}
    }
}

fn clause(w: &mut Writer<'_>, clause: &Clause, scope: &mut Scope) {
    check_id(w, clause);
    let name = scope.counts.clause(&scope.name, clause);
    match clause.kind {
        ClauseKind::Section { .. } => section(w, clause, Scope::new(name, scope.depth, Counts::default())),
        ClauseKind::Item => {
            w.markup("<li");
            w.id(clause.fragment());
            number(w, clause.label.as_ref(), scope);
            w.markup(">");
            own_text(w, clause, &name);
            note(w, &clause.position);
            children(w, clause, Scope::new(name, scope.depth, Counts::of_item()));
            w.markup("</li>\n");
        }
        ClauseKind::Paragraph | ClauseKind::Row => {
            w.markup("<p");
            w.id(clause.fragment());
            w.markup(">");
            own_text(w, clause, &name);
            w.markup("</p>");
            note(w, &clause.position);
            w.markup("\n");
            children(w, clause, Scope::new(name, scope.depth, Counts::of_item()));
        }
    }
}

/// Where printed numbers do not run on, the list's own numbers follow them: a browser without style sheets shows both.
fn number(w: &mut Writer<'_>, label: Option<&Label>, scope: &mut Scope) {
    let Some(printed) = label.filter(|label| label.kind != LabelKind::Bullet).and_then(|label| label.value.last())
    else {
        return;
    };
    if *printed != scope.expected {
        w.attribute("value", &printed.to_string());
    }
    scope.expected = printed.saturating_add(1);
}

fn own_text(w: &mut Writer<'_>, clause: &Clause, name: &str) {
    anchors(w, clause.spot());
    label(w, clause.label.as_ref());
    running(w, (&clause.position, 0), clause.text());
    clause_links(w, clause.spot(), name);
}

fn children(w: &mut Writer<'_>, clause: &Clause, mut scope: Scope) {
    if !clause.children.is_empty() {
        w.markup("\n");
        blocks(w, &clause.children, &mut scope);
    }
}

fn section(w: &mut Writer<'_>, clause: &Clause, mut scope: Scope) {
    w.markup("<section");
    w.id(clause.fragment());
    w.markup(">\n<div class=\"hd\">");
    heading(w, scope.depth, |w| {
        anchors(w, clause.spot());
        label(w, clause.label.as_ref());
        running(w, (&clause.position, 0), clause.text());
    });
    clause_links(w, clause.spot(), &scope.name);
    w.markup("</div>");
    note(w, &clause.position);
    w.markup("\n");
    scope.depth = scope.depth.saturating_add(1);
    blocks(w, &clause.children, &mut scope);
    w.markup("</section>\n");
}

/// HTML has six levels; what lies deeper stays at the sixth.
fn heading(w: &mut Writer<'_>, depth: u8, content: impl FnOnce(&mut Writer<'_>)) {
    let level = depth.min(6);
    w.markup(&format!("<h{level}>"));
    content(w);
    w.markup(&format!("</h{level}>"));
}

/// A printed number is text, so that it is copied, found and read aloud; what separates it from the text stays too.
pub(super) fn label(w: &mut Writer<'_>, label: Option<&Label>) {
    let Some(label) = label.filter(|label| !label.printed.is_empty()) else { return };
    w.markup("<span class=\"n\">");
    w.text(&label.printed);
    w.markup("</span>");
    w.text(&label.separator);
}

fn frame(w: &mut Writer<'_>, frame: &Frame, scope: &Scope) {
    let class = match frame.kind {
        FrameKind::Notice => "ki",
        FrameKind::End => "ijo",
        FrameKind::Annex | FrameKind::Supplementary => return annex(w, frame, scope),
    };
    w.markup(&format!("<p class=\"{class}\">"));
    inlines(w, &frame.text);
    w.markup("</p>\n");
}

fn annex(w: &mut Writer<'_>, frame: &Frame, scope: &Scope) {
    let name = plain_text(&frame.text).trim().to_owned();
    w.markup("<section class=\"annex\"");
    w.id(frame.spot().fragment());
    w.markup(">\n<div class=\"hd\">");
    heading(w, scope.depth, |w| {
        anchors(w, frame.spot());
        inlines(w, &frame.text);
    });
    permalink(w, frame.spot(), &name);
    w.markup("</div>");
    note(w, &frame.position);
    w.markup("\n");
    let depth = scope.depth.saturating_add(1);
    blocks(w, &frame.blocks, &mut Scope::new(name, depth, Counts::default()));
    w.markup("</section>\n");
}

/// An author's id must not be one that the page needs for itself.
pub(super) fn check_id(w: &mut Writer<'_>, clause: &Clause) {
    let Some(id) = clause.authored_id.as_ref().filter(|id| is_reserved(&id.value)) else { return };
    w.report(catalogue::reserved_id(&id.value), &id.range);
}

/// The ids of the page around the text: landmarks, contents, footnotes (`fn1`) and their marks (`fnref1-1`).
fn is_reserved(id: &str) -> bool {
    let note = id.strip_prefix("fnref").or_else(|| id.strip_prefix("fn"));
    matches!(id, "main" | "toc" | "notes" | "contact" | "gone" | "mentions")
        || note.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_reserved;
    use crate::site::sample::html;

    /// The permalink of a clause.
    fn pl(fragment: &str, name: &str) -> String {
        format!(
            "<a class=\"pl\" href=\"#{fragment}\" aria-label=\"{name}へのリンク\"><span aria-hidden=\"true\">#</span></a>"
        )
    }

    #[test]
    fn a_section_has_its_heading_and_its_items_in_one_list() {
        assert_eq!(
            html("## １ 目的\n\n(1) 一つ。\n\n(2) 二つ。\n\nまた、続く。\n"),
            format!(
                "<section id=\"s1\">\n\
                 <div class=\"hd\"><h2><span class=\"n\">１</span> 目的</h2>{}</div>\n\
                 <ol class=\"items\">\n\
                 <li id=\"s1-1\"><span class=\"n\">(1)</span> 一つ。{}</li>\n\
                 <li id=\"s1-2\"><span class=\"n\">(2)</span> 二つ。{}\n\
                 <p id=\"s1-2-p2\">また、続く。{}</p>\n\
                 </li>\n\
                 </ol>\n\
                 </section>\n",
                pl("s1", "１"),
                pl("s1-1", "１(1)"),
                pl("s1-2", "１(2)"),
                pl("s1-2-p2", "１(2)の第2段落"),
            )
        );
    }

    #[test]
    fn printed_marks_are_text_and_markdown_bullets_are_not() {
        assert_eq!(
            html("・甲\n\n・乙\n"),
            format!(
                "<ul class=\"items\">\n<li id=\"b1\"><span class=\"n\">・</span>甲{}</li>\n\
                 <li id=\"b2\"><span class=\"n\">・</span>乙{}</li>\n</ul>\n",
                pl("b1", "1つ目の項目"),
                pl("b2", "2つ目の項目"),
            )
        );
        assert_eq!(
            html("- 甲\n"),
            format!("<ul class=\"bullets\">\n<li id=\"b1\">甲{}</li>\n</ul>\n", pl("b1", "1つ目の項目"))
        );
    }

    #[test]
    fn the_permalink_stands_before_what_is_nested() {
        assert_eq!(
            html("(1) 親\n\nア 子\n\nイ 丑\n"),
            format!(
                "<ol class=\"items\">\n<li id=\"s1\"><span class=\"n\">(1)</span> 親{}\n\
                 <ol class=\"items\">\n<li id=\"s1-1\"><span class=\"n\">ア</span> 子{}</li>\n\
                 <li id=\"s1-2\"><span class=\"n\">イ</span> 丑{}</li>\n</ol>\n</li>\n</ol>\n",
                pl("s1", "(1)"),
                pl("s1-1", "(1)ア"),
                pl("s1-2", "(1)イ"),
            )
        );
    }

    #[test]
    fn printed_numbers_that_do_not_run_on_are_the_lists_too() {
        let html = html("(3) 三\n\n(4) 四\n\n(6) 六\n");
        let values: Vec<&str> = html.matches("value=\"3\"").chain(html.matches("value=")).collect();
        assert_eq!(values, ["value=\"3\"", "value=", "value="], "{html}");
        assert!(html.contains("<li id=\"s6\" value=\"6\">"), "{html}");
    }

    #[test]
    fn heading_levels_follow_the_tree_and_end_at_six() {
        let html = html("#### 甲\n\n##### 乙\n\n###### 丙\n");
        for heading in ["<h2>甲</h2>", "<h3>乙</h3>", "<h4>丙</h4>"] {
            assert!(html.contains(heading), "{heading} in {html}");
        }
    }

    #[test]
    fn the_frame_is_no_heading_but_an_annex_is() {
        assert_eq!(
            html("下記のとおり定める。\n\n記\n\n## 1 目的\n\n以上\n\n別紙１\n\n(1) 項目\n"),
            format!(
                "<p id=\"pre-p1\">下記のとおり定める。{}</p>\n\
                 <p class=\"ki\">記</p>\n\
                 <section id=\"s1\">\n<div class=\"hd\"><h2><span class=\"n\">1</span> 目的</h2>{}</div>\n\
                 <p class=\"ijo\">以上</p>\n</section>\n\
                 <section class=\"annex\" id=\"a1\">\n<div class=\"hd\"><h2>別紙１</h2>{}</div>\n\
                 <ol class=\"items\">\n<li id=\"a1-1\"><span class=\"n\">(1)</span> 項目{}</li>\n</ol>\n</section>\n",
                pl("pre-p1", "前文の第1段落"),
                pl("s1", "1"),
                pl("a1", "別紙１"),
                pl("a1-1", "別紙１(1)"),
            )
        );
    }

    #[test]
    fn a_table_is_a_region_and_its_rows_have_addresses() {
        assert_eq!(
            html("## 1 表\n\n| 番号 | |\n|---|---|\n| 6-1 | 統合 |\n"),
            format!(
                "<section id=\"s1\">\n<div class=\"hd\"><h2><span class=\"n\">1</span> 表</h2>{}</div>\n\
                 <div class=\"tbl\" role=\"region\" aria-label=\"1の表1\" tabindex=\"0\"><table id=\"s1-t1\">\n\
                 <thead><tr><th scope=\"col\">番号</th><td></td></tr></thead>\n<tbody>\n\
                 <tr id=\"s1-t1r1\"><td>6-1</td><td>統合{}</td></tr>\n</tbody>\n</table></div>\n</section>\n",
                pl("s1", "1"),
                pl("s1-t1r1", "1の表1の1行目"),
            )
        );
    }

    #[test]
    fn quotations_code_and_rules_keep_their_place() {
        assert_eq!(
            html("> 引用\n\n```\na <b>\n```\n\n---\n"),
            format!(
                "<blockquote>\n<p id=\"q1-p1\">引用{}</p>\n</blockquote>\n\
                 <pre tabindex=\"0\"><code>a &lt;b&gt;\n</code></pre>\n<hr>\n",
                pl("q1-p1", "引用1の第1段落"),
            )
        );
    }

    #[test]
    fn an_authors_id_is_the_clauses_id() {
        let html = html("## 1 LINE {#line-toroku}\n");
        assert!(html.starts_with("<section id=\"line-toroku\">"), "{html}");
        assert!(html.contains("href=\"#line-toroku\""), "{html}");
    }

    #[test]
    fn ids_of_the_page_are_reserved() {
        for (id, expected) in [
            ("main", true),
            ("toc", true),
            ("notes", true),
            ("contact", true),
            ("fn1", true),
            ("fnref2-1", true),
            ("fnord", false),
            ("s1", false),
            ("maintenance", false),
        ] {
            assert_eq!(is_reserved(id), expected, "{id}");
        }
    }
}
