//! `hoshin anchor list`: lists the addresses of a document, or all documents.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::document::fate_words;
use super::record_changes::shown;
use super::show;
use crate::address::DocumentFate;
use crate::command::arguments::SiteInput;
use crate::command::console::Console;
use crate::command::error::CommandError;
use crate::command::site_records::{DocumentRecord, SiteRecords};
use crate::command::{CommandContext, report};
use crate::diagnostic::Lang;
use crate::policy::DocumentId;

/// Lists the clauses of a document, or all documents.
pub(super) fn run(
    id: Option<&str>,
    input: &SiteInput,
    context: &CommandContext,
    console: &mut Console,
) -> Result<(), CommandError> {
    let records = SiteRecords::open(input, context)?;
    records.check_undamaged()?;
    let (said, value) = match id {
        None => (documents(&records, context.lang), json!({ "documents": documents_value(&records) })),
        Some(id) => {
            let record = records.record_of(&records.current_name(&DocumentId(id.to_owned())))?;
            (clauses(&record, context.lang), clauses_value(&record))
        }
    };
    report::say(&said, &value, context, console)?;
    Ok(())
}

/// A document of today, or one that was published.
struct DocumentSummary {
    id: DocumentId,
    /// How many of its clauses stand.
    live: usize,
    /// How many of its clauses are gone.
    gone: usize,
    /// Its fate; none if it has never been published.
    fate: Option<DocumentFate>,
}

fn summaries(records: &SiteRecords) -> Vec<DocumentSummary> {
    let listed = records.list.iter().flat_map(|list| list.documents.keys());
    let mut ids: Vec<&DocumentId> = records.corpus.documents().map(|document| &document.id).chain(listed).collect();
    ids.sort_unstable();
    ids.dedup();
    let summary = |id: &DocumentId| {
        let lock = records.locks.values().find(|lock| lock.document == *id);
        let live = lock.map_or(0, |lock| lock.live().count());
        let gone = lock.map_or(0, |lock| lock.entries.len()) - live;
        // The new document may name its former name in its front matter (`aliases`).
        let renamed = records.corpus.renamed.get(id).cloned().map(DocumentFate::Renamed);
        let fate = renamed.or_else(|| records.list.as_ref()?.documents.get(id).cloned());
        DocumentSummary { id: id.clone(), live, gone, fate }
    };
    ids.into_iter().map(summary).collect()
}

fn documents(records: &SiteRecords, lang: Lang) -> String {
    let summaries = summaries(records);
    let width = summaries.iter().map(|document| document.id.0.len()).max().unwrap_or_default();
    let mut out = String::new();
    for DocumentSummary { id, live, gone, fate } in summaries {
        let (ja, en) = fate.as_ref().map_or(("未公開".to_owned(), "not published".to_owned()), fate_words);
        let _ = match lang {
            Lang::Ja => writeln!(out, "{:width$}  条項 {live}・なくなった条項 {gone}  {ja}", id.0),
            Lang::En => writeln!(out, "{:width$}  {live} clauses, {gone} gone  {en}", id.0),
        };
    }
    out
}

fn documents_value(records: &SiteRecords) -> Value {
    let value = |DocumentSummary { id, live, gone, fate }: DocumentSummary| {
        let fate = fate.as_ref().map(|fate| fate_words(fate).1);
        json!({ "document": id.0, "clauses": live, "gone": gone, "fate": fate })
    };
    summaries(records).into_iter().map(value).collect()
}

/// `k7f3q  s5-1  5(1)  text`
fn clauses(record: &DocumentRecord<'_>, lang: Lang) -> String {
    let ids = record.ids();
    let id_width = record.lock.entries.keys().map(|id| id.as_str().len()).max().unwrap_or(1);
    let positions = record.units.iter().map(|unit| unit.position.as_str());
    let positions = positions.chain(record.lock.entries.values().map(|entry| entry.position.as_str()));
    let width = positions.map(str::len).max().unwrap_or_default();
    let gone: Vec<_> = record.lock.entries.iter().filter(|(_, entry)| !entry.is_live()).collect();
    let names = record.units.iter().map(|unit| &*unit.name).chain(gone.iter().map(|(_, entry)| &*entry.name));
    let name_width = names.map(columns).max().unwrap_or_default();
    let mut out = String::new();
    for (unit, id) in record.units.iter().zip(&ids) {
        let id = if id.is_empty() { "-" } else { id.as_str() };
        let name = padded(&unit.name, name_width);
        let _ = writeln!(out, "{id:id_width$}  {:width$}  {name}  {}", unit.position, shown(&unit.text));
    }
    if !gone.is_empty() {
        out.push_str(if lang == Lang::Ja { "\nなくなった条項:\n" } else { "\nGone:\n" });
    }
    for (id, entry) in gone {
        let state = show::state(&entry.state, lang);
        let name = padded(&entry.name, name_width);
        let _ = writeln!(out, "{id:id_width$}  {:width$}  {name}  {state}  {}", entry.position, shown(&entry.text));
    }
    out
}

/// The width in columns of a terminal. Names of places consist of ASCII and full-width characters.
fn columns(name: &str) -> usize {
    name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn padded(name: &str, width: usize) -> String {
    format!("{name}{}", " ".repeat(width.saturating_sub(columns(name))))
}

fn clauses_value(record: &DocumentRecord<'_>) -> Value {
    let mut values: Vec<Value> = Vec::new();
    for (unit, id) in record.units.iter().zip(record.ids()) {
        let id = if id.is_empty() { Value::Null } else { Value::from(id.as_str()) };
        values.push(json!({ "id": id, "position": unit.position, "name": unit.name, "text": unit.text }));
    }
    let gone = record.lock.entries.iter().filter(|(_, entry)| !entry.is_live());
    let gone: Vec<Value> = gone.map(|(id, entry)| show::value(id, entry)).collect();
    json!({ "document": record.lock.document.0, "clauses": values, "gone": gone })
}
