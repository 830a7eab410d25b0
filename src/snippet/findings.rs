//! What is wrong with the posts of a site: texts that do not fit, approvals that no longer hold, posts about clauses that
//! have changed since.

use super::approval::{Standing, standing};
use super::draft::Draft;
use super::post::{Reason, Refusal};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Located, SourceFile, catalogue};
use crate::policy::{Channel, era_date};
use crate::source::Sns;
use std::sync::Arc;

/// Everything found in drafts.
#[must_use]
pub fn findings(corpus: &Corpus, drafts: &[Draft<'_>]) -> Diagnostics {
    let mut found = Diagnostics::default();
    for draft in drafts {
        let sidecar = corpus.sidecars.get(&draft.subject.document.id).and_then(|sidecar| sidecar.source.as_ref());
        let (Some(sns), Some(file)) = (draft.subject.sns, sidecar) else { continue };
        let mut clerk = Clerk { draft, sns, file, found: &mut found };
        clerk.texts();
        clerk.approvals();
        clerk.posted();
        clerk.picture();
    }
    found
}

struct Clerk<'a> {
    draft: &'a Draft<'a>,
    sns: &'a Sns,
    file: &'a Arc<SourceFile>,
    found: &'a mut Diagnostics,
}

impl Clerk<'_> {
    fn texts(&mut self) {
        for (channel, outcome) in &self.draft.outcomes {
            let Err(Refusal { reason, .. }) = outcome else { continue };
            let finding = match reason {
                Reason::AuthorTooLong(excess) => {
                    catalogue::post_too_long(channel.title, excess.over(), excess.count, excess.limit)
                }
                Reason::Signs { signs, is_authors: true } => catalogue::post_refused_sign(channel.title, signs),
                _ => continue,
            };
            let at = self.at(finding, self.text_for(channel));
            self.found.push(at);
        }
    }

    fn text_for(&self, channel: &Channel) -> Option<&Located<String>> {
        let own = self.sns.channels.iter().find(|(known, _)| known.name == channel.name);
        own.map(|(_, text)| text).or(self.sns.text.as_ref())
    }

    fn at(&self, finding: Finding, text: Option<&Located<String>>) -> Diagnostic {
        match text {
            Some(text) => finding.at(text.span(self.file)),
            None => finding.in_file(self.file.path.clone()),
        }
    }

    fn approvals(&mut self) {
        for post in self.draft.posts() {
            let (approval, digest, what) = match standing(&self.draft.subject, post) {
                Standing::Open | Standing::Approved(_) => continue,
                Standing::ClauseChanged(approval) => (approval, &approval.clause, catalogue::changed_clause()),
                Standing::PostChanged(approval) => (approval, &approval.post, catalogue::changed_post()),
            };
            let finding = catalogue::post_changed(post.channel.title, &approval.by, &what);
            self.found.push(finding.at(digest.span(self.file)));
        }
    }

    /// Posts about a clause that was reworded after them.
    fn posted(&mut self) {
        let now = self.draft.subject.passage.digest();
        for posted in &self.sns.posted {
            let channel = posted.channel.value;
            let approved = self.sns.approved.iter().rev().find(|approval| approval.channel.value.name == channel.name);
            let then = posted.clause.as_ref().or_else(|| Some(&approved?.clause.value));
            if then.is_some_and(|then| *then != now) {
                let url = posted.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
                let finding = catalogue::posted_clause_changed(channel.title, &era_date(posted.on.date), &url);
                self.found.push(finding.at(posted.channel.span(self.file)));
            }
        }
    }

    fn picture(&mut self) {
        if let (Some(image), None) = (&self.sns.image, &self.sns.alt) {
            self.found.push(catalogue::post_alt_missing().at(image.span(self.file)));
        }
    }
}
