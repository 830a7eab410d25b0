//! And and or: a post does not put 又は for 及び, or 及び for 又は.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let has = |class| comparison.source.text.of_class(class).next().is_some();
    for (class, other) in [(Class::Or, Class::And), (Class::And, Class::Or)] {
        if has(class) || !has(other) {
            continue;
        }
        for (text, mark) in comparison.words(class) {
            remarks.push_at(text, mark.range(), catalogue::post_conjunction);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_exchanged_conjunction_is_reported() {
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
