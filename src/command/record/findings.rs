//! Findings in the form of the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Bilingual, Diagnostic, Diagnostics, Place, Severity, SourceFile, Span, catalogue};
use crate::source::{self, Tree};

/// The severities by their numbers in the record.
const SEVERITIES: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

/// Findings, with each text and each path once: thousands of findings say the same.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Findings {
    texts: Vec<String>,
    entries: Vec<Entry>,
}

/// A text, by its place in [`Findings::texts`].
type Text = usize;

/// A finding. Words are Japanese and English.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    code: Text,
    severity: usize,
    at: At,
    text: [Text; 2],
    help: [Text; 2],
    related: Option<(Range, [Text; 2])>,
}

#[derive(Debug, Serialize, Deserialize)]
enum At {
    Span(Range),
    File(Text),
    Site,
}

/// A path, the start and end of a range in it, and how long the file's text was, in bytes: a range that was made for another
/// text is not believed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Range(Text, usize, usize, usize);

impl Findings {
    /// The findings to be recorded.
    pub(super) fn of<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Self {
        let mut writing = Writing::default();
        let entries = findings.map(|finding| writing.entry(finding)).collect();
        Self { texts: writing.texts, entries }
    }

    /// The findings, if they can be told exactly as they were.
    pub(super) fn diagnostics(&self, tree: &Tree) -> Option<Diagnostics> {
        let mut reading = Reading { texts: &self.texts, tree, files: BTreeMap::new() };
        self.entries.iter().map(|entry| reading.diagnostic(entry)).collect()
    }
}

/// Findings on the way into the record.
#[derive(Default)]
struct Writing {
    texts: Vec<String>,
    known: BTreeMap<String, Text>,
}

impl Writing {
    fn entry(&mut self, finding: &Diagnostic) -> Entry {
        Entry {
            code: self.text(finding.code.id),
            severity: SEVERITIES.iter().position(|it| *it == finding.severity).unwrap_or(SEVERITIES.len()),
            at: match &finding.place {
                Place::Span(span) => At::Span(self.range(span)),
                Place::File(path) => At::File(self.text(path)),
                Place::Site => At::Site,
            },
            text: self.both(&finding.text),
            help: self.both(&finding.help),
            related: finding.related.as_ref().map(|(span, note)| (self.range(span), self.both(note))),
        }
    }

    fn range(&mut self, span: &Span) -> Range {
        Range(self.text(&span.file.path), span.range.start, span.range.end, span.file.text.len())
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

/// Findings on the way out of it. Files that they point into are decoded once.
struct Reading<'a> {
    texts: &'a [String],
    tree: &'a Tree,
    files: BTreeMap<Text, Arc<SourceFile>>,
}

impl Reading<'_> {
    fn diagnostic(&mut self, entry: &Entry) -> Option<Diagnostic> {
        Some(Diagnostic {
            code: catalogue::code(self.text(entry.code)?)?,
            severity: SEVERITIES.get(entry.severity).copied()?,
            place: match entry.at {
                At::Span(range) => Place::Span(self.span(range)?),
                At::File(path) => Place::File(self.text(path)?.to_owned()),
                At::Site => Place::Site,
            },
            text: self.both(entry.text)?,
            help: self.both(entry.help)?,
            related: match entry.related {
                Some((range, note)) => Some((self.span(range)?, self.both(note)?)),
                None => None,
            },
        })
    }

    fn span(&mut self, Range(path, start, end, length): Range) -> Option<Span> {
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
