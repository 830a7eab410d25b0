//! Numbers of paragraphs that stand in a text and are no labels: `２　許可には`.

use crate::japanese::{Script, narrow, numeral};
use crate::policy::{Inline, plain_text};

/// The number a text starts with, set apart by a space.
#[must_use]
pub fn number_apart(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let number = numeral(text.chars()).filter(|number| number.script == Script::Digits && number.value > 0)?;
    text[number.length..].starts_with([' ', '\u{3000}']).then_some(number.value)
}

/// Tells if a line after the first starts with the number of a paragraph.
///
/// Where the author has only ended a line, Japanese text runs on without a sign. So a number counts that is set apart after the end of
/// a sentence, or after hiragana, with which sentences end too.
pub(super) fn runs_into_a_paragraph(text: &[Inline]) -> bool {
    let mut lines = text.split(|inline| matches!(inline, Inline::LineBreak)).map(plain_text);
    let first = lines.next().unwrap_or_default();
    runs_on(&first) || lines.any(|line| number_apart(&line).is_some() || runs_on(&line))
}

fn runs_on(line: &str) -> bool {
    // A tag such as <br> is text.
    let ends = |c: char| matches!(c, '>' | '。' | '．' | '）' | ')' | '」' | '：' | ':' | 'ぁ'..='ゖ');
    let mut after_end = false;
    let mut in_digits = false;
    line.char_indices().any(|(at, c)| {
        let is_digit = narrow(c).is_ascii_digit();
        let starts = is_digit && !in_digits && after_end;
        in_digits = is_digit;
        if !c.is_whitespace() {
            after_end = ends(c);
        }
        starts && number_apart(&line[at..]).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_set_apart_after_a_sentence_starts_a_paragraph() {
        let text = |text: &str| Inline::Text(text.into());
        for (line, expected) in [
            ("目的を定める。２　団体は、次による。", true),
            ("目的を定める。　2 団体は、次による。", true),
            ("次のとおりとする２　団体は", true),
            ("２　団体は、次による。", false),
            ("第２　目的を定める。", false),
            ("費用は、２万円とする。", false),
            ("前項の額は、別表第２　のとおりとする。", false),
            ("目的を定める。", false),
            ("", false),
        ] {
            assert_eq!(runs_into_a_paragraph(&[text(line)]), expected, "{line}");
        }
        assert!(runs_into_a_paragraph(&[text("目的"), Inline::LineBreak, text("２　団体")]));
        assert!(!runs_into_a_paragraph(&[text("目的"), Inline::LineBreak, text("団体２　甲")]));
    }
}
