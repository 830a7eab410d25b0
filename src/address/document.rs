//! One document: its units matched with its lock.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::assign::{Context, Input};
use super::lock::Lock;
use super::matching::{self, Matches};
use super::memory::Read;
use super::records::has_been;
use super::site::Known;
use super::unit::{Unit, units};
use super::{ask, id, record};
use crate::diagnostic::{Diagnostics, Severity, SourceFile, Span, catalogue};
use crate::policy::{Body, DocumentId, Metadata};
use crate::recall::Same;

/// What is known of a document by itself. Nothing of it depends on other documents.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) id: DocumentId,
    pub(super) source: Arc<SourceFile>,
    pub(super) body: Arc<Body>,
    pub(super) units: Vec<Unit>,
    pub(super) matches: Matches,
    /// The lock as read; a new one for a document that has none.
    pub(super) lock: Arc<Lock>,
    pub(super) lock_path: String,
    /// Whether it is public, so that its addresses are recorded.
    pub(super) is_published: bool,
    /// The date of this version.
    pub(super) date: Option<Date>,
    /// Whether it is public and its lock says less than the text, or stands for another name of the document.
    pub(super) is_outdated: bool,
    /// The clauses of its lock, by id, that are neither in the text nor known to be gone.
    pub(super) lost: Vec<Box<str>>,
    /// The units to which an author has given an id.
    pub(super) authored: Vec<usize>,
    /// Whether its lock is there and cannot be read.
    is_unreadable: bool,
    found: Diagnostics,
}

impl Prepared {
    /// The ids an author has given, with their units.
    pub(super) fn authored_ids(&self) -> impl Iterator<Item = (usize, &str)> {
        let id = |unit: &usize| Some((*unit, &*self.units.get(*unit)?.authored.as_ref()?.value));
        self.authored.iter().filter_map(id)
    }
}

/// All that is known from, besides the document's name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DraftKey {
    source: Same<SourceFile>,
    body: Same<Body>,
    lock: Option<Same<SourceFile>>,
    is_published: bool,
    date: Option<Date>,
    is_unreadable: bool,
    past: Past,
    /// Its former names.
    former: Vec<DocumentId>,
    name: NamePast,
}

/// What a document's present name was before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum NamePast {
    /// No document was published under it.
    New,
    /// A document was; its record bears it.
    Known,
}

/// What a document's past says about its present.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Past {
    Fine,
    /// It was published and has no lock.
    LockMissing,
    /// It was published and is no longer.
    Unpublished,
}

/// A document on its way to its addresses.
pub(super) struct Draft {
    pub(super) prepared: Arc<Prepared>,
    /// Whether a finding of another document stands against recording this one.
    pub(super) is_held_back: bool,
    /// What was found when it was compared with others.
    pub(super) found: Diagnostics,
}

impl Deref for Draft {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.prepared
    }
}

impl Draft {
    pub(super) fn new(prepared: Arc<Prepared>) -> Self {
        Self { prepared, is_held_back: false, found: Diagnostics::default() }
    }

    /// Whether nothing stands against recording it.
    pub(super) fn is_sound(&self) -> bool {
        !self.is_held_back && !self.is_unreadable && !self.has_error()
    }

    /// Whether something grave was found.
    pub(super) fn has_error(&self) -> bool {
        let mut all = self.prepared.found.iter().chain(self.found.iter());
        all.any(|finding| finding.severity == Severity::Error)
    }

    /// All that was found.
    pub(super) fn into_found(self) -> Diagnostics {
        let mut found = self.prepared.found.clone();
        found.extend(self.found);
        found
    }
}

