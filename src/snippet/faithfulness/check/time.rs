//! Time: 年内, 来年度, 直ちに and the like promise a time that the clause must also name.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::quantity::QuantityValue;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let words = comparison.new_words(Class::Time).filter(|(text, mark)| !is_this_year(comparison, text, mark));
    for (text, mark) in words {
        remarks.push_at(text, mark.range(), catalogue::post_time);
    }
}

/// True if a word means 今年度 and the clause names the fiscal year of its document in numbers.
fn is_this_year(comparison: &Comparison<'_>, text: &RewordedText, mark: &Mark) -> bool {
    let source = comparison.source;
    let year = source.context.fiscal_year.map(i64::from);
    let this = matches!(text.text.string(mark.range()).as_str(), "本年度" | "今年度" | "当年度");
    let mut named = source.text.quantities.iter().chain(&source.above.quantities);
    this && year.is_some()
        && named.any(|other| matches!(other.value, QuantityValue::Date(date) if date.fiscal && date.year == year))
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_added_time_is_reported() {
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
