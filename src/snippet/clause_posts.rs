//! The posts of every public clause, for every channel asked for.

use rayon::prelude::*;

use super::post::{Post, PostRefusal};
use super::subject::{Subject, subjects};
use super::writer::{Splitting, write_post};
use crate::corpus::Corpus;
use crate::policy::{Channel, ClauseId};

/// A clause with its posts.
#[derive(Debug, Clone)]
pub struct ClausePosts<'a> {
    /// The clause.
    pub subject: Subject<'a>,
    /// A post or a refusal for each channel, in the order of [`PostOptions::channels`].
    pub outcomes: Vec<(&'static Channel, Result<Post, PostRefusal>)>,
}

/// The posts that are asked for.
#[derive(Debug, Clone, Copy)]
pub struct PostOptions<'a> {
    /// The channels that get a post.
    pub channels: &'a [&'static Channel],
    /// The way to handle a text that is too long for one post.
    pub splitting: Splitting,
}

/// The posts of all public documents, in the order of documents and clauses.
#[must_use]
pub fn all_posts<'a>(corpus: &'a Corpus, options: &PostOptions<'_>) -> Vec<ClausePosts<'a>> {
    let documents: Vec<_> = corpus.public.values().collect();
    let subjects: Vec<_> = documents.into_par_iter().flat_map_iter(|document| subjects(corpus, document)).collect();
    subjects.into_par_iter().map(|subject| posts_about(corpus, subject, options)).collect()
}

/// The posts of one clause.
#[must_use]
pub fn posts_about<'a>(corpus: &'a Corpus, subject: Subject<'a>, options: &PostOptions<'_>) -> ClausePosts<'a> {
    let outcome =
        |channel: &&'static Channel| (*channel, write_post(&corpus.site, &subject, channel, options.splitting));
    let outcomes = options.channels.iter().map(outcome).collect();
    ClausePosts { subject, outcomes }
}

impl ClausePosts<'_> {
    /// The posts, without the refusals.
    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.outcomes.iter().filter_map(|(_, outcome)| outcome.as_ref().ok())
    }

    /// The permanent id of the clause; empty where it has none yet.
    #[must_use]
    pub fn id(&self) -> &ClauseId {
        self.subject.clause.address().id
    }
}
