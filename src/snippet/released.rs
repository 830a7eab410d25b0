//! What the public may see of posts: those that were approved, are as they were approved, and are due.

use super::approval::{Standing, standing};
use super::ladder::{Splitting, write};
use super::post::Post;
use super::subject::{Subject, subjects};
use crate::corpus::Corpus;
use crate::policy::{Channel, Document, Site};
use crate::source::{Approval, Sns};

/// A clause that an author has featured, or about which posts were released.
#[derive(Debug, Clone)]
pub struct Released<'a> {
    /// The clause.
    pub subject: Subject<'a>,
    /// Its posts, in the order of the table of channels; none where it is only featured.
    pub posts: Vec<(Post, &'a Approval)>,
}

/// Those of a public document, in the order of the page. Most documents have none, and cost nothing.
#[must_use]
pub fn released<'a>(corpus: &'a Corpus, document: &'a Document) -> Vec<Released<'a>> {
    let sidecar = corpus.sidecars.get(&document.id);
    let is_wanted = |sns: &Sns| sns.is_featured || !sns.approved.is_empty();
    if !sidecar.is_some_and(|it| it.clauses.iter().filter_map(|(_, notes)| notes.sns.as_ref()).any(is_wanted)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for subject in subjects(corpus, document) {
        let Some(sns) = subject.sns else { continue };
        let is_due = sns.publish_at.as_ref().is_none_or(|moment| moment.value <= corpus.now);
        let posts = if is_due { posts(&corpus.site, &subject) } else { Vec::new() };
        if !posts.is_empty() || sns.is_featured {
            found.push(Released { subject, posts });
        }
    }
    found
}

/// The approved posts about a clause.
fn posts<'a>(site: &Site, subject: &Subject<'a>) -> Vec<(Post, &'a Approval)> {
    let approvals = subject.sns.map_or(&[][..], |sns| &sns.approved);
    let is_named = |channel: &Channel| approvals.iter().any(|approval| approval.channel.value.name == channel.name);
    let approved = |channel| {
        [Splitting::Never, Splitting::Threads].into_iter().find_map(|splitting| {
            let post = write(site, subject, channel, splitting).ok()?;
            match standing(subject, &post) {
                Standing::Approved(approval) => Some((post, approval)),
                _ => None,
            }
        })
    };
    Channel::for_posts().filter(|channel| is_named(channel)).filter_map(approved).collect()
}
