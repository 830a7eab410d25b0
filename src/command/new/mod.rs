//! `hoshin new`: starts a document, as a copy of last year's or as a skeleton.

mod copy;
mod draft_words;
mod front_matter;
mod next_steps;
mod objective;
mod skeleton;
mod year;

use std::collections::BTreeSet;
use std::path::Path;

use jiff::tz::TimeZone;
use serde_json::json;

use super::arguments::New;
use super::console::Console;
use super::error::Failure;
use super::{CommandContext, Exit, new_file, report};
use crate::diagnostic::catalogue;
use crate::policy::{DocumentId, FiscalYear, fill_in_marks};
use crate::source::{self, DocumentSource, ObjectiveContext, Sources};
use copy::{CopiedDocument, CopySource, CopyTarget};
use draft_words::DraftWords;
use next_steps::{CopyReport, WrittenDraft};

/// Writes the new document, and nothing else.
pub(super) fn run(new: &New, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let site = &new.site;
    let (tree, _) = source::read_tree(site).map_err(Failure::Read)?;
    let (sources, found) = source::parse(&tree, &mut source::SourceMemory::default());
    let sources = sources.ok_or(Failure::Site(found))?;
    let id = new.document.trim_end_matches(".md").trim_start_matches("content/");
    if !source::is_document_id(id) {
        return Err(Failure::of(catalogue::bad_id(id, None)));
    }
    refuse_taken(site, id)?;
    let original = new.from.as_deref().map(|from| find_original(&sources, from)).transpose()?;
    let kind = kind(&sources, new.kind.as_deref(), original)?;
    let year = year(id, original, &sources, context);
    let words = DraftWords::of(&sources.site.language);
    let (text, copied) = match original {
        None => (skeleton::skeleton(kind, year, words), None),
        Some(original) => {
            let (text, copied) = copy_of(&sources, original, &CopyTarget { kind, year, words });
            (text, Some(copied))
        }
    };
    let path = format!("content/{id}.md");
    new_file::create(site, &path, text.as_bytes())?;
    let open = fill_in_marks(&text);
    let left_out = copied.as_ref().map_or(&[][..], |copied| &copied.left_out);
    let said = next_steps::next_steps(&WrittenDraft { path: &path, open, words }, copied.as_ref(), context.lang);
    let value = json!({ "document": id, "path": path, "open": open, "left_out": left_out });
    report::say(&said, &value, context, console)?;
    Ok(Exit::Fine)
}

/// The text of a copy, and the report on it.
fn copy_of(sources: &Sources, original: Original<'_>, target: &CopyTarget<'_>) -> (String, CopyReport) {
    let known: BTreeSet<&DocumentId> = sources.documents.keys().collect();
    let context = ObjectiveContext { statuses: &sources.site.statuses, units: None };
    let site_language = sources.site.language.as_str();
    let source = CopySource { original, known: &known, site_language, context: &context };
    let CopiedDocument { text, left_out, emptied, former } = copy::copy(&source, target);
    (text, CopyReport { from: original.id.0.clone(), former, left_out, emptied })
}

/// Refuses a name that has a document, a sidecar or a record.
fn refuse_taken(site: &Path, id: &str) -> Result<(), Failure> {
    for suffix in ["md", "yaml", "lock"] {
        let path = format!("content/{id}.{suffix}");
        if site.join(&path).symlink_metadata().is_ok() {
            return Err(Failure::of(catalogue::new_taken(&path)));
        }
    }
    Ok(())
}

/// A document to be copied.
#[derive(Clone, Copy)]
struct Original<'a> {
    id: &'a DocumentId,
    source: &'a DocumentSource,
}

fn find_original<'a>(sources: &'a Sources, from: &str) -> Result<Original<'a>, Failure> {
    let wanted = DocumentId(from.trim_end_matches(".md").trim_start_matches("content/").to_owned());
    let found = sources.documents.get_key_value(&wanted).map(|(id, source)| Original { id, source });
    found.ok_or_else(|| {
        let known: Vec<&str> = sources.documents.keys().map(|id| id.0.as_str()).take(20).collect();
        Failure::of(catalogue::new_from_missing(&wanted.0, &known.join(" ")))
    })
}

fn kind<'a>(sources: &'a Sources, asked: Option<&'a str>, original: Option<Original<'a>>) -> Result<&'a str, Failure> {
    let kinds: Vec<&str> = sources.site.kinds.iter().map(String::as_str).collect();
    match (asked, original) {
        (Some(kind), _) if kinds.contains(&kind) => Ok(kind),
        (Some(kind), _) => Err(Failure::of(catalogue::new_unknown_kind(kind, &kinds[..]))),
        (None, Some(original)) => Ok(&original.source.meta.kind.value),
        (None, None) => Err(Failure::of(catalogue::new_without_kind(&kinds[..]))),
    }
}

/// The year in the name of the document (`r9/…`), else the year after that of the original, else the present one.
fn year(id: &str, original: Option<Original<'_>>, sources: &Sources, context: &CommandContext) -> FiscalYear {
    let named = id.split_once('/').and_then(|(year, _)| FiscalYear::parse(year).ok());
    let next = || original.map(|original| FiscalYear(original.source.meta.fiscal_year.value.0.saturating_add(1)));
    named.or_else(next).unwrap_or_else(|| {
        let zone = TimeZone::get(&sources.site.time_zone).unwrap_or(TimeZone::UTC);
        let today = context.now.in_zone(&zone).to_zoned(zone).date();
        FiscalYear::of(today)
    })
}
