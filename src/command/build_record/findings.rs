//! The findings in the build record.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Bilingual, Diagnostic, Diagnostics, Place, Severity, SourceFile, Span, catalogue};
use crate::source::{self, Tree};

/// The severities by their numbers in the record.
const SEVERITIES: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

/// Findings. Each text and each path is stored once, because thousands of findings may share them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct RecordedFindings {
    texts: Vec<String>,
    entries: Vec<RecordedFinding>,
}

/// A text, by its place in [`RecordedFindings::texts`].
type Text = usize;

/// A finding. Words are stored in Japanese and English.
#[derive(Debug, Serialize, Deserialize)]
struct RecordedFinding {
    code: Text,
    severity: usize,
    at: RecordedPlace,
    text: [Text; 2],
    help: [Text; 2],
    related: Option<(RecordedRange, [Text; 2])>,
}

#[derive(Debug, Serialize, Deserialize)]
enum RecordedPlace {
    Span(RecordedRange),
    File(Text),
    Site,
}

/// A path, the start and end of a range in that file, and the length of the file's text, in bytes. A range in a text of another
/// length does not count.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct RecordedRange(Text, usize, usize, usize);

impl RecordedFindings {
    /// The findings to be recorded.
    pub(super) fn of<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Self {
        let mut writing = FindingWriter::default();
        let entries = findings.map(|finding| writing.entry(finding)).collect();
        Self { texts: writing.texts, entries }
    }

    /// The findings, if they can be restored exactly.
    pub(super) fn diagnostics(&self, tree: &Tree) -> Option<Diagnostics> {
        let mut reading = FindingReader { texts: &self.texts, tree, files: BTreeMap::new() };
        self.entries.iter().map(|entry| reading.diagnostic(entry)).collect()
    }
}

/// Writes findings into the record.
#[derive(Default)]
struct FindingWriter {
    texts: Vec<String>,
    known: BTreeMap<String, Text>,
}

impl FindingWriter {
    fn entry(&mut self, finding: &Diagnostic) -> RecordedFinding {
        RecordedFinding {
            code: self.text(finding.code.id),
            severity: SEVERITIES.iter().position(|it| *it == finding.severity).unwrap_or(SEVERITIES.len()),
            at: match &finding.place {
                Place::Span(span) => RecordedPlace::Span(self.range(span)),
                Place::File(path) => RecordedPlace::File(self.text(path)),
                Place::Site => RecordedPlace::Site,
            },
            text: self.both(&finding.text),
            help: self.both(&finding.help),
            related: finding.related.as_ref().map(|(span, note)| (self.range(span), self.both(note))),
        }
    }

    fn range(&mut self, span: &Span) -> RecordedRange {
        RecordedRange(self.text(&span.file.path), span.range.start, span.range.end, span.file.text.len())
    }

    fn both(&mut self, words: &Bilingual) -> [Text; 2] {
        [self.text(&words.ja), self.text(&words.en)]
    }

    fn text(&mut self, text: &str) -> Text {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        self.texts.push(text.to_owned());
        self.known.insert(text.to_owned(), self.texts.len() - 1);
        self.texts.len() - 1
    }
}

/// Reads findings from the record. Each file to which they point is decoded once.
struct FindingReader<'a> {
    texts: &'a [String],
    tree: &'a Tree,
    files: BTreeMap<Text, Arc<SourceFile>>,
}

impl FindingReader<'_> {
    fn diagnostic(&mut self, entry: &RecordedFinding) -> Option<Diagnostic> {
        Some(Diagnostic {
            code: catalogue::code(self.text(entry.code)?)?,
            severity: SEVERITIES.get(entry.severity).copied()?,
            place: match entry.at {
                RecordedPlace::Span(range) => Place::Span(self.span(range)?),
                RecordedPlace::File(path) => Place::File(self.text(path)?.to_owned()),
                RecordedPlace::Site => Place::Site,
            },
            text: self.both(entry.text)?,
            help: self.both(entry.help)?,
            related: match entry.related {
                Some((range, note)) => Some((self.span(range)?, self.both(note)?)),
                None => None,
            },
        })
    }

    fn span(&mut self, RecordedRange(path, start, end, length): RecordedRange) -> Option<Span> {
        let file = match self.files.get(&path) {
            Some(file) => Arc::clone(file),
            None => {
                let name = self.text(path)?;
                let file = source::decode(name, self.tree.files.get(name)?).ok()?;
                self.files.insert(path, Arc::clone(&file));
                file
            }
        };
        (file.text.len() == length).then(|| Span::new(&file, start..end))
    }

    fn both(&self, [ja, en]: [Text; 2]) -> Option<Bilingual> {
        Some(Bilingual { ja: self.text(ja)?.to_owned(), en: self.text(en)?.to_owned() })
    }

    fn text(&self, text: Text) -> Option<&str> {
        self.texts.get(text).map(String::as_str)
    }
}
