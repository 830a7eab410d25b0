//! Tense: a clause that orders or plans (～すること) has not been carried out. A post with ～しました or ～済み says that it has, a post with
//! ～しています that it is under way. 「～することとしています」 says neither; it only reports a decision.

use std::ops::Range;

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::starts_with;

const PAST: &[&str] = &["ました", "済み", "済の", "でした"];
const UNDER_WAY: &[&str] = &["ています", "ている", "中です", "ております"];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    for text in &comparison.reworded {
        let chars = text.text.chars();
        let end = chars.len() - chars.iter().rev().take_while(|c| matches!(c, '。' | '!' | '?' | '」')).count();
        let past = first_word(chars, PAST).or_else(|| last_past(&chars[..end]));
        if let Some(word) = past.filter(|word| is_own(comparison, text, word, is_past)) {
            remarks.push_at(text, word, catalogue::post_tense);
        }
        let under_way = first_word(chars, UNDER_WAY).filter(|word| !is_decision(&chars[..word.start]));
        if let Some(word) = under_way.filter(|word| is_own(comparison, text, word, is_under_way)) {
            remarks.push_at(text, word, catalogue::post_progress);
        }
    }
}

/// The first place of any of these words.
fn first_word(chars: &[char], words: &[&str]) -> Option<Range<usize>> {
    (0..chars.len()).find_map(|at| {
        let word = words.iter().find(|word| starts_with(&chars[at..], word))?;
        Some(at..at + word.chars().count())
    })
}

/// The end of a sentence in the past: ～した, ～んだ, ～済.
fn last_past(chars: &[char]) -> Option<Range<usize>> {
    let past = chars.ends_with(&['た']) || chars.ends_with(&['ん', 'だ']) || chars.ends_with(&['済']);
    past.then(|| chars.len().saturating_sub(2)..chars.len())
}

/// True if the text before ～ています reports a decision.
fn is_decision(before: &[char]) -> bool {
    ["こととし", "ものとし"].iter().any(|words| before.ends_with(&words.chars().collect::<Vec<_>>()))
}

/// True if a word is the author's own, and the sentence of the clause before it does not say the same.
fn is_own(comparison: &Comparison<'_>, text: &RewordedText, word: &Range<usize>, says: fn(&[char]) -> bool) -> bool {
    let taken = word.clone().all(|at| text.source_of(at).is_some());
    let before = text.tiles.iter().rev().find(|tile| tile.at <= word.start);
    let sentence = before.map(|tile| comparison.source.sentence_at(tile.from));
    !taken && !sentence.is_some_and(|sentence| says(&comparison.source.text.chars()[sentence]))
}

/// True if a sentence of the clause is in the past.
fn is_past(sentence: &[char]) -> bool {
    let end = sentence.len() - usize::from(sentence.ends_with(&['。']));
    last_past(&sentence[..end]).is_some()
}

/// True if a sentence of the clause tells of something under way.
fn is_under_way(sentence: &[char]) -> bool {
    sentence.windows(3).any(|three| matches!(three, ['て' | 'で', 'い', 'る'])) || is_past(sentence)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn an_order_told_as_done_is_reported() {
        let order = "計画の策定を進めること。";
        let told = "新庁舎の供用を開始し、職場環境が改善された。";
        table(
            &["post-tense", "post-progress"],
            &[
                (order, "計画の策定を進めます。", ""),
                (order, "計画の策定を進めました。", "post-tense"),
                (order, "計画の策定を進めた。", "post-tense"),
                (order, "計画は策定済みです。", "post-tense"),
                (order, "計画の策定を進めています。", "post-progress"),
                (order, "計画の策定を進めることとしています。", ""),
                (order, "計画の策定を進めることとしております。", ""),
                (order, "計画の策定を進めることとし、準備をしています。", "post-progress"),
                (told, "新庁舎の供用を開始しました。", ""),
            ],
        );
    }
}
