//! The lines of a lock: a header, sealed lines of JSON, and a last line that marks the end.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use super::VERSION;
use super::seal::{has_valid_seal, line};
use crate::diagnostic::{Diagnostic, Diagnostics, Finding, SourceFile, Span, catalogue};

/// The last line of every lock. Without it the file has been cut off. It never changes, so that branches agree on it.
pub(super) const END: &str = r#"{"end":true}"#;

/// The first line. A later version may have more keys, so unknown ones are allowed until the version is known.
#[derive(Serialize, Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    hoshin: Cow<'a, str>,
    version: u32,
    #[serde(default, skip_serializing_if = "str::is_empty", borrow)]
    document: Cow<'a, str>,
}

/// A line of the file and the bytes it covers.
pub(super) struct RawLine<'a> {
    pub(super) text: &'a str,
    pub(super) range: Range<usize>,
}

/// The text of a header for a lock of this sort. `document` is empty for the list of the site.
pub(super) fn header_line(sort: &str, document: &str) -> String {
    line(&Header { hoshin: sort.into(), version: VERSION, document: document.into() })
}

/// The document that the first line names, empty for none. The line must be of this sort.
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

/// Lines with content, and the finding for a file without its last line.
pub(super) fn body_lines<'a>(
    file: &Arc<SourceFile>,
    rest: impl Iterator<Item = RawLine<'a>>,
) -> (Vec<RawLine<'a>>, Option<Diagnostic>) {
    let mut body: Vec<RawLine<'a>> = rest.collect();
    let is_whole = body.last().is_some_and(|last| last.text == END);
    // The last line itself may be cut off, or other lines may follow it.
    body.pop_if(|last| END.starts_with(last.text));
    body.retain(|line| line.text != END);
    let end = file.text.trim_end().len();
    (body, (!is_whole).then(|| catalogue::lock_truncated().at(Span::new(file, end..end))))
}

/// Reads the JSON of a sealed line.
pub(super) fn json<'a, T: Deserialize<'a>>(line: &RawLine<'a>) -> Result<T, Box<Finding>> {
    if is_merge_marker(line.text) {
        return Err(Box::new(catalogue::lock_conflict()));
    }
    let value = serde_json::from_str(line.text).map_err(|error| {
        Box::new(match error.classify() {
            Category::Eof => catalogue::lock_truncated(),
            Category::Data => catalogue::lock_value(&plain_reason(&error)),
            Category::Syntax | Category::Io => catalogue::lock_line(),
        })
    })?;
    if has_valid_seal(line.text) { Ok(value) } else { Err(Box::new(catalogue::lock_line())) }
}

/// The value, if nothing was found. A missing end is reported only if nothing else is wrong.
pub(super) fn without_findings<T>(
    value: T,
    mut found: Diagnostics,
    missing_end: Option<Diagnostic>,
) -> Result<T, Diagnostics> {
    if found.is_empty() {
        found.extend(missing_end.into_iter().collect());
    }
    if found.is_empty() { Ok(value) } else { Err(found) }
}

/// Whether Git has left the line in a file that it could not merge.
fn is_merge_marker(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker))
}

/// The reason that serde gives, without line and column, which count within the line.
fn plain_reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
