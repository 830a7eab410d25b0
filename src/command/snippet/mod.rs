//! `hoshin snippet`: posts about clauses, counted, shown, checked, approved and written into files.

mod approve;
mod count;
mod desk;
mod export;
mod list;
mod show;

use super::arguments::{Posts, Snippet};
use super::console::Console;
use super::report::{self, Answer};
use super::stopped::Stopped;
use super::{Context, Exit, Failure};
use desk::Desk;
use serde_json::json;

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
    let checked = drafts.iter().map(|draft| draft.posts().count()).sum::<usize>();
    let answer = Answer { text: "", value: &json!({ "posts": checked }), found: &found };
    report::answer(&answer, context, console)?;
    Ok(Exit::Fine)
}
