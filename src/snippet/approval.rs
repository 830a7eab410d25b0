//! Compares a post with its approval.

use super::post::Post;
use super::subject::Subject;
use crate::source::Approval;

/// The state of a post's approval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ApprovalState<'a> {
    /// Nobody has approved the post.
    Open,
    /// Clause and post are as they were approved.
    Approved(&'a Approval),
    /// The clause has changed since the approval.
    ClauseChanged(&'a Approval),
    /// The post has changed since the approval.
    PostChanged(&'a Approval),
}

/// The approval state of a post. Of several approvals for one channel the last counts.
#[must_use]
pub fn approval_state<'a>(subject: &Subject<'a>, post: &Post) -> ApprovalState<'a> {
    let approvals = subject.sns.map_or(&[][..], |sns| &sns.approved);
    let Some(approval) = approvals.iter().rev().find(|approval| approval.channel.value.name == post.channel.name)
    else {
        return ApprovalState::Open;
    };
    if approval.clause.value != subject.clause_text.digest() {
        ApprovalState::ClauseChanged(approval)
    } else if approval.post.value != post.digest() {
        ApprovalState::PostChanged(approval)
    } else {
        ApprovalState::Approved(approval)
    }
}
