//! Reading and writing the record of a document. Every fault is reported with its line. A record with a fault is not read at
//! all: nothing is guessed from it and it is never overwritten.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::entry_line::EntryLine;
use super::lines::{END, body_lines, header, header_line, json, lines, without_findings};
use super::seal::sealed;
use super::{AddressRecord, EntryRelease, RecordEntry, roster};
use crate::diagnostic::{Diagnostics, Finding, SourceFile, Span, catalogue};
use crate::policy::{ClauseId, DocumentId};

/// The word in the first line of a record.
const SORT: &str = "addresses";

impl AddressRecord {
    /// The text of the file. The same record always gives the same bytes.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = header_line(SORT, &self.document.0);
        for (id, entry) in &self.entries {
            let released = entry.released().map(|released| sealed(&EntryLine::new(id, released)));
            out.extend(released);
            if entry.release != EntryRelease::Released {
                out.push_str(&sealed(&EntryLine::new(id, entry)));
            }
        }
        out + &roster::text(self) + END + "\n"
    }
}

/// Reads the record of a document.
///
/// # Errors
/// Everything that is wrong with it.
pub fn parse(file: &Arc<SourceFile>) -> Result<AddressRecord, Diagnostics> {
    let mut found = Diagnostics::default();
    let at = |finding: Finding, range: &Range<usize>| finding.at(Span::new(file, range.clone()));
    let mut lines = lines(&file.text);
    let Some(first) = lines.next() else { return Err([at(catalogue::lock_header(), &(0..0))].into_iter().collect()) };
    let document = header(&first, SORT).and_then(|document| {
        if document.is_empty() { Err(Box::new(catalogue::lock_header())) } else { Ok(DocumentId(document)) }
    });
    let document = document.map_err(|finding| [at(*finding, &first.range)].into_iter().collect::<Diagnostics>())?;
    let mut record = AddressRecord::new(document);
    let (mut body, missing_end) = body_lines(file, lines);
    let rosters = roster::taken(&mut body);
    let mut seen = SeenLines::default();
    let mut unreleased: BTreeMap<ClauseId, RecordEntry> = BTreeMap::new();
    for line in body {
        match json::<EntryLine<'_>>(&line).and_then(EntryLine::into_entry) {
            Ok((id, entry)) => {
                let (lines, entries) = match entry.release {
                    EntryRelease::Released => (&mut seen.released, &mut record.entries),
                    _ => (&mut seen.unreleased, &mut unreleased),
                };
                if let Some(first) = lines.insert(id.clone(), line.range.clone()) {
                    let second = at(catalogue::lock_twice(id.as_str()), &line.range);
                    found.push(second.with_related(Span::new(file, first), catalogue::first_is_here()));
                }
                entries.insert(id, entry);
            }
            Err(finding) => found.push(at(*finding, &line.range)),
        }
    }
    // The id of an unreadable line would be reported as missing, too.
    if found.is_empty() {
        found = roster::read(&mut record, &rosters, file, |id| seen.released.get(id).cloned());
    }
    add_unreleased(&mut record, unreleased);
    without_findings(record, found, missing_end)
}

/// The bytes of the lines of entries, by id.
#[derive(Default)]
struct SeenLines {
    released: BTreeMap<ClauseId, Range<usize>>,
    unreleased: BTreeMap<ClauseId, Range<usize>>,
}

/// Puts the entries as they are now in the place of the released ones, which they keep.
fn add_unreleased(record: &mut AddressRecord, unreleased: BTreeMap<ClauseId, RecordEntry>) {
    for (id, mut entry) in unreleased {
        if let Some(released) = record.entries.remove(&id) {
            entry.release = EntryRelease::Changed(Box::new(released));
        }
        record.entries.insert(id, entry.compared_with_release());
    }
}
