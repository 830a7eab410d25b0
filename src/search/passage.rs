//! The passages of a document that can be found, each with its text and address.

use std::borrow::Cow;

use crate::corpus::{Corpus, title_of};
use crate::policy::{
    Block, Citation, CitationForm, Clause, ClauseAddress, Content, Document, Footnote, Fragment, Frame, Inline, Issuer,
    Moment, NamingLanguage, Places, Table, TableLayout, covering, dates_in, plain_text, title_in_citation,
};

/// Marks around ruby in the text of a passage: the Unicode characters for interlinear annotations. If the official text contains
/// them, they are left out, because they are invisible.
pub(super) const BASE: char = '\u{fff9}';
pub(super) const READING: char = '\u{fffa}';
pub(super) const END: char = '\u{fffb}';

/// A text that can be found: a clause, a row or header of a table, a footnote, or the document itself, which comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPassage {
    /// The fragment of its address in the document; empty for the document itself.
    pub fragment: Fragment,
    /// Its cited position: `5(1)`; empty for the document itself.
    pub place: String,
    /// Its text as typed, without markup, with ruby in marks. Only code blocks have line breaks.
    pub text: String,
}

impl SearchPassage {
    /// Its text on one line, without the readings of ruby.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        if !self.text.contains(BASE) {
            return Cow::Borrowed(&self.text);
        }
        let mut out = String::with_capacity(self.text.len());
        for piece in self.text.split([BASE, END]) {
            out.push_str(piece.split(READING).next().unwrap_or_default());
        }
        Cow::Owned(out)
    }
}

/// The passages of a document, in the order of the page. Passages with the same address are adjacent.
#[must_use]
pub fn passages(corpus: &Corpus, document: &Document) -> Vec<SearchPassage> {
    let places = Places::of(&document.body);
    let mut collector = Collector {
        places: &places,
        naming: document.body.naming,
        fragment: Fragment::default(),
        place: String::new(),
        all: Vec::new(),
    };
    collector.add(&front(corpus, document));
    collector.blocks(&document.body.blocks);
    document.body.footnotes.iter().for_each(|note| collector.footnote(note));
    collector.all
}

/// The citation of a document: 「令和8年度政策経営部の運営方針」.
pub(super) fn cited(document: &Document) -> String {
    let title = title_in_citation(&title_of(document));
    Citation { title, place: String::new(), naming: document.body.naming }.write(CitationForm::Short)
}

/// The text above the clauses with the metadata of the document.
fn front(corpus: &Corpus, document: &Document) -> String {
    let (meta, head) = (&document.meta, &document.body.letterhead);
    let title = head.title.as_ref().map_or_else(|| meta.title.value.clone(), |title| marked(&title.value));
    let year = meta.fiscal_year.value;
    let year = match document.body.naming {
        NamingLanguage::Japanese => {
            (!dates_in(&title).any(|date| date.moment == Ok(Moment::FiscalYear(year)))).then(|| year.wareki())
        }
        NamingLanguage::English => {
            let western = year.0.to_string();
            (!title.contains(&western)).then(|| format!("Fiscal year {western}"))
        }
    };
    let date = head.date().map(|date| plain_text(&date.value));
    let unit =
        meta.organization.as_ref().and_then(|id| corpus.organizations.iter().find(|unit| unit.id.value == id.value));
    let issuer = head.issuer().map(|issuer| marked(&issuer.value));
    let lines = head.lines.iter().map(|line| Some(marked(&line.text.value)));
    let named = meta.issuer.as_ref().and_then(Issuer::display_name);
    let parts =
        [Some(title), year, Some(meta.kind.value.clone()), date, issuer.or(named), unit.map(|unit| unit.name.clone())];
    let mut shown: Vec<String> = Vec::new();
    for part in parts.into_iter().chain(lines).flatten().filter(|part| !part.is_empty()) {
        if !shown.contains(&part) {
            shown.push(part);
        }
    }
    shown.join(match document.body.naming {
        NamingLanguage::Japanese => "／",
        NamingLanguage::English => " / ",
    })
}

