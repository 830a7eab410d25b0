//! The result of comparing a post with its clause.

use std::ops::Range;

use crate::diagnostic::{Code, Finding, Severity, catalogue};

/// A finding about a post. [`Finding::at`] adds the place of the author's text in its file.
#[derive(Debug, Clone)]
pub struct Remark {
    /// The finding with its reason and remedy.
    pub finding: Finding,
    /// Its place in bytes of the post.
    pub range: Range<usize>,
}

/// The result of comparing a post with its clause.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The remarks, by place.
    pub remarks: Vec<Remark>,
    /// The share of the body that is not taken from the clause word for word, in per cent of its characters.
    pub reworded: u8,
}

impl Remark {
    /// The code of the finding.
    #[must_use]
    pub fn code(&self) -> &'static Code {
        self.finding.code()
    }
}

impl Report {
    /// True if any remark is an error. Such a post must not be exported.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.remarks.iter().any(|remark| remark.code().severity == Severity::Error)
    }

    /// The note that must stand under every result. It says what these checks cannot see.
    pub fn note() -> Finding {
        catalogue::post_needs_reader()
    }
}
