//! The page of a document.

mod facts;
pub(crate) mod related;

use std::collections::BTreeSet;

use serde::Serialize;
use tera::Value;

use crate::corpus::{Corpus, PlacedObjective};
use crate::policy::{Document, Inline, LetterheadKind, LetterheadLine, Moment, Status, dates_in, plain_text};
use crate::site::feeds::structured;
use crate::site::frame::escape::push_attribute;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::{Crumb, PageHead};
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::Words;
use crate::site::frame::{drafts, link, summary};
use crate::site::text::writer::TextWriter;
use crate::site::text::{backlinks, clause, footnote, inline, toc, tombstones};
use related::{DocumentLink, RelatedDocuments};

/// The page of a document.
pub(crate) struct DocumentPage {
    pub(crate) file: OutputFile,
    /// The files of the content that it refers to.
    pub(crate) assets: BTreeSet<String>,
}

/// The page of a document.
pub(crate) fn page(site: &SiteContext<'_>, related: &RelatedDocuments<'_>, document: &Document) -> DocumentPage {
    let (corpus, meta) = (site.corpus, &document.meta);
    let mut writer = TextWriter::new(site, document);
    let context = context(&mut writer);
    let (year, year_file) = (writer.words.year(meta.fiscal_year.value), link::year_file(meta.fiscal_year.value));
    let description = summary::description(site, document);
    let neighbours = related.neighbours(document);
    let head = PageHead {
        language: &meta.language,
        contact: meta.contact.as_ref(),
        crumbs: vec![Crumb { title: &year, file: &year_file }],
        ..PageHead::plain(&writer.file, &meta.title.value, &description)
    };
    let values = [
        ("document", context),
        ("structured", Value::safe_string(&structured::of_document(corpus, document))),
        ("alternates", language_versions(corpus, document)),
        ("before", Value::from_serializable(&neighbours.before.map(DocumentLink::of))),
        ("after", Value::from_serializable(&neighbours.after.map(DocumentLink::of))),
        ("related", Value::from_serializable(&related.related(document))),
        ("share", Value::from_serializable(&related::share(&meta.title.value, &site.url(&writer.file)))),
    ];
    let file = site.page(&head, "document.html", values).of_source(&*document.source.path);
    DocumentPage { file, assets: writer.assets }
}

/// A version of a document, for search engines.
#[derive(Serialize)]
struct LanguageVersion<'a> {
    language: &'a str,
    url: String,
}

/// The versions of a document in all its languages, itself first; none when there is only one.
fn language_versions(corpus: &Corpus, document: &Document) -> Value {
    let mut all: Vec<LanguageVersion<'_>> =
        corpus.variants_of(document).map(|other| language_version(&corpus.site.base_url, other)).collect();
    if !all.is_empty() {
        all.insert(0, language_version(&corpus.site.base_url, document));
    }
    Value::from_serializable(&all)
}

fn language_version<'a>(base_url: &str, document: &'a Document) -> LanguageVersion<'a> {
    let url = link::absolute(base_url, &link::document_file(&document.id));
    LanguageVersion { language: &document.meta.language, url }
}

/// The sentence that a document was replaced: the words before and after the title of the later document.
#[derive(Serialize)]
struct ReplacedBy<'a> {
    before: &'a str,
    title: &'a str,
    after: &'a str,
    file: String,
    /// The language of the title, where it is another one.
    language: Option<&'a str>,
}

impl<'a> ReplacedBy<'a> {
    fn of(words: &'a Words<'_>, document: &Document, later: &'a Document) -> Self {
        let sentence = words.document_replaced;
        let (before, after) = sentence.split_once("{document}").unwrap_or((sentence, ""));
        let language = &later.meta.language;
        let language = (*language != document.meta.language).then_some(&**language);
        Self { before, title: &later.meta.title.value, after, file: link::document_file(&later.id), language }
    }
}

