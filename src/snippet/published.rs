//! The posts that the public may see: approved, unchanged since the approval, and due.

use super::approval::{ApprovalState, approval_state};
use super::post::Post;
use super::subject::{Subject, subjects};
use super::writer::{Splitting, write_post};
use crate::corpus::Corpus;
use crate::policy::{Channel, Document, Site};
use crate::source::{Approval, Sns};

/// A clause that an author has featured or that has published posts.
#[derive(Debug, Clone)]
pub struct PublishedPosts<'a> {
    /// The clause.
    pub subject: Subject<'a>,
    /// The posts with their approvals, in the order of the table of channels; none where the clause is only featured.
    pub posts: Vec<(Post, &'a Approval)>,
}

/// The published posts of a public document, in the order of the page. A document without approvals costs nothing.
#[must_use]
pub fn published_posts<'a>(corpus: &'a Corpus, document: &'a Document) -> Vec<PublishedPosts<'a>> {
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
            found.push(PublishedPosts { subject, posts });
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
            let post = write_post(site, subject, channel, splitting).ok()?;
            match approval_state(subject, &post) {
                ApprovalState::Approved(approval) => Some((post, approval)),
                _ => None,
            }
        })
    };
    Channel::for_posts().filter(|channel| is_named(channel)).filter_map(approved).collect()
}
