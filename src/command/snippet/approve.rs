//! `hoshin snippet approve`: writes an approval into the sidecar. It holds for the present clause and post only.

use std::collections::BTreeMap;

use serde_json::json;

use super::CommandError;
use super::post_sources::{PostSources, splitting};
use crate::command::arguments::Approve;
use crate::command::console::Console;
use crate::command::error::Failure;
use crate::command::line_ends::with_line_ends_of;
use crate::command::report::{self, Answer};
use crate::command::{CommandContext, Exit};
use crate::diagnostic::{Diagnostics, Lang, SourceFile, catalogue};
use crate::output::{Replacement, replace};
use crate::policy::Channel;
use crate::snippet::{self, PostOptions, Subject, write_post};
use crate::source::{self, NewApproval};

pub(super) fn run(approve: &Approve, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    let sources = PostSources::open(&approve.input, context)?;
    let subjects = sources.subjects(&approve.clause)?;
    let [subject] = &subjects[..] else {
        return Err(catalogue::citation_not_found(&approve.clause, None).into());
    };
    let found = faithful(&sources, approve, subject)?;
    let path = subject.document.source.path.strip_suffix(".md").map_or_else(String::new, |stem| format!("{stem}.yaml"));
    let bytes = sources.sidecars.get(&path);
    let text = match bytes {
        Some(bytes) => {
            source::decode(&path, bytes).map_err(|found| CommandError::Found([*found].into_iter().collect()))?
        }
        None => SourceFile::new(path.clone(), ""),
    };
    let mut text = text.text.clone();
    for channel in &approve.channel {
        let approved = approved(&sources, approve, subject, channel, &SourceFile::new(path.clone(), text))?;
        text = approved.ok_or_else(|| CommandError::from(catalogue::approval_unwritable(&path)))?;
    }
    let text = with_line_ends_of(bytes.map_or(&[], |bytes| &**bytes), &text);
    let seen: BTreeMap<_, _> = bytes.map(|bytes| (path.clone(), blake3::hash(bytes))).into_iter().collect();
    let file = Replacement { path: &path, text: Some(&text) };
    replace(&sources.folder, &[file], &seen).map_err(Failure::Records)?;
    let channels: Vec<&str> = approve.channel.iter().map(|channel| channel.name).collect();
    let said = match context.lang {
        Lang::Ja => format!("{}（{}）の承認を {path} に記録しました。\n", subject.name, channels.join("・")),
        Lang::En => format!("The approval of {} ({}) is in {path}.\n", subject.name, channels.join(", ")),
    };
    let value = json!({ "name": subject.name, "channels": channels, "path": path });
    let answer = Answer { text: &said, value: &value, found: &found };
    report::answer(&answer, context, console)?;
    Ok(Exit::Fine)
}

/// The findings in the posts; errors refuse the approval. That a post has changed since its last approval is no reason to
/// refuse.
fn faithful(sources: &PostSources, approve: &Approve, subject: &Subject<'_>) -> Result<Diagnostics, CommandError> {
    let wanted = PostOptions { channels: &approve.channel, splitting: splitting(approve.thread) };
    let drafts = [snippet::posts_about(&sources.corpus, subject.clone(), &wanted)];
    let found = sources.findings(&drafts).diagnostics;
    let others = found.into_iter().filter(|finding| finding.code != &catalogue::POST_CHANGED);
    let others: Diagnostics = others.collect();
    if others.has_errors() { Err(CommandError::Found(others)) } else { Ok(others) }
}

/// The sidecar with one more approval; `None` when nothing can be added to it.
fn approved(
    sources: &PostSources,
    approve: &Approve,
    subject: &Subject<'_>,
    channel: &'static Channel,
    file: &std::sync::Arc<SourceFile>,
) -> Result<Option<String>, CommandError> {
    let post = write_post(&sources.corpus.site, subject, channel, splitting(approve.thread))
        .map_err(|_| CommandError::from(catalogue::post_none(&subject.name, channel.title)))?;
    let fragment = subject.clause.fragment();
    let new = NewApproval {
        clause: &[subject.clause.position.as_str(), fragment.as_str()],
        channel: channel.name,
        by: &approve.by,
        on: &sources.now.to_zoned(sources.zone.clone()).date().to_string(),
        clause_digest: &subject.clause_text.digest(),
        post_digest: &post.digest(),
    };
    Ok(source::with_approval(file, &new))
}
