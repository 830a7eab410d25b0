//! What can be copied of a clause: link, name, citation, quotation, Markdown. All of it is made here.

use super::Corpus;
use crate::policy::{
    Block, Citation, CitationForm, Clause, ClauseAddress, Content, Document, DocumentId, Edition, Frame, Metadata,
    Places, Table, WrittenDate, era_date, plain_text, title_in_citation,
};

/// The title of a document as its letterhead prints it, without ruby; else that of its front matter.
#[must_use]
pub fn title_of(document: &Document) -> String {
    let printed = document.body.letterhead.title.as_ref().map(|title| plain_text(&title.value));
    printed.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| document.meta.title.value.clone())
}

/// What every place of a document is called. Without the document, nothing.
#[must_use]
pub fn places_of(corpus: &Corpus, id: &DocumentId) -> Places {
    corpus.document(id).map(|document| Places::of(&document.body)).unwrap_or_default()
}

/// The citation of a place of a document, by position; with an empty position, of the document.
#[must_use]
pub fn citation_at(corpus: &Corpus, id: &DocumentId, position: &str) -> Option<Citation> {
    let document = corpus.document(id)?;
    let title = title_in_citation(&title_of(document));
    if position.is_empty() {
        return Some(Citation { title, place: String::new() });
    }
    let place = Places::of(&document.body).at(position)?.written.to_string();
    Some(Citation { title, place })
}

/// Anything with an address: what can be cited, quoted and linked.
#[derive(Debug, Clone, Copy)]
pub enum Passage<'a> {
    /// A clause or a row.
    Clause(&'a Clause),
    /// A table.
    Table(&'a Table),
    /// An annex or supplementary provisions.
    Frame(&'a Frame),
}

/// What can be copied of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// Its address.
    pub link: String,
    /// The short citation: 「令和8年度政策経営部の運営方針」5(1).
    pub name: String,
    /// The full citation.
    pub citation: String,
    /// The text and the full citation.
    pub quotation: String,
    /// The same as Markdown.
    pub markdown: String,
}

/// Makes the strings the passages of one document offer for copying. Only base text is in them, never the reading of ruby.
#[derive(Debug, Clone)]
pub struct Citer {
    title: String,
    issuer: Option<String>,
    issued: Option<String>,
    version: Option<String>,
    /// The address of the document's page.
    url: String,
    places: Places,
}

impl Citer {
    /// Looks up what all citations of a document share.
    #[must_use]
    pub fn new(corpus: &Corpus, document: &Document) -> Self {
        let meta = &document.meta;
        let issued = meta.issued.as_ref().or(meta.declared.as_ref());
        Self {
            title: title_in_citation(&title_of(document)),
            issuer: issuer(corpus, meta),
            issued: issued.map(|date| printed(&date.value)),
            version: meta.revised.as_ref().map(|date| printed(&date.value)),
            url: format!("{}{}/", corpus.site.base_url, document.id.0),
            places: Places::of(&document.body),
        }
    }

    /// The names of the document's places.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The address of a passage.
    #[must_use]
    pub fn link<'a>(&self, passage: impl Into<Passage<'a>>) -> String {
        format!("{}#{}", self.url, passage.into().address().permalink())
    }

    /// The name of a passage, the short citation: 「令和8年度政策経営部の運営方針」5(1).
    #[must_use]
    pub fn name<'a>(&self, passage: impl Into<Passage<'a>>) -> String {
        self.cited(passage.into()).write(CitationForm::Short)
    }

    /// The full citation of a passage.
    #[must_use]
    pub fn citation<'a>(&self, passage: impl Into<Passage<'a>>) -> String {
        let passage = passage.into();
        self.cited(passage).write(CitationForm::Full(&self.edition(self.link(passage))))
    }

    /// The full citation of the document.
    #[must_use]
    pub fn document(&self) -> String {
        let citation = Citation { title: self.title.clone(), place: String::new() };
        citation.write(CitationForm::Full(&self.edition(self.url.clone())))
    }

    /// The text of a passage as printed, what belongs to it below, and the full citation after it.
    #[must_use]
    pub fn quotation<'a>(&self, passage: impl Into<Passage<'a>>) -> String {
        self.copies(passage).quotation
    }

    /// The quotation as Markdown: a block quotation and a link.
    #[must_use]
    pub fn markdown<'a>(&self, passage: impl Into<Passage<'a>>) -> String {
        self.copies(passage).markdown
    }

    /// All that can be copied of a passage.
    #[must_use]
    pub fn copies<'a>(&self, passage: impl Into<Passage<'a>>) -> Copies {
        let passage = passage.into();
        let link = self.link(passage);
        let cited = self.cited(passage);
        let name = cited.write(CitationForm::Short);
        let citation = cited.write(CitationForm::Full(&self.edition(link.clone())));
        let lines = passage.lines();
        let quotation = format!("{}\n出典：{citation}", lines.join("\n"));
        let mut markdown = String::with_capacity(quotation.len());
        for line in &lines {
            markdown.push_str("> ");
            push_escaped(&mut markdown, line);
            markdown.push_str("\n>\n");
        }
        markdown.push_str("> — [");
        push_escaped(&mut markdown, &name);
        markdown.push_str("](");
        markdown.push_str(&link);
        markdown.push(')');
        Copies { link, name, citation, quotation, markdown }
    }

    fn cited(&self, passage: Passage<'_>) -> Citation {
        let place =
            self.places.at(passage.address().position).map_or_else(String::new, |place| place.written.to_string());
        Citation { title: self.title.clone(), place }
    }

    fn edition(&self, url: String) -> Edition {
        Edition { issuer: self.issuer.clone(), issued: self.issued.clone(), url, version: self.version.clone() }
    }
}

