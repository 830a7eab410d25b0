//! And and or: 又は where the clause has 及び, or the reverse.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let has = |class| reading.source.text.of_class(class).next().is_some();
    for (class, other) in [(Class::Or, Class::And), (Class::And, Class::Or)] {
        if has(class) || !has(other) {
            continue;
        }
        for (unit, mark) in reading.words(class) {
            found.push(
                catalogue::post_conjunction(&unit.text.text(mark.start, mark.end)),
                unit.bytes(mark.start, mark.end),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn and_is_not_or() {
        table(
            &["post-conjunction"],
            &[
                ("知識及び能力の向上を図ること。", "知識および能力の向上を図ります。", ""),
                ("知識及び能力の向上を図ること。", "知識又は能力の向上を図ります。", "post-conjunction"),
                ("市長又は教育長に提出すること。", "市長及び教育長に提出します。", "post-conjunction"),
                ("知識と能力の向上を図ること。", "知識及び能力の向上を図ります。", ""),
            ],
        );
    }
}
