//! `hoshin snippet approve`: an approval, bound to the clause and the post as they are, written into the sidecar.

use std::collections::BTreeMap;

use serde_json::json;

use super::Stopped;
use super::desk::{Desk, splitting};
use crate::command::arguments::Approve;
use crate::command::console::Console;
use crate::command::report::{self, Answer};
use crate::command::{Context, Exit, Failure};
use crate::diagnostic::{Diagnostics, Lang, SourceFile, catalogue};
use crate::output::{Replacement, replace};
use crate::policy::Channel;
use crate::snippet::{self, Subject, Wanted, write};
use crate::source::{self, NewApproval};

pub(super) fn run(approve: &Approve, context: &Context, console: &mut Console) -> Result<Exit, Stopped> {
    let desk = Desk::open(&approve.input, context)?;
    let subjects = desk.subjects(&approve.clause)?;
    let [subject] = &subjects[..] else {
        return Err(catalogue::citation_not_found(&approve.clause, None).into());
    };
    let found = faithful(&desk, approve, subject)?;
    let path = subject.document.source.path.strip_suffix(".md").map_or_else(String::new, |stem| format!("{stem}.yaml"));
    let bytes = desk.sidecars.get(&path);
    let text = match bytes {
        Some(bytes) => source::decode(&path, bytes).map_err(|found| Stopped::Found([*found].into_iter().collect()))?,
        None => SourceFile::new(path.clone(), ""),
    };
    let mut text = text.text.clone();
    for channel in &approve.channel {
        let approved = approved(&desk, approve, (subject, channel), &SourceFile::new(path.clone(), text))?;
        text = approved.ok_or_else(|| Stopped::from(catalogue::approval_unwritable(&path)))?;
    }
    let text = as_typed(text, bytes.map_or(&[], |bytes| &**bytes));
    let seen: BTreeMap<_, _> = bytes.map(|bytes| (path.clone(), blake3::hash(bytes))).into_iter().collect();
    let file = Replacement { path: &path, text: Some(&text) };
    replace(&desk.folder, &[file], &seen).map_err(Failure::Records)?;
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

/// Nothing is approved that an export would stop at; what else was found is told. A post that has changed since its last
/// approval is what is approved now.
fn faithful(desk: &Desk, approve: &Approve, subject: &Subject<'_>) -> Result<Diagnostics, Stopped> {
    let wanted = Wanted { channels: &approve.channel, splitting: splitting(approve.thread) };
    let drafts = [snippet::draft(&desk.corpus, subject.clone(), &wanted)];
    let found = desk.findings(&drafts).diagnostics;
    let others = found.into_iter().filter(|finding| finding.code != &catalogue::POST_CHANGED);
    let others: Diagnostics = others.collect();
    if others.has_errors() { Err(Stopped::Found(others)) } else { Ok(others) }
}

/// The sidecar with one more approval; `None` where it cannot be added to.
fn approved(
    desk: &Desk,
    approve: &Approve,
    (subject, channel): (&Subject<'_>, &'static Channel),
    file: &std::sync::Arc<SourceFile>,
) -> Result<Option<String>, Stopped> {
    let post = write(&desk.corpus.site, subject, channel, splitting(approve.thread))
        .map_err(|_| Stopped::from(catalogue::post_none(&subject.name, channel.title)))?;
    let new = NewApproval {
        clause: &[&subject.clause.position, subject.clause.fragment()],
        channel: channel.name,
        by: &approve.by,
        on: &desk.now.to_zoned(desk.zone.clone()).date().to_string(),
        clause_digest: &subject.passage.digest(),
        post_digest: &post.digest(),
    };
    Ok(source::with_approval(file, &new))
}

/// With the line ends and the byte order mark the file has had.
fn as_typed(text: String, bytes: &[u8]) -> String {
    let text = if bytes.windows(2).any(|pair| pair == b"\r\n") { text.replace('\n', "\r\n") } else { text };
    if bytes.starts_with(b"\xEF\xBB\xBF") { format!("\u{FEFF}{text}") } else { text }
}
