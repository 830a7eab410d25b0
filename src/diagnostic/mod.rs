//! Findings: every room reports with a [`Diagnostic`], which has a code, a severity, a place, a message and a remedy.
//!
//! All wording is in [`catalogue`]. A room calls a function of it and adds the place:
//!
//! ```
//! use hoshin::diagnostic::{catalogue, Diagnostics};
//! let mut found = Diagnostics::default();
//! found.push(catalogue::not_utf8().in_file("content/r8/a.md"));
//! assert!(found.has_errors());
//! ```

pub mod catalogue;
mod code;
mod cursor;
mod excerpt;
mod explanation;
pub mod json;
mod place;
pub mod sarif;
pub mod text;

pub use code::{Bilingual, Code, Finding, Lang, Severity};
pub use excerpt::visible;
pub use explanation::Example;
pub use place::{LineColumn, Located, Place, SourceFile, Span};

use std::collections::BTreeMap;
use std::sync::Arc;

/// A finding at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// The rule.
    pub code: &'static Code,
    /// The severity; first the default of the code, then that of `site.yaml`.
    pub severity: Severity,
    /// The place.
    pub place: Place,
    /// The message, one sentence.
    pub text: Bilingual,
    /// The remedy.
    pub help: Bilingual,
    /// A second place that belongs to the finding, such as the first of two duplicates.
    pub related: Option<(Span, Bilingual)>,
}

impl Diagnostic {
    /// Adds the second place of this finding, with a note on it.
    #[must_use]
    pub fn with_related(mut self, span: Span, note: Bilingual) -> Self {
        self.related = Some((span, note));
        self
    }
}

/// The findings of one run, in no particular order before [`Diagnostics::sorted`]. A copy is cheap: the findings of a
/// document are kept from one run to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diagnostics(Vec<Arc<Diagnostic>>);

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(Arc::new(diagnostic));
    }

    /// Adds the findings of another run.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// The findings in the order in which they are held.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// The number of findings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of findings with this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|found| found.severity == severity).count()
    }

    /// True if there is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|found| found.severity == Severity::Error)
    }

    /// Sorts by file, position, code and text, so that the same findings always have the same order.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        self
    }

    /// Applies the severities that a site has chosen for codes; `None` silences a code.
    #[must_use]
    pub fn with_severities(mut self, chosen: &BTreeMap<&'static str, Option<Severity>>) -> Self {
        self.0.retain_mut(|found| match chosen.get(found.code.id) {
            Some(Some(severity)) => {
                if found.severity != *severity {
                    Arc::make_mut(found).severity = *severity;
                }
                true
            }
            Some(None) => false,
            None => true,
        });
        self
    }
}

impl Diagnostic {
    fn sort_key(&self) -> (&str, usize, &str, &str) {
        let (path, start) = match &self.place {
            Place::Span(span) => (span.file.path.as_str(), span.range.start),
            Place::File(path) => (path.as_str(), 0),
            Place::Site => ("", 0),
        };
        (path, start, self.code.id, &self.text.en)
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(iter: I) -> Self {
        Self(iter.into_iter().map(Arc::new).collect())
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::iter::Map<std::vec::IntoIter<Arc<Diagnostic>>, fn(Arc<Diagnostic>) -> Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}

/// An iterator over findings.
#[derive(Debug, Clone)]
pub struct Iter<'a>(std::slice::Iter<'a, Arc<Diagnostic>>);

impl<'a> Iterator for Iter<'a> {
    type Item = &'a Diagnostic;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|found| &**found)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
