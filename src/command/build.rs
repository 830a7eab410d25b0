//! `hoshin build`: makes the site of `content/` in `public/`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::arguments::{Build, SiteInput};
use super::build_record::{BuildRecord, Inputs};
use super::console::Console;
use super::error::Failure;
use super::progress::Progress;
use super::report::{self, Report};
use super::{CommandContext, Exit, in_threads, published_sites};
use crate::address::Mode;
use crate::diagnostic::{Diagnostics, SourceFile, catalogue};
use crate::output::directory::{self, Published};
use crate::output::{Claim, FolderKind, Publication, Replacement, replace};
use crate::pipeline::{self, Drafts, Options, Outcome, RecordChanges};
use crate::policy;
use crate::source::{self, Tree};

/// Makes the site and replaces the former one in one step.
pub(super) fn run(build: &Build, context: &CommandContext, console: &mut Console) -> Result<Exit, Failure> {
    let started = Instant::now();
    let request = BuildRequest {
        input: &build.input,
        output: build.output.as_deref(),
        locks: build.locks(),
        drafts: build.drafts(),
        effect: Effect::Published,
        gate: &|_| Ok(()),
        context,
    };
    let target = request.target();
    let BuiltSite { outcome, published, .. } = make_site(&request)?;
    let report = Report::of_build(&outcome, published, &target, started);
    report::print(&report, context, console)
}

/// A site that is to be made in a folder.
#[derive(Clone, Copy)]
pub(super) struct BuildRequest<'a> {
    pub(super) input: &'a SiteInput,
    /// The folder, if it is not the default one.
    pub(super) output: Option<&'a Path>,
    pub(super) locks: Mode,
    pub(super) drafts: Drafts,
    pub(super) effect: Effect,
    /// Looks at the files before anything is made of them.
    pub(super) gate: &'a (dyn Fn(&Tree) -> Result<(), Failure> + Sync),
    pub(super) context: &'a CommandContext,
}

/// Whether anything is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The site and the records are written.
    Published,
    /// Nothing is written.
    Shown,
}

/// The result of a build.
pub(super) struct BuiltSite {
    pub(super) outcome: Outcome,
    /// The changes of the folder; none if nothing was written.
    pub(super) published: Option<Published>,
    /// The address records as they were before, by path.
    pub(super) records_before: BTreeMap<String, Arc<SourceFile>>,
}

impl<'a> BuildRequest<'a> {
    /// The folder of the site that is made.
    pub(super) fn target(&self) -> PathBuf {
        self.output.map_or_else(|| published_sites::default_folder(&self.input.site), Path::to_owned)
    }

    /// The claim on that folder.
    fn claim(&self) -> Claim<'a> {
        let kind = if self.drafts == Drafts::Shown { FolderKind::Drafts } else { FolderKind::Site };
        Claim { kind, site_dir: &self.input.site }
    }
}

/// Makes a site and publishes it, unless a finding forbids it.
pub(super) fn make_site(request: &BuildRequest<'_>) -> Result<BuiltSite, Failure> {
    in_threads(request.input.jobs, || {
        let progress = Progress::new(request.context);
        progress.say("原稿を集めています", "collecting the sources");
        let target = request.target();
        let (mut tree, found) = source::read_tree(&request.input.site).map_err(Failure::Read)?;
        directory::check_target(&target, request.claim()).map_err(Failure::Publish)?;
        (request.gate)(&tree)?;
        // Drafts neither replace the published site nor change a record.
        if request.drafts == Drafts::Withheld {
            tree.published = published_sites::find(&request.input.site, Some(&target));
        }
        let records_before = locks(&tree);
        let (outcome, published) = make(tree, found, &Job { request, target: &target, progress: &progress })?;
        Ok(BuiltSite { outcome, published, records_before })
    })
}

/// The address records of a site that are text, by path.
pub(super) fn locks(tree: &Tree) -> BTreeMap<String, Arc<SourceFile>> {
    let locks = tree.files.iter().filter(|(path, _)| path.ends_with(".lock"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    locks.filter_map(|(path, bytes)| Some((path.clone(), SourceFile::new(path.clone(), text(bytes)?)))).collect()
}

/// The values that a build needs besides the files.
struct Job<'a> {
    request: &'a BuildRequest<'a>,
    target: &'a Path,
    progress: &'a Progress,
}

/// Builds and publishes, unless a finding forbids it. If neither the sources nor the published folder have changed since the
/// last build, nothing is done and the recorded outcome is returned.
fn make(tree: Tree, found: Diagnostics, job: &Job<'_>) -> Result<(Outcome, Option<Published>), Failure> {
    let BuildRequest { locks, drafts, effect, context, .. } = *job.request;
    let options = Options { now: context.now, fails_from: context.fails_from, locks, drafts };
    let mut inputs = Inputs::of(&tree, &found, &options);
    if effect == Effect::Published
        && let Some(recorded) = unchanged(&tree, &inputs, job)
    {
        return Ok(recorded);
    }
    let published = tree.published.clone();
    let mut outcome = pipeline::run(tree, found, &options, job.progress);
    let (Some(artifacts), Some(site)) = (outcome.artifacts.take(), outcome.name.take()) else {
        return Ok((outcome, None));
    };
    if context.is_future(outcome.validity.from) && drafts == Drafts::Withheld {
        check_future(job, &published)?;
        // What is made for a day to come is only looked at.
        outcome.records = RecordChanges::default();
    }
    if effect == Effect::Shown {
        return Ok((outcome, None));
    }
    let publication = Publication { artifacts: &artifacts, claim: job.request.claim(), site: &site };
    job.progress.say("書き込んでいます", "writing");
    let published =
        directory::publish_after(&publication, job.target, || record_addresses(&mut outcome, &mut inputs, job))?;
    if let Some(path) = record_path(job.target) {
        // If the record cannot be written, the next build only loses its shortcut.
        let _ = BuildRecord::of(&inputs, &outcome, &published).store(&path);
    }
    Ok((outcome, Some(published)))
}

/// Refuses a site of a day to come in the place of a released one, unless somebody has named the folder, and as a release.
fn check_future(job: &Job<'_>, published: &[Arc<policy::Published>]) -> Result<(), Failure> {
    if job.request.locks == Mode::Release {
        return Err(Failure::of(catalogue::release_in_future()));
    }
    match published.iter().find(|site| site.is_released) {
        Some(site) if job.request.output.is_none() => Err(Failure::of(catalogue::future_over_release(&site.folder))),
        _ => Ok(()),
    }
}

/// Writes the address records, just before the old and the new site are exchanged. A build that is killed between the two has
/// recorded addresses that are not public yet, and the next build publishes exactly these. In the other order it would have
/// published addresses that nobody remembers.
fn record_addresses(outcome: &mut Outcome, inputs: &mut Inputs, job: &Job<'_>) -> Result<(), Failure> {
    let RecordChanges { written, removed } = &outcome.records;
    let files = written.iter().map(|(path, text)| Replacement { path, text: Some(text) });
    let files: Vec<Replacement<'_>> =
        files.chain(removed.iter().map(|path| Replacement { path, text: None })).collect();
    replace(&job.request.input.site, &files, inputs.locks()).map_err(Failure::Records)?;
    inputs.rewrite_locks(&outcome.records);
    outcome.accounts.add_locks(written.iter().map(|(path, _)| path));
    outcome.accounts.0.retain(|path, _| !removed.contains(path));
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
