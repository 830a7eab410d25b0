//! What is wrong with the posts of a site: texts that do not fit or say something else than the clause, approvals that no
//! longer hold, posts about clauses that have changed since.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::approval::{Standing, standing};
use super::draft::Draft;
use super::export::Remarks;
use super::faithfulness::Report;
use super::post::{Level, Reason, Refusal};
use super::reader::Reader;
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, Located, SourceFile, catalogue};
use crate::policy::{Channel, era_date};
use crate::source::Sns;

/// What was found in drafts.
#[derive(Debug, Default)]
pub struct Found {
    /// All of it, at the places in the sidecars.
    pub diagnostics: Diagnostics,
    /// What a reviewer should know, by post.
    pub remarks: Remarks,
}

/// Everything found in drafts.
#[must_use]
pub fn findings(corpus: &Corpus, drafts: &[Draft<'_>]) -> Found {
    let mut found = Found::default();
    let reader = Reader::of(corpus);
    let mut compared = false;
    for draft in drafts {
        let sidecar = corpus.sidecars.get(&draft.subject.document.id).and_then(|sidecar| sidecar.source.as_ref());
        let (Some(sns), Some(file)) = (draft.subject.sns, sidecar) else { continue };
        let mut clerk = Clerk { draft, sns, file, found: &mut found };
        clerk.texts();
        compared |= clerk.compare(&reader);
        clerk.approvals();
        clerk.posted();
        clerk.picture();
    }
    if compared {
        found.diagnostics.push(Report::note().of_site());
    }
    found
}

struct Clerk<'a> {
    draft: &'a Draft<'a>,
    sns: &'a Sns,
    file: &'a Arc<SourceFile>,
    found: &'a mut Found,
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
            self.found.diagnostics.push(at);
        }
    }

    /// Compares what an author has written with the clause; whether there was anything to compare. A text for all channels
    /// is reported once.
    fn compare(&mut self, reader: &Reader<'_>) -> bool {
        let (draft, mut seen) = (self.draft, BTreeSet::new());
        for post in draft.posts().filter(|post| post.level < Level::Whole) {
            let subject = &draft.subject;
            let key = (subject.document.id.0.clone(), subject.clause.position.to_string(), post.channel.name);
            let remarks = reader.remarks(subject, post);
            let words = remarks.iter().map(|remark| remark.finding.text().clone()).collect();
            self.found.remarks.insert(key, words);
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
        for post in self.draft.posts() {
            let (approval, digest, what) = match standing(&self.draft.subject, post) {
                Standing::Open | Standing::Approved(_) => continue,
                Standing::ClauseChanged(approval) => (approval, &approval.clause, catalogue::changed_clause()),
                Standing::PostChanged(approval) => (approval, &approval.post, catalogue::changed_post()),
            };
            let finding = catalogue::post_changed(post.channel.title, &approval.by, &what);
            self.found.diagnostics.push(finding.at(digest.span(self.file)));
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
