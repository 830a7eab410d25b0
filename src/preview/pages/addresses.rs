//! What the edit does to published addresses.

use serde::Serialize;
use tera::Value;

use super::difference::{Stretch, difference};
use super::former::{self, End, Former};
use super::frame::Page;
use super::words::{Words, filled};
use super::{Input, link};
use crate::address::{self, Change, ChangeKind, Entry, Lock, Revision, Unit};
use crate::corpus::{Corpus, ProblemKind, Referent, citation_at};
use crate::policy::{CitationForm, Document, DocumentId};

/// New clauses offered as the place of one that is gone.
const MOST_OFFERS: usize = 3;

/// A document in the list.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    language: &'a str,
    addresses: String,
    note: String,
    /// What somebody has to decide.
    open: Option<String>,
}

#[derive(Serialize)]
struct View {
    language: String,
    page: Option<String>,
    note: Option<String>,
    /// How the document as a whole is settled.
    choices: Vec<ChoiceView>,
    /// Who links to it as a whole, or to any of its clauses; only of one that is gone.
    linked_by: Vec<Linker>,
    counts: Vec<Count>,
    changes: Vec<ChangeView>,
}

#[derive(Serialize)]
struct Count {
    kind: &'static str,
    kind_id: &'static str,
    count: String,
}

#[derive(Serialize)]
struct ChangeView {
    kind: &'static str,
    kind_id: &'static str,
    heading: String,
    /// The permanent id; empty for a new clause.
    id: String,
    /// The place on the page, where there is one.
    fragment: String,
    stretches: Vec<Stretch>,
    candidates: Vec<Candidate>,
    note: &'static str,
    choices: Vec<ChoiceView>,
    linked_by: Vec<Linker>,
    posted: Vec<String>,
    /// Whether anything can link to it.
    was_public: bool,
}

#[derive(Serialize)]
struct Candidate {
    name: String,
    stretches: Vec<Stretch>,
}

#[derive(Serialize)]
struct ChoiceView {
    says: String,
    command: String,
}

/// Who links to a clause.
#[derive(Serialize)]
struct Linker {
    text: String,
    page: Option<String>,
    fragment: String,
}

/// A document and what became of its addresses.
struct Compared {
    lock: Lock,
    units: Vec<Unit>,
}

/// The list of documents.
pub(super) fn list(input: &Input<'_>) -> Page {
    let words = Words::of(input.lang);
    let documents = input.corpus.iter().flat_map(|corpus| corpus.documents().map(move |document| (corpus, document)));
    let mut rows: Vec<Row<'_>> = documents.map(|(corpus, document)| row(input, corpus, document)).collect();
    let former: Vec<Former> = input.corpus.iter().flat_map(|corpus| former::all(input, corpus)).collect();
    rows.extend(former.iter().map(|former| former_row(words, former)));
    Page {
        template: "list.html",
        title: words.addresses.to_owned(),
        place: link::ADDRESSES,
        view: Value::from_serializable(&rows),
    }
}

fn row<'a>(input: &Input<'_>, corpus: &Corpus, document: &'a Document) -> Row<'a> {
    let words = Words::of(input.lang);
    let mut open = None;
    let note = match compared(input, corpus, document) {
        Err(note) => note,
        Ok(compared) => {
            let Revision { changes } = address::revision(&compared.lock, &compared.units);
            let changed = changes.iter().filter(|change| change.kind != ChangeKind::Same).count();
            let unclear = changes.iter().filter(|change| matches!(change.kind, ChangeKind::Unclear(_))).count();
            open = (unclear > 0).then(|| filled(words.settle_needed, &[("count", &unclear.to_string())]));
            let count = filled(words.changes, &[("count", &changed.to_string())]);
            if changed > 0 { count } else { words.no_changes.to_owned() }
        }
    };
    Row {
        id: &document.id.0,
        title: &document.meta.title.value,
        language: &document.meta.language,
        addresses: link::addresses_file(&document.id),
        note,
        open,
    }
}

