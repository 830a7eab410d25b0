//! A line of a record: one entry as JSON.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::{ClauseState, Confirmed, EntryRelease, Gone, RecordEntry};
use crate::address::clauses::AddressedKind;
use crate::address::id;
use crate::diagnostic::{Finding, catalogue};
use crate::policy::{ClauseId, FormerPosition, Position, TombstoneState};

/// A line, with its keys in the order in which they are written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryLine<'a> {
    id: Cow<'a, ClauseId>,
    /// Whether no release has made the entry public in this form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    unreleased: bool,
    #[serde(borrow)]
    state: Cow<'a, str>,
    kind: AddressedKind,
    position: Cow<'a, Position>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reworded: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    confirmed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    renamed_to: Option<Cow<'a, ClauseId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    successors: Cow<'a, [ClauseId]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_to: Option<Cow<'a, str>>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default, borrow, skip_serializing_if = "Vec::is_empty")]
    former: Vec<FormerLine<'a>>,
    /// Checked on the text of the line.
    #[serde(rename = "seal", skip_serializing)]
    _seal: IgnoredAny,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FormerLine<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'a, ClauseId>>,
    position: Cow<'a, Position>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Cow<'a, str>>,
}

impl<'a> EntryLine<'a> {
    pub(super) fn new(id: &'a ClauseId, entry: &'a RecordEntry) -> Self {
        let gone = if let ClauseState::Gone(gone) = &entry.state { Some(gone) } else { None };
        let renamed_to = if let ClauseState::Renamed { to } = &entry.state { Some(to) } else { None };
        Self {
            id: Cow::Borrowed(id),
            unreleased: entry.release != EntryRelease::Released,
            state: state_word(&entry.state).into(),
            kind: entry.kind,
            position: Cow::Borrowed(&entry.position),
            name: (&*entry.name).into(),
            since: written(entry.since),
            reworded: written(entry.reworded),
            confirmed: matches!(entry.state, ClauseState::Live { confirmed: Confirmed::Yes }),
            renamed_to: renamed_to.map(Cow::Borrowed),
            ended: written(gone.and_then(|gone| gone.on)),
            reason: gone.and_then(|gone| gone.reason.as_deref()).map(Cow::Borrowed),
            successors: gone.map_or(&[][..], |gone| &gone.successors).into(),
            moved_to: gone.and_then(|gone| gone.moved_to.as_deref()).map(Cow::Borrowed),
            text: (&*entry.text).into(),
            former: entry.former.iter().map(|former| FormerLine::new(id, former)).collect(),
            _seal: IgnoredAny,
        }
    }

    /// The permanent id and the entry.
    ///
    /// # Errors
    /// The first value that cannot be right.
    pub(super) fn into_entry(self) -> Result<(ClauseId, RecordEntry), Box<Finding>> {
        for id in self.successors.iter().chain(self.renamed_to.as_deref()).chain([&*self.id]) {
            check_id(id)?;
        }
        if self.position.is_empty() || self.former.iter().any(|former| former.position.is_empty()) {
            return Err(value("position"));
        }
        let since = date(self.since.as_deref())?;
        let reworded = date(self.reworded.as_deref())?;
        let state = self.state()?;
        let former = self.former.into_iter().map(|former| former.into_position(&self.id)).collect::<Result<_, _>>()?;
        let entry = RecordEntry {
            kind: self.kind,
            position: self.position.into_owned(),
            name: self.name.into(),
            text: self.text.into(),
            since,
            reworded,
            state,
            former,
            release: if self.unreleased { EntryRelease::Unreleased } else { EntryRelease::Released },
        };
        Ok((self.id.into_owned(), entry))
    }

    fn state(&self) -> Result<ClauseState, Box<Finding>> {
        let confirmed = if self.confirmed { Confirmed::Yes } else { Confirmed::No };
        let how = match &*self.state {
            "live" => return Ok(ClauseState::Live { confirmed }),
            "renamed" => {
                let to = self.renamed_to.as_deref().ok_or_else(|| value("renamed_to"))?;
                return Ok(ClauseState::Renamed { to: to.clone() });
            }
            "moved" => TombstoneState::Moved,
            "merged" => TombstoneState::Merged,
            "split" => TombstoneState::Split,
            "withdrawn" => TombstoneState::Withdrawn,
            "reserved" => TombstoneState::Reserved,
            other => return Err(value(&format!("state: {other}"))),
        };
        if (how == TombstoneState::Moved) != self.moved_to.is_some() {
            return Err(value("moved_to"));
        }
        Ok(ClauseState::Gone(Gone {
            how,
            on: date(self.ended.as_deref())?,
            reason: self.reason.as_deref().map(Into::into),
            successors: self.successors.to_vec(),
            moved_to: self.moved_to.as_deref().map(Into::into),
        }))
    }
}

impl<'a> FormerLine<'a> {
    fn new(id: &ClauseId, former: &'a FormerPosition) -> Self {
        Self {
            id: (former.id != *id).then_some(Cow::Borrowed(&former.id)),
            position: Cow::Borrowed(&former.position),
            name: (&*former.name).into(),
            since: written(former.date),
        }
    }

    /// The former position of the entry with the id `own`.
    fn into_position(self, own: &ClauseId) -> Result<FormerPosition, Box<Finding>> {
        let id = self.id.as_deref().unwrap_or(own).clone();
        check_id(&id)?;
        let date = date(self.since.as_deref())?;
        Ok(FormerPosition { id, position: self.position.into_owned(), name: self.name.into(), date })
    }
}

fn state_word(state: &ClauseState) -> &'static str {
    match state {
        ClauseState::Live { .. } => "live",
        ClauseState::Renamed { .. } => "renamed",
        ClauseState::Gone(gone) => match gone.how {
            TombstoneState::Moved => "moved",
            TombstoneState::Merged => "merged",
            TombstoneState::Split => "split",
            TombstoneState::Withdrawn => "withdrawn",
            TombstoneState::Reserved => "reserved",
        },
    }
}

fn check_id(id: &ClauseId) -> Result<(), Box<Finding>> {
    if id.is_well_formed() && !id::is_reserved(id) { Ok(()) } else { Err(value(&format!("id: {id}"))) }
}

fn written(date: Option<Date>) -> Option<Cow<'static, str>> {
    date.map(|date| date.to_string().into())
}

fn date(written: Option<&str>) -> Result<Option<Date>, Box<Finding>> {
    written.map(|written| written.parse().map_err(|_| value(&format!("date: {written}")))).transpose()
}

fn value(name: &str) -> Box<Finding> {
    Box::new(catalogue::lock_value(name))
}
