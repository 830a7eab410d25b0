//! `hoshin snippet count`: counts a text as a channel does. Nothing is added or trimmed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead as _, Read as _};

use serde_json::{Value, json};

use super::CommandError;
use crate::command::arguments::{Count, Format};
use crate::command::console::Console;
use crate::command::{CommandContext, Exit};
use crate::policy::{Channel, Posting};
use crate::snippet::{count, overflow_at};
use crate::source::{self, Tree};

pub(super) fn run(args: &Count, context: &CommandContext, console: &mut Console) -> Result<Exit, CommandError> {
    let limit = posting(args).limit(args.channel);
    if args.jsonl {
        for line in io::stdin().lock().lines() {
            let answer = text_of(&line?)
                .map_or_else(|| json!({ "error": "no JSON string" }), |text| value(args.channel, limit, &text));
            console.out(&format!("{answer}\n"))?;
        }
        return Ok(Exit::Fine);
    }
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    if args.json || context.format != Format::Text {
        console.out(&format!("{}\n", value(args.channel, limit, &text)))?;
    } else {
        console.out(&format!("{}\n", count(args.channel.unit, &text)))?;
    }
    Ok(Exit::Fine)
}

/// The settings of the site, if there is one. Only `site.yaml` is read.
fn posting(args: &Count) -> Posting {
    let Ok(bytes) = fs::read(args.site.join("content/site.yaml")) else { return Posting::default() };
    let tree = Tree { files: BTreeMap::from([("content/site.yaml".to_owned(), bytes.into())]), ..Tree::default() };
    source::parse(&tree, &mut source::SourceMemory::default())
        .0
        .map_or_else(Posting::default, |sources| sources.site.posting)
}

/// A line of a batch: `"text"` or `{"text": "text", …}`.
fn text_of(line: &str) -> Option<String> {
    let value: Value = serde_json::from_str(line).ok()?;
    value.as_str().or_else(|| value.get("text")?.as_str()).map(str::to_owned)
}

fn value(channel: &Channel, limit: Option<usize>, text: &str) -> Value {
    let counted = count(channel.unit, text);
    let remaining =
        limit.map(|limit| i64::try_from(limit).unwrap_or(i64::MAX) - i64::try_from(counted).unwrap_or(i64::MAX));
    let further = channel.limits.iter().skip(1).map(|further| {
        let counted = count(further.unit, text);
        json!({ "unit": further.unit.name(), "count": counted, "limit": further.max, "enforced": further.is_hard })
    });
    json!({
        "channel": channel.name,
        "unit": channel.unit.name(),
        "count": counted,
        "limit": limit,
        "remaining": remaining,
        "remaining_full_width": limit.map(|limit| limit.saturating_sub(counted) / channel.unit.full_width()),
        "overflow_at": limit.and_then(|limit| overflow_at(channel.unit, text, limit)),
        "further": further.collect::<Vec<_>>(),
    })
}
