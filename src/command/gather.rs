//! The documents of a site, linked, for commands that make no pages.

use super::arguments::SiteInput;
use super::error::Failure;
use super::{CommandContext, in_threads};
use crate::address::Mode;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Drafts, Gathered, Options, Unobserved};
use crate::source::Tree;

/// Parses and links the documents of a tree; `found` is what reading the tree has found.
///
/// # Errors
/// [`Failure::Site`] when `site.yaml` cannot be read.
pub(super) fn gather(
    tree: Tree,
    found: Diagnostics,
    input: &SiteInput,
    context: &CommandContext,
) -> Result<Gathered, Failure> {
    let options =
        Options { now: context.now, fails_from: context.fails_from, locks: Mode::Record, drafts: Drafts::Withheld };
    in_threads(input.jobs, || {
        pipeline::gather(tree, found, &options, &Unobserved).map_err(|unread| Failure::Site(unread.diagnostics))
    })
}
