//! A site with its posts, for the commands that need one.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Stopped;
use crate::address::Mode;
use crate::command::arguments::{Input, Posts};
use crate::command::cite::{Place, find};
use crate::command::{Context, Failure, in_threads};
use crate::corpus::Corpus;
use crate::diagnostic::catalogue;
use crate::pipeline::{self, Drafts, Options, Unobserved};
use crate::policy::{Channel, DocumentId};
use crate::site::{CARD, card_template};
use crate::snippet::{self, CardTemplate, Draft, Found, Splitting, Subject, Wanted};
use crate::source;

pub(super) struct Desk {
    pub(super) corpus: Corpus,
    /// The site's folder.
    pub(super) folder: PathBuf,
    /// The sidecars as they were read, by path.
    pub(super) sidecars: BTreeMap<String, Arc<[u8]>>,
    /// The drawings of card images, by theme: those a site has in place of the default theme's.
    cards: BTreeMap<String, Arc<[u8]>>,
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
}

impl Desk {
    /// Reads the site. Where something in it is wrong, no post is made of it.
    pub(super) fn open(input: &Input, context: &Context) -> Result<Self, Stopped> {
        let (tree, found) = source::read_tree(&input.site).map_err(Failure::Read)?;
        let sidecars = tree.files.iter().filter(|(path, _)| path.starts_with("content/") && path.ends_with(".yaml"));
        let sidecars = sidecars.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        let cards = tree.files.iter().filter_map(|(path, bytes)| {
            let theme = path.strip_prefix("themes/")?.strip_suffix(CARD)?.strip_suffix('/')?;
            Some((theme.to_owned(), bytes.clone()))
        });
        let cards = cards.collect();
        let options =
            Options { now: context.now, fails_from: context.fails_from, locks: Mode::Record, drafts: Drafts::Withheld };
        let gathered = in_threads(input.jobs, || {
            pipeline::gather(tree, found, &options, &Unobserved).map_err(|unread| Failure::Site(unread.diagnostics))
        })?;
        let zone = TimeZone::get(&gathered.corpus.site.time_zone).unwrap_or(TimeZone::UTC);
        if gathered.diagnostics.has_errors() {
            return Err(Stopped::Found(gathered.diagnostics));
        }
        let now = context.now.in_zone(&zone);
        Ok(Self { corpus: gathered.corpus, folder: input.site.clone(), sidecars, cards, now, zone })
    }

    /// The drafts that are asked for.
    pub(super) fn drafts(&self, posts: &Posts) -> Result<Vec<Draft<'_>>, Stopped> {
        let channels = channels(&posts.channel);
        let wanted = Wanted { channels: &channels, splitting: splitting(posts.thread) };
        if posts.clauses.is_empty() {
            return Ok(in_threads(posts.input.jobs, || Ok(snippet::drafts(&self.corpus, &wanted)))?);
        }
        let mut drafts = Vec::new();
        for name in &posts.clauses {
            drafts
                .extend(self.subjects(name)?.into_iter().map(|subject| snippet::draft(&self.corpus, subject, &wanted)));
        }
        Ok(drafts)
    }

    /// The clause of a name, or all of a document.
    pub(super) fn subjects(&self, name: &str) -> Result<Vec<Subject<'_>>, Stopped> {
        let id = DocumentId(name.trim_end_matches('/').to_owned());
        if let Some(document) = self.corpus.public.get(&id) {
            return Ok(snippet::subjects(&self.corpus, document));
        }
        let Place::Clause(document, clause) = find(&self.corpus, name)? else {
            return Err(catalogue::citation_not_found(name, None).into());
        };
        let mut subjects = snippet::subjects(&self.corpus, document);
        subjects.retain(|subject| subject.clause.position == clause.position);
        Ok(subjects)
    }

    /// The drawing of card images.
    pub(super) fn card_template(&self) -> Result<CardTemplate, Stopped> {
        let theme = &self.corpus.site.theme;
        let own = self.cards.get(theme).map(|bytes| (CARD.to_owned(), bytes.clone()));
        card_template(theme, &own.into_iter().collect())
            .map_err(|broken| Stopped::Found([*broken].into_iter().collect()))
    }

    /// What is wrong with drafts, with the severities of the site.
    pub(super) fn findings(&self, drafts: &[Draft<'_>]) -> Found {
        let Found { diagnostics, remarks } = snippet::findings(&self.corpus, drafts);
        Found { diagnostics: self.corpus.judged(diagnostics), remarks }
    }
}

/// The channels asked for; all that posts can be made for when none is.
fn channels(asked: &[&'static Channel]) -> Vec<&'static Channel> {
    if asked.is_empty() { Channel::for_posts().collect() } else { asked.to_vec() }
}

pub(super) fn splitting(thread: bool) -> Splitting {
    if thread { Splitting::Threads } else { Splitting::Never }
}
