//! Whole sentences: no sentence is cut off or ends in … or 、.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::japanese::is_kanji;
use crate::snippet::faithfulness::comparison::{Comparison, RewordedText};
use crate::snippet::faithfulness::folded::{is_hiragana, is_katakana};

const ELLIPSES: &[&str] = &["…", "‥", "...", "・・", "。。"];

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let end = comparison.body.trim_end().len();
    for reworded in &comparison.reworded {
        let range = &reworded.range;
        let text = &comparison.body[range.clone()];
        let ellipsis = ELLIPSES.iter().find_map(|sign| text.find(sign).map(|at| (at, sign.len())));
        if let Some((at, length)) = ellipsis {
            let start = range.start + at;
            remarks.push(catalogue::post_ellipsis(), start..start + length);
        } else if text.ends_with(['、', '，', ',']) || is_cut(comparison, reworded, range.end == end) {
            let last = text.chars().next_back().map_or(0, char::len_utf8);
            remarks.push(catalogue::post_cut(), range.end - last..range.end);
        }
    }
}

/// True if the text stops in the middle of a word of the clause or, on the last line, in the middle of a sentence.
fn is_cut(comparison: &Comparison<'_>, reworded: &RewordedText, is_last: bool) -> bool {
    let (chars, clause) = (reworded.text.chars(), comparison.source.text.chars());
    let Some(tile) = reworded.tiles.last().filter(|tile| tile.end() == chars.len()) else { return false };
    let (Some(&last), Some(&next)) = (chars.last(), clause.get(tile.source_end())) else { return false };
    let inside = is_kanji(last) && is_kanji(next) || is_katakana(last) && is_katakana(next);
    inside
        || is_last
            && (is_kanji(last) && continues_word(next)
                || is_hiragana(last) && cannot_end_sentence(last) && !ends_phrase(next))
}

/// True if kana after kanji belong to the word: め after 努 does, を after 推進 does not.
fn continues_word(next: char) -> bool {
    is_hiragana(next) && !"をにはがのとでもやへかなさすしこいだ".contains(next)
}

/// True if a character is a particle or the middle of a verb.
fn cannot_end_sentence(last: char) -> bool {
    "をがにはのとでやへもめりきけみえべてれせさし".contains(last)
}

fn ends_phrase(next: char) -> bool {
    matches!(next, '。' | '、' | '」' | ')')
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn a_cut_sentence_is_reported() {
        let clause = "情報発信が全庁的に推進されるよう努めること。";
        table(
            &["post-cut", "post-ellipsis"],
            &[
                (clause, "情報発信が全庁的に推進されるよう努めます。", ""),
                (clause, "全庁的な情報発信", ""),
                (clause, "情報発信が全庁的に推進されるよう努め", "post-cut"),
                (clause, "情報発信が全庁的に推", "post-cut"),
                (clause, "情報発信が全庁的に、", "post-cut"),
                (clause, "情報発信が全庁的に推進…", "post-ellipsis"),
                (clause, "情報発信を全庁的に\n推進されるよう努めます。", ""),
            ],
        );
    }
}
