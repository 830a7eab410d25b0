//! Negation: what the clause denies the post denies, and what it does not deny the post does not.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::is_hiragana;
use crate::snippet::faithfulness::lexicon::{Class, Mark};
use crate::snippet::faithfulness::passage::Passage;
use crate::snippet::faithfulness::reading::{Reading, Unit};

/// How many kana may stand between a word and its negation: ～することなく.
const ENDING: usize = 6;

/// Within how many characters after a word its negation is looked for.
const NEAR: usize = 9;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for mark in reading.source.text.of_class(Class::Negation) {
        lost(reading, mark, found);
    }
    for (unit, mark) in reading.words(Class::Negation).filter(|(unit, mark)| !unit.is_taken(mark)) {
        added(reading, unit, mark, found);
    }
}

/// A negation of the clause whose word is in the post.
fn lost(reading: &Reading<'_>, mark: &Mark, found: &mut Found) {
    let clause = reading.source.text.chars();
    if (mark.start..mark.end).any(|at| reading.keeps(at)) {
        return;
    }
    let Some(last) = before(clause, mark.start, |at| reading.keeps(at)) else { return };
    let place = reading.units.iter().find_map(|unit| Some((unit, unit.place_of(last)?)));
    if let Some((unit, at)) = place.filter(|(unit, at)| !is_denied(&unit.text, *at)) {
        let word = reading.source.text.text(last.saturating_sub(2), mark.end);
        found.push(catalogue::post_negation_lost(&word), unit.bytes(at.saturating_sub(2), at + 1));
    }
}

/// A negation that is not taken from the clause.
fn added(reading: &Reading<'_>, unit: &Unit, mark: &Mark, found: &mut Found) {
    let place = unit.bytes(mark.start.saturating_sub(2), mark.end);
    let word = unit.text.text(mark.start.saturating_sub(2), mark.end);
    match before(unit.text.chars(), mark.start, |at| unit.source_of(at).is_some()).and_then(|at| unit.source_of(at)) {
        Some(at) if is_denied(&reading.source.text, at) => {}
        Some(_) => found.push(catalogue::post_negation(&word), place),
        None => found.push(catalogue::post_negation_own(&word), place),
    }
}

/// The last character before a negation that fits, with only kana between.
fn before(chars: &[char], end: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let nearest = end.saturating_sub(ENDING + 1);
    for at in (nearest..end).rev() {
        if fits(at) {
            return Some(at);
        }
        if !is_hiragana(chars[at]) {
            return None;
        }
    }
    None
}

/// Whether a negation follows a character closely.
fn is_denied(text: &Passage, at: usize) -> bool {
    text.of_class(Class::Negation).any(|mark| mark.start <= at + NEAR && mark.end > at)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn what_is_denied_stays_denied() {
        let denied = "慣例にとらわれることなく、柔軟な発想を発揮すること。";
        table(
            &["post-negation", "post-negation-lost", "post-negation-own"],
            &[
                (denied, "慣例にとらわれない柔軟な発想を発揮します。", ""),
                (denied, "慣例にとらわれた柔軟な発想を発揮します。", "post-negation-lost"),
                (denied, "柔軟な発想を発揮します。", ""),
                ("施策を推進すること。", "施策を推進しません。", "post-negation"),
                ("施策を推進すること。", "施策を推進します。費用は掛かりません。", "post-negation-own"),
                ("個別の事象だけでなく背景を捉えること。", "個別の事象のほか背景も捉えます。", ""),
            ],
        );
    }
}
