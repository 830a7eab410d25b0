//! Reading a lock. Whatever is wrong with one is reported line by line, and a lock with anything wrong is no lock: nothing
//! is guessed from it and nothing is written over it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::error::Category;

use super::format::{END, unsealed};
use super::{Confirmed, Entry, Gone, Lock, State, VERSION, roster};
use crate::address::id;
use crate::address::unit::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::{DocumentId, FormerPosition, TombstoneState};

/// A later version may say more in its first line; what it says is only understood if the version is ours.
#[derive(Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    hoshin: Cow<'a, str>,
    version: u32,
    #[serde(default, borrow)]
    document: Cow<'a, str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    state: Cow<'a, str>,
    kind: UnitKind,
    #[serde(borrow)]
    position: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    since: Option<Cow<'a, str>>,
    reworded: Option<Cow<'a, str>>,
    #[serde(default)]
    confirmed: bool,
    renamed_to: Option<Box<str>>,
    ended: Option<Cow<'a, str>>,
    reason: Option<Box<str>>,
    #[serde(default)]
    successors: Vec<Box<str>>,
    moved_to: Option<Box<str>>,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default, borrow)]
    former: Vec<Former<'a>>,
    /// Checked on the text of the line.
    #[serde(rename = "seal")]
    _seal: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Former<'a> {
    id: Option<Box<str>>,
    #[serde(borrow)]
    position: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    since: Option<Cow<'a, str>>,
}

/// A line of the file and the bytes it covers.
pub(super) struct RawLine<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// Reads a lock. With anything wrong there is none.
///
/// # Errors
/// Everything that is wrong with it.
pub fn parse(file: &Arc<SourceFile>) -> Result<Lock, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut report = |finding: Finding, range: &Range<usize>| found.push(finding.at(Span::new(file, range.clone())));
    let mut lines = lines(&file.text);
    let Some(first) = lines.next() else {
        report(catalogue::lock_header(), &(0..0));
        return Err(found);
    };
    let document = match header(&first, "addresses") {
        Ok(document) if document.is_empty() => {
            report(catalogue::lock_header(), &first.range);
            return Err(found);
        }
        Ok(document) => DocumentId(document),
        Err(finding) => {
            report(*finding, &first.range);
            return Err(found);
        }
    };
    let mut seen: BTreeMap<Box<str>, Range<usize>> = BTreeMap::new();
    let mut lock = Lock::new(document);
    let (mut records, cut) = records(file, lines);
    let rosters = roster::taken(&mut records);
    for line in records {
        match entry(&line) {
            Ok((id, entry)) => {
                if let Some(first) = seen.insert(id.clone(), line.range.clone()) {
                    let first = Span::new(file, first);
                    let second = catalogue::lock_twice(&id).at(Span::new(file, line.range));
                    found.push(second.with_related(first, catalogue::first_is_here()));
                }
                lock.entries.insert(id, entry);
            }
            Err(finding) => found.push(finding.at(Span::new(file, line.range))),
        }
    }
    // With a record that cannot be read its id would be missed as well.
    if found.is_empty() {
        found = roster::read(&mut lock, &rosters, file, |id| seen.get(id).cloned());
    }
    sound(lock, found, cut)
}

/// What was read, if nothing was found. A missing end is worth a word only where nothing else is.
pub(super) fn sound<T>(lock: T, mut found: Diagnostics, cut: Option<Diagnostic>) -> Result<T, Diagnostics> {
    if found.is_empty() {
        found.extend(cut.into_iter().collect());
    }
    if found.is_empty() { Ok(lock) } else { Err(found) }
}

/// The lines that are not empty.
pub(super) fn lines(text: &str) -> impl Iterator<Item = RawLine<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let trimmed = line.trim_end();
        (!trimmed.is_empty()).then(|| RawLine { text: trimmed, range: at..at + trimmed.len() })
    })
}

/// What the first line is about, which must be of this sort.
pub(super) fn header(line: &RawLine<'_>, sort: &str) -> Result<String, Box<Finding>> {
    if is_merge_marker(line.text) {
        return Err(Box::new(catalogue::lock_conflict()));
    }
    let header: Header<'_> = serde_json::from_str(line.text).map_err(|_| Box::new(catalogue::lock_header()))?;
    if header.hoshin != sort {
        return Err(Box::new(catalogue::lock_header()));
    }
    if header.version != VERSION {
        return Err(Box::new(catalogue::lock_version(header.version, VERSION)));
    }
    Ok(header.document.into_owned())
}

