//! A document's page.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use tera::Value;

use super::escape::push_attribute;
use super::page::{Crumb, Page, Shared};
use super::theme::{RenderFailure, Theme};
use super::writer::{Shelf, Writer};
use super::{backlink, clause, facts, footnote, gone, inline, link, summary, toc};
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

/// The page of a document.
pub(super) fn page(shelf: &Shelf<'_>, shared: &Shared<'_>, theme: &Theme, document: &Document) -> Written {
    let mut writer = Writer::new(shelf, document);
    let view = view(&mut writer);
    let meta = &document.meta;
    let (year, year_file) = (meta.fiscal_year.value.wareki(), link::year_file(meta.fiscal_year.value));
    let description = summary::description(document);
    let mut context = shared.context(&Page {
        file: &writer.file,
        title: &meta.title.value,
        description: &description,
        language: &meta.language,
        contact: meta.contact.as_ref(),
        crumbs: vec![Crumb { title: &year, file: &year_file }],
        canonical: None,
    });
    context.insert_value("document", view);
    let page = theme.page("document.html", &context).map(|page| Arc::from(page.into_bytes()));
    Written { file: writer.file, page, assets: writer.assets }
}

fn view(w: &mut Writer<'_>) -> Value {
    #[derive(Serialize)]
    struct View<'a> {
        kind: &'a str,
        superseded: bool,
        facts: Vec<facts::Fact>,
        date: Value,
        title: Value,
        issuer: Value,
        toc: Value,
        body: Value,
    }
    let document = w.document;
    let letterhead = &document.body.letterhead;
    let date = letterhead.date.as_ref().map(|date| piece(w, |w| self::date(w, &date.value))).unwrap_or_default();
    let title = piece(w, |w| match &letterhead.title {
        Some(title) => inline::inlines(w, &title.value),
        None => w.text(&document.meta.title.value),
    });
    let issuer = letterhead.issuer.as_ref().map(|line| piece(w, |w| inline::inlines(w, &line.value)));
    clause::body(w, &document.body);
    footnote::footnotes(w, &document.body);
    gone::section(w);
    backlink::of_document(w);
    Value::from_serializable(&View {
        kind: &document.meta.kind.value,
        superseded: document.meta.status == Status::Superseded,
        facts: facts::facts(w.shelf.corpus, document),
        date: Value::safe_string(&date),
        title: Value::safe_string(&title),
        issuer: Value::safe_string(&issuer.unwrap_or_default()),
        toc: Value::safe_string(&toc::toc(&document.body, &w.file)),
        body: Value::safe_string(&w.out),
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
