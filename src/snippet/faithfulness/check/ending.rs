//! Whole sentences: nothing is cut off, and nothing ends in … or 、.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::folded::{is_hiragana, is_kanji, is_katakana};
use crate::snippet::faithfulness::reading::{Reading, Unit};

const ELLIPSES: &[&str] = &["…", "‥", "...", "・・", "。。"];

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let end = reading.body.trim_end().len();
    for unit in &reading.units {
        let text = &reading.body[unit.range.clone()];
        let ellipsis = ELLIPSES.iter().find_map(|sign| text.find(sign).map(|at| (at, sign.len())));
        if let Some((at, length)) = ellipsis {
            let start = unit.range.start + at;
            found.push(catalogue::post_ellipsis(), start..start + length);
        } else if text.ends_with(['、', '，', ',']) || is_cut(reading, unit, unit.range.end == end) {
            let last = text.chars().next_back().map_or(0, char::len_utf8);
            found.push(catalogue::post_cut(), unit.range.end - last..unit.range.end);
        }
    }
}

/// Whether the unit stops where the clause is in the middle of a word or, on the last line, of a sentence.
fn is_cut(reading: &Reading<'_>, unit: &Unit, is_last: bool) -> bool {
    let (chars, clause) = (unit.text.chars(), reading.source.text.chars());
    let Some(tile) = unit.tiles.last().filter(|tile| tile.end() == chars.len()) else { return false };
    let (Some(&last), Some(&next)) = (chars.last(), clause.get(tile.source_end())) else { return false };
    let inside = is_kanji(last) && is_kanji(next) || is_katakana(last) && is_katakana(next);
    inside
        || is_last
            && (is_kanji(last) && goes_on(next) || is_hiragana(last) && stops_short(last) && goes_on_at_all(next))
}

/// Whether kana after kanji belong to the word: 努 is followed by め, but 推進 by を.
fn goes_on(next: char) -> bool {
    is_hiragana(next) && !"をにはがのとでもやへかなさすしこいだ".contains(next)
}

/// Whether a sentence cannot end in this: a particle, or the middle of a verb.
fn stops_short(last: char) -> bool {
    "をがにはのとでやへもめりきけみえべてれせさし".contains(last)
}

fn goes_on_at_all(next: char) -> bool {
    !matches!(next, '。' | '、' | '」' | ')')
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn sentences_are_whole() {
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
