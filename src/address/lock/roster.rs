//! The rosters of a lock: which ids it has, said a second time, so that a line that is gone is missed.
//!
//! ```text
//! {"rosters":true}                                    stands still between the records and the rosters, so that git never
//! {"roster":["gfr4d","twf99"],"seal":"5a1e0b77"}      takes a change above it and one below it for one conflict
//! ```

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::Lock;
use super::format::sealed;
use super::parse::{RawLine, json};
use crate::diagnostic::{Diagnostics, SourceFile, Span, catalogue};

/// The line above the rosters.
const ABOVE: &str = r#"{"rosters":true}"#;
/// How the line of a roster starts.
const START: &str = r#"{"roster":"#;

#[derive(Serialize)]
struct Written<'a> {
    roster: &'a [Box<str>],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    roster: Vec<Box<str>>,
    /// Checked on the text of the line.
    #[serde(rename = "seal")]
    _seal: IgnoredAny,
}

/// The lines below the records: the rosters there are, and one with the ids that none of them has.
pub(super) fn text(lock: &Lock) -> String {
    let known: BTreeSet<&str> = lock.rosters.iter().flatten().map(|id| &**id).collect();
    let new: Vec<Box<str>> = lock.entries.keys().filter(|id| !known.contains(&***id)).cloned().collect();
    let mut rosters: BTreeSet<&[Box<str>]> = lock.rosters.iter().map(Vec::as_slice).collect();
    if !new.is_empty() {
        rosters.insert(&new);
    }
    let lines: Vec<String> = rosters.into_iter().map(|roster| sealed(&Written { roster })).collect();
    if lines.is_empty() { String::new() } else { format!("{ABOVE}\n{}", lines.concat()) }
}

/// What a lock has of rosters.
pub(super) struct Rosters<'a> {
    lines: Vec<RawLine<'a>>,
    /// Whether the line above them is there: where it is, every id is on a roster, even if none is left.
    has_above: bool,
}

/// The lines of rosters, taken out of the lines of a lock.
pub(super) fn taken<'a>(lines: &mut Vec<RawLine<'a>>) -> Rosters<'a> {
    let all = lines.len();
    lines.retain(|line| line.text != ABOVE);
    let has_above = lines.len() < all;
    let (rosters, records) = std::mem::take(lines).into_iter().partition(|line| line.text.starts_with(START));
    *lines = records;
    Rosters { lines: rosters, has_above }
}

/// Reads the rosters into a lock whose records, each with its line, are there, and says which ids are on one and have no
/// record, and which have a record and are on none.
pub(super) fn read(
    lock: &mut Lock,
    rosters: &Rosters<'_>,
    file: &Arc<SourceFile>,
    records: impl Fn(&str) -> Option<Range<usize>>,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut known: BTreeSet<Box<str>> = BTreeSet::new();
    for line in &rosters.lines {
        let place = || Span::new(file, line.range.clone());
        match json::<Read>(line) {
            Ok(Read { roster, .. }) => {
                let missing: Vec<&str> = roster.iter().map(|id| &**id).filter(|id| records(id).is_none()).collect();
                if !missing.is_empty() {
                    found.push(catalogue::lock_line_gone(&missing.join("・")).at(place()));
                }
                known.extend(roster.iter().cloned());
                lock.rosters.insert(roster);
            }
            Err(finding) => found.push(finding.at(place())),
        }
    }
    if (rosters.has_above || !rosters.lines.is_empty()) && found.is_empty() {
        let unlisted = lock.entries.keys().filter(|id| !known.contains(*id));
        let first = unlisted.filter_map(|id| Some((id, records(id)?))).next();
        found.extend(
            first.map(|(id, range)| catalogue::lock_roster_gone(id).at(Span::new(file, range))).into_iter().collect(),
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

    fn record(id: &str, seal: &str) -> String {
        format!(
            r#"{{"id":"{id}","state":"live","kind":"paragraph","position":"p1","name":"第1段落","text":"本文です。","seal":"{seal}"}}"#
        )
    }

    /// What is written back, or what is found.
    fn read(lines: &[&str]) -> Result<String, Vec<&'static str>> {
        let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        match parse(&SourceFile::new("content/r8/a.lock", &*text)) {
            Ok(lock) => Ok(lock.to_text()),
            Err(found) => Err(found.iter().map(|one| one.code.id).collect()),
        }
    }

    #[test]
    fn a_line_that_is_gone_is_missed() {
        let (first, second) = (record("k7f3q", "dc5d8dab"), record("m2x4r", "cac5e375"));
        let above = r#"{"rosters":true}"#;
        let (both, one, other) = (
            r#"{"roster":["k7f3q","m2x4r"],"seal":"125ae2b5"}"#,
            r#"{"roster":["k7f3q"],"seal":"10bc4447"}"#,
            r#"{"roster":["m2x4r"],"seal":"f7e0414a"}"#,
        );
        // From before there were rosters: as it is, until it is written.
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
        // Without a record nothing can be missed.
        assert_eq!(read(&[HEADER, above, END]), Ok(format!("{HEADER}\n{END}\n")));
        // What two branches have added, side by side; the line between may come twice.
        for rosters in [&[above, one, other][..], &[above, other, one, both], &[above, one, above, other]] {
            assert!(read(&[&[HEADER, &first, &second], rosters, &[END]].concat()).is_ok(), "{rosters:?}");
        }
    }
}
