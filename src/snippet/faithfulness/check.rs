//! The checks, one file each.
//!
//! Sentences that are word for word those of the clause are never complained about; all checks but those of form (brackets,
//! link, tags, characters) look at what is reworded only.

mod actor;
mod bracket;
mod character;
mod claim;
mod condition;
mod conjunction;
mod duty;
mod ending;
mod foreign;
mod hedge;
mod limit;
mod link;
mod name;
mod negation;
mod number;
mod opposite;
mod order;
mod purpose;
mod quotation;
mod role;
mod scope;
mod tag;
mod tense;
#[cfg(test)]
mod testing;
mod time;
mod word;

use std::ops::Range;

use super::reading::Reading;
use super::remark::{Remark, Report};
use crate::diagnostic::Finding;

/// A check.
type Check = fn(&Reading<'_>, &mut Found);

/// Those that look at how a post is made.
const FORM: &[Check] = &[bracket::check, link::check, tag::check, character::check];

/// Those that compare what is reworded with the clause.
const MEANING: &[Check] = &[
    number::check,
    quotation::check,
    name::check,
    foreign::check,
    hedge::check,
    tense::check,
    purpose::check,
    negation::check,
    opposite::check,
    actor::check,
    role::check,
    limit::check,
    scope::check,
    claim::check,
    time::check,
    condition::check,
    order::check,
    conjunction::check,
    duty::check,
    ending::check,
    word::check,
];

/// What checks report to.
#[derive(Default)]
pub(super) struct Found(Vec<Remark>);

impl Found {
    /// Reports a finding at bytes of the post; the same finding is reported once.
    fn push(&mut self, finding: Finding, range: Range<usize>) {
        let remark = Remark { finding, range };
        let same =
            |other: &Remark| other.code().id == remark.code().id && other.finding.text() == remark.finding.text();
        if !self.0.iter().any(same) {
            self.0.push(remark);
        }
    }
}

/// Runs all checks.
pub(super) fn run(reading: &Reading<'_>) -> Report {
    let mut found = Found::default();
    FORM.iter().for_each(|check| check(reading, &mut found));
    condition::provisos(reading, &mut found);
    if !reading.units.is_empty() {
        MEANING.iter().for_each(|check| check(reading, &mut found));
    }
    let mut remarks = found.0;
    remarks.sort_by_key(|remark| (remark.range.start, remark.code().id));
    Report { remarks, reworded: word::share(reading) }
}
