//! `hoshin anchor list`: the addresses of a document, or the documents.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::document::fate;
use super::office::{Folder, Office};
use super::preview::shown;
use super::{Refused, show};
use crate::address::Fate;
use crate::command::arguments::Input;
use crate::command::console::Console;
use crate::command::{Context, report};
use crate::diagnostic::Lang;
use crate::policy::DocumentId;

/// Lists the clauses of a document, or all documents.
pub(super) fn run(id: Option<&str>, input: &Input, context: &Context, console: &mut Console) -> Result<(), Refused> {
    let office = Office::open(input, context)?;
    office.sound()?;
    let (said, value) = match id {
        None => (documents(&office, context.lang), json!({ "documents": documents_value(&office) })),
        Some(id) => {
            let folder = office.folder(&office.name_now(&DocumentId(id.to_owned())))?;
            (clauses(&folder, context.lang), clauses_value(&folder))
        }
    };
    report::say(&said, &value, context, console)?;
    Ok(())
}

/// Every document that is there or was published: name, how many clauses stand and are gone, what became of it.
fn rows(office: &Office) -> Vec<(DocumentId, usize, usize, Option<Fate>)> {
    let listed = office.list.iter().flat_map(|list| list.documents.keys());
    let mut ids: Vec<&DocumentId> = office.corpus.documents().map(|document| &document.id).chain(listed).collect();
    ids.sort_unstable();
    ids.dedup();
    let row = |id: &DocumentId| {
        let lock = office.locks.values().find(|lock| lock.document == *id);
        let live = lock.map_or(0, |lock| lock.live().count());
        let gone = lock.map_or(0, |lock| lock.entries.len()) - live;
        // A name may also be given up in the front matter of the document (`aliases`).
        let renamed = office.corpus.renamed.get(id).cloned().map(Fate::Renamed);
        let known = renamed.or_else(|| office.list.as_ref()?.documents.get(id).cloned());
        (id.clone(), live, gone, known)
    };
    ids.into_iter().map(row).collect()
}

fn documents(office: &Office, lang: Lang) -> String {
    let rows = rows(office);
    let width = rows.iter().map(|(id, ..)| id.0.len()).max().unwrap_or_default();
    let mut out = String::new();
    for (id, live, gone, known) in rows {
        let (ja, en) = known.as_ref().map_or(("未公開".to_owned(), "not published".to_owned()), fate);
        let _ = match lang {
            Lang::Ja => writeln!(out, "{:width$}  条項 {live}・なくなった条項 {gone}  {ja}", id.0),
            Lang::En => writeln!(out, "{:width$}  {live} clauses, {gone} gone  {en}", id.0),
        };
    }
    out
}

fn documents_value(office: &Office) -> Value {
    let row = |(id, live, gone, known): (DocumentId, usize, usize, Option<Fate>)| json!({ "document": id.0, "clauses": live, "gone": gone, "fate": known.as_ref().map(|known| fate(known).1) });
    rows(office).into_iter().map(row).collect()
}

/// `k7f3q  s5-1  5(1)  text`
fn clauses(folder: &Folder<'_>, lang: Lang) -> String {
    let ids = folder.ids();
    let id_width = folder.lock.entries.keys().map(|id| id.len()).max().unwrap_or(1);
    let positions = folder.units.iter().map(|unit| &*unit.position);
    let positions = positions.chain(folder.lock.entries.values().map(|entry| &*entry.position));
    let width = positions.map(str::len).max().unwrap_or_default();
    let gone: Vec<_> = folder.lock.entries.iter().filter(|(_, entry)| !entry.is_live()).collect();
    let names = folder.units.iter().map(|unit| &*unit.name).chain(gone.iter().map(|(_, entry)| &*entry.name));
    let name_width = names.map(columns).max().unwrap_or_default();
    let mut out = String::new();
    for (unit, id) in folder.units.iter().zip(&ids) {
        let id = if id.is_empty() { "-" } else { id };
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

/// Columns of a terminal: names of places are ASCII and full-width signs.
fn columns(name: &str) -> usize {
    name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn padded(name: &str, width: usize) -> String {
    format!("{name}{}", " ".repeat(width.saturating_sub(columns(name))))
}

fn clauses_value(folder: &Folder<'_>) -> Value {
    let mut values: Vec<Value> = Vec::new();
    for (unit, id) in folder.units.iter().zip(folder.ids()) {
        let id = if id.is_empty() { Value::Null } else { Value::from(&*id) };
        values.push(json!({ "id": id, "position": unit.position, "name": unit.name, "text": unit.text }));
    }
    let gone = folder.lock.entries.iter().filter(|(_, entry)| !entry.is_live());
    let gone: Vec<Value> = gone.map(|(id, entry)| show::value(id, entry)).collect();
    json!({ "document": folder.lock.document.0, "clauses": values, "gone": gone })
}
