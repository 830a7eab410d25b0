//! Findings in the form of the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Bilingual, Diagnostic, Place, Severity, SourceFile, Span, catalogue};
use crate::source::{self, Tree};

/// A finding.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FindingEntry {
    code: String,
    severity: u8,
    place: PlaceEntry,
    text: [String; 2],
    help: [String; 2],
    related: Option<(SpanEntry, [String; 2])>,
}

#[derive(Debug, Serialize, Deserialize)]
enum PlaceEntry {
    Span(SpanEntry),
    File(String),
    Site,
}

/// A range of a file, and how long the file's text was: a range that was made for another text is not believed.
#[derive(Debug, Serialize, Deserialize)]
struct SpanEntry {
    path: String,
    start: usize,
    end: usize,
    length: usize,
}

/// The texts that findings point into, each decoded once.
pub(super) struct Files<'a> {
    tree: &'a Tree,
    known: BTreeMap<String, Arc<SourceFile>>,
}

impl<'a> Files<'a> {
    pub(super) fn of(tree: &'a Tree) -> Self {
        Self { tree, known: BTreeMap::new() }
    }

    fn get(&mut self, path: &str) -> Option<Arc<SourceFile>> {
        if let Some(file) = self.known.get(path) {
            return Some(Arc::clone(file));
        }
        let file = source::decode(path, self.tree.files.get(path)?).ok()?;
        self.known.insert(path.to_owned(), Arc::clone(&file));
        Some(file)
    }
}

impl FindingEntry {
    pub(super) fn of(finding: &Diagnostic) -> Self {
        let both = |words: &Bilingual| [words.ja.clone(), words.en.clone()];
        Self {
            code: finding.code.id.to_owned(),
            severity: match finding.severity {
                Severity::Info => 0,
                Severity::Warning => 1,
                Severity::Error => 2,
            },
            place: match &finding.place {
                Place::Span(span) => PlaceEntry::Span(SpanEntry::of(span)),
                Place::File(path) => PlaceEntry::File(path.clone()),
                Place::Site => PlaceEntry::Site,
            },
            text: both(&finding.text),
            help: both(&finding.help),
            related: finding.related.as_ref().map(|(span, note)| (SpanEntry::of(span), both(note))),
        }
    }

    /// The finding, if it can be told exactly as it was.
    pub(super) fn diagnostic(&self, files: &mut Files<'_>) -> Option<Diagnostic> {
        let both = |[ja, en]: &[String; 2]| Bilingual { ja: ja.clone(), en: en.clone() };
        Some(Diagnostic {
            code: catalogue::code(&self.code)?,
            severity: [Severity::Info, Severity::Warning, Severity::Error].get(usize::from(self.severity)).copied()?,
            place: match &self.place {
                PlaceEntry::Span(span) => Place::Span(span.span(files)?),
                PlaceEntry::File(path) => Place::File(path.clone()),
                PlaceEntry::Site => Place::Site,
            },
            text: both(&self.text),
            help: both(&self.help),
            related: match &self.related {
                Some((span, note)) => Some((span.span(files)?, both(note))),
                None => None,
            },
        })
    }
}

impl SpanEntry {
    fn of(span: &Span) -> Self {
        Self {
            path: span.file.path.clone(),
            start: span.range.start,
            end: span.range.end,
            length: span.file.text.len(),
        }
    }

    fn span(&self, files: &mut Files<'_>) -> Option<Span> {
        let file = files.get(&self.path)?;
        (file.text.len() == self.length).then(|| Span::new(&file, self.start..self.end))
    }
}
