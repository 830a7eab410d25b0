//! Findings about the posts of a site: texts that do not fit, texts that differ in meaning from the clause, approvals that no longer
//! hold, and posts about clauses that have changed since.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::approval::{ApprovalState, approval_state};
use super::clause_posts::ClausePosts;
use super::comparer::PostComparer;
use super::export::ReviewNotes;
use super::faithfulness::Report;
use super::post::{Level, PostRefusal, RefusalReason};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Located, SourceFile, catalogue};
use crate::policy::{Channel, era_date};
use crate::source::Sns;

/// The findings about posts.
#[derive(Debug, Default)]
pub struct PostFindings {
    /// The findings, each at its place in a sidecar.
    pub diagnostics: Diagnostics,
    /// The findings by post, for the review sheet.
    pub remarks: ReviewNotes,
}

/// Checks the posts of these clauses.
#[must_use]
pub fn findings(corpus: &Corpus, clauses: &[ClausePosts<'_>]) -> PostFindings {
    let mut found = PostFindings::default();
    let comparer = PostComparer::new(corpus);
    let mut compared = false;
    for clause in clauses {
        let sidecar = corpus.sidecars.get(&clause.subject.document.id).and_then(|sidecar| sidecar.source.as_ref());
        let (Some(sns), Some(file)) = (clause.subject.sns, sidecar) else { continue };
        let mut collector = FindingCollector { clause, sns, file, found: &mut found };
        collector.texts();
        compared |= collector.compare(&comparer);
        collector.approvals();
        collector.published_posts();
        collector.picture();
    }
    if compared {
        found.diagnostics.push(Report::note().of_site());
    }
    found
}

/// Collects the findings about the posts of one clause.
struct FindingCollector<'a> {
    clause: &'a ClausePosts<'a>,
    sns: &'a Sns,
    file: &'a Arc<SourceFile>,
    found: &'a mut PostFindings,
}

impl FindingCollector<'_> {
    fn texts(&mut self) {
        for (channel, outcome) in &self.clause.outcomes {
            let Err(PostRefusal { reason, .. }) = outcome else { continue };
            let finding = match reason {
                RefusalReason::AuthorTooLong(excess) => {
                    catalogue::post_too_long(channel.title, excess.over(), excess.count, excess.limit)
                }
                RefusalReason::Signs { signs, is_authors: true } => catalogue::post_refused_sign(channel.title, signs),
                _ => continue,
            };
            let at = self.at(finding, self.text_for(channel));
            self.found.diagnostics.push(at);
        }
    }

    /// Compares the author's texts with the clause. A text for all channels is reported once. Returns whether there was a text to
    /// compare.
    fn compare(&mut self, comparer: &PostComparer<'_>) -> bool {
        let (clause, mut seen) = (self.clause, BTreeSet::new());
        for post in clause.posts().filter(|post| post.level < Level::Whole) {
            let subject = &clause.subject;
            let key = (subject.document.id.0.clone(), subject.clause.position.to_string(), post.channel.name);
            let remarks = comparer.remarks(subject, post);
            let notes = remarks.iter().map(|remark| remark.finding.text().clone()).collect();
            self.found.remarks.insert(key, notes);
            if !seen.insert(&post.body) {
                continue;
            }
            for remark in remarks {
                let at = self.at(remark.finding, self.text_for(post.channel));
                self.found.diagnostics.push(at);
            }
        }
        !seen.is_empty()
    }

    fn text_for(&self, channel: &Channel) -> Option<&Located<String>> {
        let own = self.sns.channels.iter().find(|(known, _)| known.name == channel.name);
        own.map(|(_, text)| text).or_else(|| self.sns.text_for(channel))
    }

    fn at(&self, finding: Finding, text: Option<&Located<String>>) -> Diagnostic {
        match text {
            Some(text) => finding.at(text.span(self.file)),
            None => finding.in_file(self.file.path.clone()),
        }
    }

    fn approvals(&mut self) {
        for post in self.clause.posts() {
            let (approval, digest, what) = match approval_state(&self.clause.subject, post) {
                ApprovalState::Open | ApprovalState::Approved(_) => continue,
                ApprovalState::ClauseChanged(approval) => (approval, &approval.clause, catalogue::changed_clause()),
                ApprovalState::PostChanged(approval) => (approval, &approval.post, catalogue::changed_post()),
            };
            let finding = catalogue::post_changed(post.channel.title, &approval.by, &what);
            self.found.diagnostics.push(finding.at(digest.span(self.file)));
        }
    }

    /// Reports published posts whose clause was reworded later.
    fn published_posts(&mut self) {
        let now = self.clause.subject.clause_text.digest();
        for posted in &self.sns.posted {
            let channel = posted.channel.value;
            let approved = self.sns.approved.iter().rev().find(|approval| approval.channel.value.name == channel.name);
            let then = posted.clause.as_ref().or_else(|| Some(&approved?.clause.value));
            if then.is_some_and(|then| *then != now) {
                let url = posted.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
                let finding = catalogue::posted_clause_changed(channel.title, &era_date(posted.on.date), &url);
                self.found.diagnostics.push(finding.at(posted.channel.span(self.file)));
            }
        }
    }

    fn picture(&mut self) {
        if let (Some(image), None) = (&self.sns.image, &self.sns.alt) {
            self.found.diagnostics.push(catalogue::post_alt_missing().at(image.span(self.file)));
        }
    }
}
