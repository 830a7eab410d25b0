//! The page of everything with an address, `/c/k7f3q/`: what LINE, X and QR codes lead to. The text with what stands above
//! it, all that can be copied of it, who refers to it; and when it is gone, what became of it.

mod copy;
mod gone;
mod share;

use std::collections::BTreeSet;

use super::atlas::Chart;
use super::clause::{Scope, blocks, label};
use super::clause_frame::{Filling, Frame as Template, Frames};
use super::escape::{push_attribute, push_escaped};
use super::inline::inlines;
use super::objective::objective;
use super::sharing::Sharing;
use super::trace::neighbours_section;
use super::wording::Here;
use super::words::Words;
use super::writer::{Shelf, Surface, Writer};
use super::{backlink, early, link, summary, table};
use crate::artifact::FileContent;
use crate::corpus::{Citable, Referent};
use crate::policy::{Block, Document, Inline, Label, Status, Table};

pub(super) use gone::of_taken_down;

/// Output files.
pub(super) type Files = Vec<(String, FileContent)>;

/// What stands above a clause: label and text.
type Above<'a> = (Option<&'a Label>, &'a [Inline]);

/// The pages of everything in a document that has a permanent id, and of what once had one.
pub(super) fn pages(shelf: &Shelf<'_>, frames: &Frames, (document, sharing): (&Document, &Sharing<'_>)) -> Files {
    let Some(chart) = shelf.atlas.chart(&document.id) else { return Vec::new() };
    let template = frames.of(&document.meta.language);
    let mut writer = Writer::new(shelf, document);
    writer.surface = Surface::Clause;
    let crumbs = crumbs(document, &chart.title);
    let mut maker = Maker {
        w: writer,
        chart,
        template,
        sharing,
        crumbs,
        above: Vec::new(),
        style: Style::Plain,
        former: BTreeSet::new(),
        files: Vec::new(),
    };
    maker.blocks(&document.body.blocks);
    for gone in &document.body.addresses.tombstones {
        maker.gone(gone);
    }
    maker.files
}

struct Maker<'a, 'b> {
    w: Writer<'a>,
    chart: &'b Chart,
    template: &'b Template,
    sharing: &'b Sharing<'b>,
    /// The way to the document, as list items.
    crumbs: String,
    above: Vec<Above<'a>>,
    style: Style,
    /// Ids of the past that have got their page.
    former: BTreeSet<String>,
    files: Files,
}

