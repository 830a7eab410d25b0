//! `hoshin snippet`: posts about clauses, counted, shown, checked, approved and written into files.

mod approve;
mod count;
mod desk;
mod export;
mod list;
mod show;

use super::arguments::{Posts, Snippet};
use super::console::Console;
use super::stopped::Stopped;
use super::{Context, Exit, Failure};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::text::{self, Style};
use desk::Desk;

/// Runs one of the commands.
pub(super) fn run(snippet: &Snippet, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let done = match snippet {
        Snippet::List(posts) => list::run(posts, context, console),
        Snippet::Show(posts) => show::run(posts, context, console),
        Snippet::Count(count) => count::run(count, context, console),
        Snippet::Check(posts) => check(posts, context, console),
        Snippet::Export(export) => export::run(export, context, console),
        Snippet::Approve(approve) => approve::run(approve, context, console),
    };
    done.or_else(|stopped| stopped.told(context, console))
}

/// Reports what is wrong with posts.
fn check(posts: &Posts, context: &Context, console: &mut Console) -> Result<Exit, Stopped> {
    let desk = Desk::open(&posts.input, context)?;
    let drafts = desk.drafts(posts)?;
    let found = desk.findings(&drafts).diagnostics;
    if found.iter().any(|finding| finding.severity >= context.fails_from) {
        return Err(Stopped::Found(found));
    }
    tell(&found, context, console)?;
    Ok(Exit::Fine)
}

/// Tells what was found and stops nothing.
fn tell(found: &Diagnostics, context: &Context, console: &mut Console) -> Result<(), Stopped> {
    if !found.is_empty() && context.verbosity != super::Verbosity::Quiet {
        console.err(&text::render(found, context.lang, Style::Coloured))?;
    }
    Ok(())
}
