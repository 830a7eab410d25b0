//! `hoshin snippet list`: lists how posts are made and how long they are.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::CommandError;
use super::post_sources::PostSources;
use crate::command::arguments::Posts;
use crate::command::console::Console;
use crate::command::report::{self, Answer};
use crate::command::{CommandContext, Exit};
use crate::diagnostic::Lang;
use crate::policy::Channel;
use crate::snippet::{ApprovalState, ClausePosts, Post, PostRefusal, approval_state};

pub(super) fn run(posts: &Posts, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    let sources = PostSources::open(&posts.input, context)?;
    let drafts = sources.drafts(posts)?;
    let said: String = drafts.iter().map(|draft| text(draft, context.lang)).collect();
    let value = json!({ "clauses": drafts.iter().map(value).collect::<Vec<_>>() });
    let found = sources.findings(&drafts).diagnostics;
    report::answer(&Answer { text: &said, value: &value, found: &found }, context, console)?;
    Ok(Exit::Fine)
}

/// The place and the name of the clause.
pub(super) fn heading(draft: &ClausePosts<'_>) -> String {
    format!("{}#{}  {}\n", draft.subject.document.id.0, draft.subject.clause.position, draft.subject.name)
}

fn text(draft: &ClausePosts<'_>, lang: Lang) -> String {
    let mut out = heading(draft);
    for (channel, outcome) in &draft.outcomes {
        let _ = match outcome {
            Ok(post) => writeln!(out, "  {:15} {}", channel.name, summary(draft, post, lang)),
            Err(refusal) => writeln!(out, "  {:15} - {}", channel.name, refusal_words(refusal, lang)),
        };
    }
    out
}

/// Length, limit, room, level and approval of a post.
pub(super) fn summary(draft: &ClausePosts<'_>, post: &Post, lang: Lang) -> String {
    let mut out = length(post, lang);
    let _ = match lang {
        Lang::Ja => write!(out, "  {}", post.level.words(lang)),
        Lang::En => write!(out, "  {}", post.level.words(lang)),
    };
    if post.parts.len() > 1 {
        let _ = match lang {
            Lang::Ja => write!(out, "・{}件に分割", post.parts.len()),
            Lang::En => write!(out, ", in {} posts", post.parts.len()),
        };
    }
    if let Some((unit, above)) = post.above_soft {
        let _ = match lang {
            Lang::Ja => write!(out, "・投稿の方法によっては {above} {}超過", unit.in_japanese()),
            Lang::En => write!(out, ", {above} {} above what some ways of posting take", unit.name()),
        };
    }
    out.push_str(match (approval_state(&draft.subject, post), lang) {
        (ApprovalState::Open, _) => "",
        (ApprovalState::Approved(_), Lang::Ja) => "・承認済み",
        (ApprovalState::Approved(_), Lang::En) => ", approved",
        (ApprovalState::ClauseChanged(_) | ApprovalState::PostChanged(_), Lang::Ja) => "・決裁後に変更",
        (ApprovalState::ClauseChanged(_) | ApprovalState::PostChanged(_), Lang::En) => ", changed after approval",
    });
    out
}

fn length(post: &Post, lang: Lang) -> String {
    match (post.limit.zip(post.remaining_full_width()), lang) {
        (Some((limit, room)), Lang::Ja) => format!("{}／{limit}（残り全角{room}字）", post.count),
        (Some((limit, room)), Lang::En) => format!("{} of {limit} (room for {room} full-width)", post.count),
        (None, Lang::Ja) => format!("{}（上限なし）", post.count),
        (None, Lang::En) => format!("{} (no limit)", post.count),
    }
}

/// The reason why there is no post, and the room that an author has.
pub(super) fn refusal_words(refusal: &PostRefusal, lang: Lang) -> String {
    let reason = refusal.reason.words(lang);
    match (refusal.room, lang) {
        (Some(room), Lang::Ja) => format!("{reason}全角{room}字以内の文を sns に書けます。"),
        (Some(room), Lang::En) => {
            format!("{reason} A text of {room} full-width characters can be written under `sns`.")
        }
        (None, _) => reason,
    }
}

fn value(draft: &ClausePosts<'_>) -> Value {
    let id = draft.subject.clause.address().id;
    json!({
        "document": draft.subject.document.id.0,
        "clause": draft.subject.clause.position,
        "id": if id.is_empty() { Value::Null } else { id.as_str().into() },
        "name": draft.subject.name,
        "posts": draft.outcomes.iter().map(|(channel, outcome)| outcome_value(draft, channel, outcome)).collect::<Vec<_>>(),
    })
}

fn outcome_value(draft: &ClausePosts<'_>, channel: &Channel, outcome: &Result<Post, PostRefusal>) -> Value {
    match outcome {
        Ok(post) => json!({
            "channel": channel.name,
            "level": post.level.number(),
            "parts": post.parts,
            "link": post.link,
            "unit": channel.unit.name(),
            "count": post.count,
            "limit": post.limit,
            "remaining": post.remaining(),
            "remaining_full_width": post.remaining_full_width(),
            "approved": matches!(approval_state(&draft.subject, post), ApprovalState::Approved(_)),
        }),
        Err(refusal) => json!({
            "channel": channel.name,
            "level": 4,
            "refused": refusal.reason.words(Lang::En),
            "room_full_width": refusal.room,
        }),
    }
}
