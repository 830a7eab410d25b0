//! Writes an approval into a sidecar. The text is extended, not written anew, so that comments and the order of keys
//! stay.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::fields::YamlReader;
use super::yaml::{self, YamlNode, YamlValue};
use super::{Approval, sidecar};
use crate::diagnostic::{Located, SourceFile};

/// An approval that is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewApproval<'a> {
    /// The names under which the clause may stand in the sidecar: its position and its ids. A new entry gets the first
    /// one.
    pub clause: &'a [&'a str],
    /// The channel's name.
    pub channel: &'a str,
    /// The person who approves; one line.
    pub by: &'a str,
    /// The day of the approval: `2026-04-01`.
    pub on: &'a str,
    /// The digest of the clause.
    pub clause_digest: &'a str,
    /// The digest of the post.
    pub post_digest: &'a str,
}

/// The text of a sidecar with a new approval. It replaces an approval for the same channel. `None` if that is not safe:
/// the new file must say the same as before, and the approval.
#[must_use]
pub fn with_approval(file: &Arc<SourceFile>, new: &NewApproval<'_>) -> Option<String> {
    let text = with_item(file, new)?;
    let before = SidecarValues::read(file, new)?;
    let after = SidecarValues::read(&SourceFile::new(file.path.clone(), text.clone()), new)?;
    let added = after.approvals.iter().filter(|approval| **approval == ApprovalValues::of_new(new)).count();
    let others = |all: &SidecarValues| -> Vec<_> {
        all.approvals.iter().filter(|approval| approval.channel != new.channel).cloned().collect()
    };
    (added == 1 && others(&before) == others(&after) && before.rest == after.rest).then_some(text)
}

/// An approval without its places.
#[derive(Clone, PartialEq)]
struct ApprovalValues {
    channel: String,
    by: String,
    on: String,
    clause: String,
    post: String,
}

impl ApprovalValues {
    fn of_new(new: &NewApproval<'_>) -> Self {
        let [channel, by, on] = [new.channel, new.by, new.on].map(str::to_owned);
        Self { channel, by, on, clause: new.clause_digest.to_owned(), post: new.post_digest.to_owned() }
    }

    fn of_read(approval: &Approval) -> Self {
        let Approval { channel, by, on, clause, post } = approval;
        let (by, on) = (by.clone(), on.as_written.clone());
        Self { channel: channel.value.name.to_owned(), by, on, clause: clause.value.clone(), post: post.value.clone() }
    }
}

/// The content of a sidecar: the approvals of the clause, and all other values without their places.
struct SidecarValues {
    approvals: Vec<ApprovalValues>,
    rest: String,
}

impl SidecarValues {
    fn read(file: &Arc<SourceFile>, new: &NewApproval<'_>) -> Option<Self> {
        let (node, found) = yaml::read(file, 0..file.text.len());
        let node = node.filter(|_| !found.has_errors())?;
        let mut reader = YamlReader::new(file);
        let sidecar = sidecar::read(&mut reader, node.clone(), &TimeZone::UTC);
        let clauses = sidecar.clauses.iter().filter(|(name, _)| new.clause.contains(&name.value.as_str()));
        let sns = clauses.filter_map(|(_, notes)| notes.sns.as_ref());
        let approvals = sns.flat_map(|sns| &sns.approved).map(ApprovalValues::of_read).collect();
        let mut rest = String::new();
        push_rest(&node, new.clause, &mut Vec::new(), &mut rest);
        Some(Self { approvals, rest })
    }
}

/// Writes all values except the approvals of the clause. Mappings without values are left out. `yaml` bounds the depth.
fn push_rest<'a>(node: &'a YamlNode, clause: &[&str], path: &mut Vec<&'a str>, out: &mut String) {
    match &node.value {
        YamlValue::Empty => {}
        YamlValue::Text(text) => out.push_str(&format!("{}={text:?}\n", path.join("/"))),
        YamlValue::List(nodes) => {
            for node in nodes {
                path.push("-");
                push_rest(node, clause, path, out);
                path.pop();
            }
        }
        YamlValue::Mapping(entries) => {
            for (key, node) in entries {
                path.push(&key.value);
                if !matches!(path[..], ["clauses", id, "sns", "approved"] if clause.contains(&id)) {
                    push_rest(node, clause, path, out);
                }
                path.pop();
            }
        }
    }
}

