//! `hoshin check`: everything that is wrong, nothing written.

use super::arguments::Input;
use super::console::Console;
use super::progress::Progress;
use super::report::{self, Report};
use super::{Context, Exit, Failure, in_threads};
use crate::pipeline::{self, Options};
use crate::source;

/// Goes the whole way to the finished pages, so that a site that passes here can be built, and lets them go.
pub(super) fn run(input: &Input, context: &Context, console: &mut Console) -> Result<Exit, Failure> {
    let outcome = in_threads(input.jobs, || {
        let progress = Progress::new(context);
        progress.say("原稿を集めています", "collecting the sources");
        let (tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        let options = Options { now: context.now, fails_from: context.fails_from };
        Ok(pipeline::run(tree, found, &options, &progress))
    })?;
    report::print(&Report::of_check(&outcome), context, console)
}
