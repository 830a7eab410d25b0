//! `hoshin anchor`: shows addresses, and settles what a revision did to them.

mod answer;
mod clause;
mod document;
mod list;
mod record_changes;
mod show;

use super::arguments::Anchor;
use super::console::Console;
use super::error::{CommandError, Failure};
use super::site_records::SiteRecords;
use super::{CommandContext, Exit, report};
use crate::policy::ClauseId;
use clause::Extent;
use record_changes::RecordChanges;

/// Runs one of the commands.
pub(super) fn run(anchor: &Anchor, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let done = match anchor {
        Anchor::List { document, input } => list::run(document.as_deref(), input, context, console),
        Anchor::Show { what, input } => show::run(what, input, context, console),
        _ => settle(anchor, context, console),
    };
    done.map(|()| Exit::Fine).or_else(|error| report::error(error, context, console))
}

/// Writes an answer into the records, or shows its changes.
fn settle(anchor: &Anchor, context: &CommandContext, console: &mut Console) -> Result<(), CommandError> {
    let Some(record) = anchor.record() else { return Ok(()) };
    let records = SiteRecords::open(&record.input, context)?;
    let changes = changes(anchor, &records)?;
    if record.write {
        changes.write_files(&records)?;
    }
    changes.print(record, context, console)?;
    Ok(())
}

fn changes(anchor: &Anchor, records: &SiteRecords) -> Result<RecordChanges, CommandError> {
    match anchor {
        Anchor::Same { id, place, .. } => clause::same(records, &ClauseId::new(id.as_str()), place),
        Anchor::Split { id, places, .. } => clause::split(records, &ClauseId::new(id.as_str()), places),
        Anchor::Merge { ids, place, .. } => clause::merge(records, &self::ids(ids), place),
        Anchor::Move { id, place, with_children, .. } => {
            clause::move_to(records, &ClauseId::new(id.as_str()), place, Extent::of(*with_children))
        }
        Anchor::Retire { gone, with_children, ending, .. } => match &gone[..] {
            [one] if document::is_known(records, one) => document::retire(records, one, ending),
            all => {
                clause::retire(records, &clause::with_extent(records, ids(all), Extent::of(*with_children))?, ending)
            }
        },
        Anchor::New { places, .. } => clause::new_clauses(records, places),
        Anchor::Reserve { id, ending, .. } => clause::reserve(records, &ClauseId::new(id.as_str()), ending),
        Anchor::Rename { old, new, .. } => document::rename(records, old, new),
        Anchor::Forget { document, .. } => document::forget(records, document),
        Anchor::Adopt { .. } => document::adopt(records),
        Anchor::Answer { .. } => answer::all(records),
        Anchor::List { .. } | Anchor::Show { .. } => Ok(RecordChanges::default()),
    }
}

fn ids(words: &[String]) -> Vec<ClauseId> {
    words.iter().map(|id| ClauseId::new(id.as_str())).collect()
}