/// The page of a document.
pub(super) fn page(input: &Input<'_>, corpus: &Corpus, document: &Document) -> Page {
    let words = Words::of(input.lang);
    let page = input.page_of(&document.id);
    let mut view = View { page, ..View::of(&document.meta.language) };
    match compared(input, corpus, document) {
        Err(note) => view.note = Some(note),
        Ok(compared) => fill(&mut view, &Office { input, corpus, document, compared: &compared }),
    }
    Page {
        template: "addresses.html",
        title: filled(words.addresses_of, &[("title", &document.meta.title.value)]),
        place: link::ADDRESSES,
        view: Value::from_serializable(&view),
    }
}

/// A document that is gone, in the list.
fn former_row<'a>(words: &Words, former: &'a Former) -> Row<'a> {
    let id = former.id();
    Row {
        id: &id.0,
        title: &id.0,
        language: "",
        addresses: link::addresses_file(id),
        note: former.note(words),
        open: matches!(former.end, End::Lost).then(|| words.settle_document.to_owned()),
    }
}

/// The page of a document that is gone: where its addresses lead, and who still links to it.
pub(super) fn former_page(input: &Input<'_>, corpus: &Corpus, id: &DocumentId) -> Option<Page> {
    let words = Words::of(input.lang);
    let former = former::all(input, corpus).into_iter().find(|former| former.id() == id)?;
    let mut view = View::of(&corpus.site.language);
    let mut note = former.note(words);
    match former.end {
        End::TakenDown(..) => {
            note.push_str(&filled(words.former_addresses, &[("count", &former.clauses().to_string())]));
            view.page = input.site.filter(|site| site.taken_down.contains_key(id)).map(|_| link::page_file(id));
        }
        End::Lost => {
            let choice = |says: &str, command| ChoiceView { says: says.to_owned(), command };
            let rename = format!("hoshin anchor rename {} … --write", id.0);
            let retire = format!("hoshin anchor retire {} --reason \"…\" --write", id.0);
            view.choices = vec![choice(words.rename_it, rename), choice(words.retire_it, retire)];
        }
    }
    view.note = Some(note);
    view.linked_by = links_to_what_is_gone(input, corpus, |written| {
        written.strip_prefix(id.0.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', '|']))
    });
    let entries = address::revision(&former.lock, &[]).changes.into_iter().filter_map(|change| change.was);
    view.changes = entries.map(|(own, entry)| gone(words, own, entry)).collect();
    Some(Page {
        template: "addresses.html",
        title: filled(words.addresses_of, &[("title", &id.0)]),
        place: link::ADDRESSES,
        view: Value::from_serializable(&view),
    })
}

/// A clause of a document that is gone.
fn gone(words: &Words, id: &str, entry: &Entry) -> ChangeView {
    ChangeView {
        kind: words.kind_lost,
        kind_id: "lost",
        heading: filled(words.former, &[("place", &entry.name)]),
        id: id.to_owned(),
        fragment: id.to_owned(),
        stretches: vec![Stretch { kind: "same", text: entry.text.to_string() }],
        candidates: Vec::new(),
        note: "",
        choices: Vec::new(),
        linked_by: Vec::new(),
        posted: Vec::new(),
        was_public: false,
    }
}

impl View {
    fn of(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            page: None,
            note: None,
            choices: Vec::new(),
            linked_by: Vec::new(),
            counts: Vec::new(),
            changes: Vec::new(),
        }
    }
}

/// The published state and the present one, or why they cannot be compared.
fn compared(input: &Input<'_>, corpus: &Corpus, document: &Document) -> Result<Compared, String> {
    let words = Words::of(input.lang);
    let units = address::units(&document.body);
    let now = |id: &DocumentId| corpus.renamed.get(id).unwrap_or(id).clone();
    match address::lock_of(&document.id, &document.source.path, input.locks, now) {
        Err(address::Unreadable) => Err(words.lock_unreadable.to_owned()),
        Ok(None) => Err(filled(words.never_published, &[("count", &units.len().to_string())])),
        Ok(Some(lock)) => Ok(Compared { lock, units }),
    }
}

