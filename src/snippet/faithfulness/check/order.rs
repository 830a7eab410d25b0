//! Order: the passages a sentence takes from one sentence of the clause stand in the same order there, or who does what and
//! which is the cause may have been exchanged; and a cause the clause does not name is not put in.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::align::Tile;
use crate::snippet::faithfulness::folded::is_content;
use crate::snippet::faithfulness::lexicon::Class;
use crate::snippet::faithfulness::reading::{Reading, Unit};

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        let tiles: Vec<&Tile> = unit.tiles.iter().filter(|tile| is_substantial(unit, tile)).collect();
        let of_term =
            |tile: &Tile| unit.known.iter().find(|name| name.term && name.start < tile.end() && tile.at < name.end);
        let exchanged = tiles.windows(2).find(|pair| {
            let sentence = reading.source.sentence_at(pair[0].from);
            // LCC（ライフサイクルコスト） may be turned round.
            let same_term =
                of_term(pair[0]).is_some_and(|term| of_term(pair[1]).is_some_and(|other| other.id == term.id));
            pair[1].from < pair[0].from && sentence.contains(&pair[1].from) && !same_term
        });
        if let Some(pair) = exchanged {
            let words = (unit.text.text(pair[1].at, pair[1].end()), unit.text.text(pair[0].at, pair[0].end()));
            found.push(catalogue::post_order(&words.0, &words.1), unit.bytes(pair[0].at, pair[1].end()));
        }
    }
    for (unit, mark) in reading.new_words(Class::Cause) {
        found.push(catalogue::post_cause(&unit.text.text(mark.start, mark.end)), unit.bytes(mark.start, mark.end));
    }
}

/// Whether a passage is long enough to have a place.
fn is_substantial(unit: &Unit, tile: &Tile) -> bool {
    unit.text.chars()[tile.at..tile.end()].iter().filter(|c| is_content(**c)).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn order_stays() {
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