struct Collector<'a> {
    places: &'a Places,
    naming: NamingLanguage,
    /// The fragment and cited position for the next passages. Code blocks have those of the clause before.
    fragment: Fragment,
    place: String,
    all: Vec<SearchPassage>,
}

impl Collector<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Clause(clause) => self.clause(clause),
                Block::Frame(frame) => self.frame(frame),
                Block::Table(table) => self.table(table),
                Block::Preformatted { text, .. } => self.add(&cleaned(text)),
                other => self.blocks(other.children()),
            }
        }
    }

    fn clause(&mut self, clause: &Clause) {
        self.move_to(clause.address());
        if let Some(caption) = &clause.caption {
            self.add(&marked(&caption.value));
        }
        let mut text = String::new();
        if let Some(label) = &clause.label {
            text.push_str(label.printed.trim_start());
            text.push_str(&label.separator);
        }
        match &clause.content {
            Content::Text(inlines) => push_marked(inlines, &mut text),
            Content::Cells(cells) => text.push_str(&row(cells.iter())),
        }
        self.add(&text);
        self.blocks(&clause.children);
    }

    fn frame(&mut self, frame: &Frame) {
        if !frame.position.is_empty() {
            self.move_to(frame.address());
            self.add(&marked(&frame.text));
        }
        self.blocks(&frame.blocks);
    }

    fn table(&mut self, table: &Table) {
        self.move_to(table.address());
        self.add(&row(table.header.iter()));
        let counts = table.rows.iter().map(|row| row.texts().len());
        let whole = covering(&TableLayout::place(&table.layout.rows, counts));
        for (clause, cells) in table.rows.iter().zip(whole) {
            self.move_to(clause.address());
            // A merged cell is found with every row that it covers.
            self.add(&row(cells.iter().filter_map(|cell| table.rows[cell.row].texts().get(cell.index))));
        }
    }

    fn footnote(&mut self, note: &Footnote) {
        self.fragment = Footnote::fragment(note.number);
        self.place = match self.naming {
            NamingLanguage::Japanese => format!("注{}", note.number),
            NamingLanguage::English => format!("note {}", note.number),
        };
        let paragraphs: Vec<String> = note.paragraphs.iter().map(|paragraph| marked(paragraph)).collect();
        self.add(&paragraphs.join(" "));
    }

    fn move_to(&mut self, address: ClauseAddress<'_>) {
        self.place = self.places.at(address.position).map_or_else(String::new, |place| place.written.to_string());
        self.fragment = address.permalink();
    }

    fn add(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let (fragment, place) = (self.fragment.clone(), self.place.clone());
        self.all.push(SearchPassage { fragment, place, text: text.to_owned() });
    }
}

fn row<'a>(cells: impl Iterator<Item = &'a Vec<Inline>>) -> String {
    cells.map(|cell| marked(cell)).collect::<Vec<_>>().join(" | ")
}

/// Running text without markup, with ruby in marks.
fn marked(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_marked(inlines, &mut out);
    out
}

fn push_marked(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::RawHtml(text) => push_cleaned(text, out),
            Inline::Ruby(pairs) => {
                for pair in pairs {
                    out.push(BASE);
                    push_cleaned(&pair.base, out);
                    out.push(READING);
                    push_cleaned(&pair.reading, out);
                    out.push(END);
                }
            }
            Inline::Image(image) => push_cleaned(&image.alt, out),
            Inline::LineBreak => out.push(' '),
            other => push_marked(other.children(), out),
        }
    }
}

fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_cleaned(text, &mut out);
    out
}

fn push_cleaned(text: &str, out: &mut String) {
    if text.contains(is_annotation) {
        out.extend(text.chars().filter(|c| !is_annotation(*c)));
    } else {
        out.push_str(text);
    }
}

fn is_annotation(c: char) -> bool {
    matches!(c, BASE..=END)
}
