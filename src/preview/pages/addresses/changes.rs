//! The changes of a document, clause by clause.

use super::backlinks;
use super::contexts::{AddressesContext, Backlink, CandidateContext, ChangeContext, ChangeCount, ChoiceContext};
use crate::address::{self, AddressChange, AddressChangeKind, AddressRecord, AddressedClause, RecordEntry, Revision};
use crate::corpus::Corpus;
use crate::diagnostic::Lang;
use crate::edition::{Stretch, difference};
use crate::policy::{ClauseId, Document, Position};
use crate::preview::pages::PagesInput;
use crate::preview::pages::words::{Words, filled};

/// The most new clauses offered as the place of one that is gone.
const MOST_OFFERS: usize = 3;

/// A document, its record and its present clauses.
pub(super) struct AddressReview<'a> {
    pub(super) input: &'a PagesInput<'a>,
    pub(super) corpus: &'a Corpus,
    pub(super) document: &'a Document,
    pub(super) lock: &'a AddressRecord,
    pub(super) units: &'a [AddressedClause],
}

impl AddressReview<'_> {
    /// Puts the changes on the page; those that somebody must settle come first.
    pub(super) fn fill(&self, page: &mut AddressesContext) {
        let words = Words::of(self.input.lang);
        let Revision { changes } = address::revision(self.lock, self.units);
        if changes.iter().all(|change| change.kind == AddressChangeKind::Same) {
            page.note = Some(filled(words.unchanged, &[("count", &changes.len().to_string())]));
            return;
        }
        let new: Vec<&AddressedClause> = changes
            .iter()
            .filter(|change| change.kind == AddressChangeKind::New)
            .filter_map(|change| change.is)
            .collect();
        for kind_id in ["unclear", "lost", "both", "reworded", "moved", "new", "same"] {
            let of_kind: Vec<&AddressChange<'_>> =
                changes.iter().filter(|change| kind(words, &change.kind).1 == kind_id).collect();
            let Some(first) = of_kind.first() else { continue };
            let count = filled(words.count, &[("count", &of_kind.len().to_string())]);
            page.counts.push(ChangeCount { kind: kind(words, &first.kind).0, kind_id, count });
            if kind_id != "same" {
                page.changes.extend(of_kind.into_iter().map(|change| self.change(change, &new)));
            }
        }
    }

    fn change(&self, change: &AddressChange<'_>, new: &[&AddressedClause]) -> ChangeContext {
        let words = Words::of(self.input.lang);
        let (kind, kind_id) = kind(words, &change.kind);
        let (id, entry) = change.was.unzip();
        let position = entry.map(|entry| &entry.position).or(change.is.map(|unit| &unit.position));
        ChangeContext {
            kind,
            kind_id,
            heading: heading(words, change),
            id: id.map_or_else(String::new, ToString::to_string),
            stretches: stretches(change),
            candidates: self.candidates(change),
            note: note(words, &change.kind),
            choices: self.choices(change, new),
            backlinks: self.backlinks(change),
            posted: self.posted(id, position),
            was_public: id.is_some(),
        }
    }

    /// The clauses that an unclear one may have become, each compared with its published text.
    fn candidates(&self, change: &AddressChange<'_>) -> Vec<CandidateContext> {
        let (AddressChangeKind::Unclear(question), Some((_, entry))) = (&change.kind, change.was) else {
            return Vec::new();
        };
        let units = question.candidates.iter().filter_map(|candidate| self.units.get(candidate.clause));
        let candidate = |unit: &AddressedClause| {
            let stretches = difference(&entry.text, &unit.text);
            CandidateContext { name: unit.name.to_string(), stretches }
        };
        units.map(candidate).collect()
    }

    fn choices(&self, change: &AddressChange<'_>, new: &[&AddressedClause]) -> Vec<ChoiceContext> {
        let Some((id, _)) = change.was else { return Vec::new() };
        let (document, lang) = (&self.document.id, self.input.lang);
        let choice = |ja: String, en: String, command: String| ChoiceContext {
            says: if lang == Lang::Ja { ja } else { en },
            command: format!("{command} --write"),
        };
        match &change.kind {
            AddressChangeKind::Unclear(question) => address::answers(document, self.units, question)
                .into_iter()
                .map(|it| choice(it.says.ja, it.says.en, it.command))
                .collect(),
            AddressChangeKind::Lost => {
                let offer = |unit: &&AddressedClause| {
                    let (ja, en) = (format!("「{}」に残っている", unit.name), format!("it stands at {}", unit.name));
                    choice(ja, en, format!("hoshin anchor same {id} {}#{}", document.0, unit.position))
                };
                let gone = choice(
                    "なくなった（わけを添える）".to_owned(),
                    "it is gone, and why".to_owned(),
                    format!("hoshin anchor retire {id} --reason \"…\""),
                );
                std::iter::once(gone).chain(new.iter().take(MOST_OFFERS).map(offer)).collect()
            }
            AddressChangeKind::Reworded | AddressChangeKind::MovedAndReworded => {
                let place = change.is.map_or("", |unit| unit.position.as_str());
                let command = format!("hoshin anchor retire {id} --successor {place}");
                vec![choice("別の項になった".to_owned(), "it is another clause now".to_owned(), command)]
            }
            AddressChangeKind::Same | AddressChangeKind::Moved | AddressChangeKind::New => Vec::new(),
        }
    }

    /// The links to a clause: to its present place, or to its former one.
    fn backlinks(&self, change: &AddressChange<'_>) -> Vec<Backlink> {
        let id = &self.document.id;
        if let Some(unit) = change.is {
            return backlinks::to_clause(self.input, self.corpus, id, &unit.position);
        }
        let Some((own, entry)) = change.was else { return Vec::new() };
        let targets = [format!("{}#{}", id.0, entry.position), format!("{}#{own}", id.0)];
        let led_here = |written: &str| {
            targets.iter().any(|target| written == target || written.starts_with(&format!("{target}|")))
        };
        backlinks::to_gone(self.input, self.corpus, led_here)
    }

    /// The posts about a clause that are out already and cannot be changed.
    fn posted(&self, id: Option<&ClauseId>, position: Option<&Position>) -> Vec<String> {
        let words = Words::of(self.input.lang);
        let notes = self.corpus.sidecars.get(&self.document.id).into_iter().flat_map(|sidecar| &sidecar.clauses);
        let own = notes.filter(|(clause, _)| {
            id.is_some_and(|id| *id == *clause.value) || position.is_some_and(|it| *it == *clause.value)
        });
        let posted = own.filter_map(|(_, notes)| notes.sns.as_ref()).flat_map(|sns| &sns.posted);
        posted
            .map(|it| {
                let values = [("channel", it.channel.value.title), ("on", &it.on.date.to_string())];
                filled(words.posted, &values)
            })
            .collect()
    }
}

