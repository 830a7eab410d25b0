//! Names of documents and plans.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::registered_names::RegisteredNames;
use super::{DocumentSet, title_of};
use crate::policy::{Document, DocumentId, FiscalYear, Name, Plan, Status};
use crate::source::Registry;

/// The document or plan of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NameTarget {
    Document(DocumentId),
    /// A plan, by its index in the registry.
    Plan(usize),
}

/// The meaning of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    One(NameTarget),
    Several(Vec<NameTarget>),
    /// A document that the citing document does not see, or perhaps one that cannot be read.
    Withheld,
    Unknown,
}

/// The citing document: its year and day tell the editions of one name apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameContext {
    /// The fiscal year; `None` allows any year.
    pub(super) year: Option<FiscalYear>,
    pub(super) day: Option<Date>,
    /// Whether it sees documents that are not public.
    pub(super) sees_withheld: bool,
}

/// Names of documents and plans, without their years.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Names {
    by_base: BTreeMap<String, Vec<NameEntry>>,
    /// Whether the names of some documents or plans could not be read.
    has_unread: bool,
    /// Departments and terms.
    pub(super) registered: RegisteredNames,
}

#[derive(Debug, Clone, PartialEq)]
struct NameEntry {
    /// The year in the name.
    year: Option<FiscalYear>,
    /// The year of the document if its name has none.
    implied: Option<FiscalYear>,
    named: NameTarget,
    rank: Rank,
    from: Option<Date>,
    until: Option<Date>,
}

/// Of several with one name, those with the first rank are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Current,
    Superseded,
    Withheld,
    Plan,
    /// Of a document that cannot be read: hidden from all.
    Unread,
}

impl Names {
    pub(super) fn of(documents: &DocumentSet) -> Self {
        let unread = &documents.unread;
        let mut names = Self {
            by_base: BTreeMap::new(),
            has_unread: unread.has_untitled || unread.registries.contains(&Registry::Plans),
            registered: RegisteredNames::of(documents),
        };
        for document in documents.public.values() {
            let rank = match document.meta.status {
                _ if documents.is_withheld(&document.id) => Rank::Withheld,
                Status::Superseded => Rank::Superseded,
                _ => Rank::Current,
            };
            names.document(document, rank);
        }
        documents.withheld.values().for_each(|document| names.document(document, Rank::Withheld));
        unread.titles.iter().for_each(|title| names.unread(title));
        for (at, plan) in documents.plans.iter().enumerate() {
            for printed in std::iter::once(&plan.name).chain(plan.aliases.iter().map(|alias| &alias.value)) {
                names.plan(printed, at, plan);
            }
        }
        names
    }

    /// The meaning of a whole name in a citing document. A document goes before a plan of the same name: it is the text of
    /// that plan.
    pub(super) fn meaning(&self, name: &Name, context: &NameContext) -> Meaning {
        let unknown = if self.has_unread { Meaning::Withheld } else { Meaning::Unknown };
        let Some(entries) = self.by_base.get(&name.base) else { return unknown };
        let exact = |entry: &&NameEntry| match name.year {
            Some(year) => entry.year.or(entry.implied) == Some(year),
            None => entry.year.is_none(),
        };
        let of_the_year =
            |entry: &&NameEntry| name.year.is_none() && context.year.is_none_or(|year| entry.year == Some(year));
        let mut found: Vec<&NameEntry> = entries.iter().filter(exact).collect();
        if found.is_empty() {
            found = entries.iter().filter(of_the_year).collect();
        }
        let is_seen = |rank| rank != Rank::Unread && (context.sees_withheld || rank != Rank::Withheld);
        let is_hidden = found.iter().any(|entry| !is_seen(entry.rank));
        found.retain(|entry| is_seen(entry.rank));
        let Some(first) = found.iter().map(|entry| entry.rank).min() else {
            return if is_hidden { Meaning::Withheld } else { unknown };
        };
        found.retain(|entry| entry.rank == first);
        if found.len() > 1 {
            narrow(&mut found, |entry| context.year.is_some() && entry.implied == context.year);
            narrow(&mut found, |entry| context.day.is_some_and(|day| entry.is_in_force(day)));
        }
        match &found[..] {
            [one] => Meaning::One(one.named.clone()),
            _ => Meaning::Several(found.into_iter().map(|entry| entry.named.clone()).collect()),
        }
    }

    fn document(&mut self, document: &Document, rank: Rank) {
        let mut names = vec![Name::read(&document.meta.title.value), Name::read(&title_of(document))];
        names.dedup();
        for name in names {
            let implied = name.year.is_none().then_some(document.meta.fiscal_year.value);
            let named = NameTarget::Document(document.id.clone());
            self.add(name.base, NameEntry { year: name.year, implied, named, rank, from: None, until: None });
        }
    }

    fn unread(&mut self, title: &str) {
        let Name { base, year } = Name::read(title);
        let named = NameTarget::Document(DocumentId(String::new()));
        self.add(base, NameEntry { year, implied: None, named, rank: Rank::Unread, from: None, until: None });
    }

    fn plan(&mut self, printed: &str, at: usize, plan: &Plan) {
        let Name { base, year } = Name::read(printed);
        let named = NameTarget::Plan(at);
        let entry = NameEntry { year, implied: None, named, rank: Rank::Plan, from: plan.from, until: plan.until };
        self.add(base, entry);
    }

    fn add(&mut self, base: String, entry: NameEntry) {
        let entries = self.by_base.entry(base).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
}

impl NameEntry {
    fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Keeps those that fit, if any do.
fn narrow(found: &mut Vec<&NameEntry>, fits: impl Fn(&NameEntry) -> bool) {
    if found.iter().any(|entry| fits(entry)) {
        found.retain(|entry| fits(entry));
    }
}