#[derive(Serialize)]
struct DocumentContext<'a> {
    kind: &'a str,
    superseded: bool,
    replacing: Vec<ReplacedBy<'a>>,
    example: bool,
    objectives: bool,
    facts: Vec<facts::Fact>,
    date: Value,
    title: Value,
    issuer: Value,
    above: Vec<PrintedLine>,
    below: Vec<PrintedLine>,
    toc: Value,
    body: Value,
    mentions: Value,
}

/// A line of the letterhead other than the title.
#[derive(Serialize)]
struct PrintedLine {
    /// Its class on the page.
    kind: &'static str,
    text: Value,
}

impl PrintedLine {
    fn of(w: &mut TextWriter<'_>, line: &LetterheadLine) -> Self {
        let kind = match line.kind {
            LetterheadKind::Number => "number",
            LetterheadKind::Date => "date",
            LetterheadKind::Addressee => "addressee",
            LetterheadKind::Issuer => "issuer",
            LetterheadKind::Remark => "remark",
        };
        let text = w.apart(|w| match line.kind {
            LetterheadKind::Date => date(w, &line.text.value),
            _ => inline::inlines(w, &line.text.value),
        });
        Self { kind, text: Value::safe_string(&text) }
    }
}

fn context(w: &mut TextWriter<'_>) -> Value {
    let (document, site, words) = (w.document, w.site, w.words);
    let letterhead = &document.body.letterhead;
    let above: Vec<PrintedLine> = letterhead.above().map(|line| PrintedLine::of(w, line)).collect();
    let date = letterhead.date().map(|date| w.apart(|w| self::date(w, &date.value))).unwrap_or_default();
    let title = w.apart(|w| match &letterhead.title {
        Some(title) => inline::inlines(w, &title.value),
        None => w.text(&document.meta.title.value),
    });
    let issuer = letterhead.issuer().map(|line| w.apart(|w| inline::inlines(w, &line.value)));
    let below = letterhead.below().map(|line| PrintedLine::of(w, line)).collect();
    drafts::push_line(&mut w.out, site, document);
    clause::body(w, &document.body);
    let toc = ends(w);
    let mentions = backlinks::of_document(w);
    Value::from_serializable(&DocumentContext {
        kind: &document.meta.kind.value,
        superseded: document.meta.status == Status::Superseded,
        replacing: site.corpus.replacing(document).map(|later| ReplacedBy::of(words, document, later)).collect(),
        example: document.meta.example,
        objectives: !PlacedObjective::of(document).is_empty(),
        facts: facts::facts(site, document),
        date: Value::safe_string(&date),
        title: Value::safe_string(&title),
        issuer: Value::safe_string(&issuer.unwrap_or_default()),
        above,
        below,
        toc: Value::safe_string(&toc),
        body: Value::safe_string(&w.out),
        mentions: Value::safe_string(&mentions),
    })
}

/// Writes the sections at the foot of the text; returns the contents of the page.
fn ends(w: &mut TextWriter<'_>) -> String {
    let (document, parts) = (w.document, w.parts);
    let mut lines = Vec::new();
    let footnotes = footnote::footnotes(w, &document.body);
    if !footnotes.is_empty() {
        lines.push(parts.contents_notes.with([]));
    }
    w.markup(&footnotes);
    let gone = tombstones::section(w);
    if !gone.is_empty() {
        lines.push(parts.contents_gone.with([]));
    }
    w.markup(&gone);
    toc::toc(parts, &document.body, &w.file, &lines)
}

/// The date line as printed; if it names a day, with that day for machines.
fn date(w: &mut TextWriter<'_>, line: &[Inline]) {
    let printed = plain_text(line);
    let day = dates_in(&printed).find_map(|found| match found.moment {
        Ok(Moment::Day(day)) => Some(day),
        _ => None,
    });
    let Some(day) = day else { return inline::inlines(w, line) };
    w.markup("<time");
    push_attribute(&mut w.out, "datetime", &day.to_string());
    w.markup(">");
    inline::inlines(w, line);
    w.markup("</time>");
}
