//! `hoshin new`: a document to be written, from last year's or from nothing.

mod copy;
mod front;
mod objective;
mod said;
mod skeleton;
mod year;

use std::collections::BTreeSet;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::json;

use super::arguments::New;
use super::console::Console;
use super::{Context, Exit, Failure, report, start};
use crate::diagnostic::catalogue;
use crate::policy::{DocumentId, FiscalYear};
use crate::source::{self, DocumentSource, ObjectiveContext, Sources};
use copy::{Model, Wish};
use said::Copied;

/// Writes a file that was not there, and nothing else.
pub(super) fn run(new: &New, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let site = &new.site;
    let (tree, _) = source::read_tree(site).map_err(Failure::Read)?;
    let (sources, found) = source::parse(&tree);
    let sources = sources.ok_or(Failure::Site(found))?;
    let id = new.document.trim_end_matches(".md").trim_start_matches("content/");
    if !source::is_document_id(id) {
        return Err(start::refused(catalogue::bad_id(id, None)));
    }
    refuse_taken(site, id)?;
    let model = new.from.as_deref().map(|from| model(&sources, from)).transpose()?;
    let kind = kind(&sources, new.kind.as_deref(), model)?;
    let year = year(id, model, &sources, context);
    let (text, copied) = match model {
        None => (skeleton::skeleton(kind, year), None),
        Some(found) => {
            let (text, copied) = copied(&sources, found, &Wish { kind, year });
            (text, Some(copied))
        }
    };
    let path = format!("content/{id}.md");
    start::create(site, &path, text.as_bytes())?;
    let open = text.matches("要記入：").count();
    let left_out = copied.as_ref().map_or(&[][..], |copied| &copied.left_out);
    let said = said::next_steps(&path, open, copied.as_ref(), context.lang);
    let value = json!({ "document": id, "path": path, "open": open, "left_out": left_out });
    report::say(&said, &value, context, console)?;
    Ok(Exit::Fine)
}

/// The text of a copy, and what is to be told of it.
fn copied(sources: &Sources, (from, source): Found<'_>, wish: &Wish<'_>) -> (String, Copied) {
    let known: BTreeSet<&DocumentId> = sources.documents.keys().collect();
    let context = ObjectiveContext { statuses: &sources.site.statuses, units: None };
    let copy = copy::copy(&Model { id: from, source, known: &known, context: &context }, wish);
    let old = source.meta.fiscal_year.value;
    let former = if old == wish.year { 0 } else { copy::former_years(&copy.text, old) };
    (copy.text, Copied { from: from.0.clone(), former, left_out: copy.left_out, emptied: copy.emptied })
}

/// Neither a document nor what one has left is written over.
fn refuse_taken(site: &Path, id: &str) -> Result<(), Failure> {
    for suffix in ["md", "yaml", "lock"] {
        let path = format!("content/{id}.{suffix}");
        if site.join(&path).symlink_metadata().is_ok() {
            return Err(start::refused(catalogue::new_taken(&path)));
        }
    }
    Ok(())
}

type Found<'a> = (&'a DocumentId, &'a DocumentSource);

fn model<'a>(sources: &'a Sources, from: &str) -> Result<Found<'a>, Failure> {
    let wanted = DocumentId(from.trim_end_matches(".md").trim_start_matches("content/").to_owned());
    sources.documents.get_key_value(&wanted).ok_or_else(|| {
        let known: Vec<&str> = sources.documents.keys().map(|id| id.0.as_str()).take(20).collect();
        start::refused(catalogue::new_from_missing(&wanted.0, &known.join(" ")))
    })
}

fn kind<'a>(sources: &'a Sources, asked: Option<&'a str>, model: Option<Found<'a>>) -> Result<&'a str, Failure> {
    let kinds = || sources.site.kinds.join("・");
    match (asked, model) {
        (Some(kind), _) if sources.site.kinds.iter().any(|known| known == kind) => Ok(kind),
        (Some(kind), _) => Err(start::refused(catalogue::new_unknown_kind(kind, &kinds()))),
        (None, Some((_, source))) => Ok(&source.meta.kind.value),
        (None, None) => Err(start::refused(catalogue::new_without_kind(&kinds()))),
    }
}

/// The year its name says (`r9/…`), else the one after that of the document copied, else this one.
fn year(id: &str, model: Option<Found<'_>>, sources: &Sources, context: &Context) -> FiscalYear {
    let named = id.split_once('/').and_then(|(year, _)| FiscalYear::parse(year).ok());
    let next = || model.map(|(_, source)| FiscalYear(source.meta.fiscal_year.value.0.saturating_add(1)));
    named.or_else(next).unwrap_or_else(|| {
        let zone = TimeZone::get(&sources.site.time_zone).unwrap_or(TimeZone::UTC);
        let today = context.now.in_zone(&zone).to_zoned(zone).date();
        FiscalYear(if today.month() < 4 { today.year() - 1 } else { today.year() })
    })
}
