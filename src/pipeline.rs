//! The whole way from a site's files to the files of its website, as one pure function.
//!
//! Nothing here touches the disk, the clock or the environment: building, checking and previewing are callers of the
//! same [`run`], so what one of them shows is what the others would do.

mod account;

pub use account::{Accounts, Fate};

use std::collections::BTreeMap;

use jiff::{Timestamp, civil, tz::TimeZone};
use rayon::prelude::*;

use crate::artifact::Artifacts;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, Severity};
use crate::markdown::LetterheadHints;
use crate::policy::{Body, DocumentId, Issuer, Site};
use crate::source::{DocumentSource, Sources, Tree};
use crate::{address, check, corpus, markdown, site, source};

/// What a run depends on besides the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The moment for which the site is made: what is published later is not in it.
    pub now: Moment,
    /// Findings of this severity and graver ones stop publication.
    pub fails_from: Severity,
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
    /// The next moment at which a document becomes public, if one is waiting.
    pub until: Option<Timestamp>,
}

/// How much was done; a build that has nothing to do does none of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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

/// Makes the site of `tree`, or says why not.
///
/// The tree is used up, so that its bytes need not be held twice; `found` is what reading the tree has found already.
/// All findings are collected: a stage that cannot go on for one document goes on for the others.
#[must_use]
pub fn run(tree: Tree, mut found: Diagnostics, options: &Options, observer: &dyn Observer) -> Outcome {
    let mut accounts = Accounts::unread(&tree);
    accounts.add_unreadable(&found);
    let (sources, in_sources) = source::parse(&tree);
    found.extend(in_sources);
    let Some(sources) = sources else {
        return unread(accounts, options, found);
    };
    let zone = zone(&sources.site);
    let now = options.now.in_zone(&zone);
    let validity = Validity { from: now, until: next_publication(&sources, now) };
    accounts.tell(&sources, now);
    let files = Files::of(tree, &sources);
    let mut work = Work { documents_parsed: sources.documents.len(), files_rendered: 0 };

    let (bodies, in_markdown) = parse_bodies(&sources.documents, observer);
    found.extend(in_markdown);
    let corpus = corpus::link(sources, bodies, now);
    observer.begin(Stage::Check, 0);
    found.extend(check::run(&corpus));

    let mut found = found.with_severities(&corpus.site.severities);
    let mut artifacts = None;
    if !stops(&found, options) {
        observer.begin(Stage::Render, corpus.public.len());
        let (made, in_site) = render(&files, &corpus);
        found.extend(in_site.with_severities(&corpus.site.severities));
        artifacts = made.filter(|_| !stops(&found, options));
    }
    if let Some(artifacts) = &artifacts {
        work.files_rendered = artifacts.len();
        accounts.settle(artifacts);
    }
    Outcome { artifacts, diagnostics: found.sorted(), accounts, validity, work, zone }
}

/// Without `site.yaml` nothing is known of the documents, not even which are drafts.
fn unread(accounts: Accounts, options: &Options, found: Diagnostics) -> Outcome {
    let now = options.now.in_zone(&TimeZone::UTC);
    Outcome {
        artifacts: None,
        diagnostics: found.sorted(),
        accounts,
        validity: Validity { from: now, until: None },
        work: Work::default(),
        zone: TimeZone::UTC,
    }
}

fn stops(found: &Diagnostics, options: &Options) -> bool {
    found.iter().any(|finding| finding.severity >= options.fails_from)
}

/// The site's time zone; `source` has already refused a name that means none.
fn zone(site: &Site) -> TimeZone {
    TimeZone::get(&site.time_zone).unwrap_or(TimeZone::UTC)
}

fn next_publication(sources: &Sources, now: Timestamp) -> Option<Timestamp> {
    let released = sources.documents.values().map(|source| &source.meta).filter(|meta| meta.is_released());
    let moments = released.filter_map(|meta| meta.publish_at.as_ref()).map(|moment| moment.value);
    moments.filter(|moment| *moment > now).min()
}

fn parse_bodies(
    documents: &BTreeMap<DocumentId, DocumentSource>,
    observer: &dyn Observer,
) -> (BTreeMap<DocumentId, Body>, Diagnostics) {
    observer.begin(Stage::Parse, documents.len());
    let parsed: Vec<_> = documents
        .par_iter()
        .map(|(id, document)| {
            let (body, found) = parse_body(document);
            observer.step();
            (id.clone(), body, found)
        })
        .collect();
    let mut found = Diagnostics::default();
    let mut bodies = BTreeMap::new();
    for (id, body, in_document) in parsed {
        bodies.insert(id, body);
        found.extend(in_document);
    }
    (bodies, found)
}

fn parse_body(document: &DocumentSource) -> (Body, Diagnostics) {
    let issuer = document.meta.issuer.as_ref().and_then(Issuer::printed);
    let hints = LetterheadHints { title: &document.meta.title.value, issuer: issuer.as_deref() };
    let (body, found) = markdown::parse(&document.source, document.body_start, &hints);
    (address::assign_positions(body), found)
}

/// The bytes that pages are made with besides the documents.
struct Files {
    /// Assets by path below `content/`.
    assets: BTreeMap<String, Vec<u8>>,
    /// Files of the site's theme, by path below its folder.
    theme: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Takes them out of the tree. The bytes of the documents, which have become text by now, are let go.
    fn of(tree: Tree, sources: &Sources) -> Self {
        let folder = format!("themes/{}/", sources.site.theme);
        let mut files = Self { assets: BTreeMap::new(), theme: BTreeMap::new() };
        for (path, bytes) in tree.files {
            let below = path.strip_prefix("content/").filter(|below| sources.assets.contains(*below));
            if let Some(below) = below {
                files.assets.insert(below.to_owned(), bytes);
            } else if let Some(below) = path.strip_prefix(&folder) {
                files.theme.insert(below.to_owned(), bytes);
            }
        }
        files
    }
}

fn render(files: &Files, corpus: &Corpus) -> (Option<Artifacts>, Diagnostics) {
    let (theme, mut found) = site::Theme::load(&corpus.site.theme, &files.theme);
    let Some(theme) = theme else {
        return (None, found);
    };
    let (artifacts, in_pages) = site::render(corpus, &theme, &files.assets);
    found.extend(in_pages);
    (Some(artifacts), found)
}

#[cfg(test)]
mod tests;
