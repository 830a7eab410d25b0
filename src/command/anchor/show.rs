//! `hoshin anchor show`: shows the record of one address.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::address::{ClauseState, RecordEntry};
use crate::command::arguments::SiteInput;
use crate::command::console::Console;
use crate::command::error::CommandError;
use crate::command::place::{CitedPlace, find_cited};
use crate::command::site_records::SiteRecords;
use crate::command::tombstone::tombstone_and_successors;
use crate::command::{CommandContext, report};
use crate::diagnostic::{Lang, catalogue};
use crate::policy::{ClauseId, DocumentId};

/// Shows the record of one address.
pub(super) fn run(
    what: &str,
    input: &SiteInput,
    context: &CommandContext,
    console: &mut Console,
) -> Result<(), CommandError> {
    let records = SiteRecords::open(input, context)?;
    records.check_undamaged()?;
    let (id, owner) = entry_of(&records, what)?;
    let lock = records.locks.values().find(|lock| records.current_name(&lock.document) == owner);
    let entry = lock.and_then(|lock| lock.entries.get(&id)).ok_or_else(|| catalogue::anchor_nowhere(what))?;
    let said = text(&id, entry, &owner, context.lang);
    let mut value = value(&id, entry);
    value["document"] = owner.0.into();
    report::say(&said, &value, context, console)?;
    Ok(())
}

/// The id and the document that a text names: an id itself, or anything else that names a clause.
fn entry_of(records: &SiteRecords, what: &str) -> Result<(ClauseId, DocumentId), CommandError> {
    let id = ClauseId::new(what);
    if let Ok(owner) = records.owner(&id) {
        return Ok((id, owner));
    }
    match find_cited(&records.corpus, what)? {
        CitedPlace::Clause(document, clause) if !clause.id.is_empty() => Ok((clause.id.clone(), document.id.clone())),
        CitedPlace::Gone(owner, gone) => Ok((gone.id.clone(), owner.clone())),
        CitedPlace::Clause(..) | CitedPlace::Elsewhere(..) => Err(catalogue::anchor_nowhere(what).into()),
    }
}

/// The state of a clause, in a word.
pub(super) fn state(state: &ClauseState, lang: Lang) -> String {
    match (state, lang) {
        (ClauseState::Live { .. }, Lang::Ja) => "現行".to_owned(),
        (ClauseState::Live { .. }, Lang::En) => "stands".to_owned(),
        (ClauseState::Renamed { to }, Lang::Ja) => format!("今の id は {to}"),
        (ClauseState::Renamed { to }, Lang::En) => format!("its id is {to} now"),
        (ClauseState::Gone(gone), _) => {
            let successors = gone.moved_to.iter().map(|to| &**to).chain(gone.successors.iter().map(ClauseId::as_str));
            tombstone_and_successors(gone.how, successors, lang)
        }
    }
}

fn text(id: &ClauseId, entry: &RecordEntry, owner: &DocumentId, lang: Lang) -> String {
    let state = state(&entry.state, lang);
    let (position, name) = (&entry.position, &entry.name);
    let mut out = match lang {
        Lang::Ja => {
            format!("{id}  {state}\n文書    {}\n場所    {position}（{name}）{}\n", owner.0, since(entry.since, lang))
        }
        Lang::En => {
            format!("{id}  {state}\ndocument  {}\nplace     {position} ({name}){}\n", owner.0, since(entry.since, lang))
        }
    };
    for former in &entry.former {
        let since = since(former.date, lang);
        let fragment = former.fragment();
        let _ = match lang {
            Lang::Ja => writeln!(out, "以前    {fragment}（{}）{since}", former.name),
            Lang::En => writeln!(out, "before    {fragment} ({}){since}", former.name),
        };
    }
    if let ClauseState::Gone(gone) = &entry.state {
        if let Some(on) = gone.on {
            let _ = writeln!(out, "{}{on}", if lang == Lang::Ja { "終了    " } else { "ended     " });
        }
        if let Some(reason) = &gone.reason {
            let _ = writeln!(out, "{}{reason}", if lang == Lang::Ja { "理由    " } else { "reason    " });
        }
    }
    let _ = writeln!(out, "{}{}", if lang == Lang::Ja { "本文    " } else { "text      " }, entry.text);
    out
}

fn since(date: Option<Date>, lang: Lang) -> String {
    match (date, lang) {
        (None, _) => String::new(),
        (Some(date), Lang::Ja) => format!(" {date} から"),
        (Some(date), Lang::En) => format!(" since {date}"),
    }
}

/// An entry for programs.
pub(super) fn value(id: &ClauseId, entry: &RecordEntry) -> Value {
    let former: Vec<Value> = entry
        .former
        .iter()
        .map(|former| json!({ "fragment": former.fragment(), "name": former.name, "since": former.date.map(text_of) }))
        .collect();
    json!({
        "id": id,
        "state": state(&entry.state, Lang::En),
        "position": entry.position,
        "name": entry.name,
        "since": entry.since.map(text_of),
        "text": entry.text,
        "former": former,
    })
}

fn text_of(date: Date) -> String {
    date.to_string()
}
