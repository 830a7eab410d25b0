//! Finds invisible characters in YAML: in values, typed or escaped, and in comments.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostics, Place, SourceFile, Span, catalogue};
use crate::policy::{Invisible, InvisibleKind, is_right_to_left};

/// Reports every invisible character of a scalar at the place where it was typed.
pub(super) fn check(file: &Arc<SourceFile>, value: &str, range: &Range<usize>, found: &mut Diagnostics) {
    let all = Invisible::all(value);
    if all.is_empty() {
        return;
    }
    let mut typed = Typed { text: file.text.get(range.clone()).unwrap_or_default(), at: 0 };
    for one in all {
        let place =
            typed.next(one.character).map_or_else(|| range.clone(), |at| range.start + at.start..range.start + at.end);
        found.push(one.finding().at(Span::new(file, place)));
    }
}

/// The control characters in the bytes `range` of a file.
pub(super) fn controls(file: &Arc<SourceFile>, range: &Range<usize>) -> Diagnostics {
    let all = Invisible::all(file.text.get(range.clone()).unwrap_or_default()).into_iter();
    let at = |one: Invisible| {
        let start = range.start + one.at;
        one.finding().at(Span::new(file, start..start + one.character.len_utf8()))
    };
    all.filter(|one| one.kind == InvisibleKind::Control).map(at).collect()
}

/// The invisible characters in the bytes `range` that are not reported yet: those in comments. `scalars` are the bytes
/// of the values, in order.
pub(super) fn others(
    file: &Arc<SourceFile>,
    range: &Range<usize>,
    scalars: &[Range<usize>],
    told: &Diagnostics,
) -> Diagnostics {
    let mut all = Invisible::all(file.text.get(range.clone()).unwrap_or_default());
    // A carriage return ends a line of YAML.
    all.retain(|one| one.character != '\r');
    if all.is_empty() {
        return Diagnostics::default();
    }
    let start = |place: &Place| match place {
        Place::Span(span) => Some(span.range.start),
        _ => None,
    };
    let told: BTreeSet<usize> = told.iter().filter_map(|one| start(&one.place)).collect();
    let is_in_scalar = |at: usize| {
        let next = scalars.partition_point(|scalar| scalar.end <= at);
        scalars.get(next).is_some_and(|scalar| scalar.contains(&at))
    };
    let others = all.into_iter().filter_map(|one| {
        let at = range.start + one.at;
        // A zero-width character within a scalar was judged with the value of the scalar, where an escape may stand
        // before it.
        let is_judged = one.kind == InvisibleKind::ZeroWidth && is_in_scalar(at);
        (!is_judged && !told.contains(&at))
            .then(|| one.finding().at(Span::new(file, at..at + one.character.len_utf8())))
    });
    others.collect()
}

/// Removes findings about characters that belong to texts of this language.
#[must_use]
pub fn in_language(found: Diagnostics, language: &str) -> Diagnostics {
    if !is_right_to_left(language) {
        return found;
    }
    found.into_iter().filter(|finding| finding.code.id != catalogue::BIDI_CONTROL.id).collect()
}

/// The typed form of a scalar, read from its start to its end.
struct Typed<'a> {
    text: &'a str,
    at: usize,
}

impl Typed<'_> {
    /// The bytes that stand for the next `wanted` character. `None` if it comes from a form that is not known here.
    fn next(&mut self, wanted: char) -> Option<Range<usize>> {
        let mut at = self.at;
        while let Some(c) = self.text.get(at..)?.chars().next() {
            let (end, meant) = match c {
                '\\' => escape(self.text, at),
                _ => (at + c.len_utf8(), Some(c)),
            };
            if c == wanted || meant == Some(wanted) {
                self.at = end;
                return Some(at..end);
            }
            at = end;
        }
        None
    }
}

