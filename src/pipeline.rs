//! The whole way from a site's files to the files of its website, as one pure function.
//!
//! Nothing here touches the disk, the clock or the environment. There is one way to findings: a [`survey()`], then all pages
//! ([`Pressroom::all`]). Building and checking go it at once ([`run`]), a preview step by step, so what one of them tells is
//! what the others tell.

mod account;
mod gather;
mod memory;
mod survey;
mod text;

pub use crate::corpus::Drafts;
pub use account::{Accounts, Fate};
pub use gather::{Gathered, Unread, gather};
pub use memory::{Memory, Redone};
pub use survey::{Pressroom, Survey, survey};

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Serialize;

use crate::address;
use crate::artifact::Artifacts;
use crate::diagnostic::{Diagnostics, Severity};
use crate::policy::SiteName;
use crate::source::Tree;

/// What a run depends on besides the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The moment for which the site is made: what is published later is not in it.
    pub now: Moment,
    /// Findings of this severity and graver ones stop publication.
    pub fails_from: Severity,
    /// Whether address records may change.
    pub locks: address::Mode,
    /// Whether what is not public yet is shown.
    pub drafts: Drafts,
}

/// A moment, perhaps only by the clock on the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A point in time.
    Instant(Timestamp),
    /// A date and time of day in the site's time zone.
    Local(civil::DateTime),
}

/// What a run has made and found.
#[derive(Debug)]
pub struct Outcome {
    /// The site, or `None` when something found stops publication.
    pub artifacts: Option<Artifacts>,
    /// By what the site is told from others; `None` without `site.yaml`.
    pub name: Option<SiteName>,
    /// Address records to be written before the site, in this order: path relative to the site's folder and text. Empty
    /// when no site was made.
    pub locks: Vec<(String, String)>,
    /// Everything found, sorted, with the severities the site has chosen.
    pub diagnostics: Diagnostics,
    /// What became of every file.
    pub accounts: Accounts,
    /// For which moments the same files give the same outcome.
    pub validity: Validity,
    /// What was done.
    pub work: Work,
    /// The site's time zone.
    pub zone: TimeZone,
}

/// From when (inclusive) until when (exclusive) an outcome stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Validity {
    /// The moment the run was made for.
    pub from: Timestamp,
    /// The next moment at which a document or an approved post becomes public, if one is waiting.
    pub until: Option<Timestamp>,
}

/// How much was done; a build that has nothing to do does none of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Documents whose Markdown was read.
    pub documents_parsed: usize,
    /// Files that were rendered or copied.
    pub files_rendered: usize,
}

/// Watches a run, from any thread. It learns what is going on and can change nothing.
pub trait Observer: Sync {
    /// A stage begins, of so many steps (0: not known).
    fn begin(&self, stage: Stage, steps: usize);
    /// A step of the stage is done.
    fn step(&self);
}

/// The stages of a run that take time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the Markdown of each document.
    Parse,
    /// Looking for mistakes.
    Check,
    /// Making the pages.
    Render,
}

/// Watches nothing.
#[derive(Debug, Clone, Copy)]
pub struct Unobserved;

impl Observer for Unobserved {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

impl Moment {
    /// The point in time it is in a time zone. A time of day skipped by the clocks is the moment after the gap.
    #[must_use]
    pub fn in_zone(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Instant(instant) => instant,
            Self::Local(local) => zone.to_ambiguous_timestamp(local).compatible().unwrap_or(Timestamp::MIN),
        }
    }
}

/// Makes the site of `tree`, or says why not: a survey with nothing remembered, then all pages.
///
/// The tree is used up, so that its bytes need not be held twice; `found` is what reading the tree has found already.
/// All findings are collected: a stage that cannot go on for one document goes on for the others.
#[must_use]
pub fn run(tree: Tree, found: Diagnostics, options: &Options, observer: &dyn Observer) -> Outcome {
    let mut memory = Memory::default();
    let looked = survey::look(&tree, found, options, (&mut memory, observer));
    drop((tree, memory));
    let survey::Looked { survey, mut accounts, mut changes } = looked;
    let Survey { pressroom, corpus, mut diagnostics, validity, zone, .. } = survey;
    let documents_parsed = corpus.as_ref().map_or(0, |corpus| corpus.documents().count());
    let name = corpus.map(|corpus| SiteName::of(&corpus.site));
    let mut work = Work { documents_parsed, files_rendered: 0 };
    let mut artifacts = None;
    if let Some(room) = pressroom {
        observer.begin(Stage::Render, room.corpus().public.len());
        let (made, in_pages) = room.all();
        diagnostics.extend(in_pages);
        artifacts = made;
    }
    match &artifacts {
        Some(artifacts) => {
            work.files_rendered = artifacts.len();
            if options.drafts == Drafts::Shown {
                changes.clear();
            }
            accounts.settle(artifacts);
        }
        None => changes.clear(),
    }
    Outcome { artifacts, name, locks: changes, diagnostics: diagnostics.sorted(), accounts, validity, work, zone }
}

fn stops(found: &Diagnostics, options: &Options) -> bool {
    found.iter().any(|finding| finding.severity >= options.fails_from)
}

#[cfg(test)]
mod tests;
