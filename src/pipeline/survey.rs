//! The state of a site before its pages are made. A preview stops here and makes a page when somebody asks for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::gather::{InputFiles, link};
use super::{
    Accounts, Gathered, Observer, Options, PipelineMemory, RecordChanges, Redone, Stage, Unobserved, Unread, Validity,
    stops,
};
use crate::artifact::Artifacts;
use crate::check;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::recall::SameBytes;
use crate::site::{self, SinglePage, Theme};
use crate::source::Tree;

/// The number of documents with which templates are tried.
const SAMPLE: usize = 12;

/// The state of a site before its pages are made.
#[derive(Debug)]
pub struct Survey {
    /// Makes the pages; `None` if a finding stops publication, and without `site.yaml`.
    pub renderer: Option<Renderer>,
    /// The documents; `None` without `site.yaml`.
    pub corpus: Option<Arc<Corpus>>,
    /// The `.lock` files as they are on disk, by path relative to the site's folder.
    pub locks: BTreeMap<String, Arc<SourceFile>>,
    /// All findings so far, sorted, with the severities of the site.
    pub diagnostics: Diagnostics,
    /// The moments for which this is valid.
    pub validity: Validity,
    /// The work that was done again.
    pub redone: Redone,
    /// The site's time zone.
    pub zone: TimeZone,
}

/// Makes pages. It holds all that they are made from.
#[derive(Debug)]
pub struct Renderer {
    corpus: Arc<Corpus>,
    theme: Arc<Theme>,
    files: InputFiles,
    options: Options,
}

/// A survey, and the results that only a run that writes files needs.
pub(super) struct FileSurvey {
    pub(super) survey: Survey,
    /// The fate of every file.
    pub(super) accounts: Accounts,
    /// The changes of address records that a build would make.
    pub(super) changes: RecordChanges,
}

impl Survey {
    /// The same with other findings and without a renderer.
    #[must_use]
    pub fn with(&self, diagnostics: Diagnostics) -> Self {
        let Self { corpus, locks, validity, redone, zone, .. } = self;
        let (corpus, locks, zone) = (corpus.clone(), locks.clone(), zone.clone());
        Self { renderer: None, corpus, locks, diagnostics, validity: *validity, redone: *redone, zone }
    }
}

/// Surveys `tree` with the memory of the last run; `found` are the findings of reading the tree.
#[must_use]
pub fn survey(tree: &Tree, found: Diagnostics, options: &Options, memory: &mut PipelineMemory) -> Survey {
    survey_files(tree, found, options, memory, &Unobserved).survey
}

/// The same for a run that writes files.
pub(super) fn survey_files(
    tree: &Tree,
    found: Diagnostics,
    options: &Options,
    memory: &mut PipelineMemory,
    observer: &dyn Observer,
) -> FileSurvey {
    let gathered = match link(tree, found, options, memory, observer) {
        Ok(gathered) => gathered,
        Err(unread) => return without_site(*unread, options),
    };
    let Gathered { corpus, locks, mut diagnostics, first_answers: _, changes, accounts, validity, zone, .. } = gathered;
    observer.begin(Stage::Check, 0);
    diagnostics.extend(check::run(&corpus, &mut memory.checks));
    let files = InputFiles::copied(tree, &corpus);
    let theme_files = files.theme.iter().map(|(path, bytes)| (path.clone(), SameBytes(Arc::clone(bytes))));
    let (theme, in_theme) = memory.theme.get((corpus.site.theme.clone(), theme_files.collect()), |(name, _)| {
        let (theme, found) = Theme::load(name, &files.theme);
        (theme.map(Arc::new), found)
    });
    // Findings in the theme are reported even if documents have errors.
    diagnostics.extend(in_theme);
    let diagnostics = corpus.judged(diagnostics);
    let corpus = Arc::new(corpus);
    let renderer = |theme| Renderer { corpus: Arc::clone(&corpus), theme, files, options: *options };
    let renderer = theme.filter(|_| !stops(&diagnostics, options)).map(renderer);
    let redone = memory.redone();
    let survey = Survey { renderer, corpus: Some(corpus), locks, diagnostics, validity, redone, zone };
    FileSurvey { survey, accounts, changes }
}

/// The survey without `site.yaml`: nothing is known of the documents, not even which are drafts.
fn without_site(unread: Unread, options: &Options) -> FileSurvey {
    let now = options.now.in_zone(&TimeZone::UTC);
    let survey = Survey {
        renderer: None,
        corpus: None,
        locks: BTreeMap::new(),
        diagnostics: unread.diagnostics.sorted(),
        validity: Validity { from: now, until: None },
        redone: Redone::default(),
        zone: TimeZone::UTC,
    };
    FileSurvey { survey, accounts: unread.accounts, changes: RecordChanges::default() }
}

impl Renderer {
    /// The documents.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Whether another renderer has the same theme and settings.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.theme, &other.theme) && self.corpus.site == other.corpus.site
    }

    /// One page of a document or a list of documents, as [`Renderer::all`] makes it; `None` for other paths.
    ///
    /// # Errors
    /// A template does not work.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<Result<SinglePage, Diagnostics>> {
        site::page(&self.corpus, &self.theme, &self.files.assets, path)
    }

    /// Whether a template probably does not work. Pages of every kind are made with a few of the documents; the missing ones
    /// may be the cause as well, so only [`Renderer::all`] is certain. The default theme needs no trial.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        !self.theme.is_default() && {
            let (_, found) = site::render(&self.corpus.sample(SAMPLE), &self.theme, &self.files.assets);
            stops(&self.corpus.judged(found), &self.options)
        }
    }

    /// The theme's files in the site, by output path.
    #[must_use]
    pub fn theme_files(&self) -> BTreeMap<String, Arc<[u8]>> {
        site::theme_files(&self.corpus, &self.theme).collect()
    }

    /// Files below `content/` that are no documents, by path below it. The site contains only those that it needs.
    #[must_use]
    pub fn assets(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files.assets
    }

    /// All pages and files, unless a finding stops publication; and the findings.
    #[must_use]
    pub fn all(&self) -> (Option<Artifacts>, Diagnostics) {
        let (artifacts, mut found) = site::render(&self.corpus, &self.theme, &self.files.assets);
        found.extend(site::unmade(&self.corpus, &artifacts));
        let found = self.corpus.judged(found);
        let is_fine = !stops(&found, &self.options);
        (is_fine.then_some(artifacts), found)
    }
}