/// What the page of a document is written from.
struct Office<'a> {
    input: &'a Input<'a>,
    corpus: &'a Corpus,
    document: &'a Document,
    compared: &'a Compared,
}

fn fill(view: &mut View, office: &Office<'_>) {
    let words = Words::of(office.input.lang);
    let Revision { changes } = address::revision(&office.compared.lock, &office.compared.units);
    if changes.iter().all(|change| change.kind == ChangeKind::Same) {
        view.note = Some(filled(words.unchanged, &[("count", &changes.len().to_string())]));
        return;
    }
    let new: Vec<&Unit> =
        changes.iter().filter(|change| change.kind == ChangeKind::New).filter_map(|change| change.is).collect();
    // What somebody must decide comes first.
    for kind_id in ["unclear", "lost", "both", "reworded", "moved", "new", "same"] {
        let of_kind: Vec<&Change<'_>> =
            changes.iter().filter(|change| kind(words, &change.kind).1 == kind_id).collect();
        let Some(first) = of_kind.first() else { continue };
        let count = filled(words.count, &[("count", &of_kind.len().to_string())]);
        view.counts.push(Count { kind: kind(words, &first.kind).0, kind_id, count });
        if kind_id != "same" {
            view.changes.extend(of_kind.into_iter().map(|change| office.change(change, &new)));
        }
    }
}

fn kind(words: &'static Words, kind: &ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Same => (words.kind_same, "same"),
        ChangeKind::Moved => (words.kind_moved, "moved"),
        ChangeKind::Reworded => (words.kind_reworded, "reworded"),
        ChangeKind::MovedAndReworded => (words.kind_both, "both"),
        ChangeKind::Unclear(_) => (words.kind_unclear, "unclear"),
        ChangeKind::Lost => (words.kind_lost, "lost"),
        ChangeKind::New => (words.kind_new, "new"),
    }
}

