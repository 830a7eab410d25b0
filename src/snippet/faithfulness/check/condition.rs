//! Conditions: what holds in a case (場合は) or on an occasion (に当たっては) is not said to hold always; and a proviso (ただし) is not left
//! out when what it restricts is said.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::starts_with;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let stated = reading.has_class(Class::Condition);
    let source = reading.source;
    for mark in source.text.marks.iter().filter(|mark| matches!(mark.class, Class::Condition | Class::Occasion)) {
        let strict = mark.class == Class::Condition;
        let kept = (mark.start..mark.end).any(|at| reading.keeps(at)) || stated || reading.has_group(mark.group);
        let rest = mark.end..source.sentence_at(mark.start).end;
        if kept || reading.kept_content(rest.clone(), mark) < 4 {
            continue;
        }
        if let Some(unit) = reading.unit_from(rest) {
            let word = source.text.text(mark.start.saturating_sub(6), mark.end);
            let finding = if strict { catalogue::post_condition(&word) } else { catalogue::post_occasion(&word) };
            found.push(finding, unit.range.clone());
        }
    }
}

/// Provisos that are left out; verbatim sentences are looked at, too.
pub(super) fn provisos(reading: &Reading<'_>, found: &mut Found) {
    let source = reading.source;
    for pair in source.sentences.windows(2) {
        let [rule, proviso] = [&source.text.chars()[pair[0].clone()], &source.text.chars()[pair[1].clone()]];
        if !starts_with(proviso, "ただし") {
            continue;
        }
        let said = |sentence: &[char]| {
            reading
                .verbatim
                .iter()
                .any(|passage| passage.as_slice() == sentence || passage.as_slice() == source.text.chars())
        };
        let touched = |range: &std::ops::Range<usize>| range.clone().filter(|at| reading.keeps(*at)).count() >= 4;
        if (said(rule) || touched(&pair[0])) && !said(proviso) && !touched(&pair[1]) {
            let place = reading.unit_from(pair[0].clone()).map_or(0..reading.post.len(), |unit| unit.range.clone());
            found.push(catalogue::post_proviso(), place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn conditions_are_stated() {
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
