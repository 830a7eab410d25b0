//! The page of everything with an address, `/c/k7f3q/`: the target of LINE, X and QR codes. It holds the text with the headings above
//! it, everything that can be copied, and who refers to it; and when the clause is gone, what became of it.

mod gone;
mod sections;

use std::collections::BTreeSet;

use crate::artifact::FileContent;
use crate::corpus::Citable;
use crate::policy::{Block, Clause, ClauseId, Document, Inline, Label, Status, Table, plain_text};
use crate::site::frame::clause_map::DocumentMap;
use crate::site::frame::clause_template::{ClauseTemplate, ClauseTemplates, ClauseValues};
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::sharing::Sharing;
use crate::site::frame::site::SiteContext;
use crate::site::frame::{drafts, link, summary};
use crate::site::text::clause::{ListScope, blocks};
use crate::site::text::inline::inlines;
use crate::site::text::neighbours;
use crate::site::text::objective::objective;
use crate::site::text::own_text::label;
use crate::site::text::table;
use crate::site::text::table_view::TableView;
use crate::site::text::writer::{TextPage, TextWriter};

pub(crate) use gone::of_taken_down;

/// A heading above a clause: label and text.
type Heading<'a> = (Option<&'a Label>, &'a [Inline]);

/// The pages of everything in a document that has a permanent id, and of what once had one.
pub(crate) fn pages(
    site: &SiteContext<'_>,
    templates: &ClauseTemplates,
    sharing: &Sharing<'_>,
    document: &Document,
) -> Vec<OutputFile> {
    let Some(map) = site.clauses.document(&document.id) else { return Vec::new() };
    let mut writer = TextWriter::new(site, document);
    writer.text_page = TextPage::Clause;
    let mut maker = PageMaker {
        map,
        template: templates.of(writer.words.language),
        sharing,
        crumbs: sections::crumbs(&writer, &map.title),
        w: writer,
        above: Vec::new(),
        former: BTreeSet::new(),
        files: Vec::new(),
    };
    maker.blocks(&document.body.blocks);
    for gone in &document.body.addresses.tombstones {
        maker.gone(gone);
    }
    maker.files
}

/// The pages of the clauses of one document.
struct PageMaker<'a, 'b> {
    w: TextWriter<'a>,
    map: &'b DocumentMap,
    template: &'b ClauseTemplate,
    sharing: &'b Sharing<'b>,
    /// The way to the document, as list items.
    crumbs: String,
    above: Vec<Heading<'a>>,
    /// Ids of the past that have got their page.
    former: BTreeSet<ClauseId>,
    files: Vec<OutputFile>,
}

/// The parts of a page in which pages differ.
struct ClausePage<'a> {
    id: &'a ClauseId,
    heading: &'a str,
    title: &'a str,
    description: &'a str,
    /// Further style sheets, as HTML.
    style: &'a str,
    /// The content below the heading, as HTML.
    content: &'a str,
}

impl<'a> PageMaker<'a, '_> {
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
        let view = TableView::of(table);
        for (at, row) in table.rows.iter().enumerate() {
            self.page(row.into(), |w| table::single(w, &view, at));
        }
    }

    /// The page of a passage, and those of ids its author gave it before.
    fn page(&mut self, passage: Citable<'a>, write: impl FnOnce(&mut TextWriter<'a>)) {
        let address = passage.address();
        if address.id.is_empty() {
            return;
        }
        self.w.file = link::clause_file(address.id);
        let parts = self.w.parts;
        let copies = self.map.citer.copies(passage);
        let name = &*copies.name;
        let title = format!("{name}{}", caption_of(passage));
        let text = self.w.apart(write);
        self.w.out.clear();
        self.headings();
        parts.clause_text.push(&mut self.w.out, [&text]);
        let mut style = String::new();
        if let Citable::Clause(clause) = passage
            && clause.objective.is_some()
        {
            let sheet = format!("{}objective.css", link::THEME_FILES);
            style = parts.clause_style_sheet.with([&link::relative(&self.w.file, &sheet, None)]);
            objective(&mut self.w, clause);
        }
        neighbours::section(&mut self.w, address.position);
        let href = sections::in_document(&self.w, &address.permalink());
        parts.read_in_document.push(&mut self.w.out, [&href]);
        sections::copies(&mut self.w, &copies, self.sharing.clause(address.id));
        sections::share(&mut self.w, name);
        sections::mentions(&mut self.w, address.position);
        let described = self.sharing.description(address.id).map(str::to_owned);
        let described = described.unwrap_or_else(|| summary::of_passage(passage, name, self.w.document.body.naming));
        let description = summary::marked(self.w.site, self.w.document, described);
        let content = std::mem::take(&mut self.w.out);
        let page = ClausePage {
            id: address.id,
            heading: &title,
            title: &title,
            description: &description,
            style: &style,
            content: &content,
        };
        self.finish(&page);
        self.w.out = content;
        for former in address.former.iter().filter(|former| &former.id != address.id) {
            self.renamed(&former.id, name, address.position);
        }
    }

    /// Writes the headings above a clause, from the top.
    fn headings(&mut self) {
        if self.above.is_empty() {
            return;
        }
        let above = self.above.clone();
        let headings = self.w.apart(|w| {
            for (label, text) in above {
                w.markup("<p>");
                self::label(w, label);
                inlines(w, text);
                w.markup("</p>\n");
            }
        });
        self.w.parts.clause_above.push(&mut self.w.out, [&headings]);
    }

    /// Adds a page.
    fn finish(&mut self, page: &ClausePage<'_>) {
        let (parts, document) = (self.w.parts, self.w.document);
        let ClausePage { id, heading, title, description, style, content } = *page;
        let file = link::clause_file(id);
        let base_url = &self.w.site.corpus.site.base_url;
        let content = self.template.filled(&ClauseValues {
            style,
            title,
            description,
            canonical: &link::absolute(base_url, &file),
            language: &document.meta.language,
            crumbs: &self.crumbs,
            picture: &self.sharing.head(parts, base_url, id),
            body: &parts.clause_page.with([heading, &self.marks(), content]),
        });
        self.files.push(of_document(file, content, document));
    }

    /// The marks of a draft, an example, or a superseded document.
    fn marks(&self) -> String {
        let (parts, meta) = (self.w.parts, &self.w.document.meta);
        let mut marks = String::new();
        drafts::push_line(&mut marks, self.w.site, self.w.document);
        if meta.example {
            parts.clause_example.push(&mut marks, []);
        }
        if meta.status == Status::Superseded {
            parts.clause_superseded.push(&mut marks, []);
        }
        marks
    }
}

fn of_document(path: String, content: FileContent, document: &Document) -> OutputFile {
    OutputFile { path, content: Ok(content), source: Some(document.source.path.clone()) }
}

/// The caption of an article, for the title of its page.
fn caption_of(passage: Citable<'_>) -> String {
    let Citable::Clause(Clause { caption: Some(caption), .. }) = passage else { return String::new() };
    plain_text(&caption.value).trim().to_owned()
}

/// Writes a clause in the list it belongs to, or as the section it is.
fn in_its_list(w: &mut TextWriter<'_>, block: &Block) {
    let depth = if block.is_section() || matches!(block, Block::Frame(_)) { 2 } else { 3 };
    blocks(w, std::slice::from_ref(block), &mut ListScope::new(depth));
}
