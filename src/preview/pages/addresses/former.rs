//! The page of a document that is gone: the targets of its addresses, and the links to it.

use super::backlinks;
use super::contexts::{AddressRow, AddressesContext, ChangeContext, ChoiceContext};
use crate::address::{self, RecordEntry};
use crate::corpus::Corpus;
use crate::edition::Stretch;
use crate::policy::{ClauseId, DocumentId};
use crate::preview::pages::former::{self, FormerDocument, FormerReason};
use crate::preview::pages::page::Page;
use crate::preview::pages::words::{Words, filled};
use crate::preview::pages::{PagesInput, link};

/// A document that is gone, in the list.
pub(super) fn row<'a>(words: &Words, former: &'a FormerDocument) -> AddressRow<'a> {
    let id = former.id();
    AddressRow {
        id: &id.0,
        title: &id.0,
        language: "",
        addresses: link::addresses_file(id),
        note: former.note(words),
        open: matches!(former.reason, FormerReason::Lost).then(|| words.settle_document.to_owned()),
    }
}

/// The page of a document that is gone; none for a document that never was.
pub(in crate::preview::pages) fn page(input: &PagesInput<'_>, corpus: &Corpus, id: &DocumentId) -> Option<Page> {
    let words = Words::of(input.lang);
    let former = former::all(input, corpus).into_iter().find(|former| former.id() == id)?;
    let mut page = AddressesContext { language: corpus.site.language.clone(), ..AddressesContext::default() };
    let mut note = former.note(words);
    match former.reason {
        FormerReason::TakenDown(..) => {
            note.push_str(&filled(words.former_addresses, &[("count", &former.clauses().to_string())]));
            page.page = input.site.filter(|site| site.taken_down.contains_key(id)).map(|_| link::page_file(id));
        }
        FormerReason::Lost => {
            let choice = |says: &str, command| ChoiceContext { says: says.to_owned(), command };
            let rename = format!("hoshin anchor rename {} … --write", id.0);
            let retire = format!("hoshin anchor retire {} --reason \"…\" --write", id.0);
            page.choices = vec![choice(words.rename_it, rename), choice(words.retire_it, retire)];
        }
    }
    page.note = Some(note);
    page.backlinks = backlinks::to_gone(input, corpus, |written| {
        written.strip_prefix(id.0.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', '|']))
    });
    let entries = address::revision(&former.lock, &[]).changes.into_iter().filter_map(|change| change.was);
    page.changes = entries.map(|(own, entry)| gone(words, own, entry)).collect();
    Some(super::document_page(words, &id.0, &page))
}

/// A clause of a document that is gone.
fn gone(words: &Words, id: &ClauseId, entry: &RecordEntry) -> ChangeContext {
    ChangeContext {
        kind: words.kind_lost,
        kind_id: "lost",
        heading: filled(words.former, &[("place", &entry.name)]),
        id: id.to_string(),
        stretches: vec![Stretch::same(&entry.text)],
        ..ChangeContext::default()
    }
}
