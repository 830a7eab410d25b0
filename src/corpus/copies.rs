//! The strings that readers can copy for a clause: link, name, citation, quotation, Markdown.

use super::DocumentSet;
use crate::policy::{
    Block, Citation, CitationForm, Clause, ClauseAddress, Content, Document, DocumentId, Edition, Frame, Metadata,
    NamingLanguage, Places, Position, Table, WrittenDate, english_date, era_date, plain_text, title_in_citation,
};

/// The title of a document as its letterhead prints it, without ruby; else that of its front matter.
#[must_use]
pub fn title_of(document: &Document) -> String {
    let printed = document.body.letterhead.title.as_ref().map(|title| plain_text(&title.value));
    printed.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| document.meta.title.value.clone())
}

/// The names of all places of a document; none if there is no such document.
#[must_use]
pub fn places_of(documents: &DocumentSet, id: &DocumentId) -> Places {
    documents.document(id).map(|document| Places::of(&document.body)).unwrap_or_default()
}

/// The citation of a place of a document, by position; with an empty position, of the document.
#[must_use]
pub fn citation_at(documents: &DocumentSet, id: &DocumentId, position: &Position) -> Option<Citation> {
    let document = documents.document(id)?;
    let title = title_in_citation(&title_of(document));
    if position.is_empty() {
        return Some(Citation { title, place: String::new(), naming: document.body.naming });
    }
    let place = Places::of(&document.body).at(position)?.written.to_string();
    Some(Citation { title, place, naming: document.body.naming })
}

/// Anything with an address: it can be cited, quoted and linked.
#[derive(Debug, Clone, Copy)]
pub enum Citable<'a> {
    /// A clause or a row.
    Clause(&'a Clause),
    /// A table.
    Table(&'a Table),
    /// An annex or supplementary provisions.
    Frame(&'a Frame),
}

/// The strings that readers can copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// The URL with the permalink.
    pub link: String,
    /// The short citation: 「令和8年度政策経営部の運営方針」5(1).
    pub name: String,
    /// The full citation: with issuer, date and address.
    pub citation: String,
    /// The text and the full citation after it.
    pub quotation: String,
    /// The quotation as Markdown.
    pub markdown: String,
}

/// Makes the strings to copy from one document. They contain only base text, never readings of ruby.
#[derive(Debug, Clone)]
pub struct Citer {
    title: String,
    issuer: Option<String>,
    issued: Option<String>,
    version: Option<String>,
    /// The address of the document's page.
    url: String,
    places: Places,
    naming: NamingLanguage,
}

impl Citer {
    /// Looks up the parts that all citations of a document share.
    #[must_use]
    pub fn new(documents: &DocumentSet, document: &Document) -> Self {
        let meta = &document.meta;
        let issued = meta.issued.as_ref().or(meta.declared.as_ref());
        let naming = document.body.naming;
        Self {
            title: title_in_citation(&title_of(document)),
            issuer: issuer(documents, meta),
            issued: issued.map(|date| printed(&date.value, naming)),
            version: meta.revised.as_ref().map(|date| printed(&date.value, naming)),
            url: format!("{}{}/", documents.site.base_url, document.id.0),
            places: Places::of(&document.body),
            naming,
        }
    }

    /// The names of the document's places.
    #[must_use]
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The URL with the permalink.
    #[must_use]
    pub fn link<'a>(&self, passage: impl Into<Citable<'a>>) -> String {
        format!("{}#{}", self.url, passage.into().address().permalink())
    }

    /// The short citation: 「令和8年度政策経営部の運営方針」5(1).
    #[must_use]
    pub fn name<'a>(&self, passage: impl Into<Citable<'a>>) -> String {
        self.cited(passage.into()).write(CitationForm::Short)
    }

    /// The full citation.
    #[must_use]
    pub fn citation<'a>(&self, passage: impl Into<Citable<'a>>) -> String {
        let passage = passage.into();
        self.cited(passage).write(CitationForm::Full(&self.edition(self.link(passage))))
    }

    /// The full citation of the document.
    #[must_use]
    pub fn document(&self) -> String {
        let citation = Citation { title: self.title.clone(), place: String::new(), naming: self.naming };
        citation.write(CitationForm::Full(&self.edition(self.url.clone())))
    }

    /// The text as printed with everything below it, and the full citation after it.
    #[must_use]
    pub fn quotation<'a>(&self, passage: impl Into<Citable<'a>>) -> String {
        self.copies(passage).quotation
    }

    /// The quotation as Markdown: a block quotation and a link.
    #[must_use]
    pub fn markdown<'a>(&self, passage: impl Into<Citable<'a>>) -> String {
        self.copies(passage).markdown
    }

    /// All strings to copy.
    #[must_use]
    pub fn copies<'a>(&self, passage: impl Into<Citable<'a>>) -> Copies {
        let passage = passage.into();
        let link = self.link(passage);
        let cited = self.cited(passage);
        let name = cited.write(CitationForm::Short);
        let citation = cited.write(CitationForm::Full(&self.edition(link.clone())));
        let lines = passage.lines();
        let source = match self.naming {
            NamingLanguage::Japanese => "出典：",
            NamingLanguage::English => "Source: ",
        };
        let quotation = format!("{}\n{source}{citation}", lines.join("\n"));
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

    fn cited(&self, passage: Citable<'_>) -> Citation {
        let place =
            self.places.at(passage.address().position).map_or_else(String::new, |place| place.written.to_string());
        Citation { title: self.title.clone(), place, naming: self.naming }
    }

    fn edition(&self, url: String) -> Edition {
        Edition { issuer: self.issuer.clone(), issued: self.issued.clone(), url, version: self.version.clone() }
    }
}

