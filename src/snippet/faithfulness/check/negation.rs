//! Negation: a post denies what the clause denies, and nothing else.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::analyzed_text::AnalyzedText;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::is_hiragana;
use crate::snippet::faithfulness::lexicon::{Class, Mark};

/// The most kana between a word and its negation: ～することなく.
const ENDING: usize = 6;

/// The largest distance in characters from a word to its negation.
const NEAR: usize = 9;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for mark in comparison.source.text.of_class(Class::Negation) {
        lost(comparison, mark, remarks);
    }
    for (text, mark) in comparison.words(Class::Negation).filter(|(text, mark)| !text.is_taken(mark)) {
        added(comparison, text, mark, remarks);
    }
}

/// Reports a negation of the clause whose word the post has without it.
fn lost(comparison: &Comparison<'_>, mark: &Mark, remarks: &mut Remarks) {
    let clause = comparison.source.text.chars();
    if comparison.keeps_any(mark) {
        return;
    }
    let Some(last) = before(clause, mark.start, |at| comparison.keeps(at)) else { return };
    let place = comparison.reworded.iter().find_map(|text| Some((text, text.place_of(last)?)));
    if let Some((text, at)) = place.filter(|(text, at)| !is_denied(&text.text, *at)) {
        let word = comparison.source.text.string(last.saturating_sub(2)..mark.end);
        remarks.push(catalogue::post_negation_lost(&word), text.bytes(at.saturating_sub(2)..at + 1));
    }
}

/// Reports a negation that is not taken from the clause.
fn added(comparison: &Comparison<'_>, text: &RewordedText, mark: &Mark, remarks: &mut Remarks) {
    let range = mark.start.saturating_sub(2)..mark.end;
    let denied = before(text.text.chars(), mark.start, |at| text.source_of(at).is_some());
    match denied.and_then(|at| text.source_of(at)) {
        Some(at) if is_denied(&comparison.source.text, at) => {}
        Some(_) => remarks.push_at(text, range, catalogue::post_negation),
        None => remarks.push_at(text, range, catalogue::post_negation_own),
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

/// True if a negation follows a character closely.
fn is_denied(text: &AnalyzedText, at: usize) -> bool {
    text.of_class(Class::Negation).any(|mark| mark.start <= at + NEAR && mark.end > at)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_changed_negation_is_reported() {
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
