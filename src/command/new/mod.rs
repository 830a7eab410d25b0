//! `hoshin new`: a document to be written, from last year's or from nothing.

mod copy;
mod front;
mod skeleton;
mod year;

use std::collections::BTreeSet;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::json;

use super::arguments::{Format, New};
use super::console::Console;
use super::report::document;
use super::{Context, Exit, Failure, start};
use crate::diagnostic::{Lang, catalogue};
use crate::policy::{DocumentId, FiscalYear};
use crate::source::{self, DocumentSource, Sources};
use copy::{Model, Wish};

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
    let (text, former) = match model {
        None => (skeleton::skeleton(kind, year), 0),
        Some((from, source)) => {
            let known: BTreeSet<&DocumentId> = sources.documents.keys().collect();
            let text = copy::copy(&Model { id: from, source, known: &known }, &Wish { kind, year });
            let former = copy::former_years(&text, source.meta.fiscal_year.value);
            (text, if source.meta.fiscal_year.value == year { 0 } else { former })
        }
    };
    let path = format!("content/{id}.md");
    start::create(site, &path, text.as_bytes())?;
    let open = text.matches("要記入：").count();
    let said = match context.format {
        Format::Text => next_steps(&path, id, &Left { open, former, is_copy: model.is_some() }, context.lang),
        Format::Json | Format::Sarif => document(&json!({ "document": id, "path": path, "open": open })),
    };
    console.out(&said)?;
    Ok(Exit::Fine)
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

/// What is left to be done.
struct Left {
    /// Marks to be filled in.
    open: usize,
    /// Places that name last year.
    former: usize,
    is_copy: bool,
}

fn next_steps(path: &str, id: &str, left: &Left, lang: Lang) -> String {
    let Left { open, former, is_copy } = left;
    let mut lines: Vec<String> = Vec::new();
    match lang {
        Lang::Ja => {
            lines.push(format!("{path} を作りました（下書き）。\n\n次にすること:"));
            lines.push(format!("  1. {path} を開き、「要記入：」の {open} か所を書き換える"));
            if *former > 0 {
                lines.push(format!("     前の年の名前が {former} か所に残っています。一つずつ確かめてください"));
            }
            lines.push("  2. hoshin serve で見ながら直し、hoshin check で確かめる".to_owned());
            lines.push("  3. 決裁を経たら status: published と書き、hoshin build".to_owned());
            if *is_copy {
                lines.push(format!("\n本文の id（{{#…}}）と、{id}.yaml の注記・投稿文・承認は写していません。"));
            }
        }
        Lang::En => {
            lines.push(format!("{path} has been written, as a draft.\n\nWhat to do next:"));
            lines.push(format!("  1. open {path} and replace the {open} marks 要記入："));
            if *former > 0 {
                lines.push(format!("     {former} places still name the year before: look at each of them"));
            }
            lines.push("  2. hoshin serve to edit and watch, hoshin check to make sure".to_owned());
            lines.push("  3. when it is decided, write status: published and run hoshin build".to_owned());
            if *is_copy {
                lines.push(format!(
                    "\nThe ids in the text ({{#…}}) and the notes, posts and approvals of {id}.yaml are not copied."
                ));
            }
        }
    }
    lines.join("\n") + "\n"
}
