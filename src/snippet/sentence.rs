//! Splits a text into sentences, but never inside brackets.
//!
//! The common segmenters (UAX #29) cannot be used: they put the opening bracket of a sentence at the end of the sentence before it.

fn is_opening(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '(' | '［' | '[' | '【' | '〔' | '《' | '〈' | '“' | '｢' | '{' | '｛')
}

fn is_closing(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | ')' | '］' | ']' | '】' | '〕' | '》' | '〉' | '”' | '｣' | '}' | '｝')
}

/// The sentences of a text, in order. Joined, they are the text. A sentence ends at the end of a line and after `。`, `！` or `？`
/// outside brackets; closing brackets and spaces that follow belong to it.
///
/// ```
/// use hoshin::snippet::sentences;
/// assert_eq!(sentences("「はい。」と答える。「次」に進む。"), ["「はい。」と答える。", "「次」に進む。"]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let ends = match c {
            '\n' => true,
            _ if is_opening(c) => {
                depth += 1;
                false
            }
            _ if is_closing(c) => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0 && is_end(c),
        };
        if !ends {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((at, next)) = signs.next_if(|(_, next)| c != '\n' && belongs_to_end(*next)) {
            end = at + next.len_utf8();
        }
        found.push(&text[start..end]);
        (start, depth) = (end, 0);
    }
    if start < text.len() {
        found.push(&text[start..]);
    }
    found
}

/// True if a sentence ends with `。`, `！` or `？`, perhaps inside brackets.
pub(super) fn is_finished(sentence: &str) -> bool {
    sentence.trim_end().trim_end_matches(is_closing).ends_with(is_end)
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

/// True if a character after the end of a sentence still belongs to it: another end mark, a closing bracket, a space.
fn belongs_to_end(c: char) -> bool {
    is_end(c) || matches!(c, ' ' | '\u{3000}') || is_closing(c)
}

#[cfg(test)]
mod tests {
    use super::{is_finished, sentences};
    use proptest::prelude::*;

    #[test]
    fn sentences_end_after_marks_outside_brackets() {
        for (text, expected) in [
            ("", &[][..]),
            ("一。二。", &["一。", "二。"]),
            (
                "本年度は「ビジョン」の2年目に当たる。「前期計画」に取り組むこと。",
                &["本年度は「ビジョン」の2年目に当たる。", "「前期計画」に取り組むこと。"],
            ),
            ("「はい。」と言う。", &["「はい。」と言う。"]),
            ("（詳しくは別紙。）進める。", &["（詳しくは別紙。）進める。"]),
            ("なぜか！？そうか。", &["なぜか！？", "そうか。"]),
            ("進める。　次に", &["進める。　", "次に"]),
            ("一\n二。", &["一\n", "二。"]),
            ("「閉じない。\n次。", &["「閉じない。\n", "次。"]),
            ("」余り。次。", &["」余り。", "次。"]),
            ("約3.5％。v1.2", &["約3.5％。", "v1.2"]),
            ("体言止め", &["体言止め"]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn a_finished_sentence_ends_with_a_mark() {
        for (sentence, expected) in [
            ("進める。", true),
            ("進める。　\n", true),
            ("（進める。）", true),
            ("努め", false),
            ("こと、", false),
            ("", false),
        ] {
            assert_eq!(is_finished(sentence), expected, "{sentence}");
        }
    }

    proptest! {
        #[test]
        fn joined_sentences_are_the_text(text in "[あ。！「」（）\n 　a1]{0,60}") {
            let found = sentences(&text);
            prop_assert_eq!(found.concat(), text.clone());
            for sentence in &found {
                prop_assert!(!sentence.is_empty());
            }
        }
    }
}
