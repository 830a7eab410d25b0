//! All posts of a site: every clause that is public, for every channel that is wanted.

use rayon::prelude::*;

use super::ladder::{Splitting, write};
use super::post::{Post, Refusal};
use super::subject::{Subject, subjects};
use crate::corpus::Corpus;
use crate::policy::Channel;

/// A clause with what can be posted about it.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// The clause.
    pub subject: Subject<'a>,
    /// A post for each channel, or why there is none, in the order of the channels asked for.
    pub outcomes: Vec<(&'static Channel, Result<Post, Refusal>)>,
}

/// What is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// For which channels.
    pub channels: &'a [&'static Channel],
    /// Whether what does not fit may be split.
    pub splitting: Splitting,
}

/// The drafts of all public documents, in the order of documents and clauses.
#[must_use]
pub fn drafts<'a>(corpus: &'a Corpus, wanted: &Wanted<'_>) -> Vec<Draft<'a>> {
    let documents: Vec<_> = corpus.public.values().collect();
    let subjects: Vec<_> = documents.into_par_iter().flat_map_iter(|document| subjects(corpus, document)).collect();
    subjects.into_par_iter().map(|subject| draft(corpus, subject, wanted)).collect()
}

/// The draft of one clause.
#[must_use]
pub fn draft<'a>(corpus: &'a Corpus, subject: Subject<'a>, wanted: &Wanted<'_>) -> Draft<'a> {
    let outcome = |channel: &&'static Channel| (*channel, write(&corpus.site, &subject, channel, wanted.splitting));
    let outcomes = wanted.channels.iter().map(outcome).collect();
    Draft { subject, outcomes }
}

impl Draft<'_> {
    /// The posts there are.
    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.outcomes.iter().filter_map(|(_, outcome)| outcome.as_ref().ok())
    }
}
