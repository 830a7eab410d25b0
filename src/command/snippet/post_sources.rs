//! A site, read for commands about posts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::command::arguments::{Posts, SiteInput};
use crate::command::error::{CommandError, Failure};
use crate::command::gather::gather;
use crate::command::place::{CitedPlace, find_cited};
use crate::command::{CommandContext, in_threads};
use crate::corpus::Corpus;
use crate::diagnostic::catalogue;
use crate::policy::{Channel, DocumentId};
use crate::site::{CARD, card_template};
use crate::snippet::{self, CardTemplate, ClausePosts, PostFindings, PostOptions, Splitting, Subject};
use crate::source;

/// A site and the files that posts need.
pub(super) struct PostSources {
    pub(super) corpus: Corpus,
    /// The site's folder.
    pub(super) folder: PathBuf,
    /// The sidecars as they were read, by path.
    pub(super) sidecars: BTreeMap<String, Arc<[u8]>>,
    /// The templates of card images, by theme: those that a site has in place of the default theme's.
    cards: BTreeMap<String, Arc<[u8]>>,
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
}

impl PostSources {
    /// Reads the site. When it has errors, no post is made.
    pub(super) fn open(input: &SiteInput, context: &CommandContext) -> Result<Self, CommandError> {
        let (tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        let sidecars = tree.files.iter().filter(|(path, _)| path.starts_with("content/") && path.ends_with(".yaml"));
        let sidecars = sidecars.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        let cards = tree.files.iter().filter_map(|(path, bytes)| {
            let theme = path.strip_prefix("themes/")?.strip_suffix(CARD)?.strip_suffix('/')?;
            Some((theme.to_owned(), bytes.clone()))
        });
        let cards = cards.collect();
        let gathered = gather(tree, found, input, context)?;
        let zone = TimeZone::get(&gathered.corpus.site.time_zone).unwrap_or(TimeZone::UTC);
        if gathered.diagnostics.has_errors() {
            return Err(CommandError::Found(gathered.diagnostics));
        }
        let now = context.now.in_zone(&zone);
        Ok(Self { corpus: gathered.corpus, folder: input.site.clone(), sidecars, cards, now, zone })
    }

    /// The drafts asked for.
    pub(super) fn drafts(&self, posts: &Posts) -> Result<Vec<ClausePosts<'_>>, CommandError> {
        let channels = channels(&posts.channel);
        let wanted = PostOptions { channels: &channels, splitting: splitting(posts.thread) };
        if posts.clauses.is_empty() {
            return Ok(in_threads(posts.input.jobs, || Ok(snippet::all_posts(&self.corpus, &wanted)))?);
        }
        let mut drafts = Vec::new();
        for name in &posts.clauses {
            drafts.extend(
                self.subjects(name)?.into_iter().map(|subject| snippet::posts_about(&self.corpus, subject, &wanted)),
            );
        }
        Ok(drafts)
    }

    /// The clause that a name means, or all clauses of a document.
    pub(super) fn subjects(&self, name: &str) -> Result<Vec<Subject<'_>>, CommandError> {
        let id = DocumentId(name.trim_end_matches('/').to_owned());
        if let Some(document) = self.corpus.public.get(&id) {
            return Ok(snippet::subjects(&self.corpus, document));
        }
        let CitedPlace::Clause(document, clause) = find_cited(&self.corpus, name)? else {
            return Err(catalogue::citation_not_found(name, None).into());
        };
        let mut subjects = snippet::subjects(&self.corpus, document);
        subjects.retain(|subject| subject.clause.position == clause.position);
        Ok(subjects)
    }

    /// The template of card images.
    pub(super) fn card_template(&self) -> Result<CardTemplate, CommandError> {
        let theme = &self.corpus.site.theme;
        let own = self.cards.get(theme).map(|bytes| (CARD.to_owned(), bytes.clone()));
        card_template(theme, &own.into_iter().collect())
            .map_err(|broken| CommandError::Found([*broken].into_iter().collect()))
    }

    /// The findings in drafts, with the severities of the site.
    pub(super) fn findings(&self, drafts: &[ClausePosts<'_>]) -> PostFindings {
        let PostFindings { diagnostics, remarks } = snippet::findings(&self.corpus, drafts);
        PostFindings { diagnostics: self.corpus.judged(diagnostics), remarks }
    }
}

/// The channels asked for; all channels for posts when none is.
fn channels(asked: &[&'static Channel]) -> Vec<&'static Channel> {
    if asked.is_empty() { Channel::for_posts().collect() } else { asked.to_vec() }
}

pub(super) fn splitting(thread: bool) -> Splitting {
    if thread { Splitting::Threads } else { Splitting::Never }
}
