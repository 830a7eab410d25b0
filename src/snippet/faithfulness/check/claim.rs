//! Claims that the author adds: superlatives, things done or granted, amounts in words. Added emphasis gets a warning.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let hedged = comparison.source.text.of_class(Class::Hedge).next().is_some();
    let deeds: &[Class] =
        if hedged { &[Class::Fact, Class::Amount, Class::Action] } else { &[Class::Fact, Class::Amount] };
    for class in deeds {
        for (text, mark) in comparison.new_words(*class) {
            remarks.push_at(text, mark.range(), catalogue::post_claim);
        }
    }
    for (text, mark) in comparison.new_words(Class::Superlative) {
        remarks.push_at(text, mark.range(), catalogue::post_superlative);
    }
    for (text, mark) in comparison.new_words(Class::Emphasis) {
        remarks.push_at(text, mark.range(), catalogue::post_emphasis);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_added_claim_is_reported() {
        let clause = "導入を検討し、事業を見直すこと。";
        table(
            &["post-claim", "post-superlative", "post-emphasis"],
            &[
                (clause, "導入を検討し、事業を見直します。", ""),
                (clause, "導入を検討し、事業の見直しを決定します。", "post-claim"),
                (clause, "導入を実施します。", "post-claim"),
                (clause, "全国初の導入を検討します。", "post-superlative"),
                (clause, "導入を検討し、事業を大幅に見直します。", "post-emphasis"),
                ("事業を展開すること。", "事業を実施します。", ""),
                ("事業費を抑えること。", "事業費を半減します。", "post-claim"),
            ],
        );
    }
}
