//! Whether a post is still the one that was approved.

use super::post::Post;
use super::subject::Subject;
use crate::source::Approval;

/// What an approval is worth now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing<'a> {
    /// Nobody has approved it.
    Open,
    /// It is as it was approved.
    Approved(&'a Approval),
    /// The clause is not what it was.
    ClauseChanged(&'a Approval),
    /// The post is not what it was.
    PostChanged(&'a Approval),
}

/// The standing of a post; of several approvals for one channel the last counts.
#[must_use]
pub fn standing<'a>(subject: &Subject<'a>, post: &Post) -> Standing<'a> {
    let approvals = subject.sns.map_or(&[][..], |sns| &sns.approved);
    let Some(approval) = approvals.iter().rev().find(|approval| approval.channel.value.name == post.channel.name)
    else {
        return Standing::Open;
    };
    if approval.clause.value != subject.passage.digest() {
        Standing::ClauseChanged(approval)
    } else if approval.post.value != post.digest() {
        Standing::PostChanged(approval)
    } else {
        Standing::Approved(approval)
    }
}
