//! From a site's files to the files of its website, as one pure function.
//!
//! Nothing here touches the disk, the clock or the environment. All findings come from a [`survey()`] and then from all pages
//! ([`Renderer::all`]). Building and checking do both at once ([`run`]), a preview step by step, so that all report the same
//! findings.

mod account;
mod gather;
mod memory;
mod released_text;
mod site_release;
mod survey;
mod text;

pub use crate::corpus::Drafts;
pub use account::{Accounts, FileFate};
pub use gather::{Gathered, Unread, gather};
pub use memory::{PipelineMemory, Redone};
pub use site_release::ReleaseStanding;
pub use survey::{Renderer, Survey, survey};

use std::collections::BTreeSet;

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Serialize;

use crate::address;
use crate::artifact::Artifacts;
use crate::diagnostic::{Diagnostics, Severity};
use crate::policy::SiteName;
use crate::source::Tree;

/// The inputs of a run besides the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The moment for which the site is made. Documents that are published later are not in it.
    pub now: Moment,
    /// Findings of this severity and graver ones stop publication.
    pub fails_from: Severity,
    /// How address records are treated.
    pub locks: address::Mode,
    /// Whether documents that are not public yet are shown.
    pub drafts: Drafts,
}

/// A moment, perhaps without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A point in time.
    Instant(Timestamp),
    /// A date and time of day in the site's time zone.
    Local(civil::DateTime),
}

/// The result of a run.
#[derive(Debug)]
pub struct Outcome {
    /// The site; `None` if a finding stops publication.
    pub artifacts: Option<Artifacts>,
    /// The identity of the site; `None` without `site.yaml`.
    pub name: Option<SiteName>,
    /// The changes of address records to be made before the site is published. None if no site was made.
    pub records: RecordChanges,
    /// How the site stands to its releases.
    pub release: ReleaseStanding,
    /// All findings, sorted, with the severities of the site.
    pub diagnostics: Diagnostics,
    /// The fate of every file.
    pub accounts: Accounts,
    /// The moments for which the same files give the same outcome.
    pub validity: Validity,
    /// The work that was done.
    pub work: Work,
    /// The site's time zone.
    pub zone: TimeZone,
}

/// Changes of address records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordChanges {
    /// Records to be written, in this order: path relative to the site's folder and text.
    pub written: Vec<(String, String)>,
    /// Paths of records to be removed after that. No release knows any of their addresses.
    pub removed: BTreeSet<String>,
}

/// The period in which an outcome is valid: from a moment (inclusive) until another (exclusive).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The moment the run was made for.
    pub from: Timestamp,
    /// The next moment at which a document or an approved post becomes public, if there is one.
    pub until: Option<Timestamp>,
}

/// The work of a run. A build with nothing to do does none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Documents whose Markdown was parsed.
    pub documents_parsed: usize,
    /// Files that were rendered or copied.
    pub files_rendered: usize,
}

/// Observes the progress of a run, from any thread.
pub trait Observer: Sync {
    /// A stage begins, with so many steps (0: not known).
    fn begin(&self, stage: Stage, steps: usize);
    /// A step of the stage is done.
    fn step(&self);
}

/// The stages of a run that take time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the Markdown of each document.
    Parse,
    /// Running the lints.
    Check,
    /// Making the pages.
    Render,
}

/// Observes nothing.
#[derive(Debug, Clone, Copy)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

impl Moment {
    /// The point in time in a time zone. A time of day that the clocks skip is the moment after the gap.
    #[must_use]
    pub fn in_zone(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Instant(instant) => instant,
            Self::Local(local) => zone.to_ambiguous_timestamp(local).compatible().unwrap_or(Timestamp::MIN),
        }
    }
}

/// Makes the site of `tree`, or reports why not: a survey with an empty memory, then all pages.
///
/// The tree is consumed, so that its bytes are not held twice; `found` are the findings of reading the tree. All findings
/// are collected: a stage that fails for one document continues with the others.
#[must_use]
pub fn run(tree: Tree, found: Diagnostics, options: &Options, observer: &dyn Observer) -> Outcome {
    let mut memory = PipelineMemory::default();
    let survey = survey::survey_files(&tree, found, options, &mut memory, observer);
    drop((tree, memory));
    let survey::FileSurvey { survey, mut accounts, mut changes } = survey;
    let Survey { renderer, corpus, mut diagnostics, validity, zone, .. } = survey;
    let documents_parsed = corpus.as_ref().map_or(0, |corpus| corpus.documents().count());
    let release = corpus.as_ref().map(|corpus| ReleaseStanding::of(&corpus.release)).unwrap_or_default();
    let name = corpus.map(|corpus| SiteName::of(&corpus.site));
    let mut work = Work { documents_parsed, files_rendered: 0 };
    let mut artifacts = None;
    if let Some(renderer) = renderer {
        observer.begin(Stage::Render, renderer.corpus().public.len());
        let (made, in_pages) = renderer.all();
        diagnostics.extend(in_pages);
        artifacts = made;
    }
    match &artifacts {
        Some(artifacts) => {
            work.files_rendered = artifacts.len();
            if options.drafts == Drafts::Shown {
                changes = RecordChanges::default();
            }
            accounts.settle(artifacts);
        }
        None => changes = RecordChanges::default(),
    }
    let diagnostics = diagnostics.sorted();
    Outcome { artifacts, name, records: changes, release, diagnostics, accounts, validity, work, zone }
}

fn stops(found: &Diagnostics, options: &Options) -> bool {
    found.iter().any(|finding| finding.severity >= options.fails_from)
}

#[cfg(test)]
mod tests;
