//! Opposites: a post does not say 減らす where the clause says 増やす, or 廃止 where it says 継続. The pairs are a table of the lexicon.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let source = comparison.source;
    for text in &comparison.reworded {
        for mark in &text.text.poles {
            let own = !source.text.has_side(mark.group) && !source.above.has_side(mark.group);
            let contrary = source.text.poles.iter().find(|other| other.group == mark.group ^ 1);
            if let Some(contrary) = contrary.filter(|_| own) {
                let contrary = source.text.string(contrary.range());
                remarks.push_at(text, mark.range(), |word| catalogue::post_opposite(word, &contrary));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_opposite_is_reported() {
        table(
            &["post-opposite"],
            &[
                ("登録者を増やすこと。", "登録者を増やします。", ""),
                ("登録者を増やすこと。", "登録者を減らします。", "post-opposite"),
                ("事業を継続すること。", "事業を廃止します。", "post-opposite"),
                ("縮小、廃止も視野に見直すこと。", "廃止も視野に見直します。", ""),
                ("職員が自発的に推進すること。", "職員が受動的に推進します。", "post-opposite"),
            ],
        );
    }
}
