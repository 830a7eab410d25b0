//! The checks, one file each.
//!
//! Sentences that are word for word those of the clause get no remarks. The checks of form (brackets, links, hashtags, characters) look at
//! the whole post, the other checks at reworded text only.

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

use super::comparison::{Comparison, RewordedText};
use super::remark::{Remark, Report};
use crate::diagnostic::Finding;

type FaithfulnessCheck = fn(&Comparison<'_>, &mut Remarks);

/// The checks of the form of a post.
const FORM: &[FaithfulnessCheck] = &[bracket::check, link::check, tag::check, character::check];

/// The checks that compare reworded text with the clause.
const MEANING: &[FaithfulnessCheck] = &[
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

/// The remarks of all checks about one post.
#[derive(Default)]
pub(super) struct Remarks(Vec<Remark>);

impl Remarks {
    /// Adds a finding at bytes of the post. The same finding is added only once.
    fn push(&mut self, finding: Finding, range: Range<usize>) {
        let remark = Remark { finding, range };
        let same =
            |other: &Remark| other.code().id == remark.code().id && other.finding.text() == remark.finding.text();
        if !self.0.iter().any(same) {
            self.0.push(remark);
        }
    }

    /// Adds a finding about characters of a reworded text.
    fn push_at(&mut self, text: &RewordedText, range: Range<usize>, finding: impl FnOnce(&str) -> Finding) {
        self.push(finding(&text.text.string(range.clone())), text.bytes(range));
    }
}

/// Runs all checks.
pub(super) fn run(comparison: &Comparison<'_>) -> Report {
    let mut remarks = Remarks::default();
    FORM.iter().for_each(|check| check(comparison, &mut remarks));
    condition::provisos(comparison, &mut remarks);
    if !comparison.reworded.is_empty() {
        MEANING.iter().for_each(|check| check(comparison, &mut remarks));
    }
    let mut remarks = remarks.0;
    remarks.sort_by_key(|remark| (remark.range.start, remark.code().id));
    Report { remarks, reworded: word::share(comparison) }
}