/// The text with the approval. Missing mappings are added.
fn with_item(file: &Arc<SourceFile>, new: &NewApproval<'_>) -> Option<String> {
    let (node, found) = yaml::read(file, 0..file.text.len());
    let root = node.filter(|_| !found.has_errors())?;
    let text = &file.text;
    let keys = ["clauses", new.clause.first()?, "sns", "approved"];
    let mut level = &root;
    let mut indent = 0;
    for (depth, _) in keys.iter().enumerate() {
        let names = if depth == 1 { new.clause } else { &keys[depth..=depth] };
        match child(level, names)? {
            Some((key, value)) => {
                indent = column(text, key.range.start)?;
                if depth == 3 {
                    return in_list(text, value, indent, new);
                }
                if matches!(value.value, YamlValue::Empty) {
                    let at = line_end(text, key.range.end);
                    return Some(inserted(text, at, &block(&keys[depth + 1..], indent + 2, new)));
                }
                level = value;
            }
            None => {
                let (at, indent) = match (&level.value, depth) {
                    (YamlValue::Mapping(entries), _) => {
                        (line_end(text, last_end(level)), column(text, entries.first()?.0.range.start)?)
                    }
                    (YamlValue::Empty, 0) => (text.len(), 0),
                    _ => return None,
                };
                return Some(inserted(text, at, &block(&keys[depth..], indent, new)));
            }
        }
    }
    let _ = indent;
    None
}

/// The entry with one of these names. The outer `None` means that the node is no mapping.
fn child<'a>(node: &'a YamlNode, names: &[&str]) -> Option<Option<&'a (Located<String>, YamlNode)>> {
    match &node.value {
        YamlValue::Mapping(entries) => Some(entries.iter().find(|(key, _)| names.contains(&key.value.as_str()))),
        YamlValue::Empty => Some(None),
        YamlValue::Text(_) | YamlValue::List(_) => None,
    }
}

/// The text with the approval in a list that exists. It replaces the one for the channel, else it is added at the end.
fn in_list(text: &str, list: &YamlNode, key_indent: usize, new: &NewApproval<'_>) -> Option<String> {
    let YamlValue::List(items) = &list.value else {
        return matches!(list.value, YamlValue::Empty).then(|| {
            let at = line_end(text, list.range.end);
            inserted(text, at, &item(key_indent + 2, new))
        });
    };
    let is_same = |item: &&YamlNode| {
        let channel = child(item, &["channel"]).flatten();
        channel.is_some_and(|(_, value)| matches!(&value.value, YamlValue::Text(name) if name == new.channel))
    };
    let dash = |node: &YamlNode| {
        text[..node.range.start].rfind('-').filter(|at| text[at + 1..node.range.start].trim().is_empty())
    };
    if let Some(old) = items.iter().find(is_same) {
        let start = dash(old)?;
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let end = line_end(text, last_end(old));
        return Some(format!("{}{}{}", &text[..line], item(column(text, start)?, new), &text[end..]));
    }
    let last = items.last()?;
    Some(inserted(text, line_end(text, last_end(last)), &item(column(text, dash(last)?)?, new)))
}

/// The end of the last value in a node. The range of a mapping ends later, at the start of the next value, behind
/// comments.
fn last_end(node: &YamlNode) -> usize {
    match &node.value {
        YamlValue::Empty | YamlValue::Text(_) => node.range.end,
        YamlValue::List(items) => items.last().map_or(node.range.end, last_end),
        YamlValue::Mapping(entries) => {
            entries.last().map_or(node.range.end, |(key, value)| last_end(value).max(key.range.end))
        }
    }
}

/// The number of spaces before a place, if only spaces stand before it on its line. A value in `{ }` has no column of
/// its own.
fn column(text: &str, at: usize) -> Option<usize> {
    let line = &text[text[..at].rfind('\n').map_or(0, |at| at + 1)..at];
    line.bytes().all(|byte| byte == b' ').then_some(line.len())
}

/// The start of the line after a place.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

fn inserted(text: &str, at: usize, block: &str) -> String {
    let gap = if at > 0 && !text[..at].ends_with('\n') { "\n" } else { "" };
    format!("{}{gap}{block}{}", &text[..at], &text[at..])
}