impl<'a> Passage<'a> {
    /// Its address.
    #[must_use]
    pub fn address(self) -> ClauseAddress<'a> {
        match self {
            Self::Clause(clause) => clause.address(),
            Self::Table(table) => table.address(),
            Self::Frame(frame) => frame.address(),
        }
    }

    /// Its text without the reading of ruby, a line for each clause, labels as printed.
    fn lines(self) -> Vec<String> {
        let mut lines = Vec::new();
        match self {
            Self::Clause(clause) => clause_lines(clause, &mut lines),
            Self::Table(table) => table_lines(table, &mut lines),
            Self::Frame(frame) => frame_lines(frame, &mut lines),
        }
        lines
    }
}

impl<'a> From<&'a Clause> for Passage<'a> {
    fn from(clause: &'a Clause) -> Self {
        Self::Clause(clause)
    }
}

impl<'a> From<&'a Table> for Passage<'a> {
    fn from(table: &'a Table) -> Self {
        Self::Table(table)
    }
}

impl<'a> From<&'a Frame> for Passage<'a> {
    fn from(frame: &'a Frame) -> Self {
        Self::Frame(frame)
    }
}

/// The post, else the unit.
fn issuer(corpus: &Corpus, meta: &Metadata) -> Option<String> {
    let post = meta.issuer.as_ref().and_then(|issuer| issuer.post.clone());
    post.or_else(|| {
        let id = meta.organization.as_ref()?;
        corpus.organizations.iter().find(|unit| unit.id.value == id.value).map(|unit| unit.name.clone())
    })
}

/// A date as printed; one that was written for machines (2026-04-01) in its era.
fn printed(date: &WrittenDate) -> String {
    let written = date.as_written.trim();
    if written.contains('年') { written.to_owned() } else { era_date(date.date) }
}

/// A clause and what belongs to it, a line each, labels as printed.
fn clause_lines(clause: &Clause, lines: &mut Vec<String>) {
    let label = clause.label.as_ref().map_or_else(String::new, |label| format!("{}{}", label.printed, label.separator));
    let text = match &clause.content {
        Content::Text(text) => plain_text(text),
        Content::Cells(cells) => cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\t"),
    };
    lines.push(format!("{}{}", label.trim_start(), text));
    block_lines(&clause.children, lines);
}

fn block_lines(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Clause(clause) => clause_lines(clause, lines),
            Block::Frame(frame) => frame_lines(frame, lines),
            Block::Table(table) => table_lines(table, lines),
            Block::Quote(blocks) => block_lines(blocks, lines),
            Block::Preformatted { text, .. } => lines.extend(text.lines().map(str::to_owned)),
            Block::Rule => {}
        }
    }
}

fn frame_lines(frame: &Frame, lines: &mut Vec<String>) {
    lines.push(plain_text(&frame.text));
    block_lines(&frame.blocks, lines);
}

fn table_lines(table: &Table, lines: &mut Vec<String>) {
    lines.push(table.header.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\t"));
    table.rows.iter().for_each(|row| clause_lines(row, lines));
}

/// Text that Markdown shows as it is: signs that would become mark-up have a backslash before them.
fn push_escaped(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~')
            || (at == 0 && matches!(c, '#' | '-' | '+' | '='))
            || (matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit()));
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
}
