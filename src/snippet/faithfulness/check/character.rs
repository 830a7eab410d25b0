//! Characters that screen readers read badly or that look different elsewhere, such as ①, ㈱ and half-width kana. Also emoji, if there are
//! more than a few or one begins a line.

use super::Remarks;
use crate::diagnostic::catalogue;
use crate::snippet::faithfulness::comparison::Comparison;
use crate::snippet::faithfulness::source::is_dependent;

/// More emoji than this disturb people who listen to the post.
const MOST_EMOJI: usize = 2;

pub(super) fn check(comparison: &Comparison<'_>, remarks: &mut Remarks) {
    let own = |c: char| is_dependent(c) && !comparison.source.dependent.contains(&c);
    for (at, c) in comparison.body.char_indices().filter(|(_, c)| own(*c)) {
        remarks.push(catalogue::post_character(c), at..at + c.len_utf8());
    }
    let emoji: Vec<usize> = comparison.body.char_indices().filter(|(_, c)| is_emoji(*c)).map(|(at, _)| at).collect();
    let begins_line = |at: &&usize| comparison.body[..**at].chars().next_back().is_none_or(|before| before == '\n');
    if let Some(at) = emoji.get(MOST_EMOJI).or_else(|| emoji.iter().find(begins_line)) {
        remarks.push(catalogue::post_emoji(), *at..*at + 1);
    }
}

/// True if a character is a picture; signs that are also in print are none.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{2604}' | '\u{2607}'..='\u{263f}' | '\u{2690}'..='\u{27bf}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::table;

    #[test]
    fn dependent_characters_and_emoji_are_reported() {
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
