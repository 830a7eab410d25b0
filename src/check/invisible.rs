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
    for (at, c) in &subject.suspects {
        if is_bad(text, *at, *c) {
            report(*at..at + c.len_utf8(), *c);
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

/// The characters of a text that the lints on single ones must look at, with the byte where each starts: all in the
/// ranges that have any. Told by their first bytes, since almost no text has one.
pub(super) fn suspects(text: &str) -> Vec<(usize, char)> {
    let bytes = text.as_bytes();
    let is_suspect = |at: usize, byte: u8| match byte {
        b'\n' | b'\t' => false,
        // Controls; U+0080–00BF; U+0340–037F; U+0600–063F; U+1000–1FFF; U+2000–2FFF; U+F000–FFFF; U+C0000–FFFFF.
        // U+E000–EFFF and U+100000–10FFFF, which are for private use.
        0..0x20 | 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xEE | 0xEF | 0xF3 | 0xF4 => true,
        // U+3140–317F; U+3200–33FF.
        0xE3 => matches!(bytes.get(at + 1), Some(0x85 | 0x88..=0x8F)),
        _ => false,
    };
    let starts = bytes.iter().enumerate().filter(|(at, byte)| is_suspect(*at, **byte)).map(|(at, _)| at);
    starts.filter_map(|at| Some((at, text.get(at..)?.chars().next()?))).collect()
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
