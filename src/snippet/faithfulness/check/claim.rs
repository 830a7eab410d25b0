//! Claims of the author's own: superlatives, things done or granted, amounts in words; and, as a warning, emphasis.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let hedged = reading.source.text.of_class(Class::Hedge).next().is_some();
    let deeds: &[Class] =
        if hedged { &[Class::Fact, Class::Amount, Class::Action] } else { &[Class::Fact, Class::Amount] };
    for class in deeds {
        for (unit, mark) in reading.new_words(*class) {
            found.push(catalogue::post_claim(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
        }
    }
    for (unit, mark) in reading.new_words(Class::Superlative) {
        found
            .push(catalogue::post_superlative(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
    for (unit, mark) in reading.new_words(Class::Emphasis) {
        found.push(catalogue::post_emphasis(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn nothing_is_claimed_besides() {
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
