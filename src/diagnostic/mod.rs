//! How every room reports: a [`Diagnostic`] has a code, a severity, a place, what is wrong and how to mend it.
//!
//! Wording lives in one place, [`catalogue`]; a room calls a function of it and says where:
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

/// One thing found wrong, at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which rule speaks.
    pub code: &'static Code,
    /// How grave it is here; starts as the code's default, `site.yaml` may change it.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub text: Bilingual,
    /// How to mend it.
    pub help: Bilingual,
    /// Another place that belongs to it: the first of two duplicates, say.
    pub related: Option<(Span, Bilingual)>,
}

impl Diagnostic {
    /// Adds the other place that belongs to this finding, with a word on what is there.
    #[must_use]
    pub fn with_related(mut self, span: Span, note: Bilingual) -> Self {
        self.related = Some((span, note));
        self
    }
}

/// Everything found in one run, in no particular order until [`Diagnostics::sorted`]. A copy costs next to nothing: what was
/// found in a document stands from one run to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diagnostics(Vec<Arc<Diagnostic>>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(Arc::new(diagnostic));
    }

    /// Adds all of another run.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// All of them, in the order they are held.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|found| found.severity == severity).count()
    }

    /// Whether any is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|found| found.severity == Severity::Error)
    }

    /// By file, position, code and text: the same findings always come out in the same order.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.0.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        self
    }

    /// Gives codes the severities a site has chosen for them; `None` silences a code.
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

/// Findings, one after the other.
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
