//! What documents and plans are called.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Corpus, title_of};
use crate::policy::{Document, DocumentId, FiscalYear, Name, Plan, Status};
use crate::source::Registry;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    Document(DocumentId),
    /// A plan, by its place in the registry.
    Plan(usize),
}

/// What a name was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    One(Named),
    Several(Vec<Named>),
    /// A document that may not be seen from there, or perhaps one that cannot be read.
    Withheld,
    Unknown,
}

/// From where a name is read: by year and day the editions of one name are told apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct View {
    /// The fiscal year of the citing document; `None` takes any year.
    pub(super) year: Option<FiscalYear>,
    /// The day of the citing document.
    pub(super) day: Option<Date>,
    /// Whether documents that are not public are seen.
    pub(super) sees_withheld: bool,
}

/// Names of documents and plans, without their years.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Names {
    by_base: BTreeMap<String, Vec<Entry>>,
    /// Whether there are documents or plans whose names could not be read.
    has_unread: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    /// The year in the name.
    year: Option<FiscalYear>,
    /// The year of the document when its name has none.
    implied: Option<FiscalYear>,
    named: Named,
    rank: Rank,
    from: Option<Date>,
    until: Option<Date>,
}

/// Of those with one name, the first rank that is there is meant.
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
    pub(super) fn of(corpus: &Corpus) -> Self {
        let unread = &corpus.unread;
        let mut names =
            Self { has_unread: unread.has_untitled || unread.registries.contains(&Registry::Plans), ..Self::default() };
        for document in corpus.public.values() {
            let rank = match document.meta.status {
                _ if corpus.is_withheld(&document.id) => Rank::Withheld,
                Status::Superseded => Rank::Superseded,
                _ => Rank::Current,
            };
            names.document(document, rank);
        }
        corpus.withheld.values().for_each(|document| names.document(document, Rank::Withheld));
        unread.titles.iter().for_each(|title| names.unread(title));
        for (at, plan) in corpus.plans.iter().enumerate() {
            for printed in std::iter::once(&plan.name).chain(plan.aliases.iter().map(|alias| &alias.value)) {
                names.plan(printed, at, plan);
            }
        }
        names
    }

    /// What a name means, seen from somewhere. Whole names only; a document goes before a plan of the same name, because it is
    /// what the plan's entry stands for.
    pub(super) fn meaning(&self, name: &Name, view: &View) -> Meaning {
        let unknown = if self.has_unread { Meaning::Withheld } else { Meaning::Unknown };
        let Some(entries) = self.by_base.get(&name.base) else { return unknown };
        let exact = |entry: &&Entry| match name.year {
            Some(year) => entry.year.or(entry.implied) == Some(year),
            None => entry.year.is_none(),
        };
        let of_the_year = |entry: &&Entry| name.year.is_none() && view.year.is_none_or(|year| entry.year == Some(year));
        let mut found: Vec<&Entry> = entries.iter().filter(exact).collect();
        if found.is_empty() {
            found = entries.iter().filter(of_the_year).collect();
        }
        let is_seen = |rank| rank != Rank::Unread && (view.sees_withheld || rank != Rank::Withheld);
        let is_hidden = found.iter().any(|entry| !is_seen(entry.rank));
        found.retain(|entry| is_seen(entry.rank));
        let Some(first) = found.iter().map(|entry| entry.rank).min() else {
            return if is_hidden { Meaning::Withheld } else { unknown };
        };
        found.retain(|entry| entry.rank == first);
        if found.len() > 1 {
            narrow(&mut found, |entry| view.year.is_some() && entry.implied == view.year);
            narrow(&mut found, |entry| view.day.is_some_and(|day| entry.is_in_force(day)));
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
            let named = Named::Document(document.id.clone());
            self.add(name.base, Entry { year: name.year, implied, named, rank, from: None, until: None });
        }
    }

    fn unread(&mut self, title: &str) {
        let Name { base, year } = Name::read(title);
        let named = Named::Document(DocumentId(String::new()));
        self.add(base, Entry { year, implied: None, named, rank: Rank::Unread, from: None, until: None });
    }

    fn plan(&mut self, printed: &str, at: usize, plan: &Plan) {
        let Name { base, year } = Name::read(printed);
        let named = Named::Plan(at);
        let entry = Entry { year, implied: None, named, rank: Rank::Plan, from: plan.from, until: plan.until };
        self.add(base, entry);
    }

    fn add(&mut self, base: String, entry: Entry) {
        let entries = self.by_base.entry(base).or_default();
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
}

impl Entry {
    fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Keeps those that fit, if any does.
fn narrow(found: &mut Vec<&Entry>, fits: impl Fn(&Entry) -> bool) {
    if found.iter().any(|entry| fits(entry)) {
        found.retain(|entry| fits(entry));
    }
}
