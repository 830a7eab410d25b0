//! All that is known of a site before its pages are made. A preview stops here, and makes a page when somebody looks at it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::gather::{Files, link};
use super::{Accounts, Gathered, Memory, Observer, Options, Redone, Stage, Unobserved, Unread, Validity, stops};
use crate::artifact::Artifacts;
use crate::check;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostics, SourceFile};
use crate::recall::SameBytes;
use crate::site::{self, Alone, Theme};
use crate::source::Tree;

/// Documents with which templates are tried.
const SAMPLE: usize = 12;

/// What is known of a site before its pages are made.
#[derive(Debug)]
pub struct Survey {
    /// All that pages are made from; none while something found would stop publication, or without `site.yaml`.
    pub pressroom: Option<Pressroom>,
    /// The documents; none without `site.yaml`.
    pub corpus: Option<Arc<Corpus>>,
    /// The `.lock` files as they are on disk, by path relative to the site's folder.
    pub locks: BTreeMap<String, Arc<SourceFile>>,
    /// Everything found so far, sorted, with the severities the site has chosen.
    pub diagnostics: Diagnostics,
    /// For which moments this stands.
    pub validity: Validity,
    /// What was done again.
    pub redone: Redone,
    /// The site's time zone.
    pub zone: TimeZone,
}

/// All that pages are made from.
#[derive(Debug)]
pub struct Pressroom {
    corpus: Arc<Corpus>,
    theme: Arc<Theme>,
    files: Files,
    options: Options,
}

/// A survey, and what only a run that ends with files needs besides.
pub(super) struct Looked {
    pub(super) survey: Survey,
    /// What became of every file.
    pub(super) accounts: Accounts,
    /// Address records that a build would write, in the order of writing.
    pub(super) changes: Vec<(String, String)>,
}

impl Survey {
    /// The same with other findings, and without what pages are made from.
    #[must_use]
    pub fn with(&self, diagnostics: Diagnostics) -> Self {
        let Self { corpus, locks, validity, redone, zone, .. } = self;
        let (corpus, locks, zone) = (corpus.clone(), locks.clone(), zone.clone());
        Self { pressroom: None, corpus, locks, diagnostics, validity: *validity, redone: *redone, zone }
    }
}

/// Looks at `tree` with what is remembered of the last time; `found` is what reading the tree has found already.
#[must_use]
pub fn survey(tree: &Tree, found: Diagnostics, options: &Options, memory: &mut Memory) -> Survey {
    look(tree, found, options, (memory, &Unobserved)).survey
}

/// The same for those who will write files.
pub(super) fn look(
    tree: &Tree,
    found: Diagnostics,
    options: &Options,
    (memory, observer): (&mut Memory, &dyn Observer),
) -> Looked {
    let gathered = match link(tree, found, options, (memory, observer)) {
        Ok(gathered) => gathered,
        Err(unread) => return without_site(*unread, options),
    };
    let Gathered { corpus, locks, mut diagnostics, changes, accounts, validity, zone } = gathered;
    observer.begin(Stage::Check, 0);
    diagnostics.extend(check::run_remembered(&corpus, &mut memory.checks));
    let files = Files::copied(tree, &corpus);
    let theme_files = files.theme.iter().map(|(path, bytes)| (path.clone(), SameBytes(Arc::clone(bytes))));
    let (theme, in_theme) = memory.theme.get((corpus.site.theme.clone(), theme_files.collect()), |(name, _)| {
        let (theme, found) = Theme::load(name, &files.theme);
        (theme.map(Arc::new), found)
    });
    // A theme is told of whether or not there is something wrong with a document.
    diagnostics.extend(in_theme);
    let diagnostics = corpus.judged(diagnostics);
    let corpus = Arc::new(corpus);
    let room = |theme| Pressroom { corpus: Arc::clone(&corpus), theme, files, options: *options };
    let pressroom = theme.filter(|_| !stops(&diagnostics, options)).map(room);
    let redone = memory.redone();
    let survey = Survey { pressroom, corpus: Some(corpus), locks, diagnostics, validity, redone, zone };
    Looked { survey, accounts, changes }
}

/// Without `site.yaml` nothing is known of the documents, not even which are drafts.
fn without_site(unread: Unread, options: &Options) -> Looked {
    let now = options.now.in_zone(&TimeZone::UTC);
    let survey = Survey {
        pressroom: None,
        corpus: None,
        locks: BTreeMap::new(),
        diagnostics: unread.diagnostics.sorted(),
        validity: Validity { from: now, until: None },
        redone: Redone::default(),
        zone: TimeZone::UTC,
    };
    Looked { survey, accounts: unread.accounts, changes: Vec::new() }
}

impl Pressroom {
    /// The documents.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Whether pages are made with the same theme and settings as those of another.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.theme, &other.theme) && self.corpus.site == other.corpus.site
    }

    /// One page, if it is a document's or a list of documents: as [`Pressroom::all`] makes it.
    ///
    /// # Errors
    /// What is wrong with a template.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<Result<Alone, Diagnostics>> {
        site::page(&self.corpus, &self.theme, &self.files.assets, path)
    }

    /// Whether a template is likely not to work: pages of every kind are made with a few of the documents. What they would lack of
    /// the others may be to blame as well, so only [`Pressroom::all`] can tell. The default theme needs no trial.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        !self.theme.is_default() && {
            let (_, found) = site::render(&self.corpus.sample(SAMPLE), &self.theme, &self.files.assets);
            stops(&self.corpus.judged(found), &self.options)
        }
    }

    /// The theme's files as they are in the site, by output path.
    #[must_use]
    pub fn theme_files(&self) -> BTreeMap<String, Arc<[u8]>> {
        site::theme_files(&self.corpus, &self.theme).collect()
    }

    /// Files below `content/` that are no documents, by path below it. Not all of them need be part of the site.
    #[must_use]
    pub fn assets(&self) -> &BTreeMap<String, Arc<[u8]>> {
        &self.files.assets
    }

    /// All pages and files, and what making them has found: none when that would stop publication.
    #[must_use]
    pub fn all(&self) -> (Option<Artifacts>, Diagnostics) {
        let (artifacts, mut found) = site::render(&self.corpus, &self.theme, &self.files.assets);
        found.extend(site::unmade(&self.corpus, &artifacts));
        let found = self.corpus.judged(found);
        let is_fine = !stops(&found, &self.options);
        (is_fine.then_some(artifacts), found)
    }
}
