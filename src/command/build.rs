//! `hoshin build`: makes the site of `content/` in `public/`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::arguments::Build;
use super::build_record::{BuildRecord, Inputs};
use super::console::Console;
use super::error::Failure;
use super::progress::Progress;
use super::report::{self, Report};
use super::{CommandContext, Exit, in_threads, published_sites};
use crate::diagnostic::Diagnostics;
use crate::output::directory::{self, Published};
use crate::output::{Claim, FolderKind, Publication, Replacement, replace};
use crate::pipeline::{self, Drafts, Options, Outcome};
use crate::source::{self, Tree};

/// Makes the site and replaces the former one in one step.
pub(super) fn run(build: &Build, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let started = Instant::now();
    let site = &build.input.site;
    let target = build.output.clone().unwrap_or_else(|| published_sites::default_folder(site));
    let (outcome, done) = in_threads(build.input.jobs, || {
        let progress = Progress::new(context);
        progress.say("原稿を集めています", "collecting the sources");
        let (mut tree, found) = source::read_tree(site).map_err(Failure::Read)?;
        directory::check_target(&target, claim(build)).map_err(Failure::Publish)?;
        // Drafts neither replace the published site nor change a record.
        if build.drafts() == Drafts::Withheld {
            tree.published = published_sites::find(site, Some(&target));
        }
        make(tree, found, &Job { build, context, target: &target, progress: &progress })
    })?;
    let report = Report::of_build(&outcome, done, &target, started);
    report::print(&report, context, console)
}

/// The claim on the output folder.
fn claim(build: &Build) -> Claim<'_> {
    let kind = if build.drafts() == Drafts::Shown { FolderKind::Drafts } else { FolderKind::Site };
    Claim { kind, site_dir: &build.input.site }
}

/// The values that a build needs besides the files.
struct Job<'a> {
    build: &'a Build,
    context: &'a CommandContext,
    target: &'a Path,
    progress: &'a Progress,
}

/// Builds and publishes, unless a finding forbids it. If neither the sources nor the published folder have changed since the
/// last build, nothing is done and the recorded outcome is returned.
fn make(tree: Tree, found: Diagnostics, job: &Job<'_>) -> Result<(Outcome, Option<Published>), Failure> {
    let options = Options {
        now: job.context.now,
        fails_from: job.context.fails_from,
        locks: job.build.locks(),
        drafts: job.build.drafts(),
    };
    let mut inputs = Inputs::of(&tree, &found, &options);
    if let Some(recorded) = unchanged(&tree, &inputs, job) {
        return Ok(recorded);
    }
    let mut outcome = pipeline::run(tree, found, &options, job.progress);
    let (Some(artifacts), Some(site)) = (outcome.artifacts.take(), outcome.name.take()) else {
        return Ok((outcome, None));
    };
    let publication = Publication { artifacts: &artifacts, claim: claim(job.build), site: &site };
    job.progress.say("書き込んでいます", "writing");
    let published =
        directory::publish_after(&publication, job.target, || record_addresses(&mut outcome, &mut inputs, job))?;
    if let Some(path) = record_path(job.target) {
        // If the record cannot be written, the next build only loses its shortcut.
        let _ = BuildRecord::of(&inputs, &outcome, &published).store(&path);
    }
    Ok((outcome, Some(published)))
}

/// Writes the address records, just before the old and the new site are exchanged. A build that is killed between the two has
/// recorded addresses that are not public yet, and the next build publishes exactly these. In the other order it would have
/// published addresses that nobody remembers.
fn record_addresses(outcome: &mut Outcome, inputs: &mut Inputs, job: &Job<'_>) -> Result<(), Failure> {
    let files: Vec<Replacement<'_>> =
        outcome.locks.iter().map(|(path, text)| Replacement { path, text: Some(text) }).collect();
    replace(&job.build.input.site, &files, inputs.locks()).map_err(Failure::Records)?;
    inputs.rewrite_locks(&outcome.locks);
    outcome.accounts.add_locks(outcome.locks.iter().map(|(path, _)| path));
    Ok(())
}

fn unchanged(tree: &Tree, inputs: &Inputs, job: &Job<'_>) -> Option<(Outcome, Option<Published>)> {
    let path = record_path(job.target)?;
    let record = BuildRecord::load(&path)?;
    let outcome = record.outcome(tree, inputs)?;
    let published = record.published(job.target)?;
    record.restamp(&published.stamp, &path);
    Some((outcome, Some(published)))
}

/// The path of the build record: in the work folder beside the published one, never inside it.
fn record_path(target: &Path) -> Option<PathBuf> {
    Some(directory::work_folder(target).ok()?.join("record.json"))
}
