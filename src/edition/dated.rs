//! Whether the front matter of a document says what its changes since the last release are: a revision or corrections.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::changes::{ClauseChange, ClauseChangeKind, Wording, changes};
use crate::address::{AddressRecord, version_date};
use crate::diagnostic::Bilingual;
use crate::policy::{Metadata, TextCorrection};

/// The most changes that a finding shows.
const MOST_SHOWN: usize = 8;
/// The longest stretch of a text that a finding shows, in characters.
const LONGEST: usize = 80;

/// A document that was released, with its record as it is now.
#[derive(Debug, Clone, Copy)]
pub struct ChangedDocument<'a> {
    /// Its record.
    pub record: &'a AddressRecord,
    /// Its front matter.
    pub meta: &'a Metadata,
    /// The day of the last release of the site, if one is recorded.
    pub released_on: Option<Date>,
}

/// The changes for which the front matter gives no date, as a finding shows them; none if there are none.
#[must_use]
pub fn undated(document: &ChangedDocument<'_>) -> Option<Bilingual> {
    let changes = changes(document.record);
    let is_revised = match (version_date(document.meta), last_date(document.record)) {
        (Some(now), Some(last)) => now > last,
        (now, None) => now.is_some(),
        (None, Some(_)) => false,
    };
    if is_revised {
        return None;
    }
    let corrections: Vec<&TextCorrection> =
        document.meta.corrections.iter().filter(|it| is_recent(it, document)).collect();
    let open: Vec<&ClauseChange> =
        changes.iter().filter(|change| !corrections.iter().any(|correction| names(correction, change))).collect();
    (!open.is_empty()).then(|| shown(&open))
}

/// The date of the last version that was released, as far as it changed anything.
fn last_date(record: &AddressRecord) -> Option<Date> {
    let released = record.entries.values().filter_map(|entry| entry.released());
    released.filter_map(|entry| [entry.since, entry.reworded, entry.ended()].into_iter().flatten().max()).max()
}

/// Whether a correction may be one of the changes since the last release.
fn is_recent(correction: &TextCorrection, document: &ChangedDocument<'_>) -> bool {
    let since = document.released_on.or_else(|| last_date(document.record));
    since.is_none_or(|since| correction.date.value.date >= since)
}

fn names(correction: &TextCorrection, change: &ClauseChange) -> bool {
    let clause = correction.clause.value.as_str();
    let is_wording = |wording: &Wording| wording.position.as_str() == clause || *wording.name == *clause;
    change.id.as_str() == clause || [&change.before, &change.after].into_iter().flatten().any(is_wording)
}

fn shown(changes: &[&ClauseChange]) -> Bilingual {
    let (mut ja, mut en) = (String::new(), String::new());
    for change in changes.iter().take(MOST_SHOWN) {
        for (out, line) in [(&mut ja, line_ja(change)), (&mut en, line_en(change))] {
            let _ = write!(out, "\n  {line}");
            if change.kind == ClauseChangeKind::Moved {
                continue;
            }
            for (sign, wording) in [("－", &change.before), ("＋", &change.after)] {
                if let Some(wording) = wording {
                    let _ = write!(out, "\n    {sign} {}", cut(&wording.text));
                }
            }
        }
    }
    if let Some(more) = changes.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        let _ = write!(ja, "\n  ほか {more} か所");
        let _ = write!(en, "\n  and {more} more");
    }
    Bilingual { ja, en }
}

fn line_ja(change: &ClauseChange) -> String {
    match (&change.before, &change.after) {
        (None, Some(after)) => format!("{}：新しい", after.name),
        (Some(before), None) => format!("{}：なくなった", before.name),
        (Some(before), Some(after)) if before.name != after.name => format!("{} → {}", before.name, after.name),
        (_, Some(after)) => format!("{}：変わった", after.name),
        (None, None) => String::new(),
    }
}

fn line_en(change: &ClauseChange) -> String {
    match (&change.before, &change.after) {
        (None, Some(after)) => format!("{}: new", after.name),
        (Some(before), None) => format!("{}: gone", before.name),
        (Some(before), Some(after)) if before.name != after.name => format!("{} → {}", before.name, after.name),
        (_, Some(after)) => format!("{}: changed", after.name),
        (None, None) => String::new(),
    }
}

/// A text on one line. A long one is cut and ends with a mark.
fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
