//! `hoshin check`: everything that is wrong, nothing written.

use super::arguments::Check;
use super::console::Console;
use super::progress::Progress;
use super::report::{self, Report};
use super::{Context, Exit, Failure, in_threads, mode, published};
use crate::pipeline::{self, Drafts, Options};
use crate::source;

/// Goes the whole way to the finished pages, so that a site that passes here can be built, and lets them go.
pub(super) fn run(check: &Check, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let outcome = in_threads(check.input.jobs, || {
        let progress = Progress::new(context);
        progress.say("原稿を集めています", "collecting the sources");
        let (mut tree, found) = source::read_tree(&check.input.site).map_err(Failure::Read)?;
        tree.published = published::standing(&check.input.site, None);
        let options = Options {
            now: context.now,
            fails_from: context.fails_from,
            locks: mode(check.locked),
            drafts: Drafts::Withheld,
        };
        Ok(pipeline::run(tree, found, &options, &progress))
    })?;
    report::print(&Report::of_check(&outcome), context, console)
}
