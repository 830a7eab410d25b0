//! The page of each clause, `/c/k7f3q/`: what LINE, X and QR codes lead to. The clause with what stands above it, all that
//! can be copied of it, who refers to it; and when it is gone, what became of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::atlas::{Atlas, Chart};
use super::clause::{Scope, blocks, label};
use super::clause_frame::{Filling, Frame};
use super::escape::{push_attribute, push_escaped};
use super::gone::{push_fate, text};
use super::inline::inlines;
use super::name::Counts;
use super::table;
use super::writer::{Shelf, Surface, Writer};
use super::{backlink, link, summary};
use crate::corpus::{Citer, Referent};
use crate::policy::{Block, Clause, ClauseKind, Document, DocumentId, Inline, Label, Status, Table, Tombstone};

/// Output files and their bytes.
pub(super) type Files = Vec<(String, Arc<[u8]>)>;

/// What stands above a clause: label and text.
type Above<'a> = (Option<&'a Label>, &'a [Inline]);

/// The pages of all clauses of a document that have a permanent id, and of those it once had.
pub(super) fn pages(shelf: &Shelf<'_>, frame: &Frame, document: &Document) -> Files {
    let Some(chart) = shelf.atlas.chart(&document.id) else { return Vec::new() };
    let mut writer = Writer::new(shelf, document);
    writer.surface = Surface::Clause;
    let crumbs = crumbs(document, &chart.title);
    let mut maker = Maker { w: writer, chart, frame, crumbs, above: Vec::new(), files: Vec::new() };
    maker.blocks(&document.body.blocks);
    for gone in &document.body.addresses.tombstones {
        maker.gone(gone);
    }
    maker.files
}

struct Maker<'a, 'b> {
    w: Writer<'a>,
    chart: &'b Chart<'b>,
    frame: &'b Frame,
    /// The way to the document, as list items.
    crumbs: String,
    above: Vec<Above<'a>>,
    files: Files,
}

impl<'a> Maker<'a, '_> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    self.page(clause, |w| in_its_list(w, block));
                    self.above.push((clause.label.as_ref(), clause.text()));
                    self.blocks(&clause.children);
                    self.above.pop();
                }
                Block::Frame(frame) => {
                    self.above.push((None, &frame.text));
                    self.blocks(&frame.blocks);
                    self.above.pop();
                }
                Block::Table(table) => self.rows(table),
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Preformatted { .. } | Block::Rule => {}
            }
        }
    }

    fn rows(&mut self, table: &'a Table) {
        for row in &table.rows {
            self.page(row, |w| table::single(w, table, row));
        }
    }

    /// The page of a clause, and those of ids its author gave it before.
    fn page(&mut self, clause: &'a Clause, write: impl FnOnce(&mut Writer<'a>)) {
        let id = clause.spot().id;
        if id.is_empty() {
            return;
        }
        self.w.file = link::clause_file(id);
        let name = self.chart.citer.name(clause);
        self.open(&name);
        self.headings();
        self.w.markup("<blockquote class=\"text\">\n");
        write(&mut self.w);
        self.w.markup("</blockquote>\n<p><a");
        let href = link::relative(&self.w.file, &self.document_file(), Some(&clause.permalink()));
        self.w.attribute("href", &href);
        self.w.markup(">文書の中で読む</a></p>\n");
        copy_list(&mut self.w, &self.chart.citer, clause, &name);
        self.mentions(&clause.position);
        self.w.markup("</article>");
        self.close(id, &name, &summary::of_clause(clause, &name));
        for former in clause.former.iter().filter(|former| *former.id != *id) {
            self.renamed(&former.id, &name, &clause.position);
        }
    }

    /// Who refers to it.
    fn mentions(&mut self, position: &str) {
        let referent = Referent::Clause(self.w.document.id.clone(), position.into());
        let all = self.w.shelf.corpus.links.referring_to(&referent);
        if !all.is_empty() {
            self.w.markup("<h2>この項を挙げている文書</h2>\n");
            backlink::push_list(&mut self.w.out, &self.w.file, self.w.shelf.atlas, all);
        }
    }

    /// The pages of a clause that is gone, under each id it had; one that was moved has its page where it stands now.
    fn gone(&mut self, gone: &Tombstone) {
        let ids: BTreeSet<&str> = gone.ids().collect();
        for id in ids.into_iter().filter(|id| self.w.shelf.atlas.is_grave(id, &self.w.document.id)) {
            self.gone_under(id, gone);
        }
    }

    fn gone_under(&mut self, id: &str, gone: &Tombstone) {
        self.w.file = link::clause_file(id);
        let title = format!("「{}」{}（現在はありません）", self.chart.title, gone.name);
        self.open(&title);
        self.w.markup("<p class=\"was\">この項は");
        push_fate(&mut self.w.out, &self.w.file, self.w.shelf.atlas, gone);
        self.w.markup("</p>\n<blockquote class=\"text\">\n<p>");
        self.w.out.push_str(&text(gone));
        self.w.markup("</p>\n</blockquote>\n<p><a");
        let href = link::relative(&self.w.file, &self.document_file(), Some(&gone.id));
        self.w.attribute("href", &href);
        self.w.markup(">文書を読む</a></p>\n</article>");
        self.close(id, &title, &title);
    }

    /// The page of an id that an author has replaced.
    fn renamed(&mut self, id: &str, name: &str, position: &str) {
        if self.w.shelf.atlas.find(id).is_some() || self.files.iter().any(|(file, _)| *file == link::clause_file(id)) {
            return;
        }
        self.w.file = link::clause_file(id);
        let document = self.w.document;
        self.open(name);
        self.w.markup("<p class=\"was\">この項のアドレスは変わりました：");
        self.w.shelf.atlas.push_link(&mut self.w.out, &self.w.file, (&document.id, position));
        self.w.markup("</p>\n</article>");
        self.close(id, name, name);
    }

    fn document_file(&self) -> String {
        link::document_file(&self.w.document.id)
    }

    fn open(&mut self, title: &str) {
        let meta = &self.w.document.meta;
        self.w.out.clear();
        self.w.markup("<article class=\"wrap\"");
        if meta.language != self.w.shelf.corpus.site.language {
            self.w.attribute("lang", &meta.language);
        }
        self.w.markup(">\n<h1>");
        self.w.text(title);
        self.w.markup("</h1>\n");
        if meta.status == Status::Superseded {
            self.w.markup("<p class=\"superseded\">この文書は、後の文書によって改められています。</p>\n");
        }
    }

    /// What stands above it, from the top.
    fn headings(&mut self) {
        if self.above.is_empty() {
            return;
        }
        self.w.markup("<div class=\"above\">\n");
        for (label, text) in self.above.clone() {
            self.w.markup("<p>");
            self::label(&mut self.w, label);
            inlines(&mut self.w, text);
            self.w.markup("</p>\n");
        }
        self.w.markup("</div>\n");
    }

    fn close(&mut self, id: &str, title: &str, description: &str) {
        let file = link::clause_file(id);
        let canonical = link::absolute(&self.w.shelf.corpus.site.base_url, &file);
        let bytes = self.frame.filled(&Filling {
            title,
            description,
            canonical: &canonical,
            crumbs: &self.crumbs,
            body: &self.w.out,
        });
        self.files.push((file, bytes.into()));
    }
}

