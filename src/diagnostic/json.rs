//! Findings as JSON. `docs/findings.md` describes the form. Fields may be added to it; none is removed.

use serde::Serialize;

use super::cursor::{LineCursor, LineCursors};
use super::excerpt::quoted;
use super::{Bilingual, Diagnostic, Diagnostics, Lang, LineColumn, Place, Severity, Span};

/// One finding.
#[derive(Debug, Serialize)]
pub struct JsonFinding<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    text: &'a str,
    why: &'static str,
    help: &'a str,
    /// The marked words, at most 200 characters, with invisible characters spelled out.
    excerpt: Option<String>,
    related: Option<JsonRelated<'a>>,
}

#[derive(Debug, Serialize)]
struct JsonPlace<'a> {
    path: Option<&'a str>,
    start: Option<JsonPosition>,
    end: Option<JsonPosition>,
}

/// A place in the decoded text. Line and column count from 1, the column in characters. `offset` counts in bytes of
/// UTF-8, from 0.
#[derive(Debug, Serialize)]
struct JsonPosition {
    line: usize,
    column: usize,
    offset: usize,
}

#[derive(Debug, Serialize)]
struct JsonRelated<'a> {
    #[serde(flatten)]
    place: JsonPlace<'a>,
    text: &'a str,
}

/// The findings, which should be [sorted](Diagnostics::sorted), as values for serialisation.
#[must_use]
pub fn findings(found: &Diagnostics, lang: Lang) -> Vec<JsonFinding<'_>> {
    let mut cursors = LineCursors::default();
    found.iter().map(|diagnostic| finding(diagnostic, lang, &mut cursors)).collect()
}

/// The name of a severity in machine-readable output.
#[must_use]
pub fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn finding<'a>(diagnostic: &'a Diagnostic, lang: Lang, cursors: &mut LineCursors<'a>) -> JsonFinding<'a> {
    let (place, excerpt) = match &diagnostic.place {
        Place::Span(span) => (range(span, &mut cursors.own), Some(quoted(&span.file.text, &span.range))),
        Place::File(path) => (JsonPlace { path: Some(path), start: None, end: None }, None),
        Place::Site => (JsonPlace { path: None, start: None, end: None }, None),
    };
    let related = diagnostic.related.as_ref();
    JsonFinding {
        code: diagnostic.code.id,
        severity: severity_id(diagnostic.severity),
        place,
        text: diagnostic.text.get(lang),
        why: diagnostic.code.why(lang),
        help: diagnostic.help.get(lang),
        excerpt,
        related: related.map(|(span, note): &(Span, Bilingual)| JsonRelated {
            place: range(span, &mut cursors.related),
            text: note.get(lang),
        }),
    }
}

fn range<'a>(span: &'a Span, cursor: &mut LineCursor<'a>) -> JsonPlace<'a> {
    let (start, end) = cursor.range(span);
    let position = |at: LineColumn, offset: usize| JsonPosition {
        line: at.line,
        column: at.column,
        offset: offset.min(span.file.text.len()),
    };
    let (start, end) = (position(start, span.range.start), position(end, span.range.end.max(span.range.start)));
    JsonPlace { path: Some(&span.file.path), start: Some(start), end: Some(end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, catalogue};

    #[test]
    fn a_finding_says_where_in_lines_characters_and_bytes() {
        let text = "題名\n日付: 平成の\u{200b}終わり です\n";
        let file = SourceFile::new("content/r8/a.md", text);
        let start = text.find("平成").unwrap();
        let end = text.find(" です").unwrap();
        let note = Bilingual { ja: "ここ".into(), en: "here".into() };
        let found = [
            catalogue::not_utf8().at(Span::new(&file, start..end)).with_related(Span::new(&file, 0..6), note),
            catalogue::not_utf8().of_site(),
        ]
        .into_iter()
        .collect();
        insta::assert_snapshot!(serde_json::to_string_pretty(&findings(&found, Lang::En)).unwrap(), @r#"
        [
          {
            "code": "not-utf8",
            "severity": "error",
            "path": "content/r8/a.md",
            "start": {
              "line": 2,
              "column": 5,
              "offset": 15
            },
            "end": {
              "line": 2,
              "column": 12,
              "offset": 36
            },
            "text": "this file is not valid UTF-8",
            "why": "A file that cannot be read with certainty is never published garbled.",
            "help": "Save it as UTF-8 in your editor (\"ANSI\" in Notepad or Excel means Shift_JIS).",
            "excerpt": "平成の<U+200B>終わり",
            "related": {
              "path": "content/r8/a.md",
              "start": {
                "line": 1,
                "column": 1,
                "offset": 0
              },
              "end": {
                "line": 1,
                "column": 3,
                "offset": 6
              },
              "text": "here"
            }
          },
          {
            "code": "not-utf8",
            "severity": "error",
            "path": null,
            "start": null,
            "end": null,
            "text": "this file is not valid UTF-8",
            "why": "A file that cannot be read with certainty is never published garbled.",
            "help": "Save it as UTF-8 in your editor (\"ANSI\" in Notepad or Excel means Shift_JIS).",
            "excerpt": null,
            "related": null
          }
        ]
        "#);
    }
}
