//! Findings as SARIF 2.1.0, the form code-review tools read.
//!
//! Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*, §3.13 (log), §3.14 (run), §3.27 (result).

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::cursor::{LineCursor, LineCursors};
use super::{Code, Diagnostic, Diagnostics, Lang, Place, Severity, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The characters that stay in a relative URI (RFC 3986 `unreserved` and `/`).
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The findings, which should be [sorted](Diagnostics::sorted), as a SARIF log with one run.
#[must_use]
pub fn log(found: &Diagnostics, lang: Lang) -> Value {
    let codes: BTreeMap<&str, &Code> = found.iter().map(|diagnostic| (diagnostic.code.id, diagnostic.code)).collect();
    let indexes: BTreeMap<&str, usize> = codes.keys().enumerate().map(|(index, id)| (*id, index)).collect();
    let mut cursors = LineCursors::default();
    let results: Vec<Value> = found.iter().map(|diagnostic| result(diagnostic, &indexes, lang, &mut cursors)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hoshin",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": match lang { Lang::Ja => "ja", Lang::En => "en" },
                "rules": codes.values().map(|code| rule(code, lang)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &Code, lang: Lang) -> Value {
    json!({
        "id": code.id,
        "shortDescription": { "text": code.why(lang) },
        "help": { "text": code.explanation(lang) },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn result<'a>(
    diagnostic: &'a Diagnostic,
    indexes: &BTreeMap<&str, usize>,
    lang: Lang,
    cursors: &mut LineCursors<'a>,
) -> Value {
    let text = format!("{}\n{}", diagnostic.text.get(lang), diagnostic.help.get(lang));
    let mut value = json!({
        "ruleId": diagnostic.code.id,
        "ruleIndex": indexes.get(diagnostic.code.id),
        "level": level(diagnostic.severity),
        "message": { "text": text },
    });
    match &diagnostic.place {
        Place::Span(span) => value["locations"] = json!([{ "physicalLocation": physical(span, &mut cursors.own) }]),
        Place::File(path) => {
            value["locations"] = json!([{ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } }]);
        }
        Place::Site => {}
    }
    if let Some((span, note)) = &diagnostic.related {
        value["relatedLocations"] = json!([{
            "physicalLocation": physical(span, &mut cursors.related),
            "message": { "text": note.get(lang) },
        }]);
    }
    value
}

fn physical<'a>(span: &'a Span, cursor: &mut LineCursor<'a>) -> Value {
    let (start, end) = cursor.range(span);
    json!({
        "artifactLocation": { "uri": uri(&span.file.path) },
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    })
}

fn uri(path: &str) -> String {
    utf8_percent_encode(path, KEPT).to_string()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{SourceFile, catalogue};

    #[test]
    fn a_log_has_its_rules_and_regions_in_characters() {
        let file = SourceFile::new("content/r8/方針 1.md", "題名\n日付: 平成");
        let found = [catalogue::not_utf8().at(Span::new(&file, 15..21))].into_iter().collect();
        let log = log(&found, Lang::En);
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "not-utf8");
        assert!(run["tool"]["driver"]["rules"][0]["help"]["text"].as_str().unwrap().contains("Shift_JIS"));
        let result = &run["results"][0];
        assert_eq!(result["level"], "error");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/r8/%E6%96%B9%E9%87%9D%201.md");
        assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 7 }));
    }

    #[test]
    fn findings_without_a_place_have_no_location() {
        let found = [catalogue::not_utf8().of_site()].into_iter().collect();
        assert_eq!(log(&found, Lang::Ja)["runs"][0]["results"][0].get("locations"), None);
    }
}
