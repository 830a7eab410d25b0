//! `hoshin snippet show`: prints the posts.

use std::fmt::Write as _;

use serde_json::Value;

use super::CommandError;
use super::list::{heading, refusal_words, summary};
use super::post_sources::PostSources;
use crate::command::arguments::{Format, Posts};
use crate::command::console::Console;
use crate::command::report::{self, Answer};
use crate::command::{CommandContext, Exit};
use crate::diagnostic::Lang;
use crate::snippet::ClausePosts;

pub(super) fn run(posts: &Posts, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    if context.format != Format::Text {
        return super::list::run(posts, context, console);
    }
    let sources = PostSources::open(&posts.input, context)?;
    let drafts = sources.drafts(posts)?;
    let said: String = drafts.iter().map(|draft| text(draft, context.lang)).collect();
    let found = sources.findings(&drafts).diagnostics;
    report::answer(&Answer { text: &said, value: &Value::Null, found: &found }, context, console)?;
    Ok(Exit::Fine)
}

fn text(draft: &ClausePosts<'_>, lang: Lang) -> String {
    let mut out = heading(draft);
    for (channel, outcome) in &draft.outcomes {
        match outcome {
            Ok(post) => {
                let _ = write!(out, "\n[{}] {}\n{}\n", channel.name, summary(draft, post, lang), post.text());
            }
            Err(refusal) => {
                let words = refusal_words(refusal, lang);
                let skeleton = refusal.skeleton(channel, &draft.subject);
                let _ = write!(out, "\n[{}] {words}\n{skeleton}", channel.name);
            }
        }
    }
    out.push('\n');
    out
}
