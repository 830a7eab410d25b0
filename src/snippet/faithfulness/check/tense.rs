//! Tense: a clause that orders or plans (～すること) has not been carried out. A post that says ～しました or ～済み says it has, one that says
//! ～しています says it is under way. 「～することとしています」 says neither: it tells what has been laid down.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::starts_with;
use crate::snippet::faithfulness::reading::{Reading, Unit};

const PAST: &[&str] = &["ました", "済み", "済の", "でした"];
const UNDER_WAY: &[&str] = &["ています", "ている", "中です", "ております"];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    for unit in &reading.units {
        let chars = unit.text.chars();
        let end = chars.len() - chars.iter().rev().take_while(|c| matches!(c, '。' | '!' | '?' | '」')).count();
        let past = word(unit, PAST).or_else(|| last_past(&chars[..end]));
        if let Some((start, length)) = past.filter(|place| is_own(reading, unit, *place, is_past)) {
            found
                .push(catalogue::post_tense(&unit.text.text(start, start + length)), unit.bytes(start, start + length));
        }
        let under_way = word(unit, UNDER_WAY).filter(|(start, _)| !is_laid_down(&chars[..*start]));
        if let Some((start, length)) = under_way.filter(|place| is_own(reading, unit, *place, is_under_way)) {
            found.push(
                catalogue::post_progress(&unit.text.text(start, start + length)),
                unit.bytes(start, start + length),
            );
        }
    }
}

/// The first of some words in a unit: place and length.
fn word(unit: &Unit, words: &[&str]) -> Option<(usize, usize)> {
    let chars = unit.text.chars();
    (0..chars.len()).find_map(|at| {
        let word = words.iter().find(|word| starts_with(&chars[at..], word))?;
        Some((at, word.chars().count()))
    })
}

/// A sentence that ends in the past: ～した, ～んだ, ～済.
fn last_past(chars: &[char]) -> Option<(usize, usize)> {
    let past = chars.ends_with(&['た']) || chars.ends_with(&['ん', 'だ']) || chars.ends_with(&['済']);
    past.then(|| (chars.len().saturating_sub(2), chars.len().min(2)))
}

/// Whether what stands before ～ています says what has been laid down.
fn is_laid_down(before: &[char]) -> bool {
    ["こととし", "ものとし"].iter().any(|words| before.ends_with(&words.chars().collect::<Vec<_>>()))
}

/// Whether the words are the author's own and the sentence of the clause they end does not say the same.
fn is_own(reading: &Reading<'_>, unit: &Unit, (start, length): (usize, usize), says: fn(&[char]) -> bool) -> bool {
    let taken = (start..start + length).all(|at| unit.source_of(at).is_some());
    let before = unit.tiles.iter().rev().find(|tile| tile.at <= start);
    let sentence = before.map(|tile| reading.source.sentence_at(tile.from));
    !taken && !sentence.is_some_and(|sentence| says(&reading.source.text.chars()[sentence]))
}

/// Whether a sentence of the clause tells of the past.
fn is_past(sentence: &[char]) -> bool {
    let end = sentence.len() - usize::from(sentence.ends_with(&['。']));
    last_past(&sentence[..end]).is_some()
}

/// Whether a sentence of the clause tells of something under way.
fn is_under_way(sentence: &[char]) -> bool {
    sentence.windows(3).any(|three| matches!(three, ['て' | 'で', 'い', 'る'])) || is_past(sentence)
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn what_is_to_be_done_is_not_done() {
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