impl<'a> Citable<'a> {
    /// Its permanent id and positions.
    #[must_use]
    pub fn address(self) -> ClauseAddress<'a> {
        match self {
            Self::Clause(clause) => clause.address(),
            Self::Table(table) => table.address(),
            Self::Frame(frame) => frame.address(),
        }
    }

    /// The text without readings of ruby: a line for each clause, labels as printed.
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

impl<'a> From<&'a Clause> for Citable<'a> {
    fn from(clause: &'a Clause) -> Self {
        Self::Clause(clause)
    }
}

impl<'a> From<&'a Table> for Citable<'a> {
    fn from(table: &'a Table) -> Self {
        Self::Table(table)
    }
}

impl<'a> From<&'a Frame> for Citable<'a> {
    fn from(frame: &'a Frame) -> Self {
        Self::Frame(frame)
    }
}

/// The post of the issuer, else the department.
fn issuer(documents: &DocumentSet, meta: &Metadata) -> Option<String> {
    let post = meta.issuer.as_ref().and_then(|issuer| issuer.post.clone());
    post.or_else(|| {
        let id = meta.organization.as_ref()?;
        documents.organization(&id.value).map(|department| department.name.clone())
    })
}

/// A date as printed; one that is written for machines (2026-04-01) with its era.
fn printed(date: &WrittenDate, naming: NamingLanguage) -> String {
    let written = date.as_written.trim();
    let is_for_machines = written.parse::<jiff::civil::Date>().is_ok();
    match naming {
        NamingLanguage::Japanese if written.contains('年') => written.to_owned(),
        NamingLanguage::Japanese => era_date(date.date),
        NamingLanguage::English if !is_for_machines && written.is_ascii() => written.to_owned(),
        NamingLanguage::English => english_date(date.date),
    }
}

/// A clause and everything below it, a line each, labels as printed.
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
            Block::Preformatted { text, .. } => lines.extend(text.lines().map(str::to_owned)),
            other => block_lines(other.children(), lines),
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

/// Adds text that Markdown shows as it is: a backslash precedes every sign that would become markup.
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
