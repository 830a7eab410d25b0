//! Numbers and dates: each must be one of the clause, in any width, era or counter. The word that limits it (まで, 以上, 約) must be the
//! same.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::quantity::{Bound, PartialDate, Quantity, QuantityValue};
use crate::snippet::faithfulness::source::SourceClause;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for text in &comparison.reworded {
        for quantity in &text.text.quantities {
            compare(comparison.source, text, quantity, remarks);
        }
    }
}

fn compare(source: &SourceClause<'_>, text: &RewordedText, quantity: &Quantity, remarks: &mut Remarks) {
    let year = source.context.fiscal_year.map(i64::from);
    let same = |other: &&Quantity| is_said_by(quantity.value, other.value, year);
    let bounds: Vec<Option<Bound>> = source.text.quantities.iter().filter(same).map(|other| other.bound).collect();
    let range = quantity.start..quantity.end;
    if bounds.is_empty() {
        if !source.above.quantities.iter().any(|other| same(&other)) && !is_this_year(quantity.value, year) {
            remarks.push_at(text, range, catalogue::post_number);
        }
    } else if !bounds.contains(&quantity.bound) {
        let finding = if quantity.bound.is_some() { catalogue::post_bound } else { catalogue::post_bound_lost };
        remarks.push_at(text, range, finding);
    }
}

/// True if a number of the clause (`other`) says all that a number of the post says.
fn is_said_by(value: QuantityValue, other: QuantityValue, year: Option<i64>) -> bool {
    match (value, other) {
        (QuantityValue::Date(date), QuantityValue::Date(other)) => date.is_said_by(&other, year),
        (QuantityValue::Amount(value, unit), QuantityValue::Amount(other, its)) => {
            value == other && (unit == its || unit.0.is_none() || its.0.is_none())
        }
        _ => false,
    }
}

/// True if a date is the fiscal year of the document, which every post may name.
fn is_this_year(value: QuantityValue, year: Option<i64>) -> bool {
    let this_year = PartialDate { year, fiscal: true, month: None, day: None };
    matches!(value, QuantityValue::Date(date) if date == this_year)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_number_that_is_not_in_the_clause_is_reported() {
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