impl<'a> Maker<'a, '_> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => {
                    self.page(clause.into(), |w| in_its_list(w, block));
                    self.above.push((clause.label.as_ref(), clause.text()));
                    self.blocks(&clause.children);
                    self.above.pop();
                }
                Block::Frame(frame) => {
                    self.page(frame.into(), |w| in_its_list(w, block));
                    self.above.push((None, &frame.text));
                    self.blocks(&frame.blocks);
                    self.above.pop();
                }
                Block::Table(table) => {
                    self.page(table.into(), |w| in_its_list(w, block));
                    self.rows(table);
                }
                other => self.blocks(other.children()),
            }
        }
    }

    fn rows(&mut self, table: &'a Table) {
        let first = table::names_its_rows(table);
        for row in &table.rows {
            self.page(row.into(), |w| table::single(w, table, (row, first)));
        }
    }

    /// The page of a passage, and those of ids its author gave it before.
    fn page(&mut self, passage: Citable<'a>, write: impl FnOnce(&mut Writer<'a>)) {
        let address = passage.address();
        if address.id.is_empty() {
            return;
        }
        self.w.file = link::clause_file(address.id);
        let copies = self.chart.citer.copies(passage);
        let name = &*copies.name;
        self.open(name);
        self.headings();
        self.w.markup("<blockquote class=\"text\">\n");
        write(&mut self.w);
        self.w.markup("</blockquote>\n");
        self.style = Style::Plain;
        if let Citable::Clause(clause) = passage
            && clause.objective.is_some()
        {
            self.style = Style::Objective;
            objective(&mut self.w, clause);
        }
        neighbours_section(&mut self.w, address.position);
        self.way_back(&address.permalink(), self.w.words.read_in_document);
        copy::list(&mut self.w, &copies, self.sharing.clause(address.id));
        share::list(&mut self.w, name);
        self.mentions(address.position);
        let described = self.sharing.description(address.id).map(str::to_owned);
        let described = described.unwrap_or_else(|| summary::of_passage(passage, name));
        self.close(address.id, name, &summary::marked(self.w.document, described));
        for former in address.former.iter().filter(|former| *former.id != *address.id) {
            self.renamed(&former.id, name, address.position);
        }
    }

    /// The link into the document.
    fn way_back(&mut self, fragment: &str, text: &str) {
        self.w.markup("<p><a");
        let href = link::relative(&self.w.file, &link::document_file(&self.w.document.id), Some(fragment));
        self.w.attribute("href", &href);
        self.w.markup(">");
        self.w.markup(text);
        self.w.markup("</a></p>\n");
    }

    /// Who refers to it.
    fn mentions(&mut self, position: &str) {
        let referent = Referent::Clause(self.w.document.id.clone(), position.into());
        let all = self.w.shelf.corpus.links.referring_to(&referent);
        if !all.is_empty() {
            self.w.markup(&format!("<h2>{}</h2>\n", self.w.words.clause_mentioned_by));
            backlink::push_list(&mut self.w.out, Here::new(&self.w.file, self.w.words), self.w.shelf.atlas, all);
        }
    }

    fn open(&mut self, title: &str) {
        let meta = &self.w.document.meta;
        self.w.out.clear();
        self.w.markup("<article class=\"wrap\">\n<h1>");
        self.w.text(title);
        self.w.markup("</h1>\n");
        early::push_line(&mut self.w.out, self.w.shelf.corpus, self.w.document);
        if meta.example {
            let (mark, why) = (self.w.words.example, self.w.words.example_why);
            self.w
                .markup(&format!("<p class=\"superseded example\" data-nosnippet><strong>{mark}</strong> {why}</p>\n"));
        }
        if meta.status == Status::Superseded {
            self.w.markup(&format!("<p class=\"superseded\">{}</p>\n", self.w.words.superseded));
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
        self.w.markup("</article>");
        let file = link::clause_file(id);
        let canonical = link::absolute(&self.w.shelf.corpus.site.base_url, &file);
        let style = match self.style {
            Style::Plain => String::new(),
            Style::Objective => objective_style(&file),
        };
        let page = self.template.filled(&Filling {
            style: &style,
            title,
            description,
            canonical: &canonical,
            language: &self.w.document.meta.language,
            crumbs: &self.crumbs,
            picture: &self.sharing.head(&self.w.shelf.corpus.site.base_url, id),
            body: &self.w.out,
        });
        self.files.push((file, page));
    }
}

/// What a page needs besides the style sheets of all pages of clauses.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    Objective,
}

fn objective_style(file: &str) -> String {
    let mut out = String::from("\n<link rel=\"stylesheet\"");
    push_attribute(&mut out, "href", &link::relative(file, &format!("{}objective.css", link::THEME_FILES), None));
    out.push('>');
    out
}

/// The same on every page of the document: all of them stand equally deep.
fn crumbs(document: &Document, title: &str) -> String {
    let mut out = String::new();
    let from = link::clause_file("x");
    let year = document.meta.fiscal_year.value;
    for (file, text) in [
        (link::year_file(year), &*Words::of(&document.meta.language).year(year)),
        (link::document_file(&document.id), title),
    ] {
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
    let depth = if block.is_section() || matches!(block, Block::Frame(_)) { 2 } else { 3 };
    blocks(w, std::slice::from_ref(block), &mut Scope::new(depth));
}