impl DraftKey {
    pub(super) fn of(id: &DocumentId, input: &Input<'_>, context: &Context<'_>, known: &Known) -> Self {
        let lock_path = lock_path(&input.source.path);
        let is_published = input.meta.is_public(context.now);
        let is_unreadable = !context.locks.contains_key(&lock_path) && context.unreadable.contains(&lock_path);
        let has_lock = context.locks.contains_key(&lock_path) || is_unreadable || known.is_left_behind(id);
        let past = match known.was_published(id) {
            true if !has_lock => Past::LockMissing,
            true if !is_published => Past::Unpublished,
            // Taken down, and here again: it must go on with its record.
            false if is_published && !has_lock && known.was_taken_down(id) => Past::LockMissing,
            _ => Past::Fine,
        };
        Self {
            source: Same::of(input.source),
            body: Same::of(&input.body),
            is_published,
            past,
            date: version_date(input.meta),
            lock: context.locks.get(&lock_path).map(Same::of),
            is_unreadable,
            former: known.former_names(id).cloned().collect(),
            name: if known.has_own_record(id) { NamePast::Known } else { NamePast::New },
        }
    }
}

/// Reads and matches a document; `lock` is what was read from its lock, if it has one.
pub(super) fn prepare(id: &str, key: DraftKey, lock: Option<&Read<Lock>>) -> Prepared {
    let id = DocumentId(id.to_owned());
    let lock_path = lock_path(&key.source.0.path);
    let mut draft = Prepared {
        units: units(&key.body.0),
        matches: Matches::default(),
        lock: Arc::new(Lock::new(id.clone())),
        lock_path,
        is_published: key.is_published,
        date: key.date,
        is_outdated: false,
        lost: Vec::new(),
        authored: Vec::new(),
        is_unreadable: key.is_unreadable,
        found: Diagnostics::default(),
        id,
        source: key.source.0,
        body: key.body.0,
    };
    check_authored(&mut draft);
    if let (Some(lock), Some(file)) = (lock, key.lock) {
        use_lock(&mut draft, lock, (&file.0, &key.former, key.name));
    }
    if key.past == Past::LockMissing {
        let finding = catalogue::lock_missing(&draft.id.0, &draft.lock_path);
        draft.found.push(finding.in_file(draft.source.path.clone()));
    }
    draft.authored = (0..draft.units.len()).filter(|unit| draft.units[*unit].authored.is_some()).collect();
    draft.matches = matching::find(&draft.lock, &draft.units);
    draft.lost = lost(&draft.lock, &draft.matches);
    draft.is_outdated = key.is_published
        && (draft.is_outdated || !record::is_up_to_date(&draft.lock, &draft.units, &draft.matches.ids));
    if key.is_published {
        let asked = draft.matches.questions.iter().filter_map(|question| ask::ask(&draft, question));
        let asked: Diagnostics = asked.collect();
        draft.found.extend(asked);
    }
    if key.past == Past::Unpublished {
        draft.found.push(catalogue::document_unpublished(&draft.id.0).in_file(draft.source.path.clone()));
    }
    draft
}

fn lost(lock: &Lock, matches: &Matches) -> Vec<Box<str>> {
    if matches.ids.iter().flatten().count() == lock.live().count() {
        return Vec::new();
    }
    let known: BTreeSet<&str> = matches.ids.iter().flatten().map(|id| &**id).collect();
    lock.live().filter(|(id, _)| !known.contains(id)).map(|(id, _)| id.into()).collect()
}

fn use_lock(
    draft: &mut Prepared,
    lock: &Read<Lock>,
    (file, former, name): (&Arc<SourceFile>, &[DocumentId], NamePast),
) {
    // A record under a former name must not take the place of the one the document has had under this name.
    let may_take = |lock: &Lock| name == NamePast::New || has_been(lock, &draft.id);
    match lock {
        Err(found) => draft.found.extend(found.clone()),
        Ok(lock) if lock.document == draft.id => draft.lock = Arc::clone(lock),
        Ok(lock) if former.contains(&lock.document) && may_take(lock) => {
            draft.lock = Arc::new(Lock { document: draft.id.clone(), ..Lock::clone(lock) });
            draft.is_outdated = true;
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
fn check_authored(draft: &mut Prepared) {
    let mut seen: BTreeMap<Box<str>, Span> = BTreeMap::new();
    for unit in &mut draft.units {
        let Some(authored) = &unit.authored else { continue };
        let span = Span::new(&draft.source, authored.range.clone());
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
