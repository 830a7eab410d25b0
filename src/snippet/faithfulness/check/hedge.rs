//! Hedges: a clause with 努める, 検討する or 可能な限り promises less than one without it. A post that keeps the words beside a hedge keeps
//! the hedge. Only a heading above the verbatim sentence need not.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::lexicon::{Class, Mark};

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for mark in comparison.source.text.of_class(Class::Hedge) {
        if !comparison.keeps_any(mark) && !comparison.has_group(mark.group) {
            dropped(comparison, mark, remarks);
        }
    }
    let added = comparison.new_words(Class::Hedge);
    for (text, mark) in added.filter(|_| comparison.source.text.of_class(Class::Hedge).next().is_none()) {
        remarks.push_at(text, mark.range(), catalogue::post_hedge_added);
    }
}

/// Reports a hedge that the reworded text lacks.
fn dropped(comparison: &Comparison<'_>, mark: &Mark, remarks: &mut Remarks) {
    let source = comparison.source;
    let word = source.text.string(mark.range());
    let (part, sentence) = (source.part_at(mark.start), source.sentence_at(mark.start));
    let near = comparison.kept_content(part.clone(), mark) >= 2;
    let far = part.end == sentence.end && comparison.kept_content(sentence.clone(), mark) >= 4;
    let from = if near { part } else { sentence.clone() };
    let sentence = &source.text.chars()[sentence];
    let is_verbatim = comparison.verbatim.iter().any(|said| said.as_slice() == sentence);
    let mut texts = comparison.reworded_from(from).filter(|text| !(is_verbatim && text.is_heading()));
    let Some(text) = texts.next() else { return };
    if near && comparison.new_words(Class::Hedge).next().is_some() {
        remarks.push(catalogue::post_hedge_changed(&word), text.range.clone());
    } else if near {
        remarks.push(catalogue::post_hedge(&word), text.range.clone());
    } else if far {
        remarks.push(catalogue::post_hedge_far(&word), text.range.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_changed_hedge_is_reported() {
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