/// The same on every page of the document: all of them stand equally deep.
fn crumbs(document: &Document, title: &str) -> String {
    let mut out = String::new();
    let from = link::clause_file("x");
    let year = document.meta.fiscal_year.value;
    for (file, text) in [(link::year_file(year), &*year.wareki()), (link::document_file(&document.id), title)] {
        out.push_str("<li><a");
        push_attribute(&mut out, "href", &link::relative(&from, &file, None));
        out.push('>');
        push_escaped(&mut out, text);
        out.push_str("</a></li>\n");
    }
    out
}

/// A clause in the list it belongs to, or as the section it is.
fn in_its_list(w: &mut Writer<'_>, block: &Block) {
    let depth = match block {
        Block::Clause(clause) if matches!(clause.kind, ClauseKind::Section { .. }) => 2,
        _ => 3,
    };
    blocks(w, std::slice::from_ref(block), &mut Scope::new(String::new(), depth, Counts::default()));
}

/// What can be copied, as text to be selected; a script puts a button to each.
fn copy_list(w: &mut Writer<'_>, citer: &Citer, clause: &Clause, name: &str) {
    w.markup("<h2 id=\"copy\">引用する</h2>\n<dl class=\"copy\">\n");
    for (what, text) in [
        ("リンク", &*citer.link(clause)),
        ("名称", name),
        ("出典", &citer.citation(clause)),
        ("引用文（本文と出典）", &citer.quotation(clause)),
        ("Markdown", &citer.markdown(clause)),
    ] {
        w.markup("<dt>");
        w.markup(what);
        w.markup("</dt>\n<dd>");
        w.text(text);
        w.markup("</dd>\n");
    }
    w.markup("</dl>\n");
}

/// The pages of clauses of documents that were taken down.
pub(super) fn of_taken_down(
    atlas: &Atlas<'_>,
    base_url: &str,
    frame: &Frame,
    (document, tombstones): (&DocumentId, &[Tombstone]),
) -> Files {
    let mut files = Files::new();
    let each = tombstones.iter().flat_map(|gone| gone.ids().map(move |id| (id, gone)));
    let each: BTreeMap<&str, &Tombstone> = each.filter(|(id, _)| atlas.is_grave(id, document)).collect();
    for (id, gone) in each {
        let file = link::clause_file(id);
        let title = "この項は、現在はありません";
        let mut body = format!("<article class=\"wrap\">\n<h1>{title}</h1>\n<p class=\"was\">この項は");
        push_fate(&mut body, &file, atlas, gone);
        body.push_str("</p>\n<blockquote class=\"text\">\n<p>");
        body.push_str(&text(gone));
        body.push_str("</p>\n</blockquote>\n</article>");
        let canonical = link::absolute(base_url, &file);
        let filling = Filling { title, description: title, canonical: &canonical, crumbs: "", body: &body };
        files.push((file, frame.filled(&filling).into()));
    }
    files
}
