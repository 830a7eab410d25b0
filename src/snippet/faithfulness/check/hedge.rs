//! Hedges: a clause that says 努める, 検討する or 可能な限り promises less than one without it. A post that takes up what stands
//! beside a hedge keeps the hedge; a mere heading above the sentence word for word need not.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for mark in reading.source.text.of_class(Class::Hedge) {
        if !(mark.start..mark.end).any(|at| reading.keeps(at)) && !reading.has_group(mark.group) {
            dropped(reading, mark, found);
        }
    }
    let added = reading.new_words(Class::Hedge);
    for (unit, mark) in added.filter(|_| reading.source.text.of_class(Class::Hedge).next().is_none()) {
        found
            .push(catalogue::post_hedge_added(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

/// A hedge the reworded text has not.
fn dropped(reading: &Reading<'_>, mark: &Mark, found: &mut Found) {
    let source = reading.source;
    let word = source.text.text(mark.start, mark.end);
    let (part, sentence) = (source.part_at(mark.start), source.sentence_at(mark.start));
    let near = reading.kept_content(part.clone(), mark) >= 2;
    let far = part.end == sentence.end && reading.kept_content(sentence.clone(), mark) >= 4;
    let from = if near { part } else { sentence.clone() };
    let verbatim = reading.verbatim.iter().any(|passage| passage.as_slice() == &source.text.chars()[sentence.clone()]);
    let mut units = reading.units_from(from).filter(|unit| !(verbatim && unit.is_head()));
    let Some(unit) = units.next() else { return };
    if near && reading.new_words(Class::Hedge).next().is_some() {
        found.push(catalogue::post_hedge_changed(&word), unit.range.clone());
    } else if near {
        found.push(catalogue::post_hedge(&word), unit.range.clone());
    } else if far {
        found.push(catalogue::post_hedge_far(&word), unit.range.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn hedges_are_kept() {
        let effort = "登録者を増やすとともに、情報発信が推進されるよう努めること。";
        let review = "事業は、統合、廃止も視野に見直すこと。";
        table(
            &["post-hedge", "post-hedge-changed", "post-hedge-far", "post-hedge-added"],
            &[
                (effort, "情報発信が推進されるよう努めます。", ""),
                (effort, "情報発信を推進します。", "post-hedge"),
                (effort, "情報発信の推進を検討します。", "post-hedge-changed"),
                (effort, "登録者を増やします。", "post-hedge-far"),
                (effort, "全庁的な情報発信\n登録者を増やすとともに、情報発信が推進されるよう努めること。", ""),
                (
                    effort,
                    "情報発信を推進します\n登録者を増やすとともに、情報発信が推進されるよう努めること。",
                    "post-hedge",
                ),
                (review, "廃止も視野に事業を見直します。", ""),
                (review, "事業を廃止します。", "post-hedge"),
                ("超過勤務を可能な限りゼロに近づける。", "超過勤務をできる限りゼロに近づけます。", ""),
                ("施策を推進すること。", "施策の推進に努めます。", "post-hedge-added"),
            ],
        );
    }
}
