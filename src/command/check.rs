//! `hoshin check`: reports all findings and writes nothing.

use super::arguments::Check;
use super::console::Console;
use super::error::Failure;
use super::progress::Progress;
use super::report::{self, Report};
use super::{CommandContext, Exit, in_threads, published_sites};
use crate::pipeline::{self, Drafts, Options};
use crate::source;

/// Renders all pages and drops them, so that a site that passes can be built.
pub(super) fn run(check: &Check, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let outcome = in_threads(check.input.jobs, || {
        let progress = Progress::new(context);
        progress.say("原稿を集めています", "collecting the sources");
        let (mut tree, found) = source::read_tree(&check.input.site).map_err(Failure::Read)?;
        tree.published = published_sites::find(&check.input.site, None);
        let options = Options {
            now: context.now,
            fails_from: context.fails_from,
            locks: check.locks(),
            drafts: Drafts::Withheld,
        };
        Ok(pipeline::run(tree, found, &options, &progress))
    })?;
    report::print(&Report::of_check(&outcome), context, console)
}
