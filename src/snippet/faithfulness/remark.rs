//! What a comparison finds.

use std::ops::Range;

use crate::diagnostic::{Code, Finding, Severity, catalogue};

/// Something found in a post. [`Finding::at`] gives it the place of the author's text in its file.
#[derive(Debug, Clone)]
pub struct Remark {
    /// What is wrong, why, and how to mend it.
    pub finding: Finding,
    /// Bytes of the post.
    pub range: Range<usize>,
}

/// The result of comparing a post with its clause.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// What was found, by place.
    pub remarks: Vec<Remark>,
    /// How much of the text, in per cent of the characters of its body, is not taken from the clause word for word.
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
    /// Whether a remark is an error, so that the post must not be exported.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.remarks.iter().any(|remark| remark.code().severity == Severity::Error)
    }

    /// What must stand under every result: what these checks cannot see.
    pub fn note() -> Finding {
        catalogue::post_needs_reader()
    }
}