impl Office<'_> {
    fn change(&self, change: &Change<'_>, new: &[&Unit]) -> ChangeView {
        let words = Words::of(self.input.lang);
        let (kind, kind_id) = kind(words, &change.kind);
        let (id, entry) = change.was.unzip();
        let position = change.is.map_or("", |unit| &unit.position);
        ChangeView {
            kind,
            kind_id,
            heading: heading(words, change),
            id: id.unwrap_or_default().to_owned(),
            fragment: id.unwrap_or(position).to_owned(),
            stretches: stretches(change),
            candidates: self.candidates(change),
            note: note(words, &change.kind),
            choices: self.choices(change, new),
            linked_by: self.linked_by(change),
            posted: self.posted(id.unwrap_or_default(), entry.map_or(position, |entry| &entry.position)),
            was_public: id.is_some(),
        }
    }

    /// What an unclear clause may have become, each compared with its published text.
    fn candidates(&self, change: &Change<'_>) -> Vec<Candidate> {
        let (ChangeKind::Unclear(question), Some((_, entry))) = (&change.kind, change.was) else { return Vec::new() };
        let units = question.candidates.iter().filter_map(|candidate| self.compared.units.get(candidate.unit));
        let candidate =
            |unit: &Unit| Candidate { name: unit.name.to_string(), stretches: difference(&entry.text, &unit.text) };
        units.map(candidate).collect()
    }

    fn choices(&self, change: &Change<'_>, new: &[&Unit]) -> Vec<ChoiceView> {
        let Some((id, _)) = change.was else { return Vec::new() };
        let (document, lang) = (&self.document.id, self.input.lang);
        let choice = |ja: String, en: String, command: String| ChoiceView {
            says: if lang == crate::diagnostic::Lang::Ja { ja } else { en },
            command: format!("{command} --write"),
        };
        match &change.kind {
            ChangeKind::Unclear(question) => address::choices(document, &self.compared.units, question)
                .into_iter()
                .map(|it| choice(it.says.ja, it.says.en, it.command))
                .collect(),
            ChangeKind::Lost => {
                let offer = |unit: &&Unit| {
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
            ChangeKind::Reworded | ChangeKind::MovedAndReworded => {
                let place = change.is.map_or("", |unit| &unit.position);
                let command = format!("hoshin anchor retire {id} --successor {place}");
                vec![choice("別の項になった".to_owned(), "it is another clause now".to_owned(), command)]
            }
            ChangeKind::Same | ChangeKind::Moved | ChangeKind::New => Vec::new(),
        }
    }

    /// Who links to a clause: where it stands now, or where it stood.
    fn linked_by(&self, change: &Change<'_>) -> Vec<Linker> {
        let id = &self.document.id;
        if let Some(unit) = change.is {
            let referent = Referent::Clause(id.clone(), unit.position.clone());
            let all = self.corpus.links.referring_to(&referent).iter();
            return all.map(|one| linker(self.input, self.corpus, (&one.document, &one.position))).collect();
        }
        let Some((own, entry)) = change.was else { return Vec::new() };
        let targets = [format!("{}#{}", id.0, entry.position), format!("{}#{own}", id.0)];
        let leads_here = |written: &str| {
            targets.iter().any(|target| written == target || written.starts_with(&format!("{target}|")))
        };
        links_to_what_is_gone(self.input, self.corpus, leads_here)
    }

    /// Posts about it that are out already: they cannot be changed any more.
    fn posted(&self, id: &str, position: &str) -> Vec<String> {
        let words = Words::of(self.input.lang);
        let notes = self.corpus.sidecars.get(&self.document.id).into_iter().flat_map(|sidecar| &sidecar.clauses);
        let own = notes.filter(|(clause, _)| clause.value == id || clause.value == position);
        let posted = own.filter_map(|(_, notes)| notes.sns.as_ref()).flat_map(|sns| &sns.posted);
        posted
            .map(|it| {
                let values = [("channel", it.channel.value.title), ("on", &it.on.date.to_string())];
                filled(words.posted, &values)
            })
            .collect()
    }
}

/// The documents with a reference that leads nowhere any more, but did `lead_here`.
fn links_to_what_is_gone(input: &Input<'_>, corpus: &Corpus, leads_here: impl Fn(&str) -> bool) -> Vec<Linker> {
    let links = |other: &&Document| {
        let mut problems = corpus.links.problems(&other.id).iter();
        problems.any(|it| matches!(it.kind, ProblemKind::Dangling(_)) && leads_here(&it.written))
    };
    corpus.documents().filter(links).map(|other| linker(input, corpus, (&other.id, ""))).collect()
}

fn linker(input: &Input<'_>, corpus: &Corpus, (document, position): (&DocumentId, &str)) -> Linker {
    let citation = citation_at(corpus, document, position).map(|citation| citation.write(CitationForm::Short));
    Linker {
        text: citation.unwrap_or_else(|| document.0.clone()),
        page: input.page_of(document),
        fragment: position.to_owned(),
    }
}

fn heading(words: &Words, change: &Change<'_>) -> String {
    match (change.was, change.is) {
        (Some((_, was)), Some(is)) if was.name != is.name => {
            filled(words.was_is, &[("was", &was.name), ("is", &is.name)])
        }
        (_, Some(is)) => is.name.to_string(),
        (Some((_, was)), None) => filled(words.former, &[("place", &was.name)]),
        (None, None) => String::new(),
    }
}

fn stretches(change: &Change<'_>) -> Vec<Stretch> {
    let text = |entry: Option<(&str, &Entry)>| entry.map_or(String::new(), |(_, entry)| entry.text.to_string());
    match change.kind {
        // Against which text is shown with the candidates.
        ChangeKind::Unclear(_) => vec![Stretch { kind: "same", text: text(change.was) }],
        _ => difference(&text(change.was), change.is.map_or("", |unit| &unit.text)),
    }
}

fn note(words: &Words, kind: &ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Unclear(_) => words.settle_note,
        ChangeKind::Lost => words.lost_note,
        ChangeKind::Moved => words.moved_note,
        ChangeKind::Reworded | ChangeKind::MovedAndReworded => words.reworded_note,
        ChangeKind::New => words.new_note,
        ChangeKind::Same => "",
    }
}
