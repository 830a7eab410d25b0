//! Time: 年内, 来年度, 直ちに and the like promise when; the clause must say so.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::quantity::Value;
use crate::snippet::faithfulness::reading::{Reading, Unit};

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for (unit, mark) in reading.new_words(Class::Time).filter(|(unit, mark)| !is_this_year(reading, unit, mark)) {
        found.push(catalogue::post_time(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

/// 今年度, where the clause names the fiscal year of its document in numbers.
fn is_this_year(reading: &Reading<'_>, unit: &Unit, mark: &Mark) -> bool {
    let year = reading.source.setting.fiscal_year.map(i64::from);
    let this = matches!(unit.text.text(mark.start, mark.end).as_str(), "本年度" | "今年度" | "当年度");
    let named = reading.source.text.quantities.iter().chain(&reading.source.above.quantities);
    this && year.is_some()
        && named.into_iter().any(|other| matches!(other.value, Value::Date(date) if date.fiscal && date.year == year))
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn nothing_is_promised_for_a_time() {
        table(
            &["post-time"],
            &[
                ("今年度導入するシステムを活用すること。", "本年度導入するシステムを活用します。", ""),
                ("今年度導入するシステムを活用すること。", "来年度導入するシステムを活用します。", "post-time"),
                ("令和8年度の施策を推進すること。", "今年度の施策を推進します。", ""),
                ("計画の策定を進めること。", "年内に計画の策定を進めます。", "post-time"),
                ("速やかに協議すること。", "早急に協議します。", ""),
                ("速やかに協議すること。", "直ちに協議します。", "post-time"),
            ],
        );
    }
}
