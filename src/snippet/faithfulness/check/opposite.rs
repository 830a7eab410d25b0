//! Opposites: 減らす where the clause has 増やす, 廃止 where it has 継続. The pairs are a table of the lexicon.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::reading::Reading;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let source = reading.source;
    for unit in &reading.units {
        for mark in &unit.text.poles {
            let own = !source.text.has_side(mark.group) && !source.above.has_side(mark.group);
            let contrary = source.text.poles.iter().find(|other| other.group == mark.group ^ 1);
            if let Some(contrary) = contrary.filter(|_| own) {
                let words = (unit.text.text(mark.start, mark.end), source.text.text(contrary.start, contrary.end));
                found.push(catalogue::post_opposite(&words.0, &words.1), unit.bytes(mark.start, mark.end));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn the_contrary_is_not_said() {
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