/// The missing mappings with the approval in them.
fn block(keys: &[&str], indent: usize, new: &NewApproval<'_>) -> String {
    let mut out = String::new();
    let mut indent = indent;
    for key in keys {
        out.push_str(&format!("{:indent$}{key}:\n", ""));
        indent += 2;
    }
    out.push_str(&item(indent, new));
    out
}

fn item(indent: usize, new: &NewApproval<'_>) -> String {
    let NewApproval { channel, by, on, clause_digest, post_digest, .. } = new;
    // In double quotes, a line of text has the same form in YAML and in JSON.
    let by = serde_json::Value::from(*by);
    let inner = indent + 2;
    format!(
        "{0:indent$}- channel: {channel}\n{0:inner$}by: {by}\n{0:inner$}on: {on}\n{0:inner$}clause: \"{clause_digest}\"\n{0:inner$}post: \"{post_digest}\"\n",
        ""
    )
}

#[cfg(test)]
mod tests {
    use super::{NewApproval, with_approval};
    use crate::diagnostic::SourceFile;

    fn approved(text: &str) -> Option<String> {
        let new = NewApproval {
            clause: &["s5-b1", "k7f3q"],
            channel: "x",
            by: "広報課長",
            on: "2026-04-01",
            clause_digest: "aa",
            post_digest: "1",
        };
        with_approval(&SourceFile::new("content/a.yaml", text), &new)
    }

    fn item(indent: &str) -> String {
        let lines = ["- channel: x", "  by: \"広報課長\"", "  on: 2026-04-01", "  clause: \"aa\"", "  post: \"1\""];
        lines.map(|line| format!("{indent}{line}\n")).concat()
    }

    #[test]
    fn an_approval_is_added_and_nothing_else_changes() {
        let i8 = item("        ");
        for (before, after) in [
            ("", format!("clauses:\n  s5-b1:\n    sns:\n      approved:\n{i8}")),
            ("# 注\nclauses:\n", format!("# 注\nclauses:\n  s5-b1:\n    sns:\n      approved:\n{i8}")),
            (
                "# 注\nclauses:\n  s1: # 一\n    queries: []\n# 終\n",
                format!("# 注\nclauses:\n  s1: # 一\n    queries: []\n  s5-b1:\n    sns:\n      approved:\n{i8}# 終\n"),
            ),
            (
                "clauses:\n  k7f3q:\n    sns:\n      x: |\n        一。\n        二。\n  s9:\n    sns:\n      text: 三",
                format!(
                    "clauses:\n  k7f3q:\n    sns:\n      x: |\n        一。\n        二。\n      approved:\n{i8}  s9:\n    sns:\n      text: 三"
                ),
            ),
            (
                "clauses:\n  s5-b1:\n    sns:\n      approved: # 済\n      - channel: line\n        by: a\n        on: 2026-01-01\n        clause: b\n        post: c\n      text: 一\n",
                format!(
                    "clauses:\n  s5-b1:\n    sns:\n      approved: # 済\n      - channel: line\n        by: a\n        on: 2026-01-01\n        clause: b\n        post: c\n{}      text: 一\n",
                    item("      ")
                ),
            ),
            (
                "clauses:\n  s5-b1:\n    sns:\n      approved:\n        - by: 古\n          channel: x\n          on: 2026-01-01\n          clause: b\n          post: c\n      text: 一\n",
                format!("clauses:\n  s5-b1:\n    sns:\n      approved:\n{i8}      text: 一\n"),
            ),
        ] {
            assert_eq!(approved(before).as_deref(), Some(after.as_str()), "{before}");
        }
    }

    #[test]
    fn an_unsafe_form_of_yaml_is_not_changed() {
        for text in [
            "clauses: {s5-b1: {sns: {text: 一}}}\n",
            "clauses:\n  s5-b1: {sns: {text: 一}}\n",
            "clauses:\n  s5-b1:\n    sns:\n      approved: [{channel: x, by: a, on: 2026-01-01, clause: b, post: c}]\n",
            "- 一\n",
            "clauses: [\n",
        ] {
            assert_eq!(approved(text), None, "{text}");
        }
    }
}
