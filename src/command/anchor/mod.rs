//! `hoshin anchor`: shows addresses, and settles what a revision did to them.

mod clause;
mod document;
mod list;
mod office;
mod preview;
mod show;

use super::arguments::Anchor;
use super::console::Console;
use super::report;
use super::{Context, Exit, Failure};
use crate::diagnostic::{Diagnostics, Finding};
pub(super) use office::Office;
use preview::Answer;
pub(super) use preview::tombstone;

/// Why there is no answer.
enum Refused {
    /// It cannot be.
    Found(Diagnostics),
    /// The files.
    Failure(Failure),
}

impl From<Box<Finding>> for Refused {
    fn from(finding: Box<Finding>) -> Self {
        Self::Found([finding.of_site()].into_iter().collect())
    }
}

impl From<Finding> for Refused {
    fn from(finding: Finding) -> Self {
        Box::new(finding).into()
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// Runs one of the commands.
pub(super) fn run(anchor: &Anchor, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let done = match anchor {
        Anchor::List { document, input } => list::run(document.as_deref(), input, context, console),
        Anchor::Show { what, input } => show::run(what, input, context, console),
        _ => settle(anchor, context, console),
    };
    match done {
        Ok(()) => Ok(Exit::Fine),
        Err(Refused::Found(found)) => report::refusal(&found, context, console),
        Err(Refused::Failure(failure)) => Err(failure),
    }
}

/// Works an answer into the records, or shows what it would change.
fn settle(anchor: &Anchor, context: &Context, console: &mut Console) -> Result<(), Refused> {
    let Some(record) = anchor.record() else { return Ok(()) };
    let office = Office::open(&record.input, context)?;
    let answer = answer(anchor, &office)?;
    preview::tell(&answer, record, &office, (context, console))?;
    Ok(())
}

fn answer(anchor: &Anchor, office: &Office) -> Result<Answer, Refused> {
    match anchor {
        Anchor::Same { id, place, .. } => clause::same(office, id, place),
        Anchor::Split { id, places, .. } => clause::split(office, id, places),
        Anchor::Merge { ids, place, .. } => clause::merge(office, ids, place),
        Anchor::Move { id, place, .. } => clause::move_to(office, id, place),
        Anchor::Retire { gone, ending, .. } if document::is_known(office, gone) => {
            document::retire(office, gone, ending)
        }
        Anchor::Retire { gone, ending, .. } => clause::retire(office, gone, ending),
        Anchor::Reserve { id, ending, .. } => clause::reserve(office, id, ending),
        Anchor::Rename { old, new, .. } => document::rename(office, old, new),
        Anchor::Forget { document, .. } => document::forget(office, document),
        Anchor::Adopt { .. } => document::adopt(office),
        Anchor::List { .. } | Anchor::Show { .. } => Ok(Answer::default()),
    }
}
