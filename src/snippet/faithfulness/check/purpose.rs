//! Purposes: what a clause aims at (～の実現に向け, ～できるように) is not something it says will be done or can be done.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::{is_kanji, starts_with};
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::passage::find;
use crate::snippet::faithfulness::reading::{Reading, Unit};

/// What makes a deed of a noun.
const DEEDS: &[&str] = &["し", "す", "さ", "を果た", "を成", "を行", "をし", "させ", "!"];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for mark in reading.source.text.of_class(Class::Purpose) {
        promoted(reading, mark, found);
    }
    for unit in &reading.units {
        ability(reading, unit, found);
    }
}

/// A noun that is only aimed at in the clause, and a deed in the post.
fn promoted(reading: &Reading<'_>, mark: &Mark, found: &mut Found) {
    let clause = reading.source.text.chars();
    let Some(noun) = mark.start.checked_sub(2).map(|start| &clause[start..mark.start]) else { return };
    if !noun.iter().all(|c| is_kanji(*c)) || is_deed(clause, noun).is_some() {
        return;
    }
    for unit in &reading.units {
        if let Some(at) = is_deed(unit.text.chars(), noun) {
            let word: String = noun.iter().collect();
            let aim = reading.source.text.text(mark.start, mark.end);
            found.push(catalogue::post_purpose(&word, &aim), unit.bytes(at, at + noun.len()));
        }
    }
}

/// Where a noun is a deed.
fn is_deed(chars: &[char], noun: &[char]) -> Option<usize> {
    let mut offset = 0;
    while let Some(at) = find(&chars[offset..], noun).map(|at| at + offset) {
        let rest = &chars[at + noun.len()..];
        if rest.is_empty() || rest == ['。'] || DEEDS.iter().any(|deed| starts_with(rest, deed)) {
            return Some(at);
        }
        offset = at + 1;
    }
    None
}

/// できます, where the clause has できる only as what is aimed at, or not at all.
fn ability(reading: &Reading<'_>, unit: &Unit, found: &mut Found) {
    let own = places(unit.text.chars()).find(|at| !starts_with(&unit.text.chars()[at + 3..], "よう"));
    let clause = reading.source.text.chars();
    if let Some(at) = own
        && !places(clause).any(|at| !starts_with(&clause[at + 3..], "よう"))
    {
        found.push(catalogue::post_ability(), unit.bytes(at, at + 3));
    }
}

/// Where できる or できます stand.
fn places(chars: &[char]) -> impl Iterator<Item = usize> + '_ {
    let can = |at: &usize| matches!(chars[*at..*at + 3], ['で', 'き', 'る' | 'ま']);
    let limit = |at: &usize| starts_with(&chars[*at..], "できる限り") || starts_with(&chars[*at..], "できるだけ");
    (0..chars.len().saturating_sub(2)).filter(can).filter(move |at| !limit(at))
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn aims_are_not_deeds() {
        let aim = "ワーク・ライフ・バランスの実現に向けた働き方改革を推進すること。";
        let can = "情報を容易に入手できるように登録者を増やすこと。";
        table(
            &["post-purpose", "post-ability"],
            &[
                (aim, "ワーク・ライフ・バランスの実現に向けて改革を推進します。", ""),
                (aim, "ワーク・ライフ・バランスを実現します。", "post-purpose"),
                (can, "情報を容易に入手できるよう登録者を増やします。", ""),
                (can, "情報を容易に入手できます。", "post-ability"),
                ("職員が推進できる体制を構築すること。", "職員が推進できる体制を構築します。", ""),
            ],
        );
    }
}
