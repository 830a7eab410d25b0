//! The rosters of a record: its released ids a second time, so that a lost line is noticed.
//!
//! ```text
//! {"rosters":true}                                    a fixed line between entries and rosters, so that Git does not
//! {"roster":["gfr4d","twf99"],"seal":"5a1e0b77"}      merge a change above it and one below it into one conflict
//! ```

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::AddressRecord;
use super::lines::{RawLine, json};
use super::seal::sealed;
use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};
use crate::policy::ClauseId;

/// The line above the rosters.
const ABOVE: &str = r#"{"rosters":true}"#;
/// The start of a line with a roster.
const START: &str = r#"{"roster":"#;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RosterLine<'a> {
    roster: Cow<'a, [ClauseId]>,
    /// Checked on the text of the line.
    #[serde(rename = "seal", skip_serializing)]
    _seal: IgnoredAny,
}

/// The lines below the entries: the known rosters, and one with the ids that none of them has.
pub(super) fn text(record: &AddressRecord) -> String {
    let known: BTreeSet<&ClauseId> = record.rosters.iter().flatten().collect();
    let new: Vec<ClauseId> = record.released_ids().filter(|id| !known.contains(id)).cloned().collect();
    let mut rosters: BTreeSet<&[ClauseId]> = record.rosters.iter().map(Vec::as_slice).collect();
    if !new.is_empty() {
        rosters.insert(&new);
    }
    let line = |roster| sealed(&RosterLine { roster: Cow::Borrowed(roster), _seal: IgnoredAny });
    let lines: Vec<String> = rosters.into_iter().map(line).collect();
    if lines.is_empty() { String::new() } else { format!("{ABOVE}\n{}", lines.concat()) }
}

/// The rosters of a file.
pub(super) struct Rosters<'a> {
    lines: Vec<RawLine<'a>>,
    /// Whether the line above them exists. If so, every id must be on a roster, even if no roster is left.
    has_above: bool,
}

/// Removes the lines of rosters from the lines of a lock.
pub(super) fn taken<'a>(lines: &mut Vec<RawLine<'a>>) -> Rosters<'a> {
    let all = lines.len();
    lines.retain(|line| line.text != ABOVE);
    let has_above = lines.len() < all;
    let (rosters, entries) = std::mem::take(lines).into_iter().partition(|line| line.text.starts_with(START));
    *lines = entries;
    Rosters { lines: rosters, has_above }
}

/// Reads the rosters into a record whose entries have been read. Reports ids on a roster without an entry, and entries that are
/// on no roster. `entries` gives the bytes of an entry by its id.
pub(super) fn read(
    record: &mut AddressRecord,
    rosters: &Rosters<'_>,
    file: &Arc<SourceFile>,
    entries: impl Fn(&ClauseId) -> Option<Range<usize>>,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut known: BTreeSet<ClauseId> = BTreeSet::new();
    for line in &rosters.lines {
        let place = || Span::new(file, line.range.clone());
        match json::<RosterLine<'_>>(line) {
            Ok(RosterLine { roster, .. }) => {
                let missing: Vec<&str> =
                    roster.iter().filter(|id| entries(id).is_none()).map(ClauseId::as_str).collect();
                if !missing.is_empty() {
                    found.push(catalogue::lock_line_gone(&missing.join("・")).at(place()));
                }
                known.extend(roster.iter().cloned());
                record.rosters.insert(roster.into_owned());
            }
            Err(finding) => found.push(finding.at(place())),
        }
    }
    if (rosters.has_above || !rosters.lines.is_empty()) && found.is_empty() {
        let unlisted = record.released_ids().filter(|id| !known.contains(*id));
        let first = unlisted.filter_map(|id| Some((id, entries(id)?))).next();
        found.extend(
            first
                .map(|(id, range)| catalogue::lock_roster_gone(id.as_str()).at(Span::new(file, range)))
                .into_iter()
                .collect(),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::diagnostic::SourceFile;

    const HEADER: &str = r#"{"hoshin":"addresses","version":1,"document":"r8/a"}"#;
    const END: &str = r#"{"end":true}"#;

    fn entry(id: &str, seal: &str) -> String {
        format!(
            r#"{{"id":"{id}","state":"live","kind":"paragraph","position":"p1","name":"第1段落","text":"本文です。","seal":"{seal}"}}"#
        )
    }

    /// The text that is written back, or the codes found.
    fn read(lines: &[&str]) -> Result<String, Vec<&'static str>> {
        let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        match parse(&SourceFile::new("content/r8/a.lock", &*text)) {
            Ok(record) => Ok(record.to_text()),
            Err(found) => Err(found.iter().map(|one| one.code.id).collect()),
        }
    }

    #[test]
    fn a_lost_line_is_reported() {
        let (first, second) = (entry("k7f3q", "dc5d8dab"), entry("m2x4r", "cac5e375"));
        let above = r#"{"rosters":true}"#;
        let (both, one, other) = (
            r#"{"roster":["k7f3q","m2x4r"],"seal":"125ae2b5"}"#,
            r#"{"roster":["k7f3q"],"seal":"10bc4447"}"#,
            r#"{"roster":["m2x4r"],"seal":"f7e0414a"}"#,
        );
        // A record without rosters, as older versions wrote it, gets one when it is written.
        let written = read(&[HEADER, &first, &second, END]).unwrap();
        assert_eq!(written.lines().collect::<Vec<_>>(), [HEADER, &first, &second, above, both, END]);
        assert_eq!(read(&[HEADER, &first, &second, above, both, END]), Ok(written));
        for (lines, expected) in [
            (vec![HEADER, &second, above, both, END], "lock-line-gone"),
            (vec![HEADER, &second, above, one, other, END], "lock-line-gone"),
            (vec![HEADER, above, both, END], "lock-line-gone"),
            (vec![HEADER, &first, &second, above, other, END], "lock-roster-gone"),
            (vec![HEADER, &first, &second, other, END], "lock-roster-gone"),
            (vec![HEADER, &first, &second, above, END], "lock-roster-gone"),
            (vec![HEADER, &second, above, END], "lock-roster-gone"),
            (vec![HEADER, &first, &second, above, &both.replace("m2x4r", "m2x4s"), END], "lock-line"),
        ] {
            assert_eq!(read(&lines), Err(vec![expected]), "{lines:?}");
        }
        // Without rosters and entries nothing is missing.
        assert_eq!(read(&[HEADER, above, END]), Ok(format!("{HEADER}\n{END}\n")));
        // The additions of two branches side by side. The line between may occur twice.
        for rosters in [&[above, one, other][..], &[above, other, one, both], &[above, one, above, other]] {
            assert!(read(&[&[HEADER, &first, &second], rosters, &[END]].concat()).is_ok(), "{rosters:?}");
        }
    }
}
