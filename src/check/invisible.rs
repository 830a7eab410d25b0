//! Finding characters that cannot be seen, wherever they came from.

use std::ops::Range;

use super::Subject;
use super::passage::each_passage;
use crate::policy::plain_text;

/// Calls `report` with the bytes and the character wherever `is_bad` holds: in the whole file, and in the text of clauses
/// where a reference such as `&#8203;` has put it. `is_bad` gets the text and the byte where the character starts.
pub(super) fn each_invisible(
    subject: &Subject<'_>,
    is_bad: impl Fn(&str, usize, char) -> bool,
    mut report: impl FnMut(Range<usize>, char),
) {
    let text = &subject.document.source.text;
    for (at, c) in text.char_indices() {
        if is_bad(text, at, c) {
            report(at..at + c.len_utf8(), c);
        }
    }
    each_passage(&subject.document.body, |passage| {
        if !subject.source(&passage.range).contains('&') {
            return;
        }
        for inlines in passage.texts {
            let shown = plain_text(inlines);
            let bad = shown.char_indices().find(|(at, c)| is_bad(&shown, *at, *c));
            if let Some((_, c)) = bad.filter(|(_, c)| !subject.source(&passage.range).contains(*c)) {
                report(passage.range.clone(), c);
            }
        }
    });
}

/// `U+200B ZERO WIDTH SPACE`: the code point and, for the usual ones, its Unicode name.
pub(super) fn name(c: char) -> String {
    let name = match c {
        '\0' => " NULL",
        '\u{8}' => " BACKSPACE",
        '\u{b}' => " LINE TABULATION",
        '\u{c}' => " FORM FEED",
        '\u{1b}' => " ESCAPE",
        '\u{7f}' => " DELETE",
        '\u{85}' => " NEXT LINE",
        '\u{ad}' => " SOFT HYPHEN",
        '\u{61c}' => " ARABIC LETTER MARK",
        '\u{200b}' => " ZERO WIDTH SPACE",
        '\u{200c}' => " ZERO WIDTH NON-JOINER",
        '\u{200d}' => " ZERO WIDTH JOINER",
        '\u{200e}' => " LEFT-TO-RIGHT MARK",
        '\u{200f}' => " RIGHT-TO-LEFT MARK",
        '\u{2028}' => " LINE SEPARATOR",
        '\u{2029}' => " PARAGRAPH SEPARATOR",
        '\u{202a}' => " LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => " RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => " POP DIRECTIONAL FORMATTING",
        '\u{202d}' => " LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => " RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => " WORD JOINER",
        '\u{2066}' => " LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => " RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => " FIRST STRONG ISOLATE",
        '\u{2069}' => " POP DIRECTIONAL ISOLATE",
        '\u{3164}' => " HANGUL FILLER",
        '\u{feff}' => " ZERO WIDTH NO-BREAK SPACE",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => " VARIATION SELECTOR",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(c))
}
