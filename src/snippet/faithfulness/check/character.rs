//! Characters that are read aloud badly or look different elsewhere: ①, ㈱, half-width kana; and emoji, more than a few or at the head
//! of a line.

use super::Found;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::reading::Reading;
use crate::snippet::faithfulness::source::is_dependent;

/// More emoji than this disturb people who have the post read to them.
const MOST_EMOJI: usize = 2;

pub(super) fn check(reading: &Reading<'_>, found: &mut Found) {
    let own = |c: char| is_dependent(c) && !reading.source.dependent.contains(&c);
    for (at, c) in reading.body.char_indices().filter(|(_, c)| own(*c)) {
        found.push(catalogue::post_character(c), at..at + c.len_utf8());
    }
    let emoji: Vec<usize> = reading.body.char_indices().filter(|(_, c)| is_emoji(*c)).map(|(at, _)| at).collect();
    let heads = |at: &&usize| reading.body[..**at].chars().next_back().is_none_or(|before| before == '\n');
    if let Some(at) = emoji.get(MOST_EMOJI).or_else(|| emoji.iter().find(heads)) {
        found.push(catalogue::post_emoji(), *at..*at + 1);
    }
}

/// Pictures; not the signs that are also in print.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{2604}' | '\u{2607}'..='\u{263f}' | '\u{2690}'..='\u{27bf}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn characters_are_plain() {
        table(
            &["post-character", "post-emoji"],
            &[
                ("本文です。", "本文です！", ""),
                ("本文です。", "①本文です！", "post-character"),
                ("第Ⅱ期です。", "第Ⅱ期です！", ""),
                ("第2期です。", "第Ⅱ期です！", "post-character"),
                ("本文です。", "本文ﾃです！", "post-character"),
                ("本文です。", "本文です📢", ""),
                ("本文です。", "📢本文です", "post-emoji"),
                ("本文です。", "本文📢です📢！📢", "post-emoji"),
            ],
        );
    }
}
