//! Scope: 全て and 必ず the clause does not say make it wider, 一部 and のみ make it narrower.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::reading::{Reading, Unit};

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for (unit, mark) in reading.new_words(Class::Universal) {
        found
            .push(catalogue::post_scope_wider(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
    for class in [Class::LimitNext, Class::LimitRest, Class::LimitBefore] {
        for (unit, mark) in reading.new_words(class) {
            found.push(
                catalogue::post_scope_narrower(&unit.text.text(mark.start, mark.end)),
                unit.bytes(mark.start, mark.end),
            );
        }
    }
    let known = reading.words(Class::Universal).filter(|(_, mark)| reading.source.text.has_group(mark.group));
    for (unit, mark) in known.filter(|(unit, mark)| !is_in_its_place(unit, mark)) {
        found
            .push(catalogue::post_scope_moved(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

/// Whether a word comes from the clause together with words beside it.
fn is_in_its_place(unit: &Unit, mark: &Mark) -> bool {
    unit.tiles.iter().any(|tile| {
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
    fn scope_stays() {
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
