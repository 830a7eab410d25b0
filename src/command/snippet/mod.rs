//! `hoshin snippet`: counts, shows, checks, approves and exports posts about clauses.

mod approve;
mod count;
mod export;
mod list;
mod post_sources;
mod show;

use super::arguments::{Posts, Snippet};
use super::console::Console;
use super::error::CommandError;
use super::error::Failure;
use super::report::{self, Answer};
use super::{CommandContext, Exit};
use post_sources::PostSources;
use serde_json::json;

/// Runs one of the commands.
pub(super) fn run(snippet: &Snippet, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let done = match snippet {
        Snippet::List(posts) => list::run(posts, context, console),
        Snippet::Show(posts) => show::run(posts, context, console),
        Snippet::Count(count) => count::run(count, context, console),
        Snippet::Check(posts) => check(posts, context, console),
        Snippet::Export(export) => export::run(export, context, console),
        Snippet::Approve(approve) => approve::run(approve, context, console),
    };
    done.or_else(|error| report::error(error, context, console))
}

/// Reports the findings in posts.
fn check(posts: &Posts, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    let sources = PostSources::open(&posts.input, context)?;
    let drafts = sources.drafts(posts)?;
    let found = sources.findings(&drafts).diagnostics;
    if found.iter().any(|finding| finding.severity >= context.fails_from) {
        return Err(CommandError::Found(found));
    }
    let checked = drafts.iter().map(|draft| draft.posts().count()).sum::<usize>();
    let answer = Answer { text: "", value: &json!({ "posts": checked }), found: &found };
    report::answer(&answer, context, console)?;
    Ok(Exit::Fine)
}
