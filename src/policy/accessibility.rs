//! The accessibility policy of a site and the results that people have signed.

use super::WrittenDate;

/// The accessibility policy of a site (JIS X 8341-3:2016, JA.1) and its tests (JB.3.1).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accessibility {
    /// The day of the policy.
    pub decided: Option<WrittenDate>,
    /// The level aimed at: `A`, `AA` or `AAA`.
    pub level: String,
    /// The date by which the level is to be reached, if there is one.
    pub due: Option<WrittenDate>,
    /// Parts of the site outside the policy, in words.
    pub excluded: Vec<String>,
    /// Known barriers and the plan to remove them, in words.
    pub issues: Vec<String>,
    /// The tests of each year, the newest first.
    pub tests: Vec<AccessibilityTest>,
}

/// The test of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessibilityTest {
    /// The standard and its level, in words.
    pub year: i16,
    /// The day on which the result was stated.
    pub stated: Option<WrittenDate>,
    /// The first day of the test.
    pub from: Option<WrittenDate>,
    /// The last day of the test.
    pub until: Option<WrittenDate>,
    /// The results that people have signed.
    pub signed: Vec<SignedResult>,
}

/// The result of a person's test of a success criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedResult {
    /// `1.1.1`
    pub criterion: String,
    /// The outcome.
    pub outcome: CriterionOutcome,
    /// The person who tested.
    pub by: String,
    /// The day of the test.
    pub on: WrittenDate,
    /// A remark in words.
    pub note: Option<String>,
}

/// The outcome for a success criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriterionOutcome {
    /// The criterion is met.
    Passed,
    /// The criterion is not met.
    Failed,
    /// It applies to nothing on the site.
    Inapplicable,
}
