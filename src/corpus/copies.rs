//! What can be copied of a clause: link, name, citation, quotation, Markdown. All of it is made here.

use super::Corpus;
use crate::policy::{
    Block, Citation, Clause, Content, Document, DocumentId, Edition, Form, Metadata, Places, WrittenDate, era_date,
    plain_text, title_in_citation,
};

/// The strings a clause offers for copying. Only base text is in them, never the reading of ruby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// Its address.
    pub link: String,
    /// Its name: the short citation 「令和8年度政策経営部の運営方針」5(1).
    pub name: String,
    /// The full citation.
    pub citation: String,
    /// Its text as printed, its parts below it, and the full citation after it.
    pub quotation: String,
    /// The same as Markdown: a block quotation and a link.
    pub markdown: String,
}

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

/// What can be copied of a clause. `places` are those of its document ([`places_of`]), made once for all its clauses.
#[must_use]
pub fn copies(corpus: &Corpus, document: &Document, places: &Places, clause: &Clause) -> Copies {
    let place = places.at(&clause.position).map_or_else(String::new, |place| place.written.to_string());
    let citation = Citation { title: title_in_citation(&title_of(document)), place };
    let link = format!("{}{}/#{}", corpus.site.base_url, document.id.0, clause.permalink());
    let name = citation.write(Form::Short);
    let full = citation.write(Form::Full(&edition(corpus, document, link.clone())));
    let mut lines = Vec::new();
    clause_lines(clause, &mut lines);
    let quotation = format!("{}\n出典：{full}", lines.join("\n"));
    let quoted: Vec<String> = lines.iter().map(|line| format!("> {}", escaped(line))).collect();
    let markdown = format!("{}\n>\n> — [{}]({link})", quoted.join("\n>\n"), escaped(&name));
    Copies { link, name, citation: full, quotation, markdown }
}

/// The edition of a document that is cited.
fn edition(corpus: &Corpus, document: &Document, url: String) -> Edition {
    let meta = &document.meta;
    let issued = meta.issued.as_ref().or(meta.declared.as_ref()).map(|date| printed(&date.value));
    let version = meta.revised.as_ref().map(|date| printed(&date.value));
    Edition { issuer: issuer(corpus, meta), issued, url, version }
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
            Block::Frame(frame) => {
                lines.push(plain_text(&frame.text));
                block_lines(&frame.blocks, lines);
            }
            Block::Table(table) => {
                lines.push(table.header.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("\t"));
                table.rows.iter().for_each(|row| clause_lines(row, lines));
            }
            Block::Quote(blocks) => block_lines(blocks, lines),
            Block::Preformatted { text, .. } => lines.extend(text.lines().map(str::to_owned)),
            Block::Rule => {}
        }
    }
}

/// Text that Markdown shows as it is: signs that would become mark-up have a backslash before them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_mark = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~')
            || (at == 0 && matches!(c, '#' | '-' | '+' | '='))
            || (matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit()));
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