/// The word for a kind of change, and its name in style sheets.
fn kind(words: &'static Words, kind: &AddressChangeKind) -> (&'static str, &'static str) {
    match kind {
        AddressChangeKind::Same => (words.kind_same, "same"),
        AddressChangeKind::Moved => (words.kind_moved, "moved"),
        AddressChangeKind::Reworded => (words.kind_reworded, "reworded"),
        AddressChangeKind::MovedAndReworded => (words.kind_both, "both"),
        AddressChangeKind::Unclear(_) => (words.kind_unclear, "unclear"),
        AddressChangeKind::Lost => (words.kind_lost, "lost"),
        AddressChangeKind::New => (words.kind_new, "new"),
    }
}

fn heading(words: &Words, change: &AddressChange<'_>) -> String {
    match (change.was, change.is) {
        (Some((_, was)), Some(is)) if was.name != is.name => {
            filled(words.was_is, &[("was", &was.name), ("is", &is.name)])
        }
        (_, Some(is)) => is.name.to_string(),
        (Some((_, was)), None) => filled(words.former, &[("place", &was.name)]),
        (None, None) => String::new(),
    }
}

fn stretches(change: &AddressChange<'_>) -> Vec<Stretch> {
    let text =
        |entry: Option<(&ClauseId, &RecordEntry)>| entry.map_or(String::new(), |(_, entry)| entry.text.to_string());
    match change.kind {
        // The comparisons stand with the candidates.
        AddressChangeKind::Unclear(_) => vec![Stretch::same(&text(change.was))],
        _ => difference(&text(change.was), change.is.map_or("", |unit| &unit.text)),
    }
}

fn note(words: &Words, kind: &AddressChangeKind) -> &'static str {
    match kind {
        AddressChangeKind::Unclear(_) => words.settle_note,
        AddressChangeKind::Lost => words.lost_note,
        AddressChangeKind::Moved => words.moved_note,
        AddressChangeKind::Reworded | AddressChangeKind::MovedAndReworded => words.reworded_note,
        AddressChangeKind::New => words.new_note,
        AddressChangeKind::Same => "",
    }
}
