//! The effect of an edit on published addresses.

mod backlinks;
mod changes;
mod contexts;
mod former;

pub(super) use former::page as former_page;

use tera::Value;

use super::former::{FormerDocument, all as all_former};
use super::page::Page;
use super::words::{Words, filled};
use super::{PagesInput, link};
use crate::address::{self, AddressChangeKind, AddressRecord, AddressedClause, Revision};
use crate::corpus::Corpus;
use crate::policy::{Document, DocumentId};
use changes::AddressReview;
use contexts::{AddressRow, AddressesContext};

/// The list of documents.
pub(super) fn list(input: &PagesInput<'_>) -> Page {
    let words = Words::of(input.lang);
    let documents = input.corpus.iter().flat_map(|corpus| corpus.documents().map(move |document| (corpus, document)));
    let mut rows: Vec<AddressRow<'_>> = documents.map(|(corpus, document)| row(input, corpus, document)).collect();
    let former: Vec<FormerDocument> = input.corpus.iter().flat_map(|corpus| all_former(input, corpus)).collect();
    rows.extend(former.iter().map(|document| former::row(words, document)));
    Page {
        template: "list.html",
        title: words.addresses.to_owned(),
        place: link::ADDRESSES,
        view: Value::from_serializable(&rows),
    }
}

fn row<'a>(input: &PagesInput<'_>, corpus: &Corpus, document: &'a Document) -> AddressRow<'a> {
    let words = Words::of(input.lang);
    let mut open = None;
    let note = match lock_and_units(input, corpus, document) {
        Err(note) => note,
        Ok((lock, units)) => {
            let Revision { changes } = address::revision(&lock, &units);
            let changed = changes.iter().filter(|change| change.kind != AddressChangeKind::Same).count();
            let unclear = changes.iter().filter(|change| matches!(change.kind, AddressChangeKind::Unclear(_))).count();
            open = (unclear > 0).then(|| filled(words.settle_needed, &[("count", &unclear.to_string())]));
            let count = filled(words.changes, &[("count", &changed.to_string())]);
            if changed > 0 { count } else { words.no_changes.to_owned() }
        }
    };
    AddressRow {
        id: &document.id.0,
        title: &document.meta.title.value,
        language: &document.meta.language,
        addresses: link::addresses_file(&document.id),
        note,
        open,
    }
}

/// The page of a document.
pub(super) fn page(input: &PagesInput<'_>, corpus: &Corpus, document: &Document) -> Page {
    let language = document.meta.language.clone();
    let mut page = AddressesContext { page: input.page_of(&document.id), language, ..AddressesContext::default() };
    match lock_and_units(input, corpus, document) {
        Err(note) => page.note = Some(note),
        Ok((lock, units)) => {
            AddressReview { input, corpus, document, lock: &lock, units: &units }.fill(&mut page);
        }
    }
    document_page(Words::of(input.lang), &document.meta.title.value, &page)
}

fn document_page(words: &Words, title: &str, page: &AddressesContext) -> Page {
    Page {
        template: "addresses.html",
        title: filled(words.addresses_of, &[("title", title)]),
        place: link::ADDRESSES,
        view: Value::from_serializable(page),
    }
}

/// The published and the present state of a document, or a note why they cannot be compared.
fn lock_and_units(
    input: &PagesInput<'_>,
    corpus: &Corpus,
    document: &Document,
) -> Result<(AddressRecord, Vec<AddressedClause>), String> {
    let words = Words::of(input.lang);
    let units = address::addressed_clauses(&document.body);
    let now = |id: &DocumentId| corpus.renamed.get(id).unwrap_or(id).clone();
    match address::record_of(&document.id, &document.source.path, input.locks, now) {
        Err(address::Unreadable) => Err(words.lock_unreadable.to_owned()),
        Ok(None) => Err(filled(words.never_published, &[("count", &units.len().to_string())])),
        Ok(Some(lock)) => Ok((lock, units)),
    }
}