/// The lines git leaves in a file it could not merge.
fn is_merge_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker))
}

/// Reads the JSON of a sealed line.
pub(super) fn json<'a, T: Deserialize<'a>>(line: &RawLine<'a>) -> Result<T, Box<Finding>> {
    if is_merge_marker(line.text) {
        return Err(Box::new(catalogue::lock_conflict()));
    }
    let read = serde_json::from_str(line.text).map_err(|error| {
        Box::new(match error.classify() {
            Category::Eof => catalogue::lock_truncated(),
            Category::Data => catalogue::lock_value(&plain_reason(&error)),
            Category::Syntax | Category::Io => catalogue::lock_line(),
        })
    })?;
    unsealed(line.text).map(|_| read).ok_or_else(|| Box::new(catalogue::lock_line()))
}

/// The lines with records, and what is wrong when the last line is missing.
pub(super) fn records<'a>(
    file: &Arc<SourceFile>,
    rest: impl Iterator<Item = RawLine<'a>>,
) -> (Vec<RawLine<'a>>, Option<Diagnostic>) {
    let mut records: Vec<RawLine<'a>> = rest.collect();
    let is_whole = records.last().is_some_and(|last| last.text == END);
    // The last line may itself be cut, or something may stand behind it.
    records.pop_if(|last| END.starts_with(last.text));
    records.retain(|line| line.text != END);
    let end = file.text.trim_end().len();
    (records, (!is_whole).then(|| catalogue::lock_truncated().at(Span::new(file, end..end))))
}

/// What serde says, without its line and column, which count within the line.
fn plain_reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

fn entry(line: &RawLine<'_>) -> Result<(Box<str>, Entry), Box<Finding>> {
    let line: Line<'_> = json(line)?;
    for id in line.successors.iter().chain(&line.renamed_to).map(|id| &**id).chain([&*line.id]) {
        check_id(id)?;
    }
    if line.position.is_empty() || line.former.iter().any(|former| former.position.is_empty()) {
        return Err(value("position"));
    }
    let since = date(line.since.as_deref())?;
    let reworded = date(line.reworded.as_deref())?;
    let state = state(&line)?;
    let former = line.former.into_iter().map(|former| former_position(&line.id, former)).collect::<Result<_, _>>()?;
    let entry = Entry {
        kind: line.kind,
        position: line.position.into(),
        name: line.name.into(),
        text: line.text.into(),
        since,
        reworded,
        state,
        former,
    };
    Ok((line.id.into(), entry))
}

fn state(line: &Line<'_>) -> Result<State, Box<Finding>> {
    let confirmed = if line.confirmed { Confirmed::Yes } else { Confirmed::No };
    let how = match &*line.state {
        "live" => return Ok(State::Live { confirmed }),
        "renamed" => {
            let to = line.renamed_to.clone().ok_or_else(|| value("renamed_to"))?;
            return Ok(State::Renamed { to });
        }
        "moved" => TombstoneState::Moved,
        "merged" => TombstoneState::Merged,
        "split" => TombstoneState::Split,
        "withdrawn" => TombstoneState::Withdrawn,
        "reserved" => TombstoneState::Reserved,
        other => return Err(value(&format!("state: {other}"))),
    };
    if (how == TombstoneState::Moved) != line.moved_to.is_some() {
        return Err(value("moved_to"));
    }
    Ok(State::Gone(Gone {
        how,
        on: date(line.ended.as_deref())?,
        reason: line.reason.clone(),
        successors: line.successors.clone(),
        moved_to: line.moved_to.clone(),
    }))
}

fn former_position(own: &str, former: Former<'_>) -> Result<FormerPosition, Box<Finding>> {
    let id = former.id.unwrap_or_else(|| own.into());
    check_id(&id)?;
    Ok(FormerPosition {
        id,
        position: former.position.into(),
        name: former.name.into(),
        date: date(former.since.as_deref())?,
    })
}

fn check_id(id: &str) -> Result<(), Box<Finding>> {
    if id::is_well_formed(id) && !id::is_reserved(id) { Ok(()) } else { Err(value(&format!("id: {id}"))) }
}

fn date(written: Option<&str>) -> Result<Option<Date>, Box<Finding>> {
    written.map(|written| written.parse().map_err(|_| value(&format!("date: {written}")))).transpose()
}

fn value(what: &str) -> Box<Finding> {
    Box::new(catalogue::lock_value(what))
}
