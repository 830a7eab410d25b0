//! Findings as a page shows them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::Words;
use super::{Editor, PagesInput};
use crate::diagnostic::{Diagnostic, Lang, LineColumn, Place, Severity, Span};

/// How many characters of a line are shown before and after the marked words.
const AROUND: usize = 40;
/// How many characters of the marked words are shown.
const MARKED: usize = 80;

/// How many findings of each severity there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct SeverityCounts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) infos: usize,
}

/// A finding as the templates show it.
#[derive(Serialize)]
pub(super) struct FindingContext<'a> {
    severity: &'static str,
    severity_id: &'static str,
    code: &'a str,
    /// `content/r8/a.md:12:3`, as compilers write it.
    place: Option<String>,
    editor: Option<String>,
    text: &'a str,
    why: &'static str,
    help: &'a str,
    excerpt: Option<Excerpt<'a>>,
    related: Option<RelatedPlace<'a>>,
}

/// The marked line, in three parts.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Excerpt<'a> {
    before: &'a str,
    marked: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct RelatedPlace<'a> {
    place: String,
    text: &'a str,
}

impl SeverityCounts {
    pub(super) fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }

    pub(super) fn total(self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// The counts of every file, by path. Findings about the site as a whole have an empty path.
    pub(super) fn by_file<'a>(input: &PagesInput<'a>) -> BTreeMap<&'a str, Self> {
        let mut counts: BTreeMap<&str, Self> = BTreeMap::new();
        for found in input.diagnostics {
            counts.entry(file_of(found)).or_default().add(found.severity);
        }
        counts
    }
}

/// The file a finding is in; empty for the site as a whole.
pub(super) fn file_of(found: &Diagnostic) -> &str {
    match &found.place {
        Place::Span(span) => &span.file.path,
        Place::File(path) => path,
        Place::Site => "",
    }
}

/// A finding as the templates show it.
pub(super) fn context<'a>(found: &'a Diagnostic, lang: Lang, editor: Option<&Editor>) -> FindingContext<'a> {
    let words = Words::of(lang);
    let severity = match found.severity {
        Severity::Error => (words.error, "error"),
        Severity::Warning => (words.warning, "warning"),
        Severity::Info => (words.info, "info"),
    };
    let (place, at, excerpt) = match &found.place {
        Place::Span(span) => {
            (Some(shown(span)), Some((span.file.path.as_str(), span.start())), Some(Excerpt::of(span)))
        }
        Place::File(path) => (Some(path.clone()), Some((path.as_str(), LineColumn { line: 1, column: 1 })), None),
        Place::Site => (None, None, None),
    };
    let editor = editor.zip(at).map(|(editor, (path, at))| editor.link(path, at));
    let related = found.related.as_ref().map(|(span, note)| RelatedPlace { place: shown(span), text: note.get(lang) });
    FindingContext {
        severity: severity.0,
        severity_id: severity.1,
        code: found.code.id,
        place,
        editor,
        text: found.text.get(lang),
        why: found.code.why(lang),
        help: found.help.get(lang),
        excerpt,
        related,
    }
}

fn shown(span: &Span) -> String {
    let LineColumn { line, column } = span.start();
    format!("{}:{line}:{column}", span.file.path)
}

impl<'a> Excerpt<'a> {
    fn of(span: &'a Span) -> Self {
        let (before, marked, after) = excerpt(span);
        Self { before, marked, after }
    }
}

/// The text before the marked words on their line, the marked words, and the text after them.
fn excerpt(span: &Span) -> (&str, &str, &str) {
    let text = span.file.text.as_str();
    let start = text.floor_char_boundary(span.range.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = text.floor_char_boundary(span.range.end).clamp(start, line_end);
    let marked = first(&text[start..end], MARKED);
    let before = last(&text[line_start..start], AROUND);
    (before, marked, first(&text[start + marked.len()..line_end], AROUND))
}

fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

fn last(text: &str, count: usize) -> &str {
    text.char_indices().nth_back(count.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;

    #[test]
    fn an_excerpt_is_the_line_around_the_marked_words() {
        let text = format!("題名\n前{}誤り{}\n次", "い".repeat(60), "ろ".repeat(60));
        let file = SourceFile::new("a.md", text.as_str());
        let start = text.find("誤り").unwrap();
        let found = Span::new(&file, start..start + 6);
        let expected = Excerpt { before: &"い".repeat(40), marked: "誤り", after: &"ろ".repeat(40) };
        assert_eq!(Excerpt::of(&found), expected);
        let across = Span::new(&file, 0..text.len());
        assert_eq!(Excerpt::of(&across), Excerpt { before: "", marked: "題名", after: "" });
        let beyond = Span::new(&file, text.len()..text.len() + 9);
        assert_eq!(Excerpt::of(&beyond), Excerpt { before: "次", marked: "", after: "" });
    }
}
