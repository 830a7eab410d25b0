//! Scope: 全て and 必ず that the clause does not have widen it; 一部 and のみ narrow it.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::lexicon::{Class, Mark};

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for (text, mark) in comparison.new_words(Class::Universal) {
        remarks.push_at(text, mark.range(), catalogue::post_scope_wider);
    }
    for class in [Class::LimitNext, Class::LimitRest, Class::LimitBefore] {
        for (text, mark) in comparison.new_words(class) {
            remarks.push_at(text, mark.range(), catalogue::post_scope_narrower);
        }
    }
    let known = comparison.words(Class::Universal).filter(|(_, mark)| comparison.source.text.has_group(mark.group));
    for (text, mark) in known.filter(|(text, mark)| !is_in_its_place(text, mark)) {
        remarks.push_at(text, mark.range(), catalogue::post_scope_moved);
    }
}

/// True if a word comes from the clause together with words beside it.
fn is_in_its_place(text: &RewordedText, mark: &Mark) -> bool {
    text.tiles.iter().any(|tile| {
        let beside = if mark.end - mark.start > 2 { 1 } else { 2 };
        let ahead = tile.at + beside <= mark.start && mark.end <= tile.end();
        let after = tile.at <= mark.start && mark.end + beside <= tile.end();
        ahead || after
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_changed_scope_is_reported() {
        let all = "全ての取組において脱炭素の視点を取り入れ、公共施設への導入を推進すること。";
        table(
            &["post-scope-wider", "post-scope-narrower", "post-scope-moved"],
            &[
                (all, "すべての取組において脱炭素の視点を取り入れます。", ""),
                (all, "全ての公共施設への導入を推進します。", "post-scope-moved"),
                (all, "一部の公共施設への導入を推進します。", "post-scope-narrower"),
                ("公共施設への導入を推進すること。", "全ての公共施設への導入を推進します。", "post-scope-wider"),
                ("公共施設への導入を推進すること。", "必ず公共施設への導入を推進します。", "post-scope-wider"),
                ("公共施設への導入を推進すること。", "公共施設のみ導入を推進します。", "post-scope-narrower"),
            ],
        );
    }
}
