//! One document: its lock read, its units matched. Nothing of this depends on other documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::assign::{Context, Input};
use super::lock::{Lock, parse};
use super::matching::{self, Matches};
use super::site::Known;
use super::unit::{Unit, units};
use super::{ask, id};
use crate::diagnostic::{Diagnostics, Severity, SourceFile, Span, catalogue};
use crate::policy::{Body, DocumentId, Metadata};

/// A document on its way to its addresses.
pub(super) struct Draft<'a> {
    pub(super) id: &'a DocumentId,
    pub(super) source: &'a Arc<SourceFile>,
    pub(super) body: Body,
    pub(super) units: Vec<Unit>,
    pub(super) matches: Matches,
    /// The lock as read; a new one for a document that has none.
    pub(super) lock: Lock,
    pub(super) lock_path: String,
    /// Whether the lock stands for another name of the document and must be written anew.
    pub(super) is_renamed: bool,
    /// Whether it is public, so that its addresses are recorded.
    pub(super) is_published: bool,
    /// The date of this version.
    pub(super) date: Option<Date>,
    /// Whether a finding of another document stands against recording this one.
    pub(super) is_held_back: bool,
    pub(super) found: Diagnostics,
}

impl Draft<'_> {
    /// Whether nothing stands against recording it.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_held_back && self.found.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// Reads and matches a document.
pub(super) fn prepare<'a>(id: &'a DocumentId, input: Input<'a>, context: &Context<'_>, known: &Known) -> Draft<'a> {
    let Input { meta, source, body } = input;
    let is_published = meta.is_public(context.now);
    let units = units(&body);
    let lock_path = lock_path(&source.path);
    let mut draft = Draft {
        id,
        source,
        body,
        units,
        matches: Matches::default(),
        lock: Lock::new(id.clone()),
        lock_path,
        is_renamed: false,
        is_published,
        date: version_date(meta),
        is_held_back: false,
        found: Diagnostics::default(),
    };
    check_authored(&mut draft);
    match context.locks.get(&draft.lock_path) {
        Some(file) => read_lock(&mut draft, file, known),
        None if context.unreadable.contains(&draft.lock_path) => draft.is_held_back = true,
        None if is_published && known.was_published(id) && !known.is_left_behind(id) => {
            let finding = catalogue::lock_missing(&id.0, &draft.lock_path);
            draft.found.push(finding.in_file(source.path.clone()));
        }
        None => {}
    }
    draft.matches = matching::find(&draft.lock, &draft.units);
    if is_published {
        let asked = draft.matches.questions.iter().filter_map(|question| ask::ask(&draft, &draft.lock, question));
        let asked: Diagnostics = asked.collect();
        draft.found.extend(asked);
    } else if known.was_published(id) {
        draft.found.push(catalogue::document_unpublished(&id.0).in_file(source.path.clone()));
    }
    draft
}

fn read_lock(draft: &mut Draft<'_>, file: &Arc<SourceFile>, known: &Known) {
    match parse(file) {
        Err(found) => draft.found.extend(found),
        Ok(lock) if lock.document == *draft.id => draft.lock = lock,
        Ok(lock) if known.renamed.get(&lock.document) == Some(draft.id) => {
            draft.lock = Lock { document: draft.id.clone(), ..lock };
            draft.is_renamed = true;
        }
        Ok(lock) => {
            let finding = catalogue::lock_of_another(&lock.document.0, &draft.id.0);
            let header = 0..file.text.find('\n').unwrap_or(file.text.len());
            draft.found.push(finding.at(Span::new(file, header)));
        }
    }
}

/// The path of a document's lock.
#[must_use]
pub fn lock_path(document_path: &str) -> String {
    format!("{}.lock", document_path.strip_suffix(".md").unwrap_or(document_path))
}

/// The date of a version is the one printed in it, never that of the clock.
#[must_use]
pub fn version_date(meta: &Metadata) -> Option<Date> {
    meta.revised.as_ref().or(meta.issued.as_ref()).or(meta.declared.as_ref()).map(|date| date.value.date)
}

/// Reports authored ids that cannot be used, or are used twice in the document, and forgets them.
fn check_authored(draft: &mut Draft<'_>) {
    let mut seen: BTreeMap<Box<str>, Span> = BTreeMap::new();
    for unit in &mut draft.units {
        let Some(authored) = &unit.authored else { continue };
        let span = Span::new(draft.source, authored.range.clone());
        let finding = if !id::is_well_formed(&authored.value) {
            catalogue::address_form(&authored.value).at(span)
        } else if id::is_reserved(&authored.value) {
            catalogue::address_reserved(&authored.value).at(span)
        } else if let Some(first) = seen.get(&authored.value) {
            let clash = catalogue::address_clash(&authored.value, &shown_place(first), &shown_place(&span));
            clash.at(span).with_related(first.clone(), catalogue::first_is_here())
        } else {
            seen.insert(authored.value.clone(), span);
            continue;
        };
        draft.found.push(finding);
        unit.authored = None;
    }
}

/// `content/a.md:12`
pub(super) fn shown_place(span: &Span) -> String {
    format!("{}:{}", span.file.path, span.start().line)
}