/// The end of the escape at a byte, and its character (YAML 1.2.2, §5.7). In a scalar without escapes, a visible
/// character follows a backslash, so nothing is mistaken.
fn escape(text: &str, at: usize) -> (usize, Option<char>) {
    let Some(letter) = text[at + 1..].chars().next() else { return (text.len(), None) };
    let end = at + 1 + letter.len_utf8();
    let simple = match letter {
        '0' => Some('\0'),
        'a' => Some('\u{7}'),
        'b' => Some('\u{8}'),
        'v' => Some('\u{b}'),
        'f' => Some('\u{c}'),
        'r' => Some('\r'),
        'e' => Some('\u{1b}'),
        'N' => Some('\u{85}'),
        'L' => Some('\u{2028}'),
        'P' => Some('\u{2029}'),
        _ => None,
    };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return (end, simple),
    };
    let code = text.get(end..end + digits).and_then(|code| u32::from_str_radix(code, 16).ok());
    match code {
        Some(code) => (end + digits, char::from_u32(code)),
        None => (end, None),
    }
}

#[cfg(test)]
mod tests {
    use super::super::yaml::read;
    use crate::diagnostic::{Place, SourceFile};

    fn found(text: &str) -> Vec<String> {
        let (node, found) = read(&SourceFile::new("content/site.yaml", text), 0..text.len());
        assert!(node.is_some(), "{text}: {found:?}");
        let told = |one: &crate::diagnostic::Diagnostic| match &one.place {
            Place::Span(span) => {
                format!("{}:{} {}", span.start().line, span.start().column, one.code.id)
            }
            _ => String::new(),
        };
        found.sorted().iter().map(told).collect()
    }

    #[test]
    fn escapes_are_reported_where_they_were_typed() {
        for (text, expected) in [
            ("title: \"x\\0\\x07y\"\n", &["1:10 control-character", "1:12 control-character"][..]),
            (
                "title: \"\\e\\uFFFE\\x85\\N\"\n",
                &[
                    "1:9 control-character",
                    "1:11 control-character",
                    "1:17 control-character",
                    "1:21 control-character",
                ],
            ),
            ("title: \"x\\u202Ey\\u200Bz\"\n", &["1:10 bidi-control", "1:17 zero-width-character"]),
            (
                "title: \"\\U0001FFFE\\L\\r\"\n",
                &["1:9 control-character", "1:19 control-character", "1:21 control-character"],
            ),
            ("\"a\\u200B\": b\n", &["1:3 zero-width-character"]),
            ("a: [\"\\b\", {b: \"\\v\"}]\n", &["1:6 control-character", "1:16 control-character"]),
            ("a: \"\\n\\t\\\"\\\\x00\"\n", &[]),
            ("a: '\\0 \\u202E'\n", &[]),
            ("a: C:\\0\\x07\n", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn control_characters_that_yaml_refuses_are_reported_as_such() {
        for text in ["title: 方\u{1}針\n", "title: \"方\u{1b}針\"\n", "title: 方\u{fffe}針\n"] {
            let (_, found) = read(&SourceFile::new("content/site.yaml", text), 0..text.len());
            let codes: Vec<&str> = found.iter().map(|one| one.code.id).collect();
            assert_eq!(codes, ["control-character"], "{text:?}");
        }
    }

    #[test]
    fn characters_in_comments_are_reported() {
        for (text, expected) in [
            ("title: 方針 # \u{202e}注\n", &["1:13 bidi-control"][..]),
            ("# \u{200b}\ntitle: 方針\n", &["1:3 zero-width-character"]),
            ("a: | # \u{202e}\n  一\n", &["1:8 bidi-control"]),
            ("a: \"\u{202e}\" # \u{202e}\n", &["1:5 bidi-control", "1:10 bidi-control"]),
            ("a: [甲, # \u{2066}\n  乙]\n# \u{2069}\n", &["1:10 bidi-control", "3:3 bidi-control"]),
            ("a: \"\\u845B\u{e0100}飾区\" # 葛\u{e0100}飾区\n", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn characters_typed_as_such_are_reported_at_their_column() {
        for (text, expected) in [
            ("title: 方\u{202e}針\u{200b}\n", &["1:9 bidi-control", "1:11 zero-width-character"][..]),
            ("a: |\n  一\n  二\u{2028}三\n", &["3:4 control-character"]),
            ("a: 葛\u{e0100}飾区\n", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
