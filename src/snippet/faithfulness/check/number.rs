//! Numbers and dates: each must be one of the clause, whatever the width, era or counter it is written in; and what limits it
//! (まで, 以上, 約) must be the same.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::quantity::{Bound, Date, Quantity, Value};
use crate::snippet::faithfulness::reading::{Reading, Unit};
use crate::snippet::faithfulness::source::Source;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        for quantity in &unit.text.quantities {
            compare(reading.source, unit, quantity, found);
        }
    }
}

fn compare(source: &Source<'_>, unit: &Unit, quantity: &Quantity, found: &mut Found) {
    let year = source.setting.fiscal_year.map(i64::from);
    let same = |other: &&Quantity| is_said_by(quantity.value, other.value, year);
    let bounds: Vec<Option<Bound>> = source.text.quantities.iter().filter(same).map(|other| other.bound).collect();
    let word = || unit.text.text(quantity.start, quantity.end);
    let place = unit.bytes(quantity.start, quantity.end);
    if bounds.is_empty() {
        if !source.above.quantities.iter().any(|other| same(&other)) && !is_this_year(quantity.value, year) {
            found.push(catalogue::post_number(&word()), place);
        }
    } else if !bounds.contains(&quantity.bound) {
        let finding =
            if quantity.bound.is_some() { catalogue::post_bound(&word()) } else { catalogue::post_bound_lost(&word()) };
        found.push(finding, place);
    }
}

/// Whether a number of the clause says all a number of the post says.
fn is_said_by(value: Value, other: Value, year: Option<i64>) -> bool {
    match (value, other) {
        (Value::Date(date), Value::Date(other)) => date.is_said_by(&other, year),
        (Value::Amount(value, unit), Value::Amount(other, its)) => {
            value == other && (unit == its || unit.0.is_none() || its.0.is_none())
        }
        _ => false,
    }
}

/// Whether a date is the fiscal year of the document, which every post may name.
fn is_this_year(value: Value, year: Option<i64>) -> bool {
    matches!(value, Value::Date(Date { year: named, fiscal: true, month: None, day: None }) if named == year)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn numbers_are_those_of_the_clause() {
        table(
            &["post-number", "post-bound", "post-bound-lost"],
            &[
                ("2050年までに実質ゼロとすること。", "２０５０年までに実質ゼロとします。", ""),
                ("2050年までに実質ゼロとすること。", "2030年までに実質ゼロとします。", "post-number"),
                ("2050年までに実質ゼロとすること。", "2050年から実質ゼロとします。", "post-bound"),
                ("2050年までに実質ゼロとすること。", "2050年に実質ゼロとします。", "post-bound-lost"),
                ("令和8年3月19日に表明した。", "2026年3月19日に表明した。", ""),
                ("令和8年3月19日に表明した。", "3月19日に表明した。", ""),
                ("令和8年3月19日に表明した。", "3月9日に表明した。", "post-number"),
                ("４月初旬に実施する。", "4月上旬に実施する。", ""),
                ("４月初旬に実施する。", "令和8年4月に実施する。", ""),
                ("４月初旬に実施する。", "4月10日に実施する。", "post-number"),
                ("１割を目指す。", "10％を目指す。", ""),
                ("2,000円とする。", "2千円とする。", ""),
                ("3割以上とする。", "3割以下とする。", "post-bound"),
                ("本年度に進める。", "令和8年度に進める。", ""),
                ("情報を発信する。", "情報を3倍発信する。", "post-number"),
            ],
        );
    }
}
