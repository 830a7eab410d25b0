//! Places of findings: source files, byte ranges, lines and columns.

use std::ops::Range;
use std::sync::Arc;

/// A decoded text file of the site.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the site's folder, with `/`, in NFC: `content/r8/seisaku-keiei.md`.
    pub path: String,
    /// The text: UTF-8 without BOM, line ends as `\n`.
    pub text: String,
}

/// A byte range of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Bytes of `file.text`.
    pub range: Range<usize>,
}

/// A line and a column, both from 1; columns count characters (Unicode scalar values).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// The place of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// A range of a file.
    Span(Span),
    /// A whole file; the path is relative to the site's folder.
    File(String),
    /// The whole site.
    Site,
}

/// A value with the bytes from which it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Bytes of the file's text.
    pub range: Range<usize>,
}

impl SourceFile {
    /// A file with this path and text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into() })
    }

    /// The line and column of a byte offset. An offset past the end means the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

impl Span {
    /// A byte range of a file.
    #[must_use]
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        Self { file: Arc::clone(file), range }
    }

    /// The line and column of the start.
    #[must_use]
    pub fn start(&self) -> LineColumn {
        self.file.line_column(self.range.start)
    }
}

#[cfg(test)]
impl Place {
    /// `path:line:column`, the path alone, or `-` for the site as a whole: for tests.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Span(span) => format!("{}:{}:{}", span.file.path, span.start().line, span.start().column),
            Self::File(path) => path.clone(),
            Self::Site => "-".to_owned(),
        }
    }
}

impl<T> Located<T> {
    /// A value and its bytes.
    pub fn new(value: T, range: Range<usize>) -> Self {
        Self { value, range }
    }

    /// Its span in a file.
    #[must_use]
    pub fn span(&self, file: &Arc<SourceFile>) -> Span {
        Span::new(file, self.range.clone())
    }
}
