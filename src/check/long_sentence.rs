//! Sentences of more than 100 characters.
//!
//! Source: 「公用文作成の考え方」（文化審議会建議、令和4年1月7日）Ⅲ: sentences are to be short, and from 50 to 60 characters on they may be
//! hard to read. Reported at twice that, once a document, at the longest: a long policy has many.

use super::Subject;
use super::shown::{BREAK, CLOSED, NOTE, Shown, WordFinder};
use crate::diagnostic::{Diagnostics, catalogue};
use crate::policy::TextPart;

/// In characters, without spaces.
const LONGEST: usize = 100;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let mut count = 0;
    let mut longest: Option<LongSentence<'_>> = None;
    for shown in subject.shown.iter().filter(|shown| shown.part == TextPart::Text) {
        for text in sentences(&shown.text) {
            let length = length(text);
            if length > LONGEST {
                count += 1;
                longest = longest.filter(|known| known.length >= length).or(Some(LongSentence { text, length, shown }));
            }
        }
    }
    if let Some(longest) = longest {
        let finding = catalogue::long_sentence(count, longest.length);
        found.push(WordFinder::new(subject, longest.shown).at(longest.text.trim(), finding));
    }
}

struct LongSentence<'a> {
    text: &'a str,
    length: usize,
    shown: &'a Shown<'a>,
}

/// The sentences of a text. 「。」 in brackets ends none.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    text.split_inclusive(move |c| {
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, '。' | BREAK)
    })
}

/// The characters of a sentence that are Japanese text: the words of other languages are longer.
fn length(sentence: &str) -> usize {
    sentence.chars().filter(|c| !c.is_whitespace() && !c.is_ascii() && !matches!(*c, CLOSED | NOTE)).count()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::lint_text;

    #[test]
    fn long_sentences_are_reported_once_a_document() {
        let of = |length: usize| format!("{}。", "あ".repeat(length - 1));
        for (text, expected) in [
            (of(101), 1),
            (of(101).repeat(3), 1),
            (format!("市は（{}）を定める。", of(50).repeat(2)), 1),
            // Not reported.
            (of(100).repeat(3), 0),
            ("The council reviews its plan. ".repeat(10), 0),
        ] {
            assert_eq!(lint_text(check, &text).len(), expected, "{text}");
        }
    }
}
