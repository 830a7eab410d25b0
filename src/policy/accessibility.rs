//! What a site says about its accessibility, and who has tested what.

use super::WrittenDate;

/// The accessibility policy of a site (JIS X 8341-3:2016, JA.1) and its tests (JB.3.1).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accessibility {
    /// The day of the policy.
    pub decided: Option<WrittenDate>,
    /// The level aimed at: `A`, `AA` or `AAA`.
    pub level: String,
    /// By when, if there is a date.
    pub due: Option<WrittenDate>,
    /// What is outside the policy, in words.
    pub excluded: Vec<String>,
    /// What is known not to be accessible yet, and what will be done about it.
    pub issues: Vec<String>,
    /// The tests of each year, the newest first.
    pub tests: Vec<AccessibilityTest>,
}

/// The test of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessibilityTest {
    /// Which.
    pub year: i16,
    /// The day on which the result was stated.
    pub stated: Option<WrittenDate>,
    /// Its first day.
    pub from: Option<WrittenDate>,
    /// Its last day.
    pub until: Option<WrittenDate>,
    /// What people have looked at and signed.
    pub signed: Vec<SignedResult>,
}

/// What a person found out about a success criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedResult {
    /// `1.1.1`
    pub criterion: String,
    /// What was found.
    pub outcome: CriterionOutcome,
    /// Who looked.
    pub by: String,
    /// When.
    pub on: WrittenDate,
    /// A remark.
    pub note: Option<String>,
}

/// Whether a success criterion is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriterionOutcome {
    /// Met.
    Passed,
    /// Not met.
    Failed,
    /// There is nothing it applies to.
    Inapplicable,
}
