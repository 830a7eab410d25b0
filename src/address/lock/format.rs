//! Writing a lock.

use serde::Serialize;

use super::{Confirmed, Entry, Lock, State, VERSION, roster};
use crate::address::unit::UnitKind;
use crate::policy::{FormerPosition, TombstoneState};

/// The first line.
#[derive(Serialize)]
struct Header<'a> {
    hoshin: &'static str,
    version: u32,
    document: &'a str,
}

/// A line, in the order in which its keys are written.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    state: &'static str,
    kind: UnitKind,
    position: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reworded: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    confirmed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    renamed_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    successors: &'a [Box<str>],
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to: Option<&'a str>,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    former: Vec<Former<'a>>,
}

#[derive(Serialize)]
struct Former<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    position: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
}

impl Lock {
    /// The text of the file. The same lock always gives the same bytes.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = line(&Header { hoshin: "addresses", version: VERSION, document: &self.document.0 });
        for (id, entry) in &self.entries {
            out.push_str(&sealed(&Line::new(id, entry)));
        }
        out + &roster::text(self) + END + "\n"
    }
}

/// The last line of every lock: without it the file has been cut off. It never changes, so that branches agree on it.
pub(super) const END: &str = r#"{"end":true}"#;

/// One line of JSON with its end. Nothing written here can fail: all keys are words and all values text.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}

/// A line with its seal as the last key, so that nobody changes a record by mistake.
pub(super) fn sealed(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.pop();
    let seal = seal(&text);
    text.push_str(&format!("{SEAL}{seal:08x}\"}}\n"));
    text
}

/// The record without its seal and last bracket, if the seal is right; `None` if there is none or it is wrong.
pub(super) fn unsealed(line: &str) -> Option<&str> {
    let (record, written) = line.rsplit_once(SEAL)?;
    (written.strip_suffix("\"}") == Some(&*format!("{:08x}", seal(record)))).then_some(record)
}

const SEAL: &str = ",\"seal\":\"";

/// 32 bits of a digest: enough against accidents, which is all a seal is for.
fn seal(record: &str) -> u32 {
    blake3::hash(record.as_bytes()).as_bytes().iter().take(4).fold(0, |seal, byte| seal << 8 | u32::from(*byte))
}

/// How a state is written.
pub(super) fn state_word(state: &State) -> &'static str {
    match state {
        State::Live { .. } => "live",
        State::Renamed { .. } => "renamed",
        State::Gone(gone) => match gone.how {
            TombstoneState::Moved => "moved",
            TombstoneState::Merged => "merged",
            TombstoneState::Split => "split",
            TombstoneState::Withdrawn => "withdrawn",
            TombstoneState::Reserved => "reserved",
        },
    }
}

impl<'a> Line<'a> {
    fn new(id: &'a str, entry: &'a Entry) -> Self {
        let gone = if let State::Gone(gone) = &entry.state { Some(gone) } else { None };
        let renamed_to = if let State::Renamed { to } = &entry.state { Some(&**to) } else { None };
        Self {
            id,
            state: state_word(&entry.state),
            kind: entry.kind,
            position: &entry.position,
            name: &entry.name,
            since: entry.since.map(|date| date.to_string()),
            reworded: entry.reworded.map(|date| date.to_string()),
            confirmed: matches!(entry.state, State::Live { confirmed: Confirmed::Yes }),
            renamed_to,
            ended: gone.and_then(|gone| gone.on).map(|date| date.to_string()),
            reason: gone.and_then(|gone| gone.reason.as_deref()),
            successors: gone.map_or(&[], |gone| &gone.successors),
            moved_to: gone.and_then(|gone| gone.moved_to.as_deref()),
            text: &entry.text,
            former: entry.former.iter().map(|former| Former::new(id, former)).collect(),
        }
    }
}

impl<'a> Former<'a> {
    fn new(id: &str, former: &'a FormerPosition) -> Self {
        Self {
            id: (*former.id != *id).then_some(&former.id),
            position: &former.position,
            name: &former.name,
            since: former.date.map(|date| date.to_string()),
        }
    }
}
