//! Order: passages that a sentence takes from one sentence of the clause keep their order. Otherwise actors may change places, or cause and
//! effect. A post also adds no cause that the clause does not name.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::align::Tile;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::lexicon::Class;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for text in &comparison.reworded {
        let tiles: Vec<&Tile> = text.tiles.iter().filter(|tile| is_substantial(text, tile)).collect();
        let of_term =
            |tile: &Tile| text.known.iter().find(|name| name.term && name.start < tile.end() && tile.at < name.end);
        let exchanged = tiles.windows(2).find(|pair| {
            let sentence = comparison.source.sentence_at(pair[0].from);
            // The two parts of LCC（ライフサイクルコスト） may change places.
            let same_term =
                of_term(pair[0]).is_some_and(|term| of_term(pair[1]).is_some_and(|other| other.id == term.id));
            pair[1].from < pair[0].from && sentence.contains(&pair[1].from) && !same_term
        });
        if let Some(&[first, second]) = exchanged {
            let word = |tile: &Tile| text.text.string(tile.at..tile.end());
            remarks.push(catalogue::post_order(&word(second), &word(first)), text.bytes(first.at..second.end()));
        }
    }
    for (text, mark) in comparison.new_words(Class::Cause) {
        remarks.push_at(text, mark.range(), catalogue::post_cause);
    }
}

/// True if a passage is long enough for its order to matter.
fn is_substantial(text: &RewordedText, tile: &Tile) -> bool {
    text.text.chars()[tile.at..tile.end()].iter().filter(|c| is_content(**c)).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_changed_order_and_an_added_cause_are_reported() {
        let clause = "デジタル技術の活用により、業務の効率化に取り組むこと。";
        table(
            &["post-order", "post-cause"],
            &[
                (clause, "デジタル技術を活用し、業務の効率化に取り組みます。", ""),
                (clause, "業務の効率化により、デジタル技術の活用に取り組みます。", "post-order"),
                (clause, "そのため、業務の効率化に取り組みます。", "post-cause"),
            ],
        );
    }
}
