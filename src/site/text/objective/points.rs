//! The values of an indicator, in the order in which they are read.

use crate::policy::{Indicator, Point};
use crate::site::frame::words::Words;

/// Where a value belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PointRole {
    Baseline,
    Actual,
    Interim,
    Target,
}

impl PointRole {
    pub(super) fn name<'a>(self, words: &'a Words<'_>) -> &'a str {
        match self {
            Self::Baseline => words.baseline,
            Self::Actual => words.actual,
            Self::Interim => words.interim,
            Self::Target => words.target,
        }
    }
}

/// All values of an indicator: baseline, interim targets, target, actuals.
pub(super) fn points(indicator: &Indicator) -> impl Iterator<Item = (PointRole, &Point)> {
    let one = |kind, point| std::iter::once((kind, point));
    one(PointRole::Baseline, &indicator.baseline)
        .chain(indicator.interim.iter().map(|point| (PointRole::Interim, point)))
        .chain(one(PointRole::Target, &indicator.target))
        .chain(indicator.actuals.iter().map(|point| (PointRole::Actual, point)))
}
