//! A document's page.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::around::{self, Around, Other};
use super::escape::push_attribute;
use super::page::{Crumb, Page, Shared};
use super::theme::{RenderFailure, Theme};
use super::toc::Ending;
use super::words::Words;
use super::writer::{Shelf, Writer};
use super::{backlink, clause, early, facts, footnote, gone, inline, link, structured, summary, toc};
use crate::corpus::{Corpus, PlacedObjective};
use crate::policy::{Document, Inline, Moment, Status, dates_in, plain_text};

/// A page that was made.
pub(super) struct Written {
    /// Its output file.
    pub(super) file: String,
    /// Its bytes.
    pub(super) page: Result<Arc<[u8]>, RenderFailure>,
    /// The files of the content it refers to.
    pub(super) assets: BTreeSet<String>,
}

/// What a page is set in.
pub(super) struct Setting<'a> {
    /// What all pages share.
    pub(super) shared: &'a Shared<'a>,
    /// The templates.
    pub(super) theme: &'a Theme,
    /// The documents around it.
    pub(super) around: &'a Around<'a>,
}

/// The page of a document.
pub(super) fn page(shelf: &Shelf<'_>, setting: &Setting<'_>, document: &Document) -> Written {
    let mut writer = Writer::new(shelf, document);
    let view = view(&mut writer);
    let meta = &document.meta;
    let (year, year_file) = (writer.words.year(meta.fiscal_year.value), link::year_file(meta.fiscal_year.value));
    let description = summary::description(document);
    let mut context = setting.shared.context(&Page {
        file: &writer.file,
        title: &meta.title.value,
        description: &description,
        language: &meta.language,
        contact: meta.contact.as_ref(),
        crumbs: vec![Crumb { title: &year, file: &year_file }],
        canonical: None,
    });
    context.insert_value("document", view);
    let structured = structured::of_document(shelf.corpus, document);
    context.insert_value("structured", Value::safe_string(&structured));
    context.insert_value("alternates", alternates(shelf.corpus, document));
    let (before, after) = setting.around.beside(document);
    let url = link::absolute(&shelf.corpus.site.base_url, &writer.file);
    context.insert_value("before", Value::from_serializable(&before.map(Other::of)));
    context.insert_value("after", Value::from_serializable(&after.map(Other::of)));
    context.insert_value("related", Value::from_serializable(&setting.around.related(document)));
    context.insert_value("share", Value::from_serializable(&around::share(&meta.title.value, &url)));
    let page = setting.theme.page("document.html", &context).map(|page| Arc::from(page.into_bytes()));
    Written { file: writer.file, page, assets: writer.assets }
}

/// A version of a document, for search engines.
#[derive(Serialize)]
struct Alternate<'a> {
    language: &'a str,
    url: String,
}

/// The versions of a document in all its languages, itself first; none when there is only one.
fn alternates(corpus: &Corpus, document: &Document) -> Value {
    let mut all: Vec<Alternate<'_>> =
        corpus.variants_of(document).map(|other| alternate(&corpus.site.base_url, other)).collect();
    if !all.is_empty() {
        all.insert(0, alternate(&corpus.site.base_url, document));
    }
    Value::from_serializable(&all)
}

fn alternate<'a>(base_url: &str, document: &'a Document) -> Alternate<'a> {
    let url = link::absolute(base_url, &link::document_file(&document.id));
    Alternate { language: &document.meta.language, url }
}

/// The sentence that a document was replaced: the words before and after the title of the later one.
#[derive(Serialize)]
struct Replacing<'a> {
    before: &'static str,
    title: &'a str,
    after: &'static str,
    file: String,
    /// The language of the title, where it is another one.
    language: Option<&'a str>,
}

impl<'a> Replacing<'a> {
    fn of(document: &Document, later: &'a Document) -> Self {
        let sentence = Words::of(&document.meta.language).document_replaced;
        let (before, after) = sentence.split_once("{document}").unwrap_or((sentence, ""));
        let language = &later.meta.language;
        let language = (*language != document.meta.language).then_some(&**language);
        Self { before, title: &later.meta.title.value, after, file: link::document_file(&later.id), language }
    }
}

fn view(w: &mut Writer<'_>) -> Value {
    #[derive(Serialize)]
    struct View<'a> {
        kind: &'a str,
        superseded: bool,
        replacing: Vec<Replacing<'a>>,
        example: bool,
        objectives: bool,
        facts: Vec<facts::Fact>,
        date: Value,
        title: Value,
        issuer: Value,
        toc: Value,
        body: Value,
        mentions: Value,
    }
    let document = w.document;
    let letterhead = &document.body.letterhead;
    let date = letterhead.date.as_ref().map(|date| piece(w, |w| self::date(w, &date.value))).unwrap_or_default();
    let title = piece(w, |w| match &letterhead.title {
        Some(title) => inline::inlines(w, &title.value),
        None => w.text(&document.meta.title.value),
    });
    let issuer = letterhead.issuer.as_ref().map(|line| piece(w, |w| inline::inlines(w, &line.value)));
    early::push_line(&mut w.out, w.shelf.corpus, document);
    clause::body(w, &document.body);
    let endings: Vec<Ending> =
        [footnote::footnotes(w, &document.body), gone::section(w)].into_iter().flatten().collect();
    let mentions = piece(w, backlink::of_document);
    Value::from_serializable(&View {
        kind: &document.meta.kind.value,
        superseded: document.meta.status == Status::Superseded,
        replacing: w.shelf.corpus.replacing(document).map(|later| Replacing::of(document, later)).collect(),
        example: document.meta.example,
        objectives: !PlacedObjective::of(document).is_empty(),
        facts: facts::facts(w.shelf.corpus, document),
        date: Value::safe_string(&date),
        title: Value::safe_string(&title),
        issuer: Value::safe_string(&issuer.unwrap_or_default()),
        toc: Value::safe_string(&toc::toc(&document.body, &w.file, &endings)),
        body: Value::safe_string(&w.out),
        mentions: Value::safe_string(&mentions),
    })
}

/// What `write` adds, apart from the rest.
fn piece(w: &mut Writer<'_>, write: impl FnOnce(&mut Writer<'_>)) -> String {
    let before = std::mem::take(&mut w.out);
    write(w);
    std::mem::replace(&mut w.out, before)
}

/// The date line as printed; if it names a day, with that day for machines.
fn date(w: &mut Writer<'_>, line: &[Inline]) {
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
