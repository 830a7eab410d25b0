//! Conditions: a post keeps the case (場合は) or occasion (に当たっては) of a statement. It also keeps a proviso (ただし) if it keeps the
//! sentence that the proviso restricts.

use std::ops::Range;

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::folded::starts_with;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let stated = comparison.has_class(Class::Condition);
    let source = comparison.source;
    for mark in source.text.marks.iter().filter(|mark| matches!(mark.class, Class::Condition | Class::Occasion)) {
        let strict = mark.class == Class::Condition;
        let kept = comparison.keeps_any(mark) || stated || comparison.has_group(mark.group);
        let rest = mark.end..source.sentence_at(mark.start).end;
        if kept || comparison.kept_content(rest.clone(), mark) < 4 {
            continue;
        }
        if let Some(text) = comparison.reworded_from(rest).next() {
            let word = source.text.string(mark.start.saturating_sub(6)..mark.end);
            let finding = if strict { catalogue::post_condition(&word) } else { catalogue::post_occasion(&word) };
            remarks.push(finding, text.range.clone());
        }
    }
}

/// Reports provisos that are left out, also between verbatim sentences.
pub(super) fn provisos(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let source = comparison.source;
    for pair in source.sentences.windows(2) {
        let [rule, proviso] = [&source.text.chars()[pair[0].clone()], &source.text.chars()[pair[1].clone()]];
        if !starts_with(proviso, "ただし") {
            continue;
        }
        let said = |sentence: &[char]| {
            let verbatim = &mut comparison.verbatim.iter().map(Vec::as_slice);
            verbatim.any(|said| said == sentence || said == source.text.chars())
        };
        let touched = |range: &Range<usize>| range.clone().filter(|at| comparison.keeps(*at)).count() >= 4;
        if (said(rule) || touched(&pair[0])) && !said(proviso) && !touched(&pair[1]) {
            let text = comparison.reworded_from(pair[0].clone()).next();
            remarks.push(catalogue::post_proviso(), text.map_or(0..comparison.post.len(), |text| text.range.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_dropped_condition_is_reported() {
        let case = "予算を要することとなる場合は、速やかに財政部門と協議すること。";
        let occasion = "計画の改訂に当たっては、人口推計を踏まえて見直しを行うこと。";
        let proviso = "事業を見直すこと。ただし、防災事業を除く。";
        table(
            &["post-condition", "post-occasion", "post-proviso"],
            &[
                (case, "予算を要する場合、速やかに財政部門と協議します。", ""),
                (case, "速やかに財政部門と協議します。", "post-condition"),
                (occasion, "人口推計を踏まえて見直しを行います。", "post-occasion"),
                (occasion, "改訂に当たり、人口推計を踏まえて見直しを行います。", ""),
                (occasion, "改訂に当たっては人口推計を踏まえて見直しを行います。", ""),
                (proviso, "事業を見直すこと。", "post-proviso"),
                (proviso, proviso, ""),
            ],
        );
    }
}
