//! The progress of an indicator, by one stated formula.

use std::cmp::Ordering;

use super::{Direction, Indicator, Point};

/// (actual − baseline) ÷ (target − baseline), with the three numbers it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress<'a> {
    /// The baseline.
    pub baseline: &'a Point,
    /// The last actual.
    pub actual: &'a Point,
    /// The target.
    pub target: &'a Point,
    /// In tenths of a percent, rounded half away from zero; below 0 or above 1000 where the figures are so.
    pub permille: i64,
}

/// Why no progress can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressGap {
    /// The direction is to keep or to finish, or not stated: the formula says nothing there.
    Direction,
    /// There is no number for the baseline.
    Baseline,
    /// There is no number for the target.
    Target,
    /// There is no number for an actual.
    Actual,
    /// Baseline and target are the same number.
    SameNumbers,
    /// The target lies on the wrong side of the baseline.
    WrongSide,
}

impl Indicator {
    /// The progress of the last actual.
    ///
    /// # Errors
    /// [`ProgressGap`] says what is missing for the formula.
    pub fn progress(&self) -> Result<Progress<'_>, ProgressGap> {
        let direction = self.direction.given().ok_or(ProgressGap::Direction)?;
        let wanted = match direction {
            Direction::Up => Ordering::Greater,
            Direction::Down => Ordering::Less,
            Direction::Keep | Direction::Done => return Err(ProgressGap::Direction),
        };
        let baseline = self.baseline.number().ok_or(ProgressGap::Baseline)?;
        let target = self.target.number().ok_or(ProgressGap::Target)?;
        let latest = self.latest().ok_or(ProgressGap::Actual)?;
        let actual = latest.number().ok_or(ProgressGap::Actual)?;
        match target.compare(baseline) {
            Ordering::Equal => return Err(ProgressGap::SameNumbers),
            side if side != wanted => return Err(ProgressGap::WrongSide),
            _ => {}
        }
        let done = actual.millionths() - baseline.millionths();
        let whole = target.millionths() - baseline.millionths();
        let permille = i64::try_from(rounded(done * 1000, whole)).map_err(|_| ProgressGap::Actual)?;
        Ok(Progress { baseline: &self.baseline, actual: latest, target: &self.target, permille })
    }
}

/// Tells if an actual is as good as a target, as far as numbers can tell.
#[must_use]
pub fn reaches(direction: Direction, actual: &Point, target: &Point) -> Option<bool> {
    let order = actual.number()?.compare(target.number()?);
    match direction {
        Direction::Up => Some(order.is_ge()),
        Direction::Down => Some(order.is_le()),
        Direction::Keep | Direction::Done => None,
    }
}

/// Division, rounded half away from zero.
fn rounded(dividend: i128, divisor: i128) -> i128 {
    let (quotient, rest) = (dividend / divisor, dividend % divisor);
    let away = if (dividend < 0) == (divisor < 0) { 1 } else { -1 };
    if rest.abs() * 2 >= divisor.abs() { quotient + away } else { quotient }
}

impl Progress<'_> {
    /// In percent, with one digit after the point: `62.5`.
    #[must_use]
    pub fn percent(&self) -> String {
        let sign = if self.permille < 0 { "-" } else { "" };
        let tenths = self.permille.unsigned_abs();
        format!("{sign}{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Decimal, Quantity, Stated};
    use super::*;
    use crate::diagnostic::Located;

    fn point(number: &str) -> Point {
        let value = Decimal::parse(number).map(|number| Stated::Given(Located::new(Quantity::Number(number), 0..0)));
        Point { value: value.unwrap_or_default(), ..Point::unset(0..0) }
    }

    fn indicator(direction: Direction, baseline: &str, target: &str, actual: &str) -> Indicator {
        Indicator {
            name: Located::new("登録者数".to_owned(), 0..0),
            kind: Stated::default(),
            unit: Stated::default(),
            direction: Stated::Given(direction),
            baseline: point(baseline),
            interim: Vec::new(),
            target: point(target),
            actuals: vec![point(actual)],
            judged: None,
            range: 0..0,
        }
    }

    #[test]
    fn the_formula() {
        for (direction, baseline, target, actual, expected) in [
            (Direction::Up, "10000", "12000", "11250", Ok("62.5")),
            (Direction::Up, "10000", "12000", "9000", Ok("-50.0")),
            (Direction::Up, "0", "3", "1", Ok("33.3")),
            (Direction::Up, "0", "3", "2", Ok("66.7")),
            (Direction::Up, "0", "3", "4.5", Ok("150.0")),
            (Direction::Down, "20.0", "10", "15", Ok("50.0")),
            (Direction::Down, "20", "10", "20", Ok("0.0")),
            (Direction::Up, "0", "2000", "1", Ok("0.1")),
            (Direction::Up, "0", "2000", "-1", Ok("-0.1")),
            (Direction::Up, "10", "10", "10", Err(ProgressGap::SameNumbers)),
            (Direction::Up, "10", "9", "10", Err(ProgressGap::WrongSide)),
            (Direction::Down, "10", "11", "10", Err(ProgressGap::WrongSide)),
            (Direction::Keep, "10", "10", "10", Err(ProgressGap::Direction)),
            (Direction::Up, "", "10", "5", Err(ProgressGap::Baseline)),
            (Direction::Up, "1", "", "5", Err(ProgressGap::Target)),
            (Direction::Up, "1", "10", "", Err(ProgressGap::Actual)),
            (Direction::Up, "-999999999999", "999999999999", "0", Ok("50.0")),
        ] {
            let indicator = indicator(direction, baseline, target, actual);
            let percent = indicator.progress().map(|progress| progress.percent());
            assert_eq!(percent.as_deref().map_err(|gap| *gap), expected, "{baseline} {target} {actual}");
        }
    }
}
